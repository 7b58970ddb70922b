"""The forces of a recording, whole: ground, joints, muscles as a band, loads and the drive of the step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Literal

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Bools, Floats, Ints, finite_rows
from psoas.core.message import Message, message
from psoas.core.sides import LETTERS, SIDES
from psoas.core.units import STANDARD_GRAVITY
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.gait.strides import Gait
from psoas.kinematics.motion import Motion
from psoas.mechanics.choice_forces import ChoiceForces, MuscleForces, collect_forces, solve_blocks
from psoas.mechanics.ground_estimation import estimate_ground, force_body
from psoas.mechanics.ground_forces import GroundForces
from psoas.mechanics.inverse_dynamics import ExternalWrench, FilteredKinematics, differentiate, required_forces
from psoas.mechanics.joint_loads import stance_peaks
from psoas.mechanics.muscle_force_estimation import ForceSetting
from psoas.mechanics.plate_use import GroundOrigin, PlateUse
from psoas.mechanics.propulsion import Propulsion, compute_propulsion
from psoas.mechanics.rough_frames import leave_out_rough_frames
from psoas.recording import Forces, Plate
from psoas.recording.plate_loading import CONTACT_FORCE_N, PRESSURE_FORCE_N

GroundSource = Literal["measured", "predicted", "mixed"]
MEASURED: GroundSource = "measured"
PREDICTED: GroundSource = "predicted"
MIXED: GroundSource = "mixed"
UNEXPLAINED_BW = 0.25
"""Root residual (RMS, body weights) above which something other than the feet bore the body (assumed)."""
FEWEST_FRAMES = 20


@dataclass(frozen=True)
class Kinetics:
    """Forces of a movement at its seen frames ``time`` (K,).

    ``ground`` says "measured", "predicted" or "mixed"; ``loads`` are the feet's wrenches at all frames of the motion;
    ``origin`` (T, 2), right foot first, says where each of them comes from (``GroundOrigin``), and ``plates`` what
    became of each plate;
    ``seen`` (T,) tells which of the motion's frames those are; ``required`` (K, N) what the movement needs, N m and N;
    ``choices`` one for each choice of the band, the first for single figures; ``muscles`` every muscle under the first;
    ``passive_share`` by side the least and greatest passive share of the hip flexors' burst over the choices;
    ``residual_n`` is the largest component of force at the pelvis that nothing explains, ``residual_rms_bw`` the RMS of
    its size in body weights, and ``plates_residual_bw`` the same over the frames in which plates alone bear the body
    (NaN without such frames); ``timing`` is milliseconds a frame by stage; ``lift`` (T, 2) is how far the ground under
    each foot, right first, is above the lowest, metres.
    """

    ground: GroundSource
    time: Floats
    loads: Mapping[str, ExternalWrench]
    kinematics: FilteredKinematics
    body: Body
    seen: Bools
    required: Floats
    choices: tuple[ChoiceForces, ...]
    muscles: MuscleForces
    drive: Mapping[str, Propulsion | None]
    passive_share: Mapping[str, tuple[float, float] | None]
    hip_peaks_bw: Mapping[str, tuple[float, float]]
    residual_n: float
    residual_rms_bw: float
    timing: Mapping[str, float]
    notes: tuple[Message, ...]
    origin: Ints
    lift: Floats
    plates_residual_bw: float = np.nan
    plates: tuple[PlateUse, ...] = ()

    def stance_measured(self, side: str) -> float:
        """Share of the seen frames with a foot on the ground in which its force was measured; NaN without any."""
        stands = self.seen & (self.loads[side[0]].force[:, 1] > CONTACT_FORCE_N)
        measured = self.origin[stands, SIDES.index(side)] == GroundOrigin.MEASURED
        return float(measured.mean()) if len(measured) else np.nan

    def at(self, frames: slice) -> Kinetics:
        """The forces of some of the seen frames; figures of the whole movement stay."""
        rows = np.flatnonzero(self.seen)[frames]
        moved = self.kinematics
        return replace(
            self,
            time=self.time[frames],
            loads={name: one.at(rows) for name, one in self.loads.items()},
            kinematics=FilteredKinematics(
                moved.values[rows], moved.velocity[rows], moved.acceleration[rows], moved.cutoff_hz
            ),
            seen=np.ones(len(rows), bool),
            required=self.required[frames],
            choices=tuple(one.at(frames) for one in self.choices),
            muscles=self.muscles.at(frames),
            origin=self.origin[rows],
            lift=self.lift[rows],
        )

    @property
    def main(self) -> ChoiceForces:
        """Forces under the first choice."""
        return self.choices[0]

    def tension_band(self, group: str, side: str) -> Floats:
        """Summed tension of a muscle group: median, least and greatest over the choices (3, K), newtons."""
        every = np.array([one.tension[group, side] for one in self.choices], float)
        return np.array([np.median(every, axis=0), every.min(axis=0), every.max(axis=0)])

    def peak_band(self, group: str, side: str) -> tuple[float, float, float]:
        """Peak tension of a group: median, least and greatest over the choices, newtons."""
        tops = [float(one.tension[group, side].max()) for one in self.choices]
        return float(np.median(tops)), min(tops), max(tops)


def compute_kinetics(
    motion: Motion,
    *,
    ground: GroundMotion,
    gait: Gait | None,
    plates: Forces | None,
    walking: bool = False,
    setting: ForceSetting | None = None,
    step_heights: Sequence[float] = (),
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Kinetics | None, tuple[Message, ...]]:
    """Forces of a motion: ground, joints, muscles, loads.

    Args:
        motion: Coordinates on a body.
        ground: How the ground moves.
        gait: Where there is one; without it the ground is predicted as in standing.
        walking: Whether this is part of a walk, although no full stride was seen.
        plates: Measured ground forces; without them the ground forces are predicted.
        setting: Bracing and tightness that are put in.
        step_heights: Of steps and boxes over the lowest ground, metres, where they were told.
        progress: Called with how many frames are done, and of how many.

    Returns:
        The forces and no message, or None and why there are none.
    """
    if finite_rows(motion.values).sum() < FEWEST_FRAMES:
        return None, (message("mechanics.too_few_frames", needed=FEWEST_FRAMES),)
    clock = _StageTimer(len(motion.time))
    body = force_body(motion, motion.body.person)
    clock.stage("body")
    motion, notes = leave_out_rough_frames(motion, body)
    if finite_rows(motion.values).sum() < FEWEST_FRAMES:
        return None, (*notes, message("mechanics.too_few_frames", needed=FEWEST_FRAMES))
    kinematics = differentiate(motion)
    clock.stage("dynamics")
    found = estimate_ground(
        motion, body, ground=ground, gait=gait, plates=plates, cutoff_hz=kinematics.cutoff_hz, walking=walking,
        step_heights=step_heights,
    )  # fmt: skip
    body, loads = found.body, found.forces.loads
    clock.stage("ground")
    needed, there = required_forces(body, kinematics, loads), finite_rows(kinematics.acceleration)
    required = needed.generalized[there]
    clock.stage("dynamics")
    root = required[:, [body.coordinate_index(f"pelvis_{k}") for k in ("tx", "ty", "tz")]]
    borne = found.forces.on_plates[there]
    unexplained = float(np.sqrt(np.mean((root**2).sum(axis=1))))
    on_plates = float(np.sqrt(np.mean((root[borne] ** 2).sum(axis=1)))) if borne.sum() >= FEWEST_FRAMES else np.nan
    weight = body.person.mass_kg * STANDARD_GRAVITY
    if (worst := float(np.nanmax([unexplained, on_plates]))) > UNEXPLAINED_BW * weight:
        where = "unexplained" if np.isnan(on_plates) else "unexplained_on_plates"
        return None, (message(f"mechanics.{where}", force=f"{worst:.0f}"),)
    time, velocity = motion.time[there], kinematics.velocity[there]
    blocks = solve_blocks(body, kinematics, loads, required=needed, setting=setting, book=clock.stage)
    choices, muscles = collect_forces(blocks, len(time), progress)
    drives = {side: [_drive(time, body, required, velocity, one, gait, side) for one in choices] for side in SIDES}
    drive = {side: found[0] for side, found in drives.items()}
    passive = {side: _passive_band(found) for side, found in drives.items()}
    hips = {side: _hip_peaks(time, choices[0].hip_contact_bw[side].astype(float), gait, side) for side in SIDES}
    clock.stage("loads")
    return Kinetics(
        _source(found.forces), time, loads, kinematics, body, there, required, choices, muscles, drive, passive, hips,
        float(np.abs(root).max()), unexplained / weight, clock.spent, (*notes, *found.notes), found.forces.origin,
        found.forces.lift, on_plates / weight, found.forces.plates,
    ), ()  # fmt: skip


def _source(forces: GroundForces) -> GroundSource:
    """What the ground is as a whole."""
    if (forces.origin == GroundOrigin.PREDICTED).all():
        return PREDICTED
    return MEASURED if (forces.origin == GroundOrigin.MEASURED).all() else MIXED


class _StageTimer:
    """Milliseconds a frame that each stage took."""

    def __init__(self, frames: int) -> None:
        self.spent: dict[str, float] = {}
        self._frames, self._last = max(frames, 1), perf_counter()

    def stage(self, name: str) -> None:
        """Adds the time since the last call to ``name``."""
        now = perf_counter()
        self.spent[name] = self.spent.get(name, 0.0) + (now - self._last) * 1000 / self._frames
        self._last = now


def _drive(
    time: Floats,
    body: Body,
    required: Floats,
    velocity: Floats,
    found: ChoiceForces,
    gait: Gait | None,
    side: str,
) -> Propulsion | None:
    if gait is None:
        return None
    hip, ankle = (body.coordinate_index(f"{name}_{side[0]}") for name in ("hip_flexion", "ankle_angle"))
    return compute_propulsion(
        time, gait.of(side), hip=required[:, hip], hip_rate=velocity[:, hip],
        hip_passive=found.passive_hip[:, SIDES.index(side)].astype(float),
        ankle=required[:, ankle], ankle_rate=velocity[:, ankle],
        mass_kg=body.person.mass_kg,
    )  # fmt: skip


def _passive_band(drives: list[Propulsion | None]) -> tuple[float, float] | None:
    """Least and greatest passive share of the hip flexors' burst; None without a stride or a burst."""
    shares = [d.hip_flexor_passive_share for d in drives if d and np.isfinite(d.hip_flexor_passive_share)]
    return (min(shares), max(shares)) if shares else None


