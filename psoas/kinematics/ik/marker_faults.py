"""Markers that leave their segment for a stretch: exchanged ones are put right, lost ones left out, both are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from psoas.core.arrays import Bools, Floats, Ints, read_only, row_blocks
from psoas.core.message import Message, message
from psoas.kinematics.filters import true_runs
from psoas.kinematics.ik.marker_attachment import segments_of
from psoas.kinematics.ik.marker_swaps import swap_back

LEAST_M, SPREADS = 0.06, 8.0
"""A distance to a marker of the same segment may leave its median by this, or by so many of its own robust spreads
(assumed: skin moves by up to 40 mm in running)."""
MOST_M = 0.075
"""No distance may leave its usual by more, however it spreads: one that does belongs to a marker that has left its
segment for most of the trial (assumed)."""
LOOSE_M = 0.15
"""The same two for shoulders and forearms, which change shape (assumed)."""
SPREAD_OF_QUARTER = 3.138
"""Standard deviation of a normal distribution over the deviation that a quarter of it stays within: half of the frames
may be wrong without widening it."""
GAP = 25
"""Up to so many frames between two bad stretches of a marker are bad too (assumed)."""
MENDED = 0.9
"""An exchange counts as one when it puts right this share of the frames (assumed)."""
LOOSE = ("acromion", "shoulder", "clavicle", "wrist", "elbow", "cluster:forearm", "cluster:upper", "hand", "index")


@dataclass(frozen=True)
class MendedMarkers:
    """Positions (T, M, 3) in metres with exchanges put right and lost stretches NaN, and what was done."""

    positions: Floats
    notes: tuple[Message, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "positions", read_only(self.positions))


@dataclass(frozen=True)
class Mates:
    """Pairs (P, 2) of columns on one segment, usual distances (P,) and how far they may leave those (P,), metres, and
    which (P,) lie on parts that change shape."""

    pairs: Ints
    usual: Floats
    margin: Floats
    loose: Bools

    def broken(self, positions: Floats) -> tuple[Bools, Bools]:
        """Which pairs (T, P) are out of their distance, and which are seen."""
        broken = np.zeros((len(positions), len(self.pairs)), bool)
        seen = np.zeros_like(broken)
        for block in row_blocks(len(positions)):
            near, far = (positions[block][:, self.pairs[:, k]] for k in (0, 1))
            distance = np.linalg.norm(near - far, axis=2)
            seen[block] = np.isfinite(distance)
            broken[block] = seen[block] & (np.abs(distance - self.usual) > self.margin)
        return broken, seen

    def of(self, *markers: int) -> Mates:
        """Only the pairs of some markers."""
        own = np.isin(self.pairs, markers).any(axis=1)
        return Mates(self.pairs[own], self.usual[own], self.margin[own], self.loose[own])


def mend_markers(mapping: Mapping[str, str], positions: Floats) -> MendedMarkers:
    """Put exchanged markers right and leave out those that are not where their segment's other markers want them.

    Distances between markers of one segment hardly change; a marker that breaks most of its distances in a frame is not
    on its place there. The usual distance is the one that is met most often: a marker that wanders off for most of the
    trial does not change it.

    Args:
        mapping: Marker -> landmark or cluster.
        positions: Marker positions (T, M, 3) in that order, metres.
    """
    names, mended = list(mapping), np.array(positions)
    notes = swap_back(names, mended)
    mates = find_mates(mapping, mended)
    if not len(mates.pairs):
        return MendedMarkers(mended, tuple(notes))
    notes += _exchanges(mates, mended, names)
    bad = _bridged(_bad(mates, mended))
    mended[bad] = np.nan
    for i in np.flatnonzero(bad.any(axis=0)):
        frames, seen = int(bad[:, i].sum()), int(np.isfinite(positions[:, i]).all(axis=1).sum())
        notes.append(
            message(
                "kinematics.marker_strayed",
                marker=names[i],
                frames=frames,
                percent=f"{100 * frames / max(seen, 1):.0f}",
            )
        )
    return MendedMarkers(mended, tuple(notes))


def _exchanges(mates: Mates, positions: Floats, names: list[str]) -> list[Message]:
    """Put exchanged markers right in ``positions`` and say which, and in how many frames."""
    bad, count = _bad(mates, positions), dict[tuple[int, int], int]()
    for one in np.flatnonzero(bad.any(axis=0)):
        for run in true_runs(bad[:, one]):
            if not bad[run, one].all():
                continue  # put right with the run before it
            other = _exchanged_with(mates, positions, int(one), run)
            frames = _exchange(mates, positions, int(one), other, run) if other is not None else None
            if other is not None and frames is not None:
                bad[frames, one] = bad[frames, other] = False
                pair = min(int(one), other), max(int(one), other)
                count[pair] = count.get(pair, 0) + frames.stop - frames.start
    return [
        message("kinematics.markers_exchanged", one=names[i], other=names[j], frames=frames)
        for (i, j), frames in count.items()
    ]


def _exchange(mates: Mates, positions: Floats, one: int, other: int, run: slice) -> slice | None:
    """Exchange two markers in a stretch and in the frames before and after it that then move on smoothly; the frames,
    or None with nothing exchanged when the two do not fit their segments there."""
    both, turned = [one, other], [other, one]
    before = positions[:, both].copy()
    start, stop = run.start, run.stop
    positions[start:stop, both] = positions[start:stop, turned]

    def smoother(t: int, beside: int) -> bool:
        keep = np.linalg.norm(positions[t, both] - positions[beside, both], axis=1).sum()
        turn = np.linalg.norm(positions[t, turned] - positions[beside, both], axis=1).sum()
        return bool(turn < keep)

    while start > 0 and smoother(start - 1, start):
        start -= 1
        positions[start, both] = positions[start, turned]
    while stop < len(positions) and smoother(stop, stop - 1):
        positions[stop, both] = positions[stop, turned]
        stop += 1
    if _clear(mates.of(one, other), positions[start:stop]) < MENDED:
        positions[:, both] = before
        return None
    return slice(start, stop)


def _clear(mates: Mates, positions: Floats) -> float:
    """Share of the frames in which some pair is seen and none is broken."""
    broken, seen = mates.broken(positions)
    return float((~broken.any(axis=1) & seen.any(axis=1)).mean())


def _bridged(bad: Bools) -> Bools:
    """The same markers (T, M), bad too between two bad stretches that are longer than what lies between."""
    bad = bad.copy()
    for i in np.flatnonzero(bad.any(axis=0)):
        runs = true_runs(bad[:, i])
        for one, other in pairwise(runs):
            between = other.start - one.stop
            if between <= min(GAP, one.stop - one.start, other.stop - other.start):
                bad[one.stop : other.start, i] = True
    return bad


def find_mates(mapping: Mapping[str, str], positions: Floats) -> Mates:
    """All pairs of markers on one segment that are often seen together."""
    places = list(mapping.values())
    on = [set(segments_of(place)) for place in places]
    pairs = [(i, j) for i, j in combinations(range(len(places)), 2) if on[i] & on[j]]
    kept, usual, margin, loose = [], [], [], []
    for i, j in pairs:
        distance = np.linalg.norm(positions[:, i] - positions[:, j], axis=1)
        distance = distance[np.isfinite(distance)]
        if len(distance) < max(3, 0.2 * len(positions)):
            continue
        middle = most_often(distance)
        spread = SPREAD_OF_QUARTER * float(np.quantile(np.abs(distance - middle), 0.25))
        loose.append(any(places[k].startswith(LOOSE) for k in (i, j)))
        least, most = (LOOSE_M, 2 * LOOSE_M) if loose[-1] else (LEAST_M, MOST_M)
        kept.append((i, j))
        usual.append(middle)
        margin.append(float(np.clip(SPREADS * spread, least, most)))
    return Mates(np.array(kept, int).reshape(-1, 2), np.array(usual), np.array(margin), np.array(loose, bool))


def most_often(values: Floats) -> float:
    """The half-sample mode: where values (T,) lie closest together, whatever the others do."""
    values = np.sort(values)
    while len(values) > 3:
        half = (len(values) + 1) // 2
        width = values[half - 1 :] - values[: len(values) - half + 1]
        start = int(np.argmin(width))
        values = values[start : start + half]
    return float(np.median(values))


def _bad(mates: Mates, positions: Floats) -> Bools:
    """Markers (T, M) that break their distances: in each frame one after another, the worst first."""
    broken, seen = mates.broken(positions)
    bad = np.zeros(positions.shape[:2], bool)
    frames = np.flatnonzero(broken.any(axis=1))
    if not len(frames):
        return bad
    patterns, which = np.unique(np.hstack([broken, seen])[frames], axis=0, return_inverse=True)
    count = len(mates.pairs)
    for k, pattern in enumerate(patterns):
        found = worst_first(mates.pairs, pattern[:count], pattern[count:], positions.shape[1])
        bad[np.ix_(frames[which.reshape(-1) == k], found)] = True
    return bad


def worst_first(pairs: Ints, broken: Bools, seen: Bools, markers: int) -> list[int]:
    """Markers to blame for some broken pairs: each breaks more than it keeps, and more than its partners do."""
    broken, left, blamed = broken.copy(), seen.copy(), list[int]()
    while broken.any():
        wrong = np.bincount(pairs[broken].reshape(-1), minlength=markers)
        right = np.bincount(pairs[left & ~broken].reshape(-1), minlength=markers)
        score = wrong - right - 0.01 * right
        worst = int(np.argmax(score))
        partners = pairs[broken & (pairs == worst).any(axis=1)].reshape(-1)
        alike = any(score[p] >= score[worst] for p in partners if p != worst)
        if wrong[worst] <= right[worst] or (alike and wrong[worst] < 2):
            break
        blamed.append(worst)
        touched = (pairs == worst).any(axis=1)
        broken &= ~touched
        left &= ~touched
    return blamed


def _exchanged_with(mates: Mates, positions: Floats, one: int, run: slice) -> int | None:
    """The only marker whose place ``one`` took in a stretch, and the other way round; None where none or several could
    be."""
    passing = []
    for other in range(positions.shape[1]):
        if other == one or (mates.pairs == other).sum() < 2 or (mates.pairs == one).sum() < 2:
            continue
        tried = positions[run].copy()
        tried[:, [one, other]] = tried[:, [other, one]]
        local = mates.of(one, other)
        if _clear(local, tried) >= MENDED and local.broken(positions[run])[0].any(axis=1).mean() >= MENDED:
            passing.append(other)
    return passing[0] if len(passing) == 1 else None
