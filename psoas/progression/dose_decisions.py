"""The doses after practice: what the log asks for, what the person said to it, and the program that comes of it.

A step back is taken at once, for it is a matter of safety, and may be taken back; a step on waits for the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError

from psoas.core.errors import InputError
from psoas.core.json_types import JsonTable
from psoas.core.message import Message, literal, message, to_json
from psoas.core.sides import SIDES
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.practice_codes import RungLoad
from psoas.program.dosage import DoseVerdict
from psoas.program.eligibility import option_labels
from psoas.program.program_models import (
    Item,
    ItemKind,
    kind_label,
)
from psoas.program.program_record import MessageField
from psoas.progression.dose_progression import (
    DoseChange,
    DoseProposal,
    change_message,
    days_on_rung,
    item_message,
    performance_history,
    propose_dose,
    two_sentences,
)
from psoas.progression.ladder_steps import PracticeReach, added_minutes
from psoas.progression.substitution import choose_substitute
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
        reps: Repetitions from now on; 0 leaves them as they are.
        hold_s: Seconds held from now on; 0 leaves them as they are.
        ladder: The ladder of the exercise in its place, "" for none.
        rung: Its rung from 1; 0 for none.
        load: What it adds to the weight of the body.
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
    reps: int = 0
    hold_s: float = 0.0
    ladder: str = ""
    rung: int = 0
    load: RungLoad = RungLoad.BODY

    @property
    def key(self) -> tuple[str, str, str]:
        """What a person answers to."""
        return self.name, self.side, self.session

    @property
    def effect(self) -> Message:
        """What holds since it was accepted."""
        if self.item == self.name:
            return message("decision.effect.load", load=self.load.value)
        if self.item:
            return message("decision.effect.replaced", exercise=kind_label(ItemKind.EXERCISE, self.item))
        if self.sets == 0:
            return message("decision.effect.left_out")
        if self.name not in exercises():
            return message("decision.effect.less")
        if self.reps:
            return message("decision.effect.reps", sets=self.sets, reps=self.reps)
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
            "why": _stored(one.reason) if one.reason else "", "reps": one.reps, "hold_s": one.hold_s,
            "ladder": one.ladder, "rung": one.rung, "load": one.load.value,
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
    reps: int = 0
    hold_s: float = 0.0
    ladder: str = ""
    rung: int = 0
    load: RungLoad = RungLoad.BODY

    def decision(self) -> DoseDecision:
        """The decision itself."""
        return DoseDecision(
            self.name, self.side, self.verdict, self.sets, self.item, _message(self.words), self.session,
            self.accepted, _message(self.why) if self.why else None, self.reps, self.hold_s, self.ladder, self.rung,
            self.load,
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
    return tuple(one for number, one in enumerate(found) if one.item == one.name or names.get(one.item, -1) < number)


def propose_changes(
    items: Sequence[Item], sessions: Sequence[SessionDone], decided: Sequence[DoseDecision], reach: PracticeReach
) -> tuple[DoseDecision, ...]:
    """What the log asks for since the last decision about each item: steps back as accepted, steps on as open.

    Steps follow the ladders, over rungs that are in ``reach``: without one, a step on is none, and a step back leaves
    the item out. One of the calm of the reach stands in for what is left out, where there is one that does not bear
    what hurt and fits its minutes and the spare ones.
    """
    order = {str(one.session): number for number, one in enumerate(sessions)}
    hurt = {one.name for one in decided if one.accepted and one.verdict is DoseVerdict.REGRESS}
    found: list[DoseDecision] = []
    spare = reach.spare_min
    for item in _smallest_doses(items):
        last = max((order.get(one.session, -1) for one in decided if is_about(one, item)), default=-1)
        since = [one for one in sessions[last + 1 :] if performance_history(item, [one])]
        onto = max((order.get(one.session, -1) for one in decided if _led_to(one, item)), default=-1)
        proposal = propose_dose(item, since, replace(reach, spare_min=spare), days_on_rung(item, sessions[onto + 1 :]))
        if proposal is None:
            continue
        leg = performance_history(item, since, reach.limits)[-1].leg_worse
        calm = [] if leg else [one for one in reach.calm if one not in hurt]
        other = choose_substitute(item, items, calm, reach.spare_min)
        if made := _decision(proposal, item, str(since[-1].session), other):
            found.append(made)
            spare -= added_minutes(item, proposal.step) if proposal.step else 0.0
    return tuple(found)


def is_about(one: DoseDecision, item: Item) -> bool:
    """Whether a decision is about an item."""
    return one.name == item.name and one.side == decided_side(item)


def decided_side(item: Item) -> str:
    """The side that decisions about an item name: right, left, or "" for both or none."""
    return item.side if item.side in SIDES else ""


def _smallest_doses(items: Iterable[Item]) -> tuple[Item, ...]:
    """Each thing and side once, as the session that asks the least of it has it."""
    found: dict[tuple[str, str], Item] = {}
    for one in items:
        kept = found.get((one.name, one.side))
        if kept is None or (one.sets, one.reps) < (kept.sets, kept.reps):
            found[one.name, one.side] = one
    return tuple(found.values())


def _led_to(one: DoseDecision, item: Item) -> bool:
    """Whether a decision put an item where it is."""
    return one.accepted and one.item == item.name and one.side in ("", decided_side(item))


def _decision(asked: DoseProposal, item: Item, session: str, other: str) -> DoseDecision | None:
    """What a proposal would change; None where it changes nothing. ``other`` stands in for what is left out."""
    step, back = asked.step, asked.verdict is DoseVerdict.REGRESS
    if step is None or asked.verdict is DoseVerdict.HOLD:
        return None
    instead, change = step.exercise, asked.change
    if step.sets == 0 and other:
        instead, change = other, change_message(DoseChange.STAND_IN, exercise=kind_label(ItemKind.EXERCISE, other))
    words = two_sentences(asked.reason, change)
    made = DoseDecision(asked.name, asked.side, asked.verdict, step.sets, instead, words, session, back, asked.reason)
    if step.rung is not None:
        return replace(made, ladder=step.rung.ladder, rung=step.rung.place, load=step.rung.load)
    grown = (step.reps, step.hold_s) != (item.reps, item.hold_s)
    return replace(made, reps=step.reps, hold_s=step.hold_s) if grown else made
