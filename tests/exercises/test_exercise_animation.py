"""The moving picture of an exercise: small, true to the body, standing on the floor, and a mirror image on the left."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from psoas.body.meshes import segment_meshes
from psoas.body.model.body import Body
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.exercises.exercise_animation import METRE, PERCENT, WHOLE, exercise_animation, mirror_coordinates
from psoas.knowledge.exercise_library import exercises, find_exercise
from psoas.render.renderer import ANGLES
from psoas.render.scene import POINTS, drawn_fascicles


def numbers(
    name: str, side: str, key: Literal["position", "points", "quaternion", "percent"], shape: tuple[int, ...]
) -> Floats:
    found = exercise_animation(name, side)
    unit = {"position": METRE, "points": METRE, "quaternion": WHOLE, "percent": PERCENT}[key]
    raw = np.frombuffer(base64.b64decode(found[key]), "<i2") / unit
    return np.asarray(raw.reshape(len(found["at_s"]), *shape))


def places(name: str, side: str = "right") -> Floats:
    return numbers(name, side, "position", (len(segment_meshes()), 3))


@pytest.mark.parametrize("name", ["half_kneeling_lengthening", "dead_bug", "sit_to_stand", "bridge", "stand_tall"])
def test_a_figure_is_small_and_holds_its_keyframes(name: str) -> None:
    found = exercise_animation(name)
    frames = find_exercise(name).keyframes
    assert len(json.dumps(found)) < 60_000
    assert [found["at_s"][k] for k in found["keyframes"]] == [frame.at_s for frame in frames]
    assert found["segments"] == list(segment_meshes())
    turned = numbers(name, "right", "quaternion", (len(segment_meshes()), 4))
    assert np.linalg.norm(turned, axis=-1) == pytest.approx(1, abs=1e-4)
    assert numbers(name, "right", "points", (28, POINTS, 3)).shape == (len(found["at_s"]), 28, POINTS, 3)


def test_lengths_are_those_of_the_body() -> None:
    body = Body()
    lines = drawn_fascicles(body)
    deep = find_exercise("half_kneeling_lengthening").keyframes[-1].posture.values
    expected = 100 * body.paths(deep).length[0, lines] / body.standing_length[lines]
    found = numbers("half_kneeling_lengthening", "right", "percent", (len(lines),))
    assert found[-1] == pytest.approx(expected, abs=0.01)
    assert found[-1].max() > found[0].max()


def test_blending_between_frames_is_a_millimetre_off_at_most() -> None:
    body = Body()
    first, last = (frame.posture.values for frame in find_exercise("dead_bug").keyframes)
    shares = np.linspace(0, 1, len(exercise_animation("dead_bug")["at_s"]))
    k = 7
    between = (shares[k] + shares[k + 1]) / 2
    true = body.poses(first * (1 - between) + last * between)
    owner = [body.segment_names.index("tibia_r"), body.segment_names.index("pelvis")]
    expected = true.position[0, owner[0]] - true.position[0, owner[1]]
    names = list(segment_meshes())
    at = places("dead_bug")
    halfway = (at[k] + at[k + 1]) / 2
    assert np.linalg.norm(halfway[names.index("tibia_r")] - halfway[names.index("pelvis")] - expected) < 0.001


@pytest.mark.parametrize("name", ["squat", "single_leg_squat", "forward_step_up"])
def test_what_bears_the_body_stays_in_its_place(name: str) -> None:
    names = list(segment_meshes())
    heel = places(name)[:, names.index("calcn_r")]
    assert np.ptp(heel[:, 0]) < 0.001
    assert np.ptp(heel[:, 2]) < 0.02, "two feet stay on the whole, while the thighs open"
    assert heel[:, 1].max() < 0.12


@pytest.mark.parametrize("name", ["bird_dog", "dead_bug", "side_lying_abduction"])
def test_the_left_is_the_mirror_image_of_the_right(name: str) -> None:
    names = list(segment_meshes())
    other = {"_r": "_l", "_l": "_r"}
    place = [names.index(n[:-2] + other[n[-2:]] if n[-2:] in other else n) for n in names]
    assert places(name, "left")[:, place] * [1, 1, -1] == pytest.approx(places(name), abs=2 / METRE)


def test_mirroring_twice_changes_nothing_and_once_turns_every_bone() -> None:
    body = Body()
    values = find_exercise("bird_dog").keyframes[-1].posture.values
    assert mirror_coordinates(mirror_coordinates(values)) == pytest.approx(values)
    one, other = body.poses(values), body.poses(mirror_coordinates(values))
    right, left = (Rotation.from_matrix(p.of(n)[1][0]) for p, n in ((one, "femur_r"), (other, "femur_l")))
    flip = np.diag([1.0, 1.0, -1.0])
    assert left.as_matrix() == pytest.approx(flip @ right.as_matrix() @ flip, abs=1e-9)


def toward(view: str) -> Floats:
    """Direction (unit) from the body to the camera, as the page has it."""
    text = (Path(__file__).parents[2] / "frontend/src/shared/rules.ts").read_text(encoding="utf-8")
    found = re.search(rf"\b{view}: \[(?:(\d+)|CAMERA_ANGLES\.(\w+)), ([\d.]+)\]", text)
    assert found is not None, view
    angle, rise = np.radians(float(found[1] or ANGLES[found[2]])), float(found[3])
    made = np.array([np.cos(angle), rise, np.sin(angle)])
    return np.asarray(made / np.linalg.norm(made))


@pytest.mark.parametrize("name", exercises())
def test_no_exercise_is_seen_along_the_body_or_along_its_movement(name: str) -> None:
    at = places(name)
    eye = toward(exercise_animation(name)["view"])
    right = np.cross([0, 1, 0], eye) / np.hypot(eye[0], eye[2])
    seen = np.stack([at @ right, at @ np.cross(eye, right)], axis=-1)
    body, shown = at[0] - at[0].mean(axis=0), seen[0] - seen[0].mean(axis=0)
    assert np.square(shown).sum() > 0.5 * np.square(body).sum()
    moved = np.linalg.norm(at - at[0], axis=-1).max(axis=0).mean()
    if moved > 0.02:
        assert np.linalg.norm(seen - seen[0], axis=-1).max(axis=0).mean() > 0.5 * moved


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("side_lying_lengthening", "above"), ("side_lying_abduction", "above"), ("clam", "above"),
        ("side_plank", "above"), ("bird_dog", "side"), ("bridge", "side"), ("single_leg_deadlift", "turned"),
        ("standing_abduction", "front"), ("stand_tall", "start"), ("seated_march", "start"),
    ],
)  # fmt: skip
def test_the_view_follows_how_the_body_lies_and_moves(name: str, view: str) -> None:
    assert exercise_animation(name)["view"] == exercise_animation(name, "left")["view"] == view


def test_unknown_sides_and_exercises_are_refused() -> None:
    with pytest.raises(InputError, match="right or left"):
        exercise_animation("squat", "both")
    with pytest.raises(InputError, match="is not known"):
        exercise_animation("squatt")
