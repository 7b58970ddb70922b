"""From answers and their assessment to a program in which every item names the finding that caused it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from psoas.assessment.finding import Assessment, Finding
from psoas.core.errors import InputError, PsoasError
from psoas.core.message import Message, literal, message
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.knowledge.exercise_library import easier_variants, exercises
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.practice_codes import WEEK_STRANDS
from psoas.knowledge.screening import URGENCIES
from psoas.program.aerobic_program import plan_aerobic
from psoas.program.dosage import DoseOption, dose_options, items_of_dose
from psoas.program.effect_weights import (
    EffectContribution,
    effect_contributions,
    item_reasons,
    leading_side,
    muscle_activation,
)
from psoas.program.eligibility import AllowedOption, Eligibility, PlanOption, find_eligible, option_labels
from psoas.program.optimizer import Candidate, WeekRequest, choose_sessions
from psoas.program.planning_rules import PhaseRule, phase_rules, planning_rules, progression_depth
from psoas.program.preferences import check_preferences
from psoas.program.program_models import (
    Item,
    ItemKind,
    ItemReason,
    LeftOut,
    LeftOutCode,
    NoteCode,
    Phase,
    PhaseNote,
    Program,
    ReasonOrigin,
    Session,
)
from psoas.program.schedule import (
    LETTERS,
    choose_advice,
    choose_breaks,
    distinct_sessions,
    remeasure_plan,
    spread_phases,
)
from psoas.program.usual_pain import find_usual_pain

ORDER = ("breath", "massage", "release", "engage", "gluteal", "integrate", "gait", "desk")
"""How a session goes: settle, make room, put it to work, stand and walk."""
DOSE_RULES = ("back", "stay", "advance", "nerve", "night", "stretch")
"""How doses change: the messages of every program's ``rules`` after those of pain, in their order."""


class ScreeningStop(PsoasError):
    """Screening stopped: there is no program. The messages say what to do first, and whom to call."""


class _OptionValues:
    """What an item is worth to this person, worked out once; ``replaced`` is the label of what the person chose it
    in place of, None for nothing."""

    def __init__(
        self, within: AllowedOption, findings: tuple[Finding, ...], answers: Answers, replaced: Message | None
    ) -> None:
        self.within, self.thing = within, within.thing
        self.parts: tuple[EffectContribution, ...] = effect_contributions(within.thing, findings, answers)
        self.lead = leading_side(within.thing, self.parts)
        self.replaced = replaced
        caution = planning_rules()["costs"]["ask"] if within.asks else 1.0
        self.worth = caution * sum(part.worth for part in self.parts)

    @cached_property
    def because(self) -> tuple[ItemReason, ...]:
        """Why it is in the plan: made for what the plan holds only."""
        reasons = item_reasons(self.parts)
        return (_wish_reason(self.replaced, reasons), *reasons) if self.replaced else reasons


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
        one.thing.name: _OptionValues(one, assessment.findings, story.answers, replaced.get(one.thing.name))
        for one in found.within
        if one.thing.kind is not ItemKind.TEST
    }
    wishes = story.wishes
    pins = _pins(story, found)
    phases, left_out, notes = _phases(story, assessment, valued, pins)
    weeks, tests = remeasure_plan(story, assessment, found)
    usual = find_usual_pain(story)
    return Program(
        phases=phases,
        breaks=choose_breaks(story, assessment, [one.within for one in valued.values()]),
        days=wishes.days,
        weeks=wishes.weeks,
        minutes=wishes.minutes,
        place=wishes.place,
        rules=(*usual.rule, *(message(f"plan.rule.{one}", **usual.limits.values) for one in DOSE_RULES)),
        remeasure_weeks=weeks,
        remeasure_tests=tests,
        left_out=(*found.left_out, *left_out),
        notes=notes,
        advice=choose_advice(story, assessment),
        aerobic=plan_aerobic(story, assessment, phases),
    )


