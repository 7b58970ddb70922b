"""What usual pain leaves in reach: everything, or the gentlest release and breath."""

from __future__ import annotations

from datetime import date

import pytest

from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.knowledge.doctor_visits import DoctorVisit, VisitOutcome
from psoas.knowledge.ladders import ladders
from psoas.knowledge.practice_codes import EQUIPMENT
from psoas.program.eligibility import Eligibility, find_eligible
from psoas.program.program_models import ItemKind, LeftOutCode

WISHES = Preferences(equipment=EQUIPMENT)


def reach(usual: int) -> Eligibility:
    """What somebody of 40 with all equipment may do with this usual pain."""
    return find_eligible(IntakeAnswers({"age": 40, "pain_usual": usual}, wishes=WISHES))


def exercises_in(found: Eligibility) -> set[str]:
    return {one.thing.name for one in found.within if one.thing.kind is ItemKind.EXERCISE}


@pytest.mark.parametrize("usual", range(11))
def test_usual_pain_leaves_only_what_it_should(usual: int) -> None:
    everything, found = reach(0), reach(usual)
    held = exercises_in(found)
    assert held <= exercises_in(everything)
    by_kind = [
        {one.thing.name for one in some.within if one.thing.kind is ItemKind.BREATH} for some in (everything, found)
    ]
    assert by_kind[0] == by_kind[1], "breath stays open to everybody"
    if usual <= 5:
        assert held == exercises_in(everything), "planning begins on the lowest rungs; nothing is ruled out"
        return
    assert held, "the gentlest release is left"
    for ladder in ladders().values():
        reachable = [rung.place for rung in ladder.rungs if set(rung.exercises) & exercises_in(everything)]
        lowest = set(ladder.rungs[reachable[0] - 1].exercises) if reachable else set()
        above = {name for rung in ladder.rungs for name in rung.exercises if name in held} - lowest
        assert above == set(), f"{ladder.name} holds something above its lowest rung"
    assert ItemKind.MASSAGE not in {one.thing.kind for one in found.within}
    for one in found.within:
        if one.thing.kind is ItemKind.EXERCISE:
            assert one.thing.shelf == "release"
            standing = effect_quantity(committed_effects()["standing"], "lumbar_compression_n.L4_L5")
            assert one.thing.load_n <= standing


@pytest.mark.parametrize("usual", [6, 9])
def test_what_usual_pain_rules_out_is_said(usual: int) -> None:
    gone = exercises_in(reach(0)) - exercises_in(reach(usual))
    said = {one.name: one.code for one in reach(usual).left_out}
    assert gone and {said[name] for name in gone} == {LeftOutCode.USUAL_PAIN}


def test_chest_pain_that_no_doctor_saw_leaves_only_gentle_release() -> None:
    told = {"age": 29, "chest_pain": True, "pain_usual": 1}
    found = find_eligible(IntakeAnswers(told, wishes=WISHES))
    practised = [one.thing for one in found.within if one.thing.kind is not ItemKind.TEST]
    assert practised and {one.shelf for one in practised} == {"release"}
    said = {one.name: one.code for one in found.left_out}
    assert said["seated_march"] == said["single_leg_stance"] == LeftOutCode.SCREENING
    seen = DoctorVisit("chest_pain_plain", date(2026, 3, 2), VisitOutcome.CLEARED, True, date(2026, 3, 3))
    after = find_eligible(IntakeAnswers(told, wishes=WISHES, visits=(seen,)))
    assert {"seated_march", "single_leg_stance"} <= exercises_in(after), "a doctor's word opens it again"
