"""Who keeps what: the cases of the clinical review and one person for each guideline, by name of exercise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from psoas.core.catalogue import render
from psoas.intake.answers import IntakeAnswers, Preferences, SelfTestResult
from psoas.knowledge.intake_questions import Answers
from psoas.program.eligibility import Eligibility, find_eligible
from psoas.program.program_models import LeftOutCode

ALL = ("mat", "chair", "wall", "step", "bed", "pad", "ball", "roller", "towel", "band", "weights")
AT_HOME = IntakeAnswers(wishes=Preferences(place="home", equipment=ALL))

KEPT: list[tuple[str, Answers, str, str]] = [
    (
        "woman of 72, thin bones, stenosis, numb legs, one fall (review 1.2)",
        {
            "age": 72,
            "sex": "female",
            "osteoporosis": True,
            "illnesses": ["spinal_stenosis"],
            "leg_numb": True,
            "falls": 1,
        },
        "transverse_lunge side_lunge hip_turn_stance single_leg_stance side_steps curl_up sphinx drive_from_back",
        "sit_to_stand calf_raise bridge tandem_stance stride_balance clam",
    ),
    (
        "new hip of 4 months (review 1.3)",
        {"age": 66, "hip_replacement": True, "hip_replacement_weeks": 17, "surgery_recent": True},
        "rock_back seated_hinge bed_edge_lengthening half_kneeling_lengthening transverse_lunge",
        "sit_to_stand bridge calf_raise forward_step_up clam",
    ),
    (
        "fresh hip of 4 weeks (review 1.3)",
        {"age": 66, "hip_replacement": True, "hip_replacement_weeks": 4, "surgery_recent": True},
        "hip_hike rock_back single_leg_stance forward_step_up half_kneeling_small clam bridge squat_none",
        "sit_to_stand high_sit_to_stand calf_raise chair_hinge seated_march",
    ),
    (
        "new hip, no date",
        {"age": 66, "hip_replacement": True, "surgery_recent": True},
        "hip_hike rock_back single_leg_stance half_kneeling_small",
        "sit_to_stand calf_raise",
    ),
    (
        "new hip of two years",
        {"age": 66, "hip_replacement": True, "hip_replacement_weeks": 104, "surgery_recent": False},
        "transverse_lunge drive_from_back",
        "squat bridge hip_hike single_leg_stance forward_step_up half_kneeling_lengthening",
    ),
    (
        "dancer with a pinch in the groin (review 1.3)",
        {"age": 24, "groin_pinch": True, "sport": ["dance"]},
        "rock_back seated_hinge bed_edge_lengthening",
        "squat bridge single_leg_stance",
    ),
    (
        "boy of 16 with a sore shin (review 1.4: hip and knee stop before)",
        {"age": 16, "pain_where": ["below_knee"], "runs": True},
        "drive_from_back cadence_run walk_run",
        "clam supine_march",
    ),
    (
        "runner without periods (review 1.5)",
        {"age": 22, "low_energy": True, "runs": True, "runs_km_week": 60},
        "drive_from_back cadence_run walk_run",
        "squat bridge side_plank",
    ),
    (
        "thin bones, bones whole, no falls: strength and moderate impact (review 2)",
        {"age": 58, "osteoporosis": True, "spine_fracture": False, "falls": 0, "runs": True, "steroids_long": False},
        "curl_up transverse_lunge sit_tall",
        "squat hip_hinge sit_to_stand bridge calf_raise_single_leg cadence_run",
    ),
    (
        "thin bones and a broken vertebra",
        {"age": 70, "osteoporosis": True, "spine_fracture": True, "falls": 0, "runs": True},
        "curl_up transverse_lunge cadence_run drive_from_back",
        "sit_to_stand bridge calf_raise single_leg_stance",
    ),
    (
        "girdle pain at 24 weeks (review 2)",
        {"sex": "female", "age": 31, "pregnant": True, "pregnant_weeks": 24, "girdle_pain": True},
        "single_leg_stance weight_shift hip_hike split_squat side_lunge half_kneeling_small bridge dead_bug prone_rest",
        "sit_to_stand squat calf_raise clam fours_belly_draw",
    ),
    (
        "8 weeks after a birth",
        {"sex": "female", "age": 31, "birth_recent": True, "birth_weeks": 8, "runs": True},
        "curl_up front_plank dead_bug cadence_run walk_run drive_from_back",
        "bridge heel_slide squat sit_to_stand",
    ),
    (
        "20 weeks after a birth, leaking",
        {
            "sex": "female",
            "age": 31,
            "birth_recent": False,
            "birth_weeks": 20,
            "pelvic_floor_signs": True,
            "runs": True,
        },
        "cadence_run walk_run front_plank",
        "bridge squat single_leg_stance",
    ),
    (
        "20 weeks after a birth, well",
        {
            "sex": "female",
            "age": 31,
            "birth_recent": False,
            "birth_weeks": 20,
            "pelvic_floor_signs": False,
            "runs": True,
        },
        "squat_none",
        "cadence_run walk_run front_plank curl_up squat",
    ),
    (
        "legs that hurt walking and ease sitting",
        {"age": 68, "leg_walk_pain": "eases_sitting"},
        "sphinx standing_back_bend",
        "sit_to_stand legs_on_chair bridge",
    ),
    (
        "very mobile joints",
        {"age": 27, "illnesses": ["hypermobility"]},
        "half_kneeling_lengthening supported_release bed_edge_lengthening",
        "squat side_plank single_leg_stance half_kneeling_small",
    ),
    (
        "man of 70 with a stick",
        {"age": 70, "walking_aid": True},
        "single_leg_stance transverse_lunge side_lunge side_steps",
        "sit_to_stand calf_raise walk_ten",
    ),
]


def found_for(answers: Answers, *tests: SelfTestResult) -> Eligibility:
    return find_eligible(replace(AT_HOME, answers=answers, tests=tests))


@pytest.mark.parametrize(("who", "answers", "out", "within"), KEPT, ids=[one[0] for one in KEPT])
def test_a_person_keeps_what_a_guideline_allows(who: str, answers: Answers, out: str, within: str) -> None:
    found = found_for(answers)
    out_of = {one.name: one for one in found.left_out}
    wrong = [f"{name} in reach" for name in out.split() if found.has(name)]
    wrong += [
        f"{name}: {render(out_of[name].why)}" for name in within.split() if name in out_of and not found.has(name)
    ]
    assert wrong == [], who


def test_balance_on_one_leg_opens_with_the_test_that_shows_it() -> None:
    older: Answers = {"age": 70, "falls": 1}
    poor, good = SelfTestResult("one_leg_stance", right=8, left=30), SelfTestResult("one_leg_stance", right=14, left=12)
    assert not found_for(older).has("single_leg_stance")
    assert not found_for(older, poor).has("single_leg_stance")
    assert found_for(older, good).has("single_leg_stance")
    assert not found_for(older, good).has("transverse_lunge"), "turning stays out"
    younger: Answers = {"age": 50, "falls": 1}
    assert found_for(younger).has("single_leg_stance") and not found_for(younger, poor).has("single_leg_stance")
    tests = {one.thing.name for one in found_for(older, poor).within if one.thing.kind == "test"}
    assert "one_leg_stance" in tests, "the test does not wait for its own result"


def test_held_breath_stays_out_with_a_cord_injury_at_the_chest() -> None:
    found = found_for({"age": 40, "wheelchair": True, "illnesses": ["spinal_cord_injury"], "cord_high": True})
    why = next(one for one in found.left_out if one.name == "box")
    assert why.code is LeftOutCode.CONTRAINDICATED and "T6" in render(why.why)


def test_numb_skin_bars_pressure() -> None:
    found = found_for({"age": 40, "wheelchair": True, "skin_numb": True})
    assert not [
        one.thing.name for one in found.within if one.thing.name in ("gluteal_ball", "gluteal_hands", "outer_thigh")
    ]


def test_a_bar_says_why_and_what_stays_open() -> None:
    found = found_for({"age": 72, "falls": 1})
    said = {one.name: render(one.why) for one in found.left_out}["transverse_lunge"]
    assert said.startswith("You are 65 or older. You have fallen in the last year.")
    assert "Keep both feet in place" in said


def test_what_asks_of_the_body_stands_beside_an_option() -> None:
    options = {one.thing.name: one.thing for one in found_for({}).within if one.thing.kind == "exercise"}
    assert {"one_leg", "height", "loading"} <= set(options["hip_hike"].demands)
    assert options["sit_tall"].demands[0] == "seated"
