"""Is this a whole C3D file? Looked up in its bytes, before a library trusts them (layout: C3D user guide, c3d.org)."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from itertools import pairwise

from psoas.recording.door import Faults

BLOCK = 512
KEY = 0x50
ORDERS = {84: "<", 85: "<", 86: ">"}
"""Processor byte to byte order: 84 Intel, 85 DEC, 86 MIPS."""
DEC = 85
SIZES = {-1: 1, 1: 1, 2: 2, 4: 4}
"""Bytes per value by type of parameter: text, byte, integer, real."""
MOST_FRAMES = 10_000_000


@dataclass(frozen=True)
class Parameter:
    """One parameter as it stands in the file: type, dimensions and raw bytes."""

    type: int
    dimensions: tuple[int, ...]
    raw: bytes

    def numbers(self, order: str, *, unsigned: bool = False) -> tuple[float, ...]:
        """Its values as plain numbers; () for text."""
        code = {1: "B", 2: "H" if unsigned else "h", 4: "f"}.get(self.type)
        if code is None:
            return ()
        return tuple(float(x) for x in struct.unpack(f"{order}{len(self.raw) // SIZES[self.type]}{code}", self.raw))


def guard(data: bytes, faults: Faults) -> None:
    """Raise InputError unless header, parameters and data all fit into the file and agree with one another."""
    if len(data) < 2 * BLOCK or data[1] != KEY:
        faults.stop("not a C3D file; its second byte must be 0x50 and it must hold a header and parameters")
    start = (data[0] - 1) * BLOCK
    if data[0] < 2 or start + 4 > len(data):
        faults.stop(f"the header points to parameters in block {data[0]}, which is not in the file; export again")
    blocks, processor = data[start + 2], data[start + 3]
    if processor not in ORDERS:
        faults.stop(f"processor type {processor} is not known; expected 84 (Intel), 85 (DEC) or 86 (MIPS)")
    if processor == DEC:
        faults.stop("the file is in the old DEC number format; save it as Intel C3D")
    end = start + max(blocks, 1) * BLOCK
    if end > len(data):
        faults.stop("truncated: the parameters end after the file does; export again")
    parameters = _parameters(data, start + 4, end, ORDERS[processor], faults)
    _check_data(data, parameters, ORDERS[processor], end, faults)


def _parameters(data: bytes, at: int, end: int, order: str, faults: Faults) -> dict[str, Parameter]:
    """Walk the chain of groups and parameters; every record must lie inside its section."""
    groups: dict[int, str] = {}
    found: list[tuple[int, str, Parameter]] = []
    while at + 2 <= end:
        length, number = abs(struct.unpack_from("b", data, at)[0]), struct.unpack_from("b", data, at + 1)[0]
        if length == 0 or number == 0:
            break
        pointer = at + 2 + length
        if pointer + 2 > end:
            faults.stop("damaged: a parameter's name reaches over the end of its section; export again")
        name = data[at + 2 : pointer]
        if not name.isascii() or not name.decode("ascii").replace("_", "a").replace(" ", "a").isprintable():
            faults.stop("damaged: a parameter's name is not text; export again")
        following = pointer + struct.unpack_from(order + "H", data, pointer)[0]
        limit = following if following > pointer else end
        if limit > end:
            faults.stop("damaged: a parameter reaches over the end of its section; export again")
        if number < 0:
            _description(data, pointer + 2, limit, faults)
            if -number in groups:
                faults.stop("damaged: two groups of parameters share a number; export again")
            groups[-number] = name.decode("ascii").strip().upper()
        else:
            found.append((number, name.decode("ascii").strip().upper(), _parameter(data, pointer + 2, limit, faults)))
        if following == pointer:
            break
        at = following
    if any(number not in groups for number, _, _ in found):
        faults.stop("damaged: a parameter belongs to no group; export again")
    return {f"{groups[number]}:{name}": parameter for number, name, parameter in found}


def _parameter(data: bytes, at: int, limit: int, faults: Faults) -> Parameter:
    if at + 2 > limit:
        faults.stop("damaged: a parameter is cut short; export again")
    kind, dims = struct.unpack_from("b", data, at)[0], data[at + 1]
    if kind not in SIZES or dims > 7 or at + 2 + dims > limit:
        faults.stop("damaged: a parameter has no legal type or dimensions; export again")
    shape = tuple(data[at + 2 : at + 2 + dims])
    first = at + 2 + dims
    last = first + SIZES[kind] * math.prod(shape)
    _description(data, last, limit, faults)
    return Parameter(kind, shape, data[first:last])


def _description(data: bytes, at: int, limit: int, faults: Faults) -> None:
    if at + 1 > limit or at + 1 + data[at] > limit:
        faults.stop("damaged: a parameter is longer than its place in the file; export again")


def _check_data(data: bytes, parameters: dict[str, Parameter], order: str, end: int, faults: Faults) -> None:
    """Frames, points and channels as told must fill no more than the file holds."""

    def told(key: str, default: float) -> float:
        values = parameters[key].numbers(order, unsigned=True) if key in parameters else ()
        return values[0] if values and math.isfinite(values[0]) else default

    points, first, last = struct.unpack_from(order + "H", data, 2)[0], *struct.unpack_from(order + "2H", data, 6)
    analogs, per_frame = struct.unpack_from(order + "H", data, 4)[0], struct.unpack_from(order + "H", data, 18)[0]
    scale, block = struct.unpack_from(order + "f", data, 12)[0], struct.unpack_from(order + "H", data, 16)[0]
    lacking = [key for key in ("POINT:USED", "POINT:RATE", "POINT:SCALE", "POINT:LABELS") if key not in parameters]
    if lacking and points:
        faults.stop(f"no parameter {', '.join(lacking)}; a recording of markers needs them")
    if told("POINT:USED", 0) != points:
        faults.stop(f"damaged: the header says {points} points and POINT:USED {told('POINT:USED', 0):g}; export again")
    if told("POINT:SCALE", scale) != scale:
        faults.stop(f"damaged: the header says scale {scale:g} and POINT:SCALE another; export again")
    if not math.isfinite(scale) or scale == 0:
        faults.stop("damaged: the scale of the points is no number; export again")
    if told("ANALOG:USED", 0) * per_frame != analogs and analogs:
        faults.stop("damaged: header and ANALOG:USED disagree on the number of channels; export again")
    frames = _frames(parameters, order, first, last)
    if not 0 < frames <= MOST_FRAMES:
        faults.stop(f"frames {first} to {last} are no recording; export again")
    at = (block - 1) * BLOCK
    if block < 2 or at < end or at > len(data):
        faults.stop(f"damaged: the data are said to start in block {block}; export again")
    needed = frames * (4 * points + analogs) * (4 if scale < 0 else 2)
    if at + needed > len(data):
        whole = (len(data) - at) * frames // max(needed, 1)
        faults.stop(f"truncated: the header says {frames} frames and the file holds {whole}; export again")


def _frames(parameters: dict[str, Parameter], order: str, first: int, last: int) -> int:
    """Frame count by header, or by the parameters that long recordings use beyond 65535 frames."""
    ends = []
    for key in ("TRIAL:ACTUAL_START_FIELD", "TRIAL:ACTUAL_END_FIELD"):
        words = parameters[key].numbers(order, unsigned=True) if key in parameters else ()
        ends.append(words[0] + 65536 * words[1] if len(words) == 2 else math.nan)
    for low, high in pairwise(ends):
        if math.isfinite(low) and math.isfinite(high) and high - low > last - first:
            return int(high - low) + 1
    return last - first + 1
