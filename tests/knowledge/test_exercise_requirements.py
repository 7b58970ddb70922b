"""What exercises ask of the body: what a therapist would tick for them, and every rule that computes it on its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from psoas.body.postures import posture
from psoas.core.catalogue import render
from psoas.knowledge.exercise_demands import (
    NARROWED,
    NO_SET,
    TYPED,
    Demand,
    demanded_narrowings,
    demanded_positions,
    demanded_sets,
)
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.exercise_requirements import SPINE_LOAD_N, HowDone, computed_demands, find_demands
from psoas.knowledge.posture_demands import HeldFrame
from psoas.knowledge.practice_codes import Position
from psoas.knowledge.simulated_loads import SimulatedLoad

LIGHT = SimulatedLoad(500.0, 0.0)
Frame = tuple[str, Mapping[str, float]]

TICKED = {
    "sit_to_stand": "standing standing_up",
    "squat": "standing loading spine_load",
    "hip_hinge": "standing loading spine_load",
    "bridge": "lying_flat floor loading",
    "single_leg_bridge": "lying_flat floor uneven_legs loading",
    "clam": "side_lying floor",
    "hip_hike": "standing one_leg uneven_legs balance height loading",
    "forward_step_up": "standing one_leg uneven_legs balance height loading",
    "transverse_lunge": "standing wide_split balance moving_base turning loading",
    "side_lunge": "standing wide_split balance moving_base loading spine_load",
    "split_squat": "standing hip_extension_end_range wide_split balance loading",
    "rock_back": "kneeling floor hands_on_floor hands_and_arms deep_hip",
    "bird_dog": "kneeling floor hands_on_floor hands_and_arms arms_raised uneven_legs loading spine_load",
    "dead_bug": "lying_flat floor arms_raised belly_strain pelvic_floor_strain",
    "curl_up": "lying_flat floor back_bending belly_strain pelvic_floor_strain",
    "front_plank": "floor hands_on_floor hands_and_arms loading belly_strain pelvic_floor_strain",
    "straight_leg_raise": "lying_flat floor nerve_tension belly_strain pelvic_floor_strain",
    "half_kneeling_lengthening": "kneeling floor hip_extension_end_range wide_split end_range_stretch",
    "supported_release": "lying_flat floor hip_extension_end_range end_range_stretch",
    "single_leg_stance": "standing one_leg uneven_legs balance",
    "stride_balance": "standing balance",
    "calf_raise": "standing balance",
    "walk_ten": "standing walking",
    "calf_raise_single_leg": "standing one_leg uneven_legs balance loading",
    "deadlift": "standing grip loading spine_load pelvic_floor_strain",
    "tandem_stance": "standing balance",
    "constructive_rest": "lying_flat floor",
    "walk_run": "standing one_leg uneven_legs balance moving_base loading pelvic_floor_strain impact running",
    "seated_march": "seated",
    "sphinx": "prone floor hands_on_floor hands_and_arms arms_raised back_arching end_range_stretch",
    "bed_edge_lengthening": "lying_flat deep_hip hip_extension_end_range wide_split end_range_stretch",
}
"""Ticked by hand, from how each exercise is described, not from what is computed."""


@pytest.mark.parametrize("name", TICKED)
def test_an_exercise_asks_what_a_therapist_would_tick(name: str) -> None:
    assert {str(one) for one in exercises()[name].demands} == set(TICKED[name].split())


def how(
    frames: Sequence[Frame], *, moves: str = "", held_s: float | None = 0.0, equipment: tuple[str, ...] = (),
    load: SimulatedLoad | None = LIGHT,
) -> HowDone:  # fmt: skip
    shown = tuple(HeldFrame.of(support, posture().with_angles(angles).values) for support, angles in frames)
    return HowDone(shown, frozenset(moves.split()), held_s, equipment, load)


def asked(
    frames: Sequence[Frame], typed: Sequence[Demand] = (), *, moves: str = "", held_s: float | None = 0.0,
    equipment: tuple[str, ...] = (), load: SimulatedLoad | None = LIGHT,
) -> set[str]:  # fmt: skip
    """Everything but standing."""
    made = how(frames, moves=moves, held_s=held_s, equipment=equipment, load=load)
    return {str(one) for one in find_demands(made, typed)} - {"standing"}


ANGLES: list[tuple[str, dict[str, float], str]] = [
    ("standing", {}, ""),
    ("standing", {"hip_flexion_l": 96}, "deep_hip wide_split nerve_tension"),
    ("lying", {"hip_flexion": 96, "knee_angle": 90}, "lying_flat floor deep_hip"),
    ("lying", {"hip_flexion": 95, "knee_angle": 90}, "lying_flat floor"),
    ("standing", {"hip_flexion_l": -11}, "hip_extension_end_range"),
    ("standing", {"hip_flexion_l": -10}, ""),
    ("standing", {"hip_adduction_r": 11}, "hip_turned"),
    ("sitting", {"hip_rotation_r": -31, "hip_flexion": 80, "knee_angle": 90}, "seated hip_turned"),
    ("standing", {"hip_adduction": -21}, "wide_split"),
    ("standing", {"hip_adduction": -20}, ""),
    ("standing", {"lumbar_extension": -20, "thorax_extension": -11}, "back_bending"),
    ("standing", {"lumbar_extension": -20, "thorax_extension": -10}, ""),
    ("standing", {"lumbar_rotation": 16}, "back_twist"),
    ("standing", {"lumbar_rotation": -15}, ""),
    ("standing", {"lumbar_extension": 6, "thorax_extension": 5}, "back_arching"),
    ("standing", {"lumbar_extension": 6, "thorax_extension": 4}, ""),
    ("standing", {"arm_flex_r": 81}, "arms_raised"),
    ("lying", {"arm_flex_r": 90}, "lying_flat floor"),
    ("lying", {"arm_flex_r": 121}, "lying_flat floor arms_raised"),
    ("standing", {"knee_angle": 46}, "loading"),
    ("standing", {"knee_angle_l": 45}, ""),
    ("standing_r", {"knee_angle_r": 26}, "one_leg uneven_legs balance loading"),
    ("standing_r", {"knee_angle_l": 90}, "one_leg uneven_legs balance"),
    ("standing", {"pelvis_tilt": -31, "hip_flexion": 40, "knee_angle": 15}, "loading"),
    ("standing", {"pelvis_rotation": 11}, "balance turning"),
    ("split", {"hip_rotation_l": 11}, "balance turning"),
    ("split", {"hip_adduction": 3}, "balance"),
    ("standing", {"mtp_angle": 20, "ankle_angle": -20}, "balance"),
    ("heels_down", {"hip_flexion_r": 26}, "lying_flat floor nerve_tension"),
    ("heels_down", {"hip_flexion_r": 26, "knee_angle_r": 11}, "lying_flat floor"),
    ("sitting", {"hip_flexion": 70, "knee_angle": 30, "lumbar_extension": -25}, "seated nerve_tension"),
]


@pytest.mark.parametrize(("support", "angles", "asks"), ANGLES)
def test_one_keyframe_asks_what_its_angles_show(support: str, angles: dict[str, float], asks: str) -> None:
    assert asked([(support, angles)]) == set(asks.split())


def test_feet_that_move_each_time_are_a_moving_base_and_a_step_into_a_hold_is_none() -> None:
    lunge: list[Frame] = [("split", {}), ("split", {"hip_flexion_r": 40, "knee_angle_r": 40, "hip_flexion_l": -8})]
    assert asked(lunge) == {"moving_base", "balance"}
    assert asked(lunge, held_s=20.0) == set()
    assert asked([("split", {}), ("split", {"hip_flexion_r": 10, "knee_angle_r": 10})]) == set()
    lifted: list[Frame] = [("standing", {}), ("standing_r", {"hip_flexion_l": 60, "knee_angle_l": 60})]
    assert "moving_base" in asked(lifted), "the foot that lifts comes down elsewhere"
    assert "moving_base" not in asked([("standing_r", {}), lifted[1]]), "it never bears"


def test_a_single_leg_that_moves_its_hip_works() -> None:
    drop: list[Frame] = [("standing_r", {"pelvis_list": -7}), ("standing_r", {"pelvis_list": 6})]
    assert "loading" in asked(drop)
    assert "loading" not in asked([("standing_r", {"pelvis_list": -4}), ("standing_r", {"pelvis_list": 4})])
    assert "loading" in asked([("standing_r", {}), ("standing_r", {"hip_rotation_r": 11})])
    assert "loading" not in asked([("standing_r", {}), ("standing_r", {"hip_flexion_l": 60})]), "the free leg"


def test_moves_say_what_held_keyframes_cannot() -> None:
    stance: list[Frame] = [("standing_r", {"knee_angle_r": 36})]
    assert {"moving_base"} <= asked([("standing_r", {})], moves="step")
    assert {"impact", "running", "pelvic_floor_strain"} <= asked(stance, moves="pace")
    assert "running" not in asked([("standing_r", {"knee_angle_r": 20})], moves="pace")
    assert {"impact", "running"} <= asked([("standing", {})], moves="run_walk")
    assert "impact" in asked([("standing", {}), ("free", {})]), "nothing bears: in the air"


def test_things_ask_too() -> None:
    here: list[Frame] = [("standing", {})]
    assert asked(here, equipment=("step",)) == {"height"}
    assert asked(here, equipment=("weights",)) == {"grip", "loading", "pelvic_floor_strain"}
    assert asked(here, equipment=("band",)) == {"loading"}
    assert asked([("over_edge_l", {})], equipment=("bed",)) == {"lying_flat"}


def test_a_stretch_is_an_end_of_range_that_is_held_without_work() -> None:
    back: list[Frame] = [("split", {"hip_flexion_l": -15})]
    assert "end_range_stretch" in asked(back, held_s=10.0)
    assert "end_range_stretch" not in asked(back, held_s=9.0)
    assert "end_range_stretch" not in asked([("split", {"hip_flexion_l": -15, "knee_angle_l": 60})], held_s=20.0)
    assert asked([("lying", {"hip_flexion_l": -6})], held_s=None) >= {"end_range_stretch", "hip_extension_end_range"}


def test_the_simulated_load_decides_and_what_is_not_simulated_counts_as_most() -> None:
    here: list[Frame] = [("standing", {})]
    assert asked(here, load=SimulatedLoad(SPINE_LOAD_N, 0.5)) == set()
    assert asked(here, load=SimulatedLoad(SPINE_LOAD_N + 1, 0.0)) == {"spine_load", "loading"}
    assert asked(here, load=None) == {"spine_load", "loading"}
    lying: list[Frame] = [("lying", {"hip_flexion": 90, "knee_angle": 90})]
    assert asked(lying, load=SimulatedLoad(200.0, 0.06)) >= {"belly_strain", "pelvic_floor_strain"}
    assert "belly_strain" not in asked(lying, load=SimulatedLoad(200.0, 0.05))
    assert "belly_strain" in asked(lying, load=None)
    curled = [lying[0], ("lying", {"hip_flexion": 90, "knee_angle": 90, "lumbar_extension": -16})]
    assert "belly_strain" in asked(curled)


def test_walking_spares_what_each_step_asks() -> None:
    step: list[Frame] = [("standing_r", {}), ("split", {"hip_flexion_l": 20, "hip_flexion_r": -8})]
    assert asked(step, moves="step") == {"one_leg", "uneven_legs", "balance", "moving_base"}
    assert asked(step, [Demand.WALKING], moves="step") == {"walking"}


def test_each_demand_has_its_reason_in_words() -> None:
    made = how([("standing_r", {"hip_flexion_l": -12, "pelvis_rotation": 12})], load=None, equipment=("step",))
    for one, why in computed_demands(made).items():
        said = render(why)
        assert said and "table-why" not in said, one


def test_positions_sets_and_narrowings_follow_from_demands() -> None:
    assert set(Position) <= {Position(str(one)) for one in Demand if str(one) in set(Position)}
    assert demanded_positions([Demand.FLOOR, Demand.LOADING, Demand.LYING_FLAT]) == ("lying_flat", "floor")
    assert demanded_sets([Demand.LOADING, Demand.STANDING, Demand.ONE_LEG]) == ("one_leg", "loading")
    assert demanded_narrowings([Demand.IMPACT, Demand.LOADING, Demand.BELLY_STRAIN]) == ("loading", "impact")
    assert set(NO_SET) & {*TYPED, *NARROWED} == {Demand.STANDING_UP}, "everyday things are typed and ask nothing"


def test_nobody_types_what_shows() -> None:
    for one in exercises().values():
        assert set(one.extra_demands) <= set(TYPED) & set(one.demands)
