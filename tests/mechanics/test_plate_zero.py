"""Offsets and drift of plates, taken off where nobody can be on them and never where somebody is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.mechanics.plate_zero import zero_plates
from psoas.recording import Forces, Plate
from tests.plate_worlds import paved, plate, rectangle, step, walk

LOADED_N = 100.0


def spoilt(one: Plate, offset: Floats, noise_n: float = 0.0, seed: int = 0) -> Plate:
    """A plate with an offset (S, 3) or (3,) that acts at its middle, and white noise."""
    assert one.corners is not None
    chance = np.random.default_rng(seed)
    added = np.broadcast_to(offset, one.force.shape) + noise_n * chance.normal(size=one.force.shape)
    moment = np.cross(np.nan_to_num(one.point), one.force) + one.torque + np.cross(one.corners.mean(axis=0), added)
    return plate(one.name, one.force + added, moment, one.corners)


def zeroed(one: Plate) -> tuple[Plate, tuple[str, ...]]:
    motion, truth = walk()
    found, notes = zero_plates(Forces(truth.time, (one,)), motion)
    return found.plates[0], tuple(render(note) for note in notes)


def inside() -> Floats:
    motion, truth = walk()
    return np.asarray((truth.time >= motion.time[0]) & (truth.time <= motion.time[-1]))


@pytest.mark.parametrize("offset", [[0.0, 44.0, 0.0], [3.0, -18.0, -5.0], [0.0, 8.0, 0.0]])
def test_a_constant_offset_is_taken_off_and_said(offset: list[float]) -> None:
    clean = step(0, 1, "p")
    found, notes = zeroed(spoilt(clean, np.array(offset), noise_n=2.0))
    assert np.abs(found.force - clean.force).mean() < 3.0
    np.testing.assert_allclose((found.force - clean.force).mean(axis=0), 0.0, atol=0.6)
    heavy = clean.force[:, 1] > LOADED_N
    np.testing.assert_allclose(found.point[heavy], clean.point[heavy], atol=0.02)
    assert notes == (f"p: it read {offset[1]:.0f} N with nobody on it; that was taken off.",)


def test_drift_is_followed_from_stretch_to_stretch() -> None:
    _, truth = walk()
    clean = step(0, 1, "p")
    drift = np.outer(5.0 + 2.0 * truth.time, [0.0, 1.0, 0.0])
    found, _ = zeroed(spoilt(clean, drift))
    gap = (found.force - clean.force)[inside(), 1]
    assert np.abs(gap).max() < 2.5


def test_what_a_foot_presses_is_never_taken_for_an_offset() -> None:
    """A clean plate comes back as it is, also one that both feet never leave for long."""
    clean = step(0, 1, "p")
    found, notes = zeroed(clean)
    assert found is clean and notes == ()
    belt = paved([(foot, number) for foot in range(2) for number in range(3)], "belt")
    found, notes = zeroed(belt)
    assert found is belt and notes == ()


def test_a_load_that_changes_is_no_offset_although_no_foot_is_near() -> None:
    """As of forces from another time, or of somebody who is not in the recording."""
    motion, truth = walk()
    force = np.outer(300 + 200 * np.sin(np.pi * truth.time), [0.0, 1.0, 0.0])
    swaying = plate("p", force, np.zeros_like(force), rectangle(np.array([50.0, 0, 0]), np.array([51.0, 0, 1])))
    found, notes = zero_plates(Forces(truth.time, (swaying,)), motion)
    assert found.plates[0] is swaying and notes == ()


def test_a_belt_is_read_while_its_foot_swings() -> None:
    """Feet are always over the belts of a treadmill: the offset shows while the one foot on a belt flies."""
    belt = paved([(0, number) for number in range(3)], "belt")
    assert belt.corners is not None
    wide = replace(belt, corners=rectangle(np.array([-9.0, 0, 0.0]), np.array([9.0, 0, 0.6])))
    offset = 44.0
    found, notes = zeroed(spoilt(wide, np.array([0.0, offset, 0.0])))
    assert notes == ("belt: it read 44 N with nobody on it; that was taken off.",)
    steps = belt.force[:, 1] > LOADED_N
    np.testing.assert_allclose(found.force[steps, 1], belt.force[steps, 1], atol=1.0)


def test_a_plate_without_corners_is_found_from_where_it_was_trodden() -> None:
    clean = step(0, 1, "p")
    bare = replace(spoilt(clean, np.array([0.0, 15.0, 0.0])), corners=None)
    found, notes = zeroed(bare)
    assert notes == ("p: it read 15 N with nobody on it; that was taken off.",)
    np.testing.assert_allclose((found.force - clean.force)[inside()], 0.0, atol=0.5)


def test_an_empty_plate_without_corners_is_left_alone() -> None:
    still = np.zeros((len(walk()[1].time), 3))
    empty = Plate("p", still, np.full_like(still, np.nan), still)
    assert zeroed(empty) == (empty, ())
