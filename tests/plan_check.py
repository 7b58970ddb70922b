"""What a therapist asks of a plan: the movement patterns of each phase, walking, the number of items, and all bars.

Each fault is a kind with a text, so that faults can be counted by kind over many people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment
from psoas.assessment.recording_measures import extract_measures
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import parse_answers
from psoas.knowledge.ladders import ladders, rungs_of
from psoas.knowledge.practice_codes import LOAD_EQUIPMENT, Pattern
from psoas.program.aerobic_models import AerobicKind
from psoas.program.eligibility import PlanOption, equipment_at_hand, find_eligible, plan_options
from psoas.program.pain_rules import PainLevel
from psoas.program.pathway_bars import pathways_bar, phase_pathways
from psoas.program.planner import plan_program
from psoas.program.planning_rules import PhaseRule, phase_rules
from psoas.program.program_models import Item, Phase, Program
from psoas.program.rung_choice import first_rungs
from psoas.program.template_filling import fill_template_weeks
from psoas.program.usual_pain import find_usual_pain
from tests.assessment_check import Case, cases
from tests.item_patterns import patterns_of

HELD = (
    Pattern.SQUAT, Pattern.HINGE, Pattern.BRIDGE, Pattern.CALF, Pattern.BALANCE, Pattern.SIDE_SUPPORT, Pattern.TRUNK,
    Pattern.FRONT_HIP_RELEASE, Pattern.HIP_FLEXION, Pattern.BREATH,
)  # fmt: skip
"""What each phase holds, wherever something of it is in reach."""
ITEMS, FEW_BELOW_MIN = (6, 8), 20.0
"""Things in a session, each side of one counted with it; fewer where a session is shorter than so many minutes."""
SHORT_MISSES = 2
"""How many of the patterns a phase of short sessions, or of a single one, may leave out: there is no time for all."""
WALK_FIRST, WALK_LAST, RISE = 60.0, 120.0, 20.0
"""Minutes a week of walking or the person's own way, in the first and in the last phase; and how much more a week may
hold than the one before, so that short programs may end lower; so may those of people who should do less."""


@dataclass(frozen=True)
class PlanFault:
    """One fault: what ``kind`` it is of, and what is wrong for whom."""

    kind: str
    what: str


@dataclass(frozen=True)
class PlannedPerson:
    """A person with a plan."""

    name: str
    story: IntakeAnswers
    found: Assessment
    program: Program


@cache
def planned_people() -> tuple[PlannedPerson, ...]:
    """Every readable person who receives a plan."""
    return tuple(planned(one) for one in cases() if not one.stops)


def planned(case: Case) -> PlannedPerson:
    """A readable person with the plan that is made for them."""
    story = parse_answers(case.given)
    story = replace(story, wishes=replace(story.wishes, **case.plan.get("options", {})))
    found = assess(story, extract_measures(case.given_measures) if case.given_measures else None)
    return PlannedPerson(case.name, story, found, plan_program(story, found))


def therapist_faults(one: PlannedPerson) -> list[PlanFault]:
    """Everything that a therapist would send back in a plan."""
    phases = one.program.phases
    return [
        *(fault for phase in phases for fault in _patterns(one, phase)),
        *(fault for phase in phases for fault in _items(one, phase)),
        *(fault for phase in phases for fault in _bars(one, phase)),
        *_walking(one),
        *_moves(one),
    ]


def unused(people: tuple[PlannedPerson, ...]) -> list[str]:
    """Exercises, breath and massage of the library that nobody's plan holds, nor the breaks of their weeks at work."""
    held = {item.name for one in people for item in every_item(one.program)}
    for one in people:
        if one.program.breaks:
            parts = fill_template_weeks("work_breaks", one.story, one.found, one.program.weeks)
            held |= {item.name for part in parts for session in part.sessions for item in session.items}
    return [one.name for one in library() if one.name not in held]


def library() -> list[PlanOption]:
    """Everything a plan can hold; runs belong to walking and running, which plan them apart."""
    return [one for one in plan_options() if one.kind != "test" and "running" not in one.sets]


def every_item(program: Program) -> list[Item]:
    """The items of all sessions and of breaks."""
    return [*(item for phase in program.phases for item in held_in(phase)), *program.breaks]


def held_in(phase: Phase) -> list[Item]:
    """The items of a phase."""
    return [item for session in phase.sessions for item in session.items]


