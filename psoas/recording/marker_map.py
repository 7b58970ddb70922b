"""A user's own marker map: read, checked, and its names found in a file however they are spelled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.nearest import nearest_names
from psoas.recording.marker_names import normalize_marker_name
from psoas.recording.marker_sets import CLUSTER, SEGMENTS, marker_landmarks, marker_sets, normalized_markers
from psoas.recording.marker_words import read_marker_words

EXAMPLES = ("asis_r", "knee_lateral_l", "heel_r")
"""Landmarks that are named where a value looks like none."""


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
    entries = dict(_entries(table))
    faults = [(name, fault) for name, place in entries.items() if (fault := _place_fault(place))]
    if faults:
        raise InputError(
            *(message("recording.map_entry", file=path.name, marker=repr(name), fault=fault) for name, fault in faults)
        )
    return {name: str(place) for name, place in entries.items()}


def _entries(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Names with their values; R.ASIS without quotes, to TOML a table in a table, is the marker of that name."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{rest}", place) for rest, place in _entries(value))
        else:
            yield name, value


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
    near = _near_landmarks(place) or EXAMPLES
    return message("recording.map_landmark_unknown", landmark=repr(place), near=", ".join(near))


def _near_landmarks(place: str) -> tuple[str, ...]:
    """Landmarks that a value looks like; a marker's name of a known set gives its landmark."""
    plain = re.sub(r"[^a-z0-9]+", "_", place.lower()).strip("_")
    spelling = normalize_marker_name(place)
    meant = [read_marker_words(place), *(normalized_markers(key).get(spelling) for key in marker_sets())]
    if found := tuple(dict.fromkeys(one for one in meant if one)):
        return found[:4]
    by_start = [name for name in marker_landmarks() if plain and name.startswith(plain)]
    return tuple(by_start[:4]) or nearest_names(plain, marker_landmarks())


def near_map_names(marker_map: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """Names of a map that are in no way in a file, and the marker of the file that each looks like most.

    Args:
        marker_map: Marker -> landmark or cluster, as the user spells them.
        names: Markers of the file that nothing else names.
    """
    spellings = {normalize_marker_name(name): name for name in names}
    own = {name: normalize_marker_name(name) for name in marker_map}
    near = {name: nearest_names(own[name], spellings, most=1) for name in own if own[name] not in spellings}
    return {name: spellings[found[0]] for name, found in near.items() if found}


def find_mapped_names(
    names: Sequence[str], marker_map: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Message, ...]]:
    """The map for one file: exact names win, else prefix, case and separators do not matter.

    Args:
        names: Marker names as the file spells them.
        marker_map: Marker -> landmark or cluster, as the user spells them.

    Returns:
        Name in the file -> landmark or cluster, and a fault for each name that could mean two.
    """
    alike: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        alike.setdefault(normalize_marker_name(name), []).append(name)
    found = {name: place for name, place in marker_map.items() if name in names}
    meant: dict[str, list[str]] = {}
    faults = []
    for name in (name for name in marker_map if name not in found):
        near = [other for other in alike.get(normalize_marker_name(name), []) if other not in found]
        if len(near) > 1:
            values = {"name": repr(name), "one": repr(near[0]), "other": repr(near[1])}
            faults.append(message("recording.map_ambiguous", **values))
        elif near:
            meant.setdefault(near[0], []).append(name)
    for name, spellings in meant.items():
        if len({marker_map[spelling] for spelling in spellings}) > 1:
            values = {"name": repr(name), "one": repr(spellings[0]), "other": repr(spellings[1])}
            faults.append(message("recording.map_twice", **values))
        else:
            found[name] = marker_map[spellings[0]]
    return found, tuple(faults)
