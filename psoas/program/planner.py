"""From answers and their assessment to a program in which every item names the finding that caused it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from psoas.assessment.finding import Assessment, Finding
from psoas.core.errors import InputError, PsoasError
from psoas.core.message import Message, literal, message
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.ladders import ladders
from psoas.knowledge.practice_codes import LOAD_EQUIPMENT, Pattern, RungLoad
from psoas.knowledge.screening import URGENCIES
from psoas.program.aerobic_program import plan_aerobic
from psoas.program.dosage import DoseOption, dose_options, items_of_dose
from psoas.program.effect_weights import (
    EffectContribution,
    effect_contributions,
    item_reasons,
    leading_side,
)
from psoas.program.eligibility import (
    AllowedOption,
    Eligibility,
    equipment_at_hand,
    find_eligible,
    option_labels,
)
from psoas.program.optimizer import Candidate, WeekRequest, choose_sessions
from psoas.program.option_patterns import option_ladder, option_patterns
from psoas.program.pain_rules import PainLevel
from psoas.program.planning_rules import PhaseRule, phase_rules, planning_rules
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
from psoas.program.rung_choice import RungChoice, choose_rungs, first_rungs, rungs_climbed
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
        self.stands = not answers.get("wheelchair")
        caution = planning_rules()["costs"]["ask"] if within.asks else 1.0
        self.worth = caution * sum(part.worth for part in self.parts)

    @cached_property
    def because(self) -> tuple[ItemReason, ...]:
        """Why it is in the plan: made for what the plan holds only."""
        reasons = item_reasons(self.parts, stands=self.stands)
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
    """Phase after phase, each a rung higher where the time before was long enough. A pinned item may begin early: it
    is held to the person's highest limit on the low back, not to that of the phase."""
    wishes, made, notes = story.wishes, list[Phase](), list[PhaseNote]()
    stands = not story.answers.get("wheelchair")
    limits = find_usual_pain(story).limits
    highest = max(lumbar_limit(rule, story, assessment) for rule in phase_rules())
    lowest = limits.level is not PainLevel.OPEN
    first = first_rungs(story, lowest=lowest)
    history: list[frozenset[str]] = []
    for rule, weeks in spread_phases(phase_rules(), wishes.weeks):
        limit = lumbar_limit(rule, story, assessment)
        open_now = {
            name: one
            for name, one in valued.items()
            if one.thing.load_n <= (highest if name in pins else limit)
            and (name in pins or not rule.without & set(one.thing.sets))
        }
        climbed = 0 if lowest else rungs_climbed([one.weeks[1] - one.weeks[0] + 1 for one in made])
        rungs = choose_rungs(first, climbed, _usable(story, open_now))
        week = _week_request(rule, wishes)
        chosen = choose_sessions(_choices(rule, open_now, rungs, history, pins), week)
        title, moves_on = (rule.words(key, stands=stands, limits=limits.values) for key in ("title", "moves_on"))
        sessions = _week(chosen, valued, rungs, pins, wishes)
        made.append(Phase(rule.name, title, weeks, sessions, moves_on, limit))
        history.append(frozenset(way.thing.name for session in chosen for way in session))
        notes += _missing(rule, week, rungs, chosen, stands=stands)
    return tuple(made), _unpinned(pins, valued, made, highest), tuple(dict.fromkeys(notes))


def _usable(story: IntakeAnswers, open_now: dict[str, _OptionValues]) -> dict[str, frozenset[str]]:
    """The exercises that a person may do with each load: with a band or weights only where there are any."""
    names, tools = frozenset(open_now), equipment_at_hand(story)
    return {load: names if LOAD_EQUIPMENT.get(load) in (None, *tools) else frozenset() for load in RungLoad}


def _week_request(rule: PhaseRule, wishes: Preferences) -> WeekRequest:
    rows = planning_rules()
    hold = {Pattern(name): weight for name, weight in {**rows["hold"], **rule.hold}.items()}
    if wishes.minutes < rows["week"]["long_min"]:
        hold.pop(Pattern.MASSAGE, None)
    distinct = distinct_sessions(wishes.days, wishes.minutes)
    every = tuple(Pattern(name) for name in rows["every"]["patterns"])
    return WeekRequest(wishes.minutes, distinct, rows["costs"], hold, every)


