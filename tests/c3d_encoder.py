"""Writes C3D files of every processor, of integers and reals, with the faults that real writers make: bytes by hand."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from psoas.core.arrays import Floats

BLOCK = 512
PROCESSORS = {"intel": 84, "dec": 85, "mips": 86}
Value = str | float | int | Sequence[str] | np.ndarray
"""What a parameter holds: text, a real, an integer, a list of texts, or an array of reals or integers."""


def order_of(processor: str) -> str:
    """Byte order of a processor as ``struct`` names it."""
    return ">" if processor == "mips" else "<"


def pack_reals(values: ArrayLike, processor: str) -> bytes:
    """Reals of four bytes; for DEC by way of the same bits times four, halves swapped."""
    numbers = np.asarray(values, dtype=np.float32)
    if processor != "dec":
        return numbers.astype(order_of(processor) + "f4").tobytes()
    bits = (numbers * np.float32(4)).view(np.uint32)
    bits = np.where(numbers == 0, np.uint32(0), bits).astype(np.uint32)
    return ((bits >> np.uint32(16)) | (bits << np.uint32(16))).astype("<u4").tobytes()


@dataclass(frozen=True)
class C3DWorld:
    """A recording to write.

    ``points`` (frames, points, 3) in the file's unit, NaN where not seen; ``analogs`` raw values (frames, samples,
    channels); ``parameters`` more of them by "GROUP:NAME"; ``faults`` what its writer does wrong.
    """

    points: Floats
    names: Sequence[str]
    processor: str = "intel"
    real: bool = True
    scale: float = 0.1
    rate: float = 100.0
    unit: str = "mm"
    first: int = 1
    analogs: Floats = field(default_factory=lambda: np.zeros((0, 0, 0)))
    parameters: Mapping[str, Value] = field(default_factory=dict)
    header_rate: float | None = None
    header_events: Sequence[tuple[str, float]] = ()
    faults: frozenset[str] = frozenset()
    rotations: Floats | None = None


def encode_c3d(world: C3DWorld) -> bytes:
    """The file of a world, in bytes."""
    frames = len(world.points)
    parameters = {key: value for key, value in _standard(world, frames).items() if value is not None}
    parameters |= dict(world.parameters)
    section = _section(parameters, world)
    blocks = -(-(len(section) + 4) // BLOCK)
    start = 3 if "moved" in world.faults else 2
    data_block = start + blocks
    place = "POINT:DATA_START"
    body = _data(world)
    rotations = b""
    if world.rotations is not None:
        body += bytes(-len(body) % BLOCK)
        rotations = pack_reals(world.rotations, world.processor)
        parameters["ROTATION:DATA_START"] = data_block + len(body) // BLOCK
    if not world.faults & {"no data start", "no start at all"}:
        parameters[place] = data_block
    section = _section(parameters, world)
    assert -(-(len(section) + 4) // BLOCK) == blocks
    count = 1 if "one block" in world.faults else blocks
    processor = 0 if "processor" in world.faults else PROCESSORS[world.processor]
    section = bytes([1, 0x50, count, processor]) + section
    section += bytes(blocks * BLOCK - len(section))
    said = 0 if "no start at all" in world.faults else data_block
    head = _header(world, frames, 2 if "moved" in world.faults else start, said)
    whole = head + bytes(BLOCK * (start - 2)) + section + body + rotations
    if "unpadded" not in world.faults:
        whole += bytes(-len(whole) % BLOCK)
    return (bytes(BLOCK) if "zeros" in world.faults else b"") + whole


def _standard(world: C3DWorld, frames: int) -> dict[str, Value | None]:
    """The parameters that every file has; None for those that this writer forgets."""
    samples, channels = world.analogs.shape[1:] if world.analogs.size else (0, 0)
    scale = -abs(world.scale) if world.real else world.scale
    scale = -scale if "sign" in world.faults else scale
    used = len(world.names) + (1 if "points by parameter" in world.faults else 0)
    names = list(world.names)
    found: dict[str, Value | None] = {
        "POINT:USED": used,
        "POINT:FRAMES": None if "no frames" in world.faults else min(frames, 65535),
        "POINT:SCALE": float(scale),
        "POINT:RATE": None if "no rate" in world.faults else float(world.rate),
        "POINT:UNITS": world.unit,
        "POINT:DATA_START": None if world.faults & {"no data start", "no start at all"} else 1,
        "POINT:LABELS": names[:255],
        "ANALOG:USED": channels,
        "ANALOG:RATE": None if "no analog rate" in world.faults else float(world.rate * samples),
    }
    found |= {f"POINT:LABELS{i // 255 + 1}": names[i : i + 255] for i in range(255, len(names), 255)}
    if frames > 65535:
        found["POINT:LONG_FRAMES"] = float(frames)
    if world.rotations is not None:
        found["ROTATION:DATA_START"] = 1
    if channels:
        found |= {
            "ANALOG:LABELS": [f"c{i + 1}" for i in range(channels)],
            "ANALOG:GEN_SCALE": 1.0,
            "ANALOG:SCALE": np.ones(channels),
            "ANALOG:OFFSET": np.zeros(channels, dtype=int),
        }
    return found


def _header(world: C3DWorld, frames: int, start: int, data_block: int) -> bytes:
    order = order_of(world.processor)
    samples, channels = world.analogs.shape[1:] if world.analogs.size else (0, 0)
    points = len(world.names) + (1 if "points by header" in world.faults else 0)
    last = min(world.first + frames - 1, 65535) - (3 if "frames by header" in world.faults else 0)
    scale = (-1.0 if "scale" in world.faults else -abs(world.scale)) if world.real else world.scale
    scale = -scale if "sign" in world.faults else scale
    head = bytes([start, 0x50]) + struct.pack(order + "5H", points, samples * channels, world.first, last, 10)
    head += pack_reals([scale], world.processor) + struct.pack(order + "2H", data_block, samples)
    head += pack_reals([world.header_rate or world.rate], world.processor)
    head += bytes(298 - len(head)) + struct.pack(order + "2H", 12345, len(world.header_events))
    head += bytes(304 - len(head)) + pack_reals([seconds for _, seconds in world.header_events], world.processor)
    head += bytes(396 - len(head)) + b"".join(label.encode().ljust(4) for label, _ in world.header_events)
    return head + bytes(BLOCK - len(head))


def _section(parameters: Mapping[str, Value], world: C3DWorld) -> bytes:
    """Groups and parameters one after the other, without the four bytes before them."""
    groups = list(dict.fromkeys(key.partition(":")[0] for key in parameters))
    group_records = [(name, -(number + 1), b"") for number, name in enumerate(groups)]
    records = [
        (key.partition(":")[2], groups.index(key.partition(":")[0]) + 1, _content(value, world.processor))
        for key, value in parameters.items()
    ]
    every = [*records, *group_records] if "groups last" in world.faults else [*group_records, *records]
    return b"".join(_record(*one, world, last=one is every[-1]) for one in every) + bytes(2)


def _record(name: str, number: int, content: bytes, world: C3DWorld, *, last: bool) -> bytes:
    written = (name.title() if "small letters" in world.faults else name).encode()
    length = -len(written) if "locked" in world.faults else len(written)
    step = len(content) + 3  # from the pointer to the next record: itself, the content, and the length of the words
    if last and "wild end" in world.faults:
        step = 16129
    if last and "zero end" in world.faults:
        step = 0
    return (
        struct.pack("2b", length, number)
        + written
        + struct.pack(order_of(world.processor) + "H", step)
        + content
        + b"\0"
    )


def _content(value: Value, processor: str) -> bytes:
    order = order_of(processor)
    if isinstance(value, str):
        return bytes([255, 1, len(value.encode())]) + value.encode()
    if isinstance(value, float):
        return bytes([4, 0]) + pack_reals([value], processor)
    if isinstance(value, int):
        return bytes([2, 0]) + struct.pack(order + "H", value)
    if isinstance(value, np.ndarray):
        head = bytes([2 if value.dtype.kind == "i" else 4, value.ndim, *value.shape])
        flat = value.ravel(order="F")
        whole = flat.dtype.kind == "i"
        return head + (flat.astype(order + "i2").tobytes() if whole else pack_reals(flat, processor))
    texts = [text.encode() for text in value]
    width = max((len(text) for text in texts), default=0)
    return bytes([255, 2, width, len(texts)]) + b"".join(text.ljust(width) for text in texts)


def _data(world: C3DWorld) -> bytes:
    frames = len(world.points)
    unseen = np.asarray(np.isnan(world.points).any(axis=2))
    positions = np.where(unseen[:, :, None], 0.0, world.points)
    residual = np.where(unseen, -1.0, 1.0)
    if not world.real:
        positions = np.round(positions / world.scale)
    fourth = residual[:, :, None] if world.real else np.where(unseen, -1, 0x0102)[:, :, None]
    rows = [np.concatenate([positions, fourth], axis=2).reshape(frames, -1)]
    if world.analogs.size:
        rows.append(world.analogs.reshape(frames, -1))
    table = np.hstack(rows)
    if world.real:
        return pack_reals(table, world.processor)
    return table.astype(np.int64).astype(order_of(world.processor) + "i2").tobytes()
