"""Ground forces under both feet: measured where a foot is on plates, predicted elsewhere, blended in between.

Where a foot's push is measured, the prediction takes it as given and lets the other foot bear what is missing, so that
both together still explain the movement. A foot changes between measured and predicted in the middle of a swing, where
both are nothing. Both feet on the same plates share what those measure as the prediction says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from psoas.core.arrays import Bools, Floats, Ints, read_only
from psoas.core.sides import LETTERS
from psoas.kinematics.filters import lowpass
from psoas.mechanics.grf_prediction import GivenLoads, predict_from_soles
from psoas.mechanics.inverse_dynamics import ExternalWrench
from psoas.mechanics.plate_frames import FramedPlate, PlateContact, bring_to_frames, find_contacts, find_covered
from psoas.mechanics.plate_use import GroundOrigin, PlateReason, PlateUse
from psoas.mechanics.smooth_step import smoothstep
from psoas.mechanics.sole_contacts import SoleContacts
from psoas.mechanics.stance_contacts import UP, Stance, StancePlates, match_stances
from psoas.recording import Forces
from psoas.recording.plate_loading import CONTACT_FORCE_N

BLEND_S = 0.1
"""How long a foot takes from measured to predicted (assumed)."""
WHOLE = 0.999
"""From this weight on a load is measured and nothing else."""
FAINT = 0.1
"""Below this part of a weight what it stands for fades out."""
MOST_STANCES = 0.8
"""From this share of stances on, plates that disagree are the whole ground of a person who hangs or leans (assumed)."""
APART_M = 0.15
"""Feet whose centres of pressure are closer than this do not tell their shares (assumed)."""
LEAST_N = 1.0
"""Keeps shares of two feet that hardly press finite."""


@dataclass(frozen=True)
class PlateScene:
    """Plates at the T frames of a motion, their contacts, ``covered`` (T,) frames within the plates' own time, and what
    was found of stances on them."""

    plates: tuple[FramedPlate, ...]
    contacts: tuple[PlateContact, ...]
    covered: Bools
    found: StancePlates


def match_plates(soles: SoleContacts, forces: Forces, time: Floats, *, cutoff_hz: float, weighed: bool) -> PlateScene:
    """Plates of a recording matched with the feet of ``soles`` at ``time`` (T,).

    Where plates that nearly every stance was on all disagree with the movement, something else bore the body and not
    the plates are wrong: they stay in use, and what they leave over tells (see ``compute_kinetics``).
    """
    plates = bring_to_frames(forces, time, cutoff_hz=cutoff_hz)
    contacts = find_contacts(plates)
    found = match_stances(soles, plates, contacts, weighed=weighed)
    wrong = [stance for stance in found.stances if stance.reason is PlateReason.DISAGREES]
    if not any(map(found.is_measured, found.stances)) and len(wrong) >= MOST_STANCES * len(found.stances) > 0:
        kept = tuple(None if reason is PlateReason.DISAGREES else reason for reason in found.unused)
        found = replace(found, unused=kept)
    return PlateScene(plates, contacts, find_covered(forces, time), found)


@dataclass(frozen=True)
class GroundForces:
    """The load of each foot ("r", "l") at T frames; ``origin`` (T, 2), right first, says where it is from
    (``GroundOrigin``); ``on_plates`` (T,) marks frames in which plates alone bear the body; ``lift`` (T, 2) is how far
    the ground under each foot is above the lowest, metres; ``plates`` what became of each."""

    loads: dict[str, ExternalWrench]
    origin: Ints
    on_plates: Bools
    lift: Floats
    plates: tuple[PlateUse, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "origin", read_only(self.origin, np.intp))
        object.__setattr__(self, "on_plates", read_only(self.on_plates, bool))
        object.__setattr__(self, "lift", read_only(self.lift))


def combine_ground(soles: SoleContacts, scene: PlateScene) -> GroundForces:
    """Both feet's loads from plates and prediction."""
    parts = _MeasuredParts(soles, scene)
    kept = edge_ramp(scene.covered, soles.rate_hz)
    kind = np.stack([parts.kind(foot) for foot in range(2)], axis=1) * kept[:, None]
    own, shared = parts.own * kind[..., None], parts.shared * kept[:, None]
    both = parts.both[:, None] * kept[:, None] * np.ones(2)
    weight = kind * (1.0 - both)
    total = own.copy()
    if (weight[soles.seen] < WHOLE).any():
        slow = _slowed(parts.own, scene.covered, soles) * kind[..., None]
        told = predict_from_soles(soles, GivenLoads(slow, weight)).loads
        free = np.stack([np.hstack([told[side].force, told[side].torque]) for side in LETTERS], axis=1)
        free = free * smoothstep((1.0 - weight) / FAINT)[..., None]
        total = total + free + _split(free, both, shared, float(np.percentile(soles.position[..., 1], 3.0)))
    origin = np.full(weight.shape, GroundOrigin.BLENDED, dtype=np.intp)
    origin[weight >= WHOLE] = GroundOrigin.MEASURED
    origin[(weight <= 1 - WHOLE) & (both <= 1 - WHOLE)] = GroundOrigin.PREDICTED
    bears: Bools = np.maximum(weight, both) >= WHOLE
    down: Bools = soles.down() > UP
    on_plates: Bools = np.asarray((bears | ~down).all(axis=1) & (down & bears).any(axis=1))
    loads = {side: _wrench(side, total[:, i]) for i, side in enumerate(LETTERS)}
    return GroundForces(loads, origin, on_plates, soles.heights(), describe_use(scene))


