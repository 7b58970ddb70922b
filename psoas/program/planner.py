"""The door: a story and its assessment in, a program out, in which every item names the finding that caused it."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.assessment.finding import Assessment, Finding
from psoas.core.errors import InputError, PsoasError
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.knowledge.exercise_library import easier_variants, exercises
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.screening import URGENCIES
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
from psoas.program.program_models import STRANDS, Item, ItemReason, LeftOut, Phase, Program, Session
from psoas.program.schedule import (
    LETTERS,
    choose_advice,
    choose_breaks,
    distinct_sessions,
    remeasure_plan,
    spread_phases,
)

ORDER = ("breath", "massage", "release", "engage", "gluteal", "integrate", "gait", "desk")
"""How a session goes: settle, make room, put it to work, stand and walk."""
WORDS = {
    "release": "release", "engage": "belly wall and trunk", "gluteal": "buttocks", "breath": "breath",
    "gait": "standing and walking",
}  # fmt: skip


class ScreeningStop(PsoasError):
    """Screening stopped: there is no program. The message holds the words to the person, with whom to call."""


class _OptionValues:
    """What each thing in reach is worth to this person, worked out once; ``chosen`` names what it was asked for in
    place of, "" for nothing."""

    def __init__(self, within: AllowedOption, findings: tuple[Finding, ...], answers: Answers, chosen: str) -> None:
        self.within, self.thing = within, within.thing
        self.parts: tuple[EffectContribution, ...] = effect_contributions(within.thing, findings, answers)
        self.lead = leading_side(within.thing, self.parts)
        reasons = item_reasons(self.parts)
        self.because = (_chosen(chosen, reasons), *reasons) if chosen else reasons
        caution = planning_rules()["costs"]["ask"] if within.asks else 1.0
        self.worth = caution * sum(part.worth for part in self.parts)


def plan_program(story: IntakeAnswers, assessment: Assessment) -> Program:
    """The program for a person. Deterministic: equal input gives an equal program.

    Raises ``Stopped`` after a stop, ``InputError`` with every wish that cannot be, and for an assessment without
    findings.
    """
    if not assessment.screening.program_allowed:
        raise ScreeningStop("\n".join(_stop_words(assessment)))
    check_preferences(story.wishes)
    if not assessment.findings:
        raise InputError("the assessment holds no finding; every item of a program names one. Assess again")
    found = find_eligible(story, assessment.screening)
    chosen = {new: option_labels()[old].lower() for old, new in story.wishes.swap.items()}
    valued = {
        one.thing.name: _OptionValues(one, assessment.findings, story.answers, chosen.get(one.thing.name, ""))
        for one in found.within
        if one.thing.kind != "test"
    }
    wishes = story.wishes
    pins = _pins(story, found)
    phases, left_out, notes = _phases(story, assessment, valued, pins)
    weeks, tests = remeasure_plan(story, assessment, found)
    return Program(
        phases=phases,
        breaks=choose_breaks(story, assessment, [one.within for one in valued.values()]),
        days=wishes.days,
        weeks=wishes.weeks,
        minutes=wishes.minutes,
        place=wishes.place,
        rules=tuple(planning_rules()["dose"]["rules"]),
        remeasure_weeks=weeks,
        remeasure_tests=tests,
        left_out=(*found.left_out, *left_out),
        notes=notes,
        advice=choose_advice(story, assessment),
    )


def lumbar_limit(rule: PhaseRule, story: IntakeAnswers, assessment: Assessment) -> float:
    """The most pressure on L4/5 that a phase allows this person, N on the reference body."""
    lower = planning_rules()["lumbar"]
    told = any(story.answers.get(name) for name in lower["answers"])
    seen = any(one.id in lower["findings"] for one in assessment.findings)
    return rule.lumbar_n * (lower["part"] if told or seen else 1.0)


def _phases(
    story: IntakeAnswers, assessment: Assessment, valued: dict[str, _OptionValues], pins: frozenset[str]
) -> tuple[tuple[Phase, ...], list[LeftOut], tuple[str, ...]]:
    """Phase after phase, each knowing what the one before held. Whoever pins an item takes over when it begins: it is
    held to the person's highest limit on the low back, not to that of the phase."""
    wishes, made, notes = story.wishes, [], []
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
        titled = rule.seated if story.answers.get("wheelchair") else (rule.title, rule.moves_on)
        made.append(Phase(rule.name, titled[0], weeks, _week(chosen, valued, pins, wishes), titled[1], limit))
        history.append(frozenset(way.thing.name for session in chosen for way in session))
        notes += _missing(rule, open_now, chosen)
    return tuple(made), _unpinned(pins, valued, made, highest), tuple(dict.fromkeys(notes))


