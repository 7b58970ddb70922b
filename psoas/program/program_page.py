"""The printable plan: one HTML file that asks the network for nothing, for a phone, a desk and A4 paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from psoas.assessment.finding import MATTER_MOST, Assessment, Finding
from psoas.core.catalogue import text
from psoas.core.language import current_language, written_language
from psoas.core.message import Message, message
from psoas.core.version import __version__
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge.education_cards import EducationCard
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.exercise_tables import exercise_sources
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.screening import URGENCIES, HelpLine, ScreeningEntry
from psoas.knowledge.self_tests import SelfTest, self_tests
from psoas.program.aerobic_text import AerobicView, aerobic_view, phase_minutes_text
from psoas.program.effect_bars import LUMBAR
from psoas.program.effect_weights import SIMULATION
from psoas.program.exercise_cards import ItemCard, exercise_cards
from psoas.program.exercise_images import InlineImage, exercise_movement_images, image_key
from psoas.program.next_rung import next_rung
from psoas.program.paper_templates import paper_environment
from psoas.program.program_models import Item, ItemKind, Program
from psoas.program.program_text import (
    aims_text,
    both_sides_dose_text,
    distinct_sessions_with_days,
    numbers_text,
    omission_reasons,
    pair_sides,
    place_text,
    steps_up,
    weeks_text,
)
from psoas.render.palette import LIGHT, theme_variables


@dataclass(frozen=True)
class PlanPage:
    """What the template of the plan gets.

    Args:
        program: The plan.
        images: Start and end of every exercise in it, each once.
        to_see: What screening would have a doctor look at.
        people: Whom to call.
        closing: What screening says at the end, "" for nothing.
        found: The findings told in full.
        found_besides: The others, of which the titles are told.
        stands: Whether the person stands and walks in the last phase.
        standing_n: Compression of L4/5 in standing, N.
        cards: How to do each item.
        education: Cards that make sense of things.
        goals: What the person wants to get back to.
        aims: What the plan works on where no goal was named.
        tests: The self-tests to measure again with.
        left_out: Each reason for leaving out, with the labels of what it left out.
        sources: Citations of what the plan rests on.
        simulated: Whether any reason rests on a simulation.
        aerobic: Walking and running; None in a program of version 0.1.0.
    """

    program: Program
    images: tuple[tuple[str, InlineImage], ...]
    to_see: tuple[ScreeningEntry, ...]
    people: tuple[HelpLine, ...]
    closing: str
    found: tuple[Finding, ...]
    found_besides: tuple[Finding, ...]
    stands: bool
    standing_n: float
    cards: tuple[ItemCard, ...]
    education: tuple[EducationCard, ...]
    goals: tuple[str, ...]
    aims: str
    tests: tuple[SelfTest, ...]
    left_out: tuple[tuple[Message, tuple[str, ...]], ...]
    sources: tuple[str, ...]
    simulated: bool
    aerobic: AerobicView | None


def program_page(program: Program, assessment: Assessment) -> str:
    """The whole page of a program and the assessment it comes from."""
    return (
        _environment()
        .get_template("plan.html")
        .render(
            page=page_context(program, assessment),
            language=written_language(current_language()),
            version=__version__,
            colours=LIGHT,
            css=Markup(f":root {{ {theme_variables(LIGHT)}}}\n{_css()}"),
        )
    )


def page_context(program: Program, assessment: Assessment) -> PlanPage:
    """What the page shows of a program and the assessment it comes from."""
    held = items_of_program(program)
    moves = dict.fromkeys(item.name for item in held if item.kind is ItemKind.EXERCISE)
    last = [item for session in program.phases[-1].sessions for item in session.items]
    source_keys = {one.source for item in held for one in item.because}
    claims = program.aerobic.claims if program.aerobic else ()
    screening = assessment.screening
    return PlanPage(
        program=program,
        images=tuple(
            (image_key(name, k), one) for name in moves for k, one in enumerate(exercise_movement_images(name))
        ),
        to_see=tuple(entry for entry in screening.entries if entry.level == "see"),
        people=tuple(screening.help),
        closing=screening.closing_of_plan,
        found=tuple(assessment.findings[:MATTER_MOST]),
        found_besides=tuple(assessment.findings[MATTER_MOST:]),
        stands=any("standing" in exercises()[item.name].needs for item in last if item.kind is ItemKind.EXERCISE),
        standing_n=effect_quantity(committed_effects()["standing"], LUMBAR),
        cards=tuple(exercise_cards(program)),
        education=assessment.cards,
        goals=assessment.goals,
        aims=aims_text(assessment),
        tests=tuple(self_tests()[name] for name in program.remeasure_tests),
        left_out=tuple((why, tuple(labels)) for why, labels in omission_reasons(program.left_out)),
        sources=_citations(source_keys | {exercises()[name].source for name in moves} | {one.source for one in claims}),
        simulated=SIMULATION in source_keys,
        aerobic=aerobic_view(program),
    )


def items_of_program(program: Program) -> list[Item]:
    """Every item of every session, and of the breaks."""
    items = [item for phase in program.phases for session in phase.sessions for item in session.items]
    return [*items, *program.breaks]


def days_text(days: tuple[int, ...]) -> str:
    """ "1, 3 and 5"."""
    return text("plan.page.day", days=tuple(message("plan.page.number", number=day) for day in days))


def image_in_place(name: str, which: int) -> tuple[str, InlineImage]:
    """The id of one image of an exercise, 0 the start and 1 where it goes, and the image with its size."""
    return image_key(name, which), exercise_movement_images(name)[which]


def _citations(keys: set[str]) -> tuple[str, ...]:
    known = {key: one.citation for key, one in all_sources().items()}
    known |= {key: one.citation for key, one in exercise_sources().items()}
    return tuple(known[key] for key in sorted(keys) if key in known)


@cache
def _environment() -> Environment:
    """Templates in which every value is escaped, a message is shown as its words, and a missing value is an error."""
    made = paper_environment()
    made.globals.update(
        t=text,
        urgencies=URGENCIES,
        place_text=place_text,
        weeks_text=weeks_text,
        days_text=days_text,
        numbers_text=numbers_text,
        pair_sides=pair_sides,
        dose_text=both_sides_dose_text,
        phase_minutes=phase_minutes_text,
        distinct_sessions=distinct_sessions_with_days,
        image=image_in_place,
        next_rung=next_rung,
        steps_up=steps_up,
    )
    return made


def _css() -> str:
    return files("psoas.program").joinpath("data", "program.css").read_text(encoding="utf-8")
