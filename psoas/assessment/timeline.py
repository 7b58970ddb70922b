"""The timeline: events and signals side by side, and signals that change together; never a cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from psoas.assessment.finding import LinkedSignals, TimelineDay
from psoas.assessment.text_format import rounded
from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers, LifeEvent
from psoas.intake.vocabulary import EVERYDAY_SIGNALS, SIGNALS

LEAST = 12
"""Check-ins from which on it is worth looking for linked signals (assumed)."""
MOST = 3
"""At most this many pairs of linked signals are named (assumed)."""
WORTH = 1 / 1.5
"""What a change is worth as an independent one. The correlation of two series that have nothing to do with each other
varies as the sum, over all steps, of the products of their autocorrelations (Bartlett 1935); changes of independent
days have -1/2 at one step, which gives 1 + 2 (1/2)^2 = 1.5. Days that hold on to each other give less."""


def describe_days(story: IntakeAnswers) -> tuple[TimelineDay, ...]:
    """Each day, oldest first: what happened, and the signals of that day."""
    days: dict[date, list[Message]] = {}
    for event in story.events:
        days.setdefault(event.day, []).append(_event_message(event, story.wishes.reflection))
    for one in story.check_ins:
        values = tuple(
            message("assessment.signal_value", signal=signal_name(name), value=rounded(one.values[name]))
            for name in _signals(story)
            if name in one.values
        )
        if values:
            days.setdefault(one.day, []).append(message("assessment.check_in", values=values))
    return tuple(TimelineDay(day, tuple(entries)) for day, entries in sorted(days.items()))


def signal_name(name: str) -> Message:
    """What a signal is called within a sentence."""
    return message(f"assessment.signal.{name}")


def _event_message(event: LifeEvent, reflection: bool) -> Message:
    kind = message(f"assessment.event.{event.kind}")
    if not event.centre or not reflection:
        return message("assessment.event_line", kind=kind, words=event.words)
    return message("assessment.event_centre", kind=kind, words=event.words, centre=signal_name(event.centre))


def find_linked_signals(story: IntakeAnswers) -> tuple[LinkedSignals, ...]:
    """Signals whose changes from one check-in to the next went together or apart beyond what chance gives one person
    in twenty over all pairs together; the strongest first, three at most."""
    pairs = _pairs(story)
    found = [one for pair, both in pairs.items() if (one := _linked(*pair, both, len(pairs))) is not None]
    return tuple(sorted(found, key=lambda one: -abs(one.rank)))[:MOST]


def describe_missing_checkins(story: IntakeAnswers, found: Sequence[LinkedSignals]) -> tuple[Message, ...]:
    """How many check-ins are still missing before linked signals can be looked for; or how they were looked for, and
    whether any were ``found``."""
    if not story.check_ins:
        return ()
    pairs = _pairs(story)
    if not pairs:
        missing = LEAST - max(len(_both(story, *pair)) for pair in combinations(_signals(story), 2))
        return (message("assessment.check_ins_missing", count=missing),)
    return (message("assessment.linked_some" if found else "assessment.linked_none", pairs=len(pairs)),)


def _signals(story: IntakeAnswers) -> tuple[str, ...]:
    return SIGNALS if story.wishes.reflection else EVERYDAY_SIGNALS


def _pairs(story: IntakeAnswers) -> dict[tuple[str, str], tuple[tuple[float, float], ...]]:
    """Every two signals with check-ins enough that hold both, and their values, the oldest first."""
    found = {pair: _both(story, *pair) for pair in combinations(_signals(story), 2)}
    return {pair: both for pair, both in found.items() if len(both) >= LEAST}


def _both(story: IntakeAnswers, first: str, second: str) -> tuple[tuple[float, float], ...]:
    return tuple(
        (one.values[first], one.values[second])
        for one in sorted(story.check_ins, key=lambda one: one.day)
        if first in one.values and second in one.values
    )


@lru_cache(1024)
def _linked(first: str, second: str, values: tuple[tuple[float, float], ...], looked: int) -> LinkedSignals | None:
    """Spearman's rank correlation of the changes between successive check-ins; None where a signal never changed or the
    range holds 0.

    Levels that drift by themselves seem to go together; their changes do not (Granger and Newbold 1974). The range is
    Fisher's z with the error sqrt((1 + r^2/2) / (n - 3)) for ranks (Bonett and Wright 2000), and holds at 95 % for all
    pairs ``looked`` at together (Bonferroni; Dunn 1961). Changes share a day with the next one: n of them are worth
    n / 1.5 (``WORTH``).
    """
    changes = np.diff(np.array(values), axis=0)
    if (np.ptp(changes, axis=0) == 0).any():
        return None
    ranks = np.asarray(rankdata(changes, axis=0), dtype=float)
    rank = float(np.clip(np.corrcoef(ranks, rowvar=False)[0, 1], -1, 1))
    error = np.sqrt((1 + rank**2 / 2) / (len(changes) * WORTH - 3))
    z, wide = np.arctanh(np.clip(rank, -0.999, 0.999)), ndtri(1 - 0.025 / looked) * error
    low, high = float(np.tanh(z - wide)), float(np.tanh(z + wide))
    if low <= 0 <= high:
        return None
    words = message(
        "assessment.linked_together" if rank > 0 else "assessment.linked_opposed",
        count=len(values),
        first=signal_name(first),
        second=signal_name(second),
        rank=round(rank, 2),
        low=round(low, 2),
        high=round(high, 2),
    )
    return LinkedSignals(first, second, len(values), round(rank, 3), round(low, 3), round(high, 3), words)
