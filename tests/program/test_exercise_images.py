"""The drawn pictures of exercises: start and furthest point are seen from one place."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.exercises.exercise_simulation import furthest_posture, reference_body
from psoas.knowledge.exercise_library import find_exercise
from psoas.program.exercise_images import VIEW, view_of_posture
from psoas.render.renderer import _camera


def head_is_right_of_the_pelvis(values: Floats) -> bool:
    """Whether the head stands to the right of the pelvis in the picture."""
    body = reference_body()
    places = np.stack([body.poses(values).of(one)[0][0] for one in ("head", "pelvis")])
    (head, pelvis), _ = _camera(view_of_posture(values), VIEW, 1000, 1000).see(places)
    return bool(head[0] > pelvis[0])


@pytest.mark.parametrize("name", ["bridge", "bridge_march", "single_leg_bridge", "dead_bug", "side_lying_abduction"])
def test_a_body_that_lies_keeps_its_head_on_one_side(name: str) -> None:
    one = find_exercise(name)
    start, goes = one.keyframes[0].posture.values, furthest_posture(one).values
    on_its_side = name == "side_lying_abduction"
    assert head_is_right_of_the_pelvis(start) == head_is_right_of_the_pelvis(goes) == on_its_side