def _training(things: Sequence[PlanOption]) -> dict[str, frozenset[str]]:
    """For each muscle that every phase trains, the exercises that ask enough of it."""
    return {
        muscle: frozenset(
            one.name for one in things if one.kind == "exercise" and muscle_activation(one, muscle) >= least
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
    if one.thing.kind == "exercise":
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
    letters = [f", session {LETTERS[k]}" if len(made) > 1 else "" for k in range(len(made))]
    return tuple(
        Session(f"Day {day + 1}{letters[day % len(made)]}", wishes.place, made[day % len(made)])
        for day in range(wishes.days)
    )


def _ordered(session: Sequence[DoseOption], valued: dict[str, _OptionValues], pins: frozenset[str]) -> tuple[Item, ...]:
    """The items of a session in its order, in a strand the worthiest first."""

    def place(way: DoseOption) -> tuple[int, float, str]:
        kind = way.thing.kind if way.thing.kind in ("breath", "massage") else way.thing.strand
        return ORDER.index(kind), -valued[way.thing.name].worth, way.thing.name

    return tuple(item for way in sorted(session, key=place) for item in _items(way, valued, pins))


def _items(way: DoseOption, valued: dict[str, _OptionValues], pins: frozenset[str]) -> tuple[Item, ...]:
    one = valued[way.thing.name]
    return items_of_dose(way, one.because, one.within.asks, pinned=way.thing.name in pins)


def _chosen(label: str, reasons: tuple[ItemReason, ...]) -> ItemReason:
    """The first reason of what was asked for in place of something else: the person's own."""
    return ItemReason(reasons[0].finding, f"because you chose it in place of {label}", "asked", "practice_consensus")


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
        heavy = f"It puts {thing.load_n:.0f} N on the low back in the simulation; this plan allows {highest:.0f} N."
        why = heavy if thing.load_n > highest else "It does not fit into these minutes beside what else is pinned."
        found.append(LeftOut(thing.kind, name, why))
    return found


def _missing(rule: PhaseRule, open_now: list[_OptionValues], chosen: tuple[tuple[DoseOption, ...], ...]) -> list[str]:
    """Strands that a phase lacks, each with the reason."""
    held = {way.thing.strand for session in chosen for way in session}
    there = {one.thing.strand for one in open_now}
    made = []
    for strand in STRANDS:
        if strand not in held and strand in there:
            made.append(f"{rule.title}: the time holds nothing of {WORDS[strand]}. A few minutes or a day more would.")
        elif strand not in held:
            made.append(
                f"{rule.title}: nothing of {WORDS[strand]} is within reach for you here; see what was left out."
            )
    return made


def _neighbours(name: str) -> tuple[frozenset[str], frozenset[str]]:
    one = exercises()[name]
    return frozenset(easier_variants(name)), frozenset({one.harder.exercise} if one.harder else ())


def _stop_words(assessment: Assessment) -> list[str]:
    found = assessment.screening
    stops = [entry for entry in found.entries if entry.level == "stop"]
    said = [f"{entry.title}: {entry.words} ({URGENCIES[entry.urgency]})" for entry in stops]
    return [*said, found.closing, *(f"{one.place}: {one.name}, {one.call}" for one in found.help)]
