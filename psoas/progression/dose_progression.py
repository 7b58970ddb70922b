"""The next dose of each item, proposed from the log: a step back, the same, or a step on. The person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from psoas.core.sides import SIDES
from psoas.knowledge.exercise_library import easier_variants, find_exercise
from psoas.program.dosage import ItemPerformance, next_dose
from psoas.program.pain_rules import EFFORT_MAX_TO_ADVANCE, PAIN_MAX_NEXT_DAY, PAIN_MAX_TO_CONTINUE, SETS_MAX
from psoas.program.program_models import Item
from psoas.session.session_log import ItemDone, SessionDone
from psoas.session.session_rules import UNSCORED_PAIN


@dataclass(frozen=True)
class DoseProposal:
    """What the log of an item asks for: ``verdict`` regress, hold or advance; ``sets`` from now on, or another ``item``
    in its place; ``why`` in a sentence; ``words``, which say what to do besides; and whether to ``ask`` the person what
    happened first."""

    name: str
    side: str
    verdict: str
    sets: int
    item: str
    why: str
    words: str
    ask: bool


def propose_doses(items: Sequence[Item], sessions: Iterable[SessionDone]) -> tuple[DoseProposal, ...]:
    """One proposal for each item that was practised; nothing for those that were not."""
    log = sorted(sessions, key=lambda one: one.day)
    made = []
    for item in dict.fromkeys(items):
        told = performance_history(item, log)
        if told:
            hurt = any(_hurt(item, one) is not None for one in log[-1:])
            made.append(_proposal(item, next_dose(item, told), told[-1], hurt=hurt))
    return tuple(made)


def performance_history(item: Item, sessions: Iterable[SessionDone]) -> tuple[ItemPerformance, ...]:
    """How each session of an item went. Pain is the worst told during the item, else that after the session; effort is
    the session's. Pain of the next day that nobody told counts as settled only if it was low after the session."""
    found = []
    for one in sessions:
        mine = _mine(item, one)
        if not any(part.done or part.hurt is not None for part in mine):
            continue
        during = _hurt(item, one)
        after = one.pain_after if one.pain_after is not None else 0.0
        later = one.next_day_pain if one.next_day_pain is not None else after
        limit = PAIN_MAX_NEXT_DAY if one.next_day_pain is not None else PAIN_MAX_TO_CONTINUE
        effort = one.effort if one.effort is not None else float(EFFORT_MAX_TO_ADVANCE)
        nerve = any(part.leg_worse for part in mine)
        whole = all(not part.skipped for part in mine)
        found.append(ItemPerformance(during or 0.0, later <= limit, effort, shape=whole, leg_worse=nerve))
    return tuple(found)


def _mine(item: Item, one: SessionDone) -> list[ItemDone]:
    sides = ("", "right", "left") if item.side in ("", "both") else (item.side, "")
    return [part for part in one.items if part.name == item.name and part.side in sides]


def _hurt(item: Item, one: SessionDone) -> float | None:
    return max((part.hurt for part in _mine(item, one) if part.hurt is not None), default=None)


def _proposal(item: Item, verdict: str, last: ItemPerformance, *, hurt: bool) -> DoseProposal:
    side = item.side if item.side in SIDES else ""
    of = f"{item.label}{f', {side}' if side else ''}"
    if verdict == "advance":
        sets, other, how = _on(item, SETS_MAX)
        why = f"{of}: two good sessions in a row."
        return DoseProposal(item.name, side, verdict, sets, other, why, f"{why} {how}", False)
    if verdict == "hold":
        why = f"{of}: stay with this dose{_held(last)}."
        return DoseProposal(item.name, side, verdict, item.sets, "", why, why, False)
    sets, other, how = _back(item, last)
    if last.leg_worse:
        why = "it brought something down the leg, or numbness"
    else:
        told = "it hurt" if last.pain == UNSCORED_PAIN else f"it hurt {last.pain:g} of 10"
        why = told if last.pain > 0 else "pain had not settled by the next day"
    return DoseProposal(item.name, side, verdict, sets, other, f"{of}: {why}.", f"{of}: {why}. {how}", hurt)


def _held(last: ItemPerformance) -> str:
    if last.effort > EFFORT_MAX_TO_ADVANCE:
        return f", as effort was above {EFFORT_MAX_TO_ADVANCE:g} of 10"
    if not last.shape:
        return " until all its sets are done"
    return " until two sessions in a row were good"


def _on(item: Item, most: int) -> tuple[int, str, str]:
    """One set more, then the harder neighbour, else as it is."""
    if item.kind != "exercise":
        return item.sets, "", "It may stay as it is."
    if item.sets < min(most, find_exercise(item.name).dose.sets):
        return item.sets + 1, "", f"Take {item.sets + 1} sets."
    harder = find_exercise(item.name).harder
    if harder:
        return item.sets, harder.exercise, f"Try {find_exercise(harder.exercise).label.lower()} in its place."
    return item.sets, "", "It is the end of its line, so it may stay as it is."


def _back(item: Item, last: ItemPerformance) -> tuple[int, str, str]:
    """One set less, then the easier neighbour, else a rest; after something down the leg no more of it."""
    if last.leg_worse:
        return 0, "", "Leave it out, and tell a doctor if that is new or stays."
    if item.kind != "exercise":
        return max(1, item.sets), "", "Take half the time, and less pressure."
    if item.sets > 1:
        return item.sets - 1, "", f"Take {item.sets - 1} set{'s' if item.sets > 2 else ''}."
    less = easier_variants(item.name)
    if less:
        return item.sets, less[0], f"Take {find_exercise(less[0]).label.lower()} in its place."
    return 0, "", "Leave it out for now."
