"""The program as its page shows it: rows of items, sessions of a week, wishes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from starlette.datastructures import QueryParams

from psoas.assessment.text_format import format_number
from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.core.version import __version__
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.intake.answers import Preferences
from psoas.intake.limits import DAYS, MINUTES, WEEKS
from psoas.knowledge.education_cards import education_cards
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.practice_codes import PLACES
from psoas.program.aerobic_text import aerobic_view, phase_minutes_text, today_text
from psoas.program.effect_bars import effect_bars
from psoas.program.eligibility import AllowedOption, find_eligible, option_labels
from psoas.program.next_rung import next_rung
from psoas.program.program_models import Item, Phase
from psoas.program.program_text import both_sides_dose_text, distinct_sessions_with_days, pair_sides, red_flags_text
from psoas.progression.dose_decisions import effective_decisions
from psoas.services import program_service
from psoas.services.freed_time_text import freed_time_text
from psoas.services.item_alternatives import item_alternatives
from psoas.services.item_instructions import AT_HAND, group_left_out, item_instructions
from psoas.services.person_data import PersonData
from psoas.services.preference_diff import KINDS, preference_change_text
from psoas.services.program_service import CurrentProgram
from psoas.web.program.context import ChangeLine, FlareUpPage, ItemRow, ProgramPage, SessionView, WishView

LUMBAR = "lumbar_compression_n.L4_L5"
GENTLE = ("breath", "release", "massage")
"""Strands whose things suit a flare-up."""


def program_context(data: PersonData, query: QueryParams, faults: tuple[str, ...]) -> ProgramPage:
    """The page of the program, with what was wrong with a form."""
    today = date.today()
    now = program_service.load_current_program(data, today)
    story, log = data.answers, data.sessions_since(now.start)
    phase = shown_phase(now, query.get("phase", ""))
    within = find_eligible(story).within
    return ProgramPage(
        title=text("program.title"),
        faults=faults,
        said=_change_line(data, now, phase, query, story.wishes),
        now=now,
        program=now.program,
        phase=phase,
        on=now.phase(today),
        week=now.week(today),
        over=now.week(today) > now.program.weeks,
        next=program_service.next_session(now, log, today),
        ask=program_service.session_to_follow_up(log, today),
        days=tuple(
            SessionView(
                session, tuple(days), freed_time_text(now, phase, days[0]), _rows(session.items, phase, now, within)
            )
            for session, days in distinct_sessions_with_days(phase.sessions)
        ),
        breaks=_rows(now.program.breaks, phase, now, within),
        see=now.program.see,
        aerobic=aerobic_view(now.program),
        walk=today_text(now.program, now.week(today), today.isoweekday()),
        phase_minutes=phase_minutes_text(now.program, phase),
        standing=f"{effect_quantity(committed_effects()['standing'], LUMBAR):.0f}",
        out=tuple(group_left_out(now.program.left_out, story)),
        at_hand=AT_HAND,
        wishes=story.wishes,
        wished=_wish_views(story.wishes),
        places=tuple(PLACES),
        limits={"minutes": MINUTES, "days": DAYS, "weeks": WEEKS},
        goals=data.assessment.goals,
        cards=data.assessment.cards,
        red_flags=red_flags_text(),
        version=__version__,
    )


def flare_up_context(data: PersonData) -> FlareUpPage:
    """The plan for a flare-up: the card, and what of the person's own program is gentle."""
    now = program_service.load_current_program(data, date.today())
    items = [item for one in now.program.phases[:1] for item in program_service.items_of_phase(one)]
    pain = data.answers.answers.get("pain_now")
    return FlareUpPage(
        title=text("card.one.flare_up"),
        card=education_cards()["flare_up"],
        usual_pain=format_number(float(pain)) if isinstance(pain, int | float) else "",
        easy=tuple(dict.fromkeys(item.label for item in items if item.strand in GENTLE)),
        goals=data.answers.goal_names,
    )


def shown_phase(now: CurrentProgram, name: str) -> Phase:
    """The phase asked for, or the one that is on."""
    return next((one for one in now.program.phases if one.name == name), now.phase(date.today()))


def _change_line(
    data: PersonData, now: CurrentProgram, phase: Phase, query: QueryParams, wishes: Preferences
) -> ChangeLine:
    """What the last wish changed, and the item whose row says so ("" where the week does)."""
    kind, name = query.get("did", ""), query.get("item", "")
    try:
        before = program_service.load_program(data.scope, UUID(query.get("since", "")))
    except (ValueError, InputError):
        return ChangeLine()
    if kind not in KINDS:
        return ChangeLine()
    other = wishes.swap.get(name, "") if kind == "swap" else ""
    held = {item.name for item in (*program_service.items_of_phase(phase), *now.program.breaks)}
    words = preference_change_text(before.program, now.program, phase, kind, name, other)
    return ChangeLine(words, (other or name) if (other or name) in held else "")


def _rows(
    items: Sequence[Item], phase: Phase, now: CurrentProgram, within: Sequence[AllowedOption]
) -> tuple[ItemRow, ...]:
    return tuple(_row(group, phase, now, within) for group in pair_sides(items))


def _row(group: tuple[Item, ...], phase: Phase, now: CurrentProgram, within: Sequence[AllowedOption]) -> ItemRow:
    item, is_exercise = group[0], group[0].kind == "exercise"
    told = [render(one.status) for one in effective_decisions(now.decisions) if item.name in (one.name, one.item)]
    return ItemRow(
        group,
        both_sides_dose_text(group),
        item_alternatives(item, phase, within),
        " ".join(dict.fromkeys(told)),
        item_instructions(item),
        next_rung(now.program, item),
        tuple(effect_bars(item.name)) if is_exercise else (),
        is_exercise and exercises()[item.name].draws_in,
    )


def _wish_views(wishes: Preferences) -> tuple[WishView, ...]:
    labels = option_labels()
    some = [(kind, name) for kind, names in (("pin", wishes.pin), ("ban", wishes.ban)) for name in names]
    swapped = [WishView("swap", name, labels[name], labels[other]) for name, other in wishes.swap.items()]
    return (*(WishView(kind, name, labels[name]) for kind, name in some), *swapped)
