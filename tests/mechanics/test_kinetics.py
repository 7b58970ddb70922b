"""The forces of whole recordings: every frame accounted for, bands in order, mirrors kept, reasons given."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from psoas import Body, Person
from psoas.analysis.kinetics_io import loads_table, muscle_table
from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.core.sides import SIDES
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.gait.ground_velocity import STILL
from psoas.kinematics.gait.segmentation import segment_gait
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.mechanics.choice_forces import BlockForces, solve_blocks
from psoas.mechanics.kinetics import MEASURED, PREDICTED, Kinetics, compute_kinetics, ground_plates
from psoas.mechanics.muscle_force_estimation import BAND, FIBRES, ForceSolution
from psoas.mechanics.muscle_force_estimation import MEASURED as CURVES
from psoas.mechanics.passive_moments import capsule_hip, chest_passive, lumbar_passive
from psoas.mechanics.static_equilibrium import balance_posture, hold_posture
from psoas.recording import Forces, Plate, read
from scripts.bench_forces import kinetics
from tests.forces_worlds import muscled
from tests.worlds import EXAMPLES, MIRROR, across, mirrored_values

OTHER = {"right": "left", "left": "right"}
TURNED = np.array([-1.0, -1.0, 1.0])
"""What a mirror does to moments."""
MIRRORED = 1e-9
STAGES = ("body", "dynamics", "ground", "muscle_paths", "sharing", "band", "loads")


@cache
def example() -> tuple[Motion, Forces]:
    """Three seconds of the bundled walk from its own coordinates, and its plates."""
    body = Body(Person.of(mass_kg=70.0, height_m=1.75, sex="male"))
    motion = motion_from_coordinates(read(EXAMPLES / "walking_truth.mot"), body)
    forces = read(EXAMPLES / "walking_grf.mot").forces
    assert forces is not None
    part = slice(100, 400)
    short = replace(motion, time=motion.time[part], values=motion.values[part], outcome=motion.outcome[part])
    return short, forces


def mirrored_plates(forces: Forces) -> Forces:
    plates = [Plate(p.name, p.force * MIRROR, p.point * MIRROR, p.torque * TURNED) for p in forces.plates]
    return Forces(forces.time, tuple(plates))


def whole(motion: Motion, plates: Forces | None) -> Kinetics:
    ground, gait = segment_gait(motion, forces=plates)
    found, why = compute_kinetics(motion, ground=ground, gait=gait, plates=plates)
    assert found is not None, why
    return found


@cache
def of_example(*, measured: bool, mirrored: bool = False) -> Kinetics:
    motion, forces = example()
    if mirrored:
        motion, forces = replace(motion, values=mirrored_values(motion.body, motion.values)), mirrored_plates(forces)
    return whole(motion, forces if measured else None)


def gap(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Largest difference relative to the largest value."""
    return float(np.abs(one - other).max() / np.abs(one).max())


@pytest.mark.parametrize("measured", [False, True], ids=["predicted", "plates"])
def test_a_mirrored_walk_has_mirrored_forces(measured: bool) -> None:
    """Ground, joints, every muscle under every choice, contacts, drive and hip peaks, to a billionth."""
    one, other = of_example(measured=measured), of_example(measured=measured, mirrored=True)
    body = one.body
    for side in "rl":
        twin = {"r": "l", "l": "r"}[side]
        assert gap(one.loads[side].force, other.loads[twin].force * MIRROR) < MIRRORED
        assert gap(one.loads[side].torque, other.loads[twin].torque * TURNED) < MIRRORED
    assert gap(one.required, mirrored_values(body, other.required)) < MIRRORED
    lines = [body.muscle_names.index(across(name)) for name in body.muscle_names]
    joints = [body.reaction_names.index(across(name)) for name in body.reaction_names]
    for first, second in zip(solved(one), solved(other), strict=True):
        assert gap(first.tension, second.tension[:, lines]) < MIRRORED, first.choice.label
        assert gap(first.activation, second.activation[:, lines]) < MIRRORED
        assert gap(first.contact, second.contact[:, joints] * MIRROR) < MIRRORED
        assert gap(first.passive_hip, second.passive_hip[:, ::-1]) < MIRRORED
    for side in SIDES:
        assert one.hip_peaks_bw[side] == pytest.approx(other.hip_peaks_bw[OTHER[side]], rel=1e-7)
        assert one.drive[side] is not None
        assert vars(one.drive[side]) == pytest.approx(vars(other.drive[OTHER[side]]), rel=1e-7)
        assert one.peak_band("psoas", side) == pytest.approx(other.peak_band("psoas", OTHER[side]), rel=1e-7)
    assert abs(one.peak_band("psoas", "right")[0] - one.peak_band("psoas", "left")[0]) > 1e-3, "the walk is lopsided"


