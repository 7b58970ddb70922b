"""Where the data of a C3D file lie and how they are cut: header, parameters and length of the file against each other.

Header and parameters say the same things twice. Where they disagree, each combination is a reading; one that fills the
file to its end is used, and said. Two that do, or none, and the file is refused: a wrong count shifts every value.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import product

from psoas.core.message import Message, message
from psoas.recording.c3d_numbers import NumberFormat
from psoas.recording.c3d_parameters import BLOCK, C3DParameters
from psoas.recording.recording_validation import Faults

LONGEST = 65535
"""Last frame that the header's sixteen bits can name."""
SAME_SCALE = 1e-3


@dataclass(frozen=True)
class C3DHeader:
    """The words of the header that place the data; ``measurements`` are analog values a frame."""

    points: int
    measurements: int
    first: int
    last: int
    scale: float
    block: int
    samples: int
    rate: float


@dataclass(frozen=True)
class C3DLayout:
    """How the data are cut: ``start`` in bytes, ``samples`` of each analog channel a frame, ``first`` frame from 0."""

    points: int
    channels: int
    samples: int
    frames: int
    first: int
    real: bool
    scale: float
    start: int

    @property
    def width(self) -> int:
        """Values a frame."""
        return 4 * self.points + self.channels * self.samples

    @property
    def frame_bytes(self) -> int:
        """Bytes a frame."""
        return self.width * (4 if self.real else 2)


def parse_header(data: bytes, numbers: NumberFormat) -> C3DHeader:
    """The header in the number format of the file."""
    points, measurements, first, last, _gap = numbers.unpack_whole(data, 2, 5)
    block, samples = numbers.unpack_whole(data, 16, 2)
    scale, rate = numbers.unpack_real(data, 12), numbers.unpack_real(data, 20)
    return C3DHeader(points, measurements, first, last, scale, block, samples, rate)


def settle_layout(
    header: C3DHeader, parameters: C3DParameters, data: bytes, faults: Faults
) -> tuple[C3DLayout, list[Message]]:
    """The one layout that header, parameters and length of the file allow, and what had to be put right.

    Raises:
        InputError: No reading fits, more than one does, or the data are cut short.
    """
    scale, repairs = _scale(header, parameters, faults)
    readings = [
        C3DLayout(points, channels, samples, 0, max(header.first - 1, 0), real, scale, start)
        for points, (channels, samples), real, start in product(
            _points(header, parameters), _analogs(header, parameters), _reals(header, parameters),
            _starts(header, parameters, data),
        )
    ]  # fmt: skip
    if not readings:
        faults.stop(message("recording.c3d_data_block", block=header.block))
    if len(readings) == 1:
        if not readings[0].width and not parameters.count("ROTATION:USED"):
            faults.stop(message("recording.c3d_nothing"))
        reading, other_kind = _kind_by_length(readings[0], header, parameters, data)
        layout, more = _count_frames(reading, header, parameters, data, faults)
        return layout, [*repairs, *other_kind, *more]
    layout = _only_fit(readings, header, parameters, data, faults)
    return layout, [*repairs, *_departures(layout, header, parameters)]


def _kind_by_length(
    layout: C3DLayout, header: C3DHeader, parameters: C3DParameters, data: bytes
) -> tuple[C3DLayout, list[Message]]:
    """The layout with integers for reals or the other way round, where only that fills the file."""
    room = _end(layout, parameters, data) - layout.start
    other = replace(layout, real=not layout.real, scale=abs(layout.scale))
    fits, others = (
        any(_snug(replace(one, frames=count), room) for count in _frame_counts(header, parameters))
        for one in (layout, other)
    )
    if fits or not others or not layout.width:
        return layout, []
    return other, [message("recording.c3d_real_repaired", kind="real" if other.real else "whole")]


def _points(header: C3DHeader, parameters: C3DParameters) -> list[int]:
    used = parameters.count("POINT:USED")
    return list(dict.fromkeys((header.points, header.points if used is None else used)))


