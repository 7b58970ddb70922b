"""Generalized forces and joint reactions against mechanics written out from the segments alone.

Masses and inertias are taken from their table and moved by finite differences of poses: nothing here shares the
recursion that is tested.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from psoas.body.anatomy.anatomy_tables import segments
from psoas.body.anatomy.segment_inertia import segment_inertias
from psoas.body.model.body import Body
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Floats, finite_rows
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.mechanics.inverse_dynamics import (
    ExternalWrench,
    choose_cutoff,
    differentiate,
    regularize_time,
    required_forces,
)
from tests.forces_worlds import across_joint, beyond, muscled
from tests.worlds import random_poses

G = 9.80665
STEP = 1e-4
Course = Callable[[Floats], Floats]
"""Coordinates (T, N) at moments (T,)."""


def swing(body: Body, *, seed: int = 0) -> Course:
    """Every coordinate swings about a middle of its range, each in its own time, a few radians a second."""
    chance = np.random.default_rng(seed)
    middle = random_poses(body, 1, seed=seed, share=0.3)[0]
    n = len(middle)
    size = np.where([c.rotational for c in body.coordinates], 0.15, 0.05)
    rate, phase = chance.uniform(3.0, 9.0, n), chance.uniform(0, 2 * np.pi, n)
    return lambda time: middle + size * np.sin(rate * np.asarray(time)[:, None] + phase)


def states(course: Course, time: Floats) -> tuple[Floats, Floats, Floats]:
    """Values, rates and accelerations (T, N) by central differences."""
    low, here, high = course(time - STEP), course(time), course(time + STEP)
    return here, (high - low) / (2 * STEP), (high - 2 * here + low) / STEP**2


def centres(body: Body, values: Floats) -> tuple[Floats, Floats, Floats]:
    """Mass (S,), centre (T, S, 3) and rotation (T, S, 3, 3) of every segment."""
    parts = segment_inertias(body.person, {name: body.segment_scale(name) for name in body.segment_names})
    poses = body.poses(values)
    at = np.array([parts[name].centre for name in body.segment_names])
    mass = np.array([parts[name].mass for name in body.segment_names])
    return mass, poses.position + np.einsum("tsij,sj->tsi", poses.rotation, at), poses.rotation


def energy(body: Body, course: Course, time: Floats) -> Floats:
    """Kinetic and potential energy (T,), joules."""
    parts = segment_inertias(body.person, {name: body.segment_scale(name) for name in body.segment_names})
    moments = np.array([parts[name].moments for name in body.segment_names])
    mass, low, turned_low = centres(body, course(time - STEP))
    _, here, turned = centres(body, course(time))
    _, high, turned_high = centres(body, course(time + STEP))
    velocity = (high - low) / (2 * STEP)
    spin = np.einsum("tsji,tsjk->tsik", turned, (turned_high - turned_low) / (2 * STEP))
    rate = np.stack([spin[..., 2, 1], spin[..., 0, 2], spin[..., 1, 0]], axis=-1)
    moving = 0.5 * np.einsum("s,tsi->t", mass, velocity**2) + 0.5 * np.einsum("sk,tsk->t", moments, rate**2)
    return np.asarray(moving + G * here[..., 1] @ mass)


def needed(body: Body, course: Course, time: Floats) -> RequiredForces:
    return body.inverse_dynamics(*states(course, time))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_falling_body_needs_nothing(seed: int) -> None:
    """Whatever the pose: while it falls as gravity says, no joint gives a moment and no joint carries anything."""
    body = muscled()
    values = random_poses(body, 4, seed=seed, share=0.6)
    speed, falling = np.zeros_like(values), np.zeros_like(values)
    speed[:, body.coordinate_index("pelvis_tx")] = 3.0
    falling[:, body.coordinate_index("pelvis_ty")] = -G
    found = body.inverse_dynamics(values, speed, falling)
    assert np.abs(found.generalized).max() < 1e-9
    assert np.abs(found.reaction).max() < 1e-9
    at_rest = body.inverse_dynamics(values, speed, np.zeros_like(values))
    assert np.abs(at_rest.reaction).max() > 100.0, "the same body held up carries itself"


def test_a_thrown_body_needs_nothing_from_its_recording_either() -> None:
    """The same through filter and spline: a parabola is followed exactly, at any cut-off within a flight's middle."""
    body, time = muscled(), np.linspace(0.0, 0.6, 61)
    values = np.tile(random_poses(body, 1, seed=4, share=0.5), (len(time), 1))
    values[:, body.coordinate_index("pelvis_ty")] = 1.0 + 3.0 * time - 0.5 * G * time**2
    motion = Motion(body, time, values, np.full(len(time), CONVERGED))
    found = required_forces(body, differentiate(motion, cutoff_hz=0.0))
    assert np.abs(found.generalized).max() < 1e-6 * body.mass_kg * G
    assert np.abs(found.reaction).max() < 1e-6 * body.mass_kg * G


