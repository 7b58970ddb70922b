"""The one check at the door: all faults of a file together, one line each; nobody checks again afterwards."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import numpy as np

from psoas.core.arrays import Bools, Floats
from psoas.core.errors import InputError
from psoas.recording.marker_sets import identify_marker_set, leg_landmarks, marker_landmarks, marker_sets
from psoas.recording.recording import Markers, Recording

METRES = {"mm": 1e-3, "cm": 1e-2, "m": 1.0}
"""Length units that are understood, in metres."""
BODY_M = (0.2, 3.0)
"""A person's markers span at least and at most this much (assumed: from a child's legs to an adult's raised arms)."""
LEGS, ABOVE_LEGS = frozenset({"leg", "foot"}), frozenset({"pelvis", "trunk", "head"})
"""Markers on both look like a whole body, which must have the size of one."""
SEEN_AT_LEAST = 3
"""Fewer points than three cannot fix a body in space."""
SHARE_TOO_FEW = 0.25
"""A recording with more than this share of frames showing too few markers is refused (assumed)."""
STEP_S = (1e-5, 10.0)
"""Median time between frames that is taken for a recording of movement (assumed)."""
LARGEST = 1e9
"""No number in a recording is larger, whatever its unit (assumed)."""


class Faults:
    """Collects what is wrong with one file, so that it is all told at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: list[str] = []

    def add(self, what: str, *, line: int | None = None, column: int | None = None) -> None:
        """Note one fault: what is wrong and what would work; ``line`` and ``column`` count from 1."""
        where = f" line {line}" if line is not None else ""
        where += f", column {column}" if column is not None else ""
        self.lines.append(f"{self.path.name}{where}: {what}")

    def stop(self, what: str, *, line: int | None = None) -> NoReturn:
        """Note one last fault after which nothing more can be read, and raise all of them."""
        self.add(what, line=line)
        raise InputError(*self.lines)

    def settle(self) -> None:
        """Raise InputError with all faults, if there are any."""
        if self.lines:
            raise InputError(*self.lines)


def read_bytes(path: Path) -> bytes:
    """The whole file; raises InputError when it is missing, a folder, unreadable or empty."""
    faults = Faults(path)
    try:
        if path.is_dir():
            faults.stop("this is a folder; give one recording file (.trc .c3d .mot .sto)")
        if not path.exists():
            faults.stop(f"no such file{_neighbour(path)}")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        faults.stop(f"cannot be read ({error})")
    if not data.strip():
        faults.stop("the file is empty; export the recording again")
    return data


def _neighbour(path: Path) -> str:
    """A hint at a file of the same stem that does exist."""
    try:
        others = sorted(other.name for other in path.parent.iterdir() if other.stem == path.stem)
    except OSError:
        return f"; the folder {os.fspath(path.parent)!r} does not exist either"
    return f"; did you mean {others[0]}?" if others else "; check the name and the folder"


def read_lines(path: Path) -> list[str]:
    """The lines of a text file without line ends; the last is empty when a line end closes the file. Or InputError."""
    faults = Faults(path)
    data = read_bytes(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.stop("the text is UTF-16; save it as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if any(byte < 32 and byte not in (9, 10, 12, 13) for byte in set(data)):
        faults.stop("not a text file (binary data); expected tab-separated text, or a .c3d file")
    lines: list[str] = []
    for number, raw in enumerate(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), start=1):
        try:
            lines.append(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            if number > 1:
                faults.stop(f"byte {error.start + 1} is not UTF-8 text; save the file as UTF-8", line=number)
            lines.append(raw.decode("latin-1"))  # line 1 only names a file, often with a folder in local letters
    return lines


def check_time(
    time: Floats, faults: Faults, *, lines: Sequence[int] | None = None, rate_hz: float | None = None
) -> None:
    """Time must be numbers that grow, in seconds; ``lines`` are the file's line of each frame."""
    where = (lambda i: lines[i]) if lines is not None else (lambda i: None)
    unseen = np.flatnonzero(~np.isfinite(time))
    if len(unseen):
        faults.add(
            f"no time in {len(unseen)} of {len(time)} frames; every frame needs its time", line=where(int(unseen[0]))
        )
        return
    step = np.diff(time)
    for wrong, what in ((step < 0, "runs backwards"), (step == 0, "stands still")):
        if wrong.any():
            i = int(np.argmax(wrong))
            more = f", and {int(wrong.sum()) - 1} more times" if wrong.sum() > 1 else ""
            faults.add(f"time {what} ({time[i]:g} s, then {time[i + 1]:g} s{more}); it must grow", line=where(i + 1))
    if not len(step) or (step <= 0).any():
        return
    usual = float(np.median(step))
    if not STEP_S[0] <= usual <= STEP_S[1]:
        faults.add(f"frames are {usual:g} s apart; time must be in seconds")
    elif rate_hz and 500 < usual * rate_hz < 2000:
        faults.add(
            f"frames are {usual:g} s apart but the header says {rate_hz:g} Hz: the time is in milliseconds, not seconds"
        )


