"""Pathways: who matches, what several ask for together, what holds in which weeks, and every fault with its line."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.knowledge import pathways as module
from psoas.knowledge.intake_questions import Answers, check_answers
from psoas.knowledge.ladders import ladders
from psoas.knowledge.pathways import (
    SEE,
    Bars,
    WalkingWay,
    combine_pathways,
    matching_pathways,
    pathways,
    read_pathways,
)
from psoas.knowledge.practice_codes import Pattern
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.toml_schema import parse_knowledge_file, read_knowledge_file

PEOPLE: dict[str, dict[str, Any]] = {
    "author, sciatica, office, panic": {"age": 37, "hip_lock": True, "sciatica": True, "panic_like": True,
                                        "pain_now": 5, "work_kind": "desk", "runs": True},
    "sciatica, manual_work": {"age": 45, "work_kind": "lifting", "sciatica": True, "pain_now": 4},
    "pregnancy, girdle": {"age": 31, "pregnant": True, "pregnant_weeks": 24, "girdle_pain": True, "pain_now": 4},
    "after_birth, pelvic_floor_signs": {"age": 33, "birth_weeks": 9, "pelvic_floor_signs": True, "pain_now": 2},
    "new_hip": {"age": 69, "hip_replacement": True, "hip_replacement_weeks": 8, "pain_now": 2},
    "stenosis": {"age": 71, "leg_walk_pain": "eases_sitting", "pain_now": 5},
    "unsteady": {"age": 78, "falls": 1, "pain_now": 1},
    "thin_bones, unsteady, walking_aid": {"age": 80, "falls": 2, "osteoporosis": True, "pain_now": 1},
    "teenager": {"age": 15, "pain_where": ["low_back"], "pain_now": 3},
    "teenager, teenager_hip, knee_other": {"age": 14, "pain_where": ["knee"], "pain_now": 3},
    "low_energy, hypermobile": {"age": 22, "low_energy": True, "illnesses": ["hypermobility"], "pain_now": 2},
    "it_band": {"age": 31, "pain_where": ["knee"], "knee_place": "knee_outer", "pain_now": 4, "runs": True},
    "knee_front": {"age": 31, "pain_where": ["knee"], "knee_place": "knee_front", "pain_now": 4},
    "wheelchair": {"age": 40, "wheelchair": True, "pain_now": 2},
    "prevention": {"age": 40},
}  # fmt: skip
"""Answers by the pathways that they match."""


def plan_of(answers: Answers, *, week: int = 1, findings: tuple[str, ...] = ()) -> module.PathwayPlan:
    """What the pathways of a person ask for together."""
    return combine_pathways(matching_pathways(answers, findings), answers, week=week)


def rung_of(ladder: str, exercise: str) -> int:
    """The first rung of a ladder that holds an exercise."""
    return next(one.place for one in ladders()[ladder].rungs if exercise in one.exercises)


@pytest.mark.parametrize("names", PEOPLE)
def test_each_person_has_the_pathways_of_the_story(names: str) -> None:
    check_answers(PEOPLE[names])
    assert {one.id for one in matching_pathways(PEOPLE[names])} == set(names.split(", "))


def test_every_pathway_is_somebodys() -> None:
    assert {one for names in PEOPLE for one in names.split(", ")} == set(pathways())


def test_every_pathway_rests_on_a_source_that_was_read_and_says_whom_to_see() -> None:
    for one in pathways().values():
        status = all_sources()[one.source].status
        assert status == "read" or one.source == "practice_consensus", one.id
    used = {code for one in pathways().values() for code in one.see}
    assert used == set(SEE), "a referral that nobody is told of"
    assert all(len(SEE[code]) > 20 for code in used)


def test_weeks_after_a_birth_open_running_only_from_week_twelve() -> None:
    new = {"age": 33, "birth_weeks": 4, "runs": True}
    assert Pattern.RUNNING in plan_of(new).bars.patterns
    assert Pattern.SIDE_SUPPORT in plan_of(new).bars.patterns
    assert Pattern.SIDE_SUPPORT not in plan_of(new, week=3).bars.patterns, "week 6 after the birth"
    assert plan_of(new, week=3).walking is WalkingWay.POSTNATAL
    late = plan_of(new, week=9)
    assert Pattern.RUNNING not in late.bars.patterns, "week 12 after the birth"
    assert Pattern.IMPACT in late.bars.patterns
    assert late.walking is WalkingWay.RUN_RETURN
    signs = {**new, "pelvic_floor_signs": True}
    assert Pattern.RUNNING in plan_of(signs, week=9).bars.patterns, "never with a leak"


def test_weeks_that_nobody_said_count_as_the_careful_ones() -> None:
    assert "belly_strain" in plan_of({"age": 33, "birth_recent": True}).bars.sets
    assert "lying_flat" in plan_of({"age": 33, "pregnant": True}).bars.sets
    assert "lying_flat" not in plan_of({"age": 33, "pregnant": True, "pregnant_weeks": 9}).bars.sets
    assert "lying_flat" in plan_of({"age": 33, "pregnant": True, "pregnant_weeks": 9}, week=8).bars.sets
    assert "kneeling" in plan_of({"age": 70, "hip_replacement": True}).bars.sets


def test_a_new_hip_stands_up_and_bridges_from_the_first_week() -> None:
    fresh = plan_of({"age": 70, "hip_replacement": True, "hip_replacement_weeks": 3})
    assert {Pattern.SQUAT, Pattern.BRIDGE} <= set(fresh.hold)
    assert {"deep_hip", "floor", "impact"} <= set(fresh.bars.sets)
    assert fresh.walking is WalkingWay.INDOORS_AID
    assert rung_of("squat", "sit_to_stand") == fresh.bars.top_rungs["squat"]
    assert plan_of({"age": 70, "hip_replacement": True, "hip_replacement_weeks": 90}).bars.sets == (
        "deep_hip", "hip_front_pressure", "impact",
    )  # fmt: skip


def test_together_everything_barred_is_barred_and_nothing_barred_is_held() -> None:
    both = plan_of({"age": 70, "wheelchair": True, "falls": 1, "illnesses": ["spinal_stenosis"]})
    assert both.pathways == ("wheelchair", "unsteady", "stenosis")
    assert not set(both.hold) & set(both.bars.patterns)
    assert not set(both.first) & set(both.bars.patterns)
    assert both.walking is WalkingWay.ARM
    assert both.first[0] == "breath"
    assert "back_arching" in both.bars.sets
    assert Pattern.SQUAT in both.bars.patterns


def test_the_lower_rung_counts() -> None:
    low, high = Bars(top_rungs={"squat": 2, "hinge": 3}), Bars(top_rungs={"squat": 4}, sets=("one_leg",))
    assert low.join(high) == Bars(top_rungs={"squat": 2, "hinge": 3}, sets=("one_leg",))


def test_running_comes_back_only_for_who_runs() -> None:
    assert plan_of(PEOPLE["author, sciatica, office, panic"]).walking is WalkingWay.RUN_RETURN
    assert plan_of({**PEOPLE["author, sciatica, office, panic"], "runs": False}).walking is WalkingWay.STEADY


def test_a_finding_alone_can_open_a_pathway() -> None:
    steady = {"age": 70, "pain_now": 1}
    assert not matching_pathways(steady)
    assert [one.id for one in matching_pathways(steady, ("balance_short/left",))] == ["unsteady"]


def test_nobody_without_pathways_is_barred_from_anything() -> None:
    nothing = combine_pathways((), {})
    assert (nothing.bars, nothing.hold, nothing.walking) == (Bars(), (), WalkingWay.STEADY)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('when = [["wheelchair"]]', 'when = [["weelchair"]]', "weelchair"),
        ('when = [["wheelchair"]]', 'when = [["finding wheels"]]', "wheels"),
        ('when = [["wheelchair"]]', "when = []", "'when' is empty"),
        ('hold = ["breath",', 'hold = ["breathe",', "breathe"),
        ('patterns = ["squat", "calf"', 'patterns = ["squats", "calf"', "squats"),
        ('narrows = ["running", "impact"]', 'narrows = ["hopping"]', "hopping"),
        ('measures = ["breaths_a_minute"', 'measures = ["breaths"', "breaths"),
        ('see = ["skin_and_pressure"', 'see = ["a_friend"', "a_friend"),
        ('walking = "arm"', 'walking = "legs"', "legs"),
        ('cards = ["pain", "pacing", "what_matters", "flare_up"]', 'cards = ["tarot"]', "tarot"),
        ('source = "martin_ginis2018"', 'source = "hearsay"', "hearsay"),
        ('breath = ["side_ribs"', 'breath = ["gasp"', "gasp"),
        ("bars_nothing = true", "", "says nothing of what stays out"),
        ("unsaid = true\n", "", "expected one stage"),
        ("until = 6\n", "until = 0\n", "not below"),
        ('of = "hip_replacement_weeks"', 'of = "weeks_of_fun"', "weeks_of_fun"),
        ('top_rungs = { squat = "squat"', 'top_rungs = { stairway = "squat"', "stairway"),
        ('top_rungs = { squat = "squat"', 'top_rungs = { squat = "bridge"', "'squat' is 'bridge'"),
        ('ladders = ["lunge"]', 'ladders = ["stairs"]', "stairs"),
    ],
)
def test_every_fault_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch, old: str, new: str, says: str) -> None:
    source = files("psoas.knowledge").joinpath("data", "pathways.toml").read_text(encoding="utf-8")
    assert old in source
    changed = parse_knowledge_file("pathways.toml", source.replace(old, new, 1))
    read = read_knowledge_file
    monkeypatch.setattr(
        "psoas.knowledge.toml_schema.read_knowledge_file", lambda name: changed if "pathways" in name else read(name)
    )
    with pytest.raises(InputError) as caught:
        read_pathways()
    faults = "\n".join(caught.value.faults)
    assert says in faults, faults
    assert "pathways.toml, line " in faults


def test_every_text_is_short_and_plain() -> None:
    for one in pathways().values():
        assert one.title
        assert len(one.words.split()) < 60, one.id
        assert text(f"pathway.person.{one.id}") == one.title


def test_titles_read_after_left_out_for_now_in_your_situation() -> None:
    titles = [one.title for one in module.pathways().values()]
    assert not [one for one in titles if one.split()[0] in ("With", "From", "In", "For", "To", "When", "While")]


def test_weeks_of_pregnancy_count_as_pregnancy_until_they_are_explained() -> None:
    told = [
        one.id for one in matching_pathways({"age": 36, "pain_now": 0, "pregnant": False, "pregnant_weeks": 14}, ())
    ]
    assert "pregnancy" in told and "prevention" not in told
