"""Header and parameters of a C3D file in bytes, Intel and reals, as the C3D user guide lays them out."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

import numpy as np

from psoas.core.arrays import Floats, Ints
from psoas.recording.c3d_parameters import BLOCK, KEY

INTEL_BYTE = 84
MOST_LABELS = 255
"""Strings that one parameter can hold; more go into LABELS2 and so on."""
LONGEST = 65535
EVENT_KEY = 12345

ParameterValue = str | int | float | Sequence[str] | Floats | Ints


def header_bytes(
    *, points: int, channels: int, samples: int, first: int, frames: int, rate: float, block: int
) -> bytes:
    """The first block: counts, the data block, frame rate; reals are told by a negative scale.

    Args:
        points: Points a frame.
        channels: Analog channels.
        samples: Analog samples a frame.
        first: First frame, from 1.
        frames: How many.
        rate: Frames a second.
        block: Block of the data, from 1.
    """
    last = min(first + frames - 1, LONGEST)
    head = struct.pack("<2B5H", 2, KEY, points, channels * samples, min(first, LONGEST), last, 0)
    head += struct.pack("<f2Hf", -1.0, block, samples, rate)
    head += bytes(298 - len(head)) + struct.pack("<H", EVENT_KEY)
    return head + bytes(BLOCK - len(head))


def parameter_bytes(groups: Mapping[str, Mapping[str, ParameterValue]]) -> bytes:
    """The section of parameters in whole blocks.

    Args:
        groups: Group to name to value; lists of more than 255 texts are continued under the name with a number.
    """
    records = bytearray()
    for number, (group, parameters) in enumerate(groups.items(), start=1):
        records += _record(group, -number, b"")
        for name, value in parameters.items():
            for part, content in _continued(name, value):
                records += _record(part, number, _content(content))
    blocks = -(-(len(records) + 6) // BLOCK)
    section = struct.pack("<4B", 1, KEY, min(blocks, 255), INTEL_BYTE) + records
    return section + bytes(blocks * BLOCK - len(section))


def _continued(name: str, value: ParameterValue) -> list[tuple[str, ParameterValue]]:
    """A value as one parameter, or texts in several."""
    if isinstance(value, str | int | float | np.ndarray) or len(value) <= MOST_LABELS:
        return [(name, value)]
    starts = range(0, len(value), MOST_LABELS)
    return [(name if not i else f"{name}{i + 1}", value[start : start + MOST_LABELS]) for i, start in enumerate(starts)]


def _record(name: str, number: int, content: bytes) -> bytes:
    return struct.pack("<2b", len(name), number) + name.encode() + struct.pack("<H", len(content) + 3) + content + b"\0"


def _content(value: ParameterValue) -> bytes:
    """Type, dimensions and data of one parameter."""
    if isinstance(value, str):
        return _texts([value], flat=True)
    if isinstance(value, int):
        return struct.pack("<bBH", 2, 0, value)
    if isinstance(value, float):
        return struct.pack("<bBf", 4, 0, value)
    if isinstance(value, np.ndarray):
        whole = value.dtype.kind == "i"
        head = struct.pack(f"<bB{value.ndim}B", 2 if whole else 4, value.ndim, *value.shape)
        return head + value.ravel(order="F").astype("<u2" if whole else "<f4").tobytes()
    return _texts(list(value), flat=False)


def _texts(values: Sequence[str], *, flat: bool) -> bytes:
    """Texts of one width, at most 255 bytes each."""
    raw = [value.encode()[:255] for value in values]
    width = max((len(one) for one in raw), default=0)
    dims = [width] if flat else [width, len(raw)]
    return struct.pack(f"<bB{len(dims)}B", -1, len(dims), *dims) + b"".join(one.ljust(width) for one in raw)
