"""What the markers of an uploaded recording may stand for, for a person to confirm: kept beside the recording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter, ValidationError

from psoas.body.model.body import Body
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message_id
from psoas.core.sides import SUFFIXES
from psoas.kinematics.marker_recognition.map_text import map_entry
from psoas.kinematics.marker_recognition.marker_reading import MarkerReading, read_marker_places
from psoas.recording import (
    CLUSTER,
    Markers,
    Recording,
    Up,
    identify_marker_set,
    load_marker_map,
    marker_landmarks,
    read,
)
from psoas.recording.marker_map import find_mapped_names
from psoas.recording.marker_sets import NEEDED, SEGMENTS, leg_landmarks
from psoas.recording.recording_validation import seen_markers
from psoas.recording.vertical_axis import axis_rotation
from psoas.services.analysis_request import MARKERS, RECORDING, STATIC, SUGGESTIONS, AnalysisRequest

UNKNOWN = frozenset({message_id("recording.set_unknown")})
"""Codes of the faults that a person can mend by saying what the markers are."""
MAP = "confirmed_markers.toml"
"""A map that a person confirmed on the page; one that was uploaded keeps its own name."""
MIDDLE_OF = {
    # segment: two landmarks around its middle, "" for the side
    "thigh": ("hip_centre", "knee_centre"), "shank": ("knee_centre", "ankle_centre"), "foot": ("heel", "toe"),
    "upper_arm": ("shoulder_centre", "elbow_centre"), "forearm": ("elbow_centre", "wrist_centre"),
    "hand": ("hand", "index_finger"),
}  # fmt: skip
MIDDLE_TRUNK = {"pelvis": ("asis_r", "asis_l"), "torso": ("sternum", "t10"), "head": ("ear_r", "ear_l")}

Spot = tuple[float, float]
"""A point of a picture, metres: towards the left of who looks at the person's front, and up."""


@dataclass(frozen=True)
class MarkerSuggestion:
    """One marker: the ``place`` it may stand for ("" for none), whether that is ``sure``, other places that fit, and
    where it is seen from the front and from the right, None where it is in no frame."""

    name: str
    place: str = ""
    sure: bool = False
    others: tuple[str, ...] = ()
    front: Spot | None = None
    side: Spot | None = None


@dataclass(frozen=True)
class MarkerSuggestions:
    """All markers of a recording; ``sides_sure`` where left and right were told apart; ``spots`` is where each place
    lies on a standing body, seen from the front; ``said_before`` where the person named such markers before."""

    markers: tuple[MarkerSuggestion, ...]
    sides_sure: bool
    spots: Mapping[str, Spot]
    said_before: bool = False


ADAPTER = TypeAdapter(MarkerSuggestions)


def can_be_named(fault: Message) -> bool:
    """Whether a fault is that nobody knows the names of the markers."""
    return any(
        one.code in UNKNOWN for one in (fault, *(value for _, value in fault.values)) if isinstance(one, Message)
    )


def marker_places() -> tuple[str, ...]:
    """Every place that a marker can stand for: landmarks, then segments."""
    return (*marker_landmarks(), *(CLUSTER + segment for segment in SEGMENTS))


def suggest_markers(
    recording: Recording, *, static: Recording | None = None, said: Mapping[str, str] | None = None
) -> MarkerSuggestions:
    """What each marker of a recording may stand for, by its name and by where it is and how it moves; what a person
    ``said`` of it before goes first."""
    markers = recording.markers
    assert markers is not None
    try:
        reading: MarkerReading | None = read_marker_places(recording, static=static)
    except InputError:  # too few are seen together: names alone
        reading = None
    found = _as_said(_found(markers, reading), said or {})
    proposal = reading.proposal if reading else None
    places = {one.name: one.place for one in found.values()}
    views = _views(markers, places, proposal.up if proposal else "y")
    shown = (
        MarkerSuggestion(o.name, o.place, o.sure, o.others, *views.get(o.name, (None, None))) for o in found.values()
    )
    sides_sure = bool(said) or proposal is None or proposal.sides_sure
    return MarkerSuggestions(tuple(shown), sides_sure, place_spots(), bool(said))


def _found(markers: Markers, reading: MarkerReading | None) -> dict[str, MarkerSuggestion]:
    if reading is None:
        named = identify_marker_set(markers.names, markers.positions).mapping
        return {name: MarkerSuggestion(name, named.get(name, ""), name in named) for name in markers.names}
    found = {name: MarkerSuggestion(name, place, sure=True) for name, place in reading.named.items()}
    for one in reading.proposal.markers if reading.proposal else ():
        others = tuple(other.place for other in one.alternatives if other.place)
        found[one.marker] = MarkerSuggestion(one.marker, one.place, one.sure, others)
    return {name: found[name] for name in markers.names if name in found}


def _as_said(found: Mapping[str, MarkerSuggestion], said: Mapping[str, str]) -> dict[str, MarkerSuggestion]:
    """Suggestions with what was said in their place; a landmark that was said is taken from the other markers."""
    taken = {place for place in said.values() if not place.startswith(CLUSTER)}
    freed = {n: replace(one, place="", sure=False) if one.place in taken else one for n, one in found.items()}
    return {n: replace(one, place=said[n], sure=True) if n in said else one for n, one in freed.items()}


