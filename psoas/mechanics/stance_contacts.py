"""Which foot stood on which plate, and whether what a plate measured is the whole push under that foot.

A stance is a stretch in which one foot is down; a contact one in which one plate is loaded. They are brought together
by who bore the body while one foot stood alone, and by where foot, centre of pressure and edges of the plate were. A
stance is measured when the plates under it hold the whole sole and carry what the movement needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from psoas.core.arrays import Bools, Floats, Ints
from psoas.core.sides import LETTERS
from psoas.core.units import STANDARD_GRAVITY
from psoas.kinematics.filters import lowpass, true_runs
from psoas.mechanics.plate_frames import FramedPlate, PlateContact
from psoas.mechanics.plate_geometry import between_feet, edge_distance, sole_distance
from psoas.mechanics.plate_use import PlateReason
from psoas.mechanics.sole_contacts import SoleContacts

DOWN, UP = 0.5, 0.1
"""Gate of a foot above which it is down, and below which it surely is not (assumed)."""
SHORTEST_S = 0.06
"""Stances, gaps in them and what they share with a contact are at least this long (assumed)."""
SEEN_SHARE = 0.8
"""A contact of which less is seen cannot be judged (assumed)."""
BEARS = 0.1
"""Share of the body's need from which a plate is under the foot that stands alone (assumed)."""
NEAR_SOLE_M = 0.15
"""A centre of pressure further than this from the sole is not under it: errors of markers, body and plate position
together are a few centimetres (assumed)."""
BESIDE_M = 0.05
"""A centre of pressure this far from both soles is under neither (assumed)."""
SAME_FLOOR_M = 0.10
"""A sole is on a plate that is no further above or below it than this; steps are higher (assumed)."""
WITHIN_M, BEYOND_M = 0.01, 0.03
"""Points of the sole this far inside an edge are on the plate; this far outside, they are off it (assumed)."""
OFF_SHARE = 0.15
"""Share of a sole's pressing points off the plates from which the foot is only half on them (assumed)."""
PARTS, FADES = 5, 0.9
"""Single support in parts; the first or last bears less than this share of the usual where a foot is half off
(assumed; feet that are wholly on bear 0.93 and more of it in recordings of five laboratories)."""
LEAST_SHARE, MOST_SHARE = 0.75, 1.25
"""What plates carry of the need of a foot that stands alone, when they are right (assumed; filtered alike it is within
a tenth)."""
SIDEWAYS_BW = 0.15
"""RMS of the horizontal force, in body weights, by which plates under a foot alone may miss the need (assumed)."""
UPWARD_SHARE = 0.16
"""RMS of the vertical force, as a share of the mean need, by which they may miss it (assumed; up to 0.12 in recordings
of six laboratories, more where clocks differ by 0.1 s)."""
SAME_WEIGHT = 1.15
"""Stances weigh the same person when the heaviest is no more than this above the lightest (assumed)."""


@dataclass
class Stance:
    """Frames ``start`` to ``stop`` in which foot 0 (right) or 1 (left) is down, the contacts under it (by number), what
    they bear of the need while it stands alone (NaN when never), and why it is not measured, if so."""

    foot: int
    start: int
    stop: int
    contacts: list[int] = field(default_factory=list)
    borne: float = float("nan")
    reason: PlateReason | None = None


@dataclass(frozen=True)
class StancePlates:
    """Every stance, and by contact the reason why it is not used (None when it is)."""

    stances: tuple[Stance, ...]
    unused: tuple[PlateReason | None, ...]

    def of_foot(self, foot: int) -> list[Stance]:
        """Stances of one foot in order of time."""
        return [stance for stance in self.stances if stance.foot == foot]

    def is_measured(self, stance: Stance) -> bool:
        """Whether plates tell the whole push of a stance."""
        return bool(stance.contacts) and all(self.unused[c] is None for c in stance.contacts)


def find_stances(soles: SoleContacts) -> list[Stance]:
    """Stretches in which each foot is down, without flickers."""
    found, short = [], SHORTEST_S * soles.rate_hz
    for foot, gate in enumerate(soles.down().T):
        down = gate > DOWN
        for value in (False, True):
            for run in true_runs(down == value):
                inside = run.start > 0 and run.stop < len(down)
                if run.stop - run.start < short and (inside or value):
                    down[run] = not value
        found += [Stance(foot, run.start, run.stop) for run in true_runs(down)]
    return sorted(found, key=lambda stance: stance.start)


