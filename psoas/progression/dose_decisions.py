"""The doses after practice: what the log asks for, what the person said to it, and the program that comes of it.

A step back is taken at once, for it is a matter of safety, and may be taken back; a step on waits for the person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError

from psoas.core.errors import InputError
from psoas.core.json_types import JsonTable
from psoas.core.message import Message, literal, message, to_json
from psoas.core.sides import SIDES
from psoas.knowledge.exercise_library import exercises, find_exercise
from psoas.program.dosage import DoseVerdict, item_minutes
from psoas.program.eligibility import option_labels
from psoas.program.pain_rules import STRICTEST, PainLimits
from psoas.program.program_models import (
    Item,
    ItemKind,
    ItemReason,
    LeftOut,
    LeftOutCode,
    Phase,
    Program,
    ReasonOrigin,
    Session,
    kind_label,
)
from psoas.program.program_record import MessageField
from psoas.progression.dose_progression import (
    DoseChange,
    DoseProposal,
    change_message,
    item_message,
    performance_history,
    propose_doses,
    two_sentences,
)
from psoas.progression.substitution import choose_substitute, exercise_strand, fill_freed_time
from psoas.session.session_log import SessionDone


@dataclass(frozen=True)
class DoseDecision:
    """One decided dose: a proposal, and whether it was accepted.

    Args:
        name: The item.
        side: Its side, "" for both or none.
        verdict: A step back or a step on.
        sets: From now on; 0 leaves the item out.
        item: Another exercise in its place, "" for none.
        words: The reason and what to do.
        session: UUID, as text, of the session that asked for it.
        accepted: Whether it holds.
        reason: The reason alone; None in programs of version 0.1.0 without one.
    """

    name: str
    side: str
    verdict: DoseVerdict
    sets: int
    item: str
    words: Message
    session: str
    accepted: bool
    reason: Message | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What a person answers to."""
        return self.name, self.side, self.session

    @property
    def effect(self) -> Message:
        """What holds since it was accepted."""
        if self.item:
            return message("decision.effect.replaced", exercise=kind_label(ItemKind.EXERCISE, self.item))
        if self.sets == 0:
            return message("decision.effect.left_out")
        if self.name not in exercises():
            return message("decision.effect.less")
        return message("decision.effect.sets", sets=self.sets)

    @property
    def omission(self) -> Message:
        """Why the item is left out, if it is."""
        return two_sentences(self.reason, message("decision.effect.left_out")) if self.reason else self.words

    @property
    def status(self) -> Message:
        """Why it was decided, and what holds since."""
        return two_sentences(self.reason or item_message(option_labels()[self.name], self.side), self.effect)


def decisions_to_json(decisions: Iterable[DoseDecision]) -> list[JsonTable]:
    """Decisions as JSON values."""
    return [
        {
            "name": one.name, "side": one.side, "verdict": one.verdict.value, "sets": one.sets, "item": one.item,
            "words": _stored(one.words), "session": one.session, "accepted": one.accepted,
            "why": _stored(one.reason) if one.reason else "",
        }
        for one in decisions
    ]  # fmt: skip


def decisions_from_json(rows: Iterable[JsonTable]) -> tuple[DoseDecision, ...]:
    """Decisions from their JSON; version 0.1.0 stored sentences where messages are now.

    Raises:
        InputError: A row is no decision.
    """
    try:
        return tuple(_STORED.validate_python(row).decision() for row in rows)
    except (ValidationError, ValueError) as error:
        raise InputError(message("decision.fault")) from error


