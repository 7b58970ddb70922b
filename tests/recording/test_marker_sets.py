"""Marker sets as data."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.recording import CLUSTER, identify_marker_set, marker_landmarks, marker_sets
from psoas.recording.marker_names import normalize_marker_name
from psoas.recording.marker_sets import SEGMENTS, TECHNIQUES, leg_landmarks

SETS = sorted(marker_sets())


@pytest.mark.parametrize("key", SETS)
def test_every_marker_has_a_place_that_exists(key: str) -> None:
    chosen = marker_sets()[key]
    for name, place in chosen.markers.items():
        assert place in marker_landmarks() or place.removeprefix(CLUSTER) in SEGMENTS, name
    assert len(leg_landmarks(chosen.markers)) >= 3
    assert chosen.source
    assert chosen.technique in TECHNIQUES


@pytest.mark.parametrize("key", SETS)
def test_left_mirrors_right(key: str) -> None:
    places = list(marker_sets()[key].markers.values())
    for place in places:
        if place[-2:] in ("_r", "_l"):
            other = place[:-1] + ("l" if place.endswith("r") else "r")
            assert places.count(place) == places.count(other), place


@pytest.mark.parametrize("key", SETS)
def test_a_set_is_identified_from_its_own_names(key: str) -> None:
    """All of its names, and every landmark but the centres that are not needed, mean what the set says."""
    markers = marker_sets()[key].markers
    match = identify_marker_set(markers)
    assert match.key == key
    places = set(match.mapping.values())
    assert all("centre" in place for place in set(markers.values()) - places)
    assert all(match.mapping[name] in (markers[name], *places - {markers[name]}) for name in match.mapping)
    different = {name for name, place in match.mapping.items() if place != markers[name]}
    assert all("centre" in markers[name] for name in different)


@pytest.mark.parametrize("key", SETS)
@settings(max_examples=20)
@given(prefix=st.sampled_from(["", "Anna:", "a b:c:", "/markerset/", "Bob_"]), data=st.data())
def test_spelling_does_not_matter(key: str, prefix: str, data: st.DataObject) -> None:
    """Prefix, case, separators and order never change what a marker stands for."""
    change = data.draw(
        st.sampled_from([str.upper, str.lower, lambda s: s.replace("_", "."), lambda s: s.replace(".", " ")])
    )
    names = list(marker_sets()[key].markers)
    order = data.draw(st.permutations(names))
    straight = identify_marker_set(names)
    other = identify_marker_set([prefix + change(name) for name in order])
    assert other.sets == straight.sets
    assert dict(other.mapping) == {prefix + change(name): place for name, place in straight.mapping.items()}


def test_names_within_a_set_do_not_collide() -> None:
    for chosen in marker_sets().values():
        assert len({normalize_marker_name(name) for name in chosen.markers}) == len(chosen.markers), chosen.name


def test_every_set_stands_in_the_documentation() -> None:
    text = (Path(__file__).parents[2] / "docs/recording.md").read_text(encoding="utf-8")
    assert [key for key in SETS if f"`{key}`" not in text] == []
