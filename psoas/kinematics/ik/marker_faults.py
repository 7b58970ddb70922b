"""Markers that leave their segment for a stretch: exchanged ones are put right, lost ones left out, both are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.core.arrays import Bools, Floats, Ints, read_only, row_blocks
from psoas.core.message import Message, message
from psoas.kinematics.filters import true_runs
from psoas.kinematics.ik.marker_attachment import CLUSTER, cluster_segment

LEAST_M, SPREADS = 0.06, 8.0
"""A distance to a marker of the same segment may leave its median by this, or by so many of its own robust spreads
(assumed: skin moves by up to 40 mm in running)."""
LOOSE_M = 0.15
"""The same for shoulders and forearms, which change shape (assumed)."""
SPREAD_OF_MAD = 1.4826
"""Standard deviation of a normal distribution over its median absolute deviation."""
GAP = 25
"""Up to so many frames between two bad stretches of a marker are bad too (assumed)."""
MENDED = 0.9
"""An exchange counts as one when it puts right this share of the frames (assumed)."""
BOTH = {"knee": ("femur", "tibia"), "ankle": ("tibia", "calcn"), "hip": ("pelvis", "femur"),
        "elbow": ("humerus", "radius")}  # fmt: skip
"""Landmarks near a joint stay put on both segments."""
LOOSE = ("acromion", "shoulder", "clavicle", "wrist", "elbow", "cluster:forearm", "cluster:upper", "hand", "index")


@dataclass(frozen=True)
class MendedMarkers:
    """Positions (T, M, 3) in metres with exchanges put right and lost stretches NaN, and what was done."""

    positions: Floats
    notes: tuple[Message, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "positions", read_only(self.positions))


@dataclass(frozen=True)
class _Mates:
    """Pairs (P, 2) of columns on one segment, usual distances (P,) and how far they may leave those (P,), metres."""

    pairs: Ints
    usual: Floats
    margin: Floats

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


def mend_markers(mapping: Mapping[str, str], positions: Floats) -> MendedMarkers:
    """Put exchanged markers right and leave out those that are not where their segment's other markers want them.

    Distances between markers of one segment hardly change; a marker that breaks most of its distances in a frame is not
    on its place there. What is wrong in more than half of the frames looks usual and is left to the fit of sizes.

    Args:
        mapping: Marker -> landmark or cluster.
        positions: Marker positions (T, M, 3) in that order, metres.
    """
    names, mended, notes = list(mapping), np.array(positions), list[Message]()
    mates = _mates(mapping, mended)
    if not len(mates.pairs):
        return MendedMarkers(mended, ())
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


def _exchanges(mates: _Mates, positions: Floats, names: list[str]) -> list[Message]:
    """Put exchanged markers right in ``positions`` and say which, and in how many frames."""
    bad, count = _bad(mates, positions), dict[tuple[int, int], int]()
    for one in np.flatnonzero(bad.any(axis=0)):
        for run in true_runs(bad[:, one]):
            if not bad[run, one].all():
                continue  # put right with the run before it
            other = _exchanged_with(mates, positions, int(one), run)
            if other is not None:
                frames = _exchange(positions, int(one), other, run)
                bad[frames, one] = bad[frames, other] = False
                pair = min(int(one), other), max(int(one), other)
                count[pair] = count.get(pair, 0) + frames.stop - frames.start
    return [
        message("kinematics.markers_exchanged", one=names[i], other=names[j], frames=frames)
        for (i, j), frames in count.items()
    ]


def _exchange(positions: Floats, one: int, other: int, run: slice) -> slice:
    """Exchange two markers in a stretch and in the frames before and after it that then move on smoothly; the
    frames."""
    both, turned = [one, other], [other, one]
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
    return slice(start, stop)


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


def _segments_of(place: str) -> tuple[str, ...]:
    """Segments on which a landmark or cluster stays put."""
    if place.startswith(CLUSTER):
        return (cluster_segment(place),)
    segment = bony_landmarks()[place].segment
    side = segment[-2:] if segment[-2:] in ("_r", "_l") else place[-2:]
    return tuple(name if name == "pelvis" else name + side for name in BOTH.get(place.split("_")[0], ())) or (segment,)


def _mates(mapping: Mapping[str, str], positions: Floats) -> _Mates:
    """All pairs of markers on one segment that are often seen together."""
    places = list(mapping.values())
    on = [set(_segments_of(place)) for place in places]
    pairs = [(i, j) for i, j in combinations(range(len(places)), 2) if on[i] & on[j]]
    kept, usual, margin = [], [], []
    for i, j in pairs:
        distance = np.linalg.norm(positions[:, i] - positions[:, j], axis=1)
        distance = distance[np.isfinite(distance)]
        if len(distance) < max(3, 0.2 * len(positions)):
            continue
        middle = float(np.median(distance))
        spread = SPREAD_OF_MAD * float(np.median(np.abs(distance - middle)))
        loose = any(places[k].startswith(LOOSE) for k in (i, j))
        kept.append((i, j))
        usual.append(middle)
        margin.append(max(LOOSE_M if loose else LEAST_M, SPREADS * spread))
    return _Mates(np.array(kept, int).reshape(-1, 2), np.array(usual), np.array(margin))


def _bad(mates: _Mates, positions: Floats) -> Bools:
    """Markers (T, M) that break their distances: in each frame one after another, the worst first."""
    broken, seen = mates.broken(positions)
    bad = np.zeros(positions.shape[:2], bool)
    frames = np.flatnonzero(broken.any(axis=1))
    if not len(frames):
        return bad
    patterns, which = np.unique(np.hstack([broken, seen])[frames], axis=0, return_inverse=True)
    count = len(mates.pairs)
    for k, pattern in enumerate(patterns):
        found = _worst_first(mates.pairs, pattern[:count], pattern[count:], positions.shape[1])
        bad[np.ix_(frames[which.reshape(-1) == k], found)] = True
    return bad


def _worst_first(pairs: Ints, broken: Bools, seen: Bools, markers: int) -> list[int]:
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


def _exchanged_with(mates: _Mates, positions: Floats, one: int, run: slice) -> int | None:
    """The only marker whose place ``one`` took in a stretch, and the other way round; None where none or several could
    be."""
    passing = []
    for other in range(positions.shape[1]):
        own = (mates.pairs == one).any(axis=1) | (mates.pairs == other).any(axis=1)
        if other == one or (mates.pairs == other).sum() < 2 or (mates.pairs == one).sum() < 2:
            continue
        tried = positions[run].copy()
        tried[:, [one, other]] = tried[:, [other, one]]
        local = _Mates(mates.pairs[own], mates.usual[own], mates.margin[own])
        before, (after, seen) = local.broken(positions[run])[0], local.broken(tried)
        clear = ~after.any(axis=1) & seen.any(axis=1)
        if clear.mean() >= MENDED and before.any(axis=1).mean() >= MENDED:
            passing.append(other)
    return passing[0] if len(passing) == 1 else None
