"""Walking in words: a line for each week, today's walk, and a day of a session that names its walk in the calendar."""

from __future__ import annotations

from datetime import date

import icalendar

from psoas.assessment.assessor import assess
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.program.aerobic_models import AerobicDay, AerobicKind
from psoas.program.aerobic_text import dose_of_day_text, today_text, weeks_alike
from psoas.program.planner import plan_program
from psoas.program.program_text import program_text
from psoas.program.session_calendar import program_calendar
from tests.aerobic_worlds import aerobic

MONDAY = date(2026, 1, 5)
STORY = IntakeAnswers(answers={"age": 40, "sitting_hours": 10}, wishes=Preferences(minutes=6, days=5, weeks=1))


def test_a_week_is_one_line_with_days_of_one_dose_together() -> None:
    plan = aerobic({"age": 40}, days=3)
    first, *_, last = weeks_alike(plan.weeks)
    assert first.line == "Week 1: 60 minutes. Mon, Tue: walk 15 min; Thu, Sat, Sun: walk 10 min."
    assert last.line.startswith("Weeks 7 to 8: 150 minutes, about 100 steps a minute.")
    [none] = weeks_alike(aerobic({"age": 40, "fever": True}).weeks)
    assert none.line == "Weeks 1 to 8: nothing planned."


def test_parts_are_told() -> None:
    assert dose_of_day_text(AerobicDay(1, AerobicKind.BOUTS, 20, 4)) == "walk 20 min in 4 parts"
    assert dose_of_day_text(AerobicDay(1, AerobicKind.WHEEL, 20)) == "wheel 20 min"


def test_the_day_of_a_session_names_its_walk() -> None:
    found = assess(STORY)
    program = plan_program(STORY, found)
    assert program.aerobic
    [week] = program.aerobic.weeks
    told = [today_text(program, 1, day) for day in range(1, 8)]
    assert [bool(one) for one in told] == [day in {one.weekday for one in week.days} for day in range(1, 8)]
    events = icalendar.Calendar.from_ical(program_calendar(program, MONDAY)).walk("VEVENT")
    sessions = [e for e in events if ":" in str(e["summary"]) and not str(e["summary"]).startswith("Break")]
    also = {e.decoded("dtstart").isoweekday() for e in sessions if "Today also: walk" in str(e["description"])}
    walks = {e.decoded("dtstart").isoweekday() for e in events if str(e["summary"]).startswith("Walk")}
    assert also | walks == {one.weekday for one in week.days} and not also & walks and also
    assert "Walking" in program_text(program, found)
