"""From answers and their assessment to a program in which every item names the finding that caused it."""

from __future__ import annotations

from psoas.assessment.finding import Assessment
from psoas.core.errors import InputError, PsoasError
from psoas.core.message import Message, literal, message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.pathways import pathways
from psoas.knowledge.screening import URGENCIES
from psoas.program.aerobic_program import plan_aerobic
from psoas.program.eligibility import Eligibility, find_eligible, option_labels
from psoas.program.option_values import OptionValue
from psoas.program.pathway_bars import phase_pathways
from psoas.program.phase_planner import PlannedPhases, highest_lumbar_limit, plan_phases
from psoas.program.preferences import check_preferences
from psoas.program.program_models import ItemKind, LeftOut, LeftOutCode, Program
from psoas.program.schedule import choose_advice, choose_breaks, remeasure_plan
from psoas.program.usual_pain import find_usual_pain

DOSE_RULES = ("effort", "back", "stay", "advance", "nerve", "night", "stretch")
"""How doses change: the messages of every program's ``rules`` after those of pain, in their order."""


class ScreeningStop(PsoasError):
    """Screening stopped: there is no program. The messages say what to do first, and whom to call."""


def plan_program(story: IntakeAnswers, assessment: Assessment) -> Program:
    """The program for a person. Deterministic: equal input gives an equal program.

    Raises:
        ScreeningStop: Something needs a doctor before anything else.
        InputError: Wishes that no plan can meet, all of them; or an assessment without findings.
    """
    if not assessment.screening.program_allowed:
        raise ScreeningStop(*_stop_messages(assessment))
    check_preferences(story.wishes)
    if not assessment.findings:
        raise InputError(message("plan.fault.no_finding"))
    found = find_eligible(story, assessment.screening)
    replaced = {new: option_labels()[old] for old, new in story.wishes.swap.items()}
    valued = {
        one.thing.name: OptionValue(one, assessment.findings, story.answers, replaced.get(one.thing.name))
        for one in found.within
        if one.thing.kind is not ItemKind.TEST
    }
    wishes = story.wishes
    pins = _pins(story, found)
    planned = plan_phases(story, assessment, valued, pins)
    left_out = [*_barred(planned, valued), *_unpinned(pins, valued, planned, highest_lumbar_limit(story, assessment))]
    all_weeks = [one.within for name, one in valued.items() if name not in planned.ever_barred]
    weeks, tests = remeasure_plan(story, assessment, found)
    usual = find_usual_pain(story)
    return Program(
        phases=planned.phases,
        breaks=choose_breaks(story, assessment, all_weeks),
        days=wishes.days,
        weeks=wishes.weeks,
        minutes=wishes.minutes,
        place=wishes.place,
        rules=(*usual.rule, *(message(f"plan.rule.{one}", **usual.limits.values) for one in DOSE_RULES)),
        remeasure_weeks=weeks,
        remeasure_tests=tests,
        left_out=(*found.left_out, *left_out),
        notes=planned.notes,
        advice=choose_advice(story, assessment),
        aerobic=plan_aerobic(story, assessment, planned.phases),
        see=tuple(message(f"pathway.see.{code}") for code in phase_pathways(story, assessment, (1, wishes.weeks)).see),
    )


def _pins(story: IntakeAnswers, found: Eligibility) -> frozenset[str]:
    """What must stay: pinned, or asked for in place of something else, and within reach."""
    wanted = {*story.wishes.pin, *story.wishes.swap.values()}
    return frozenset(name for name in wanted if found.has(name))


def _barred(planned: PlannedPhases, valued: dict[str, OptionValue]) -> list[LeftOut]:
    """What the person's pathways leave out of every phase."""
    found = []
    for name, owners in planned.barred.items():
        titles = tuple(message(f"pathway.person.{owner}") for owner in owners if not pathways()[owner].bars_nothing)
        words = message("plan.out.pathway", titles=titles)
        found.append(LeftOut(valued[name].thing.kind, name, words, LeftOutCode.PATHWAY))
    return found


def _unpinned(
    pins: frozenset[str], valued: dict[str, OptionValue], planned: PlannedPhases, highest: float
) -> list[LeftOut]:
    """Pinned things within reach that no phase could hold, and why."""
    held = {item.name for phase in planned.phases for session in phase.sessions for item in session.items}
    found = []
    for name in sorted(pins - held - set(planned.barred)):
        thing = valued[name].thing
        if thing.load_n > highest:
            heavy = message("plan.out.too_heavy", load=thing.load_n, limit=highest)
            found.append(LeftOut(thing.kind, name, heavy, LeftOutCode.TOO_HEAVY))
        else:
            found.append(LeftOut(thing.kind, name, message("plan.out.no_room"), LeftOutCode.NO_ROOM))
    return found


def _stop_messages(assessment: Assessment) -> list[Message]:
    found = assessment.screening
    stops = [
        message("plan.stop.entry", title=entry.title, words=entry.words, urgency=URGENCIES[entry.urgency])
        for entry in found.entries
        if entry.level == "stop"
    ]
    people = [message("plan.stop.help", place=one.place, name=one.name, call=one.call) for one in found.help]
    return [*stops, literal(found.closing), *people]
