"""Events that a C3D file carries: in its EVENT group, or the eighteen of its header."""

from __future__ import annotations

import re

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.recording.c3d_file import C3DFile
from psoas.recording.recording import RecordedEvent
from psoas.recording.recording_validation import LARGEST

CONTEXTS = {**{side: side for side in SIDES}, **{letter: side for side, letter in SIDE_LETTER.items()}}
SIDED = re.compile(r"(?P<side>left|right|[lr])(?:[\s_.]|hs|to|fs|fo|ic|heel|toe|foot|on|off)", re.I)
"""A label that begins with its side: "RHS", "L_TO", "Right Foot Strike"."""
FOUR_LETTERS = 12345
"""The header's word 150 when its labels have four letters (C3D user guide, header events)."""
MOST_IN_HEADER = 18


def read_events(file: C3DFile, *, time: Floats) -> tuple[tuple[RecordedEvent, ...], list[Message]]:
    """Events in order of time, seconds from the file's frame 1, and notes.

    Args:
        file: The parsed file.
        time: Time of each frame (T,), seconds. Events that all lie before it, but would fall into it counted from the
            first frame that the file holds, are counted so.

    Returns:
        The events; those whose time is no number are left out and counted in a note.
    """
    events, lost = _from_group(file)
    if not events and not lost:
        events, lost = _from_header(file)
    notes = [message("recording.c3d_events_dropped", count=lost)] if lost else []
    start, end = float(time[0]), float(time[-1])
    inside = [start - 0.5 <= event.time <= end + 0.5 for event in events]
    if events and start > 0.5 and not any(inside) and all(-0.5 <= one.time <= end - start + 0.5 for one in events):
        events = [RecordedEvent(event.label, event.side, event.time + start) for event in events]
        notes.append(message("recording.c3d_events_shifted", start=f"{start:.3g}"))
    return tuple(sorted(events, key=lambda event: event.time)), notes


def _from_group(file: C3DFile) -> tuple[list[RecordedEvent], int]:
    """Events of the EVENT group, and how many have no usable time. Times are minutes and seconds, or seconds alone."""
    parameters = file.parameters
    labels, contexts = parameters.texts("EVENT:LABELS"), parameters.texts("EVENT:CONTEXTS")
    times = parameters.series("EVENT:TIMES")
    used = parameters.count("EVENT:USED")
    alone = parameters.numbers("EVENT:TIMES").ndim == 1 and len(times) in (used, len(labels))
    seconds = times if alone else 60.0 * times[: len(times) // 2 * 2 : 2] + times[1::2]
    count = min(len(seconds), max(len(labels), len(contexts)) if used is None else used)
    found: list[RecordedEvent] = []
    for i in range(count):
        label, context = (texts[i] if i < len(texts) else "" for texts in (labels, contexts))
        if not (label or context):
            continue
        if abs(seconds[i]) < LARGEST:
            found.append(_event(label, context, float(seconds[i])))
    lost = int((~(np.abs(seconds[:count]) < LARGEST)).sum())
    return found, lost


def _event(label: str, context: str, seconds: float) -> RecordedEvent:
    """One event; its side is the context, or the beginning of its name. A context without a label is the label."""
    label, side = label or context, CONTEXTS.get(context.lower(), "")
    match = SIDED.match(label)
    if not side and match:
        side = CONTEXTS[match["side"].lower()]
    return RecordedEvent(label, side, seconds)


def _from_header(file: C3DFile) -> tuple[list[RecordedEvent], int]:
    data, numbers = file.data, file.parameters.format
    key, count = numbers.unpack_whole(data, 298, 2)
    width = 4 if key == FOUR_LETTERS else 2
    found, lost = [], 0
    for i in range(min(count, MOST_IN_HEADER)):
        label = data[396 + width * i : 396 + width * (i + 1)].replace(b"\0", b" ").decode("latin-1").strip()
        seconds = numbers.unpack_real(data, 304 + 4 * i)
        if not label.isprintable() or not label:
            continue
        if abs(seconds) < LARGEST:
            found.append(_event(label, "", seconds))
        else:
            lost += 1
    return found, lost
