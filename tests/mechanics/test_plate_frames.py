"""When a plate counts as stood on, and how its loads come to the frames."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.mechanics.plate_frames import bring_to_frames, find_contacts, find_loaded
from psoas.recording import Forces, Plate

RATE = 1000.0


def stance(samples: int = 1000, start: int = 300, stop: int = 900, top: float = 700.0) -> np.ndarray:
    force = np.zeros(samples)
    force[start:stop] = top
    return force


def test_a_stance_is_loaded_and_flickers_are_not() -> None:
    force = stance()
    force[100:110] = 50.0
    force[600:610] = 0.0
    loaded = find_loaded(force, rate_hz=RATE)
    assert (np.flatnonzero(np.diff(loaded.astype(int))) == [299, 899]).all()


@given(st.integers(0, 1000))
def test_hum_of_the_mains_is_no_contact(seed: int) -> None:
    """30 N at 50 Hz crosses 20 N all the time; the stance in it is found within a few hundredths of a second."""
    chance = np.random.default_rng(seed)
    time = np.arange(1000) / RATE
    hum = 30 * np.sin(2 * np.pi * 50 * time + chance.uniform(0, 7)) + chance.normal(size=1000)
    loaded = find_loaded(stance() + hum, rate_hz=RATE)
    edges = np.flatnonzero(np.diff(loaded.astype(int)))
    assert len(edges) == 2 and np.abs(edges - [299, 899]).max() < 40


def test_contacts_reach_halfway_to_their_neighbours() -> None:
    force = np.zeros((1000, 3))
    force[100:300, 1] = force[500:900, 1] = 700.0
    zero = np.zeros_like(force)
    time = np.arange(1000) / RATE
    plates = bring_to_frames(Forces(time, (Plate("p", force, zero, zero),)), time, cutoff_hz=0.0)
    one, other = find_contacts(plates)
    assert (one.low, one.high, other.low, other.high) == (0, 400, 400, 1000)
    np.testing.assert_array_equal(plates[0].wrench[:, :3], force)


def test_nothing_is_told_outside_the_plates_own_time() -> None:
    force = np.tile([0.0, 700.0, 0.0], (500, 1))
    zero = np.zeros_like(force)
    clock = 1.0 + np.arange(500) / RATE
    time = np.arange(0, 3, 0.01)
    (plate,) = bring_to_frames(Forces(clock, (Plate("p", force, zero, zero),)), time, cutoff_hz=0.0)
    step = time[1] - time[0]
    outside = (time < clock[0] - step + 1e-9) | (time > clock[-1] + step - 1e-9)
    assert not plate.loaded[outside].any() and not plate.wrench[outside].any()
    assert plate.loaded[~outside].all()


@pytest.mark.parametrize("rate", [1000.0, 600.0, 90.0, 37.0])
def test_a_frame_after_the_last_sample_of_another_rate_has_its_force(rate: float) -> None:
    """Samples end up to one frame before the movement does: the last frame is no flight."""
    time = np.arange(0, 1.0001, 0.01)
    clock = np.arange(0.0, 0.9999, 1 / rate)
    force = np.tile([0.0, 700.0, 0.0], (len(clock), 1))
    zero = np.zeros_like(force)
    (plate,) = bring_to_frames(Forces(clock, (Plate("p", force, zero, zero),)), time, cutoff_hz=0.0)
    covered = time < clock[-1] + 0.01
    assert covered[-1] or rate < 100.0
    np.testing.assert_allclose(plate.wrench[covered, 1], 700.0)
    assert plate.loaded[covered].all() and not plate.loaded[~covered].any()
