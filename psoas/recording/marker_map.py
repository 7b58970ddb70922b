"""A user's own marker map: read, checked, and its names found in a file however they are spelled."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.recording.marker_names import normalize_marker_name
from psoas.recording.marker_sets import CLUSTER, SEGMENTS, marker_landmarks


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
