"""The files of a plan: all or none, read back by others, and a page that a browser shows without asking anybody."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment
from psoas.cli import BAD_INPUT, DONE, REFUSED, app
from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.message import literal
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.knowledge.session_templates import session_templates
from psoas.program.planner import plan_program
from psoas.program.program_export import CALENDAR, PAGE, RECORD, write_program
from psoas.program.program_json import parse_program, program_json
from psoas.program.program_models import Program
from psoas.program.program_page import program_page
from psoas.program.schedule import SESSION_WEEKDAYS
from psoas.program.session_calendar import next_monday, program_calendar
from tests.worlds import EXAMPLES

START = date(2026, 1, 7)  # a Wednesday: the week begins on the 5th
ANSWERS = """
[answers]
age = 40
sitting_hours = 10
pain_where = ["groin"]
pain_side = "right"
pain_now = 3
hip_click = true
hip_side = "right"
[wishes]
minutes = 6
days = 2
weeks = 2
"""


@pytest.fixture(scope="module")
def small() -> tuple[Program, Assessment]:
    """Two weeks of six minutes on two days: few things to draw."""
    told = tomllib.loads(ANSWERS)
    story = IntakeAnswers(answers=told["answers"], wishes=Preferences(**told["wishes"]))
    found = assess(story)
    return plan_program(story, found), found


@pytest.fixture(scope="module")
def folder(small: tuple[Program, Assessment], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small plan, written."""
    return write_program(*small, tmp_path_factory.mktemp("plan") / "out", start=START)


def test_the_record_is_read_back_as_the_same_program(small: tuple[Program, Assessment], folder: Path) -> None:
    text = (folder / RECORD).read_text(encoding="utf-8")
    assert parse_program(json.loads(text)) == small[0]
    assert json.loads(text)["schema"] == "psoas.program/1"
    for phase in json.loads(text)["phases"]:
        for session in phase["sessions"]:
            assert session["minutes"] == round(sum(item["minutes"] for item in session["items"]), 1)


