"""Measured and predicted ground together, on a walk whose ground forces are known everywhere.

Plates are cut from the known forces: what they tell must come out, what they do not tell must not hurt.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from psoas.core.arrays import Bools, Floats
from psoas.core.catalogue import render
from psoas.mechanics.ground_estimation import EstimatedGround
from psoas.mechanics.ground_forces import edge_ramp
from psoas.mechanics.plate_frames import bring_to_frames
from psoas.mechanics.plate_use import GroundOrigin, PlateReason
from psoas.recording import Plate
from tests.plate_worlds import (
    CUTOFF_HZ,
    MASS_KG,
    WEIGHT_N,
    estimated,
    paved,
    plate,
    rectangle,
    soles,
    step,
    steps,
    walk,
)

EVERY = [(foot, number) for foot in range(2) for number in range(3)]
"""Every whole step of the walk."""
AHEAD = np.array([[0.0, 0.0, 0.2], [0.5, 0.0, 0.2]])
"""A plate from the middle of a foot forward."""


def true_wrench(foot: int) -> Floats:
    """What the ground did under a foot (T, 6), filtered as plates are."""
    motion, truth = walk()
    return bring_to_frames(truth, motion.time, cutoff_hz=CUTOFF_HZ)[foot].wrench


def wrench(found: EstimatedGround, foot: int) -> Floats:
    load = found.forces.loads["rl"[foot]]
    return np.hstack([load.force, load.torque])


def during(foot: int, number: int) -> Bools:
    """Frames (T,) of one step."""
    motion, truth = walk()
    run = steps(foot)[number]
    return np.asarray((motion.time >= truth.time[run.start]) & (motion.time < truth.time[run.stop]))


def steepest(values: Floats) -> float:
    return float(np.abs(np.diff(values, axis=0)).max())


def rms(values: Floats) -> float:
    return float(np.sqrt(np.mean(values**2)))


@pytest.mark.parametrize("trodden", [[(0, 1)], [(1, 1)], [(0, 1), (1, 1)], [(0, 0), (1, 0), (0, 1)]])
def test_what_plates_measured_comes_out_and_the_rest_is_predicted(trodden: list[tuple[int, int]]) -> None:
    """One, two or three plates under a walk of seven steps."""
    found = estimated(*(step(*one, f"plate {one}") for one in trodden))
    assert [(use.contacts, use.used, use.reasons) for use in found.forces.plates] == [(1, 1, ())] * len(trodden)
    for foot in range(2):
        for number in range(3):
            there, origin = during(foot, number), found.forces.origin[:, foot]
            if (foot, number) in trodden:
                assert (origin[there] == GroundOrigin.MEASURED).all()
                np.testing.assert_allclose(wrench(found, foot)[there], true_wrench(foot)[there], atol=1e-6)
            else:
                assert (origin[there] == GroundOrigin.PREDICTED).all()


def test_both_feet_bear_the_body_over_whole_strides() -> None:
    """Momentum: between two like instants of a steady walk the mean push is the weight, and nothing drags."""
    motion, truth = walk()
    start, end = (truth.time[steps(0)[k].start] for k in (0, 2))
    stride = (motion.time >= start) & (motion.time < end)
    for plates in ((), (step(0, 1, "a"),), (step(0, 1, "a"), step(1, 1, "b"))):
        found = estimated(*plates)
        total = wrench(found, 0)[stride, :3].mean(axis=0) + wrench(found, 1)[stride, :3].mean(axis=0)
        assert total[1] == pytest.approx(WEIGHT_N, rel=0.015), len(plates)
        assert abs(total[0]) < 0.01 * WEIGHT_N


def test_nothing_jumps_where_measured_and_predicted_meet() -> None:
    found = estimated(step(0, 1, "a"), step(1, 1, "b"))
    for foot in range(2):
        assert steepest(wrench(found, foot)[:, :3]) < 1.1 * steepest(true_wrench(foot)[:, :3])
        change = np.flatnonzero(np.diff(found.forces.origin[:, foot]))
        assert len(change) == 4, "predicted, blended, measured, blended, predicted"
        assert np.abs(wrench(found, foot)[change, 1]).max() < 0.02 * WEIGHT_N, "in mid-swing, where there is nothing"


def test_measuring_one_foot_helps_the_other_in_double_support() -> None:
    """The right foot bears what the left one's plate leaves over."""
    both = during(0, 1) & (during(1, 0) | during(1, 1))
    plain, helped = estimated(), estimated(step(1, 0, "a"), step(1, 1, "b"))
    off = [rms((wrench(one, 0) - true_wrench(0))[both, 1]) for one in (plain, helped)]
    assert off[1] < off[0]


