"""Printed schedules: one A4 page, the same for all without a word about anyone, and each person's own version."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from psoas.assessment.assessor import assess
from psoas.cli import app
from psoas.core.errors import InputError
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.session_templates import session_templates
from psoas.program.eligibility import plan_options
from psoas.program.pathway_bars import pathways_bar, phase_pathways
from psoas.program.schedule_page import SchedulePage, own_schedule, schedule_page, wall_schedule
from psoas.program.template_filling import fill_template, fill_template_weeks

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
OFFICE: dict[str, Any] = {"age": 40, "sitting_hours": 10, "work_kind": "desk", "pain_where": ["groin"], "pain_now": 2}
FALLER: dict[str, Any] = {"age": 78, "falls": 2, "walking_aid": True, "osteoporosis": True}
RETREAT = session_templates()["retreat"]


def own(answers: dict[str, Any], template: str, *, days: int | None = None, weeks: int = 1) -> SchedulePage:
    """The page of a person."""
    story, found = IntakeAnswers(answers=answers), session_templates()[template]
    asked = found if days is None else found.for_days(days)
    return own_schedule(asked, story, assess(story), who="Ada", weeks=weeks)


@pytest.mark.parametrize("days", range(3, 8))
def test_a_retreat_has_three_to_seven_days_each_with_its_theme(days: int) -> None:
    template = RETREAT.for_days(days)
    page = wall_schedule(template)
    assert len(page.columns) == len({title for title, _ in page.columns}) == days
    assert all(about for _, about in page.columns)
    assert "Arrive" in page.columns[0][0] and "Take it home" in page.columns[-1][0]
    assert len(template.sessions) == 4 * days
    assert [one.day for one in template.sessions] == sorted(one.day for one in template.sessions)


@pytest.mark.parametrize("days", [2, 8])
def test_no_shorter_and_no_longer(days: int) -> None:
    with pytest.raises(InputError, match="expected 3 to 7"):
        RETREAT.for_days(days)


def test_the_page_for_the_wall_says_nothing_of_anyone() -> None:
    page = wall_schedule(session_templates()["work_day"])
    assert page.who == "" and not page.doses
    assert all(cell == () for row in page.rows for cell in row.cells)


@pytest.mark.parametrize("answers", [OFFICE, FALLER, {"age": 38, "wheelchair": True, "pain_now": 1}])
def test_in_a_group_each_does_what_suits_and_nothing_barred(answers: dict[str, Any]) -> None:
    story = IntakeAnswers(answers=answers)
    found = assess(story)
    plan = phase_pathways(story, found, (1, 1))
    things = {(one.kind, one.name): one for one in plan_options()}
    held = [item for session in fill_template("work_day", story, found) for item in session.items]
    assert len({item.name for item in held}) > 8
    assert [item.name for item in held if pathways_bar(plan, things[item.kind, item.name], item.load)] == []


def test_two_people_of_one_group_do_their_own_version() -> None:
    def moves(answers: dict[str, Any]) -> set[str]:
        story = IntakeAnswers(answers=answers)
        return {item.name for one in fill_template("work_day", story, assess(story)) for item in one.items}

    assert "hip_hinge" in moves(OFFICE) and "chair_hinge" not in moves(OFFICE)
    assert "chair_hinge" in moves(FALLER) and "hip_hinge" not in moves(FALLER)


def test_breaks_change_over_twelve_weeks() -> None:
    story = IntakeAnswers(answers=OFFICE)
    parts = fill_template_weeks("work_breaks", story, assess(story), 12)
    assert [one.weeks for one in parts] == [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)]
    moves = [frozenset(i.name for s in one.sessions for i in s.items if i.kind == "exercise") for one in parts]
    assert len(frozenset().union(*moves)) >= 10
    assert all(now != then for now, then in pairwise(moves))
    assert not any("hip_hike" in one for one in moves[:2])


def test_what_to_set_up_at_a_desk_is_on_the_page() -> None:
    text = schedule_page(own(OFFICE, "work_breaks", weeks=8))
    for expected in ("Chair: set the height", "Screen: an arm", "Weeks 7 to 8", "Ada"):
        assert expected in text


def test_after_a_stop_the_page_only_says_whom_to_see() -> None:
    page = own({"age": 50, "saddle_numb": True, "bladder_change": True, "pain_where": ["low_back"]}, "work_day")
    text = schedule_page(page)
    assert page.first and not page.rows
    assert page.first[0].title in text and "<table" not in text


@pytest.mark.parametrize(
    ("template", "days", "weeks"), [("retreat", 7, 1), ("work_day", None, 1), ("work_breaks", None, 12)]
)
def test_each_fits_one_sheet_of_paper(chromium: Browser, template: str, days: int | None, weeks: int) -> None:
    page = chromium.new_page()
    page.set_content(schedule_page(own(OFFICE, template, days=days, weeks=weeks)))
    assert re.findall(rb"/Count (\d+)", page.pdf(prefer_css_page_size=True)) == [b"1"]
    page.close()


def test_a_command_prints_a_page_for_the_wall_and_one_for_each_person(tmp_path: Path) -> None:
    second = tmp_path / "bob.toml"
    second.write_text("[answers]\nage = 78\nfalls = 2\n")
    run = CliRunner()
    people = ["--answers", str(EXAMPLES / "answers.toml"), "--answers", str(second)]
    done = run.invoke(app, ["places", "retreat", "--days", "3", *people, "--out", str(tmp_path / "pages")])
    assert done.exit_code == 0 and "3 pages" in done.output
    assert sorted(one.name for one in (tmp_path / "pages").iterdir()) == ["answers.html", "bob.html", "schedule.html"]
    assert "Day 3: Take it home" in (tmp_path / "pages/bob.html").read_text()
    wrong = run.invoke(app, ["places", "retreat", "--days", "9"])
    assert wrong.exit_code == 2 and "expected 3 to 7" in wrong.output
