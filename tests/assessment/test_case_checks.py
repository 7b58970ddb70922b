"""The readable cases name only what exists, and their check can fail: a wrong expectation is told."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from psoas.assessment.finding import Assessment, EvidenceWay, Finding
from psoas.core.message import literal
from psoas.knowledge.screening import screen_answers
from psoas.program.program_models import Item, ItemKind, ItemReason, LeftOut, Phase, Program, ReasonOrigin, Session
from tests.assessment_check import (
    FOLDER,
    case_of,
    cases,
    faults_of_assessment,
    faults_of_format,
    faults_of_plan,
)
from tests.item_patterns import matches

NAMED = (
    "lawyer", "cauda_equina", "pregnant_24_weeks", "aneurysm_followed", "hip_replacement", "groin_hernia",
    "blood_thinners", "runner_outer_knee", "singer_rib_flare", "wheelchair_user", "hypermobile_dancer", "faller_of_78",
    "nothing_wrong", "contradictory_answers",
)  # fmt: skip
"""People whom no plan may do without."""
WHOLE: dict[str, Any] = {
    "story": "Someone with a right hip that hurts.",
    "assessment": {"level": "none", "must_contain": ["low_back_pain"]},
    "plan": {"must_contain": ["clam/right"]},
}
BACK = Finding(
    "psoas_short_or_guarded", "right", literal(""), (literal("Your right hip."),), None, None, "", None,
    EvidenceWay.TOLD, 0.5, ("pain_now",), (), literal(""), "expert", "assumed",
)  # fmt: skip
FOUND = Assessment(screen_answers({"hip_lock": True}), (BACK,), (), (), (), (), ())
SITS = ItemReason("sitting_load", literal(""), ReasonOrigin.EXPERT, "assumed")


def item(kind: ItemKind, name: str, strand: str, side: str) -> Item:
    """An item with nothing special about it."""
    return Item(kind, name, strand, side, 1, 8, 0, 30, 3, (SITS,))


CLAM, BOX = item(ItemKind.EXERCISE, "clam", "gluteal", "right"), item(ItemKind.BREATH, "box", "breath", "")
HELD, TALL = (
    item(ItemKind.EXERCISE, "dead_bug", "engage", "both"),
    item(ItemKind.EXERCISE, "stand_tall", "gait", "both"),
)
BELLY = item(ItemKind.MASSAGE, "psoas_belly", "release", "left")
HERNIA = LeftOut(ItemKind.MASSAGE, "hip_front", literal("A hernia is in the way."))
NOTHING, MOVE_ON = literal(""), literal("Move on after two good sessions.")
PROGRAM = Program(
    phases=(
        Phase("release", NOTHING, (1, 2), (Session(NOTHING, "home", (CLAM, BOX)),), MOVE_ON, 2000),
        Phase("engage", NOTHING, (3, 4), (Session(NOTHING, "home", (HELD, BELLY)),), NOTHING, 2500),
    ),
    breaks=(TALL,), days=3, weeks=4, minutes=20, place="home", rules=(), remeasure_weeks=(2, 4),
    remeasure_tests=("bridge_hold",), left_out=(HERNIA,), notes=(),
    advice={},
)  # fmt: skip


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_the_case_names_only_what_exists(path: Path) -> None:
    row = tomllib.loads(path.read_text(encoding="utf-8"))
    assert faults_of_format(path.stem, row) == []


def test_there_are_cases_enough() -> None:
    found = cases()
    assert len(found) >= 26 and set(NAMED) <= {case.name for case in found}
    assert {case.assessment["level"] for case in found} == {"none", "mention", "see", "stop"}
    assert any(case.given_measures and not case.given for case in found)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"level": "mention"}, "expected level 'mention', was 'see' by hip_locks"),
        ({"screening": ["clicks"]}, "expected screening to name 'clicks', it names hip_locks"),
        ({"must_contain": ["psoas_short_or_guarded/left"]}, "'psoas_short_or_guarded/left', there are psoas_short_or"),
        ({"must_contain": ["sitting_load"]}, "expected finding 'sitting_load'"),
        ({"must_not_contain": ["psoas_short_or_guarded"]}, "expected no finding 'psoas_short_or_guarded'"),
        ({"only": ["own_baseline"]}, "expected own_baseline and nothing else"),
        ({"must_say": ["left|both hips"]}, "expected the words 'left|both hips'"),
        ({"must_not_say": ["RIGHT hip"]}, "expected not to say 'RIGHT hip': '...your right hip."),
        ({"help": True}, "expected people to talk to, there are none"),
        ({"level": "stop"}, "expected no findings after a stop"),
    ],
)
def test_a_wrong_expectation_of_the_assessment_is_told(wrong: dict[str, Any], says: str) -> None:
    right = {"level": "see", "screening": ["hip_locks"], "must_contain": ["psoas_short_or_guarded/right"]}
    words = "Your right hip. Nothing else."
    assert faults_of_assessment(case_of("x", {"assessment": right}), FOUND, words) == []
    told = "\n".join(faults_of_assessment(case_of("x", {"assessment": {**right, **wrong}}), FOUND, words))
    assert says in told


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"must_contain": ["clam/left"]}, "expected 'clam/left' in the plan, there are breath:box"),
        ({"must_contain": ["test:one_leg_stance"]}, "expected 'test:one_leg_stance'"),
        ({"must_not_contain": ["set:breath_holds"]}, "expected no 'set:breath_holds' in the plan, there is box"),
        ({"must_not_contain": ["needs:standing"]}, "there is stand_tall"),
        ({"must_not_contain": ["narrow:abdominal_massage"]}, "there is psoas_belly"),
        ({"first_phase_contains": ["strand:engage"]}, "in the first phase, there are box, clam/right"),
        ({"first_phase_not": ["set:breath_holds"]}, "expected no 'set:breath_holds' in the first phase, there is box"),
        ({"breaks_not": ["needs:standing"]}, "expected no 'needs:standing' in the breaks, there is stand_tall"),
        ({"must_say": ["walk"]}, "expected the words 'walk'"),
        ({"must_not_say": ["two good"]}, "expected not to say 'two good': '...move on after two good sessions"),
        ({"because_not": ["sitting_load"]}, "expected no movement and no massage because of 'sitting_load', there is"),
        ({"because": ["stress_load|sleep_short"]}, "expected an item because of 'stress_load|sleep_short'"),
        ({"left_out_says": ["bones"]}, "reasons are hip_front: A hernia is in the way."),
    ],
)
def test_a_wrong_expectation_of_the_plan_is_told(wrong: dict[str, Any], says: str) -> None:
    right = {
        "must_contain": ["clam/right", "strand:engage", "breath:*", "test:bridge_hold", "kind:massage/left"],
        "must_not_contain": ["test:slump", "exercise:bridge", "equipment:bed", "clam/left", "massage:hip_front"],
        "first_phase_contains": ["strand:gluteal"],
        "because": ["stress_load|sitting_load"],
        "left_out_says": ["bones|hernia"],
        "first_phase_not": ["kind:massage"],
        "breaks_not": ["needs:floor"],
        "because_not": ["habits"],
        "must_say": ["two good sessions"],
        "must_not_say": ["hernia"],
    }
    assert faults_of_plan(case_of("x", {"plan": right}), PROGRAM) == []
    assert says in "\n".join(faults_of_plan(case_of("x", {"plan": wrong}), PROGRAM))


def test_an_exercise_counts_for_the_strand_of_the_library_and_for_that_of_the_plan() -> None:
    reach = item(ItemKind.EXERCISE, "overhead_reach", "engage", "both")
    assert matches("strand:integrate", reach) and matches("strand:engage", reach) and not matches("strand:gait", reach)


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("a key", {"colour": "red"}, "the case: 'colour' is not known"),
    ("a story", {"story": ""}, "story is missing"),
    ("a level", {"assessment": {"level": "fine", "must_contain": ["habits"]}}, "level 'fine' is not known"),
    ("an entry", {"assessment": {"level": "none", "screening": ["cold"]}}, "screening 'cold' is no entry"),
    ("a finding", {"assessment": {"level": "none", "must_contain": ["cold/right"]}}, "'cold/right' is no finding"),
    ("a side", {"assessment": {"level": "none", "must_contain": ["habits/up"]}}, "'habits/up' is no finding"),
    ("nothing", {"assessment": {"level": "none"}}, "expects nothing of the assessment"),
    ("no list", {"assessment": {"level": "none", "must_contain": "habits"}}, "must_contain: expected lists of texts"),
    ("a plan after a stop", {"assessment": {"level": "stop", "screening": ["kidney"]}}, "a stop has no [plan]"),
    ("no plan", {"plan": {}}, "expects nothing of the plan"),
    ("an exercise", {"plan": {"must_contain": ["clamm"]}}, "'clamm' names 'clamm', which does not exist"),
    ("a need", {"plan": {"must_contain": ["needs:wings"]}}, "names 'wings'"),
    ("a pattern", {"plan": {"must_contain": ["colour:red"]}}, "'colour:red' is not a pattern"),
    ("a reason", {"plan": {"must_contain": ["clam"], "because": ["habits|cold"]}}, "'cold' is no finding"),
    ("an option", {"plan": {"must_contain": ["clam"], "options": {"hours": 1}}}, "options: 'hours' is not known"),
    ("a question", {"given": {"answers": {"fevr": True}}}, "'fevr' is not a question"),
    ("an answer", {"given": {"answers": {"age": 400}}}, "age is 400"),
    ("a test", {"given": {"tests": {"wall_gap": {"right": 99}}}}, "wall_gap: right is 99"),
    ("a field", {"given": {"tests": {"wall_gap": {"right": 9, "middle": 2}}}}, "'middle' is not known"),
    ("an item", {"given": {"questionnaires": {"gad2": {"gad2_1": 1}}}}, "'gad2_2' has no answer"),
    ("an event", {"given": {"events": [{"day": "may", "kind": "life", "words": "x"}]}}, "wants a day, a kind"),
    ("a signal", {"given": {"check_ins": [{"mood": 3}]}}, "check-in: 'mood' is not known"),
    ("a pin", {"given": {"wishes": {"pin": ["clamm"]}}}, "wishes: 'clamm' is no item"),
    ("equipment", {"given": {"wishes": {"equipment": ["rack"]}}}, "'rack' is no equipment"),
]


@pytest.mark.parametrize(("fields", "says"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_case_file_is_told(fields: dict[str, Any], says: str) -> None:
    assert faults_of_format("x", WHOLE) == []
    assert says in "\n".join(faults_of_format("x", {**WHOLE, **fields}))


def test_a_table_that_is_not_there_is_a_missing_plan() -> None:
    without = {key: value for key, value in WHOLE.items() if key != "plan"}
    assert "a stop has no [plan]; every other level has one" in faults_of_format("x", without)