@pytest.mark.parametrize("shift", [[0, 0, 5.0], [0, 0, -0.6], [30.0, 0, 0]])
def test_a_plate_that_is_moved_away_adds_no_force(shift: list[float]) -> None:
    one, by = step(0, 1, "a"), np.array(shift)
    assert one.corners is not None
    found = estimated(replace(one, point=one.point + by, corners=one.corners + by))
    assert found.forces.plates[0].used == 0
    assert found.forces.plates[0].reasons == (PlateReason.NOBODY_THERE,)
    for foot in range(2):
        np.testing.assert_array_equal(wrench(found, foot), wrench(estimated(), foot))


def test_a_foot_that_is_half_on_a_plate_is_predicted() -> None:
    """The plate ends under the middle of the foot and holds three fifths of its push."""
    motion, truth = walk()
    run = steps(0)[1]
    middle = np.searchsorted(motion.time, (truth.time[run.start] + truth.time[run.stop - 1]) / 2)
    foot = soles().position[middle][soles().of_foot("r")].mean(axis=0)
    whole = step(0, 1, "a")
    half = replace(
        whole, force=0.6 * whole.force, torque=0.6 * whole.torque,
        corners=rectangle(foot - AHEAD[0], foot + AHEAD[1]),
    )  # fmt: skip
    found = estimated(half)
    assert found.forces.plates[0].reasons == (PlateReason.HALF_ON,)
    np.testing.assert_array_equal(wrench(found, 0), wrench(estimated(), 0))


