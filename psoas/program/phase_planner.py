"""The phases of a program: what each week holds, a rung higher where the time before was long enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoas.assessment.finding import Assessment
from psoas.core.message import message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.ladders import ladders, rungs_of
from psoas.knowledge.pathways import PathwayPlan
from psoas.knowledge.practice_codes import LOAD_EQUIPMENT, Pattern, RungLoad
from psoas.program.dosage import DoseOption, dose_options
from psoas.program.eligibility import PlanOption, equipment_at_hand
from psoas.program.optimizer import Candidate, WeekRequest, choose_sessions
from psoas.program.option_patterns import option_ladder, option_patterns
from psoas.program.option_values import OptionValue
from psoas.program.pain_rules import PainLevel
from psoas.program.pathway_bars import pathways_bar, phase_pathways
from psoas.program.planning_rules import PhaseRule, phase_rules, planning_rules
from psoas.program.program_models import ItemKind, NoteCode, Phase, PhaseNote
from psoas.program.rung_choice import RungChoice, choose_rungs, first_rungs, rungs_climbed
from psoas.program.schedule import distinct_sessions, spread_phases
from psoas.program.usual_pain import find_usual_pain
from psoas.program.week_sessions import build_sessions

NOTED = 0.8
"""What a week lacks is said from this worth of a pattern on (assumed)."""


@dataclass(frozen=True)
class PlannedPhases:
    """The phases, what they lack, what pathways leave out of all of them, by name, with the pathways, and what they
    leave out of any."""

    phases: tuple[Phase, ...]
    notes: tuple[PhaseNote, ...]
    barred: dict[str, tuple[str, ...]]
    ever_barred: frozenset[str]


@dataclass(frozen=True)
class _Person:
    """What planning asks of a person, in one place."""

    story: IntakeAnswers
    assessment: Assessment
    valued: Mapping[str, OptionValue]
    pins: frozenset[str]

    @property
    def stands(self) -> bool:
        """Whether the person stands, or uses a wheelchair."""
        return not self.story.answers.get("wheelchair")

    @property
    def starts_low(self) -> bool:
        """Whether pain asks for the first rung of every ladder."""
        return find_usual_pain(self.story).limits.level is not PainLevel.OPEN

    def lumbar_limit(self, rule: PhaseRule) -> float:
        """The most compression of L4/5 that a phase allows, N on the reference body."""
        return lumbar_limit(rule, self.story, self.assessment)


@dataclass(frozen=True)
class _History:
    """What the phases before held, the last one last, and at which climb each ladder opened."""

    held: tuple[frozenset[str], ...] = ()
    opened: Mapping[str, int] | None = None

    @property
    def last(self) -> frozenset[str]:
        return self.held[-1] if self.held else frozenset()

    @property
    def ever(self) -> frozenset[str]:
        return frozenset().union(*self.held)


def plan_phases(
    story: IntakeAnswers, assessment: Assessment, valued: Mapping[str, OptionValue], pins: frozenset[str]
) -> PlannedPhases:
    """Phase after phase. A pinned item may begin early: it is held to the person's highest limit on the low back, not
    to that of the phase."""
    person = _Person(story, assessment, valued, pins)
    limits = find_usual_pain(story).limits.values
    first = first_rungs(story, lowest=person.starts_low)
    history, made, notes = _History(), list[Phase](), list[PhaseNote]()
    barred: dict[str, tuple[str, ...]] | None = None
    ever_barred: set[str] = set()
    for rule, weeks in spread_phases(phase_rules(), story.wishes.weeks):
        pathway = phase_pathways(story, assessment, weeks)
        out = [name for name, one in valued.items() if pathways_bar(pathway, one.thing)]
        barred = {name: pathway.pathways for name in out if barred is None or name in barred}
        ever_barred.update(out)
        open_now = _open_options(person, rule, set(out), first_phase=not made)
        climbed = rungs_climbed([one.weeks[1] - one.weeks[0] + 1 for one in made])
        opened = history.opened or {}
        rungs = choose_rungs(first, climbed, _usable(person, open_now, pathway), opened)
        week = _week_request(person, rule, pathway)
        chosen = choose_sessions(_candidates(person, rule, pathway, open_now, rungs, history), week)
        title, moves_on = (rule.words(key, stands=person.stands, limits=limits) for key in ("title", "moves_on"))
        sessions = build_sessions(chosen, valued, rungs, pins, story.wishes)
        made.append(Phase(rule.name, title, weeks, sessions, moves_on, person.lumbar_limit(rule)))
        held = frozenset(way.thing.name for session in chosen for way in session)
        history = _History((*history.held, held), {**dict.fromkeys(rungs, climbed), **opened})
        notes += _missing(person, rule, week, rungs, chosen)
    return PlannedPhases(tuple(made), tuple(dict.fromkeys(notes)), barred or {}, frozenset(ever_barred))


def lumbar_limit(rule: PhaseRule, story: IntakeAnswers, assessment: Assessment) -> float:
    """The most compression of L4/5 that a phase allows this person, N on the reference body."""
    lower = planning_rules()["lumbar"]
    told = any(story.answers.get(name) for name in lower["answers"])
    seen = any(one.id in lower["findings"] for one in assessment.findings)
    return float(rule.lumbar_n * (lower["part"] if told or seen else 1.0))


def highest_lumbar_limit(story: IntakeAnswers, assessment: Assessment) -> float:
    """The most that any phase allows, N."""
    return max(lumbar_limit(rule, story, assessment) for rule in phase_rules())


def _open_options(person: _Person, rule: PhaseRule, out: set[str], *, first_phase: bool) -> dict[str, OptionValue]:
    """What is open in a phase, by name. With pain that asks for the first rung, a pin waits for the second phase."""
    limit, highest = person.lumbar_limit(rule), highest_lumbar_limit(person.story, person.assessment)
    found = {}
    for name, one in person.valued.items():
        pinned = name in person.pins and not (first_phase and person.starts_low)
        light = one.thing.load_n <= (highest if pinned else limit)
        if name not in out and light and (pinned or not rule.without & set(one.thing.sets)):
            found[name] = one
    return found


def _usable(
    person: _Person, open_now: Mapping[str, OptionValue], pathway: PathwayPlan
) -> dict[RungLoad, frozenset[str]]:
    """The exercises that a person may do with each load: with a band or weights only where there are any."""
    tools = equipment_at_hand(person.story)
    return {
        load: frozenset(
            name
            for name, one in open_now.items()
            if LOAD_EQUIPMENT.get(load, "") in ("", *tools) and not pathways_bar(pathway, one.thing, load)
        )
        for load in RungLoad
    }


def _week_request(person: _Person, rule: PhaseRule, pathway: PathwayPlan) -> WeekRequest:
    rows, wishes = planning_rules(), person.story.wishes
    hold = {Pattern(name): float(weight) for name, weight in {**rows["hold"], **rule.hold}.items()}
    hold |= {pattern: max(hold.get(pattern, 0.0), rows["pathway"]["hold"]) for pattern in pathway.hold}
    if wishes.minutes < rows["week"]["long_min"]:
        hold.pop(Pattern.MASSAGE, None)
    kept = {pattern: weight for pattern, weight in hold.items() if pattern not in pathway.bars.patterns}
    distinct = distinct_sessions(wishes.days, wishes.minutes)
    every = tuple(Pattern(name) for name in rows["every"]["patterns"])
    return WeekRequest(wishes.minutes, distinct, rows["costs"], kept, every)


def _candidates(
    person: _Person,
    rule: PhaseRule,
    pathway: PathwayPlan,
    open_now: Mapping[str, OptionValue],
    rungs: Mapping[str, RungChoice],
    history: _History,
) -> list[Candidate]:
    """What a phase may hold: breath, massage, the exercises of each ladder's rung, and what is pinned."""
    special = set(planning_rules()["special"]["patterns"]) - set(pathway.hold)
    closed = {
        name for name, answer in planning_rules()["special"]["ladders"].items() if not person.story.answers.get(answer)
    }
    on_rung = {
        name
        for ladder, one in rungs.items()
        if ladders()[ladder].pattern not in special and ladder not in closed
        for name in one.names
    }
    made = []
    for name, one in open_now.items():
        thing, ladder = one.thing, option_ladder(one.thing)
        if thing.kind is ItemKind.EXERCISE and name not in on_rung and name not in person.pins:
            continue
        worth = one.worth * rule.emphasis[thing.shelf]
        if not history.held and not option_patterns(thing).union({ladder}).isdisjoint(pathway.first):
            worth *= planning_rules()["pathway"]["first"]
        made.append(
            Candidate(
                thing,
                dose_options(thing, one.lead),
                worth,
                ladder or str(thing.kind),
                option_patterns(thing),
                steady=bool(ladder),
                bonus=_bonus(thing, ladder, pathway, history),
                pinned=name in person.pins,
            )
        )
    return made


