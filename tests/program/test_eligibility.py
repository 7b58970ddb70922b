"""What is within reach: ten thousand people against an oracle that reads the tables by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from psoas.assessment.assessor import assess
from psoas.core.catalogue import render
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.intake.answers import SelfTestResult as Entered
from psoas.knowledge import breath_techniques, massage_guides
from psoas.knowledge.belly_check import belly_questions, check_names
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.intake_questions import Answers, DraftAnswer, read_number, read_word, read_words
from psoas.knowledge.person_bars import all_passed
from psoas.knowledge.screening import screen_answers
from psoas.knowledge.self_tests import self_tests
from psoas.program.eligibility import Eligibility, find_eligible, plan_options
from psoas.program.planning_rules import condition_message
from psoas.program.schedule import remeasure_plan
from psoas.program.usual_pain import find_usual_pain
from tests.assessment_people import people

ALL = {one.name for one in plan_options()}
PEOPLE = 10_000
CHUNKS = 4
BARRED_POSITIONS = {
    "wheelchair": {"standing", "one_leg", "kneeling", "hands_on_floor", "floor"},
    "cannot_bear_weight": {"standing", "one_leg", "kneeling", "hands_on_floor", "floor"},
    "cannot_get_to_floor": {"floor"},
    "cannot_kneel": {"kneeling"},
    "walking_aid": {"one_leg"},
}
"""Said here a second time, on purpose: the rules must agree with it."""


def why(found: Eligibility, name: str) -> str:
    """The reason a thing was left out."""
    return next(render(one.why) for one in found.left_out if one.name == name)


def say(condition: str) -> str:
    """A condition in words."""
    return render(condition_message(condition))


def must_not(answers: Answers) -> set[str]:
    """What guidelines keep from a person, said here a second time in Python, without the tables' conditions."""
    age, falls, ill = read_number(answers, "age"), read_number(answers, "falls"), read_words(answers, "illnesses")
    hip, birth = answers.get("hip_replacement_weeks"), answers.get("birth_weeks")
    bones, walks = answers.get("osteoporosis"), read_word(answers, "leg_walk_pain")
    new_hip = answers.get("hip_replacement") and (hip is None or read_number(answers, "hip_replacement_weeks") < 26)
    after_birth = answers.get("birth_recent") or (birth is not None and read_number(answers, "birth_weeks") < 12)
    broken = answers.get("spine_fracture") is not False
    rules: list[tuple[object, str]] = [
        (age >= 65 and falls >= 1, "turning moving_base"),
        (falls >= 2 or answers.get("walking_aid") or answers.get("leg_numb"), "turning moving_base"),
        (age >= 65 and answers.get("leg_numb"), "one_leg"),
        (bones, "turning back_bending back_twist"),
        (bones and broken, "impact running"),
        (bones and falls >= 1, "impact running moving_base"),
        (new_hip, "deep_hip hip_turned hip_extension_end_range"),
        (answers.get("hip_replacement"), "turning impact"),
        (
            hip is not None and read_number(answers, "hip_replacement_weeks") < 6,
            "floor kneeling one_leg side_lying height",
        ),
        (after_birth, "impact belly_strain pelvic_floor_strain"),
        (answers.get("pelvic_floor_signs"), "impact running pelvic_floor_strain"),
        (answers.get("girdle_pain"), "one_leg uneven_legs wide_split impact running"),
        (read_number(answers, "pregnant_weeks") >= 16, "lying_flat belly_strain"),
        (read_number(answers, "pregnant_weeks") >= 12, "prone"),
        (answers.get("low_energy"), "impact running"),
        ("hypermobility" in ill, "end_range_stretch"),
        ("spinal_stenosis" in ill or walks == "eases_sitting", "back_arching"),
        (answers.get("cord_high") or answers.get("dysreflexia_signs"), "breath_holds"),
    ]
    return {name for holds, names in rules if holds for name in names.split()}