@pytest.mark.parametrize("fade", [0.5, 1.0])
def test_toes_beside_the_plate_show_where_its_load_fades_at_the_edge(fade: float) -> None:
    """The sole seems to fit, within what markers tell; but at push-off the pressure stops at the edge and load is
    missing. With its whole load the same plate is used."""
    _, truth = walk()
    whole, run = step(0, 1, "a"), steps(0)[1]
    middle = np.searchsorted(walk()[0].time, truth.time[(run.start + run.stop) // 2])
    toes = soles().position[middle][soles().of_foot("r")][:, 0].max()
    assert whole.corners is not None
    low, high = whole.corners.min(axis=0), np.array([toes - 0.025, 0.0, whole.corners[:, 2].max()])
    share = np.ones(len(truth.time))
    share[run] = np.interp(np.linspace(0, 1, run.stop - run.start), [0.0, 0.45, 0.75, 1.0], [1.0, 1.0, fade, fade])
    forward = whole.point + np.outer(0.06 * (share < 1) * (fade < 1), [1.0, 0.0, 0.0])
    point = np.where(np.isfinite(forward), np.minimum(forward, [high[0] - 0.02, 9.0, 9.0]), np.nan)
    found = estimated(
        replace(whole, force=whole.force * share[:, None], point=point, corners=rectangle(low, high)),
        step(1, 1, "b"),
    )
    assert found.forces.plates[0].reasons == ((PlateReason.HALF_ON,) if fade < 1 else ())


def test_two_plates_under_one_foot_are_added() -> None:
    """The heel on one plate and the toes on the next: together they hold the whole sole and its whole push."""
    _, truth = walk()
    whole, run = step(0, 1, "a"), steps(0)[1]
    assert whole.corners is not None
    low, high = whole.corners.min(axis=0), whole.corners.max(axis=0)
    edge = (low[0] + high[0]) / 2
    share = np.zeros((len(truth.time), 1))
    share[run] = np.clip((np.arange(run.stop - run.start) / (run.stop - run.start) - 0.2) / 0.6, 0.0, 1.0)[:, None]
    moment = np.cross(np.nan_to_num(whole.point), whole.force) + whole.torque
    behind = plate(
        "heel", whole.force * (1 - share), moment * (1 - share), rectangle(low, np.array([edge, 0, high[2]]))
    )
    before = plate("toes", whole.force * share, moment * share, rectangle(np.array([edge, 0, low[2]]), high))
    found = estimated(behind, before)
    assert [(use.used, use.reasons) for use in found.forces.plates] == [(1, ()), (1, ())]
    there = during(0, 1)
    np.testing.assert_allclose(wrench(found, 0)[there, :3], true_wrench(0)[there, :3], atol=0.03 * WEIGHT_N)
    assert (found.forces.origin[there, 0] == GroundOrigin.MEASURED).all()


def test_both_feet_on_one_plate_share_what_it_measures() -> None:
    """A treadmill with one belt: the sum is measured, the split in double support predicted."""
    found = estimated(paved(EVERY, "belt"))
    assert found.forces.plates[0].reasons == (PlateReason.BOTH_FEET,)
    covered = np.zeros(len(walk()[0].time), dtype=bool)
    covered[int(np.argmax(during(0, 0))) + 40 : len(covered) - 60] = True
    total = wrench(found, 0) + wrench(found, 1)
    np.testing.assert_allclose(total[covered, :3], (true_wrench(0) + true_wrench(1))[covered, :3], atol=1.0)
    one = during(0, 1) & ~during(1, 0) & ~during(1, 1)
    middle = np.flatnonzero(one)[10:-10]
    assert (found.forces.origin[middle, 0] == GroundOrigin.MEASURED).all()
    two = np.flatnonzero(during(0, 1) & during(1, 1))
    assert (found.forces.origin[two[2:-2]] == GroundOrigin.BLENDED).all()
    off = [rms((wrench(one, 0) - true_wrench(0))[during(0, 1), 1]) for one in (estimated(), found)]
    assert off[1] < off[0]


def test_a_plate_of_another_gain_is_left_out_beside_a_good_one() -> None:
    good, loud = step(1, 1, "good"), step(0, 1, "loud")
    found = estimated(good, replace(loud, force=1.5 * loud.force, torque=1.5 * loud.torque))
    assert [use.reasons for use in found.forces.plates] == [(), (PlateReason.DISAGREES,)]
    assert (found.forces.origin[during(0, 1), 0] == GroundOrigin.PREDICTED).all()


@pytest.mark.parametrize("late", [-0.2, 0.15])
def test_plates_on_another_clock_are_left_out(late: float) -> None:
    _, truth = walk()
    found = estimated(step(0, 1, "a"), step(1, 1, "b"), time=truth.time + late)
    assert {reason for use in found.forces.plates for reason in use.reasons} == {PlateReason.DISAGREES}
    assert (found.forces.origin == GroundOrigin.PREDICTED).all()


def test_steps_that_cannot_be_judged_follow_the_others_of_their_plate() -> None:
    """Forces of another gain that begin with the end of a step, when both feet are down."""
    _, truth = walk()
    kept = truth.time > truth.time[steps(0)[0].stop] - 0.09
    loud = [Plate(p.name, 1.6 * p.force[kept], p.point[kept], p.torque[kept], p.corners) for p in (
        paved([(0, 0), (0, 1), (0, 2)], "loud"),)]  # fmt: skip
    (use,) = estimated(*loud, time=truth.time[kept]).forces.plates
    assert (use.contacts, use.used, use.reasons) == (3, 0, (PlateReason.DISAGREES,))


def test_a_plate_with_its_fore_aft_axis_reversed_is_left_out() -> None:
    one = step(0, 1, "a")
    found = estimated(replace(one, force=one.force * [-3.0, 1, 1]), step(1, 1, "b"))
    assert [use.reasons for use in found.forces.plates] == [(PlateReason.DISAGREES,), ()]


def test_a_plate_nobody_steps_on_is_named_so() -> None:
    still = np.zeros((len(walk()[1].time), 3))
    found = estimated(step(0, 1, "a"), plate("b", still, still, rectangle(np.zeros(3), np.ones(3))))
    assert [use.reasons for use in found.forces.plates] == [(), (PlateReason.NEVER_LOADED,)]


def test_steps_on_plates_weigh_a_person_of_unknown_mass() -> None:
    found = estimated(step(0, 1, "a"), step(1, 1, "b"), mass_kg=None)
    assert found.body.mass_kg == pytest.approx(MASS_KG, rel=0.02)
    assert "read off the plates" in render(found.notes[0])
    half = step(0, 1, "a")
    unsure = estimated(replace(half, force=0.5 * half.force), step(1, 1, "b"), mass_kg=None)
    assert "is assumed" in render(unsure.notes[0]), "two steps that do not agree weigh nobody"


def test_plates_that_end_in_the_middle_of_a_step_hand_over_smoothly() -> None:
    motion, truth = walk()
    kept = truth.time < 2.4
    cut = [Plate(p.name, p.force[kept], p.point[kept], p.torque[kept], p.corners) for p in (
        paved([(foot, number) for number in range(3)], "p") for foot in range(2))]  # fmt: skip
    found = estimated(*cut, time=truth.time[kept])
    said = f"measured from {truth.time[0]:.2f} to {truth.time[kept][-1]:.2f} s"
    assert any(said in render(note) for note in found.notes)
    after = motion.time > 2.41
    assert (found.forces.origin[after] == GroundOrigin.PREDICTED).all()
    assert (found.forces.origin[during(0, 0), 0] == GroundOrigin.MEASURED).all()
    assert steepest(wrench(found, 1)[:, :3]) < 1.2 * steepest(true_wrench(1)[:, :3])


def test_frames_on_plates_are_those_in_which_plates_bear_the_body() -> None:
    found = estimated(step(0, 1, "a"))
    alone = during(0, 1) & ~during(1, 0) & ~during(1, 1)
    marked = found.forces.on_plates
    assert marked[np.flatnonzero(alone)[6:-6]].all() and not marked[~during(0, 1)].any()
    assert not estimated().forces.on_plates.any()


def test_the_edge_of_what_is_covered_rises_without_a_kink() -> None:
    covered = np.zeros(100, dtype=bool)
    covered[20:] = True
    ramp = edge_ramp(covered, 100.0)
    assert (ramp[:20] == 0).all() and (ramp[30:] == 1).all() and (np.diff(ramp) >= 0).all()
    assert (edge_ramp(np.ones(5, dtype=bool), 100.0) == 1).all()
