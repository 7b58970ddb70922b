"""The one check at the door: all faults of a file together, one line each; nobody checks again afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import numpy as np

from psoas.core.arrays import Bools, Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import either, name_list, quoted
from psoas.core.options import InputOption
from psoas.recording.frame_times import endless_pause
from psoas.recording.marker_identification import identify_marker_set
from psoas.recording.marker_map import find_mapped_names, near_map_names
from psoas.recording.marker_match import MarkerMatch
from psoas.recording.marker_sets import marker_landmarks, marker_sets
from psoas.recording.recording import Markers, Recording

METRES = {"mm": 1e-3, "cm": 1e-2, "m": 1.0}
"""Length units that are understood, in metres."""
BODY_M = (0.2, 3.0)
"""A person's markers span at least and at most this much (assumed: from a child's legs to an adult's raised arms)."""
LEGS, ABOVE_LEGS = frozenset({"leg", "foot"}), frozenset({"pelvis", "trunk", "head"})
"""Markers on both look like a whole body, which must have the size of one."""
ONE_PLACE = 1e-6
"""Markers that span less, in any unit of length, all have the same position (assumed)."""
SEEN_AT_LEAST = 3
"""Fewer points than three cannot fix a body in space."""
STEP_S = (1e-5, 10.0)
"""Median time between frames that is taken for a recording of movement (assumed)."""
LARGEST = 1e9
"""No number in a recording is larger, whatever its unit (assumed)."""


