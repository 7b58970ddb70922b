"""Steps are found from feet at rest; raised legs are not steps."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.mechanics.ground_height import GroundHeight, find_ground_height, surface_heights
from psoas.mechanics.smooth_step import smoothstep

RATE = 100.0
FOOT = [0, 0, 1, 1]


def found(right: Floats, left: Floats, *known: float) -> GroundHeight:
    """Two points on each foot, whose heights are these and whose speed is that of the height and, in between, of the
    way forward."""
    height = np.stack([right, right, left, left], axis=1)
    speed = np.abs(np.gradient(height, 1 / RATE, axis=0))
    return find_ground_height(height, speed, FOOT, rate_hz=RATE, known=known)


def climb(levels: list[float], hold: int = 60, swing: int = 30, late: int = 0) -> Floats:
    """A foot that rests at each level in turn and swings up in between."""
    parts = [np.full(late, levels[0])]
    for low, high in pairwise(levels):
        parts += [np.full(hold, low), low + (high - low) * smoothstep(np.linspace(0, 1, swing))]
    return np.concatenate([*parts, np.full(hold, levels[-1])])


def test_flat_ground_is_exactly_flat_although_feet_float_by_centimetres() -> None:
    frames = 300
    wave = 0.15 * np.maximum(np.sin(np.linspace(0, 6 * np.pi, frames)), 0)
    flat = found(0.02 + wave, 0.05 + np.roll(wave, 50))
    assert (flat.lift == 0).all() and not flat.resting.any()


def test_stairs_are_as_high_as_the_feet_come_to_rest() -> None:
    """Each foot climbs two steps of 0.18 m at a time, half a cycle apart."""
    right, left = climb([0.0, 0.36, 0.72]), climb([0.18, 0.54, 0.54], late=45)
    frames = min(len(right), len(left))
    stairs = found(right[:frames], left[:frames])
    for side, level in ((0, right), (1, left)):
        resting = stairs.resting[:, side]
        assert resting.any()
        np.testing.assert_allclose(stairs.lift[resting, side], level[:frames][resting], atol=0.01)
    assert (np.diff(stairs.lift[:, 0]) >= -1e-12).all()


@pytest.mark.parametrize("height", [0.1, 0.3, 0.6])
def test_a_leg_that_is_held_up_stands_on_nothing(height: float) -> None:
    """The other foot never moves: it bears the body."""
    raised = climb([0.0, height, 0.0], hold=100)
    held = found(raised, np.zeros(len(raised)))
    assert (held.lift == 0).all()


def test_a_foot_on_a_box_counts_once_the_other_leaves_the_floor() -> None:
    """Step up: the right foot on the box first, then the left one follows."""
    right = climb([0.0, 0.3, 0.3], hold=80)
    left = np.concatenate([np.zeros(140), climb([0.0, 0.3], hold=30)])
    frames = min(len(right), len(left))
    box = found(right[:frames], left[:frames])
    assert box.lift[-1] == pytest.approx([0.3, 0.3], abs=0.01)
    assert (box.lift[:60] == 0).all()


@pytest.mark.parametrize("told", [0.3, 0.27, 0.33])
def test_a_foot_held_on_a_box_of_known_height_stands_on_it(told: float) -> None:
    """Feet float by centimetres: the box is as high as it was told. Another height proves nothing."""
    raised = climb([0.0, 0.3, 0.0], hold=100)
    box = found(raised, np.zeros(len(raised)), 0.6, told)
    assert box.lift[180, 0] == pytest.approx(told) and (box.lift[:, 1] == 0).all()
    assert (found(raised, np.zeros(len(raised)), 0.2, 0.4).lift == 0).all()


def test_plates_tell_every_step_between_them_and_the_floor() -> None:
    assert surface_heights([0.0, 0.0]) == ()
    assert surface_heights([0.02, 0.2]) == pytest.approx((0.2, 0.18))
    assert surface_heights([0.18, 0.36]) == pytest.approx((0.18, 0.36, 0.18))


def test_nothing_at_rest_is_flat() -> None:
    frames = np.linspace(0, 20, 200)
    assert (found(np.sin(frames), np.cos(frames)).lift == 0).all()
