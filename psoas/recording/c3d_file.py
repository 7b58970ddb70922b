"""The C3D container: header, parameters and data, read with bounds checked at every step.

Layout after the C3D user guide (c3d.org). Read here rather than by ezc3d, because that library ends the whole process
(segmentation fault) on files in which one byte is wrong, and no file may do that; the tests read what it writes.
"""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from psoas.core.arrays import Floats
from psoas.core.message import message
from psoas.recording.recording_validation import Faults

BLOCK = 512
KEY = 0x50
ORDERS = {84: "<", 86: ">"}
"""Processor byte to byte order: 84 Intel, 86 MIPS."""
DEC = 85
CODES = {1: "u1", 2: "i2", 4: "f4"}
SIZES = {-1: 1, 1: 1, 2: 2, 4: 4}
"""Bytes per value by type of parameter: text, byte, integer, real."""
NAME = re.compile(rb"[ -~]+")
MOST_FRAMES = 10_000_000


@dataclass(frozen=True)
class Parameter:
    """One parameter: its type (-1 text, 1 byte, 2 integer, 4 real), dimensions (first index fastest) and raw bytes."""

    type: int
    dimensions: tuple[int, ...]
    raw: bytes
    order: str

    def numbers(self, *, unsigned: bool = False) -> Floats:
        """Values in the parameter's shape; empty for text. ``unsigned`` reads integers as 0 to 65535."""
        if self.type not in CODES:
            return np.empty(0)
        code = "u2" if unsigned and self.type == 2 else CODES[self.type]
        return _floats(np.frombuffer(self.raw, self.order + code)).reshape(self.dimensions, order="F")

    def texts(self) -> list[str]:
        """Its strings without the blanks around them; [] for numbers."""
        if self.type != -1 or not self.dimensions or not self.dimensions[0]:
            return []
        text, width = self.raw.decode("latin-1"), self.dimensions[0]
        return [text[i : i + width].replace("\0", " ").strip() for i in range(0, len(text), width)]


@dataclass(frozen=True)
class C3DFile:
    """The content: ``parameters`` by "GROUP:NAME"; ``first`` frame, counted from 0.

    ``points`` (frames, points, 3) are in the file's unit, NaN if not seen; ``analogs`` (samples, channels) are scaled.
    """

    parameters: dict[str, Parameter]
    points: Floats
    analogs: Floats
    first: int

    def numbers(self, key: str) -> Floats:
        """A parameter's numbers in its shape; empty when it is not there."""
        return self.parameters[key].numbers() if key in self.parameters else np.empty(0)

    def number(self, key: str, index: int = 0) -> float:
        """One number out of a parameter; NaN when it is not there."""
        values = self.numbers(key).ravel()
        return float(values[index]) if index < len(values) else math.nan

    def texts(self, key: str) -> list[str]:
        """A parameter's strings, continued in those with a number behind (LABELS, LABELS2 ...)."""
        return _continued_texts(self.parameters, key)


@dataclass(frozen=True)
class _C3DHeader:
    """The words of the header that place the data."""

    points: int
    measurements: int  # analog values a frame
    first: int
    last: int
    scale: float
    block: int
    samples: int  # analog samples a frame


def parse(data: bytes, faults: Faults) -> C3DFile:
    """Take a whole file apart; raises InputError when it is not C3D, damaged or truncated."""
    if len(data) < 2 * BLOCK or data[1] != KEY:
        faults.stop(message("recording.c3d_no_c3d"))
    start = (data[0] - 1) * BLOCK
    if data[0] < 2 or start + 4 > len(data):
        faults.stop(message("recording.c3d_no_parameters", block=data[0]))
    processor = data[start + 3]
    if processor == DEC:
        faults.stop(message("recording.c3d_dec"))
    if processor not in ORDERS:
        faults.stop(message("recording.c3d_processor", processor=processor))
    order = ORDERS[processor]
    parameters = _parameters(data, start + 4, order, faults)
    words = struct.unpack_from(f"{order}5H f 2H", data, 2)
    header = _C3DHeader(words[0], words[1], words[2], words[3], words[5], words[6], words[7])
    frames = _frames(parameters, header)
    _check(header, parameters, frames, faults)
    points, analogs = _data(data, header, frames, order, faults)
    return C3DFile(parameters, points, _scaled(analogs, parameters), max(header.first - 1, 0))


def _parameters(data: bytes, at: int, order: str, faults: Faults) -> dict[str, Parameter]:
    """Walk the chain of groups and parameters; no record may reach over the end of the file."""
    groups: dict[int, str] = {}
    found: list[tuple[int, str, Parameter]] = []
    while at + 2 <= len(data):
        length, number = abs(struct.unpack_from("b", data, at)[0]), struct.unpack_from("b", data, at + 1)[0]
        if length == 0 or number == 0:
            break
        pointer = at + 2 + length
        if pointer + 4 > len(data) or not NAME.fullmatch(data, at + 2, pointer):
            faults.stop(message("recording.c3d_name"))
        name = data[at + 2 : pointer].decode("ascii").strip().upper()
        if number < 0:
            groups[-number] = name
        else:
            found.append((number, name, _parameter(data, pointer + 2, order, faults)))
        step = struct.unpack_from(order + "H", data, pointer)[0]
        if step == 0:
            break
        at = pointer + step
    return {f"{groups[number]}:{name}": parameter for number, name, parameter in found if number in groups}