def lumbar_limit(rule: PhaseRule, story: IntakeAnswers, assessment: Assessment) -> float:
    """The most compression of L4/5 that a phase allows this person, N on the reference body."""
    lower = planning_rules()["lumbar"]
    told = any(story.answers.get(name) for name in lower["answers"])
    seen = any(one.id in lower["findings"] for one in assessment.findings)
    return rule.lumbar_n * (lower["part"] if told or seen else 1.0)


def _phases(
    story: IntakeAnswers, assessment: Assessment, valued: dict[str, _OptionValues], pins: frozenset[str]
) -> tuple[tuple[Phase, ...], list[LeftOut], tuple[PhaseNote, ...]]:
    """Phase after phase, each knowing what the one before held. A pinned item may begin early: it is held to the
    person's highest limit on the low back, not to that of the phase."""
    wishes, made, notes = story.wishes, [], list[PhaseNote]()
    stands = not story.answers.get("wheelchair")
    limits = find_usual_pain(story).limits.values
    highest = max(lumbar_limit(rule, story, assessment) for rule in phase_rules())
    history: list[frozenset[str]] = []
    for rule, weeks in spread_phases(phase_rules(), wishes.weeks):
        limit = lumbar_limit(rule, story, assessment)
        open_now = [
            one
            for name, one in valued.items()
            if one.thing.load_n <= (highest if name in pins else limit)
            and (name in pins or not rule.without & set(one.thing.sets))
        ]
        also = rule.also if wishes.minutes >= planning_rules()["week"]["long_min"] else ()
        muscles = (
            _training([one.thing for one in open_now]) if wishes.minutes >= planning_rules()["week"]["long_min"] else {}
        )
        week = WeekRequest(
            wishes.minutes, distinct_sessions(wishes.days, wishes.minutes), planning_rules()["costs"], also, muscles
        )
        chosen = choose_sessions([_choice(one, rule, open_now, history, pins) for one in open_now], week)
        title, moves_on = (rule.words(key, stands=stands, limits=limits) for key in ("title", "moves_on"))
        made.append(Phase(rule.name, title, weeks, _week(chosen, valued, pins, wishes), moves_on, limit))
        history.append(frozenset(way.thing.name for session in chosen for way in session))
        notes += _missing(rule, open_now, chosen)
    return tuple(made), _unpinned(pins, valued, made, highest), tuple(dict.fromkeys(notes))


def _training(things: Sequence[PlanOption]) -> dict[str, frozenset[str]]:
    """For each muscle that every phase trains, the exercises that ask enough of it."""
    return {
        muscle: frozenset(
            one.name for one in things if one.kind is ItemKind.EXERCISE and muscle_activation(one, muscle) >= least
        )
        for muscle, least in planning_rules()["muscles"].items()
    }


def _choice(
    one: _OptionValues,
    rule: PhaseRule,
    open_now: list[_OptionValues],
    history: list[frozenset[str]],
    pins: frozenset[str],
) -> Candidate:
    """What an item is worth in a phase: reasons times emphasis, and what speaks for it after the phases before."""
    before = history[-1] if history else frozenset()
    prepared = frozenset[str]().union(*history)
    costs, name = planning_rules()["costs"], one.thing.name
    reachable = {value.thing.name for value in open_now}
    bonus = 0.0
    if one.thing.kind is ItemKind.EXERCISE:
        easier, harder = _neighbours(name)
        if easier & before:
            bonus += costs["harder"]
        elif progression_depth(name) and not easier & prepared:
            bonus -= costs["early"] * progression_depth(name)
        bonus -= costs["later"] * bool(rule.later & set(one.thing.sets))
        bonus += costs["kept"] * (name in before)
        if name in before and harder & reachable:
            bonus -= costs["stale"]
    worth = one.worth * rule.emphasis[one.thing.shelf]
    return Candidate(one.thing, dose_options(one.thing, one.lead), worth, bonus, name in pins)