def test_measured_and_predicted_say_which_they_are() -> None:
    assert of_example(measured=True).ground == MEASURED
    assert of_example(measured=False).ground == PREDICTED


@pytest.mark.parametrize("measured", [False, True], ids=["predicted", "plates"])
def test_every_stage_is_timed(measured: bool) -> None:
    timing = of_example(measured=measured).timing
    assert set(STAGES) <= set(timing) and all(ms >= 0 for ms in timing.values())


def solved(found: Kinetics) -> tuple[ForceSolution, ...]:
    """Every detail of the solutions that forces were kept from: one for each block of frames and choice."""
    return tuple(
        answer for block in solve_blocks(found.body, found.kinematics, found.loads) for answer in block.answers
    )


def accounted(found: Kinetics) -> None:
    """Every frame of every choice converged; activations within bounds; muscles and reserves meet the demand."""
    done = 0
    for block in solve_blocks(found.body, found.kinematics, found.loads):
        block_accounted(block)
        frames = slice(done, done + len(block.problem.values))
        np.testing.assert_allclose(found.muscles.tension[frames], block.answers[0].tension, rtol=1e-4, atol=0.05)
        done = frames.stop
    assert done == len(found.time) == int(found.seen.sum())


def block_accounted(block: BlockForces) -> None:
    problem, body, rows = block.problem, block.problem.body, block.problem.rows
    for answer in block.answers:
        assert answer.shared.converged.all(), answer.choice.label
        assert answer.shared.residual.max() <= 1e-6
        assert (answer.activation >= 0).all() and (answer.activation <= 1).all()
        assert (answer.tension >= 0).all()
        assert len(answer.tension) == len(problem.values)
    main = block.answers[0]
    given = np.einsum("tm,tmn->tn", main.tension, problem.paths.moment_arm)[:, rows]
    tissue = tissue_moments(body, problem.values, main)[:, rows]
    gap = problem.required.generalized[:, rows] - given - tissue - main.shared.reserve
    assert np.abs(gap).max() < 1e-6 * np.abs(problem.required.generalized[:, rows]).max()
    assert np.isfinite(main.contact).all() and main.contact.shape[1] == len(body.reaction_names)


def tissue_moments(body: Body, values: Floats, main: ForceSolution) -> Floats:
    """Moments of capsule, low back and chest under one choice (T, N)."""
    tissue = np.zeros_like(values)
    low = body.coordinate_index("lumbar_extension")
    tissue[:, low] = lumbar_passive(values[:, low])
    chest = body.coordinate_index("thorax_extension")
    tissue[:, chest] = chest_passive(values[:, chest]) + main.chest_give
    for side in "rl":
        hip = body.coordinate_index(f"hip_flexion_{side}")
        tissue[:, hip] = capsule_hip(values[:, hip])
    return tissue


@pytest.mark.parametrize("measured", [False, True], ids=["predicted", "plates"])
def test_the_bundled_walk_is_accounted_for(measured: bool) -> None:
    accounted(of_example(measured=measured))


@pytest.mark.parametrize("measured", [False, True], ids=["predicted", "plates"])
def test_a_real_walk_is_accounted_for_and_within_the_muscles_reach(shared: Path, measured: bool) -> None:
    found = kinetics(shared, "walk", measured=measured)
    accounted(found)
    assert np.abs(found.muscles.reserve).max() < 5.0, "N m"
    assert found.muscles.activation.max() < 1.0


@pytest.mark.slow
@pytest.mark.parametrize("measured", [False, True], ids=["predicted", "plates"])
def test_a_real_run_is_accounted_for(shared: Path, measured: bool) -> None:
    """Every frame of 600 has its outcome, under ten choices; at the edge of strength reserves help out, by little."""
    found = kinetics(shared, "run", measured=measured)
    accounted(found)
    assert len(found.time) == 600
    assert np.percentile(np.abs(found.muscles.reserve), 99) < 10.0
    assert {len(one.passive_hip) for one in found.choices} == {600}