def wrong(story: IntakeAnswers) -> list[str]:
    """Everything within reach of one person that should not be, by a second reading of the tables."""
    answers, wishes = story.answers, story.wishes
    seen = screen_answers(answers, texts=story.texts, visits=story.visits)
    found = find_eligible(story, seen)
    within = [one.thing for one in found.within]
    faults = [] if {one.name for one in within} | {one.name for one in found.left_out} == ALL else ["things got lost"]
    if not seen.program_allowed:
        return faults + [f"{one.name} after a stop" for one in within]
    stood = [value for one in story.tests if one.test == "one_leg_stance" for value in (one.right, one.left)]
    stance = {"one_leg_stance": min(value for value in stood if value is not None)} if any(stood) else {}
    barred = {key for key, one in contraindications().items() if one.bars(answers, stance)}
    barred_tests = {key for key, one in contraindications().items() if one.bars(answers, all_passed())}
    forbidden = must_not(answers)
    unable = {need for name, needs in BARRED_POSITIONS.items() if answers.get(name) for need in needs}
    runs = answers.get("runs") or read_number(answers, "runs_km_week") > 0 or "running" in read_words(answers, "sport")
    for one in within:
        if one.kind == "exercise":
            entry = exercises()[one.name]
            sets, narrows, needs = set(entry.caution_sets), set(entry.narrowed_by), {str(n) for n in entry.needs}
            faults += [f"{one.name}: {sets & forbidden} by the guidelines"] if sets & forbidden else []
            faults += [f"{one.name}: running"] if not runs and narrows & {"running", "impact"} else []
            faults += [f"{one.name}: {narrows & set(seen.narrows)}"] if narrows & set(seen.narrows) else []
            faults += [f"{one.name}: place"] if wishes.place not in entry.places else []
            faults += [f"{one.name}: floor at work"] if wishes.place == "work" and "floor" in needs else []
            chair = {"chair"} if answers.get("wheelchair") or wishes.place == "work" else set()
            towel = {"towel"} if wishes.place == "home" else set()
            has = {*wishes.equipment, "wall", *chair, *towel}
            has |= {"pad"} if has & {"mat", "towel", "cushion"} else set()
            has |= {"step"} if "stairs" in has else set()
            faults += [f"{one.name}: equipment"] if set(entry.equipment) - has else []
        elif one.kind == "test":
            sets, needs = {part.id for part in self_tests()[one.name].cautions}, {str(need) for need in one.needs}
        elif one.kind == "breath":
            technique = breath_techniques.list_breath_techniques()[one.name]
            sets, needs = {part.id for part in technique.cautions}, {str(need) for need in one.needs}
            waits = technique.held and ("breath_holds" in seen.narrows or technique.unasked(answers))
            faults += [f"{one.name}: held"] if waits else []
        else:
            guide = massage_guides.list_massage_guides()[one.name]
            sets, needs = {part.id for part in guide.cautions}, {str(need) for need in one.needs}
            faults += [f"{one.name}: massage"] if "massage" in seen.narrows else []
            faults += [f"{one.name}: {said}" for said in _belly_faults(story)] if guide.abdominal else []
            faults += [f"{one.name}: belly"] if guide.abdominal and "abdominal_massage" in seen.narrows else []
        never = barred_tests if one.kind == "test" else barred
        faults += [f"{one.name}: {sets & never}"] if sets & never else []
        needs -= {"one_leg"} if one.name == "walk_ten" else set()  # whoever walks with a stick walks
        faults += [f"{one.name}: {needs & unable}"] if needs & unable else []
        faults += [f"{one.name}: banned"] if one.name in wishes.ban or one.name in wishes.swap else []
    return faults


