"""What every file of markers needs: units by their many names, false zeros, unlabelled trajectories, notes on gaps."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Bools, Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.recording.recording import Markers
from psoas.recording.recording_validation import SEEN_AT_LEAST, seen_markers

_UNIT_NAMES = {
    "mm": ("mm", "mms", "mil", "milli", "mill", "millimeter", "millimeters", "millimetre", "millimetres"),
    "cm": ("cm", "cms", "centi", "cent", "centimeter", "centimeters", "centimetre", "centimetres"),
    "m": ("m", "ms", "mts", "mete", "metr", "meter", "meters", "metre", "metres"),
}
UNITS = {name: unit for unit, names in _UNIT_NAMES.items() for name in names}
"""Units of length by the names in use, some cut to four letters (old C3D writers); in lower case."""
UNLABELLED = "*"
"""Vicon names trajectories that nobody labelled with a leading star."""


def unit_named(text: str) -> str:
    """ "mm", "cm" or "m" for one of its names in any case, in brackets or not; "" for anything else."""
    return UNITS.get(text.strip(" \t.()[]<>'\"").lower(), "")


def remove_false_zeros(positions: Floats, names: list[str]) -> tuple[Floats, list[Message]]:
    """Positions (frames, markers, 3) with NaN for what was not seen, and notes.

    Exactly 0, 0, 0 is how some tools write "not seen", and a point that lacks a number is no point.
    """
    visible = seen_markers(positions)
    zero: Bools = (positions == 0).all(axis=2) & visible
    partly: Bools = np.isfinite(positions).any(axis=2) & ~visible
    notes = []
    if zero.any():
        who = [name for i, name in enumerate(names) if zero[:, i].any()]
        notes.append(message("recording.zeros_removed", count=int(zero.sum()), names=name_list(who)))
    if partly.any():
        notes.append(message("recording.partial_removed", count=int(partly.sum())))
    unseen = zero | partly
    return (np.where(unseen[:, :, None], np.nan, positions) if unseen.any() else positions), notes


def select_labelled(names: list[str], positions: Floats) -> tuple[Markers, list[Message]]:
    """The markers that somebody named, and a note on the others."""
    keep = [i for i, name in enumerate(names) if not name.startswith(UNLABELLED)]
    markers = Markers(tuple(names[i] for i in keep), positions[:, keep])
    dropped = len(names) - len(keep)
    return markers, [message("recording.unlabelled_dropped", count=dropped)] if dropped else []


def few_markers_note(markers: Markers) -> list[Message]:
    """A note on frames that show too few markers, if there are any."""
    few = int((seen_markers(markers.positions).sum(axis=1) < SEEN_AT_LEAST).sum())
    frames = len(markers.positions)
    return [message("recording.few_markers_note", few=few, frames=frames, needed=SEEN_AT_LEAST)] if few else []
