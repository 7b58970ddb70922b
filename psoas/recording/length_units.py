"""The unit of length of marker positions: by its name, and by the size of the person where the name is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import either
from psoas.recording.marker_cleaning import unit_named
from psoas.recording.marker_identification import identify_marker_set
from psoas.recording.marker_map import find_mapped_names
from psoas.recording.marker_sets import marker_landmarks
from psoas.recording.recording_validation import ABOVE_LEGS, BODY_M, LEGS, METRES, Faults, length_text, markers_span_m

WHOLE_M = (0.5, 2.6)
"""Markers on legs and above them span this much on nearly everybody (assumed); decides where two units fit BODY_M."""


def settle_unit(
    text: str,
    names: Sequence[str],
    positions: Floats,
    faults: Faults,
    *,
    marker_map: Mapping[str, str] | None = None,
    line: int | None = None,
) -> tuple[str, list[Message]]:
    """The unit of length, and what was put right.

    Args:
        text: The unit as the file names it; may be empty or wrong.
        names: Of the markers.
        positions: Marker positions (T, M, 3) in the unit of the file.
        faults: Where to add the fault of a unit that cannot be found.
        marker_map: Marker -> landmark, beside the known marker sets.
        line: The line of the file that names the unit, from 1.

    Returns:
        "mm", "cm" or "m", and a repair where the size of the person contradicts the name and one other unit fits;
        "" after a fault.
    """
    unit = unit_named(text)
    span, whole = _span(names, positions, marker_map)
    if unit and not whole:
        return unit, []
    fits = _fitting(span, whole)
    if unit and (not span > 0 or unit in fits):
        return unit, []
    if len(fits) == 1:
        code = "recording.unit_repaired" if unit else "recording.unit_from_size"
        size = length_text(span * METRES[fits[0]])
        return fits[0], [message(code, header=repr(text), unit=fits[0], span=size)]
    if not unit:
        faults.add(message("recording.trc_units", units=repr(text)), line=line)
        return "", []
    span *= METRES[unit]
    if fits:
        faults.add(message("recording.wrong_size", unit=repr(unit), span=length_text(span), better=either(fits)))
    else:
        faults.add(message("recording.impossible_size", unit=repr(unit), span=length_text(span)))
    return unit, []


def _span(names: Sequence[str], positions: Floats, marker_map: Mapping[str, str] | None) -> tuple[float, bool]:
    """What the person's markers span, in the file's unit, and whether they are on legs and above them."""
    own, _ = find_mapped_names(names, marker_map or {})
    mapping = {**identify_marker_set(names, positions, own=own).mapping, **own}
    known = marker_landmarks()
    chosen = [i for i, name in enumerate(names) if mapping.get(name) in known]
    regions = {known[mapping[names[i]]].region for i in chosen}
    whole = bool(regions & LEGS and regions & ABOVE_LEGS)
    return markers_span_m(positions[:, chosen] if whole else positions), whole


def _fitting(span: float, whole: bool) -> list[str]:
    """The units in which something that spans ``span`` has the size of a person."""
    fits = [unit for unit, metres in METRES.items() if BODY_M[0] <= span * metres <= BODY_M[1]]
    likely = [unit for unit in fits if WHOLE_M[0] <= span * METRES[unit] <= WHOLE_M[1]]
    return likely if whole and len(likely) == 1 else fits