def _week(
    chosen: tuple[tuple[DoseOption, ...], ...],
    valued: dict[str, _OptionValues],
    pins: frozenset[str],
    wishes: Preferences,
) -> tuple[Session, ...]:
    """The sessions of a week in the order of days: A, B, A, B..."""
    made = [_ordered(session, valued, pins) for session in chosen]
    return tuple(
        Session(_session_title(day, len(made)), wishes.place, made[day % len(made)]) for day in range(wishes.days)
    )


def _session_title(day: int, distinct: int) -> Message:
    """ "Day 1, session A"; without a letter where all sessions are alike."""
    if distinct == 1:
        return message("plan.session.day", day=day + 1)
    return message("plan.session.lettered", day=day + 1, letter=LETTERS[day % distinct])


def _ordered(session: Sequence[DoseOption], valued: dict[str, _OptionValues], pins: frozenset[str]) -> tuple[Item, ...]:
    """The items of a session in its order, in a strand the worthiest first."""

    def place(way: DoseOption) -> tuple[int, float, str]:
        kind = way.thing.kind if way.thing.kind in (ItemKind.BREATH, ItemKind.MASSAGE) else way.thing.strand
        return ORDER.index(kind), -valued[way.thing.name].worth, way.thing.name

    return tuple(item for way in sorted(session, key=place) for item in _items(way, valued, pins))


def _items(way: DoseOption, valued: dict[str, _OptionValues], pins: frozenset[str]) -> tuple[Item, ...]:
    one = valued[way.thing.name]
    return items_of_dose(way, one.because, one.within.asks, pinned=way.thing.name in pins)


def _wish_reason(label: Message, reasons: tuple[ItemReason, ...]) -> ItemReason:
    """The first reason of what the person chose in place of something else: their own."""
    words = message("plan.because_chosen", label=label)
    return ItemReason(reasons[0].finding, words, ReasonOrigin.ASKED, "practice_consensus")


def _pins(story: IntakeAnswers, found: Eligibility) -> frozenset[str]:
    """What must stay: pinned, or asked for in place of something else, and within reach."""
    wanted = {*story.wishes.pin, *story.wishes.swap.values()}
    return frozenset(name for name in wanted if found.has(name))


def _unpinned(
    pins: frozenset[str], valued: dict[str, _OptionValues], made: list[Phase], highest: float
) -> list[LeftOut]:
    """Pinned things within reach that no phase could hold, and why."""
    held = {item.name for phase in made for session in phase.sessions for item in session.items}
    found = []
    for name in sorted(pins - held):
        thing = valued[name].thing
        if thing.load_n > highest:
            heavy = message("plan.out.too_heavy", load=thing.load_n, limit=highest)
            found.append(LeftOut(thing.kind, name, heavy, LeftOutCode.TOO_HEAVY))
        else:
            found.append(LeftOut(thing.kind, name, message("plan.out.no_room"), LeftOutCode.NO_ROOM))
    return found


def _missing(
    rule: PhaseRule, open_now: list[_OptionValues], chosen: tuple[tuple[DoseOption, ...], ...]
) -> list[PhaseNote]:
    """Strands that a phase lacks, each with the reason."""
    held = {way.thing.strand for session in chosen for way in session}
    there = {one.thing.strand for one in open_now}
    made = []
    for strand in WEEK_STRANDS:
        if strand not in held:
            code = NoteCode.NO_TIME if strand in there else NoteCode.NOT_AVAILABLE
            words = message(f"plan.note.{code}", strand=message(f"plan.strand.{strand}"))
            made.append(PhaseNote(rule.name, strand, code, words))
    return made


def _neighbours(name: str) -> tuple[frozenset[str], frozenset[str]]:
    one = exercises()[name]
    return frozenset(easier_variants(name)), frozenset({one.harder.exercise} if one.harder else ())


def _stop_messages(assessment: Assessment) -> list[Message]:
    found = assessment.screening
    stops = [
        message("plan.stop.entry", title=entry.title, words=entry.words, urgency=URGENCIES[entry.urgency])
        for entry in found.entries
        if entry.level == "stop"
    ]
    people = [message("plan.stop.help", place=one.place, name=one.name, call=one.call) for one in found.help]
    return [*stops, literal(found.closing), *people]