def _bonus(thing: PlanOption, ladder: str, pathway: PathwayPlan, history: _History) -> float:
    """What speaks for something after the phases before: below the top of a ladder, and of breaths, what is known goes
    on; elsewhere something new comes in. Breaths that suit the person's pathways gain, the best most."""
    costs = planning_rules()["costs"]
    climbs = bool(ladder) and rungs_of(thing.name)[0].place < len(ladders()[ladder].rungs)
    goes_on = climbs or thing.kind is ItemKind.BREATH
    bonus = costs["kept"] * (thing.name in history.last) if goes_on else -costs["known"] * (thing.name in history.ever)
    if thing.name in pathway.breath:
        bonus += planning_rules()["pathway"]["breath"] / (1 + pathway.breath.index(thing.name))
    return float(bonus)


def _missing(
    person: _Person,
    rule: PhaseRule,
    week: WeekRequest,
    rungs: Mapping[str, RungChoice],
    chosen: tuple[tuple[DoseOption, ...], ...],
) -> list[PhaseNote]:
    """Patterns that a phase should hold and lacks, each with the reason. Nobody is told that what only some
    people do (run, hop) is not for them; nor whoever sits in a wheelchair of each standing movement."""
    held = {pattern for session in chosen for way in session for pattern in option_patterns(way.thing)}
    there = {ladders()[name].pattern for name in rungs} | {also for one in rungs.values() for also in one.rung.also}
    made = []
    for pattern, weight in week.hold.items():
        if pattern not in held and weight >= NOTED:
            code = NoteCode.NO_TIME if pattern in there else NoteCode.NOT_AVAILABLE
            if code is NoteCode.NOT_AVAILABLE and (not person.stands or pattern not in planning_rules()["hold"]):
                continue
            words = message(f"plan.note.{code}", strand=message(f"plan.pattern.{pattern}"))
            made.append(PhaseNote(rule.name, pattern, code, words))
    return made
