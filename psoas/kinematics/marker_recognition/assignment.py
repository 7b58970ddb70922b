"""The best way to give each marker one place, and how much worse every other way is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from psoas.core.arrays import Bools, Floats, Ints
from psoas.core.sides import strip_suffix, swap_suffix
from psoas.kinematics.marker_recognition.place_model import Places
from psoas.kinematics.marker_recognition.pose_search import OUTLIER
from psoas.kinematics.marker_recognition.proposal import NOTHING
from psoas.kinematics.marker_recognition.set_templates import Template
from psoas.kinematics.marker_recognition.worn_markers import LOOKS, Wear

FORBIDDEN = 1e6
TOLD = 50.0
"""Log density of a place that a name tells; of all others it is the negative."""
MIRROR_M = 0.035
"""Two markers are each other's mirror image within this distance (assumed)."""
MIRROR_WEIGHT = 0.7
"""How much a marker's mirror image says about it (assumed)."""
PAIRING_ROUNDS = 3
UNPAIRED = 3.0
"""Price of a landmark on one side alone (assumed)."""
FOLLOWERS = {
    "iliac_crest": ("asis",),
    "knee_medial": ("knee_lateral", "knee_centre"),
    "ankle_medial": ("ankle_lateral", "ankle_centre"),
    "elbow_medial": ("elbow_lateral", "elbow_centre"),
    "wrist_radial": ("wrist_ulnar",),
    "wrist_ulnar": ("wrist_radial",),
    "hand": ("wrist_radial", "wrist_ulnar", "wrist_centre"),
    "midfoot_lateral": ("toe_lateral",),
    "toe_medial": ("toe_lateral", "small_toe"),
    "t10": ("c7",),
    "xiphoid": ("sternum",),
}
"""Landmarks that no known set has without one of these."""
STRANGERS = {"wrist_centre": ("wrist_radial", "wrist_ulnar")}
"""Landmarks that no known set of markers has together with one of these: where the sides are marked, nobody needs the
middle."""
OUTSIDE = np.log(OUTLIER) - LOOKS * 2.0
"""Log density of a marker that shows no place."""


@dataclass(frozen=True)
class Choice:
    """One place for each marker under one template: ``columns`` (M,), the place's column or -1 for cluster or nothing;
    ``score`` the log likelihood."""

    template: Template
    columns: Ints
    score: float