@pytest.mark.parametrize("seed", [5, 6])
def test_power_is_the_change_of_energy(seed: int) -> None:
    """d/dt (kinetic + potential) = sum of generalized force times rate, in a body swinging by all its joints."""
    body, time = muscled(), np.array([0.1, 0.4, 0.7, 1.1])
    course = swing(body, seed=seed)
    _, rate, _ = states(course, time)
    power = np.einsum("tn,tn->t", needed(body, course, time).generalized, rate)
    wide = 1e-3
    change = (energy(body, course, time + wide) - energy(body, course, time - wide)) / (2 * wide)
    np.testing.assert_allclose(power, change, rtol=2e-4, atol=2e-3 * np.abs(power).max())
    assert np.abs(power).max() > 50.0, "something moved"


def test_the_ground_must_give_the_change_of_momentum_and_the_weight() -> None:
    body, time = muscled(), np.array([0.2, 0.5, 0.9])
    course = swing(body, seed=7)
    found = needed(body, course, time).generalized
    low, here, high = (body.centre_of_mass(course(time + s)) for s in (-STEP, 0.0, STEP))
    force = body.mass_kg * ((high - 2 * here + low) / STEP**2 + np.array([0.0, G, 0.0]))
    root = [body.coordinate_index(f"pelvis_t{k}") for k in "xyz"]
    np.testing.assert_allclose(found[:, root], force, atol=0.05)


@pytest.mark.parametrize(("joint", "segment"), across_joint().items())
@pytest.mark.parametrize("loaded", [False, True], ids=["free", "with a load"])
def test_a_joint_carries_what_newton_says_of_all_beyond_it(joint: str, segment: str, loaded: bool) -> None:
    """Sum over the segments beyond the joint of mass times (acceleration - gravity), less the load from outside."""
    body, time = muscled(), np.array([0.15, 0.6])
    course = swing(body, seed=8)
    values, velocity, acceleration = states(course, time)
    found = body.inverse_dynamics(values, velocity, acceleration)
    far = sorted(beyond(segment))
    mass, here, turned = centres(body, values)
    low, high = (centres(body, course(time + s))[1] for s in (-STEP, STEP))
    part = [body.segment_names.index(name) for name in far]
    pull = (high - 2 * here + low) / STEP**2 + np.array([0.0, G, 0.0])
    force = np.einsum("s,tsi->ti", mass[part], pull[:, part])
    if loaded:
        push, nowhere = np.tile([30.0, 500.0, -40.0], (2, 1)), np.zeros((2, 3))
        found = found - body.load(values, far[-1], here[:, part[-1]], push, nowhere)
        force = force - push
    parent = next(s.parent for s in segments() if s.name == segment)
    near = turned[:, body.segment_names.index(parent)]
    told = found.reaction[:, body.reaction_names.index(joint)]
    np.testing.assert_allclose(told, np.einsum("tji,tj->ti", near, force), atol=0.02)
    assert np.linalg.norm(told, axis=1).max() > 20.0


@pytest.mark.parametrize("segment", ["calcn_l", "hand_r", "thorax", "l3", "pelvis", "patella_r"])
def test_a_load_does_the_work_that_its_point_and_turn_take(segment: str) -> None:
    """Generalized force = force . d(point)/dq + torque . d(turn)/dq, by finite differences of the pose."""
    body = muscled()
    values = random_poses(body, 3, seed=9, share=0.5)
    local, force, torque = np.array([0.05, -0.1, 0.03]), np.array([40.0, 600.0, -25.0]), np.array([3.0, -8.0, 5.0])

    def place(at: Floats) -> tuple[Floats, Floats]:
        position, rotation = body.poses(at).of(segment)
        return position + rotation @ local, rotation

    point, turned = place(values)
    given = body.load(values, segment, point, np.tile(force, (3, 1)), np.tile(torque, (3, 1))).generalized
    expected, step = np.empty_like(given), 1e-6
    for i, direction in enumerate(np.eye(values.shape[1]) * step):
        (high, turned_high), (low, turned_low) = place(values + direction), place(values - direction)
        spin = np.einsum("tij,tkj->tik", (turned_high - turned_low) / (2 * step), turned)
        turn = np.stack([spin[:, 2, 1], spin[:, 0, 2], spin[:, 1, 0]], axis=1)
        expected[:, i] = (high - low) @ force / (2 * step) + turn @ torque
    np.testing.assert_allclose(given, expected, atol=1e-4)
    assert np.abs(given).max() > 100.0