def check_names(names: Sequence[str], faults: Faults, *, line: int | None = None, what: str = "marker") -> None:
    """Names must differ; each repeated name is one fault."""
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        faults.add(f"{what} {name!r} appears {names.count(name)} times; each name must be unique", line=line)


def check_markers(markers: Markers, faults: Faults, *, unit: str, marker_map: Mapping[str, str] | None = None) -> None:
    """Something must be seen, in enough frames, and be the size of a person; ``unit`` is the file's own, or ""."""
    if not np.isfinite(markers.positions).any():
        faults.add(
            "no marker is seen in any frame (all cells are empty, NaN or 0,0,0); label and fill the trial, export again"
        )
        return
    check_enough_seen(seen_markers(markers.positions), faults, what="markers")
    mapping = {**identify_marker_set(markers.names)[1], **(marker_map or {})}
    chosen = [i for i, name in enumerate(markers.names) if mapping.get(name) in marker_landmarks()]
    regions = {marker_landmarks()[mapping[markers.names[i]]].region for i in chosen}
    if unit and regions & LEGS and regions & ABOVE_LEGS:
        _check_size(markers_span_m(markers.positions[:, chosen]), unit, faults)


def seen_markers(positions: Floats) -> Bools:
    """Which markers are seen: (frames, markers) from positions (frames, markers, 3)."""
    return np.asarray(np.isfinite(positions).all(axis=-1))


def check_enough_seen(visible: Bools, faults: Faults, *, what: str) -> None:
    """Most frames must show at least three of ``visible`` (frames, markers); ``what`` names them."""
    too_few = visible.sum(axis=1) < SEEN_AT_LEAST
    if too_few.mean() > SHARE_TOO_FEW:
        faults.add(
            f"{int(too_few.sum())} of {len(too_few)} frames show fewer than {SEEN_AT_LEAST} {what}; "
            f"at least {1 - SHARE_TOO_FEW:.0%} of the frames must show {SEEN_AT_LEAST} or more"
        )


def markers_span_m(positions: Floats) -> float:
    """Largest side of the box around the markers, median over the frames that show three or more; NaN if none does."""
    visible = seen_markers(positions)
    frames = positions[visible.sum(axis=1) >= SEEN_AT_LEAST]
    if not len(frames):
        return float("nan")
    return float(np.median(np.max(np.nanmax(frames, axis=1) - np.nanmin(frames, axis=1), axis=1)))


def _check_size(span: float, unit: str, faults: Faults) -> None:
    if not span > 0 or BODY_M[0] <= span <= BODY_M[1]:
        return
    better = [other for other, metres in METRES.items() if BODY_M[0] <= span / METRES[unit] * metres <= BODY_M[1]]
    advice = (
        f"in {' or '.join(better)} the size would be right: correct the units"
        if better
        else "no usual unit fits: check the export"
    )
    faults.add(f"with units {unit!r} the person's markers span {_length(span)}; {advice}")


def _length(metres: float) -> str:
    for scale, unit in ((1e-3, "km"), (1.0, "m"), (1e3, "mm")):
        if metres * scale >= 1:
            return f"{metres * scale:.3g} {unit}"
    return f"{metres * 1e3:.3g} mm"


def check_markers_known(
    recording: Recording, marker_map: Mapping[str, str] | None = None
) -> tuple[str, dict[str, str]]:
    """The marker set's name and {marker: landmark or cluster}; ``marker_map`` (a user's own) overrides and adds.

    Raises InputError when the names are not known (what was found, what is known), when fewer than three landmarks of
    pelvis and legs are among them, or when most frames show fewer than three landmarks.
    """
    if recording.markers is None:
        raise InputError(f"{recording.path.name}: holds no markers; expected a .trc or .c3d with markers")
    faults = Faults(recording.path)
    names = recording.markers.names
    key, mapping = identify_marker_set(names)
    own = {name: place for name, place in (marker_map or {}).items() if name in names}
    if marker_map and not own:
        faults.add(f"none of the names in the marker map is in the file; the file has {_some(names)}")
    replaced = set(own.values()) & set(marker_landmarks())
    mapping = {**{name: place for name, place in mapping.items() if place not in replaced}, **own}
    if len(leg_landmarks(mapping)) < SEEN_AT_LEAST:
        faults.add(
            f"marker names are not of a known set; found {_some(names)}; known sets: {', '.join(marker_sets())}; "
            "for other names write a marker map (--markers map.toml)"
        )
    else:
        chosen = [i for i, name in enumerate(names) if mapping.get(name) in marker_landmarks()]
        check_enough_seen(
            seen_markers(recording.markers.positions[:, chosen]), faults, what="markers with a known landmark"
        )
    faults.settle()
    return ("own map" if own else key), mapping


def _some(names: Sequence[str], most: int = 6) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(repr(name) for name in names[:most]) + more
