"""The doses after practice: what the log asks for, what the person said to it, and the program that comes of it.

A step back is taken at once, for it is a matter of safety, and may be taken back; a step on waits for the person.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from psoas.knowledge.demands import CHANGE_S, tempo_s
from psoas.knowledge.exercises import exercise
from psoas.program.program import Item, LeftOut, Phase, Program, Session
from psoas.program.reach import things
from psoas.session.dose import Proposal, history, proposals
from psoas.session.log import SessionDone


@dataclass(frozen=True)
class Decision:
    """One decided dose: a proposal, the ``session`` (its UUID as text) that asked for it, and whether it was
    ``accepted``."""

    name: str
    side: str
    verdict: str
    sets: int
    item: str
    words: str
    session: str
    accepted: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """What a person answers to."""
        return self.name, self.side, self.session


def as_rows(decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    """Decisions as JSON."""
    return [asdict(one) for one in decisions]


def of_rows(rows: Iterable[Mapping[str, Any]]) -> tuple[Decision, ...]:
    """Decisions from their JSON."""
    return tuple(Decision(**row) for row in rows)


def asked_for(
    items: Sequence[Item], sessions: Sequence[SessionDone], decided: Sequence[Decision], allowed: Collection[str]
) -> tuple[Decision, ...]:
    """What the log asks for since the last decision about each item: steps back as accepted, steps on as open.

    A harder or easier exercise is only offered where it is ``allowed`` for this person: without one that is, a step on
    is none, and a step back leaves the item out.
    """
    order = {str(one.session): number for number, one in enumerate(sessions)}
    found = []
    for item in {(one.name, one.side): one for one in reversed(items)}.values():
        last = max((order.get(one.session, -1) for one in decided if _about(one, item)), default=-1)
        since = [one for one in sessions[last + 1 :] if history(item, [one])]
        for proposal in proposals([item], since):
            made = _decision(proposal, item, str(since[-1].session), allowed)
            if made:
                found.append(made)
    return tuple(found)


def adjusted(program: Program, decisions: Iterable[Decision]) -> Program:
    """The program with every accepted decision, in their order. What is left out says why."""
    for one in decisions:
        if one.accepted:
            program = _with(program, one)
    return program


def _about(one: Decision, item: Item) -> bool:
    return one.name == item.name and one.side == _side(item)


def _side(item: Item) -> str:
    return item.side if item.side in ("right", "left") else ""


def _decision(asked: Proposal, item: Item, session: str, allowed: Collection[str]) -> Decision | None:
    """What a proposal would change; None where it changes nothing, or a step on leads where it may not."""
    back = asked.verdict == "regress"
    possible = not asked.item or asked.item in allowed
    on = asked.verdict == "advance" and possible and (bool(asked.item) or asked.sets != item.sets)
    if not (back or on):
        return None
    sets, instead = (asked.sets, asked.item) if possible else (0, "")
    return Decision(asked.name, asked.side, asked.verdict, sets, instead, asked.words, session, back)


def _with(program: Program, one: Decision) -> Program:
    phases = tuple(_phase(phase, one) for phase in program.phases)
    before, after = _held(program.phases), _held(phases)
    gone = before.get((one.name, one.side))
    left = gone is not None and not one.item and (one.name, one.side) not in after
    out = (LeftOut(gone.kind, gone.name, one.words),) if gone and left else ()
    return replace(program, phases=phases, left_out=(*program.left_out, *out))


def _held(phases: Iterable[Phase]) -> dict[tuple[str, str], Item]:
    """Every item by its name and side."""
    sessions = [session for phase in phases for session in phase.sessions]
    return {(item.name, _side(item)): item for session in sessions for item in session.items}


def _phase(phase: Phase, one: Decision) -> Phase:
    return replace(phase, sessions=tuple(_session(session, one) for session in phase.sessions))


def _session(session: Session, one: Decision) -> Session:
    made: list[Item] = []
    for item in session.items:
        changed = _changed(item, one) if _about(one, item) else item
        if changed and not any(_same(changed, other) for other in made):
            made.append(changed)
    return replace(session, items=tuple(made))


def _same(one: Item, other: Item) -> bool:
    return one.name == other.name and one.side == other.side


def _changed(item: Item, one: Decision) -> Item | None:
    """The item as decided; None where it is left out."""
    if one.item:
        return _instead(item, one.item)
    if one.sets == 0:
        return None
    if item.kind == "exercise":
        sets = min(item.sets, one.sets) if one.verdict == "regress" else max(item.sets, one.sets)
        return _timed(replace(item, sets=sets))
    half = replace(item, minutes=max(1.0, round(item.minutes / 2, 1)))
    return replace(half, reps=max(1, item.reps // 2)) if item.kind == "massage" else half


def _instead(item: Item, name: str) -> Item:
    """Another exercise in its place, in its own dose, for the same reasons."""
    other = exercise(name)
    dose = other.dose
    strand = next(one.strand for one in things() if one.kind == "exercise" and one.name == name)
    side = "both" if other.working_side == "both" else item.side
    sets = max(1, min(item.sets, dose.sets))
    return _timed(
        replace(
            item, name=name, label=other.label, strand=strand, side=side, sets=sets, reps=dose.reps,
            hold_s=dose.hold_s, tempo=dose.tempo, rest_s=dose.rest_s,
        )
    )  # fmt: skip


def _timed(item: Item) -> Item:
    """The item with the minutes that its dose takes, as the planner counts them."""
    sides = 2 if item.side == "both" and exercise(item.name).working_side != "both" else 1
    work = item.sets * item.reps * sides * (tempo_s(item.tempo) + item.hold_s)
    return replace(item, minutes=math.ceil((work + (item.sets - 1) * item.rest_s + CHANGE_S) / 6) / 10)