class _StoredDecision(BaseModel):
    """A decision as it is stored with its program."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    side: str
    verdict: DoseVerdict
    sets: int
    item: str
    words: str | MessageField
    session: str
    accepted: bool
    why: str | MessageField = ""

    def decision(self) -> DoseDecision:
        """The decision itself."""
        return DoseDecision(
            self.name, self.side, self.verdict, self.sets, self.item, _message(self.words), self.session,
            self.accepted, _message(self.why) if self.why else None,
        )  # fmt: skip


_STORED = TypeAdapter(_StoredDecision)
_JSON = TypeAdapter(dict[str, JsonValue])


def _stored(words: Message) -> dict[str, JsonValue]:
    return _JSON.validate_python(to_json(words))


def _message(stored: str | Message) -> Message:
    return literal(stored) if isinstance(stored, str) else stored


def newest_decisions(decisions: Iterable[DoseDecision]) -> tuple[DoseDecision, ...]:
    """Of each thing and side the newest accepted decision, in their order."""
    taken = [one for one in decisions if one.accepted]
    last = {(one.name, one.side): number for number, one in enumerate(taken)}
    return tuple(taken[k] for k in sorted(last.values()))


def effective_decisions(decisions: Iterable[DoseDecision]) -> tuple[DoseDecision, ...]:
    """The latest decisions that still hold: without those whose stand-in was decided on since."""
    found = newest_decisions(decisions)
    names = {one.name: number for number, one in enumerate(found)}
    return tuple(one for number, one in enumerate(found) if names.get(one.item, -1) < number)


def propose_changes(
    items: Sequence[Item],
    sessions: Sequence[SessionDone],
    decided: Sequence[DoseDecision],
    allowed: Collection[str],
    calm: Collection[str] = (),
    spare_min: float = 0.0,
    limits: PainLimits = STRICTEST,
) -> tuple[DoseDecision, ...]:
    """What the log asks for since the last decision about each item: steps back as accepted, steps on as open.

    A harder or easier exercise is only offered where it is ``allowed`` for this person: without one that is, a step on
    is none, and a step back leaves the item out. One of the ``calm`` (allowed, and nothing to ask about first) stands
    in for what is left out, where there is one that does not bear what hurt and fits its minutes and ``spare_min``.
    """
    order = {str(one.session): number for number, one in enumerate(sessions)}
    hurt = {one.name for one in decided if one.accepted and one.verdict is DoseVerdict.REGRESS}
    found = []
    for item in {(one.name, one.side): one for one in reversed(items)}.values():
        last = max((order.get(one.session, -1) for one in decided if _about(one, item)), default=-1)
        since = [one for one in sessions[last + 1 :] if performance_history(item, [one])]
        for proposal in propose_doses([item], since, limits):
            free = [] if performance_history(item, since)[-1].leg_worse else [one for one in calm if one not in hurt]
            made = _decision(
                proposal, item, str(since[-1].session), allowed, choose_substitute(item, items, free, spare_min)
            )
            if made:
                found.append(made)
    return tuple(found)


def apply_decisions(program: Program, decisions: Iterable[DoseDecision]) -> Program:
    """The program with every accepted decision, in their order. What is left out says why."""
    for one in decisions:
        if one.accepted:
            program = _with(program, one)
    return program


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
            gone.append(item_message(one.label, _side(one)) if one.name in names else one.label)
        elif kept.minutes < one.minutes:
            less.append(one.label)
    return FreedTime(minutes, tuple(dict.fromkeys(gone)), tuple(dict.fromkeys(less)))


def _about(one: DoseDecision, item: Item) -> bool:
    return one.name == item.name and one.side == _side(item)


def _side(item: Item) -> str:
    return item.side if item.side in SIDES else ""


def _decision(
    asked: DoseProposal, item: Item, session: str, allowed: Collection[str], other: str
) -> DoseDecision | None:
    """What a proposal would change; None where it changes nothing, or a step on leads where it may not. ``other``
    stands in for what is left out."""
    back = asked.verdict is DoseVerdict.REGRESS
    possible = not asked.item or asked.item in allowed
    forward = asked.verdict is DoseVerdict.ADVANCE and possible and (bool(asked.item) or asked.sets != item.sets)
    if not (back or forward):
        return None
    sets, instead, change = asked.sets, asked.item, asked.change
    if not possible or sets == 0:
        sets, instead = 0, other
        if other:
            change = change_message(DoseChange.STAND_IN, exercise=kind_label(ItemKind.EXERCISE, other))
        elif not possible:
            change = change_message(DoseChange.LEAVE_OUT)
    words = two_sentences(asked.reason, change)
    return DoseDecision(asked.name, asked.side, asked.verdict, sets, instead, words, session, back, asked.reason)


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
    return {(item.name, _side(item)): item for session in sessions for item in session.items}


def _phase(phase: Phase, one: DoseDecision, minutes: float) -> Phase:
    sessions = tuple(_session(session, one, phase.lumbar_limit_n, minutes) for session in phase.sessions)
    return replace(phase, sessions=sessions)


def _session(session: Session, one: DoseDecision, limit_n: float, minutes: float) -> Session:
    """A session of up to so many ``minutes`` with one decision."""
    made: list[Item] = []
    spare = max(0.0, minutes - session.minutes)
    for item in session.items:
        changed: Item | None = item
        if _about(one, item) and one.sets == 0:
            room = item.minutes + spare
            changed = (
                fill_freed_time(one.item, _because(item, one), room_min=room, limit_n=limit_n) if one.item else None
            )
        elif _about(one, item):
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
        changed = replace(item, sets=sets)
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
    )
    return replace(changed, minutes=item_minutes(changed))
