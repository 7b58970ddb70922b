"""A static trial is compared with the movement: other people's is not used, exchanged markers are placed again."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.kinematics.ik.calibration import Calibration, calibrate
from psoas.kinematics.ik.inverse_kinematics import solve_motion
from psoas.kinematics.ik.quiet_standing import StandingTrial, choose_standing, knee_bend
from psoas.kinematics.ik.static_agreement import check_static
from tests.body_worlds import DrawnPerson, draw_person
from tests.worlds import posed


def person(seed: int, *, walking: bool = True, height: float = 1.72) -> DrawnPerson:
    """The same person with the same markers, walking or standing."""
    return draw_person(np.random.default_rng(seed), height_m=height, bmi=24.0, walking=walking, frames=8)


def standing(who: DrawnPerson, positions: Floats | None = None) -> StandingTrial:
    return choose_standing("s.trc", np.arange(8) / 10, who.mapping, who.observed if positions is None else positions)


def exchanged(who: DrawnPerson, one: str, other: str) -> Floats:
    positions, names = np.array(who.observed), list(who.mapping)
    i, j = names.index(one), names.index(other)
    positions[:, [i, j]] = positions[:, [j, i]]
    return positions


def codes(found: Calibration) -> list[str]:
    return [note.code for note in found.notes]


@pytest.mark.parametrize("seed", range(3))
def test_a_trial_of_the_same_person_is_used_and_nothing_is_said(seed: int) -> None:
    who, still = person(seed), person(seed, walking=False)
    used, strayed, notes = check_static(standing(still), who.mapping, who.observed)
    assert used is not None and np.array_equal(used.positions, still.observed)
    assert strayed == set() and notes == []
    found = calibrate(who.mapping, who.observed, person=who.person, static=standing(still))
    assert codes(found) == ["kinematics-shoulders_from_movement"]


@pytest.mark.parametrize("height", [1.55, 1.95])
def test_a_trial_of_another_person_is_said_and_not_used(height: float) -> None:
    who, other = person(3), person(4, walking=False, height=height)
    used, _, notes = check_static(standing(other), who.mapping, who.observed)
    assert used is None
    assert "It shows another person, or markers that were put on again" in render(notes[-1])
    found = calibrate(who.mapping, who.observed, person=who.person, static=standing(other))
    alone = calibrate(who.mapping, who.observed, person=who.person)
    np.testing.assert_array_equal(found.attachment.local, alone.attachment.local)
    assert set(codes(found)) - set(codes(alone)) == {"kinematics-static_other"}


@pytest.mark.parametrize(("one", "other"), [("heel_r", "heel_l"), ("knee_lateral_r", "knee_medial_r")])
def test_markers_exchanged_in_the_static_trial_are_placed_from_the_movement(one: str, other: str) -> None:
    who, still = person(5), person(5, walking=False)
    trial = StandingTrial(still.mapping, exchanged(still, one, other), file="s.trc")
    found = calibrate(who.mapping, who.observed, person=who.person, static=trial)
    (note,) = [note for note in found.notes if note.code == "kinematics-static_marker_moved"]
    assert one in render(note) and other in render(note)
    assert found.left_out == ()
    motion = solve_motion(found, np.arange(8) / 10, who.observed)
    assert motion.fit is not None
    assert float(np.sqrt(np.nanmean(motion.fit.residual**2))) < 0.008
    knee = motion.body.coordinate_index("knee_angle_r")
    assert np.abs(np.degrees(motion.values - who.values)[:, knee]).max() < 8


@pytest.mark.parametrize(("knee", "hip"), [(90.0, 85.0), (100.0, 5.0), (60.0, 40.0)])
def test_sitting_kneeling_and_lunging_are_not_standing(knee: float, hip: float) -> None:
    still = person(6, walking=False)
    values = posed_like(still, knee_angle_r=knee, knee_angle_l=knee, hip_flexion_r=hip, hip_flexion_l=hip)
    bent = choose_standing("s.trc", np.arange(8) / 10, still.mapping, values)
    assert not bent.quiet
    assert f"a knee is bent by {np.degrees(knee_bend(still.mapping, values)):.0f} deg" in render(bent.notes[0])
    assert np.degrees(knee_bend(still.mapping, values)) == pytest.approx(knee, abs=20)
    assert standing(still).quiet


def posed_like(who: DrawnPerson, **angles_deg: float) -> Floats:
    """The person's markers (8, M, 3) in another pose."""
    found = calibrate(who.mapping, who.observed, person=who.person, static=StandingTrial(who.mapping, who.observed))
    body = found.body
    return np.repeat(found.attachment.positions(body.poses(posed(body, **angles_deg)[None])), 8, axis=0)