def _choices(
    rule: PhaseRule,
    open_now: dict[str, _OptionValues],
    rungs: dict[str, RungChoice],
    history: list[frozenset[str]],
    pins: frozenset[str],
) -> list[Candidate]:
    """What a phase may hold: breath, massage, the exercises of each ladder's rung, and what is pinned."""
    on_rung = {name for one in rungs.values() for name in one.names}
    made = []
    for name, one in open_now.items():
        thing = one.thing
        if thing.kind is ItemKind.EXERCISE and name not in on_rung and name not in pins:
            continue
        before = history[-1] if history else frozenset()
        bonus = planning_rules()["costs"]["kept"] * (name in before)
        bonus -= planning_rules()["costs"]["later"] * bool(rule.later & set(thing.sets))
        ladder = option_ladder(thing)
        made.append(
            Candidate(
                thing,
                dose_options(thing, one.lead),
                one.worth * rule.emphasis[thing.shelf],
                ladder or str(thing.kind),
                option_patterns(thing),
                steady=bool(ladder),
                bonus=bonus,
                pinned=name in pins,
            )
        )
    return made


def _week(
    chosen: tuple[tuple[DoseOption, ...], ...],
    valued: dict[str, _OptionValues],
    rungs: dict[str, RungChoice],
    pins: frozenset[str],
    wishes: Preferences,
) -> tuple[Session, ...]:
    """The sessions of a week in the order of days: A, B, A, B..."""
    made = [_ordered(session, valued, rungs, pins) for session in chosen]
    return tuple(
        Session(_session_title(day, len(made)), wishes.place, made[day % len(made)]) for day in range(wishes.days)
    )


def _session_title(day: int, distinct: int) -> Message:
    """ "Day 1, session A"; without a letter where all sessions are alike."""
    if distinct == 1:
        return message("plan.session.day", day=day + 1)
    return message("plan.session.lettered", day=day + 1, letter=LETTERS[day % distinct])


def _ordered(
    session: Sequence[DoseOption],
    valued: dict[str, _OptionValues],
    rungs: dict[str, RungChoice],
    pins: frozenset[str],
) -> tuple[Item, ...]:
    """The items of a session in its order, in a strand the worthiest first."""

    def place(way: DoseOption) -> tuple[int, float, str]:
        kind = way.thing.kind if way.thing.kind in (ItemKind.BREATH, ItemKind.MASSAGE) else way.thing.strand
        return ORDER.index(kind), -valued[way.thing.name].worth, way.thing.name

    return tuple(item for way in sorted(session, key=place) for item in _items(way, valued, rungs, pins))


def _items(
    way: DoseOption, valued: dict[str, _OptionValues], rungs: dict[str, RungChoice], pins: frozenset[str]
) -> tuple[Item, ...]:
    one = valued[way.thing.name]
    made = items_of_dose(way, one.because, one.within.asks, pinned=way.thing.name in pins)
    found = rungs.get(option_ladder(way.thing))
    if found is None or way.thing.name not in found.names:
        return made
    rung = found.rung
    return tuple(replace(item, ladder=rung.ladder, rung=rung.place, load=rung.load) for item in made)


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
    rule: PhaseRule,
    week: WeekRequest,
    rungs: dict[str, RungChoice],
    chosen: tuple[tuple[DoseOption, ...], ...],
    *,
    stands: bool,
) -> list[PhaseNote]:
    """Patterns that a phase should hold and lacks, each with the reason. Whoever sits in a wheelchair is not told of
    each standing movement that is not for them."""
    held = {pattern for session in chosen for way in session for pattern in option_patterns(way.thing)}
    there = {ladders()[name].pattern for name in rungs} | {also for one in rungs.values() for also in one.rung.also}
    made = []
    for pattern in week.hold:
        if pattern not in held:
            code = NoteCode.NO_TIME if pattern in there else NoteCode.NOT_AVAILABLE
            if code is NoteCode.NOT_AVAILABLE and not stands:
                continue
            words = message(f"plan.note.{code}", strand=message(f"plan.pattern.{pattern}"))
            made.append(PhaseNote(rule.name, pattern, code, words))
    return made


def _stop_messages(assessment: Assessment) -> list[Message]:
    found = assessment.screening
    stops = [
        message("plan.stop.entry", title=entry.title, words=entry.words, urgency=URGENCIES[entry.urgency])
        for entry in found.entries
        if entry.level == "stop"
    ]
    people = [message("plan.stop.help", place=one.place, name=one.name, call=one.call) for one in found.help]
    return [*stops, literal(found.closing), *people]
