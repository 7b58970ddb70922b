"""Strides, pace and laid-over curves of a walker whose every length is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.core.sides import SIDES
from psoas.kinematics.gait.gait_events import GaitEvents, SideInstants, find_events
from psoas.kinematics.gait.ground_velocity import STILL, estimate_ground_velocity
from psoas.kinematics.gait.repetitions import find_repetitions
from psoas.kinematics.gait.strides import Gait, Strides, find_gait, find_strides, mean_and_sd_over_strides
from tests.gait_walker import Walker, walker


def gait_of(world: Walker) -> Gait | None:
    ground = estimate_ground_velocity(world.time, world.points)
    events = find_events(world.time, heel=world.heel, toe=world.toe, pelvis=world.pelvis, ground=ground)
    return find_gait(world.time, events=events, heel=world.heel, pelvis=world.pelvis, ground=ground)


def strides_at(*strikes: float, offs: tuple[float, ...] = ()) -> Strides:
    """The right strides of bare heel strikes, a foot that stands still."""
    time = np.arange(0, 20, 0.01)
    none = np.empty(0)
    events = GaitEvents(
        SideInstants(right=np.array(strikes), left=none), SideInstants(right=np.array(offs), left=none), "given"
    )
    ahead = np.tile([1.0, 0.0, 0.0], (len(time), 1))
    return find_strides(events, side="right", time=time, heel=np.zeros((len(time), 3)), direction=ahead, ground=STILL)


@settings(max_examples=20, deadline=None)
@given(
    speed=st.floats(0.5, 2.2),
    stride_s=st.floats(0.9, 1.6),
    heading_deg=st.floats(-180, 180),
    on_belt=st.booleans(),
    noise_mm=st.floats(0, 1.5),
    seed=st.integers(0, 99),
)
def test_pace_over_the_ground_is_found(
    speed: float, stride_s: float, heading_deg: float, on_belt: bool, noise_mm: float, seed: int
) -> None:
    belt = speed if on_belt else 0.0
    world = walker(speed=speed, stride_s=stride_s, heading_deg=heading_deg, belt=belt, noise_mm=noise_mm, seed=seed)
    gait = gait_of(world)
    assert gait is not None
    assert gait.speed_m_s.mean == pytest.approx(speed, abs=0.03)
    assert gait.belt_m_s == pytest.approx(belt, abs=0.03)
    assert gait.cadence_steps_min.mean == pytest.approx(120 / stride_s, rel=0.01)
    assert gait.step_length_m.mean == pytest.approx(speed * stride_s / 2, abs=0.03)
    assert gait.stance_percent.mean == pytest.approx(62, abs=2.5)
    assert gait.notes == ()
    for side in SIDES:
        strikes = world.strikes[side]
        sure = int(np.sum((strikes > 0.15) & (strikes < world.time[-1] - 0.15))) - 1
        assert sure <= gait.strides[side] <= len(strikes)  # one more on each edge may or may not be seen
        assert gait.of(side).length_m == pytest.approx(speed * stride_s, abs=0.05)


def test_the_deviation_between_strides_is_that_of_the_pace() -> None:
    gait = gait_of(walker())
    assert gait is not None
    assert gait.speed_m_s.sd < 0.01
    assert gait.cadence_steps_min.sd < 0.5


def test_a_limp_shows_in_the_steps_not_in_the_strides() -> None:
    world = walker()
    late = {**world.heel, "left": np.add(np.roll(world.heel["left"], 8, axis=0), [1.2 * 0.08, 0, 0])}
    events = find_events(world.time, heel=late, toe=world.toe, pelvis=world.pelvis, ground=STILL)
    gait = find_gait(world.time, events=events, heel=late, pelvis=world.pelvis, ground=STILL)
    assert gait is not None
    assert gait.step_length_m.sd > 0.05
    assert gait.cadence_steps_min.mean == pytest.approx(120 / 1.1, rel=0.01)


def test_odd_strides_are_listed_with_their_fault_and_do_not_count() -> None:
    strides = strides_at(1.0, 2.1, 3.2, 5.4, 6.5, 6.8, 7.9, 11.0, offs=(1.7, 2.8, 4.0, 6.0, 6.6, 7.5, 8.6))
    assert strides.duration_s == pytest.approx([1.1, 1.1, 2.2, 1.1, 0.3, 1.1, 3.1])
    assert [flag.code if flag else "" for flag in strides.flags] == [
        "", "", "kinematics-stride_unusual", "", "kinematics-stride_short", "", "kinematics-stride_long",
    ]  # fmt: skip
    assert strides.good.tolist() == [True, True, False, True, False, True, False]
    assert strides.stance_percent[0] == pytest.approx(100 * 0.7 / 1.1)


def test_a_stride_without_toe_off_has_no_stance_and_still_counts() -> None:
    strides = strides_at(1.0, 2.0, 3.0, offs=(2.6,))
    assert np.isnan(strides.stance_percent[0])
    assert strides.stance_percent[1] == pytest.approx(60)
    assert strides.good.all()


def test_standing_hopping_and_marching_on_the_spot_are_not_gait() -> None:
    world = walker()
    still = {side: np.tile(world.heel[side][0], (len(world.time), 1)) for side in SIDES}
    hopping = {"right": world.heel["right"], "left": world.heel["right"] - [0, 0, 0.2]}
    toes = {"right": world.toe["right"], "left": world.toe["right"] - [0, 0, 0.2]}
    for heel, toe in ((still, still), (hopping, toes)):
        events = find_events(world.time, heel=heel, toe=toe, pelvis=world.pelvis, ground=STILL)
        assert find_gait(world.time, events=events, heel=heel, pelvis=world.pelvis, ground=STILL) is None
    events = find_events(world.time, heel=world.heel, toe=world.toe, pelvis=world.pelvis, ground=STILL)
    assert find_gait(world.time, events=events, heel=still, pelvis=world.pelvis, ground=STILL) is None


@pytest.mark.parametrize("frames", [1, 2, 7, 8, 30, 60])
def test_recordings_of_a_moment_hold_no_gait(frames: int) -> None:
    world = walker()
    time, pelvis = world.time[:frames], world.pelvis[:frames]
    heel, toe = ({side: p[:frames] for side, p in points.items()} for points in (world.heel, world.toe))
    ground = estimate_ground_velocity(time, world.points[:frames])
    events = find_events(time, heel=heel, toe=toe, pelvis=pelvis, ground=ground)
    assert find_gait(time, events=events, heel=heel, pelvis=pelvis, ground=ground) is None
    assert len(find_repetitions(time, {"hip_flexion_r": pelvis[:, 0]}).intervals) == 0


def test_mean_and_spread_over_strides_are_those_of_the_curves() -> None:
    curves = np.stack([np.full(5, value) for value in (2.1, 3.2, 4.3)])
    mean, sd = mean_and_sd_over_strides(curves)
    assert mean == pytest.approx(np.full(5, 3.2))
    assert sd == pytest.approx(np.full(5, 1.1))
    assert np.isnan(mean_and_sd_over_strides(curves[:1])[1]).all()
    assert np.isnan(mean_and_sd_over_strides(curves[:0])[0]).all()


def test_results_cannot_be_changed() -> None:
    strides = strides_at(1.0, 2.0)
    values: Floats = strides.start
    with pytest.raises(ValueError, match="read-only"):
        values[0] = 5.0
