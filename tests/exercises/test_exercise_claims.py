"""What exercises say of themselves, against what is computed: rests rest, carries load the far side, hands press."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.body.anatomy.contact_points import contact_points
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity, hold_keyframe, reference_body
from psoas.knowledge.exercise_demands import Demand
from psoas.knowledge.exercise_library import exercises

WEIGHT_N = 70.0 * 9.80665


def effect(name: str, quantity: str) -> float:
    return effect_quantity(committed_effects()[name], quantity)


def borne(name: str, keyframe: int = -1) -> dict[str, float]:
    return hold_keyframe(reference_body(), exercises()[name].keyframes[keyframe])[0].borne


def on(carried: dict[str, float], *starts: str) -> float:
    return sum(newtons for point, newtons in carried.items() if point.startswith(starts))


@pytest.mark.parametrize("name", ["constructive_rest", "pelvic_tilt_lying", "positional_release_psoas", "cat_cow"])
def test_a_rest_leaves_back_and_psoas_less_to_do_than_standing(name: str) -> None:
    assert effect(name, "psoas_force_n") < 0.7 * effect("standing", "psoas_force_n")
    assert effect(name, "lumbar_compression_n.L4_L5") < 0.75 * effect("standing", "lumbar_compression_n.L4_L5")


def test_a_weight_in_one_hand_calls_the_far_side_of_the_trunk() -> None:
    sides = committed_effects()["suitcase_carry"]["activation"]["obliques"]
    assert sides["left"] > sides["right"] + 0.02


def test_one_calf_lifts_what_two_share() -> None:
    assert effect("calf_raise_single_leg", "activation.calf") > 1.6 * effect("calf_raise", "activation.calf")


def test_each_stance_of_the_balance_ladder_asks_the_side_of_the_hip_for_more() -> None:
    rungs = ("semi_tandem_stance", "tandem_stance", "single_leg_stance", "single_leg_reach")
    asked = [effect(name, "activation.gluteus_medius") for name in rungs]
    assert asked == sorted(asked) and asked[0] < asked[-1] / 2


def test_a_weight_makes_the_squat_heavier_for_the_back() -> None:
    back = "activation.back_extensors"
    assert effect("goblet_squat", back) > 1.1 * effect("squat", back)


def test_the_knee_drive_works_a_hip_flexor_from_longer_than_standing() -> None:
    """A march on the floor or on the feet starts at standing length at most; the drive starts behind the body."""
    lengths = {name: effect(name, "psoas_length_percent.right") for name in ("standing_band_march", "band_knee_drive")}
    assert lengths["standing_band_march"] < 100.5 < lengths["band_knee_drive"] - 0.5
    assert effect("band_knee_drive", "psoas_force_n.right.median") > 2 * effect("standing", "psoas_force_n")


def test_hands_press_into_the_wall_and_carry_in_the_lift() -> None:
    """The wall takes a push backward of a tenth of the weight; hands lift most of the body off its seat."""
    assert on(borne("wall_drive"), "palm") > 0.1 * WEIGHT_N and "wall" in exercises()["wall_drive"].equipment
    lifted = borne("seated_pressure_lift")
    assert on(lifted, "palm") > 0.6 * WEIGHT_N and on(lifted, "ischium", "buttock", "thigh_back") == 0


def test_a_hip_thrust_lies_on_shoulder_blades_and_feet_alone() -> None:
    carried = borne("hip_thrust")
    soles = {point.name for point in contact_points("foot")}
    assert 0.3 * WEIGHT_N < on(carried, "shoulder_blade") < 0.8 * WEIGHT_N
    assert {point for point in carried if not point.startswith("shoulder_blade")} <= soles


def test_getting_up_goes_from_the_side_to_the_feet() -> None:
    """Side, hands and knees, one knee, feet: each stage stands on what it says, the pelvis higher each time."""
    frames = exercises()["get_up_from_floor"].keyframes
    assert [frame.support for frame in frames] == ["side_rest_l", "on_fours", "half_kneeling_r", "standing"]
    body, heights = reference_body(), []
    for frame in frames:
        bones = body.poses(frame.posture.values[None])
        lowest = min(bones.of(name)[0][0, 1] for name in body.segment_names)
        heights.append(bones.of("pelvis")[0][0, 1] - lowest)
    assert np.diff(heights).min() > 0


@pytest.mark.parametrize("name", ["a_skip", "hop_on_two_feet", "hop_on_one_leg", "hop_forward"])
def test_hops_are_impact(name: str) -> None:
    assert Demand.IMPACT in exercises()[name].demands
    assert Demand.IMPACT not in exercises()["a_march"].demands
