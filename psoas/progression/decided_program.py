"""The program as decided: every accepted decision applied, and each ladder kept to the rung that was earned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from psoas.core.message import Message, message
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.ladders import ladders
from psoas.knowledge.practice_codes import RungLoad
from psoas.program.dosage import DoseVerdict, item_minutes
from psoas.program.program_models import (
    Item,
    ItemReason,
    LeftOut,
    LeftOutCode,
    Phase,
    Program,
    ReasonOrigin,
    Session,
)
from psoas.progression.dose_decisions import DoseDecision, decided_side, is_about
from psoas.progression.dose_progression import item_message
from psoas.progression.substitution import exercise_strand, fill_freed_time


def apply_decisions(program: Program, decisions: Iterable[DoseDecision]) -> Program:
    """The program with every accepted decision, in their order, and later rungs held until they are earned. What is
    left out says why."""
    taken = [one for one in decisions if one.accepted]
    program = hold_rungs(program, ())
    for one in taken:
        program = _with(program, one)
    return hold_rungs(program, taken)


@dataclass(frozen=True)
class FreedTime:
    """What decisions took out of one session: so many ``minutes``, the labels of what is left out (``gone``), and of
    what takes ``less`` time than planned."""

    minutes: int
    gone: tuple[Message, ...]
    less: tuple[Message, ...]


def freed_time(planned: Session, now: Session) -> FreedTime | None:
    """What decisions took out of a session; None for less than a minute."""
    minutes = round(planned.minutes - now.minutes)
    if minutes < 1:
        return None
    held = {(one.name, one.side): one for one in now.items}
    names = {one.name for one in now.items}
    gone, less = [], []
    for one in planned.items:
        kept = held.get((one.name, one.side))
        if kept is None:
            gone.append(item_message(one.label, decided_side(one)) if one.name in names else one.label)
        elif kept.minutes < one.minutes:
            less.append(one.label)
    return FreedTime(minutes, tuple(dict.fromkeys(gone)), tuple(dict.fromkeys(less)))


def _with(program: Program, one: DoseDecision) -> Program:
    phases = tuple(_phase(phase, one, program.minutes) for phase in program.phases)
    before, after = _held(program.phases), _held(phases)
    gone = before.get((one.name, one.side))
    left = gone is not None and (one.sets == 0 or not one.item) and (one.name, one.side) not in after
    out = (LeftOut(gone.kind, gone.name, one.omission, LeftOutCode.PRACTICE),) if gone and left else ()
    return replace(program, phases=phases, left_out=(*program.left_out, *out))


def _held(phases: Iterable[Phase]) -> dict[tuple[str, str], Item]:
    """Every item by its name and side."""
    sessions = [session for phase in phases for session in phase.sessions]
    return {(item.name, decided_side(item)): item for session in sessions for item in session.items}


def _phase(phase: Phase, one: DoseDecision, minutes: float) -> Phase:
    sessions = tuple(_session(session, one, phase.lumbar_limit_n, minutes) for session in phase.sessions)
    return replace(phase, sessions=sessions)


def _session(session: Session, one: DoseDecision, limit_n: float, minutes: float) -> Session:
    """A session of up to so many ``minutes`` with one decision."""
    made: list[Item] = []
    spare = max(0.0, minutes - session.minutes)
    for item in session.items:
        changed: Item | None = item
        if is_about(one, item) and one.sets == 0:
            room = item.minutes + spare
            changed = (
                fill_freed_time(one.item, _because(item, one), room_min=room, limit_n=limit_n) if one.item else None
            )
        elif is_about(one, item):
            changed = _changed(item, one)
        if changed and not any(_same(changed, other) for other in made):
            made.append(changed)
    return replace(session, items=tuple(made))


def _same(one: Item, other: Item) -> bool:
    return one.name == other.name and one.side == other.side


def _changed(item: Item, one: DoseDecision) -> Item:
    """The item as decided, or another in its place."""
    if one.item:
        return _instead(item, one)
    if item.kind == "exercise":
        sets = min(item.sets, one.sets) if one.verdict is DoseVerdict.REGRESS else max(item.sets, one.sets)
        changed = replace(item, sets=sets, reps=one.reps or item.reps, hold_s=one.hold_s or item.hold_s)
        return replace(changed, minutes=item_minutes(changed))
    half = replace(item, minutes=max(1.0, round(item.minutes / 2, 1)))
    return replace(half, reps=max(1, item.reps // 2)) if item.kind == "massage" else half


def _because(item: Item, one: DoseDecision) -> tuple[ItemReason, ...]:
    """Why another exercise is here: what it stands for. What was said and simulated of the one it stands
    for says nothing about it."""
    first = item.because[0].finding if item.because else ""
    kind = ("easier" if one.verdict is DoseVerdict.REGRESS else "harder") if one.sets else "stand_in"
    words = message(f"decision.because.{kind}", item=item.label)
    return (ItemReason(first, words, ReasonOrigin.EXPERT, "practice_consensus"),)


def _instead(item: Item, one: DoseDecision) -> Item:
    """An easier or harder exercise in its place, in its own dose."""
    other = find_exercise(one.item)
    dose = other.dose
    side = "both" if other.working_side == "both" else item.side
    sets = max(1, min(item.sets, dose.sets))
    changed = replace(
        item,
        name=one.item,
        strand=exercise_strand(one.item),
        side=side,
        sets=sets,
        reps=dose.reps,
        hold_s=dose.hold_s,
        rest_s=dose.rest_s,
        because=_because(item, one),
        ladder=one.ladder,
        rung=one.rung,
        load=one.load,
    )
    return _fitted(changed, item.minutes) if one.rung else replace(changed, minutes=item_minutes(changed))


def hold_rungs(program: Program, taken: Iterable[DoseDecision]) -> Program:
    """The program with each ladder on the rung that was earned: the one that the program began with, or the newest that
    was decided on and ``taken``. A later phase may plan a higher one; it waits, and says for what. Items of version
    0.1.0 name no ladder and stay as they are."""
    decided = {
        (one.ladder, one.side): _EarnedRung(one.rung, one.item, one.load) for one in taken if one.rung and one.item
    }
    earned = _begun_rungs(program) | decided
    phases = tuple(
        replace(phase, sessions=tuple(_on_earned_rungs(session, earned) for session in phase.sessions))
        for phase in program.phases
    )
    return replace(program, phases=phases)


@dataclass(frozen=True)
class _EarnedRung:
    """The rung of a ladder that a person is on, and its exercise."""

    rung: int
    exercise: str
    load: RungLoad


def _begun_rungs(program: Program) -> dict[tuple[str, str], _EarnedRung]:
    """For each ladder and side the lowest rung of the first phase that holds it."""
    found: dict[tuple[str, str], _EarnedRung] = {}
    for phase in program.phases:
        items = sorted((item for session in phase.sessions for item in session.items), key=lambda one: one.rung)
        first = {
            (one.ladder, decided_side(one)): _EarnedRung(one.rung, one.name, one.load)
            for one in reversed(items)
            if one.ladder
        }
        found |= {key: one for key, one in first.items() if key[0] not in {ladder for ladder, _ in found}}
    return found


def _on_earned_rungs(session: Session, earned: Mapping[tuple[str, str], _EarnedRung]) -> Session:
    made: list[Item] = []
    for item in session.items:
        mine = _earned_by(item, earned) if item.ladder else None
        changed = _moved(item, mine) if mine and mine.rung != item.rung else item
        if not any(_same(changed, other) for other in made):
            made.append(changed)
    return replace(session, items=tuple(made))


def _earned_by(item: Item, earned: Mapping[tuple[str, str], _EarnedRung]) -> _EarnedRung | None:
    """What holds for an item: its own side's rung, that of both sides, else the lower one of its ladder."""
    for side in (decided_side(item), ""):
        if found := earned.get((item.ladder, side)):
            return found
    every = [one for (ladder, _), one in earned.items() if ladder == item.ladder]
    return min(every, key=lambda one: one.rung, default=None)


