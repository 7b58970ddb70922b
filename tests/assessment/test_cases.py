"""Readable people, written before the rules: what is found, what never, and what a plan holds and leaves out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from psoas.assessment.assessment_text import assessment_text
from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment
from psoas.assessment.recording_measures import read_measures
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import parse_answers
from psoas.knowledge.intake_questions import read_words
from psoas.program.planner import ScreeningStop, plan_program
from tests.assessment_check import Case, cases, faults_of_assessment, faults_of_plan
from tests.item_patterns import matches

CASES = cases()


def story_and_assessment(case: Case, folder: Path) -> tuple[IntakeAnswers, Assessment]:
    """A case as the commands see it: answers, the measures where there are some, the options on top."""
    story = parse_answers(case.given)
    measures = None
    if case.given_measures:
        (folder / "summary.json").write_text(json.dumps({"schema": "psoas.summary/1", **case.given_measures}))
        measures = read_measures(folder)
    story = replace(story, wishes=replace(story.wishes, **case.plan.get("options", {})))
    return story, assess(story, measures)


def told(case: Case, faults: list[str]) -> str:
    """All faults of a case, each with its name."""
    return "\n".join(["", case.story, *(f"  {case.name}: {fault}" for fault in faults)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_assessment_of(case: Case, tmp_path: Path) -> None:
    _, found = story_and_assessment(case, tmp_path)
    faults = faults_of_assessment(case, found, "\n".join(assessment_text(found)))
    assert not faults, told(case, faults)


@pytest.mark.parametrize("case", [case for case in CASES if not case.stops], ids=lambda case: case.name)
def test_the_plan_of(case: Case, tmp_path: Path) -> None:
    faults = faults_of_plan(case, plan_program(*story_and_assessment(case, tmp_path)))
    assert not faults, told(case, faults)


@pytest.mark.parametrize("case", [case for case in CASES if case.stops], ids=lambda case: case.name)
def test_no_plan_after_the_stop_of(case: Case, tmp_path: Path) -> None:
    with pytest.raises(ScreeningStop):
        plan_program(*story_and_assessment(case, tmp_path))


@pytest.mark.parametrize("case", [case for case in CASES if not case.stops], ids=lambda case: case.name)
def test_running_comes_last_and_only_for_those_who_run(case: Case, tmp_path: Path) -> None:
    story, found = story_and_assessment(case, tmp_path)
    runs = story.answers.get("runs") or "running" in read_words(story.answers, "sport")
    for phase in plan_program(story, found).phases:
        held = {item.name for one in phase.sessions for item in one.items if matches("narrow:running", item)}
        assert not held or (runs and phase.name == "drive"), told(
            case, [f"{phase.name} holds {', '.join(sorted(held))}"]
        )
