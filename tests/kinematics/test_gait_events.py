"""Ground, heel strikes and toe offs of a walker whose every step is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.core.sides import SIDES
from psoas.kinematics.gait.gait_events import (
    GaitEvents,
    SideInstants,
    estimate_progression,
    events_from_plates,
    find_events,
    refine_events,
)
from psoas.kinematics.gait.ground_velocity import STILL, GroundMotion, estimate_ground_velocity
from psoas.recording.recording import Forces, Plate
from tests.gait_walker import Walker, walker

WORLDS = {
    "speed": st.floats(0.5, 2.2),
    "stride_s": st.floats(0.9, 1.6),
    "heading_deg": st.floats(-180, 180),
    "lead": st.floats(0.0, 1.0),
}
EDGE_S = 0.15
"""So near to the ends of a recording an event may or may not be told."""


def events_of(world: Walker, ground: GroundMotion) -> GaitEvents:
    return find_events(world.time, heel=world.heel, toe=world.toe, pelvis=world.pelvis, ground=ground)


def misses(world: Walker, found: Floats, true: Floats) -> Floats:
    """How far every true event is from a found one, and every found one from a true one, away from the edges."""

    def from_inside(some: Floats, others: Floats) -> Floats:
        inside = some[(some > EDGE_S) & (some < world.time[-1] - EDGE_S)]
        return np.asarray(np.abs(inside[:, None] - others).min(axis=1), dtype=float)

    assert len(found) > 1
    return np.concatenate([from_inside(true, found), from_inside(found, true)])


def belt_ground(belt: float, heading_deg: float) -> GroundMotion:
    angle = np.radians(heading_deg)
    velocity = -belt * np.array([np.cos(angle), 0.0, -np.sin(angle)])
    return GroundMotion(velocity_m_s=velocity, treadmill=belt > 0, belt_m_s=belt, spread_m_s=0.0)


@settings(max_examples=25, deadline=None)
@given(**WORLDS, on_belt=st.booleans(), noise_mm=st.floats(0, 1.5), seed=st.integers(0, 99))
def test_ground_and_every_event_are_found(
    speed: float, stride_s: float, heading_deg: float, lead: float, on_belt: bool, noise_mm: float, seed: int
) -> None:
    belt = speed if on_belt else 0.0
    world = walker(
        speed=speed, stride_s=stride_s, heading_deg=heading_deg, lead=lead, belt=belt, noise_mm=noise_mm, seed=seed
    )
    ground = estimate_ground_velocity(world.time, world.points)
    assert ground.treadmill == on_belt
    assert ground.velocity_m_s == pytest.approx(belt_ground(belt, heading_deg).velocity_m_s, abs=0.03)
    events = events_of(world, ground)
    for side in SIDES:
        assert np.max(misses(world, events.heel_strike.of(side), world.strikes[side])) < 0.02
        assert np.max(misses(world, events.toe_off.of(side), world.offs[side])) < 0.025


@settings(max_examples=10, deadline=None)
@given(**WORLDS, belt=st.floats(0.0, 4.0))
def test_neither_heading_nor_belt_changes_a_single_event(
    speed: float, stride_s: float, heading_deg: float, lead: float, belt: float
) -> None:
    plain = events_of(walker(speed=speed, stride_s=stride_s, lead=lead), STILL)
    turned = walker(speed=speed, stride_s=stride_s, lead=lead, heading_deg=heading_deg, belt=belt)
    other = events_of(turned, belt_ground(belt, heading_deg))
    for side in SIDES:
        assert other.heel_strike.of(side) == pytest.approx(plain.heel_strike.of(side), abs=1e-9)
        assert other.toe_off.of(side) == pytest.approx(plain.toe_off.of(side), abs=1e-9)


def test_a_mirrored_walker_swaps_sides_exactly() -> None:
    world = walker(noise_mm=1.0)
    flip, swap = np.array([1.0, 1.0, -1.0]), {"right": "left", "left": "right"}
    mirrored = find_events(
        world.time,
        heel={side: world.heel[swap[side]] * flip for side in SIDES},
        toe={side: world.toe[swap[side]] * flip for side in SIDES},
        pelvis=world.pelvis * flip,
        ground=STILL,
    )
    plain = events_of(world, STILL)
    for side in SIDES:
        assert np.array_equal(mirrored.heel_strike.of(side), plain.heel_strike.of(swap[side]))
        assert np.array_equal(mirrored.toe_off.of(side), plain.toe_off.of(swap[side]))


def test_a_short_gap_costs_no_event_and_a_long_one_only_its_own() -> None:
    world = walker()
    strike = float(world.strikes["right"][2])
    plain = events_of(world, STILL).heel_strike.right
    for width, lost in ((0.1, 0), (0.5, 1)):
        heel = world.heel["right"].copy()
        heel[np.abs(world.time - strike) < width / 2] = np.nan
        gappy = find_events(
            world.time, heel={**world.heel, "right": heel}, toe=world.toe, pelvis=world.pelvis, ground=STILL
        )
        kept = np.abs(plain - strike) > 0.1 if lost else np.full(len(plain), True)
        assert gappy.heel_strike.right == pytest.approx(plain[kept], abs=0.03)
        assert gappy.heel_strike.left == pytest.approx(events_of(world, STILL).heel_strike.left)


def test_nothing_is_seen_where_nothing_happens() -> None:
    time = np.arange(300) / 100
    rng = np.random.default_rng(1)
    stand = {
        side: np.array([0.0, 0.05, z]) + rng.normal(0, 0.001, (300, 3))
        for side, z in zip(SIDES, (0.1, -0.1), strict=True)
    }
    unseen = {side: np.full((300, 3), np.nan) for side in SIDES}
    pelvis = np.array([0.0, 1.0, 0.0]) + rng.normal(0, 0.001, (300, 3))
    for feet in (stand, unseen):
        events = find_events(time, heel=feet, toe=feet, pelvis=pelvis, ground=STILL)
        assert [len(events.heel_strike.of(s)) + len(events.toe_off.of(s)) for s in SIDES] == [0, 0]
    still = estimate_ground_velocity(time, np.stack(list(stand.values()), axis=1))
    assert (still.treadmill, still.belt_m_s) == (False, 0.0)
    assert np.isnan(estimate_ground_velocity(time, np.stack(list(unseen.values()), axis=1)).spread_m_s)


def test_the_direction_follows_a_walker_who_turns_back() -> None:
    time = np.arange(1200) / 100
    pelvis = np.stack([1.2 * (6 - np.abs(time - 6)), np.ones(1200), np.zeros(1200)], axis=1)
    direction, speed = estimate_progression(time, pelvis, ground=STILL)
    assert direction[200] == pytest.approx([1, 0, 0])
    assert direction[1000] == pytest.approx([-1, 0, 0])
    assert speed[200] == pytest.approx(1.2)


def events_under_the_right_foot(time: Floats, force: Floats) -> GaitEvents:
    """Events of one plate that presses up with ``force`` (T,) newtons where the right foot stands."""
    right, left, none = np.zeros((len(time), 3)), np.ones((len(time), 3)), np.zeros_like(force)
    vector = np.stack([none, force, none], axis=1)
    forces = Forces(time=time, plates=(Plate(name="p", force=vector, point=right, torque=np.zeros_like(vector)),))
    feet = {"right": right, "left": left}
    return events_from_plates(forces, time=time, heel=feet, toe=feet)


def test_plates_give_the_instants_where_the_force_crosses_the_threshold() -> None:
    time = np.arange(0, 2, 0.001)
    force = np.clip(1000 * np.sin(2 * np.pi * time), 0, None)  # contacts 0-0.5 and 1-1.5 s; 20 N after 3.18 ms
    force[300:310] = 0.0  # a flicker
    force[700:720] = 60.0  # a knock, too short for a step
    delay = np.arcsin(0.02) / (2 * np.pi)
    events = events_under_the_right_foot(time, force)
    assert events.heel_strike.right == pytest.approx([delay, 1 + delay], abs=1e-6)
    assert events.toe_off.right == pytest.approx([0.5 - delay, 1.5 - delay], abs=1e-6)
    assert len(events.heel_strike.left) == 0
    cut = time >= 0.2
    assert events_under_the_right_foot(time[cut], force[cut]).heel_strike.right == pytest.approx([1 + delay], abs=1e-6)


def test_contacts_go_to_the_foot_that_stood_there() -> None:
    world = walker(belt=1.2)
    feet = {side: (world.heel[side] + world.toe[side]) / 2 for side in SIDES}
    loads = {
        side: sum(np.where((world.time > a) & (world.time < a + 0.6), 700.0, 0.0) for a in world.strikes[side])
        for side in SIDES
    }

    def plate(force: Floats, point: Floats) -> Plate:
        vector = np.stack([np.zeros_like(force), force, np.zeros_like(force)], axis=1)
        return Plate(name="p", force=vector, point=point, torque=np.zeros_like(vector))

    both = np.where(np.arange(len(world.time))[:, None] % 2 == 0, feet["right"], feet["left"])
    forces = Forces(
        time=world.time,
        plates=(
            plate(np.asarray(loads["left"]), feet["left"]),
            plate(np.asarray(loads["right"]), feet["right"]),
            plate(np.where((world.time > 3) & (world.time < 3.5), 700.0, 0.0), both),
        ),
    )
    events = events_from_plates(forces, time=world.time, heel=world.heel, toe=world.toe)
    for side in SIDES:
        assert events.heel_strike.of(side) == pytest.approx(world.strikes[side], abs=0.011)
    markers = events_of(world, estimate_ground_velocity(world.time, world.points))
    better = refine_events(markers, by=events)
    assert better.method == "markers and plates"
    common = [t for t in better.heel_strike.right if np.min(np.abs(t - events.heel_strike.right)) < 0.08]
    assert common and set(common) <= set(events.heel_strike.right)


def test_instants_that_plates_missed_move_with_those_they_saw() -> None:
    none = np.empty(0)
    seen = GaitEvents(
        SideInstants(right=np.array([1.0, 2.0, 3.0, 4.0]), left=np.array([1.5])), SideInstants(none, none), "markers"
    )
    plates = GaitEvents(
        SideInstants(right=np.array([1.02, 2.03, 3.02, 9.0]), left=none), SideInstants(none, none), "plates"
    )
    better = refine_events(seen, by=plates).heel_strike
    assert better.right == pytest.approx([1.02, 2.03, 3.02, 4.02])
    assert better.left == pytest.approx([1.5])
    far = GaitEvents(SideInstants(right=np.array([1.5]), left=none), SideInstants(none, none), "plates")
    assert refine_events(seen, by=far).heel_strike.right == pytest.approx(seen.heel_strike.right)


@settings(max_examples=40, deadline=None)
@given(**WORLDS, on_belt=st.booleans(), seconds=st.floats(0.6, 3.0), seed=st.integers(0, 99))
def test_a_moment_of_walking_tells_a_belt_from_a_floor(
    speed: float, stride_s: float, heading_deg: float, lead: float, on_belt: bool, seconds: float, seed: int
) -> None:
    belt = speed if on_belt else 0.0
    world = walker(
        speed=speed, stride_s=stride_s, heading_deg=heading_deg, lead=lead, belt=belt, noise_mm=1.0, seed=seed,
        seconds=seconds,
    )  # fmt: skip
    ground = estimate_ground_velocity(world.time, world.points)
    assert ground.treadmill == on_belt
    assert ground.belt_m_s == pytest.approx(belt, abs=0.08)


def test_pedals_are_no_belt() -> None:
    time = np.arange(800) / 100
    turn = 2 * np.pi * 1.2 * time
    points = [
        np.stack([0.17 * np.cos(turn + way) + ahead, 0.3 + 0.17 * np.sin(turn + way), np.full_like(time, side)], axis=1)
        for way, side in ((0.0, 0.1), (np.pi, -0.1))
        for ahead in (0.0, 0.2)
    ]
    ground = estimate_ground_velocity(time, np.stack(points, axis=1))
    assert not ground.treadmill
    assert ground.belt_m_s == 0