class Faults:
    """Collects the faults of one file, so that all of them are reported together."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.messages: list[Message] = []

    def add(self, fault: Message, *, line: int | None = None, column: int | None = None) -> None:
        """Add one fault.

        Args:
            fault: What is wrong and what would work.
            line: Line of the file, from 1.
            column: Column of that line, from 1.
        """
        self.messages.append(_located(self.path.name, fault, line, column))

    def stop(self, fault: Message, *, line: int | None = None) -> NoReturn:
        """Add a fault after which nothing more can be read.

        Raises:
            InputError: Always, with all faults.
        """
        self.add(fault, line=line)
        raise InputError(*self.messages)

    def raise_if_any(self) -> None:
        """End the reading of a file that has faults.

        Raises:
            InputError: There is at least one fault; it carries all of them.
        """
        if self.messages:
            raise InputError(*self.messages)


def _located(file: str, fault: Message, line: int | None, column: int | None) -> Message:
    if line is None:
        return message("recording.in_file", file=file, fault=fault)
    if column is None:
        return message("recording.at_line", file=file, line=line, fault=fault)
    return message("recording.at_cell", file=file, line=line, column=column, fault=fault)


def check_time(time: Floats, faults: Faults, *, columns: int = 1, lines: Sequence[int] | None = None) -> None:
    """Add a fault unless time grows from frame to frame, in seconds, and without a pause that no memory could hold.

    Args:
        time: Time of each frame (T,), seconds.
        faults: Where to add it.
        columns: Numbers in a frame.
        lines: Line of the file for each frame, from 1.
    """
    where = (lambda i: lines[i]) if lines is not None else (lambda i: None)
    unseen = np.flatnonzero(~np.isfinite(time))
    if len(unseen):
        fault = message("recording.time_missing", missing=len(unseen), frames=len(time))
        faults.add(fault, line=where(int(unseen[0])))
        return
    step = np.diff(time)
    for wrong, code in ((step < 0, "recording.time_backwards"), (step == 0, "recording.time_still")):
        if wrong.any():
            i, more = int(np.argmax(wrong)), int(wrong.sum()) - 1
            fault = message(code, before=f"{time[i]:g}", after=f"{time[i + 1]:g}", more=more)
            faults.add(fault, line=where(i + 1))
    if not len(step) or (step <= 0).any():
        return
    usual = float(np.median(step))
    if not STEP_S[0] <= usual <= STEP_S[1]:
        faults.add(message("recording.step_unlikely", step=f"{usual:g}"))
    elif (row := endless_pause(time, columns)) is not None:
        faults.add(
            message("recording.time_pause", before=f"{time[row]:g}", after=f"{time[row + 1]:g}"), line=where(row + 1)
        )


def check_names(
    names: Sequence[str], faults: Faults, *, line: int | None = None, code: str = "recording.marker_twice"
) -> None:
    """Add a fault for each name that occurs more than once.

    Args:
        names: Of markers, columns or coordinates.
        faults: Where to add them.
        line: The line of the file that the names stand in, from 1.
        code: The message for one repeated name, with the values ``name`` and ``count``.
    """
    for name, count in Counter(names).items():
        if count > 1:
            faults.add(message(code, name=quoted(name), count=count), line=line)


def check_markers(markers: Markers, faults: Faults, *, unit: str, marker_map: Mapping[str, str] | None = None) -> None:
    """Add a fault unless something is seen, three markers at once, in different places and of the size of a person.

    Args:
        markers: Positions in metres.
        faults: Where to add it.
        unit: The file's unit of length; "" where it is not known, then the size is not checked.
        marker_map: Marker -> landmark, beside the known marker sets.
    """
    if not np.isfinite(markers.positions).any():
        faults.add(message("recording.nothing_seen"))
        return
    check_enough_seen(seen_markers(markers.positions), faults)
    if markers_span_m(markers.positions) < ONE_PLACE:
        faults.add(message("recording.one_place"))
    own, _ = find_mapped_names(markers.names, marker_map or {})
    mapping = {**identify_marker_set(markers.names, markers.positions, own=own).mapping, **own}
    chosen = [i for i, name in enumerate(markers.names) if mapping.get(name) in marker_landmarks()]
    regions = {marker_landmarks()[mapping[markers.names[i]]].region for i in chosen}
    if unit and regions & LEGS and regions & ABOVE_LEGS:
        _check_size(markers_span_m(markers.positions[:, chosen]), unit, faults)


def seen_markers(positions: Floats) -> Bools:
    """Which markers are seen: (frames, markers) from positions (frames, markers, 3)."""
    return np.asarray(np.isfinite(positions).all(axis=-1))


def check_enough_seen(visible: Bools, faults: Faults, *, code: str = "recording.few_markers_seen") -> None:
    """Add a fault unless some frame shows at least three markers at once.

    Args:
        visible: Which markers are seen (frames, markers).
        faults: Where to add it.
        code: The message, with the values ``most`` and ``needed``.
    """
    most = int(visible.sum(axis=1).max()) if len(visible) else 0
    if most < SEEN_AT_LEAST:
        faults.add(message(code, most=most, needed=SEEN_AT_LEAST))


def markers_span_m(positions: Floats) -> float:
    """Size of what the markers span.

    Args:
        positions: Marker positions (T, M, 3), NaN where not seen.

    Returns:
        Largest side of the box around the markers, in the unit of the positions, as the median over the frames that
        show three markers or more; NaN if none does.
    """
    visible = seen_markers(positions)
    frames = positions[visible.sum(axis=1) >= SEEN_AT_LEAST]
    if not len(frames):
        return float("nan")
    return float(np.median(np.max(np.nanmax(frames, axis=1) - np.nanmin(frames, axis=1), axis=1)))


def _check_size(span: float, unit: str, faults: Faults) -> None:
    if not span > 0 or BODY_M[0] <= span <= BODY_M[1]:
        return
    better = [other for other, metres in METRES.items() if BODY_M[0] <= span / METRES[unit] * metres <= BODY_M[1]]
    if better:
        faults.add(message("recording.wrong_size", unit=repr(unit), span=length_text(span), better=either(better)))
    else:
        faults.add(message("recording.impossible_size", unit=repr(unit), span=length_text(span)))


def length_text(metres: float) -> str:
    """A length for people: "1.4 mm", "1.45 m", "1.4 km"."""
    for scale, unit in ((1e-3, "km"), (1.0, "m"), (1e3, "mm")):
        if metres * scale >= 1:
            return f"{metres * scale:.3g} {unit}"
    return f"{metres * 1e3:.3g} mm"


def check_markers_known(recording: Recording, marker_map: Mapping[str, str] | None = None) -> MarkerMatch:
    """Find out which landmark each marker stands for.

    Args:
        recording: A recording with markers.
        marker_map: A user's own marker -> landmark; overrides and adds to the known marker sets.

    Returns:
        The match of all known sets, and of the map.

    Raises:
        InputError: The names are not known, fewer than three landmarks of pelvis and legs are among them, no frame
            shows three landmarks, or the map names nothing in the file or something that may be two markers.
    """
    if recording.markers is None:
        raise InputError(message("recording.no_markers", file=recording.path.name))
    faults = Faults(recording.path)
    names, positions = recording.markers.names, recording.markers.positions
    own, unclear = find_mapped_names(names, marker_map or {})
    for fault in unclear:
        faults.add(fault)
    if marker_map and not own and not unclear:
        faults.add(_map_unused(names, marker_map))
    match = identify_marker_set(names, positions, own=own)
    if not match.identified:
        known, option = len(marker_sets()), InputOption.MARKERS.message
        faults.add(message("recording.set_unknown", names=_quoted_names(names), known=known, option=option))
    else:
        chosen = [i for i, name in enumerate(names) if match.mapping.get(name) in marker_landmarks()]
        check_enough_seen(seen_markers(positions[:, chosen]), faults, code="recording.few_landmarks_seen")
    faults.raise_if_any()
    return match


def _map_unused(names: Sequence[str], marker_map: Mapping[str, str]) -> Message:
    """The fault of a map that names nothing in a file, with the two names that look alike the most."""
    for name, other in near_map_names(marker_map, names).items():
        values = {"name": repr(name), "other": repr(other)}
        return message("recording.map_unused_near", names=_quoted_names(names), **values)
    return message("recording.map_unused", names=_quoted_names(names))


def _quoted_names(names: Sequence[str]) -> Message:
    return name_list([repr(name) for name in names])