def match_stances(
    soles: SoleContacts, plates: tuple[FramedPlate, ...], contacts: tuple[PlateContact, ...], *, weighed: bool
) -> StancePlates:
    """Stances with the contacts under them, each contact used or not and why.

    Args:
        soles: Of the body that stood there.
        plates: At the same frames.
        contacts: Of these plates.
        weighed: Whether the body's mass is known; without it what a plate carries is no reason to leave it out.
    """
    scene = _Scene(soles, plates, contacts)
    stances = find_stances(soles)
    for stance in stances:
        stance.contacts = [number for number in range(len(contacts)) if scene.is_under(number, stance)]
    stances = sorted([*stances, *scene.unnoticed(stances)], key=lambda stance: stance.start)
    for stance in stances:
        if stance.contacts:
            stance.borne = scene.borne(stance)
            stance.reason = scene.fault(stance, weighed=weighed)
    return StancePlates(tuple(stances), tuple(_reasons(scene, stances)))


def weigh_by_stances(found: StancePlates, mass_kg: float) -> float | None:
    """Mass in kg that single stances on plates agree on, for a body computed with ``mass_kg``; None when they do
    not."""
    borne = [s.borne for s in found.stances if found.is_measured(s) and np.isfinite(s.borne) and s.borne > 0]
    if not borne or max(borne) > SAME_WEIGHT * min(borne):
        return None
    return float(np.median(borne)) * mass_kg


def _reasons(scene: _Scene, stances: list[Stance]) -> list[PlateReason | None]:
    """Why each contact is not used; one under a stance that cannot be measured takes its other stances with it."""
    unused: list[PlateReason | None] = [None] * len(scene.contacts)
    for number, contact in enumerate(scene.contacts):
        seen = scene.soles.seen[contact.start : contact.stop]
        if seen.mean() < SEEN_SHARE:
            unused[number] = PlateReason.UNSEEN
        elif not any(number in stance.contacts for stance in stances):
            unused[number] = PlateReason.NOBODY_THERE
    for number, contact in enumerate(scene.contacts):
        if unused[number] is None and _is_doubtful(contact.plate, scene.contacts, stances):
            unused[number] = PlateReason.DISAGREES
    changed = True
    while changed:
        changed = False
        for stance in stances:
            reason = stance.reason or next((r for r in (unused[c] for c in stance.contacts) if r), None)
            for number in stance.contacts:
                if reason and unused[number] is None:
                    unused[number], changed = reason, True
    return unused


def _is_doubtful(plate: int, contacts: tuple[PlateContact, ...], stances: list[Stance]) -> bool:
    """Whether a plate disagrees with the movement in every stance that can be judged: then it is no better in those
    that cannot, as where a recording cuts them."""
    judged = [
        stance.reason
        for stance in stances
        if np.isfinite(stance.borne) and any(contacts[number].plate == plate for number in stance.contacts)
    ]
    return bool(judged) and all(reason is PlateReason.DISAGREES for reason in judged)


