"""The bundled walk over made-up plates, cut from its own known ground forces."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from psoas import Body, Person
from psoas.core.arrays import Floats
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.gait.segmentation import segment_gait
from psoas.kinematics.motion import Motion
from psoas.mechanics.ground_estimation import EstimatedGround, estimate_ground
from psoas.mechanics.plate_frames import find_loaded
from psoas.mechanics.sole_contacts import WALKING, SoleContacts, observe_soles
from psoas.recording import Forces, Plate, read
from tests.worlds import EXAMPLES

MASS_KG = 66.0
CUTOFF_HZ = 10.0
WEIGHT_N = MASS_KG * 9.80665
ZERO = np.zeros(3)


@cache
def walk() -> tuple[Motion, Forces]:
    """Four seconds of the bundled walk of a woman of 66 kg, and what the ground did under each foot (right first)."""
    body = Body(Person.of(mass_kg=MASS_KG, height_m=1.70, sex="female"))
    motion = motion_from_coordinates(read(EXAMPLES / "walking_truth.mot"), body)
    forces = read(EXAMPLES / "walking_grf.mot").forces
    assert forces is not None
    part = slice(100, 500)
    short = replace(motion, time=motion.time[part], values=motion.values[part], outcome=motion.outcome[part])
    return short, forces


@cache
def soles() -> SoleContacts:
    motion, _ = walk()
    ground, _ = segment_gait(motion)
    return observe_soles(motion, ground, recipe=WALKING)


def steps(foot: int) -> list[slice]:
    """Samples of the contacts of one foot that lie wholly within the motion."""
    motion, truth = walk()
    loaded = find_loaded(truth.plates[foot].force[:, 1], rate_hz=1 / float(np.median(np.diff(truth.time))))
    edges = np.flatnonzero(np.diff(np.r_[0, loaded.astype(int), 0]))
    runs = [slice(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    inside = (truth.time > motion.time[0]) & (truth.time < motion.time[-1])
    return [run for run in runs if inside[run].all()]


def step(foot: int, number: int, name: str, *, margin: float = 0.08) -> Plate:
    """A plate under one step: its force while that lasts, and corners that hold the whole sole with a margin."""
    return paved([(foot, number)], name, margin=margin)


def paved(trodden: list[tuple[int, int]], name: str, *, margin: float = 0.08) -> Plate:
    """One plate under several steps (foot, number): the sum of their forces, and corners around all their soles."""
    motion, truth = walk()
    force, moment, around = np.zeros((len(truth.time), 3)), np.zeros((len(truth.time), 3)), []
    for foot, number in trodden:
        run, source = steps(foot)[number], truth.plates[foot]
        point = np.nan_to_num(source.point)
        force[run] += source.force[run]
        moment[run] += np.cross(point[run], source.force[run]) + source.torque[run]
        middle = np.searchsorted(motion.time, (truth.time[run.start] + truth.time[run.stop - 1]) / 2)
        around.append(soles().position[middle][soles().of_foot("rl"[foot])])
    low, high = np.concatenate(around).min(axis=0) - margin, np.concatenate(around).max(axis=0) + margin
    return plate(name, force, moment, rectangle(low, high))


def rectangle(low: Floats, high: Floats, height: float = 0.0) -> Floats:
    """Corners (4, 3) of a level plate between two points."""
    return np.array(
        [[high[0], height, high[2]], [low[0], height, high[2]], [low[0], height, low[2]], [high[0], height, low[2]]]
    )


def plate(name: str, force: Floats, moment: Floats, corners: Floats | None) -> Plate:
    """A level plate at height 0 from force and moment about the room's origin."""
    on = np.abs(force[:, 1]) > 10.0
    up = np.where(on, force[:, 1], 1.0)
    point = np.where(on[:, None], np.stack([moment[:, 2] / up, 0 * up, -moment[:, 0] / up], axis=1), np.nan)
    free = moment - np.cross(np.nan_to_num(point), force)
    return Plate(name, force, point, np.where(on[:, None], free * [0, 1, 0], 0.0), corners)


def estimated(*plates: Plate, time: Floats | None = None, mass_kg: float | None = MASS_KG) -> EstimatedGround:
    """Ground forces of the walk over these plates; without any, all predicted."""
    motion, truth = walk()
    ground, gait = segment_gait(motion)
    forces = Forces(truth.time if time is None else time, plates) if plates else None
    body = Body(Person.of(mass_kg=mass_kg, height_m=1.70, sex="female"), scale=motion.body.scale, trunk=True).ready()
    return estimate_ground(motion, body, ground=ground, gait=gait, plates=forces, cutoff_hz=CUTOFF_HZ)