def _hip_peaks(time: Floats, load: Floats, gait: Gait | None, side: str) -> tuple[float, float]:
    """Mean first and second peak of the hip contact force over the stance phases, in body weights; NaN without gait."""
    if gait is None:
        return np.nan, np.nan
    strides, tops = gait.of(side), []
    for start, off, good in zip(strides.start, strides.toe_off, strides.good, strict=True):
        if good and np.isfinite(off):
            tops.append(stance_peaks(load, (time - start) / (off - start)))
    return _mean_seen([top[0] for top in tops]), _mean_seen([top[1] for top in tops])


def _mean_seen(values: list[float]) -> float:
    """Mean of those that are numbers; NaN without any."""
    seen = [value for value in values if np.isfinite(value)]
    return float(np.mean(seen)) if seen else np.nan


def ground_plates(motion: Motion, loads: Mapping[str, ExternalWrench], lift: Floats | None = None) -> Forces:
    """The feet's forces as two plates at the height of the ground, ready to be written in OpenSim's columns.

    Args:
        motion: Coordinates on a body.
        loads: Force and moment of each foot ("r", "l") about the room's origin.
        lift: How far the ground under each foot (T, 2) is above the lowest, metres; flat when not told.

    Returns:
        Two plates on the motion's clock; all 0 where the foot presses with less than 10 N.
    """
    heels = motion.body.landmark_positions(np.nan_to_num(motion.values), ("heel_r", "heel_l"))
    over = np.zeros((len(motion.time), 2)) if lift is None else lift
    floor = float(
        np.percentile(np.concatenate([heels[f"heel_{s}"][:, 1] - over[:, i] for i, s in enumerate(LETTERS)]), 1.0)
    )
    plates = []
    for i, side in enumerate(LETTERS):
        height = floor + over[:, i]
        force, moment = loads[side].force, loads[side].torque
        on = force[:, 1] >= PRESSURE_FORCE_N
        up = np.where(on, force[:, 1], np.inf)
        x, z = (moment[:, 2] + height * force[:, 0]) / up, (height * force[:, 2] - moment[:, 0]) / up
        point = np.stack([x, height, z], axis=1)
        free = moment - np.cross(point, force)
        plates.append(Plate(f"ground_force_{side}", *(part * on[:, None] for part in (force, point, free))))
    return Forces(motion.time, tuple(plates))
