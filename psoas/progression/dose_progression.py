"""The next dose of each item, proposed from the log: a step back, the same, or a step on. The person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from psoas.core.message import Message, Value, message
from psoas.core.sides import SIDES
from psoas.program.dosage import DoseVerdict, ItemPerformance, next_dose
from psoas.program.pain_rules import EFFORT_MAX_TO_ADVANCE, STRICTEST, PainLimits
from psoas.program.program_models import Item, ItemKind, kind_label
from psoas.progression.ladder_steps import (
    DAYS_ON_A_RUNG,
    DoseStep,
    PracticeReach,
    current_rung,
    meets_criterion,
    step_down,
    step_up,
)
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
    TWO_WEEKS = "two_weeks"
    """The rung's criterion is met, and two weeks are not over."""


class DoseChange(StrEnum):
    """What a proposal changes."""

    STAY = "stay"
    END_OF_LINE = "end_of_line"
    """There is no harder exercise."""
    MORE_SETS = "more_sets"
    MORE_REPS = "more_reps"
    HARDER = "harder"
    """The next rung of the ladder."""
    MORE_LOAD = "more_load"
    """The same exercise with a load."""
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
        step: The whole dose from now on; None where nothing changes.
    """

    name: str
    side: str
    verdict: DoseVerdict
    sets: int
    item: str
    reason: Message
    change: Message
    ask: bool
    step: DoseStep | None = None

    @property
    def words(self) -> Message:
        """The reason, and what to do."""
        return self.reason if self.verdict is DoseVerdict.HOLD else two_sentences(self.reason, self.change)


def propose_doses(
    items: Sequence[Item], sessions: Iterable[SessionDone], reach: PracticeReach
) -> tuple[DoseProposal, ...]:
    """One proposal for each item that was practised; nothing for those that were not."""
    log = sorted(sessions, key=lambda one: one.day)
    made = (propose_dose(item, log, reach, days_on_rung(item, log)) for item in dict.fromkeys(items))
    return tuple(one for one in made if one is not None)


def propose_dose(item: Item, log: Sequence[SessionDone], reach: PracticeReach, days: int) -> DoseProposal | None:
    """What the log of an item asks for; None where it was not practised. ``log`` is the oldest first and holds what
    came since the dose last changed; ``days`` is how long the person has been on the rung."""
    told = performance_history(item, log, reach.limits)
    if not told:
        return None
    hurt = any(_hurt(item, one) is not None for one in log[-1:])
    return _proposal(item, next_dose(item, told, reach.limits), told, reach, days, hurt=hurt)


def days_on_rung(item: Item, log: Iterable[SessionDone]) -> int:
    """Days from the first to the last session in which an item was practised."""
    practised = [one.day for one in log if performance_history(item, [one])]
    return (max(practised).date() - min(practised).date()).days if practised else 0


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
        whole = all(not part.skipped for part in mine) and sum(part.done for part in mine) >= item.sets
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
    item: Item,
    verdict: DoseVerdict,
    told: Sequence[ItemPerformance],
    reach: PracticeReach,
    days: int,
    *,
    hurt: bool,
) -> DoseProposal:
    side, last = item.side if item.side in SIDES else "", told[-1]
    named = item_message(item.label, side)
    reason = _reason(named, verdict, last, reach.limits)
    step, change = None, change_message(DoseChange.STAY)
    if verdict is DoseVerdict.REGRESS:
        step, change = _back(item, last, reach)
    elif verdict is DoseVerdict.ADVANCE:
        step, change = _on(item, reach)
        if not meets_criterion(item, told):
            most = current_effort(item)
            verdict, step, reason = DoseVerdict.HOLD, None, reason_message(DoseReason.EFFORT, named, most=most)
        elif step is not None and step.rung is not None and days < DAYS_ON_A_RUNG:
            verdict, step, reason = DoseVerdict.HOLD, None, reason_message(DoseReason.TWO_WEEKS, named)
    sets, other = (step.sets, step.exercise) if step else (item.sets, "")
    ask = hurt and verdict is DoseVerdict.REGRESS
    return DoseProposal(item.name, side, verdict, sets, other, reason, change, ask, step)


def current_effort(item: Item) -> float:
    """The most effort at which the rung of an item counts as mastered."""
    rung = current_rung(item)
    return rung.criterion.effort if rung else float(EFFORT_MAX_TO_ADVANCE)


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


def _on(item: Item, reach: PracticeReach) -> tuple[DoseStep | None, Message]:
    """The next step of the ladder, else as it is."""
    if item.kind is not ItemKind.EXERCISE:
        return None, change_message(DoseChange.STAY)
    step = step_up(item, reach)
    if step is None:
        return None, change_message(DoseChange.END_OF_LINE)
    if step.rung is not None and step.exercise == item.name:
        return step, change_message(DoseChange.MORE_LOAD, load=step.rung.load.value)
    if step.rung is not None:
        return step, change_message(DoseChange.HARDER, exercise=_exercise_label(step.exercise))
    if step.sets > item.sets:
        return step, change_message(DoseChange.MORE_SETS, sets=step.sets)
    return step, change_message(DoseChange.MORE_REPS, reps=step.reps, hold=step.hold_s)


def _back(item: Item, last: ItemPerformance, reach: PracticeReach) -> tuple[DoseStep, Message]:
    """One set or one rung back, else a rest; after something down the leg no more of it."""
    none = DoseStep(0, item.reps, item.hold_s)
    if last.leg_worse:
        return none, change_message(DoseChange.LEAVE_OUT_NERVE)
    if item.kind is not ItemKind.EXERCISE:
        return DoseStep(max(1, item.sets), item.reps, item.hold_s), change_message(DoseChange.LESS)
    step = step_down(item, reach)
    if step.rung is not None:
        return step, change_message(DoseChange.EASIER, exercise=_exercise_label(step.exercise))
    if step.sets:
        return step, change_message(DoseChange.FEWER_SETS, sets=step.sets)
    return none, change_message(DoseChange.LEAVE_OUT)


def _exercise_label(name: str) -> Message:
    return kind_label(ItemKind.EXERCISE, name)