def _parameter(data: bytes, at: int, order: str, faults: Faults) -> Parameter:
    kind, dims = struct.unpack_from("b", data, at)[0], data[at + 1]
    shape = tuple(data[at + 2 : at + 2 + dims])
    first = at + 2 + dims
    last = first + SIZES.get(kind, 0) * math.prod(shape)
    if kind not in SIZES or dims > 7 or last > len(data):
        faults.stop(message("recording.c3d_parameter"))
    return Parameter(kind, shape, data[first:last], order)


def _frames(parameters: dict[str, Parameter], header: _C3DHeader) -> int:
    """Frames by the header, or by the parameters that recordings beyond 65535 frames use."""
    ends = []
    for key in ("TRIAL:ACTUAL_START_FIELD", "TRIAL:ACTUAL_END_FIELD"):
        words = parameters[key].numbers(unsigned=True).ravel() if key in parameters else np.empty(0)
        ends.append(words[0] + 65536 * words[1] if len(words) == 2 else math.nan)
    long = ends[1] - ends[0]
    short = header.last - header.first
    return int(long) + 1 if header.last == 65535 and short < long < MOST_FRAMES else short + 1


def _check(header: _C3DHeader, parameters: dict[str, Parameter], frames: int, faults: Faults) -> None:
    """Stop when header and parameters disagree: a wrong count would shift every value of the data."""
    for key, count in (("POINT:USED", header.points), ("ANALOG:USED", header.measurements)):
        values = parameters[key].numbers(unsigned=True).ravel() if key in parameters else np.zeros(1)
        used = values[0] * header.samples if key == "ANALOG:USED" and len(values) else values[:1].sum()
        if used != count:
            faults.stop(message("recording.c3d_counts", header=count, parameter=key, used=f"{used:g}"))
    scale = parameters["POINT:SCALE"].numbers().ravel() if "POINT:SCALE" in parameters else np.empty(0)
    if not math.isfinite(header.scale) or header.scale == 0 or (len(scale) and scale[0] != header.scale):
        faults.stop(message("recording.c3d_scale"))
    if not 0 < frames <= MOST_FRAMES:
        faults.stop(message("recording.c3d_frames", first=header.first, last=header.last))


def _data(data: bytes, header: _C3DHeader, frames: int, order: str, faults: Faults) -> tuple[Floats, Floats]:
    """Points (frames, points, 3) and raw analogs (samples, channels)."""
    real = header.scale < 0
    word = np.dtype(order + ("f4" if real else "i2"))
    width = 4 * header.points + header.measurements
    at = (header.block - 1) * BLOCK
    if header.block < 2 or at > len(data):
        faults.stop(message("recording.c3d_data_block", block=header.block))
    if at + frames * width * word.itemsize > len(data):
        held = (len(data) - at) // max(width * word.itemsize, 1)
        faults.stop(message("recording.c3d_truncated", header=frames, found=held))
    table = _floats(np.frombuffer(data, word, frames * width, at)).reshape(frames, width)
    points = table[:, : 4 * header.points].reshape(frames, header.points, 4)
    scaled = points[:, :, :3] * (1.0 if real else header.scale)
    unseen = ~(points[:, :, 3] >= 0)  # a negative residual marks a point that was not seen
    analogs = (
        table[:, 4 * header.points :].reshape(frames * header.samples, -1) if header.measurements else np.empty((0, 0))
    )
    return np.where(unseen[:, :, None], np.nan, scaled), analogs


def _scaled(raw: Floats, parameters: dict[str, Parameter]) -> Floats:
    """Analog values in their units: (raw - offset) x scale x general scale; NaN where a channel has no scale."""
    channels = raw.shape[1]
    style = _continued_texts(parameters, "ANALOG:FORMAT")
    if style[:1] == ["UNSIGNED"]:
        raw = np.where(raw < 0, raw + 65536, raw)
    offset = _fill(_continued(parameters, "ANALOG:OFFSET"), channels, 0.0)
    scale = _fill(_continued(parameters, "ANALOG:SCALE"), channels, math.nan)
    general = _fill(_continued(parameters, "ANALOG:GEN_SCALE"), 1, 1.0)
    with np.errstate(all="ignore"):
        scaled: Floats = (raw - offset) * scale * general
    return scaled


def _floats(raw: NDArray[np.generic]) -> Floats:
    with np.errstate(all="ignore"):  # signalling NaNs in a file are only NaNs
        return raw.astype(np.float64)


def _fill(values: Floats, count: int, default: float) -> Floats:
    return np.concatenate([values[:count], np.full(max(count - len(values), 0), default)])


def _keys(parameters: dict[str, Parameter], key: str) -> list[str]:
    return [name for name in (key, *(f"{key}{i}" for i in range(2, 20))) if name in parameters]


def _continued(parameters: dict[str, Parameter], key: str) -> Floats:
    parts = [parameters[name].numbers().ravel(order="F") for name in _keys(parameters, key)]
    return np.concatenate(parts) if parts else np.empty(0)


def _continued_texts(parameters: dict[str, Parameter], key: str) -> list[str]:
    return [text for name in _keys(parameters, key) for text in parameters[name].texts()]