def _views(markers: Markers, places: Mapping[str, str], up: str) -> dict[str, tuple[Spot, Spot]]:
    """Markers from the front and from the right, in the frame that shows the most of them."""
    seen = seen_markers(markers.positions)
    frame = int(seen.sum(axis=1).argmax())
    turn = axis_rotation("xyz".index(up[-1]), -1 if up.startswith("-") else 1)
    points = markers.positions[frame] @ turn.T
    points = points - [*np.nanmean(points, axis=0)[:1], np.nanmin(points[:, 1]), np.nanmean(points[:, 2])]
    right = _rightward(markers.names, points, places)
    forward = np.array([right[2], 0.0, -right[0]])
    return {
        name: (_spot(-point @ right, point[1]), _spot(point @ forward, point[1]))
        for name, point in zip(markers.names, points, strict=True)
        if np.isfinite(point).all()
    }


def _rightward(names: tuple[str, ...], points: Floats, places: Mapping[str, str]) -> Floats:
    """The horizontal direction from the person's left to the right; Z where no places tell it."""
    at = {places.get(name, ""): point for name, point in zip(names, points, strict=True) if np.isfinite(point).all()}
    across = [at[p] - at[p[:-2] + SUFFIXES[1]] for p in at if p.endswith(SUFFIXES[0]) and p[:-2] + SUFFIXES[1] in at]
    flat = np.sum(across, axis=0) * [1, 0, 1] if across else np.array([0.0, 0.0, 1.0])
    length = float(np.linalg.norm(flat))
    return np.asarray(flat / length if length > 0 else [0.0, 0.0, 1.0])


def place_spots() -> dict[str, Spot]:
    """Where each place lies on a standing body, seen from the front: feet at height 0."""
    body = Body()
    nominal = body.landmark_positions(body.default_values())
    at = {name: np.asarray(point).reshape(-1, 3)[0] for name, point in nominal.items()}
    floor = min(float(point[1]) for point in at.values())
    for segment in SEGMENTS:
        part, side = (segment[:-2], segment[-2:]) if segment.endswith(SUFFIXES) else (segment, "")
        one, other = MIDDLE_OF.get(part) or MIDDLE_TRUNK[part]
        at[CLUSTER + segment] = (at[one + side] + at[other + side]) / 2
    return {place: _spot(-at[place][2], at[place][1] - floor) for place in marker_places() if place in at}


def _spot(along: float, up: float) -> Spot:
    return round(float(along), 4), round(float(up), 4)


def keep_suggestions(home: Path, order: AnalysisRequest) -> None:
    """Work out and keep what the markers of a request's recording may stand for; nothing where it cannot be read."""
    path, still = order.path(home, RECORDING), order.path(home, STATIC)
    assert path is not None
    try:
        recording = _read(path, order.up)
        said = said_before(home, order, recording.markers.names if recording.markers else ())
        found = suggest_markers(recording, static=_read(still, order.up) if still else None, said=said)
    except InputError:
        return
    (home / order.folder / SUGGESTIONS).write_bytes(ADAPTER.dump_json(found))


def _read(path: Path, up: Up) -> Recording:
    return read(path, up=up)


def load_suggestions(home: Path, folder: str) -> MarkerSuggestions | None:
    """What was kept, or None."""
    try:
        return ADAPTER.validate_json((home / folder / SUGGESTIONS).read_bytes())
    except (OSError, ValidationError):
        return None


def said_before(home: Path, order: AnalysisRequest, names: Sequence[str]) -> dict[str, str]:
    """What the person said of markers of these names with an earlier recording, "" for none; the newest map that names
    enough of them. Empty where there is none."""
    own = home / order.folder
    for path in sorted(own.parent.glob(f"*/{MARKERS}/*.toml"), key=lambda one: one.stat().st_mtime, reverse=True):
        folder = path.parent.parent
        mapping = read_said(path, names) if folder != own else {}
        if names_enough(mapping):
            seen = load_suggestions(home, str(folder.relative_to(home))) if path.name == MAP else None
            nowhere = [one.name for one in seen.markers if one.name not in mapping] if seen else []
            return mapping | {name: "" for name in nowhere if name in names}
    return {}


def read_said(path: Path, names: Sequence[str]) -> dict[str, str]:
    """What a marker map says of these names; nothing where it cannot be read."""
    try:
        return find_mapped_names(names, load_marker_map(path))[0]
    except InputError:
        return {}


def chosen_places(home: Path, order: AnalysisRequest, found: MarkerSuggestions) -> dict[str, str]:
    """Marker -> place that the page begins with, "" for none: what the person said of this recording, else what is
    suggested."""
    path = order.path(home, MARKERS)
    said = read_said(path, [one.name for one in found.markers]) if path else {}
    whole = bool(said) and order.files[MARKERS] == MAP
    return {one.name: said.get(one.name, "" if whole else one.place) for one in found.markers}


def names_enough(mapping: Mapping[str, str]) -> bool:
    """Whether a map names enough places on pelvis and legs to follow a person."""
    return len(leg_landmarks(mapping)) >= NEEDED


def write_marker_map(home: Path, order: AnalysisRequest, mapping: Mapping[str, str]) -> AnalysisRequest:
    """Keep a marker map with a request's files; the request that uses it."""
    folder = home / order.folder / MARKERS
    folder.mkdir(exist_ok=True)
    lines = (map_entry(name, place) for name, place in mapping.items())
    (folder / MAP).write_text("\n".join(("[markers]", *lines, "")), encoding="utf-8")
    return AnalysisRequest(
        order.folder, {**order.files, MARKERS: MAP}, order.day, order.up, order.height_m, order.mass_kg, order.sex
    )
