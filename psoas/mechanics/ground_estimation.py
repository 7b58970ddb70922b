"""The ground under a recording: the body on it with its mass, both feet's loads, and where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.core.arrays import Bools, Floats
from psoas.core.message import Message, message
from psoas.core.units import STANDARD_GRAVITY
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.gait.running import is_running
from psoas.kinematics.gait.strides import Gait
from psoas.kinematics.motion import Motion
from psoas.mechanics.grf_prediction import predict_from_soles
from psoas.mechanics.ground_forces import GroundForces, combine_ground, match_plates
from psoas.mechanics.ground_height import surface_heights
from psoas.mechanics.plate_use import GroundOrigin
from psoas.mechanics.sole_contacts import RUNNING, STANDING, WALKING, observe_soles
from psoas.mechanics.stance_contacts import weigh_by_stances
from psoas.recording import Forces

LIGHTEST_KG, HEAVIEST_KG = 15.0, 250.0
"""Plates that weigh less or more than this weighed no person (assumed)."""
UNCOVERED_S = 0.1
"""Less of a movement than this without plates is not worth a word (assumed)."""


@dataclass(frozen=True)
class EstimatedGround:
    """The body with the mass that forces scale with, its ground forces, and notes on the mass."""

    body: Body
    forces: GroundForces
    notes: tuple[Message, ...]


def force_body(motion: Motion, person: Person) -> Body:
    """The body of a motion with the trunk's muscles and a person's mass, ready for use."""
    return Body(person, scale=motion.body.scale, lumbar_rhythm=motion.body.rhythm.name, trunk=True).ready()


def estimate_ground(
    motion: Motion,
    body: Body,
    *,
    ground: GroundMotion,
    gait: Gait | None,
    plates: Forces | None,
    cutoff_hz: float,
    walking: bool = False,
    step_heights: Sequence[float] = (),
) -> EstimatedGround:
    """Ground forces of a motion, measured where plates tell them and predicted elsewhere.

    Args:
        motion: Coordinates over time.
        body: With the trunk's muscles; its mass is weighed on the plates where it was assumed.
        ground: How the ground moves.
        gait: Where there is one; without it feet are taken to stand.
        walking: Whether the feet step although no full stride was seen.
        plates: Measured ground forces, where there are any; those with corners tell how high their surface is.
        step_heights: Of steps and boxes over the lowest ground, metres, where they were told.
        cutoff_hz: Of the low-pass that the plates get, like the movement.
    """
    running = gait is not None and is_running(gait.stance_percent.mean)
    recipe = (RUNNING if running else WALKING) if gait or walking else STANDING
    person, assumed = body.person, "mass_kg" in body.person.assumed
    if plates is not None and assumed and ground.treadmill and (mass := _mean_mass(plates, motion.time)):
        body, assumed = force_body(motion, _with_mass(person, mass)), False
    known = (*step_heights, *surface_heights(_surfaces(plates)))
    soles = observe_soles(replace(motion, body=body), ground, recipe=recipe, known_heights=known)
    if plates is None:
        loads = predict_from_soles(soles).loads
        origin = np.full((len(motion.time), 2), GroundOrigin.PREDICTED)
        found = GroundForces(loads, origin, np.zeros(len(motion.time), dtype=bool), soles.heights())
        return EstimatedGround(body, found, _mass_notes(person, body))
    scene = match_plates(soles, plates, motion.time, cutoff_hz=cutoff_hz, weighed=not assumed)
    if assumed and (mass := _plausible(weigh_by_stances(scene.found, person.mass_kg))):
        body = force_body(motion, _with_mass(person, mass))
        soles = replace(soles, body=body, demand=soles.demand * (mass / person.mass_kg))
        scene = match_plates(soles, plates, motion.time, cutoff_hz=cutoff_hz, weighed=True)
    notes = (*_mass_notes(person, body), *_coverage_notes(plates, motion.time, scene.covered))
    return EstimatedGround(body, combine_ground(soles, scene), notes)


def _surfaces(plates: Forces | None) -> list[float]:
    """Heights of the plates whose corners are known, metres."""
    every = plates.plates if plates else ()
    return [float(plate.corners[:, 1].mean()) for plate in every if plate.corners is not None]


def _mass_notes(before: Person, body: Body) -> tuple[Message, ...]:
    """Where the mass is from, unless it was told."""
    if "mass_kg" not in before.assumed:
        return ()
    if "mass_kg" in body.person.assumed:
        return (message("mechanics.mass_assumed", mass=f"{before.mass_kg:g}"),)
    return (message("mechanics.mass_weighed", mass=f"{body.person.mass_kg:.1f}"),)


def _coverage_notes(plates: Forces, time: Floats, covered: Bools) -> tuple[Message, ...]:
    """That plates were read during a part of the movement only, where they were."""
    missing = (~covered).sum() * float(np.median(np.diff(time)))
    if missing < UNCOVERED_S:
        return ()
    instants = {"start": plates.time[0], "end": plates.time[-1], "from": time[0], "to": time[-1]}
    return (message("mechanics.plates_partly", **{name: f"{value:.2f}" for name, value in instants.items()}),)


def _with_mass(person: Person, mass_kg: float) -> Person:
    return replace(person, mass_kg=mass_kg, assumed=tuple(a for a in person.assumed if a != "mass_kg"))


def _mean_mass(plates: Forces, time: Floats) -> float | None:
    """Mass in kg from the mean vertical force while the recording ran, where it looks like a whole person."""
    during = (plates.time >= time[0]) & (plates.time <= time[-1])
    total = sum(plate.force[:, 1] for plate in plates.plates)
    return _plausible(float(np.mean(np.asarray(total)[during]) / STANDARD_GRAVITY) if during.any() else None)


def _plausible(mass_kg: float | None) -> float | None:
    return mass_kg if mass_kg is not None and LIGHTEST_KG < mass_kg < HEAVIEST_KG else None
