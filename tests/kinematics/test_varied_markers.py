"""Recordings changed for measuring keep what they must keep."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.recording import Markers
from scripts.made_up_markers import MadeUp, made_up
from scripts.varied_markers import VARIATIONS, mirrored


@pytest.fixture(scope="module")
def person() -> MadeUp:
    return made_up("coco17", "squat", height_m=1.6, seed=2, gaps=False)


def lengths(markers: Markers) -> np.ndarray:
    at = markers.positions[0]
    return np.asarray(np.linalg.norm(at[:, None] - at[None], axis=-1))


@pytest.mark.parametrize("name", VARIATIONS)
def test_lengths_between_markers_stay(person: MadeUp, name: str) -> None:
    changed = VARIATIONS[name](person, np.random.default_rng(3))
    start = (len(person.markers.positions) - len(changed.markers.positions)) // 2
    whole = Markers(person.markers.names, person.markers.positions[start:])
    both = [one for one in changed.markers.names if one in person.markers.names]
    mine, theirs = ([m.names.index(one) for one in both] for m in (changed.markers, whole))
    found = lengths(changed.markers)[np.ix_(mine, mine)]
    assert found == pytest.approx(lengths(whole)[np.ix_(theirs, theirs)])
    assert set(changed.truth) == set(changed.markers.names)


def test_a_mirror_exchanges_the_sides_and_back(person: MadeUp) -> None:
    random = np.random.default_rng(0)
    once = mirrored(person, random)
    assert all(
        once.truth[name][-2:] != place[-2:] for name, place in person.truth.items() if place[-2:] in ("_r", "_l")
    )
    twice = mirrored(once, random)
    assert twice.truth == person.truth
    assert twice.markers.positions == pytest.approx(person.markers.positions)


def test_things_show_nothing_and_fewer_are_fewer(person: MadeUp) -> None:
    more = VARIATIONS["with_things"](person, np.random.default_rng(1))
    fewer = VARIATIONS["with_fewer"](person, np.random.default_rng(1))
    assert [place for name, place in more.truth.items() if name not in person.truth] == [""] * 7
    assert len(fewer.truth) < len(person.truth)