def _analogs(header: C3DHeader, parameters: C3DParameters) -> list[tuple[int, int]]:
    """Channels and samples a frame: one pair where header and ANALOG:USED agree, else every one that either allows."""
    total, samples, used = header.measurements, header.samples, parameters.count("ANALOG:USED")
    if used is None:
        labels = len(parameters.texts("ANALOG:LABELS"))
        if samples and total % samples == 0:
            return [(total // samples, samples)]
        return [(labels, total // labels) if labels and total % labels == 0 else (total, 1)] if total else [(0, 0)]
    if total == used * samples or (total == 0 and used == 0):
        return [(used, samples if total else 0)]
    if used and total and total % used == 0 and _rate_ratio(header, parameters) in (total // used, 0):
        return [(used, total // used)]
    pairs = [(used, samples), (used, _rate_ratio(header, parameters)), (0, 0)]
    if samples and total % samples == 0:
        pairs.append((total // samples, samples))
    if used and total % used == 0:
        pairs.append((used, total // used))
    return list(dict.fromkeys(pair if pair[0] * pair[1] else (0, 0) for pair in pairs))


def _rate_ratio(header: C3DHeader, parameters: C3DParameters) -> int:
    """Analog samples a frame by the two rates; 0 where they do not tell."""
    analog, frames = parameters.number("ANALOG:RATE"), parameters.number("POINT:RATE")
    ratio = analog / (frames if frames > 0 else header.rate) if analog > 0 and (frames > 0 or header.rate > 0) else 0.0
    return round(ratio) if 1 <= ratio <= 1e4 and abs(ratio - round(ratio)) < 1e-3 * ratio else 0


def _reals(header: C3DHeader, parameters: C3DParameters) -> list[bool]:
    """Whether the data are reals: the sign of the scale tells, in header and parameters."""
    scales = (header.scale, parameters.number("POINT:SCALE"))
    return list(dict.fromkeys(scale < 0 for scale in scales if math.isfinite(scale) and scale))


def _scale(header: C3DHeader, parameters: C3DParameters, faults: Faults) -> tuple[float, list[Message]]:
    """Units an integer step; the header's where the parameter is missing or none."""
    said = parameters.number("POINT:SCALE")
    usable = [scale for scale in (said, header.scale) if math.isfinite(scale) and scale and abs(scale) < 1e9]
    if not usable:
        faults.stop(message("recording.c3d_scale"))
    scale, differs = usable[0], abs(usable[0] - usable[-1]) > SAME_SCALE * abs(usable[0])
    if scale > 0 and (differs or len(usable) == 1) and "POINT:SCALE" in parameters:
        values = {"header": f"{header.scale:.6g}", "said": f"{said:.6g}", "used": f"{scale:.6g}"}
        return scale, [message("recording.c3d_scale_repaired", **values)] if not math.isnan(said) else []
    return scale, []


def _starts(header: C3DHeader, parameters: C3DParameters, data: bytes) -> list[int]:
    """First byte of the data by header, POINT:DATA_START and the end of the parameters, where it is in the file."""
    said = parameters.count("POINT:DATA_START") or 0
    blocks = [header.block, said] if header.block >= 2 or said >= 2 else [parameters.next_block]
    usable = [block for block in blocks if block >= 2 and (block - 1) * BLOCK < len(data)]
    return [(block - 1) * BLOCK for block in dict.fromkeys(usable)]


def _frame_counts(header: C3DHeader, parameters: C3DParameters) -> list[int]:
    """How many frames header and parameters say, the header first; each once, none that is no count."""
    span = header.last - header.first + 1
    start, end = _trial_ends(parameters)
    trial = end - start + 1
    said = [parameters.count(key) or 0 for key in ("POINT:FRAMES", "POINT:LONG_FRAMES")]
    counts = [span, *said, int(trial) if 0 < trial < 1e7 else 0]
    if header.last == LONGEST:  # what the header cannot say comes first
        counts = [*(count for count in counts if count > span), *counts]
    return list(dict.fromkeys(count for count in counts if count > 0))


def _end(layout: C3DLayout, parameters: C3DParameters, data: bytes) -> int:
    """Byte after the data: the end of the file, or where its rotations begin."""
    block = parameters.count("ROTATION:DATA_START") or 0
    rotations = (block - 1) * BLOCK
    return rotations if layout.start < rotations < len(data) else len(data)


def _snug(layout: C3DLayout, room: int) -> bool:
    """Whether the frames fill the room up to the padding of the last block."""
    return layout.frames > 0 and 0 <= room - layout.frames * layout.frame_bytes < BLOCK


def _count_frames(
    layout: C3DLayout, header: C3DHeader, parameters: C3DParameters, data: bytes, faults: Faults
) -> tuple[C3DLayout, list[Message]]:
    """The layout with its number of frames: as the header says where the file holds them, else what fills the file."""
    counts = _frame_counts(header, parameters)
    room = _end(layout, parameters, data) - layout.start
    span = header.last - header.first + 1
    said = [count for count in counts if count * layout.frame_bytes <= room]
    snug = [count for count in said if _snug(replace(layout, frames=count), room)]
    clean = [count for count in snug if _is_padding(layout, data, count, room)] or snug
    if clean and (span not in clean or span == LONGEST):
        found = max(clean)
    elif said and (said[0] == span or span <= 0 or not layout.width):
        found = said[0]
        held = _frames_beyond(layout, data, found, room)
        if held and (len(counts) == 1 or LONGEST in (header.last, found) or (held - found) % (LONGEST + 1) == 0):
            found = held
    else:
        found = _whole_frames(layout, data, room, faults, span if span > 0 else counts[0] if counts else 0)
    repairs = []
    if found != span and not (header.last == LONGEST and found > span):
        repairs.append(message("recording.c3d_frames_repaired", header=max(span, 0), found=found))
    return replace(layout, frames=found, first=_first(header, parameters, found)), repairs


def _is_padding(layout: C3DLayout, data: bytes, frames: int, room: int) -> bool:
    """Whether nothing but zeros follows so many frames."""
    return not any(data[layout.start + frames * layout.frame_bytes : layout.start + room])


def _frames_beyond(layout: C3DLayout, data: bytes, said: int, room: int) -> int:
    """Whole frames that the file holds where the count is too low by more than one block; else 0."""
    held = room // layout.frame_bytes if layout.width else 0
    longer = (held - said) * layout.frame_bytes >= BLOCK and _snug(replace(layout, frames=held), room)
    whole = longer and _is_padding(layout, data, held, room) and not _is_padding(layout, data, said, room)
    return _drop_padding(layout, data, held, room) if whole else 0


def _first(header: C3DHeader, parameters: C3DParameters, frames: int) -> int:
    """First frame, counted from 0: that of the trial where the header cannot say the last."""
    start, end = _trial_ends(parameters)
    if header.last == LONGEST and end - start + 1 == frames and start >= 1:
        return int(start) - 1
    return max(header.first - 1, 0)


def _trial_ends(parameters: C3DParameters) -> tuple[float, float]:
    """First and last frame of the trial, in two words each; NaN where the file does not say."""
    ends = []
    for key in ("TRIAL:ACTUAL_START_FIELD", "TRIAL:ACTUAL_END_FIELD"):
        words = [parameters.number(key, i, unsigned=True) for i in (0, 1)]
        ends.append(words[0] + 65536 * (0.0 if math.isnan(words[1]) else words[1]))
    return ends[0], ends[1]


def _whole_frames(layout: C3DLayout, data: bytes, room: int, faults: Faults, said: int) -> int:
    """Frames that the file holds when it ends with a whole one; padding of the last block is no frame."""
    if not layout.width:
        faults.stop(message("recording.c3d_nothing"))
    held = room // layout.frame_bytes
    rest = data[layout.start + held * layout.frame_bytes : layout.start + room]
    if not held or any(rest):
        faults.stop(message("recording.c3d_truncated", header=said, found=held))
    return _drop_padding(layout, data, held, room)


def _drop_padding(layout: C3DLayout, data: bytes, held: int, room: int) -> int:
    """The frames that are no zeros of the last block."""
    while held > 1 and held * layout.frame_bytes > room - BLOCK and _is_padding(layout, data, held - 1, room):
        held -= 1
    return held


def _only_fit(
    readings: list[C3DLayout], header: C3DHeader, parameters: C3DParameters, data: bytes, faults: Faults
) -> C3DLayout:
    """The one reading that fills the file; with two, the one that has a label for every point."""
    other_kind = [replace(one, real=not one.real, scale=abs(one.scale)) for one in readings]
    fits = _fits(readings, header, parameters, data) or _fits(other_kind, header, parameters, data)
    labels = len([name for name in parameters.texts("POINT:LABELS") if name])
    channels = len([name for name in parameters.texts("ANALOG:LABELS") if name])
    for named in ([one for one in fits if one.points == labels], [one for one in fits if one.channels == channels]):
        fits = [one for one in named if one in fits] or fits
    if len({(one.points, one.channels, one.samples, one.real, one.start) for one in fits}) != 1:
        said = f"{parameters.number('POINT:USED'):g}, {parameters.number('ANALOG:USED'):g}"
        faults.stop(
            message("recording.c3d_counts", header=f"{header.points}, {header.measurements}", used=said, fits=len(fits))
        )
    return max(fits, key=lambda one: one.frames)


def _fits(readings: list[C3DLayout], header: C3DHeader, parameters: C3DParameters, data: bytes) -> list[C3DLayout]:
    """The readings, with each count of frames, that fill the file."""
    tried = [
        replace(reading, frames=frames)
        for reading in readings if reading.width for frames in _frame_counts(header, parameters)
    ]  # fmt: skip
    return [one for one in tried if _snug(one, _end(one, parameters, data) - one.start)]


def _departures(layout: C3DLayout, header: C3DHeader, parameters: C3DParameters) -> list[Message]:
    """What the header or the parameters say otherwise, one message for each thing."""
    used, analogs = parameters.count("POINT:USED"), parameters.count("ANALOG:USED")
    values = layout.channels * layout.samples
    block, said = layout.start // BLOCK + 1, parameters.count("POINT:DATA_START")
    rows = [
        ("recording.c3d_points_repaired", header.points, used, layout.points),
        ("recording.c3d_analogs_repaired", header.measurements, (analogs or 0) * header.samples, values),
        ("recording.c3d_block_repaired", header.block, said, block),
        ("recording.c3d_frames_repaired", header.last - header.first + 1, None, layout.frames),
    ]
    found = [
        message(code, header=max(told, 0), parameter=told if other is None else other, found=settled)
        for code, told, other, settled in rows if told != settled or other not in (None, settled)
    ]  # fmt: skip
    if _reals(header, parameters) != [layout.real]:
        found.append(message("recording.c3d_real_repaired", kind="real" if layout.real else "whole"))
    return found