def _moved(item: Item, mine: _EarnedRung) -> Item:
    """An item on the rung that was earned, in that exercise's own dose."""
    dose, kind = find_exercise(mine.exercise).dose, "held" if mine.rung < item.rung else "earned"
    finding = item.because[0].finding if item.because else ""
    goal = ladders()[item.ladder].rungs[mine.rung - 1].criterion
    words = message(f"decision.because.{kind}", item=item.label, reps=goal.reps)
    side = "both" if find_exercise(mine.exercise).working_side == "both" else item.side
    changed = replace(
        item, name=mine.exercise, strand=exercise_strand(mine.exercise), side=side,
        sets=max(1, min(item.sets, dose.sets)), reps=dose.reps, hold_s=dose.hold_s, rest_s=dose.rest_s,
        because=(ItemReason(finding, words, ReasonOrigin.EXPERT, "practice_consensus"),),
        rung=mine.rung, load=mine.load,
    )  # fmt: skip
    return _fitted(changed, item.minutes)


def _fitted(item: Item, minutes: float) -> Item:
    """An item with as many of its sets as the minutes hold, one at least."""
    while item.sets > 1 and item_minutes(item) > minutes + 1e-9:
        item = replace(item, sets=item.sets - 1)
    return replace(item, minutes=item_minutes(item))
