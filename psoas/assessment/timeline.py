"""Events and signals side by side, and what moved together: never a cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from psoas.assessment.finding import Moved
from psoas.assessment.saying import plain
from psoas.assessment.story import Story

LEAST = 8
"""Check-ins from which on it is worth asking what moved together (assumed)."""
NAMES = {
    "pain": "pain", "stress": "strain", "sleep": "sleep", "breath": "breath", "root": "root", "sacral": "sacral",
    "solar_plexus": "solar plexus",
}  # fmt: skip


def lines(story: Story) -> tuple[str, ...]:
    """A line a day, oldest first: what happened, and the signals of that day."""
    days: dict[date, list[str]] = {}
    for event in story.events:
        centre = f" ({NAMES[event.centre]})" if event.centre and story.wishes.reflection else ""
        days.setdefault(event.day, []).append(f"{event.kind}: {event.words}{centre}")
    for one in story.check_ins:
        said = ", ".join(f"{NAMES[k]} {plain(one.values[k])}" for k in _signals(story) if k in one.values)
        if said:
            days.setdefault(one.day, []).append(said)
    return tuple(f"{day.isoformat()}  {'; '.join(said)}" for day, said in sorted(days.items()))


def moved(story: Story) -> tuple[Moved, ...]:
    """Signals that moved together or apart over at least eight check-ins, beyond what chance gives 1 time in 20."""
    found = []
    for first, second in _pairs(story):
        both = _both(story, first, second)
        if len(both) >= LEAST and (one := _moved(first, second, both)) is not None:
            found.append(one)
    return tuple(sorted(found, key=lambda one: -abs(one.rank)))


def notes(story: Story, found: Sequence[Moved]) -> tuple[str, ...]:
    """How many check-ins are still missing before it can be said what moved together; or that nothing clearly did, or
    among how many pairs it was ``found``."""
    counts = [len(_both(story, *pair)) for pair in _pairs(story)]
    most, enough = max(counts), sum(count >= LEAST for count in counts)
    if not story.check_ins:
        return ()
    if not enough:
        more = f"{LEAST - most} more check-in{'s' if LEAST - most > 1 else ''}"
        return (f"What moved together cannot be told yet: {more} with two signals each would let it.",)
    if not found:
        return (f"Over {most} check-ins no two signals clearly moved together.",)
    return (
        f"Pairs of signals looked at: {enough}; chance alone shows about one in twenty of them as moving together.",
    )


def _signals(story: Story) -> tuple[str, ...]:
    return tuple(NAMES) if story.wishes.reflection else tuple(NAMES)[:4]


def _pairs(story: Story) -> list[tuple[str, str]]:
    return list(combinations(_signals(story), 2))


def _both(story: Story, first: str, second: str) -> tuple[tuple[float, float], ...]:
    return tuple(
        (one.values[first], one.values[second])
        for one in story.check_ins
        if first in one.values and second in one.values
    )


@lru_cache(1024)
def _moved(first: str, second: str, pairs: tuple[tuple[float, float], ...]) -> Moved | None:
    """Spearman's rank correlation with its 95 % range by Fisher's z, whose error is sqrt((1 + r^2/2) / (n - 3)) for
    ranks (Bonett and Wright 2000); None where a signal stood still or the range holds 0."""
    both = np.array(pairs)
    if (np.ptp(both, axis=0) == 0).any():
        return None
    count = len(both)
    ranks = np.asarray(rankdata(both, axis=0), dtype=float)
    rank = float(np.clip(np.corrcoef(ranks, rowvar=False)[0, 1], -1, 1))
    z, wide = np.arctanh(np.clip(rank, -0.999, 0.999)), ndtri(0.975) * np.sqrt((1 + rank**2 / 2) / (count - 3))
    low, high = float(np.tanh(z - wide)), float(np.tanh(z + wide))
    if low <= 0 <= high:
        return None
    way = "rose and fell together" if rank > 0 else "moved against each other: one rose as the other fell"
    words = (
        f"Over {count} check-ins {NAMES[first]} and {NAMES[second]} {way} (rank correlation {rank:.2f}, 95 % range "
        f"{low:.2f} to {high:.2f}). What comes from what, this cannot tell."
    )
    return Moved(first, second, count, round(rank, 3), round(low, 3), round(high, 3), words)
