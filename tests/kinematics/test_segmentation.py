"""Walks that enter, leave, turn or are cut short: strides cross neither gap nor turn, and reasons are told."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.core.message import Message, message
from psoas.core.sides import SIDES
from psoas.kinematics.gait.activity import Activity
from psoas.kinematics.gait.segmentation import SegmentedMotion, segment_motion
from psoas.kinematics.gait.strides import Gait
from psoas.kinematics.motion import Motion
from tests import walking_worlds as world


def gait_of(motion: Motion) -> tuple[SegmentedMotion, Gait]:
    found = segment_motion(motion)
    assert found.gait is not None
    assert found.no_stride is None
    return found, found.gait


def why_none(motion: Motion) -> tuple[Activity, Message]:
    found = segment_motion(motion)
    assert found.gait is None
    assert found.no_stride is not None
    return found.activity, found.no_stride


def test_a_walk_without_turn_or_gap_is_one_pass() -> None:
    found, gait = gait_of(world.overground_walk())
    assert len(found.passes) == len(found.stretches) == 1
    assert found.turns == ()
    assert found.passes[0].strides == gait.strides == {"right": 6, "left": 5}
    assert found.activity is Activity.WALKING
    assert not found.ground.treadmill


def test_entering_and_leaving_costs_the_strides_that_are_not_seen_whole() -> None:
    found, gait = gait_of(world.walk_unseen((0, 2.0), (5.0, 9.0)))
    [stretch] = found.stretches
    time = world.overground_walk().time
    assert (time[stretch.start], time[stretch.stop - 1]) == pytest.approx((2.0, 4.99))
    _, whole = gait_of(world.overground_walk())
    for side in SIDES:
        inside = [a for a, b in zip(whole.of(side).start, whole.of(side).end, strict=True) if a > 2.05 and b < 4.94]
        assert gait.of(side).start == pytest.approx(inside, abs=0.02)
    assert gait.speed_m_s.mean == pytest.approx(whole.speed_m_s.mean, rel=0.03)


def test_no_stride_crosses_a_gap() -> None:
    found, gait = gait_of(world.walk_unseen((3.0, 3.6)))
    assert len(found.stretches) == len(found.passes) == 2
    for side in SIDES:
        strides = gait.of(side)
        assert not any(a < 3.3 < b for a, b in zip(strides.start, strides.end, strict=True))
        assert strides.duration_s == pytest.approx(1.05, abs=0.1)
        assert gait.strides[side] == sum(part.strides[side] for part in found.passes) > 0


def test_out_and_back_are_two_passes_with_headings_and_strides_of_their_own() -> None:
    found, gait = gait_of(world.walk_out_and_back())
    assert len(found.turns) == 1
    out, back = found.passes
    turned = np.degrees(back.heading_rad - out.heading_rad)
    assert abs((turned + 180) % 360 - 180) == pytest.approx(180, abs=10)
    _, once = gait_of(world.overground_walk())
    for side in SIDES:
        for part in (out, back):  # the turn reaches up to half a second into the steps before and after
            assert once.strides[side] - 1 <= part.strides[side] <= once.strides[side]
    assert gait.speed_m_s.mean == pytest.approx(once.speed_m_s.mean, rel=0.01)
    assert gait.step_length_m.mean == pytest.approx(once.step_length_m.mean, rel=0.01)
    [turn] = found.turns
    clock = world.walk_out_and_back().time
    for side in SIDES:
        for a, b in zip(gait.of(side).start, gait.of(side).end, strict=True):
            assert b < clock[turn.start] + 0.3 or a > clock[turn.stop - 1] - 0.3


@pytest.mark.parametrize("angle", [90.0, -90.0, 150.0])
def test_a_quarter_turn_is_a_turn_too(angle: float) -> None:
    found, _ = gait_of(world.walk_out_and_back(1.2, angle_deg=angle))
    assert len(found.passes) == 2
    turned = np.degrees(found.passes[1].heading_rad - found.passes[0].heading_rad)
    assert (turned - angle + 180) % 360 - 180 == pytest.approx(0, abs=10)


@pytest.mark.parametrize("start", [0.0, 0.3, 0.6, 0.9, 2.2])
def test_a_second_of_overground_walking_is_walking(start: float) -> None:
    found = segment_motion(world.cut_walk(start, start + 1.0))
    assert found.activity is Activity.WALKING
    assert not found.ground.treadmill
    assert found.repetitions is None
    assert found.gait is None
    assert found.no_stride == message("kinematics.no_stride.too_short", seconds="1.0")


@pytest.mark.parametrize("seconds", [1.0, 1.5, 3.0])
def test_a_belt_is_told_from_a_floor_however_short(seconds: float) -> None:
    for start in (0.0, 0.7, 1.8, 3.1):
        belt = segment_motion(world.walk_on_belt(start, start + seconds))
        floor = segment_motion(world.cut_walk(start, start + seconds))
        assert belt.ground.treadmill
        assert belt.ground.belt_m_s == pytest.approx(1.3, abs=0.1)
        assert not floor.ground.treadmill
        assert belt.activity is floor.activity is Activity.WALKING


def test_standing_is_standing() -> None:
    activity, why = why_none(world.standing())
    assert activity is Activity.STANDING
    assert why.code == "kinematics-no_stride-standing"


def test_turning_on_the_spot_is_no_walk() -> None:
    still = world.standing(4.0)
    values = still.values.copy()
    values[:, still.body.coordinate_index("pelvis_rotation")] += np.radians(90) * still.time
    activity, why = why_none(world.with_values(still, values))
    assert activity is Activity.TURNING
    assert why.code == "kinematics-no_stride-turning"


def test_a_hidden_leg_is_the_reason_when_it_cost_most_frames() -> None:
    motion = world.cut_walk(0.0, 1.0)
    found = segment_motion(motion, leg_hidden={"right": 0, "left": 200})
    assert found.no_stride is not None
    assert found.no_stride == message("kinematics.no_stride.leg_hidden", side="left")
    seen = segment_motion(motion, leg_hidden={"right": 0, "left": 20})
    assert seen.no_stride is not None
    assert seen.no_stride.code == "kinematics-no_stride-too_short"


@pytest.mark.parametrize("seconds", [0.25, 0.4, 0.55])
def test_a_moment_of_a_walk_is_walking(seconds: float) -> None:
    for start in (0.0, 0.35, 0.7, 2.0):
        assert segment_motion(world.cut_walk(start, start + seconds)).activity is Activity.WALKING


def test_a_walk_without_its_way_says_what_the_file_lacks() -> None:
    motion = world.standing(2.0)
    values = motion.values.copy()
    for name, way in (("hip_flexion_r", 1), ("hip_flexion_l", -1)):
        values[:, motion.body.coordinate_index(name)] = way * np.radians(25) * np.sin(2 * np.pi * motion.time)
    activity, why = why_none(world.with_values(motion, values))
    assert activity is Activity.WALKING
    assert why == message("kinematics.no_stride.pelvis_fixed")


def test_a_beam_is_no_walk() -> None:
    """The swinging leg goes far out to the side, as in balancing on a beam."""
    motion = world.cut_walk(0.0, 1.0)
    values = motion.values.copy()
    at = motion.body.coordinate_index("hip_adduction_r")
    values[:, at] -= np.radians(70) * np.sin(np.pi * motion.time) ** 2
    activity, why = why_none(world.with_values(motion, values))
    assert activity is Activity.OTHER
    assert why.code == "kinematics-no_stride-other"