class PlaceChoice:
    """All markers against all places of a fitted body."""

    def __init__(self, wear: Wear, places: Places, told: Mapping[int, str] | None = None) -> None:
        """``told`` are the places of markers, by number, that need no choice."""
        self.places = places
        self.landmarks = tuple(name for name, is_one in zip(places.names, places.is_landmark, strict=True) if is_one)
        self.clusters = tuple(dict.fromkeys(places.names[len(self.landmarks) :]))
        self._density = wear.log_density.copy()
        for marker, place in (told or {}).items():
            self._density[marker] = np.where([name == place for name in places.names], TOLD, -TOLD)
        self.partners = mirror_partners(wear, places)
        self._other = np.array([self._column(swap_suffix(name)) for name in self.landmarks])
        self._of_cluster = np.array([[n == c for n in places.names] for c in self.clusters])

    def _column(self, name: str) -> int:
        return self.landmarks.index(name) if name in self.landmarks else -1

    def gains(self, template: Template) -> tuple[Floats, Floats]:
        """What each marker gains at each landmark (M, L), its mirror image heard, and at each cluster (M, K)."""
        count = len(self.landmarks)
        share = template.share
        own = self._density[:, :count] + np.log(share[:count]) - np.log1p(-share[:count])
        log = self._density + np.log(np.maximum(share, 1e-9))
        cluster = np.stack([np.logaddexp.reduce(log[:, rows], axis=1) for rows in self._of_cluster], axis=1)
        rest = np.maximum(cluster.max(axis=1), OUTSIDE)
        over = np.clip(own - rest[:, None], -30.0, 30.0)
        heard = np.where((self.partners >= 0)[:, None], over[self.partners][:, self._mirror_columns], 0.0)
        return own + MIRROR_WEIGHT * heard, cluster

    @property
    def _mirror_columns(self) -> Ints:
        return np.where(self._other >= 0, self._other, np.arange(len(self.landmarks)))

    def solve(self, template: Template, forbidden: tuple[tuple[int, int], ...] = ()) -> Choice:
        """The best choice; ``forbidden`` pairs of marker and landmark column are left out."""
        gain, cluster = self.gains(template)
        rest = np.maximum(cluster.max(axis=1), OUTSIDE)
        return self._solved(template, gain, rest, forbidden)

    def _solved(self, template: Template, gain: Floats, rest: Floats, forbidden: tuple[tuple[int, int], ...]) -> Choice:
        markers, count = gain.shape
        cost = np.full((markers, count + markers), FORBIDDEN)
        cost[:, :count] = -gain
        cost[np.arange(markers), count + np.arange(markers)] = -rest
        for marker, column in forbidden:
            cost[marker, column] = FORBIDDEN
        best: Choice | None = None
        price = np.zeros(count)
        for _ in range(PAIRING_ROUNDS):
            columns = linear_sum_assignment(cost + np.append(price, np.zeros(markers)))[1]
            chosen = np.where(columns < count, columns, -1)
            one = self._scored(template, gain, rest, chosen)
            if best is None or one.score > best.score:
                best = one
            fresh = [c for c in chosen[self._alone(chosen)] if price[c] == 0.0]
            if not fresh:
                break
            price[fresh] = UNPAIRED
        assert best is not None
        return best

    def scored(self, template: Template, chosen: Ints) -> Choice:
        """A choice given by its columns (M,), with its log likelihood."""
        gain, cluster = self.gains(template)
        return self._scored(template, gain, np.maximum(cluster.max(axis=1), OUTSIDE), chosen)

    def _scored(self, template: Template, gain: Floats, rest: Floats, chosen: Ints) -> Choice:
        empty = template.prior + float(np.log1p(-template.share[: gain.shape[1]]).sum())
        own = np.where(chosen >= 0, gain[np.arange(len(chosen)), chosen], rest)
        return Choice(template, chosen, empty + float(own.sum()) - UNPAIRED * int(self._alone(chosen).sum()))

    def is_mirrored(self, one: Choice, marker: int, partner: int) -> bool:
        """Whether two markers show the two sides of one landmark."""
        mine, theirs = int(one.columns[marker]), int(one.columns[partner])
        return mine >= 0 and theirs >= 0 and mine != theirs and int(self._other[mine]) == theirs

    def _alone(self, chosen: Ints) -> Bools:
        """Markers (M,) whose landmark has a mirror image that nobody shows."""
        other = np.where(chosen >= 0, self._other[chosen], -1)
        return np.asarray((other >= 0) & ~np.isin(other, chosen))

    def unheard_of(self, chosen: Ints) -> Bools:
        """Markers (M,) whose landmark no known set has so: without what goes with it, or beside what replaces it."""
        there = {self.landmarks[c] for c in chosen if c >= 0}
        return np.array([c >= 0 and self._is_unheard_of(self.landmarks[c], there) for c in chosen])

    @staticmethod
    def _is_unheard_of(name: str, there: set[str]) -> bool:
        base = strip_suffix(name)
        side = name[len(base) :]
        if any(one + side in there for one in STRANGERS.get(base, ())):
            return True
        return base in FOLLOWERS and not any(one + side in there or one in there for one in FOLLOWERS[base])


def mirror_partners(wear: Wear, places: Places) -> Ints:
    """The marker (M,) that each marker's mirror image lies nearest to, and the other way round; -1 for none."""
    shares = np.exp(wear.log_density - wear.log_density.max(axis=1, keepdims=True)) * places.share
    column = np.array([wear.segments.index(s) for s in places.segments])
    belongs = np.stack([shares[:, column == s].sum(axis=1) for s in range(len(wear.segments))], axis=1)
    mine = belongs.argmax(axis=1)
    opposite = np.array([wear.segments.index(swap_suffix(s)) for s in wear.segments])
    count = len(mine)
    at = wear.offset[np.arange(count), mine] * [1.0, 1.0, -1.0]
    there = wear.offset[:, opposite[mine]].swapaxes(0, 1)  # [m, n]: marker n in the segment opposite to m's
    far = np.linalg.norm(there - at[:, None], axis=-1)
    far[mine[None, :] != opposite[mine][:, None]] = np.inf
    far[np.arange(count), np.arange(count)] = np.inf
    nearest = far.argmin(axis=1)
    good = (nearest[nearest] == np.arange(count)) & (far[np.arange(count), nearest] < MIRROR_M)
    return np.where(good, nearest, -1)


def place_name(choice: PlaceChoice, marker: int, column: int, cluster: Floats) -> str:
    """The place that a column stands for; where it is -1, the marker's likeliest cluster or nothing."""
    if column >= 0:
        return choice.landmarks[column]
    best = int(cluster[marker].argmax())
    return choice.clusters[best] if cluster[marker, best] > OUTSIDE else NOTHING


def best_choices(choice: PlaceChoice, templates: tuple[Template, ...]) -> list[Choice]:
    """The best choice under each template, best first."""
    return sorted((choice.solve(template) for template in templates), key=lambda one: -one.score)
