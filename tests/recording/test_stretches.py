"""Stretches of seen frames: short gaps are bridged, long ones end a stretch, a clock that jumps ends one too."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.arrays import Bools
from psoas.recording.stretches import BRIDGE_S, SHORTEST_S, Stretch, find_stretches, long_stretches

CLOCK = np.arange(300) / 100


def frames_seen(*spans: tuple[int, int]) -> Bools:
    seen = np.zeros(300, bool)
    for start, stop in spans:
        seen[start:stop] = True
    return seen


def test_a_gap_of_a_tenth_of_a_second_is_bridged_and_a_longer_one_is_not() -> None:
    assert find_stretches(CLOCK, frames_seen((20, 100), (110, 300))) == (Stretch(20, 300),)
    assert find_stretches(CLOCK, frames_seen((20, 100), (112, 300))) == (Stretch(20, 100), Stretch(112, 300))
    assert Stretch(20, 300).seconds(CLOCK) == 2.79


def test_glimpses_are_stretches_and_not_long_ones() -> None:
    seen = frames_seen((0, 5), (50, 60), (100, 150))
    assert find_stretches(CLOCK, seen) == (Stretch(0, 5), Stretch(50, 60), Stretch(100, 150))
    assert long_stretches(CLOCK, seen) == (Stretch(100, 150),)
    assert long_stretches(CLOCK, frames_seen((0, 5))) == ()
    assert find_stretches(CLOCK, frames_seen()) == ()


def test_a_whole_recording_of_a_moment_is_long_enough() -> None:
    assert long_stretches(CLOCK[:1], np.array([True])) == (Stretch(0, 1),)
    assert long_stretches(CLOCK[:8], np.full(8, True)) == (Stretch(0, 8),)
    assert long_stretches(CLOCK[:8], np.arange(8) < 3) == ()


def test_a_clock_that_jumps_ends_a_stretch() -> None:
    jump = np.concatenate([CLOCK[:100], CLOCK[100:] + 1.0])
    assert find_stretches(jump, np.full(300, True)) == (Stretch(0, 100), Stretch(100, 300))
    slow = np.arange(20) / 4  # four frames a second: their own step is no gap
    assert find_stretches(slow, np.full(20, True)) == (Stretch(0, 20),)


@given(st.lists(st.booleans(), min_size=2, max_size=200))
def test_stretches_hold_every_seen_frame_and_lie_apart(flags: list[bool]) -> None:
    seen = np.array(flags)
    time = np.arange(len(seen)) / 50
    found = find_stretches(time, seen)
    inside = np.zeros(len(seen), bool)
    for one in found:
        inside[one.frames] = True
        assert seen[one.start] and seen[one.stop - 1]
    assert not (seen & ~inside).any()
    for before, after in pairwise(found):
        assert time[after.start] - time[before.stop - 1] > BRIDGE_S
    assert all(one.seconds(time) >= SHORTEST_S - 1e-9 or len(time) < 11 for one in long_stretches(time, seen))
