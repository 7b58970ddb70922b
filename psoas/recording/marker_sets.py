"""The vocabulary of landmarks, and the common marker sets that speak of them, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
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


@cache
def normalized_markers(key: str) -> Mapping[str, str]:
    """Normalized name -> landmark or cluster of one set."""
    return MappingProxyType({normalize_marker_name(n): place for n, place in marker_sets()[key].markers.items()})


def leg_landmarks(mapping: Mapping[str, str]) -> set[str]:
    """The different landmarks of pelvis, legs and feet that a mapping names."""
    known = marker_landmarks()
    return {place for place in mapping.values() if place in known and known[place].region in LEG_REGIONS}