@pytest.mark.parametrize("change", [{"schema": "psoas.program/2"}, {"phases": None}, {"days": None, "extra": 1}])
def test_another_schema_or_half_a_record_is_refused(small: tuple[Program, Assessment], change: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        parse_program({**program_json(small[0]), **change})


def test_the_calendar_holds_each_session_once_at_a_floating_time(
    small: tuple[Program, Assessment], folder: Path
) -> None:
    program = small[0]
    found = icalendar.Calendar.from_ical((folder / CALENDAR).read_bytes())
    events = [one for one in found.walk("VEVENT")]
    sessions = [e for e in events if ":" in str(e["summary"]) and not str(e["summary"]).startswith("Break")]
    assert len(sessions) == program.weeks * program.days
    starts = [e.decoded("dtstart") for e in sessions]
    assert all(isinstance(one, datetime) and one.tzinfo is None for one in starts)
    assert [one.date() for one in starts] == [date(2026, 1, 5), date(2026, 1, 8), date(2026, 1, 12), date(2026, 1, 15)]
    first = program.phases[0].sessions[0].items[0]
    described = str(sessions[0]["description"])
    assert render(first.label) in described and render(first.because[0].words) in described
    walks = [e for e in events if str(e["summary"]).startswith("Walk")]
    assert program.aerobic
    on_sessions = {at.isoweekday() for at in starts}
    free = [day for week in program.aerobic.weeks for day in week.days if day.weekday not in on_sessions]
    assert len(walks) == len(free) > 2 and {e.decoded("dtstart").isoweekday() for e in walks} == {
        d.weekday for d in free
    }
    measure = [e for e in events if str(e["summary"]) == "Measure again"]
    assert [e.decoded("dtstart") for e in measure] == [date(2026, 1, 18)]
    assert len({str(e["uid"]) for e in events}) == len(events)
    breaks = [e for e in events if str(e["summary"]).startswith("Break")]
    assert breaks and all(e.decoded("rrule")["count"] == [5 * program.weeks] for e in breaks)


def test_the_calendar_keeps_its_names_when_the_plan_changes(small: tuple[Program, Assessment]) -> None:
    program = small[0]
    shorter = replace(program, phases=tuple(replace(p, sessions=p.sessions[::-1]) for p in program.phases))
    uids = [{str(e["uid"]) for e in icalendar.Calendar.from_ical(program_calendar(one, START)).walk("VEVENT")}
            for one in (program, shorter)]  # fmt: skip
    assert uids[0] == uids[1]
    assert program_calendar(program, START) != program_calendar(program, date(2026, 1, 12))


@pytest.mark.parametrize("day", [date(2026, 1, 5) + timedelta(days=k) for k in range(7)])
def test_a_week_has_seven_days_from_whichever_day_it_begins(small: tuple[Program, Assessment], day: date) -> None:
    program = small[0]
    found = icalendar.Calendar.from_ical(program_calendar(program, day)).walk("VEVENT")
    told = [(str(e["summary"]), e.decoded("dtstart")) for e in found]
    held = [at.date() for words, at in told if ":" in words and not words.startswith("Break")]
    assert len(held) == program.days * program.weeks and held == sorted(held)
    for week in range(program.weeks):
        days = held[week * program.days : (week + 1) * program.days]
        assert all(day + timedelta(weeks=week) <= one < day + timedelta(weeks=week + 1) for one in days)
        assert {one.weekday() for one in days} == set(SESSION_WEEKDAYS[program.days])
    [again] = [e.decoded("dtstart") for e in found if str(e["summary"]) == "Measure again"]
    assert again == day + timedelta(days=7 * program.weeks - 1)
    breaks = [e.decoded("dtstart").date() for e in found if str(e["summary"]).startswith("Break")]
    assert breaks and all(day <= one < day + timedelta(days=3) and one.weekday() < 5 for one in breaks)


def test_written_weeks_begin_with_a_monday(small: tuple[Program, Assessment], folder: Path) -> None:
    assert (folder / CALENDAR).read_bytes() == program_calendar(small[0], date(2026, 1, 5))


def test_a_plan_begins_on_the_next_monday() -> None:
    assert next_monday(date(2026, 1, 4)) == date(2026, 1, 5)
    assert next_monday(date(2026, 1, 5)) == date(2026, 1, 12)
    assert {days: len(found) for days, found in SESSION_WEEKDAYS.items()} == {n: n for n in range(1, 8)}


def test_a_folder_that_cannot_be_written_holds_nothing(small: tuple[Program, Assessment], tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here first")
    with pytest.raises(InputError, match="choose another --out"):
        write_program(*small, blocked, start=START)
    assert [one.name for one in tmp_path.iterdir()] == ["file"] and blocked.read_text() == "here first"


def test_the_page_escapes_what_it_is_given(small: tuple[Program, Assessment]) -> None:
    program, found = small
    named = tuple(replace(one, title=literal("<b>&"), statements=(literal("<script>"),)) for one in found.findings)
    text = program_page(program, replace(found, findings=named))
    assert "<script>" not in text and "&lt;b&gt;&amp;" in text


@pytest.mark.parametrize("width", [390, 1280])
def test_a_browser_shows_the_page_and_asks_nobody(chromium: Browser, folder: Path, width: int) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.goto((folder / PAGE).as_uri())
    assert [url for url in asked if not url.startswith(("data:", "file:"))] == [] and said == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.locator(".flags").bounding_box()["y"] < tab.locator("#weeks").bounding_box()["y"]  # type: ignore[index]
    cards = tab.locator(".card")
    names = {one.get_attribute("id") for one in cards.all()}
    linked = {(one.get_attribute("href") or "")[1:] for one in tab.locator(".day li a").all()}
    assert names == linked and cards.count() > 5
    broken = (
        "[...document.querySelectorAll('svg use')].filter(u => !document.querySelector(u.getAttribute('href'))).length"
    )
    assert tab.evaluate(broken) == 0 and tab.locator("svg.pic").count() >= cards.count()
    tab.close()


def test_the_command_writes_three_files_and_says_a_short_plan(tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text(ANSWERS)
    out = tmp_path / "plan"
    done = CliRunner().invoke(
        app, ["plan", str(tmp_path / "answers.toml"), "--days", "1", "--weeks", "1", "--out", str(out)]
    )
    assert done.exit_code == DONE, done.output
    assert {one.name for one in out.iterdir()} == {RECORD, PAGE, CALENDAR}
    assert "1 week, 1 session a week of up to 6 minutes, at home." in done.output
    assert json.loads((out / RECORD).read_text())["days"] == 1


@pytest.mark.parametrize(
    ("text", "options", "code", "said"),
    [
        ("[answers]\nsaddle_numb = true\nbladder_change = true\n", [], REFUSED, "hospital"),
        ("[answers]\nage = 400\n", [], BAD_INPUT, "age"),
        ("[answers]\nage = 40\n", ["--minutes", "3"], BAD_INPUT, "expected 5 to 90"),
        ("[answers]\nage = 40\n", ["--place", "moon"], BAD_INPUT, "expected home, work, travel"),
        ("[answers]\nage = ", [], BAD_INPUT, "line 2"),
    ],
)
def test_nothing_is_written_after_a_stop_or_bad_input(
    tmp_path: Path, text: str, options: list[str], code: int, said: str
) -> None:
    (tmp_path / "answers.toml").write_text(text)
    done = CliRunner().invoke(app, ["plan", str(tmp_path / "answers.toml"), *options, "--out", str(tmp_path / "plan")])
    assert done.exit_code == code
    assert said in done.stderr and "Traceback" not in done.output
    assert [one.name for one in tmp_path.iterdir()] == ["answers.toml"]


def test_templates_of_places_are_listed_told_and_filled(tmp_path: Path) -> None:
    run = CliRunner()
    assert set(session_templates()) == {line.split()[0] for line in run.invoke(app, ["places"]).output.splitlines()}
    told = run.invoke(app, ["places", "retreat"]).output
    assert "Day 5" in told and "45 minutes massage" in told
    filled = run.invoke(app, ["places", "work_day", "--answers", str(EXAMPLES / "answers.toml")])
    assert filled.exit_code == 0 and "minutes talk" in filled.output and "sets of" in filled.output
    for arguments, said in ((["nowhere"], "template 'nowhere' is not known"), (["--answers", "x"], "name it")):
        wrong = run.invoke(app, ["places", *arguments])
        assert wrong.exit_code == 2 and said in wrong.output


def test_what_is_kept_is_called_so_on_paper_too(small: tuple[Program, Assessment]) -> None:
    program, found = small
    phase = program.phases[0]
    session = phase.sessions[0]
    kept = replace(session, items=(replace(session.items[0], pinned=True), *session.items[1:]))
    text = program_page(replace(program, phases=(replace(phase, sessions=(kept, *phase.sessions[1:])),)), found)
    assert '<span class="tag">kept</span>' in text and "pinned" not in text
