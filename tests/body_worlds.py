"""People drawn from how people are built, standing and walking, with markers that stand off their bones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from psoas.body.anatomy.proportions import proportions
from psoas.body.anatomy.skin_standoff import BodyBuild, placement_error
from psoas.body.model.body import Body
from psoas.body.person import REFERENCE_HEIGHT_M, Person
from psoas.core.arrays import Floats
from psoas.kinematics.ik.marker_attachment import attach_markers
from psoas.kinematics.ik.standing_geometry import SIZES, StandingGeometry, factors_by_group
from tests.worlds import posed

LANDMARKS = (
    "asis", "psis", "knee_lateral", "knee_medial", "ankle_lateral", "ankle_medial", "heel", "metatarsal_2",
    "toe_lateral", "acromion", "elbow_lateral", "elbow_medial", "wrist_radial", "wrist_ulnar",
)  # fmt: skip
MIDLINE = ("c7", "sternum", "head_top")


@dataclass(frozen=True)
class DrawnPerson:
    """Somebody who does not exist: true sizes, and markers (T, M, 3) in metres of a trial."""

    person: Person
    sizes: Floats
    mapping: dict[str, str]
    values: Floats
    observed: Floats


def landmark_names(sided: Sequence[str] = LANDMARKS, midline: Sequence[str] = MIDLINE) -> dict[str, str]:
    """Marker -> landmark, each marker under its landmark's own name."""
    return {name: name for name in (*(f"{one}_{side}" for one in sided for side in "rl"), *midline)}


def draw_sizes(random: np.random.Generator, height_m: float) -> Floats:
    """Sizes (P,) of a person of this stature, drawn from the table of proportions; the parts add up to it."""
    known = proportions()
    log = np.log(height_m / REFERENCE_HEIGHT_M) + random.multivariate_normal(np.zeros(len(SIZES)), known.covariance)
    sizes = np.exp(log)
    geometry = StandingGeometry(BodyBuild())
    up = geometry.place("head_top")[0][1] - geometry.place("heel_r")[0][1]
    return np.asarray(sizes * (height_m / REFERENCE_HEIGHT_M) * up.sum() / float(up @ sizes))


def draw_person(
    random: np.random.Generator,
    *,
    height_m: float,
    bmi: float,
    sex: str = "female",
    mapping: dict[str, str] | None = None,
    walking: bool = True,
    frames: int = 12,
    noise_m: float = 0.001,
    misplaced: float = 1.0,
) -> DrawnPerson:
    """A person with markers, each off its nominal place by as much as people err (``misplaced`` times that)."""
    names = mapping or landmark_names()
    sizes, mass = draw_sizes(random, height_m), bmi * height_m**2
    person = Person.of(height_m=height_m, mass_kg=mass, sex=sex)
    body = Body(person, scale=factors_by_group(sizes))
    attachment = attach_markers(body, names, BodyBuild(bmi))
    error = np.array([placement_error(name) for name in attachment.landmarks]) * misplaced / np.sqrt(3)
    attachment = attachment.moved(attachment.local + random.normal(0, 1, attachment.local.shape) * error[:, None])
    values = steps(body, frames) if walking else np.tile(body.default_values(), (frames, 1))
    observed = attachment.positions(body.poses(values))
    return DrawnPerson(person, sizes, names, values, observed + random.normal(0, noise_m, observed.shape))


def steps(body: Body, frames: int) -> Floats:
    """Coordinates (T, N) of one stride, roughly as people walk."""
    found = []
    for phase in np.linspace(0, 2 * np.pi, frames, endpoint=False):
        right, left = np.sin(phase), np.sin(phase + np.pi)
        found.append(
            posed(
                body, hip_flexion_r=10 + 22 * right, hip_flexion_l=10 + 22 * left,
                knee_angle_r=8 + 50 * max(0.0, np.cos(phase)) ** 2, knee_angle_l=8 + 50 * max(0.0, -np.cos(phase)) ** 2,
                ankle_angle_r=8 * right, ankle_angle_l=8 * left, pelvis_rotation=5 * right, lumbar_rotation=-6 * right,
                arm_flex_r=15 * left, arm_flex_l=15 * right, elbow_flex_r=20, elbow_flex_l=20,
            )
        )  # fmt: skip
    return np.array(found)