def _belly_faults(story: IntakeAnswers) -> list[str]:
    """What of the belly check speaks against it, by the words of the check alone."""
    said = story.belly_check
    return [
        name
        for name, one in belly_questions().items()
        if (said.get(name) or any(look.holds(story.answers) for look in one.covers))
        and not (one.ask_first and said.get("agreed"))
    ]


LOOKED_AT: dict[str, Sequence[DraftAnswer]] = {
    "age": (30, 58, 66, 80), "falls": (0, 1, 2), "walking_aid": (True,), "leg_numb": (True,), "osteoporosis": (True,),
    "spine_fracture": (True, False), "hip_replacement": (True,), "hip_replacement_weeks": (3, 9, 20, 60),
    "birth_weeks": (4, 10, 30), "pelvic_floor_signs": (True,), "girdle_pain": (True,), "pregnant_weeks": (8, 14, 24),
    "low_energy": (True,), "runs": (True,), "leg_walk_pain": ("eases_sitting", "no"), "cord_high": (True,),
    "illnesses": (["hypermobility"], ["spinal_stenosis"]),
}  # fmt: skip
"""What the bars look at, with values around their limits."""


def barred_people(count: int, *, seed: int) -> Iterator[IntakeAnswers]:
    """People with everything at hand and a few of these answers, so that bars decide and hardly a stop."""
    rng = np.random.default_rng(seed)
    tools = ("mat", "chair", "step", "bed", "pad", "ball", "roller", "band", "weights")
    for _ in range(count):
        asked = [str(one) for one in rng.permutation(list(LOOKED_AT))[: int(rng.integers(1, 6))]]
        answers = {name: LOOKED_AT[name][int(rng.integers(len(LOOKED_AT[name])))] for name in asked}
        yield IntakeAnswers(answers=answers, wishes=Preferences(place="home", equipment=tools))


