"""The bundled recording: a walk whose truth is known, and which must be worth the name."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest
from scipy.integrate import cumulative_trapezoid

from psoas.body.model.body import Body
from psoas.core.arrays import Floats
from psoas.core.sides import SIDES
from psoas.core.units import STANDARD_GRAVITY
from psoas.kinematics.gait.gait_events import events_from_plates, find_events
from psoas.kinematics.gait.ground_velocity import estimate_ground_velocity
from psoas.kinematics.gait.strides import find_gait
from psoas.recording import Forces, Recording, read
from scripts.example_walk import CURVES, load_share, pressure_point, sole
from scripts.make_example import GAPS, LEAD_S, PERSON, STATIC_ONLY, markers

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STRIDE_S, TOE_OFF = 1.1, 0.62


@pytest.fixture(scope="module")
def walk() -> Recording:
    return read(EXAMPLES / "walking.trc")


@pytest.fixture(scope="module")
def plates() -> Forces:
    found = read(EXAMPLES / "walking_grf.mot").forces
    assert found is not None
    return found


@pytest.fixture(scope="module")
def body() -> Body:
    return Body(PERSON)


@pytest.fixture(scope="module")
def truth(body: Body) -> Floats:
    held = read(EXAMPLES / "walking_truth.mot").coordinates
    assert held is not None and held.names == body.coordinate_names
    turns = np.array([c.rotational for c in body.coordinates])
    return np.where(turns, np.radians(held.values), held.values)


def positions(recording: Recording) -> dict[str, Floats]:
    assert recording.markers is not None
    return dict(zip(recording.markers.names, recording.markers.positions.transpose(1, 0, 2), strict=True))


def feet(recording: Recording) -> tuple[dict[str, Floats], dict[str, Floats]]:
    at = positions(recording)
    heel, toe = ({"right": at[f"R.{p}"], "left": at[f"L.{p}"]} for p in ("Heel", "Toe.Tip"))
    return heel, toe


def test_markers_show_the_truth_on_todays_body(walk: Recording, body: Body, truth: Floats) -> None:
    exact, seen = markers(body, truth), positions(walk)
    for name, position in seen.items():
        error = (position - exact[name])[~np.isnan(position).any(axis=1)]
        assert np.sqrt(np.mean(error**2)) < 0.003, f"{name}: run scripts/make_example.py again"
        assert np.abs(error.mean(axis=0)).max() < 0.001
    skin = seen["R.Thigh.Upper"] - exact["R.Thigh.Upper"]
    assert 0.0015 < np.std(skin) < 0.003


def test_the_static_trial_stands_on_the_floor_with_all_markers(walk: Recording) -> None:
    standing = positions(read(EXAMPLES / "walking_static.trc"))
    assert set(standing) - set(positions(walk)) == set(STATIC_ONLY)
    assert 0.0 < min(p[:, 1].mean() for p in standing.values()) < 0.03


def test_gaps_are_short_and_where_they_were_put(walk: Recording) -> None:
    gaps = {n: np.flatnonzero(np.isnan(p).any(axis=1)) for n, p in positions(walk).items() if np.isnan(p).any()}
    assert {n: (g[0], g[-1] + 1) for n, g in gaps.items()} == {n: (g.start, g.stop) for n, g in GAPS.items()}


@pytest.mark.parametrize(("side", "lag"), [("r", 0.0), ("l", 0.5)])
def test_standing_feet_neither_slide_nor_sink(
    body: Body, truth: Floats, walk: Recording, side: str, lag: float
) -> None:
    points = sole(body, body.poses(truth), side)
    assert points[..., 1].min() > -0.002
    phase = (walk.time - LEAD_S) / STRIDE_S - lag
    for stride in range(1, 6):
        for point, (first, last) in ((0, (0.02, 0.34)), (1, (0.12, 0.38)), (3, (0.14, 0.58))):
            resting = points[(phase > stride + first) & (phase < stride + last), point]
            assert np.ptp(resting, axis=0).max() < 0.003
    assert points[:, :, 1].max() > 0.15


def test_the_walk_is_near_the_published_one(body: Body, truth: Floats, walk: Recording) -> None:
    phase = np.mod((walk.time - LEAD_S) / STRIDE_S, 1.0)
    legs = tomllib.loads(CURVES.read_text())["legs"]
    limits = {"hip_flexion": 3.0, "hip_adduction": 2.0, "hip_rotation": 4.0, "knee_angle": 3.0, "ankle_angle": 6.0}
    for name, row in legs.items():
        curve = np.array([*row["mean_deg"], row["mean_deg"][0]]) - row["standing_deg"]
        wanted = np.interp(phase, np.linspace(0, 1, 26), curve)
        error = np.degrees(truth[:, body.coordinate_index(f"{name}_r")]) - wanted
        assert np.sqrt(np.mean(error**2)) < limits[name]


def test_the_ground_bears_the_weight_and_pushes_by_newtons_law(
    body: Body, truth: Floats, plates: Forces, walk: Recording
) -> None:
    total = np.sum([plate.force for plate in plates.plates], axis=0)
    whole = slice(28, 28 + 660)
    assert np.mean(total[whole, 1]) == pytest.approx(body.mass_kg * STANDARD_GRAVITY, rel=1e-3)
    assert np.abs(np.mean(total[whole][:, [0, 2]], axis=0)).max() < 1.0
    speed = np.gradient(body.centre_of_mass(truth), walk.time, axis=0)
    net = np.add(total, [0, -body.mass_kg * STANDARD_GRAVITY, 0])
    push = cumulative_trapezoid(net, walk.time, axis=0, initial=0) / body.mass_kg
    drift = (speed - push)[5:-5]
    assert np.ptp(drift, axis=0).max() < 0.02
    weight = body.mass_kg * STANDARD_GRAVITY
    for plate in plates.plates:
        assert plate.force[:, 1].min() >= 0
        assert 1.0 < plate.force[:, 1].max() / weight < 1.4
        assert 0.1 < plate.force[:, 0].max() / weight < 0.35
        assert 0.1 < -plate.force[:, 0].min() / weight < 0.35


def test_pressure_stays_under_the_foot(body: Body, truth: Floats, plates: Forces) -> None:
    poses = body.poses(truth)
    for plate, side in zip(plates.plates, "rl", strict=True):
        loaded = plate.force[:, 1] > 20
        points = sole(body, poses, side)[loaded]
        low, high = points[..., [0, 2]].min(axis=1) - 0.01, points[..., [0, 2]].max(axis=1) + 0.01
        under = plate.point[loaded][:, [0, 2]]
        assert np.all((under > low) & (under < high))


def test_gait_finds_six_strides_a_side_and_the_pace(walk: Recording, plates: Forces) -> None:
    heel, toe = feet(walk)
    pelvis = positions(walk)["V.Sacral"]
    ground = estimate_ground_velocity(walk.time, np.stack([p[s] for p in (heel, toe) for s in SIDES], axis=1))
    assert not ground.treadmill
    events = find_events(walk.time, heel=heel, toe=toe, pelvis=pelvis, ground=ground)
    gait = find_gait(walk.time, events=events, heel=heel, pelvis=pelvis, ground=ground)
    assert gait is not None
    assert gait.strides == {"right": 6, "left": 5}
    assert gait.speed_m_s.mean == pytest.approx(1.3, abs=0.02)
    assert gait.cadence_steps_min.mean == pytest.approx(120 / STRIDE_S, abs=0.5)
    assert gait.stance_percent.mean == pytest.approx(100 * TOE_OFF, abs=4)
    pressed = events_from_plates(plates, time=walk.time, heel=heel, toe=toe)
    for side in SIDES:
        for kind in ("heel_strike", "toe_off"):
            true, found = (getattr(e, kind).of(side) for e in (pressed, events))
            near = np.abs(found[:, None] - true).min(axis=0)
            assert np.max(near[(true > 0.1) & (true < 6.7)]) < 0.03


def test_load_passes_from_foot_to_foot_without_a_step() -> None:
    phase = np.linspace(0, 3, 3001)
    right, left = load_share(phase, TOE_OFF), load_share(phase - 0.5, TOE_OFF)
    assert right + left == pytest.approx(np.ones_like(phase), abs=1e-12)
    assert np.abs(np.diff(right)).max() < 0.02
    stance = np.linspace(0, 1, 50)
    line = np.zeros((50, 4, 3))
    line[:, 3, 0] = 0.25
    assert np.all(np.diff(pressure_point(line, stance)[:, 0]) > 0)
