"""The next dose of each item, proposed from the log: a step back, the same, or a step on. The person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from psoas.core.message import Message, Value, message
from psoas.core.sides import SIDES
from psoas.knowledge.exercise_library import easier_variants, find_exercise
from psoas.program.dosage import DoseVerdict, ItemPerformance, next_dose
from psoas.program.pain_rules import EFFORT_MAX_TO_ADVANCE, SETS_MAX, STRICTEST, PainLimits
from psoas.program.program_models import Item, ItemKind, kind_label
from psoas.session.session_log import ItemDone, SessionDone
from psoas.session.session_rules import UNSCORED_PAIN


class DoseReason(StrEnum):
    """Why a dose goes up, stays or goes down."""

    GOOD_TWICE = "good_twice"
    EFFORT = "effort"
    """Effort was too high to go on."""
    SETS_LEFT = "sets_left"
    WAIT = "wait"
    """Not enough good sessions in a row yet."""
    HURT = "hurt"
    HURT_UNSCORED = "hurt_unscored"
    NERVE = "nerve"
    NOT_SETTLED = "not_settled"
    """Pain was clearly above usual the next day."""
    NOT_BACK = "not_back"
    """Pain was a little above usual the next day."""
    NIGHT = "night"
    """New pain woke the person."""
    USUAL_PAIN = "usual_pain"
    """Usual pain is too high, or rose."""


class DoseChange(StrEnum):
    """What a proposal changes."""

    STAY = "stay"
    END_OF_LINE = "end_of_line"
    """There is no harder exercise."""
    MORE_SETS = "more_sets"
    HARDER = "harder"
    FEWER_SETS = "fewer_sets"
    EASIER = "easier"
    LESS = "less"
    """Half the time of a breath or a massage."""
    LEAVE_OUT = "leave_out"
    LEAVE_OUT_NERVE = "leave_out_nerve"
    STAND_IN = "stand_in"
    """Left out, and another exercise takes its place."""


@dataclass(frozen=True)
class DoseProposal:
    """What the log of an item asks for.

    Args:
        name: The item.
        side: Its side, "" for both or none.
        verdict: A step back, the same, or a step on.
        sets: From now on; 0 leaves the item out.
        item: Another exercise in its place, "" for none.
        reason: Why, in a sentence; its code is of ``DoseReason``.
        change: What to do, in a sentence; its code is of ``DoseChange``.
        ask: Whether to ask the person first what happened.
    """

    name: str
    side: str
    verdict: DoseVerdict
    sets: int
    item: str
    reason: Message
    change: Message
    ask: bool

    @property
    def words(self) -> Message:
        """The reason, and what to do."""
        return self.reason if self.verdict is DoseVerdict.HOLD else two_sentences(self.reason, self.change)


def propose_doses(
    items: Sequence[Item], sessions: Iterable[SessionDone], limits: PainLimits = STRICTEST
) -> tuple[DoseProposal, ...]:
    """One proposal for each item that was practised; nothing for those that were not."""
    log = sorted(sessions, key=lambda one: one.day)
    made = []
    for item in dict.fromkeys(items):
        told = performance_history(item, log, limits)
        if told:
            hurt = any(_hurt(item, one) is not None for one in log[-1:])
            made.append(_proposal(item, next_dose(item, told, limits), told[-1], limits, hurt=hurt))
    return tuple(made)


def performance_history(
    item: Item, sessions: Iterable[SessionDone], limits: PainLimits = STRICTEST
) -> tuple[ItemPerformance, ...]:
    """How each session of an item went. Pain is the worst told during the item; effort is the session's. Pain of the
    next day is settled when it is back to usual or a little above; where nobody told, when pain after the session was
    within the limits, or no more than usual."""
    found = []
    for one in sessions:
        mine = _mine(item, one)
        if not any(part.done or part.hurt is not None for part in mine):
            continue
        during = _hurt(item, one)
        after = one.pain_after if one.pain_after is not None else 0.0
        low = after <= max(limits.most, limits.usual)
        settled = low if one.next_day_pain is None else limits.is_settled(one.next_day_pain)
        effort = one.effort if one.effort is not None else float(EFFORT_MAX_TO_ADVANCE)
        nerve = any(part.leg_worse for part in mine)
        whole = all(not part.skipped for part in mine)
        back = one.next_day_pain is None or limits.is_back(one.next_day_pain)
        found.append(ItemPerformance(during or 0.0, settled, effort, whole, nerve, one.night_pain, back))
    return tuple(found)


def _mine(item: Item, one: SessionDone) -> list[ItemDone]:
    sides = ("", "right", "left") if item.side in ("", "both") else (item.side, "")
    return [part for part in one.items if part.name == item.name and part.side in sides]


def _hurt(item: Item, one: SessionDone) -> float | None:
    return max((part.hurt for part in _mine(item, one) if part.hurt is not None), default=None)


def reason_message(code: DoseReason, item: Message, **values: Value) -> Message:
    """A reason as a sentence about an item."""
    return message(f"decision.reason.{code}", item=item, **values)


def change_message(code: DoseChange, **values: Value) -> Message:
    """A change as a sentence."""
    return message(f"decision.change.{code}", **values)


def two_sentences(first: Message, then: Message) -> Message:
    """One sentence after the other."""
    return message("decision.both", first=first, then=then)


def item_message(label: Message, side: str) -> Message:
    """An item with its side, where it has one."""
    return message("decision.item_side", item=label, side=side) if side else message("decision.item", item=label)


def _proposal(
    item: Item, verdict: DoseVerdict, last: ItemPerformance, limits: PainLimits, *, hurt: bool
) -> DoseProposal:
    side = item.side if item.side in SIDES else ""
    reason = _reason(item_message(item.label, side), verdict, last, limits)
    if verdict is DoseVerdict.ADVANCE:
        sets, other, change = _on(item, SETS_MAX)
    elif verdict is DoseVerdict.REGRESS:
        sets, other, change = _back(item, last)
    else:
        sets, other, change = item.sets, "", change_message(DoseChange.STAY)
    ask = hurt and verdict is DoseVerdict.REGRESS
    return DoseProposal(item.name, side, verdict, sets, other, reason, change, ask)


def _reason(item: Message, verdict: DoseVerdict, last: ItemPerformance, limits: PainLimits) -> Message:
    if verdict is DoseVerdict.ADVANCE:
        return reason_message(DoseReason.GOOD_TWICE, item)
    if verdict is DoseVerdict.HOLD:
        if last.night:
            return reason_message(DoseReason.NIGHT, item)
        if not last.back:
            return reason_message(DoseReason.NOT_BACK, item, usual=limits.usual)
        if not limits.may_advance:
            return reason_message(DoseReason.USUAL_PAIN, item, usual=limits.usual)
        if last.effort > EFFORT_MAX_TO_ADVANCE:
            return reason_message(DoseReason.EFFORT, item, most=EFFORT_MAX_TO_ADVANCE)
        return reason_message(DoseReason.WAIT if last.shape else DoseReason.SETS_LEFT, item)
    if last.leg_worse:
        return reason_message(DoseReason.NERVE, item)
    if last.pain == UNSCORED_PAIN:
        return reason_message(DoseReason.HURT_UNSCORED, item)
    if last.pain > 0:
        return reason_message(DoseReason.HURT, item, score=last.pain, most=limits.most)
    return reason_message(DoseReason.NOT_SETTLED, item, usual=limits.usual)


def _on(item: Item, most: int) -> tuple[int, str, Message]:
    """One set more, then the harder neighbour, else as it is."""
    if item.kind is not ItemKind.EXERCISE:
        return item.sets, "", change_message(DoseChange.STAY)
    if item.sets < min(most, find_exercise(item.name).dose.sets):
        return item.sets + 1, "", change_message(DoseChange.MORE_SETS, sets=item.sets + 1)
    harder = find_exercise(item.name).harder
    if harder:
        return (
            item.sets,
            harder.exercise,
            change_message(DoseChange.HARDER, exercise=kind_label(ItemKind.EXERCISE, harder.exercise)),
        )
    return item.sets, "", change_message(DoseChange.END_OF_LINE)


def _back(item: Item, last: ItemPerformance) -> tuple[int, str, Message]:
    """One set less, then the easier neighbour, else a rest; after something down the leg no more of it."""
    if last.leg_worse:
        return 0, "", change_message(DoseChange.LEAVE_OUT_NERVE)
    if item.kind is not ItemKind.EXERCISE:
        return max(1, item.sets), "", change_message(DoseChange.LESS)
    if item.sets > 1:
        return item.sets - 1, "", change_message(DoseChange.FEWER_SETS, sets=item.sets - 1)
    easier = easier_variants(item.name)
    if easier:
        return (
            item.sets,
            easier[0],
            change_message(DoseChange.EASIER, exercise=_exercise_label(easier[0])),
        )
    return 0, "", change_message(DoseChange.LEAVE_OUT)


def _exercise_label(name: str) -> Message:
    return kind_label(ItemKind.EXERCISE, name)
