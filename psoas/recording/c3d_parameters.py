"""The parameter section of a C3D file: groups and parameters, walked with bounds checked at every step.

Layout after the C3D user guide (c3d.org). Real files break it in known ways: a wrong pointer or number of blocks, a
processor byte of none of the three formats, zeros before the header, a chain that ends in a wild offset. What is
found by then is used.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.c3d_numbers import FORMATS, NumberFormat, to_floats

BLOCK = 512
KEY = 0x50
SIZES = {-1: 1, 1: 1, 2: 2, 4: 4}
"""Bytes per value by type of parameter: text, byte, integer, real."""
NAME = re.compile(rb"[ -~\x80-\xff]+")
RATE_HZ = (1.0, 1e5)
"""Frames a second that tell one number format from another: the wrong one makes them tiny or huge (assumed)."""
MOST_RECORDS, MOST_BYTES, MOST_SECTIONS = 5000, 2**17, 8
"""Records of one section, bytes of one parameter, and places where the section is looked for: more than writers make,
few enough that a damaged file costs neither time nor memory (assumed)."""
CONTINUED = 99
"""LABELS2 to LABELS99 continue LABELS: one parameter holds at most 255."""


@dataclass(frozen=True)
class Parameter:
    """One parameter: its type (-1 text, 1 byte, 2 integer, 4 real), dimensions (first index fastest) and raw bytes."""

    type: int
    dimensions: tuple[int, ...]
    raw: bytes
    format: NumberFormat

    def numbers(self, *, unsigned: bool = False) -> Floats:
        """Values in the parameter's shape; empty for text. ``unsigned`` reads integers as 0 to 65535."""
        if self.type not in (1, 2, 4):
            return np.empty(0)
        whole = np.dtype(self.format.order + "u2") if unsigned else self.format.whole
        kind = {1: np.dtype("u1"), 2: whole, 4: self.format.real}[self.type]
        return to_floats(np.frombuffer(self.raw, kind)).reshape(self.dimensions, order="F")

    def texts(self) -> list[str]:
        """Its strings without the blanks around them; [] for numbers."""
        width = self.dimensions[0] if self.dimensions else 1
        if self.type != -1 or not width:
            return []
        return [_decoded(self.raw[i : i + width]) for i in range(0, len(self.raw), width)]


@dataclass(frozen=True)
class C3DParameters:
    """Parameters by "GROUP:NAME" in capitals, with the number format of the whole file.

    ``next_block`` follows their section by its own count, from 1: where the data begin if nothing else says so.
    """

    format: NumberFormat
    by_key: Mapping[str, Parameter]
    next_block: int = 0

    def __contains__(self, key: str) -> bool:
        return key in self.by_key

    def numbers(self, key: str, *, unsigned: bool = False) -> Floats:
        """A parameter's numbers in its shape; empty when it is not there."""
        return self.by_key[key].numbers(unsigned=unsigned) if key in self.by_key else np.empty(0)

    def number(self, key: str, index: int = 0, *, unsigned: bool = False) -> float:
        """One number out of a parameter; NaN when it is not there."""
        values = self.numbers(key, unsigned=unsigned).ravel(order="F")
        return float(values[index]) if index < len(values) else math.nan

    def count(self, key: str) -> int | None:
        """A number of things, from 0 to 10 million; None when it is not there or is none."""
        value = self.number(key, unsigned=True)
        return int(value) if 0 <= value <= 1e7 else None

    def texts(self, key: str) -> list[str]:
        """A parameter's strings, continued in those with a number behind (LABELS, LABELS2 ...)."""
        return [text for name in self._continued(key) for text in self.by_key[name].texts()]

    def series(self, key: str, *, unsigned: bool = False) -> Floats:
        """A parameter's numbers in a row, continued likewise."""
        parts = [self.numbers(name, unsigned=unsigned).ravel(order="F") for name in self._continued(key)]
        return np.concatenate(parts) if parts else np.empty(0)

    def _continued(self, key: str) -> list[str]:
        return [name for name in (key, *(f"{key}{i}" for i in range(2, CONTINUED + 1))) if name in self.by_key]