def _slowed(wrench: Floats, covered: Bools, soles: SoleContacts) -> Floats:
    """Measured loads (T, 2, 6) filtered like the movement that the prediction explains; 0 where plates tell nothing."""
    told = np.where(covered[:, None, None], wrench, np.nan)
    return np.nan_to_num(lowpass(told, rate_hz=soles.rate_hz, cutoff_hz=soles.recipe.acceleration_hz))


def describe_use(scene: PlateScene) -> tuple[PlateUse, ...]:
    """What became of each plate, in the order of the file."""
    uses, found = [], scene.found
    for number, plate in enumerate(scene.plates):
        mine = [k for k, contact in enumerate(scene.contacts) if contact.plate == number]
        reasons = [reason for reason in (found.unused[k] for k in mine) if reason]
        if any(found.unused[k] is None and _is_shared(k, found) for k in mine):
            reasons.append(PlateReason.BOTH_FEET)
        if not mine:
            reasons = [PlateReason.NEVER_LOADED]
        used = sum(found.unused[k] is None for k in mine)
        uses.append(PlateUse(plate.name, len(mine), used, tuple(dict.fromkeys(reasons))))
    return tuple(uses)


def _is_shared(contact: int, found: StancePlates) -> bool:
    return len({stance.foot for stance in found.stances if contact in stance.contacts}) > 1


class _MeasuredParts:
    """What plates say of each foot: ``own`` (T, 2, 6), the load that is its alone; ``shared`` (T, 6), what both bear
    together; ``both`` (T,), from 0 to 1, whether they do."""

    def __init__(self, soles: SoleContacts, scene: PlateScene) -> None:
        frames = len(soles.seen)
        self.rate_hz, self.contacts, self.found = soles.rate_hz, scene.contacts, scene.found
        self.own, self.shared, self.both = np.zeros((frames, 2, 6)), np.zeros((frames, 6)), np.zeros(frames)
        for number, contact in enumerate(scene.contacts):
            if scene.found.unused[number] is None:
                self._add(number, scene.plates[contact.plate].wrench)

    def _add(self, number: int, wrench: Floats) -> None:
        """Books one contact to the foot, or the feet, on it."""
        contact = self.contacts[number]
        during = slice(contact.low, contact.high)
        parts = self._bearers(number)[during]
        for foot in range(2):
            self.own[during, foot] += parts[:, [foot]] * wrench[during]
        self.shared[during] += parts[:, [2]] * wrench[during]
        self.both[during] = np.maximum(self.both[during], parts[:, 2])

    def _bearers(self, number: int) -> Floats:
        """How far (T, 3) right foot alone, left foot alone and both together bear a contact; each row sums to 1."""
        frames = len(self.both)
        current = np.zeros((frames, 2), dtype=bool)
        for stance in self.found.stances:
            if number in stance.contacts:
                current[stance.start : stance.stop, stance.foot] = True
        label = np.where(current.all(axis=1), 2, np.where(current[:, 0], 0, np.where(current[:, 1], 1, -1)))
        known = np.flatnonzero(label >= 0)
        label = label[known[np.searchsorted(known, np.arange(frames)).clip(0, len(known) - 1)]]
        parts: Floats = np.eye(3)[label]
        width = max(1, round(BLEND_S * self.rate_hz / 2))
        if (label == label[0]).all():
            return parts
        window = np.hanning(2 * width + 3)[1:-1]
        padded = np.pad(parts, ((width, width), (0, 0)), mode="edge")
        mixed = [np.convolve(column, window / window.sum(), mode="valid") for column in padded.T]
        return np.stack(mixed, axis=1).astype(float)

    def kind(self, foot: int) -> Floats:
        """How far (T,) a foot's load is measured: 1 in measured stances, 0 in others, changing in mid-swing."""
        spans = [(*self._span(stance), self.found.is_measured(stance)) for stance in self.found.of_foot(foot)]
        frames = np.arange(len(self.both))
        weight = np.full(len(frames), float(spans[0][2]) if spans else 0.0)
        for (_, end, was), (start, _, now) in pairwise(spans):
            if was != now:
                half = max(1.0, min(BLEND_S * self.rate_hz, start - end) / 2)
                rise = smoothstep(np.asarray((frames - (start + end) / 2 + half) / (2 * half), float))
                weight = np.where(frames < (start + end) / 2 - half, weight, was + (float(now) - was) * rise)
        return weight

    def _span(self, stance: Stance) -> tuple[int, int]:
        """First and last frame of a stance: where its plates are loaded, when they are its alone."""
        mine = [self.contacts[k] for k in stance.contacts if self.found.unused[k] is None]
        if not mine or not self.found.is_measured(stance) or any(_is_shared(k, self.found) for k in stance.contacts):
            return stance.start, stance.stop
        return min(contact.start for contact in mine), max(contact.stop for contact in mine)