def test_a_bands_middle_lies_between_its_edges_and_its_choices_are_stated() -> None:
    found = of_example(measured=False)
    assert [one.choice for one in found.choices] == list(BAND)
    assert len({choice.label for choice in BAND}) == len(BAND)
    assert {choice.exponent for choice in BAND} == {2, 3} and {c.weighting for c in BAND} == {"uniform", "volume"}
    assert {choice.passive for choice in BAND} == {FIBRES, CURVES}
    assert min(c.strength for c in BAND) < 1.0 < max(c.strength for c in BAND)
    for side in SIDES:
        for group in ("psoas", "iliacus", "gluteus maximus"):
            middle, low, high = found.tension_band(group, side)
            assert (low <= middle).all() and (middle <= high).all() and (high > low).any()
            single = found.main.tension[group, side]
            assert (low <= single).all() and (single <= high).all()
            top = found.peak_band(group, side)
            assert top[1] <= top[0] <= top[2] and top[2] == pytest.approx(high.max())


def test_the_split_of_psoas_and_iliacus_is_tighter_than_the_sum(shared: Path) -> None:
    """What survives the band: how the two share their peaks, not how large the sum is."""
    found = kinetics(shared, "walk", measured=False)
    for side in SIDES:
        both = [[one.tension[g, side].max() for g in ("psoas", "iliacus")] for one in found.choices]
        total = np.array([sum(pair) for pair in both])
        part = np.array([pair[0] / sum(pair) for pair in both])
        assert np.ptp(part) < np.ptp(total) / np.median(total)


# -- what cannot be had


def test_too_few_frames_are_refused_with_the_reason() -> None:
    motion, _ = example()
    few = replace(motion, time=motion.time[:10], values=motion.values[:10], outcome=motion.outcome[:10])
    found, why = compute_kinetics(few, ground=STILL, gait=None, plates=None)
    assert found is None and "at least 20 frames" in render(why[0])


def test_a_body_borne_by_something_else_is_refused_with_how_much_is_missing() -> None:
    """Plates that carry a fifth of the weight: the rest hung on something."""
    motion, forces = example()
    light = Forces(forces.time, tuple(replace(p, force=0.2 * p.force) for p in forces.plates))
    ground, gait = segment_gait(motion, forces=forces)
    found, why = compute_kinetics(motion, ground=ground, gait=gait, plates=light)
    assert found is None and "not explained by what plates measured" in render(why[-1])


def test_frames_that_were_not_seen_are_left_out_by_name() -> None:
    motion, _ = example()
    values = motion.values.copy()
    values[120:140] = np.nan
    outcome = np.where(np.isnan(values).any(axis=1), UNSEEN, CONVERGED)
    torn = replace(motion, values=values, outcome=outcome)
    ground, gait = segment_gait(motion)
    found, why = compute_kinetics(torn, ground=ground, gait=gait, plates=None)
    assert found is not None, why
    assert not found.seen[120:140].any() and found.seen[:120].all() and found.seen[140:].all()
    assert len(found.time) == len(motion.time) - 20
    np.testing.assert_array_equal(found.time, motion.time[found.seen])
    accounted(found)


def test_a_mass_that_was_not_given_is_weighed_or_said_to_be_assumed() -> None:
    motion, forces = example()
    unweighed = replace(motion, body=Body(Person.of(height_m=1.75)))
    ground, gait = segment_gait(unweighed)
    found, _ = compute_kinetics(unweighed, ground=ground, gait=gait, plates=None)
    assert found is not None and "Body mass was not given" in render(found.notes[0])
    belt = replace(ground, treadmill=True, belt_m_s=1.0)
    weighed, _ = compute_kinetics(unweighed, ground=belt, gait=gait, plates=forces)
    assert weighed is not None and "read off the plates" in render(weighed.notes[0])
    during = (forces.time >= motion.time[0]) & (forces.time <= motion.time[-1])
    mean = np.mean(sum(p.force[during, 1] for p in forces.plates)) / 9.80665
    assert weighed.body.mass_kg == pytest.approx(mean, rel=1e-6)


def test_a_plate_that_is_loaded_while_nobody_is_seen_stops_nothing() -> None:
    """The person leaves for half a second and comes back; a plate was loaded all through a step of it."""
    motion, forces = example()
    values = motion.values.copy()
    values[100:200] = np.nan
    outcome = np.where(np.isnan(values).any(axis=1), UNSEEN, CONVERGED)
    torn = replace(motion, values=values, outcome=outcome)
    ground, gait = segment_gait(motion)
    found, why = compute_kinetics(torn, ground=ground, gait=gait, plates=forces)
    assert found is not None, why


