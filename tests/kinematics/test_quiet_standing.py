"""A trial given as standing: quiet frames are used, a movement is said; an axis by which one lies is asked about."""

from __future__ import annotations

import numpy as np

import psoas
from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.kinematics.ik.quiet_standing import choose_standing, moved_by
from tests.worlds import WALK


def still_then_walking() -> tuple[Floats, Floats]:
    """Two seconds of standing with 2 mm of sway between two movements, 50 Hz, five markers."""
    random, time = np.random.default_rng(1), np.arange(300) / 50
    forward = np.where(time < 2, 2 - time, np.where(time > 4, time - 4, 0.0))
    positions = np.zeros((300, 5, 3)) + random.normal(0, 0.002, (300, 5, 3)) + np.arange(5)[:, None]
    positions[..., 0] += forward[:, None]
    return time, positions


def test_a_quiet_trial_is_used_whole() -> None:
    time, positions = still_then_walking()
    found = choose_standing("a.trc", time[110:190], {}, positions[110:190])
    assert found.quiet and found.notes == () and len(found.positions) == 80


def test_the_quiet_part_of_a_trial_that_moves_is_used_and_said() -> None:
    time, positions = still_then_walking()
    found = choose_standing("a.trc", time, {}, positions)
    assert found.quiet and 95 <= len(found.positions) <= 110
    assert moved_by(found.positions) < 0.08
    (note,) = found.notes
    assert "only 2.0 to 4.0 s" in render(note)


def test_a_trial_that_never_rests_is_a_movement() -> None:
    time, positions = still_then_walking()
    found = choose_standing("a.trc", time[:90], {}, positions[:90])
    assert not found.quiet and len(found.positions) == 90
    assert "the person never keeps still" in render(found.notes[0])


def test_a_walk_given_as_standing_is_said_and_used_as_a_movement() -> None:
    found = psoas.analyze(WALK, static=WALK, with_forces=False)
    assert found.quality.status == "good"
    assert any("given as standing, but a marker moves by" in render(note) for note in found.notes)


def test_a_person_who_lies_by_the_axis_that_was_given_is_asked_about_it() -> None:
    found = psoas.analyze(WALK, up="x", with_forces=False)
    assert any("--up x was given, and by it the person lies" in render(note) for note in found.notes)
    found = psoas.analyze(WALK, up="y", with_forces=False)
    assert not any("--up" in render(note) for note in found.notes)
