"""The vocabulary of landmarks, and the common marker sets that speak of them, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from psoas.core.sides import SUFFIXES
from psoas.core.toml_table import TomlTable
from psoas.recording.marker_names import normalize_marker_name

CLUSTER = "cluster:"
"""Prefix of the place of a marker without a landmark: it attaches to the named segment where calibration puts it."""
LIMBS = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
SEGMENTS = ("pelvis", "torso", "head", *(f"{part}_{side}" for part in LIMBS for side in "rl"))
"""Segments that a cluster can belong to."""
TECHNIQUES = ("markers", "video", "inertial")
"""How positions were found; anything but markers doubles the uncertainty of angles."""
LEG_REGIONS = frozenset({"pelvis", "leg", "foot"})
SET_FILES = ("opensim", "vicon", "laboratories", "studies", "video", "inertial")
"""Ends of the names of the files that hold the sets; of two sets that fit alike the first one holds."""
PAIR = re.compile(r"\{(\w+),(\w+)\}")
"""Stands in a name for its right and its left word."""
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


@dataclass(frozen=True)
class MarkerSet:
    """A marker set: names as its makers spell them, each with its landmark; the better of two for one place first.

    ``technique`` is one of ``TECHNIQUES``, ``source`` the key of what says how exact they are, and
    ``names_from`` where the names were read. A file must have ``at_least`` so many of its names before one of them is
    read as the set says: names such as "RightLeg" mean little alone.
    """

    name: str
    description: str
    technique: str
    source: str
    names_from: str
    markers: Mapping[str, str]
    at_least: int = 1


def data_tables(name: str) -> dict[str, TomlTable]:
    """The tables of a TOML file of ``psoas/recording/data``."""
    tables = tomllib.loads((files("psoas.recording") / "data" / name).read_text(encoding="utf-8"))
    return TomlTable(name, tables).inner_tables()


@cache
def marker_landmarks() -> Mapping[str, MarkerLandmark]:
    """Every landmark by its full name, side suffix included ("asis_r", "c7")."""
    found: dict[str, MarkerLandmark] = {}
    for base, entry in data_tables("landmarks.toml").items():
        for suffix in SUFFIXES if entry.flag("sided") else ("",):
            found[base + suffix] = MarkerLandmark(
                base + suffix, entry.text("description"), entry.text("kind"), entry.text("region"), entry.flag("sided")
            )
    return MappingProxyType(found)


@cache
def marker_sets() -> Mapping[str, MarkerSet]:
    """Every known marker set by its key."""
    tables = {key: entry for name in SET_FILES for key, entry in data_tables(f"marker_sets_{name}.toml").items()}
    return MappingProxyType({key: _marker_set(key, entry) for key, entry in tables.items()})


def _marker_set(key: str, entry: TomlTable) -> MarkerSet:
    markers = entry.table("markers")
    return MarkerSet(
        name=key,
        description=entry.text("description"),
        technique=entry.text("technique"),
        source=entry.text("source"),
        names_from=entry.text("names_from"),
        markers={name: place for pair in markers for name, place in _both_sides(pair, markers.text(pair))},
        at_least=int(entry.number("at_least", 1)),
    )


def _both_sides(pair: str, place: str) -> Iterator[tuple[str, str]]:
    """``"{R,L}ASI" = "asis"`` as the two markers that it stands for, right first."""
    found = PAIR.search(pair)
    if found is None:
        yield pair, place
        return
    segment = place.removeprefix(CLUSTER)
    sided = segment in LIMBS if place.startswith(CLUSTER) else place + SUFFIXES[0] in marker_landmarks()
    for word, suffix in zip(found.groups(), SUFFIXES, strict=True):
        yield pair[: found.start()] + word + pair[found.end() :], place + (suffix if sided else "")


@cache
def normalized_markers(key: str) -> Mapping[str, str]:
    """Normalized name -> landmark or cluster of one set."""
    return MappingProxyType({normalize_marker_name(n): place for n, place in marker_sets()[key].markers.items()})


def leg_landmarks(mapping: Mapping[str, str]) -> set[str]:
    """The different landmarks of pelvis, legs and feet that a mapping names."""
    known = marker_landmarks()
    return {place for place in mapping.values() if place in known and known[place].region in LEG_REGIONS}
