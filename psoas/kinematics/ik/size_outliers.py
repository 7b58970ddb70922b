"""Markers whose distances no person could have: found one at a time, named and left out of the sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psoas.body.anatomy.anatomy_tables import mirror_name
from psoas.body.anatomy.skin_standoff import placement_error
from psoas.kinematics.ik.size_fit import SizeFit, SizeProblem
from psoas.kinematics.ik.size_measures import SizeMeasure

PLAUSIBLE = (0.8, 1.25)
"""A part that measures less or more than this of what all else predicts shows a misplaced or mislabelled marker
(assumed)."""
LEAST_GAIN = 8.0
"""Half the square of how many spreads off a distance must be, with what it drags along (assumed: 4)."""
POSTURE = ("thorax", "head", "legs", "stature")
"""What bends with the posture condemns nobody."""
WIDTH = (0.5, 2.5)
"""The same for the width of a joint: clothes and pads under both markers widen it and misplace neither (assumed)."""
ALIKE = 0.9
"""Two markers that explain a wrong distance this alike cannot be told apart: the one that is harder to place goes."""


@dataclass(frozen=True)
class MisplacedLandmark:
    """A landmark whose marker is not where it should be, what it would size, and how far off that would be: a factor,
    or metres from where the other markers of its segment put it where that was judged (else 0)."""

    landmark: str
    sizes: str
    factor: float
    off_m: float = 0.0


def fit_plausible(
    problem: SizeProblem, measures: Sequence[SizeMeasure]
) -> tuple[SizeFit, list[SizeMeasure], list[MisplacedLandmark]]:
    """Fit sizes, leaving out one landmark after another until no distance is implausible.

    Returns:
        The fit, the distances it rests on, and what was left out.
    """
    kept, out = _usual_widths(problem, measures), list[MisplacedLandmark]()
    fit = problem.solve(kept)
    while (worst := _most_suspicious(problem, kept, fit)) is not None:
        out.append(worst)
        kept = [one for one in kept if worst.landmark not in one.landmarks]
        fit = problem.solve(kept)
    return fit, kept, out


def _usual_widths(problem: SizeProblem, measures: Sequence[SizeMeasure]) -> list[SizeMeasure]:
    """All distances but widths of joints that clothes or pads made, which are as wide or narrow on both sides."""
    widths = [one for one in measures if one.is_width]
    fit = problem.solve([one for one in measures if not one.is_width])
    ratios = {one.one[0]: one.metres / problem.predicted(one, fit) for one in widths}

    def padded(one: SizeMeasure) -> bool:
        own = ratios[one.one[0]]
        other = ratios.get(mirror_name(one.one[0]), own)
        return not _within(own) and WIDTH[0] <= own <= WIDTH[1] and _within(own / other)

    return [one for one in measures if not (one.is_width and padded(one))]


def _most_suspicious(problem: SizeProblem, measures: list[SizeMeasure], fit: SizeFit) -> MisplacedLandmark | None:
    """The landmark whose loss mends most, if without it some distance to it is implausible."""
    judged = [one for one in measures if one.sizes not in POSTURE]
    doubted = [one for one in judged if not _within(one.metres / problem.predicted(one, fit), margin=0.6)]
    best: tuple[float, float, MisplacedLandmark] | None = None
    for landmark in sorted({name for one in doubted for name in one.landmarks}):
        rest = [one for one in measures if landmark not in one.landmarks]
        without = problem.solve(rest)
        own = [one for one in judged if landmark in one.landmarks]
        ratios = [(one, one.metres / problem.predicted(one, without)) for one in own]
        far = [(one, ratio) for one, ratio in ratios if not _within(ratio)]
        gain, error = fit.cost - without.cost, placement_error(landmark)
        if not far or gain < LEAST_GAIN:
            continue
        one, ratio = max(far, key=lambda pair: max(pair[1], 1 / pair[1]))
        found = MisplacedLandmark(landmark, one.sizes, ratio)
        if best is None or gain * ALIKE > best[0] or (gain > best[0] * ALIKE and error > best[1]):
            best = (gain, error, found)
    return best[2] if best else None


def _within(ratio: float, *, margin: float = 1.0) -> bool:
    """Whether a ratio is plausible; a smaller ``margin`` narrows the range."""
    low, high = PLAUSIBLE
    return bool(1 - margin * (1 - low) <= ratio <= 1 + margin * (high - 1))
