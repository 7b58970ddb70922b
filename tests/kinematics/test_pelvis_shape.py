"""A marker on the pelvis that the others contradict is named; well placed ones never are."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.body.anatomy.skin_standoff import BodyBuild
from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.kinematics.ik.calibration import calibrate
from psoas.kinematics.ik.pelvis_shape import misplaced_on_pelvis
from tests.body_worlds import DrawnPerson, draw_person, landmark_names
from tests.worlds import reference

PELVIS = landmark_names(("asis", "psis"), ("sacrum",))


def drawn(seed: int, mapping: dict[str, str] = PELVIS, misplaced: float = 1.0) -> DrawnPerson:
    random = np.random.default_rng(seed)
    height, bmi = random.uniform(1.4, 2.05), random.uniform(17, 38)
    return draw_person(random, height_m=height, bmi=bmi, mapping=mapping, frames=2, misplaced=misplaced)


def moved(who: DrawnPerson, landmark: str, by: tuple[float, float, float]) -> Floats:
    """Markers (T, M, 3) with one moved by ``by`` metres along the axes of the pelvis."""
    positions = np.array(who.observed)
    _, turn = reference().poses(who.values).of("pelvis")
    positions[:, list(who.mapping).index(landmark)] += turn @ np.array(by)
    return positions


def named(who: DrawnPerson, positions: Floats) -> str:
    points = {name: positions[:, i] for i, name in enumerate(who.mapping)}
    build = BodyBuild(who.person.mass_kg / who.person.height_m**2)
    found = misplaced_on_pelvis(points, build, who.person.height_m / 1.70)
    return found.landmark if found else ""


@pytest.mark.parametrize("seed", range(12))
def test_well_placed_markers_are_not_accused(seed: int) -> None:
    who = drawn(seed)
    assert named(who, who.observed) == ""


@pytest.mark.parametrize(
    ("landmark", "by"),
    [("asis_r", (0.08, 0.0, 0.0)), ("asis_l", (0.0, 0.0, -0.09)), ("psis_r", (-0.06, 0.0, 0.0)),
     ("psis_l", (0.0, 0.06, 0.0)), ("psis_r", (0.0, 0.0, 0.06))],
)  # fmt: skip
@pytest.mark.parametrize("seed", range(3))
def test_a_marker_six_centimetres_off_is_named_when_markers_are_otherwise_right(
    landmark: str, by: tuple[float, float, float], seed: int
) -> None:
    who = drawn(seed, misplaced=0.3)
    assert named(who, moved(who, landmark, by)) == landmark


def test_three_markers_accuse_nobody() -> None:
    who = drawn(1, landmark_names(("asis",), ("sacrum",)))
    assert named(who, moved(who, "asis_r", (0.2, 0.0, 0.0))) == ""


def test_the_fit_is_repeated_without_the_marker_and_says_so() -> None:
    who = drawn(2, landmark_names(), misplaced=0.3)
    found = calibrate(who.mapping, moved(who, "psis_r", (0.0, 0.0, 0.06)), person=who.person)
    assert [one.marker for one in found.left_out] == ["psis_r"]
    assert "mm from where the other markers on the pelvis put psis_r" in render(found.left_out[0].reason)
    assert "psis_r" not in found.mapping