# -- standing still


def test_quiet_standing_is_borne_by_both_feet_and_needs_little() -> None:
    body = muscled()
    values = balance_posture(body, body.default_values(), "standing")
    frames = 60
    motion = Motion(body, np.arange(frames) / 60.0, np.tile(values, (frames, 1)), np.full(frames, CONVERGED))
    found, why = compute_kinetics(motion, ground=STILL, gait=None, plates=None)
    assert found is not None, why
    total = found.loads["r"].force + found.loads["l"].force
    np.testing.assert_allclose(total[:, 1], body.mass_kg * 9.80665, rtol=2e-3)
    assert found.drive == {"right": None, "left": None}
    assert np.isnan(found.hip_peaks_bw["right"]).all()
    held = hold_posture(body, body.default_values(), support="standing").compression("L4_L5")
    l4 = found.main.discs.names.index("L4_L5")
    assert found.main.discs.compression[:, l4].mean() == pytest.approx(held, rel=0.05), "the same as holding it"


# -- plates written out


@pytest.mark.parametrize("measured", [False, True], ids=["predicted", "plates"])
def test_ground_written_as_plates_is_the_same_load(measured: bool) -> None:
    """Force at the centre of pressure with its free moment, about the origin, gives back the wrench."""
    found = of_example(measured=measured)
    motion, _ = example()
    plates = ground_plates(motion, found.loads)
    for side, plate in zip("rl", plates.plates, strict=True):
        assert plate.name == f"ground_force_{side}"
        on = found.loads[side].force[:, 1] >= 10.0
        assert 0 < on.sum() < len(on)
        np.testing.assert_array_equal(plate.force[on], found.loads[side].force[on])
        moment = np.cross(plate.point, plate.force) + plate.torque
        np.testing.assert_allclose(moment[on], found.loads[side].torque[on], atol=1e-9)
        assert not plate.force[~on].any() and not plate.point[~on].any() and not plate.torque[~on].any()
        loaded = plate.force[:, 1] > 50.0
        assert np.abs(plate.torque[loaded][:, [0, 2]]).max() < 1e-9, "about the vertical alone"
        foot = motion.body.landmark_positions(motion.values, (f"heel_{side}", f"toe_{side}"))
        strong = plate.force[:, 1] > 300.0
        behind, before = (foot[f"{end}_{side}"][strong, 0] for end in ("heel", "toe"))
        assert (plate.point[strong, 0] > behind - 0.1).all() and (plate.point[strong, 0] < before + 0.12).all()


def test_a_movement_solved_in_blocks_is_the_movement_solved_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is the only thing that a block's length decides."""
    once = of_example(measured=False)
    monkeypatch.setattr("psoas.core.arrays.row_blocks.__defaults__", (37,))
    parts = whole(example()[0], None)
    assert gap(once.loads["r"].force, parts.loads["r"].force) < 1e-6
    assert gap(once.required, parts.required) < 1e-6
    for one, other in zip(once.choices, parts.choices, strict=True):
        assert one.tension.keys() == other.tension.keys()
        assert all(gap(one.tension[key], other.tension[key]) < 1e-4 for key in one.tension), one.choice.label
        assert gap(one.discs.compression, other.discs.compression) < 1e-4
    assert once.hip_peaks_bw["right"] == pytest.approx(parts.hip_peaks_bw["right"], rel=1e-5)


def test_progress_is_told_by_frame() -> None:
    motion, _ = example()
    said: list[tuple[int, int]] = []
    ground, gait = segment_gait(motion)
    compute_kinetics(motion, ground=ground, gait=gait, plates=None, progress=lambda *at: said.append(at))
    assert said[-1] == (len(motion.time), len(motion.time))


def test_a_part_of_the_forces_is_that_part_of_their_table() -> None:
    """Tables of long recordings are written a block of frames at a time."""
    found = of_example(measured=True)
    whole_table, frames = loads_table(found), slice(30, 71)
    assert loads_table(found.at(frames)).equals(whole_table.slice(30, 41))
    assert muscle_table(found.at(frames)).equals(muscle_table(found).slice(30, 41))
