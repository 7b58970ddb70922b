"""Sizes from markers: true ones come back, absurd ones are named and left out, nobody is refused."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.body.anatomy.skin_standoff import BodyBuild
from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.kinematics.ik.calibration import Calibration, calibrate
from psoas.kinematics.ik.inverse_kinematics import solve_motion
from psoas.kinematics.ik.marker_attachment import attach_markers
from psoas.kinematics.ik.quiet_standing import StandingTrial
from psoas.kinematics.ik.segment_scaling import SegmentSizes, measure_segments
from psoas.kinematics.ik.size_fit import SizeProblem
from psoas.kinematics.ik.size_measures import collect_measures
from psoas.kinematics.ik.standing_geometry import SIZES, StandingGeometry, factors_by_group, sizes_from_factors
from psoas.mechanics.muscle_geometry import compute_mechanics
from tests.body_worlds import DrawnPerson, draw_person, draw_sizes, landmark_names
from tests.worlds import posed

PLUG_IN_GAIT = landmark_names(
    ("asis", "psis", "knee_lateral", "ankle_lateral", "heel", "metatarsal_2"), ()
)  # fmt: skip


def points(who: DrawnPerson) -> dict[str, Floats]:
    return {name: who.observed[:, i] for i, name in enumerate(who.mapping)}


def sized(who: DrawnPerson, *, told: bool = False) -> SegmentSizes:
    height, mass = (who.person.height_m, who.person.mass_kg) if told else (None, None)
    return measure_segments(points(who), height_m=height, mass_kg=mass)


def exact(height_m: float, mapping: dict[str, str] | None = None, *, seed: int = 1, bmi: float = 25.0) -> DrawnPerson:
    random = np.random.default_rng(seed)
    return draw_person(random, height_m=height_m, bmi=bmi, mapping=mapping, misplaced=0.0, noise_m=0.0)


def test_places_in_standing_are_those_of_the_body() -> None:
    sizes = draw_sizes(np.random.default_rng(3), 1.6)
    build = BodyBuild(31.0)
    body = Body(scale=factors_by_group(sizes))
    worn = attach_markers(body, {name: name for name in body.landmarks}, build)
    at = worn.positions(body.poses(posed(body)[None]))[0]
    pelvis = body.poses(posed(body)[None]).of("pelvis")[0][0]
    geometry = StandingGeometry(build)
    for i, name in enumerate(worn.names):
        rows, fixed = geometry.place(name)
        np.testing.assert_allclose(rows @ sizes + fixed, at[i] - pelvis, atol=1e-9, err_msg=name)
    np.testing.assert_allclose(sizes_from_factors(factors_by_group(sizes)), sizes)


def test_without_data_sizes_are_those_of_the_stature() -> None:
    fit = SizeProblem(BodyBuild(), height_m=1.53).solve([])
    np.testing.assert_allclose(fit.sizes, 0.9, rtol=0.002)
    assert fit.stature == pytest.approx(0.9, rel=0.002)
    assert fit.cost < 1e-3


@pytest.mark.parametrize("height", [1.12, 1.40, 1.70, 2.05])
def test_true_sizes_come_back_from_exact_markers(height: float) -> None:
    """What distances size well; the rest follows what people are like."""
    who = exact(height, bmi=17.0 if height < 1.5 else 25.0)
    found = sized(who, told=True)
    assert found.height_m == pytest.approx(height, rel=0.02)
    for name, got, true in zip(SIZES, sizes_from_factors(found.scale), who.sizes, strict=True):
        assert got == pytest.approx(true, rel={"thigh": 0.03, "shank": 0.02}.get(name, 0.09)), name
    assert found.misplaced == ()


@pytest.mark.parametrize("height", [1.10, 1.25, 1.62, 1.95])
def test_stature_comes_from_the_body_not_from_where_the_feet_are(height: float) -> None:
    """A person on a stair, or lying: distances on the body are the same."""
    who = exact(height, bmi=17.0 if height < 1.3 else 25.0)
    lying = who.observed @ np.array([[0.0, -1, 0], [1, 0, 0], [0, 0, 1]]).T
    climbing = who.observed + np.linspace(0, 3, len(who.observed))[:, None, None] * np.array([0.3, 0.6, 0.0])
    for observed in (who.observed, lying, climbing):
        got = measure_segments(
            {name: observed[:, i] for i, name in enumerate(who.mapping)}, height_m=None, mass_kg=None
        )
        assert got.height_m == pytest.approx(height, rel=0.05)
        assert got.notes == () and got.misplaced == ()


def test_a_lateral_knee_marker_alone_sizes_thigh_and_shank() -> None:
    who = exact(1.78, PLUG_IN_GAIT)
    found = sized(who, told=True)
    assert {"pelvis", "thigh", "shank", "foot"} <= set(found.measured)
    for name in ("thigh", "shank"):
        assert found.scale[name][0] == pytest.approx(who.sizes[SIZES.index(name)], rel=0.03)


def test_tissue_over_the_pelvis_does_not_make_its_bones_deep() -> None:
    """The same bones under 10 and under 60 mm of tissue in front and behind together."""
    depths = {}
    for bmi in (19.0, 38.0):
        found = sized(exact(1.70, bmi=bmi), told=True)
        depths[bmi] = found.scale["pelvis"][0]
        assert found.build.bmi == pytest.approx(bmi)
    assert depths[38.0] == pytest.approx(depths[19.0], abs=0.02)
    assert len({round(one.metres, 3) for one in collect_measures(points(exact(1.70, bmi=38.0)))}) > 5


def test_left_and_right_are_one_size() -> None:
    who = draw_person(np.random.default_rng(5), height_m=1.7, bmi=24.0)
    flipped = {name: who.observed[:, list(who.mapping).index(_other(name))] * [1, 1, -1] for name in who.mapping}
    one, other = sized(who), measure_segments(flipped, height_m=None, mass_kg=None)
    np.testing.assert_allclose(sizes_from_factors(one.scale), sizes_from_factors(other.scale), atol=1e-9)


def _other(name: str) -> str:
    return {"_r": name[:-2] + "_l", "_l": name[:-2] + "_r"}.get(name[-2:], name)


@pytest.mark.parametrize(
    ("landmark", "by"),
    [("asis_l", (0.0, 0.02, 0.16)), ("psis_r", (-0.14, 0.0, 0.0)), ("knee_lateral_r", (0.0, 0.16, 0.02))],
)
def test_a_marker_far_from_its_landmark_is_named_and_left_out(landmark: str, by: tuple[float, float, float]) -> None:
    who = exact(1.72)
    moved = np.array(who.observed)
    column = list(who.mapping).index(landmark)
    body = Body(who.person, scale=factors_by_group(who.sizes))
    segment = body.local(landmark)[0]
    _, rotation = body.poses(who.values).of(segment)
    moved[:, column] += rotation @ np.array(by)
    found = calibrate(who.mapping, moved, person=who.person)
    assert [one.marker for one in found.left_out] == [landmark]
    assert found.left_out[0].reason.code == "kinematics-marker_misplaced"
    assert found.left_out[0].reason in found.notes
    assert landmark not in found.mapping and len(found.mapping) == len(who.mapping) - 1
    motion = solve_motion(found, np.arange(len(moved)) / 50, moved)
    assert motion.fit is not None
    assert np.isnan(motion.fit.residual[:, column]).all()
    assert np.isfinite(np.delete(motion.fit.residual, column, axis=1)).all()
    off = np.degrees(motion.values - who.values)[:, body.coordinate_index("hip_flexion_r")]
    assert np.abs(off).max() < 6


def test_a_wrong_hip_marker_does_not_make_a_giant_pelvis() -> None:
    """Trochanters under the names of hip centres (a public file gave a pelvis of 2.5 and a psoas of 573 mm)."""
    names = landmark_names(("hip_centre", "knee_centre", "ankle_centre", "heel", "big_toe", "shoulder_centre"), ())
    who = exact(1.72, names)
    moved = np.array(who.observed)
    for side, sign in (("r", 1.0), ("l", -1.0)):
        moved[:, list(names).index(f"hip_centre_{side}")] += [0.0, 0.0, sign * 0.12]
    found = calibrate(names, moved, person=Person())
    assert found.left_out
    assert found.body.scale["pelvis"].min() > 0.8 and found.body.scale["pelvis"].max() < 1.25


def test_a_height_of_somebody_else_is_said_and_not_used() -> None:
    who = exact(1.20, bmi=17.0)
    found = measure_segments(points(who), height_m=1.75, mass_kg=None)
    assert [note.code for note in found.notes] == ["kinematics-height_conflict"]
    assert found.height_m == pytest.approx(1.20, rel=0.05)
    assert sized(who, told=True).notes == ()


def calibrated(who: DrawnPerson, static: DrawnPerson | None = None) -> Calibration:
    trial = StandingTrial(static.mapping, static.observed) if static else None
    return calibrate(who.mapping, who.observed, person=who.person, static=trial)


@pytest.mark.parametrize("seed", range(12))
def test_nobody_is_refused_and_fibres_stay_sane_in_walking(seed: int) -> None:
    """A few of those that ``scripts/drawn_bodies.py`` draws by the thousand."""
    random = np.random.default_rng(seed)
    child = seed < 3
    height, bmi = (random.uniform(1.1, 1.4), 17.0) if child else (random.uniform(1.4, 2.05), random.uniform(16, 40))
    who = draw_person(random, height_m=height, bmi=bmi, sex="female" if seed % 2 else "male")
    found = calibrated(who)
    ratio = sizes_from_factors(found.body.scale) / (height / 1.70)
    assert (ratio > 0.75).all() and (ratio < 1.3).all()
    motion = solve_motion(found, np.arange(len(who.observed)) / 50, who.observed)
    mechanics = compute_mechanics(motion)
    assert mechanics.notes == ()
    hip = motion.body.coordinate_index("hip_flexion_r")
    off = np.degrees(motion.values - who.values)[:, hip]
    assert off.std() < 3.0 and abs(off.mean()) < 15.0


def test_clothes_at_both_sides_of_the_joints_condemn_no_marker() -> None:
    who = exact(1.70, bmi=22.0)
    padded = np.array(who.observed)
    body = Body(who.person, scale=factors_by_group(who.sizes))
    poses = body.poses(who.values)
    for i, name in enumerate(who.mapping):
        if name.startswith(("knee_", "ankle_")):
            outward = 0.04 if ("lateral" in name) == name.endswith("_r") else -0.04
            padded[:, i] += poses.of(body.local(name)[0])[1] @ np.array([0.0, 0.0, outward])
    found = calibrate(who.mapping, padded, person=who.person)
    assert found.left_out == ()
    assert sizes_from_factors(found.body.scale)[SIZES.index("thigh")] == pytest.approx(who.sizes[3], rel=0.05)


def test_a_refuted_height_does_not_thicken_the_tissue() -> None:
    """A mass over a height that is not this person's would give an index that no one has."""
    who = exact(1.75)
    found = calibrate(who.mapping, who.observed, person=Person.of(height_m=0.9, mass_kg=who.person.mass_kg))
    assert found.left_out == ()
    assert found.body.person.height_m == pytest.approx(1.75, rel=0.03)
