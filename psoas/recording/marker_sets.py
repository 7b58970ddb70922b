"""Which landmark a marker stands for: the common marker sets as data, and a user's own map."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.sides import SUFFIXES
from psoas.core.toml_table import TomlTable

CLUSTER = "cluster:"
"""Prefix of the place of a marker without a landmark: it attaches to the named segment where calibration puts it."""
LIMBS = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
SEGMENTS = ("pelvis", "torso", "head", *(f"{part}_{side}" for part in LIMBS for side in "rl"))
"""Segments that a cluster can belong to."""
LEG_REGIONS = frozenset({"pelvis", "leg", "foot"})
NEEDED = 3
"""A set counts as found when at least this many different landmarks of pelvis and legs are named."""


@dataclass(frozen=True)
class MarkerLandmark:
    """One entry of the vocabulary; ``kind`` is "bone", "centre" or "soft"; ``sided`` ones take ``_r`` or ``_l``."""

    name: str
    description: str
    kind: str
    region: str
    sided: bool


PELVIC = ("asis_r", "asis_l", "psis_r", "psis_l", "sacrum")


@dataclass(frozen=True)
class MarkerSet:
    """A marker set: names as its makers spell them, each with its landmark; ``source`` says how exact they are."""

    name: str
    description: str
    technique: str
    source: str
    markers: Mapping[str, str]


def _data(name: str) -> dict[str, TomlTable]:
    """The tables of a TOML file of ``psoas/recording/data``."""
    tables = tomllib.loads((files("psoas.recording") / "data" / name).read_text(encoding="utf-8"))
    return TomlTable(name, tables).inner_tables()


@cache
def marker_landmarks() -> Mapping[str, MarkerLandmark]:
    """Every landmark by its full name, side suffix included ("asis_r", "c7")."""
    found: dict[str, MarkerLandmark] = {}
    for base, entry in _data("landmarks.toml").items():
        for suffix in SUFFIXES if entry.flag("sided") else ("",):
            found[base + suffix] = MarkerLandmark(
                base + suffix, entry.text("description"), entry.text("kind"), entry.text("region"), entry.flag("sided")
            )
    return MappingProxyType(found)


@cache
def marker_sets() -> Mapping[str, MarkerSet]:
    """Every known marker set by its key."""
    return MappingProxyType({key: _marker_set(key, entry) for key, entry in _data("marker_sets.toml").items()})


def _marker_set(key: str, entry: TomlTable) -> MarkerSet:
    markers = entry.table("markers")
    return MarkerSet(
        name=key,
        description=entry.text("description"),
        technique=entry.text("technique"),
        source=entry.text("source"),
        markers={name: markers.text(name) for name in markers},
    )


def normalize_marker_name(name: str) -> str:
    """A marker name without subject prefix, case and separators: "Anna:R_ASIS" and "R.ASIS" are both "rasis"."""
    return "".join(c for c in name.rsplit(":", 1)[-1].casefold() if c.isalnum())


def leg_landmarks(mapping: Mapping[str, str]) -> set[str]:
    """The different landmarks of pelvis, legs and feet that a mapping names."""
    known = marker_landmarks()
    return {place for place in mapping.values() if place in known and known[place].region in LEG_REGIONS}


def identify_marker_set(names: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Find the marker set that fits some names best.

    The set with the most matches wins, then the one of which the larger share is there. A landmark that two names claim
    goes to the first.

    Args:
        names: Marker names as the file spells them.

    Returns:
        The key of the set, and marker -> landmark or cluster; ("", {}) when no set fits.
    """
    names = tuple(names)
    best: tuple[tuple[int, float], str, dict[str, str]] = ((0, 0.0), "", {})
    for key, known in marker_sets().items():
        mapping = _match(names, known.markers)
        score = (len(mapping), len(set(mapping.values())) / len(set(known.markers.values())))
        if score > best[0] and len(leg_landmarks(mapping)) >= NEEDED:
            best = (score, key, mapping)
    return best[1], best[2]


def missing_pelvis_markers(key: str, mapping: Mapping[str, str]) -> tuple[str, ...]:
    """Pelvis markers that a set has and ``mapping`` has not, when fewer than three are left to fix the pelvis."""
    known = marker_sets()[key].markers if key in marker_sets() else {}
    there = {place for place in mapping.values() if place in PELVIC}
    whole = {place for place in known.values() if place in PELVIC}
    if len(there) >= NEEDED or len(whole) < NEEDED:
        return ()
    return tuple(name for name, place in known.items() if place in whole - there)


def _match(names: Iterable[str], markers: Mapping[str, str]) -> dict[str, str]:
    places = {normalize_marker_name(marker): place for marker, place in markers.items()}
    mapping: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        place = places.get(normalize_marker_name(name))
        if place is not None and place not in taken:
            mapping[name] = place
            if not place.startswith(CLUSTER):
                taken.add(place)
    return mapping


def load_marker_map(path: Path | str) -> dict[str, str]:
    """Read a user's own marker map: a TOML file with a table ``[markers]`` of ``"name in the file" = "landmark"``.

    Args:
        path: The TOML file.

    Returns:
        Marker -> landmark, or "cluster:" and a segment.

    Raises:
        InputError: The file is missing or malformed, or values are neither landmarks nor clusters; all faults together.
    """
    path = Path(path)
    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8")).get("markers")
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(message("recording.map_unreadable", file=path.name, reason=reason)) from error
    except ValueError as error:
        raise InputError(message("recording.map_not_toml", file=path.name, reason=str(error))) from error
    if not isinstance(table, dict) or not table:
        raise InputError(message("recording.map_no_table", file=path.name))
    faults = [(name, fault) for name, place in table.items() if (fault := _place_fault(place))]
    if faults:
        raise InputError(
            *(message("recording.map_entry", file=path.name, marker=repr(name), fault=fault) for name, fault in faults)
        )
    return {str(name): str(place) for name, place in table.items()}


def _place_fault(place: object) -> Message | None:
    """What is wrong with a value of the map; None where it is a landmark or a cluster."""
    if not isinstance(place, str):
        return message("recording.map_not_a_name", value=repr(place))
    if place.startswith(CLUSTER):
        segment = place.removeprefix(CLUSTER)
        if segment in SEGMENTS:
            return None
        return message("recording.map_segment_unknown", segment=repr(segment), known=", ".join(SEGMENTS))
    if place in marker_landmarks():
        return None
    near = [name for name in marker_landmarks() if name[:4] == place[:4]] or ["asis_r", "knee_lateral_l", "heel_r"]
    return message("recording.map_landmark_unknown", landmark=repr(place), near=", ".join(near[:4]))
