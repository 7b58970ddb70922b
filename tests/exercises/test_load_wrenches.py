"""Weights and bands of an exercise: where they pull, how hard, and that supports and muscles answer them."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.body.postures import posture
from psoas.exercises.exercise_simulation import committed_effects, hold_keyframe, reference_body
from psoas.exercises.load_wrenches import load_wrenches
from psoas.knowledge.exercise import Keyframe
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.external_load import ExternalLoad

WEIGHTS = (ExternalLoad("hand_r", 80.0), ExternalLoad("hand_l", 80.0))


def test_a_weight_hangs_straight_down_from_its_landmark() -> None:
    body, values = reference_body(), posture().values
    (found,) = load_wrenches(body, values, [ExternalLoad("hand_r", 80.0)]).values()
    assert found.segment == "hand_r" and found.force[0] == pytest.approx([0.0, -80.0, 0.0])
    assert found.point[0] == pytest.approx(body.landmark_positions(values[None], ("hand_r",))["hand_r"][0])


def test_a_band_pulls_both_its_ends_together() -> None:
    """Two ankles in one band: equal and opposite, along the line between them."""
    body = reference_body()
    band = ExternalLoad("ankle_centre_r", 40.0, "ankle_centre_l")
    right, left = load_wrenches(body, posture().values, [band]).values()
    assert right.force[0] == pytest.approx([0.0, 0.0, -40.0]) and left.force == pytest.approx(-right.force)
    assert (right.segment, left.segment) == ("tibia_r", "tibia_l")


def test_a_band_to_the_room_pulls_along_its_direction_however_long() -> None:
    pulled = ExternalLoad("hand_r", 50.0, direction=(3.0, 4.0, 0.0))
    (found,) = load_wrenches(reference_body(), posture().values, [pulled]).values()
    assert found.force[0] == pytest.approx([30.0, 40.0, 0.0])
    assert load_wrenches(reference_body(), posture().values, []) == {}


def test_the_floor_bears_the_weights_too() -> None:
    """Feet carry 160 N more, and the low back is pressed harder."""
    body = reference_body()
    light, heavy = (hold_keyframe(body, Keyframe(0.0, posture(), "standing", 0.0, loads))[0] for loads in ((), WEIGHTS))
    upward = [sum(found.borne.values()) for found in (light, heavy)]
    assert np.diff(upward) == pytest.approx(160.0, rel=0.05)
    assert heavy.compression("L4_L5") > light.compression("L4_L5") + 30.0


def test_a_weight_in_the_hands_makes_the_hinge_heavier_and_a_band_the_march() -> None:
    known = committed_effects()
    back = {name: known[name]["lumbar_compression_n"]["L4_L5"] for name in ("hip_hinge", "deadlift")}
    assert back["deadlift"] > 1.3 * back["hip_hinge"]
    hip = {name: known[name]["psoas_force_n"]["right"]["median"] for name in ("supine_march", "resisted_march_lying")}
    assert hip["resisted_march_lying"] > 1.3 * hip["supine_march"]


def test_loads_are_read_from_the_library() -> None:
    lift = exercises()["deadlift"].keyframes[-1].loads
    assert {one.on for one in lift} == {"hand_r", "hand_l"} and lift[0].newtons == pytest.approx(8 * 9.80665)
    first, last = exercises()["resisted_march_lying"].keyframes
    assert first.loads[0].newtons < last.loads[0].newtons and last.loads[0].towards == "midfoot_top_l"
