"""One printed page for a day, a retreat or weeks of breaks: what is when, and each person's own version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from psoas import __version__
from psoas.assessment.finding import Assessment
from psoas.core.catalogue import render, text
from psoas.core.language import current_language, written_language
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.screening import ScreeningEntry
from psoas.knowledge.session_templates import SessionTemplate, TemplateSession
from psoas.program.paper_templates import paper_environment
from psoas.program.program_models import Item, Session
from psoas.program.program_text import both_sides_dose_text, pair_sides
from psoas.program.template_filling import fill_template, fill_template_weeks
from psoas.render.palette import LIGHT, theme_variables


@dataclass(frozen=True)
class ScheduleRow:
    """One session of the day: when, what it is, what each of its slots is for, and what each column holds."""

    time: str
    title: str
    minutes: float
    slots: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SchedulePage:
    """What the page shows.

    Args:
        title: What the template is called.
        words: What it is.
        who: Whose page it is; "" for the one that hangs on the wall.
        columns: Title of each day or stretch of weeks, and what it is about.
        rows: The sessions of a day, in order.
        doses: Each thing of the page once, with its dose.
        setup: What to set up before.
        needs: What is used.
        first: What needs a doctor before anything else; the grid stays empty then.
    """

    title: str
    words: str
    who: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[ScheduleRow, ...]
    doses: tuple[tuple[str, str], ...]
    setup: tuple[str, ...]
    needs: tuple[str, ...]
    first: tuple[ScreeningEntry, ...] = ()


def wall_schedule(template: SessionTemplate) -> SchedulePage:
    """The page for everybody: times and what they are for, with room to write; nothing of any person."""
    by_day = [tuple(one for one in template.sessions if one.day == day) for day in range(1, template.days + 1)]
    return _page(template, "", _day_columns(template), by_day[0], [[()] * len(by_day[0]) for _ in by_day], [])


def own_schedule(
    template: SessionTemplate, story: IntakeAnswers, assessment: Assessment, *, who: str, weeks: int = 1
) -> SchedulePage:
    """The page of one person, with their own version of each thing.

    Args:
        template: What is filled.
        story: The person's answers.
        assessment: Of the same answers; after a stop the page only says whom to see.
        who: The name on the page.
        weeks: For a template of one day: how many weeks it is for.
    """
    day = tuple(one for one in template.sessions if one.day == 1)
    if not assessment.screening.program_allowed:
        empty = _page(template, who, (), (), [], [])
        stops = tuple(one for one in assessment.screening.entries if one.level == "stop")
        return replace(empty, first=stops)
    if template.days == 1 and weeks > 1:
        parts = fill_template_weeks(template, story, assessment, weeks)
        columns = tuple((text("plan.schedule.weeks", first=one.weeks[0], last=one.weeks[1]), "") for one in parts)
        filled = [list(one.sessions) for one in parts]
    else:
        sessions = fill_template(template, story, assessment)
        columns = _day_columns(template)
        filled = [
            [session for session, one in zip(sessions, template.sessions, strict=True) if one.day == day_number]
            for day_number in range(1, template.days + 1)
        ]
    items = [item for column in filled for session in column for item in session.items]
    cells = [[_names(session) for session in column] for column in filled]
    return _page(template, who, columns, day, cells, items)


def schedule_page(page: SchedulePage) -> str:
    """The page as HTML that needs no network: A4, landscape."""
    return (
        _environment()
        .get_template("schedule.html")
        .render(
            page=page,
            language=written_language(current_language()),
            version=__version__,
            css=Markup(f":root {{ {theme_variables(LIGHT)}}}\n{_css()}"),
        )
    )


def _page(
    template: SessionTemplate,
    who: str,
    columns: tuple[tuple[str, str], ...],
    day: tuple[TemplateSession, ...],
    cells: Sequence[Sequence[tuple[str, ...]]],
    items: Sequence[Item],
) -> SchedulePage:
    rows = tuple(
        ScheduleRow(
            one.time,
            one.title,
            one.minutes,
            tuple(text("plan.schedule.slot", minutes=slot.minutes, words=slot.words) for slot in one.slots),
            tuple(column[place] for column in cells),
        )
        for place, one in enumerate(day)
    )
    doses = {render(group[0].label): both_sides_dose_text(group) for group in pair_sides(items)}
    return SchedulePage(
        template.title,
        template.words,
        who,
        columns,
        rows,
        tuple(sorted(doses.items())),
        template.setup_words,
        template.equipment_words,
    )


def _day_columns(template: SessionTemplate) -> tuple[tuple[str, str], ...]:
    themes = template.themes or (("", ""),) * template.days
    return tuple(
        (text("plan.schedule.day", day=day, theme=theme) if theme else text("plan.schedule.own"), about)
        for day, (theme, about) in enumerate(themes, 1)
    )


def _names(session: Session) -> tuple[str, ...]:
    return tuple(render(group[0].label) for group in pair_sides(session.items))


@cache
def _environment() -> Environment:
    made = paper_environment()
    made.globals["t"] = text
    return made


def _css() -> str:
    return files("psoas.program").joinpath("data", "schedule.css").read_text(encoding="utf-8")