def test_nobody_reaches_what_guidelines_keep_from_them() -> None:
    assert [fault for one in barred_people(400, seed=99) for fault in wrong(one)] == []


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nobody_of_ten_thousand_reaches_what_speaks_against_them(chunk: int) -> None:
    faults = [fault for one in people(PEOPLE // CHUNKS, seed=100 + chunk) for fault in wrong(one)]
    assert faults == []


def test_most_people_reach_something_of_every_kind() -> None:
    calm = [story for story in people(400, seed=7) if find_usual_pain(story).value <= 5]
    kinds = [{one.thing.kind for one in find_eligible(story).within} for story in calm[:200]]
    assert len(kinds) == 200 and sum({"exercise", "breath", "massage", "test"} <= found for found in kinds) > 50


@pytest.mark.parametrize(
    ("answers", "name", "said"),
    [
        ({"hernia": True}, "hip_front", "You have a hernia."),
        ({"blood_thinner": True}, "gluteal_hands", "blood thinners"),
        ({"pregnant": True, "pregnant_weeks": 24}, "dead_bug_hold", "pregnant"),
        ({"sciatica": True}, "half_kneeling_lengthening", "Signs of an irritated nerve"),
        ({"sciatica": True}, "straight_leg_raise", "not lift a straight leg"),
        ({"wheelchair": True}, "squat", "wheelchair"),
        ({"cannot_get_to_floor": True}, "clam", "floor"),
        ({}, "walk_run", "You do not run"),
        ({}, "psoas_belly", "safety check first"),
        ({}, "forward_step_up", "You would need this: a step."),
    ],
)
def test_a_reason_names_the_answer(answers: Answers, name: str, said: str) -> None:
    assert said in why(find_eligible(IntakeAnswers(answers=answers)), name)


def test_tight_or_sore_knees_to_chest_close_nothing_and_are_tested_again() -> None:
    everything = find_eligible(IntakeAnswers())
    for value in (4, 5, 6):
        sore = Entered("knees_to_chest_feel", right=value, left=0, where=("groin", "low_back"))
        found = find_eligible(IntakeAnswers(tests=(sore,)))
        assert [one.thing for one in found.within] == [one.thing for one in everything.within]
        story = IntakeAnswers({"work_kind": "desk", "sitting_hours": 9.0}, tests=(sore,))
        _, tests = remeasure_plan(story, assess(story), found)
        assert tests[:2] == ("modified_thomas", "knees_to_chest_feel")
        assert "psoas_short_or_guarded" in {one.id for one in assess(story).findings}


@pytest.mark.parametrize(
    ("answers", "value", "where", "closed"),
    [
        ({}, 7, (), True),
        ({}, 9, ("groin",), True),
        ({}, 1, ("below_knee",), True),
        ({}, 0, ("below_knee",), False),
        ({"groin_pinch": True}, 2, (), True),
        ({}, 6, ("buttock",), False),
    ],
)
def test_warning_pain_in_a_test_takes_out_what_would_bring_it_again(
    answers: Answers, value: float, where: tuple[str, ...], closed: bool
) -> None:
    test = Entered("knees_to_chest_feel", right=value, left=0, where=where)
    deep = [name for name, one in exercises().items() if "deep_hip" in one.caution_sets]
    assert deep
    for name in deep:
        one = exercises()[name]
        wishes = Preferences(place=one.places[0], equipment=one.equipment)
        found = find_eligible(IntakeAnswers(answers, tests=(test,), wishes=wishes))
        assert found.has(name) == (not closed)


def test_what_should_be_asked_first_stays_with_its_words() -> None:
    found = find_eligible(IntakeAnswers(answers={"hip_lock": True}))
    asks = next(one.asks for one in found.within if one.thing.name == "hip_front")
    assert tuple(render(one) for one in asks) == ("Your hip locks, catches or seizes.",)


def test_held_breath_waits_for_every_answer_and_every_word() -> None:
    answered = {
        question: False
        for key in ("breath_holds", "gentle_breath")
        for part in contraindications()[key].never
        for question in part.questions
    }
    clear: Answers = {**answered, "illnesses": [], "age": 40, "pregnant_weeks": 0}
    assert find_eligible(IntakeAnswers(answers=clear)).has("box")
    assert not find_eligible(IntakeAnswers(answers={"age": 40})).has("box")
    assert why(find_eligible(IntakeAnswers(answers={**clear, "panic_like": True, "panic_checked": True})), "box")


def test_the_belly_waits_for_its_check_and_for_nothing_else() -> None:
    all_no = dict.fromkeys(check_names(), False)
    smoker = IntakeAnswers(answers={"age": 40, "smokes": True}, belly_check=all_no)
    assert find_eligible(smoker).has("psoas_belly")
    hernia = find_eligible(replace(smoker, belly_check=all_no | {"hernia": True}))
    assert "hernia" in why(hernia, "psoas_belly")
    older = replace(smoker, answers={"age": 66})
    assert "ask your doctor first" in why(find_eligible(older), "psoas_belly")
    assert find_eligible(replace(older, belly_check=all_no | {"agreed": True})).has("psoas_belly")


def test_every_condition_that_decides_is_told_in_words() -> None:
    texts = {str(one) for part in contraindications().values() for one in (*part.never, *part.ask_first)}
    assert [text for text in sorted(texts) if not say(text).endswith((".", "”"))] == []
    assert say("groin_pinch") != say("hip_lock")
    assert "yes" in say("eye_skin_gut") and "uveitis" in say("eye_skin_gut")


def test_whoever_walks_with_a_stick_still_walks_and_nothing_else_on_one_leg() -> None:
    found = find_eligible(IntakeAnswers(answers={"age": 60, "walking_aid": True}))
    assert found.has("walk_ten") and not found.has("single_leg_stance")
    assert not find_eligible(IntakeAnswers(answers={"age": 60, "wheelchair": True})).has("walk_ten")
    assert not find_eligible(IntakeAnswers(answers={"age": 60, "cannot_bear_weight": True})).has("walk_ten")
