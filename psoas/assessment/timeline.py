"""Events and signals side by side, and what moved together: never a cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from psoas.assessment.finding import LinkedSignals
from psoas.assessment.text_format import format_number
from psoas.intake.answers import IntakeAnswers

LEAST = 12
"""Check-ins from which on it is worth asking what moved together (assumed)."""
MOST = 3
"""So many of what moved together are told (assumed)."""
WORTH = 1 / 1.5
"""What a change is worth as an independent one. The correlation of two series that have nothing to do with each other
varies as the sum, over all steps, of the products of their autocorrelations (Bartlett 1935); changes of independent
days have -1/2 at one step, which gives 1 + 2 (1/2)^2 = 1.5. Days that hold on to each other give less."""
CAUTION = "None of this says what comes from what."
NAMES = {
    "pain": "pain", "stress": "strain", "sleep": "sleep", "breath": "breath", "root": "root", "sacral": "sacral",
    "solar_plexus": "solar plexus",
}  # fmt: skip


def describe_days(story: IntakeAnswers) -> tuple[str, ...]:
    """A line a day, oldest first: what happened, and the signals of that day."""
    days: dict[date, list[str]] = {}
    for event in story.events:
        centre = f" ({NAMES[event.centre]})" if event.centre and story.wishes.reflection else ""
        days.setdefault(event.day, []).append(f"{event.kind}: {event.words}{centre}")
    for one in story.check_ins:
        said = ", ".join(f"{NAMES[k]} {format_number(one.values[k])}" for k in _signals(story) if k in one.values)
        if said:
            days.setdefault(one.day, []).append(said)
    return tuple(f"{day.isoformat()}  {'; '.join(said)}" for day, said in sorted(days.items()))


def find_linked_signals(story: IntakeAnswers) -> tuple[LinkedSignals, ...]:
    """Signals whose changes from one check-in to the next went together or apart beyond what chance gives one person
    in twenty over all pairs together; the strongest first, three at most."""
    pairs = _pairs(story)
    found = [one for pair, both in pairs.items() if (one := _moved(*pair, both, len(pairs))) is not None]
    return tuple(sorted(found, key=lambda one: -abs(one.rank)))[:MOST]


def describe_missing_checkins(story: IntakeAnswers, found: Sequence[LinkedSignals]) -> tuple[str, ...]:
    """How many check-ins are still missing before it can be said what moved together; or how it was looked at, and
    whether anything was ``found``."""
    if not story.check_ins:
        return ()
    pairs = _pairs(story)
    if not pairs:
        missing = LEAST - max(len(_both(story, *pair)) for pair in combinations(_signals(story), 2))
        more = f"{missing} more check-in{'s' if missing > 1 else ''}"
        return (f"What moved together cannot be told yet: {more} with two signals each would let it.",)
    looked = (
        f"Of {len(pairs)} pair{'s' if len(pairs) > 1 else ''} of signals we compared how they changed from one check-in"
        " to the next, so that weeks in which everything got better or worse do not count"
    )
    if not found:
        return (f"{looked}. No two clearly moved together.",)
    return (f"{looked}. The ranges allow for looking at so many pairs.",)


def _signals(story: IntakeAnswers) -> tuple[str, ...]:
    return tuple(NAMES) if story.wishes.reflection else tuple(NAMES)[:4]


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
def _moved(first: str, second: str, values: tuple[tuple[float, float], ...], looked: int) -> LinkedSignals | None:
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
    way = "rose and fell together" if rank > 0 else "moved against each other: one rose as the other fell"
    words = (
        f"Over {len(values)} check-ins {NAMES[first]} and {NAMES[second]} {way}, from one check-in to the next (rank "
        f"correlation of the changes {rank:.2f}, 95 % range {low:.2f} to {high:.2f})."
    )
    return LinkedSignals(first, second, len(values), round(rank, 3), round(low, 3), round(high, 3), words)
