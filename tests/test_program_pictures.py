"""The drawn pictures of exercises: start and furthest point are seen from one place."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.arrays import Floats
from psoas.knowledge.exercises import exercise
from psoas.knowledge.simulate import furthest, reference_body
from psoas.program.pictures import VIEW, seen
from psoas.report.shade import _camera


def head_is_right_of_the_pelvis(values: Floats) -> bool:
    """Whether the head stands to the right of the pelvis in the picture."""
    body = reference_body()
    places = np.stack([body.poses(values).of(one)[0][0] for one in ("head", "pelvis")])
    (head, pelvis), _ = _camera(seen(values), VIEW, 1000, 1000).see(places)
    return bool(head[0] > pelvis[0])


@pytest.mark.parametrize("name", ["bridge", "bridge_march", "single_leg_bridge", "dead_bug", "side_lying_abduction"])
def test_a_body_that_lies_keeps_its_head_on_one_side(name: str) -> None:
    one = exercise(name)
    start, goes = one.keyframes[0].posture.values, furthest(one).values
    on_its_side = name == "side_lying_abduction"
    assert head_is_right_of_the_pelvis(start) == head_is_right_of_the_pelvis(goes) == on_its_side