class _Scene:
    """Soles, plates and contacts of one recording, and the questions that are asked of them."""

    def __init__(
        self, soles: SoleContacts, plates: tuple[FramedPlate, ...], contacts: tuple[PlateContact, ...]
    ) -> None:
        self.soles, self.plates, self.contacts = soles, plates, contacts
        frames = len(soles.seen)
        self.gate = _spread(soles.gate, soles.seen, 0.0)
        self.sole = _spread(soles.position, soles.seen, np.nan)
        root = [soles.body.coordinate_index(f"pelvis_t{axis}") for axis in "xyz"]
        self.need = _spread(soles.demand[:, root], soles.seen, np.nan)
        self.down = soles.down()
        self.points = [soles.of_foot(side) for side in LETTERS]
        self.weight_n = soles.body.mass_kg * STANDARD_GRAVITY
        slow = soles.recipe.acceleration_hz
        self.slow = [lowpass(plate.wrench, rate_hz=soles.rate_hz, cutoff_hz=slow) for plate in plates]
        self.fewest = max(3, round(SHORTEST_S * soles.rate_hz))
        self.index = np.arange(frames)

    def shared(self, number: int, stance: Stance) -> Ints:
        """Seen frames that a contact and a stance have in common."""
        contact = self.contacts[number]
        start, stop = max(contact.start, stance.start), min(contact.stop, stance.stop)
        frames = self.index[start : max(start, stop)]
        return frames[self.soles.seen[frames]]

    def alone(self, frames: Ints, foot: int) -> Ints:
        """Those of ``frames`` in which no other foot may bear the body."""
        one: Bools = (self.down[frames, foot] > DOWN) & (self.down[frames, 1 - foot] < UP)
        return frames[one]

    def is_under(self, number: int, stance: Stance) -> bool:
        """Whether the plate of a contact is under the foot of a stance."""
        frames = self.shared(number, stance)
        if len(frames) < self.fewest:
            return False
        plate = self.plates[self.contacts[number].plate]
        alone = self.alone(frames, stance.foot)
        if len(alone) >= self.fewest:
            carried = self.slow[self.contacts[number].plate][alone, 1].sum() / self.need[alone, 1].sum()
            return bool(abs(carried) > BEARS and self._presses(plate, alone, stance.foot))
        if plate.corners is not None:
            return self._stands_on(plate.corners, frames, stance.foot)
        return self._nearest(plate, frames, stance.foot)

    def unnoticed(self, stances: list[Stance]) -> list[Stance]:
        """Stances that only plates show: loaded under one sole that did not seem to be down."""
        found = []
        for number, contact in enumerate(self.contacts):
            if any(number in stance.contacts for stance in stances):
                continue
            plate, frames = self.plates[contact.plate], self.index[contact.start : contact.stop]
            frames = frames[self.soles.seen[frames]]
            strong = self.slow[contact.plate][frames, 1].max(initial=0.0) > BEARS * self.weight_n
            cut = contact.start == 0 or contact.stop == len(self.index)
            if (cut and len(frames)) or (strong and len(frames) >= self.fewest):
                foot = int(np.argmin(np.median(self._distances(plate, frames), axis=0)))
                if self._presses(plate, frames, foot):
                    found.append(Stance(foot, contact.start, contact.stop, [number]))
        return found

    def _distances(self, plate: FramedPlate, frames: Ints) -> Floats:
        """Distance (F, 2) of the centre of pressure to each sole, metres."""
        apart = [sole_distance(plate.pressure[frames], self.sole[frames][:, points]) for points in self.points]
        return np.stack(apart, axis=1)

    def _presses(self, plate: FramedPlate, frames: Ints, foot: int) -> bool:
        """Whether the centre of pressure is under the sole in most of the frames."""
        return self._is_level(plate, frames, foot) and (
            float(np.mean(self._distances(plate, frames)[:, foot] < NEAR_SOLE_M)) > 0.5
        )

    def _is_level(self, plate: FramedPlate, frames: Ints, foot: int) -> bool:
        """Whether the lowest point of a sole is about as high as a plate; yes where the plate's height is not told."""
        if plate.corners is None:
            return True
        low = self.sole[frames][:, self.points[foot], 1].min(axis=1)
        return abs(float(np.median(low)) - float(plate.corners[:, 1].mean())) < SAME_FLOOR_M

    def _nearest(self, plate: FramedPlate, frames: Ints, foot: int) -> bool:
        """Whether in most of the frames the centre of pressure is under this foot rather than the other, or under
        neither and between them, so that both stand there."""
        apart = self._distances(plate, frames)
        own = (apart[:, foot] < NEAR_SOLE_M) & (apart[:, foot] <= apart[:, 1 - foot])
        middle = [self.sole[frames][:, points].mean(axis=1) for points in self.points]
        between = (between_feet(plate.pressure[frames], *middle) < NEAR_SOLE_M) & (apart.min(axis=1) > BESIDE_M)
        return float(np.mean(own)) > 0.5 or float(np.mean(between)) > 0.5

    def _stands_on(self, corners: Floats, frames: Ints, foot: int) -> bool:
        """Whether two points of the sole or more are over a plate in most of the frames."""
        sole = self.sole[frames][:, self.points[foot]]
        inside = (edge_distance(sole, corners) > WITHIN_M) & (
            np.abs(sole[..., 1] - corners[:, 1].mean()) < SAME_FLOOR_M
        )
        return float(np.mean(inside.sum(axis=1) >= 2)) > 0.5

    def _under(self, stance: Stance) -> list[int]:
        """Numbers of the plates under a stance."""
        return sorted({self.contacts[number].plate for number in stance.contacts})

    def _together(self, stance: Stance) -> Ints:
        """Frames of a stance in which a contact under it lasts and the foot stands alone."""
        frames: Ints = np.unique(np.concatenate([self.shared(number, stance) for number in stance.contacts]))
        alone = self.alone(frames, stance.foot)
        return alone if len(alone) >= self.fewest else alone[:0]

    def borne(self, stance: Stance) -> float:
        """What the plates under a stance carry of what the body needs while it stands alone; NaN when it never does."""
        alone = self._together(stance)
        if not len(alone):
            return float("nan")
        carried = sum(self.slow[plate][alone, 1].sum() for plate in self._under(stance))
        return float(carried / self.need[alone, 1].sum())

    def fault(self, stance: Stance, *, weighed: bool) -> PlateReason | None:
        """Why the plates under a stance do not tell its whole push; None when they do."""
        off = self._off(stance)
        wrong = weighed and (not LEAST_SHARE <= stance.borne <= MOST_SHARE and bool(np.isfinite(stance.borne)))
        if off > OFF_SHARE and not (self._well_inside(stance) and 0.9 < stance.borne < 1.1):
            return PlateReason.HALF_ON
        if self._fades_at_edge(stance):
            return PlateReason.HALF_ON
        if wrong:
            return PlateReason.HALF_ON if off > OFF_SHARE / 3 and stance.borne < LEAST_SHARE else PlateReason.DISAGREES
        alone = self._together(stance)
        if weighed and len(alone):
            carried = sum((self.slow[plate][alone] for plate in self._under(stance)), np.zeros((len(alone), 6)))
            missed, need = carried[:, :3] - self.need[alone], float(self.need[alone, 1].mean())
            level = float(np.sqrt(np.mean((missed[:, [0, 2]] ** 2).sum(axis=1))))
            if level > SIDEWAYS_BW * self.weight_n or np.sqrt(np.mean(missed[:, 1] ** 2)) > UPWARD_SHARE * need:
                return PlateReason.DISAGREES
        return None

    def _off(self, stance: Stance) -> float:
        """Share of the pressing points of a stance that are off its plates; 0 where plates have no corners, and on
        steps, where what hangs over an edge hangs in the air."""
        if self.soles.lift.any():
            return 0.0
        corners = [self.plates[number].corners for number in self._under(stance)]
        known = [one for one in corners if one is not None]
        if len(known) < len(corners):
            return 0.0
        frames = self.index[stance.start : stance.stop]
        frames = frames[self.soles.seen[frames]]
        sole = self.sole[frames][:, self.points[stance.foot]]
        pressing = self.gate[frames][:, self.points[stance.foot]] * (self.down[frames, stance.foot] > DOWN)[:, None]
        off: Bools = np.all([edge_distance(sole, one) < -BEYOND_M for one in known], axis=0)
        return float((pressing * off).sum() / max(pressing.sum(), 1e-9))

    def _fades_at_edge(self, stance: Stance) -> bool:
        """Whether the centre of pressure comes to an edge, on a level floor, and the plates then bear less of the need
        than at other times: heel or toes press beside them."""
        alone, under = self._together(stance), [self.plates[number] for number in self._under(stance)]
        if len(alone) < 2 * PARTS or self.soles.lift.any():
            return False
        carried = sum((self.slow[number][alone, 1] for number in self._under(stance)), np.zeros(len(alone)))
        parts = zip(np.array_split(carried, PARTS), np.array_split(self.need[alone, 1], PARTS), strict=True)
        borne = np.array([one.sum() / other.sum() for one, other in parts])
        weak = borne < FADES * np.median(borne)
        if not weak[[0, -1]].any() or any(plate.corners is None for plate in under):
            return False
        deepest = np.max([self._edge(plate, alone) for plate in under], axis=0)
        near = np.array([np.median(part) < BEYOND_M for part in np.array_split(deepest, PARTS)])
        return bool((weak & near)[[0, -1]].any())

    def _edge(self, plate: FramedPlate, frames: Ints) -> Floats:
        """How far (F,) the centre of pressure is inside the edges of a plate; far outside where it is not loaded."""
        if plate.corners is None:
            return np.zeros(len(frames))
        return np.nan_to_num(edge_distance(plate.pressure[frames], plate.corners), nan=-1.0)

    def _well_inside(self, stance: Stance) -> bool:
        """Whether every centre of pressure under a stance keeps away from the edges, as under a foot wholly on."""
        for number in stance.contacts:
            plate, frames = self.plates[self.contacts[number].plate], self.shared(number, stance)
            strong = frames[plate.wrench[frames, 1] > BEARS * self.weight_n]
            if plate.corners is None or (edge_distance(plate.pressure[strong], plate.corners) < BEYOND_M).any():
                return False
        return True


def _spread(values: Floats, seen: Bools, fill: float) -> Floats:
    """Values of the seen frames (K, ...) at all frames (T, ...)."""
    full = np.full((len(seen), *values.shape[1:]), fill)
    full[seen] = values
    return full
