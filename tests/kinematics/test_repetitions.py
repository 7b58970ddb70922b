"""Squats, standing up, lunges and knees to the chest made of cosines, with known counts and instants."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.kinematics.gait.repetitions import Repetitions, find_repetitions

PERIOD, PAUSE = 2.0, 1.0
RATE = 50.0


def outings(count: int) -> tuple[Floats, Floats]:
    """Time and a share (T,) that goes from 0 to 1 and back ``count`` times, with a pause before each and at the end."""
    time = np.arange(round((count * (PERIOD + PAUSE) + PAUSE) * RATE)) / RATE
    within = np.mod(time, PERIOD + PAUSE) - PAUSE
    share = np.where(within > 0, 0.5 - 0.5 * np.cos(2 * np.pi * within / PERIOD), 0.0)
    return time, np.where(time < count * (PERIOD + PAUSE), share, 0.0)


def movement(kind: str, share: Floats, *, side: str = "r") -> dict[str, Floats]:
    """Coordinates (radians, metres) of a movement driven by ``share``."""
    other = "l" if side == "r" else "r"
    hip, knee = np.radians(95) * share, np.radians(100) * share
    if kind == "sit_to_stand":
        hip, knee, share = np.radians(95) - hip, np.radians(100) - knee, 1 - share
    bent = {f"{joint}_{s}": v for joint, v in (("hip_flexion", hip), ("knee_angle", knee)) for s in "rl"}
    if kind in ("squat", "sit_to_stand"):
        return {**bent, "pelvis_ty": 0.95 - 0.4 * share, "pelvis_tilt": 0.3 * share}
    one = {**bent, f"hip_flexion_{other}": -0.2 * share, f"knee_angle_{other}": knee if kind == "lunge" else 0 * knee}
    if kind == "lunge":
        return {**one, "pelvis_ty": 0.95 - 0.3 * share, "pelvis_tilt": 0.1 * share}
    tilt = np.full_like(share, np.radians(90 if "chest" in kind else 0))
    chosen = bent if side == "both" else one
    return {**chosen, "pelvis_ty": 0.1 + 0 * share, "pelvis_tilt": tilt}


CASES = [
    ("squat", "r", "both"),
    ("sit_to_stand", "r", "both"),
    ("lunge", "r", "right"),
    ("lunge", "l", "left"),
    ("knees_to_chest", "both", "both"),
    ("knees_to_chest", "l", "left"),
    ("knee_raise", "r", "right"),
]


@pytest.mark.parametrize(("kind", "moves", "side"), CASES)
@pytest.mark.parametrize("count", [1, 3, 5])
def test_kind_side_and_every_repetition_are_found(kind: str, moves: str, side: str, count: int) -> None:
    time, share = outings(count)
    found = find_repetitions(time, movement(kind, share, side=moves))
    assert (found.kind, found.side) == (kind, side)
    starts = np.arange(count) * (PERIOD + PAUSE) + PAUSE
    assert found.intervals.shape == (count, 2)
    assert found.furthest_s == pytest.approx(starts + PERIOD / 2, abs=0.05)
    assert found.intervals[:, 0] == pytest.approx(starts, abs=0.3)
    assert found.intervals[:, 1] == pytest.approx(starts + PERIOD, abs=0.3)
    assert np.all(found.intervals[:-1, 1] <= found.intervals[1:, 0])
    assert found.notes == ()


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 4), st.floats(0, 3), st.integers(0, 99), st.lists(st.integers(60, 120), max_size=20))
def test_tremor_and_gaps_add_no_repetition(count: int, tremor_deg: float, seed: int, missing: list[int]) -> None:
    time, share = outings(count)
    noise = np.random.default_rng(seed).normal(0, np.radians(tremor_deg), share.shape)
    moved = {name: values + noise * (name != "pelvis_ty") for name, values in movement("squat", share).items()}
    moved["hip_flexion_r"][missing] = np.nan
    found = find_repetitions(time, moved)
    assert (found.kind, len(found.intervals)) == ("squat", count)


def test_repetitions_without_a_pause_share_their_turning_points() -> None:
    time = np.arange(0, 8, 1 / RATE)
    found = find_repetitions(time, movement("squat", 0.5 - 0.5 * np.cos(2 * np.pi * time / 2)))
    assert found.furthest_s == pytest.approx([1, 3, 5, 7], abs=0.05)
    assert found.intervals[1] == pytest.approx([2, 4], abs=0.3)


def test_one_that_is_not_finished_is_left_out_and_said() -> None:
    time, share = outings(3)
    cut = time < 3 * (PERIOD + PAUSE) - 1.0
    found = find_repetitions(time[cut], movement("squat", share[cut]))
    assert len(found.intervals) == 2
    assert "left out" in render(found.notes[0])


def test_no_movement_no_repetition_and_no_name() -> None:
    time = np.arange(0, 5, 1 / RATE)
    quiet = movement("squat", np.zeros_like(time) + 0.001 * np.sin(time))
    for coordinates in (quiet, {}, {"hip_flexion_r": np.full_like(time, np.nan)}):
        found = find_repetitions(time, coordinates)
        assert (found.kind, found.side, found.intervals.shape) == ("", "", (0, 2))


def test_an_unknown_movement_is_cut_by_what_moves_most() -> None:
    time, share = outings(3)
    found = find_repetitions(time, {"lumbar_extension": 0.6 * share, "hip_flexion_r": 0.1 * share})
    assert (found.kind, found.coordinate, len(found.intervals)) == ("", "lumbar_extension", 3)
    bow = {"hip_flexion_r": 1.2 * share, "hip_flexion_l": 1.2 * share, "pelvis_ty": 0.9 - 0.2 * share}
    assert find_repetitions(time, bow).kind == ""


def test_a_mirrored_movement_only_swaps_its_side() -> None:
    time, share = outings(2)
    right, left = (find_repetitions(time, movement("lunge", share, side=side)) for side in "rl")
    assert (right.side, left.side) == ("right", "left")
    assert np.array_equal(right.intervals, left.intervals)
    assert isinstance(right, Repetitions)


def test_legs_that_take_turns_are_no_squat() -> None:
    time, share = outings(4)
    first = time % (2 * (PERIOD + PAUSE)) < PERIOD + PAUSE
    right, left = movement("lunge", share * first, side="r"), movement("lunge", share * ~first, side="l")
    turns = {name: np.where(first, right[name], left[name]) for name in right}
    found = find_repetitions(time, turns)
    assert found.kind == "lunge"
    assert len(found.intervals) == 2


def test_a_half_hearted_one_does_not_count() -> None:
    time, share = outings(3)
    middle = (time > PERIOD + PAUSE) & (time < 2 * (PERIOD + PAUSE))
    found = find_repetitions(time, movement("squat", np.where(middle, 0.5 * share, share)))
    assert found.furthest_s == pytest.approx([2, 8], abs=0.05)