def in_reach(one: PlannedPerson, phase: Phase) -> dict[Pattern, list[str]]:
    """What of each pattern a person could do in a phase: in reach by answers, place and equipment, not barred by a
    pathway, not too heavy or too early, and not above the rungs that there was time for."""
    rule, plan = _rule(phase), phase_pathways(one.story, one.found, phase.weeks)
    tools = equipment_at_hand(one.story)
    lowest = find_usual_pain(one.story).limits.level is not PainLevel.OPEN
    start = first_rungs(one.story, lowest=lowest)
    order = 0 if lowest else [each.name for each in one.program.phases].index(phase.name)
    found: dict[Pattern, list[str]] = {each: [] for each in HELD}
    for allowed in find_eligible(one.story, one.found.screening).within:
        thing = allowed.thing
        if thing.kind == "test" or rule.without & set(thing.sets) or thing.load_n > phase.lumbar_limit_n:
            continue
        if thing.kind == "breath" and not pathways_bar(plan, thing):
            found[Pattern.BREATH].append(thing.name)
        for rung in rungs_of(thing.name) if thing.kind == "exercise" else ():
            open_load = LOAD_EQUIPMENT.get(rung.load) in (None, *tools)
            soon = rung.place <= start[rung.ladder] + order and ladders()[rung.ladder].after is None
            if open_load and soon and not pathways_bar(plan, thing, rung.load):
                for pattern in {ladders()[rung.ladder].pattern, *rung.also} & set(HELD):
                    found[pattern].append(thing.name)
    return found


def _patterns(one: PlannedPerson, phase: Phase) -> Iterator[PlanFault]:
    held = {name for item in held_in(phase) for name in patterns_of(item)}
    possible = in_reach(one, phase)
    missing = [each for each in HELD if possible[each] and each not in held]
    plan = phase_pathways(one.story, one.found, phase.weeks)
    if len(missing) > _may_miss(one, phase):
        for each in missing:
            what = f"{one.name}: {phase.name} lacks {each}, possible {', '.join(sorted(set(possible[each])))}"
            yield PlanFault(f"pattern {each}", what)
    for each in plan.hold:
        if each in possible and possible[each] and each not in held and each not in missing:
            yield PlanFault(f"pathway pattern {each}", f"{one.name}: {phase.name} lacks {each} of its pathways")


def _may_miss(one: PlannedPerson, phase: Phase) -> int:
    different = {tuple(item.name for item in session.items) for session in phase.sessions}
    return 0 if one.program.minutes >= FEW_BELOW_MIN and len(different) > 1 else SHORT_MISSES


def _items(one: PlannedPerson, phase: Phase) -> Iterator[PlanFault]:
    least, most = ITEMS if one.program.minutes >= FEW_BELOW_MIN else (2, ITEMS[0])
    if one.found.screening.gentle_for:
        least = 1  # only breath and gentle release are open
    for session in phase.sessions:
        count = len({item.name for item in session.items})
        if not least <= count <= most:
            yield PlanFault("items", f"{one.name}: {phase.name} holds {count} things in {one.program.minutes:g} min")


def _bars(one: PlannedPerson, phase: Phase) -> Iterator[PlanFault]:
    plan = phase_pathways(one.story, one.found, phase.weeks)
    things = {(each.kind, each.name): each for each in plan_options()}
    for item in held_in(phase):
        if pathways_bar(plan, things[item.kind, item.name], item.load):
            yield PlanFault(
                "barred", f"{one.name}: {phase.name} holds {item.name}, barred by {', '.join(plan.pathways)}"
            )


def _walking(one: PlannedPerson) -> Iterator[PlanFault]:
    aerobic, phases = one.program.aerobic, one.program.phases
    if aerobic is None:
        yield PlanFault("walking", f"{one.name}: no walking at all")
        return
    if aerobic.kind is AerobicKind.REST:
        return
    reachable = min(WALK_LAST, aerobic.goal_min, WALK_FIRST + RISE * (one.program.weeks - 1))
    for phase, least in ((phases[0], WALK_FIRST), (phases[-1], reachable)):
        minutes = [week.minutes for week in aerobic.weeks if week.phase == phase.name]
        said = max(minutes) if phase is phases[-1] else min(minutes)
        if said < least:
            yield PlanFault("walking", f"{one.name}: {said:g} minutes a week in {phase.name}, asked {least:g}")


def _moves(one: PlannedPerson) -> Iterator[PlanFault]:
    """From the first phase to the last at least one ladder climbs, where usual pain, weeks and a rung above allow."""
    phases = one.program.phases
    climbs = find_usual_pain(one.story).limits.level is PainLevel.OPEN
    if len(phases) < 3 or one.program.weeks < 8 or not climbs or one.found.screening.gentle_for:
        return
    first, last = (
        {item.ladder: item.rung for item in held_in(each) if item.ladder} for each in (phases[0], phases[-1])
    )
    both = [name for name in first if name in last and first[name] < len(ladders()[name].rungs)]
    if both and not any(last[name] > first[name] for name in both):
        yield PlanFault("no ladder climbs", f"{one.name}: {', '.join(sorted(both))} stay where they were")
    for name in both:
        if last[name] < first[name]:
            yield PlanFault("ladder falls", f"{one.name}: {name} goes from rung {first[name]} to {last[name]}")


def _rule(phase: Phase) -> PhaseRule:
    return next(one for one in phase_rules() if one.name == phase.name)