def parse_parameters(data: bytes) -> tuple[C3DParameters | None, list[Message]]:
    """The parameters of a file and what had to be put right to find them; None when there are none.

    The processor byte is believed where the frame rate makes sense in its numbers, else the format in which it does.
    """
    said = data[0]
    for block in dict.fromkeys((said, *islice(_blocks_with_parameters(data), MOST_SECTIONS))):
        start = (block - 1) * BLOCK
        if block < 2 or start + 4 > len(data):
            continue
        named = FORMATS.get(data[start + 3])
        trials = list(dict.fromkeys((*([named] if named else []), *FORMATS.values())))
        whole = [found for trial in trials if _is_whole(found := _section(data, start, trial))]
        likely = [found for found in whole if _has_rate(data, found)] or [f for f in whole if f.format == named]
        if likely:
            repairs = [] if block == said else [message("recording.c3d_parameters_moved", said=said, block=block)]
            if likely[0].format != named:
                name = likely[0].format.name
                repairs.append(message("recording.c3d_processor_repaired", processor=data[start + 3], format=name))
            return likely[0], repairs
    return None, []


def _section(data: bytes, start: int, trial: NumberFormat) -> C3DParameters:
    """The parameters of the section at byte ``start``, up to the data by the header or by the count of blocks."""
    until = max((trial.unpack_whole(data, 16, 1)[0] - 1) * BLOCK, start + data[start + 2] * BLOCK)
    found = _walk(data, start + 4, until if until > start + BLOCK else len(data), trial)
    return C3DParameters(trial, found, start // BLOCK + 1 + data[start + 2])


def _has_rate(data: bytes, found: C3DParameters) -> bool:
    """Whether header or parameters hold a frame rate that somebody could have recorded with."""
    rates = (found.format.unpack_real(data, 20), found.number("POINT:RATE"))
    return any(RATE_HZ[0] <= rate <= RATE_HZ[1] for rate in rates)


def _is_whole(found: C3DParameters) -> bool:
    """Whether what was found is a section of parameters, not a stretch of other bytes."""
    return any(key.startswith(("POINT:", "ANALOG:", "ROTATION:")) for key in found.by_key)


def _blocks_with_parameters(data: bytes) -> Iterator[int]:
    """Blocks, from 1, that begin as a section of parameters does; block 2 comes first, where nearly all have it."""
    yield 2
    for start in range(BLOCK, min(len(data) - 4, 255 * BLOCK), BLOCK):
        if data[start + 1] == KEY:
            yield start // BLOCK + 1


def _walk(data: bytes, at: int, until: int, numbers: NumberFormat) -> dict[str, Parameter]:
    """Follow the chain until it ends, or leads out of the file or to something that is no record."""
    groups: dict[int, str] = {}
    found: list[tuple[int, str, Parameter]] = []
    while at + 2 <= min(len(data), until) and len(found) + len(groups) < MOST_RECORDS:
        length, number = (abs(value) for value in struct.unpack_from("2b", data, at))
        is_group = data[at + 1] > 127
        pointer = at + 2 + length  # a locked name has a negative length
        if not length or not number or pointer + 4 > len(data) or not NAME.fullmatch(data, at + 2, pointer):
            break
        name = _decoded(data[at + 2 : pointer]).upper()
        if is_group:
            groups[number] = name
        elif (parameter := _parameter(data, pointer + 2, numbers)) is not None:
            found.append((number, name, parameter))
        step = struct.unpack_from(numbers.order + "H", data, pointer)[0]
        if not step:
            break
        at = pointer + step
    return {f"{groups[number]}:{name}": parameter for number, name, parameter in found if number in groups}


def _parameter(data: bytes, at: int, numbers: NumberFormat) -> Parameter | None:
    """One parameter; None when it has no legal type, is huge, or reaches over the end of the file."""
    kind, dims = struct.unpack_from("b", data, at)[0], data[at + 1]
    shape = tuple(data[at + 2 : at + 2 + dims])
    first = at + 2 + dims
    last = first + SIZES.get(kind, 0) * math.prod(shape)
    if kind not in SIZES or dims > 7 or last > len(data) or last - first > MOST_BYTES:
        return None
    return Parameter(kind, shape, data[first:last], numbers)


def _decoded(raw: bytes) -> str:
    raw = raw.replace(b"\0", b" ")
    try:
        return raw.decode("utf-8").strip()
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip()