def edge_ramp(covered: Bools, rate_hz: float) -> Floats:
    """1 in covered frames (T,), 0 outside, rising smoothly within the covered ones next to an edge."""
    outside = np.flatnonzero(~covered)
    if not len(outside):
        return np.ones(len(covered))
    place = np.searchsorted(outside, np.arange(len(covered)))
    before, after = outside[(place - 1).clip(0)], outside[place.clip(max=len(outside) - 1)]
    apart = np.minimum(np.abs(np.arange(len(covered)) - before), np.abs(after - np.arange(len(covered))))
    return smoothstep(apart / max(1.0, BLEND_S * rate_hz))


def _split(free: Floats, both: Floats, shared: Floats, floor_m: float) -> Floats:
    """What each foot (T, 2, 6) adds to its prediction ``free``, so that both bear what their plates measured together.

    The measured centre of pressure lies between those of the feet and tells what each bears; where these are too close
    or not known, the predicted vertical forces do.
    """
    taking = free * (both > 0)[..., None]
    up = np.maximum(taking[..., 1], 0.0)
    share = (up + LEAST_N)[:, 0] / (up + LEAST_N).sum(axis=1)
    whole, feet = _pressure(shared, floor_m), _pressure(taking, floor_m)
    apart = feet[:, 0] - feet[:, 1]
    length = np.linalg.norm(apart, axis=1)
    known = (length > APART_M) & (up.min(axis=1) > CONTACT_FORCE_N) & (shared[:, 1] > CONTACT_FORCE_N)
    along = ((whole - feet[:, 1]) * apart).sum(axis=1) / np.maximum(length, APART_M) ** 2
    share = np.where(known, np.clip(along, 0.0, 1.0), share)
    parts = np.stack([share, 1.0 - share], axis=1)[..., None]
    missing = (shared - taking.sum(axis=1))[:, None]
    added = parts * missing
    # Feet keep their predicted centres of pressure, both moved by what the measured one lies beside the line of them.
    beside = whole - (parts * feet).sum(axis=1)
    vertical = parts[..., 0] * shared[:, [1]]
    place = feet + beside[:, None]
    force = taking[..., :3] + added[..., :3]
    moved = added.copy()
    moved[..., 3] = floor_m * force[..., 2] - place[..., 1] * vertical - taking[..., 3]
    moved[..., 5] = place[..., 0] * vertical - floor_m * force[..., 0] - taking[..., 5]
    moved[..., 1] = vertical - taking[..., 1]
    added = np.where(known[:, None, None], moved, added)
    return np.asarray(added * (both.max(axis=1) > 0)[:, None, None])


def _pressure(wrench: Floats, floor_m: float) -> Floats:
    """Centre of pressure (..., 2), seen from above, of a wrench (..., 6) about the room's origin."""
    up = np.where(np.abs(wrench[..., 1]) > LEAST_N, wrench[..., 1], np.inf)
    x = (wrench[..., 5] + floor_m * wrench[..., 0]) / up
    z = (floor_m * wrench[..., 2] - wrench[..., 3]) / up
    return np.stack([x, z], axis=-1)


def _wrench(side: str, about_origin: Floats) -> ExternalWrench:
    """A wrench whose force acts at the room's origin, with the moment that makes it the same load."""
    return ExternalWrench(f"calcn_{side}", np.zeros((len(about_origin), 3)), about_origin[:, :3], about_origin[:, 3:])