def test_loads_are_taken_off_what_is_needed() -> None:
    body = muscled()
    course, time = swing(body, seed=10), np.linspace(0.0, 0.5, 26)
    motion = Motion(body, time, course(time), np.full(len(time), CONVERGED))
    kinematics = differentiate(motion, cutoff_hz=0.0)
    push, zero = np.tile([0.0, 300.0, 0.0], (len(time), 1)), np.zeros((len(time), 3))
    load = ExternalWrench("calcn_r", zero, push, zero)
    plain, given = required_forces(body, kinematics), required_forces(body, kinematics, {"r": load})
    up = body.coordinate_index("pelvis_ty")
    np.testing.assert_allclose((plain - given).generalized[:, up], 300.0, rtol=1e-9)


# -- filter and rates


def test_rates_of_a_slow_sine_are_its_derivatives() -> None:
    body, time = muscled(), np.arange(300) / 100.0
    values = np.tile(body.default_values(), (len(time), 1))
    i = body.coordinate_index("hip_flexion_r")
    values[:, i] = 0.3 * np.sin(2 * np.pi * time)
    found = differentiate(Motion(body, time, values, np.full(len(time), CONVERGED)), cutoff_hz=8.0)
    middle = slice(50, -50)
    wave = 2 * np.pi
    np.testing.assert_allclose(found.values[middle, i], values[middle, i], atol=1e-3)
    np.testing.assert_allclose(found.velocity[middle, i], 0.3 * wave * np.cos(wave * time[middle]), atol=0.01)
    np.testing.assert_allclose(found.acceleration[middle, i], -0.3 * wave**2 * np.sin(wave * time[middle]), atol=0.1)
    assert found.cutoff_hz == 8.0


def test_a_gap_stays_a_gap_and_too_short_a_stretch_stays_unseen() -> None:
    body, time = muscled(), np.arange(60) / 60.0
    values = np.tile(body.default_values(), (60, 1))
    values[20:25] = np.nan
    values[28:] = np.nan
    seen = finite_rows(values)
    motion = Motion(body, time, values, np.where(seen, CONVERGED, UNSEEN))
    found = differentiate(motion, cutoff_hz=6.0)
    known = finite_rows(found.acceleration)
    assert known[:20].all() and not known[20:].any()
    assert not np.isfinite(required_forces(body, found).generalized[20:]).any()


@pytest.mark.parametrize("noise_deg", [0.1, 0.5])
def test_the_cut_off_comes_from_the_data(noise_deg: float) -> None:
    """A wave of 1 Hz in white noise: more noise never asks for a higher cut-off, and a faster wave for a higher one."""
    time, chance = np.arange(600) / 100.0, np.random.default_rng(0)
    noise = np.radians(noise_deg) * chance.normal(size=(600, 4))

    def cutoff(hertz: float, shake: Floats) -> float:
        return choose_cutoff(np.radians(20.0) * np.sin(2 * np.pi * hertz * time)[:, None] + shake, 100.0)

    assert 3.0 <= cutoff(1.0, noise) <= 8.0
    assert cutoff(4.0, noise) > cutoff(1.0, noise)
    assert cutoff(1.0, noise) <= cutoff(1.0, noise / 5)


def test_too_short_a_recording_gets_a_cut_off_all_the_same() -> None:
    assert 3.0 <= choose_cutoff(np.random.default_rng(0).normal(size=(10, 3)), 100.0) <= 15.0
    assert choose_cutoff(np.zeros((100, 3)), 5.0) == 0.0, "nothing can be filtered at five frames a second"


def test_times_rounded_to_a_millisecond_are_made_even_and_uneven_ones_kept() -> None:
    even = np.arange(100) / 60.0
    assert np.abs(np.diff(regularize_time(np.round(even, 3))) - 1 / 60).max() < 1e-5
    uneven = even + np.where(np.arange(100) == 50, 0.01, 0.0)
    np.testing.assert_array_equal(regularize_time(uneven), uneven)
