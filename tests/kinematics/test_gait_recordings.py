"""Real feet: markers against force plates, walking and running, both on treadmills."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.sides import SIDES
from psoas.kinematics.filters import derivative
from psoas.kinematics.gait.gait_events import GaitEvents, events_from_plates, find_events
from psoas.kinematics.gait.ground_velocity import GroundMotion, estimate_ground_velocity
from psoas.kinematics.gait.repetitions import find_repetitions
from psoas.kinematics.gait.strides import find_gait
from psoas.recording import read

WALK = ("walking_gait2392/subject01_walk1.trc", "walking_gait2392/subject01_walk1_grf.mot")
RUN = ("running_hamner/subject02_running.trc", "running_hamner/subject02_running_grf.mot")
FRAME_S = 1 / 60


@dataclass(frozen=True)
class Feet:
    """What the gait stages are given, read from a recording's own markers."""

    time: Floats
    heel: dict[str, Floats]
    toe: dict[str, Floats]
    pelvis: Floats

    @property
    def ground(self) -> GroundMotion:
        return estimate_ground_velocity(
            self.time, np.stack([p[s] for s in SIDES for p in (self.heel, self.toe)], axis=1)
        )

    def events(self) -> GaitEvents:
        return find_events(self.time, heel=self.heel, toe=self.toe, pelvis=self.pelvis, ground=self.ground)


def load(folder: Path, names: tuple[str, str]) -> tuple[Feet, GaitEvents]:
    """Feet from the markers, and the events that the plates saw."""
    recording, plates = read(folder / names[0]), read(folder / names[1])
    assert recording.markers is not None and plates.forces is not None
    at = dict(zip(recording.markers.names, recording.markers.positions.transpose(1, 0, 2), strict=True))
    initial = {"right": "R", "left": "L"}
    heel, toe = ({s: at[f"{initial[s]}.{part}"] for s in SIDES} for part in ("Heel", "Toe.Tip"))
    feet = Feet(recording.time, heel, toe, at["V.Sacral"])
    return feet, events_from_plates(plates.forces, time=feet.time, heel=heel, toe=toe)


def errors(found: GaitEvents, true: GaitEvents, kind: str, edges: tuple[float, float]) -> Floats:
    """Error of every plate event inside the recording, seconds; as many must be found as there are."""
    out = []
    for side in SIDES:
        a, b = (getattr(events, kind).of(side) for events in (found, true))
        a, b = (t[(t > edges[0]) & (t < edges[1])] for t in (a, b))
        assert len(a) == len(b), f"{side} {kind}: {len(a)} found, {len(b)} on the plates"
        out.append(a - b)
    return np.concatenate(out)


@pytest.mark.parametrize(
    ("names", "frames", "bias"),
    [(WALK, (0.75, 0.5), (0.5, 0.5)), (RUN, (2.0, 2.0), (1.0, 1.2))],
    ids=["walk", "run"],
)
def test_markers_alone_find_what_the_plates_saw(
    shared: Path, names: tuple[str, str], frames: tuple[float, float], bias: tuple[float, float]
) -> None:
    feet, plates = load(shared, names)
    edges = (feet.time[0], feet.time[-1] - 0.035)  # the last toe off of the run lies two frames before the end
    for kind, worst, mean in zip(("heel_strike", "toe_off"), frames, bias, strict=True):
        error = errors(feet.events(), plates, kind, edges)
        print(
            f"{kind}: {len(error)} events, mean {1e3 * error.mean():+.0f} ms, worst {1e3 * np.abs(error).max():.0f} ms"
        )
        assert np.abs(error).max() < worst * FRAME_S
        assert abs(error.mean()) < mean * FRAME_S


def test_the_belt_is_found(shared: Path) -> None:
    assert load(shared, WALK)[0].ground.belt_m_s == pytest.approx(1.125, abs=0.05)
    assert load(shared, RUN)[0].ground.belt_m_s == pytest.approx(4.1, abs=0.09)


@pytest.mark.parametrize(
    ("names", "strides", "speed", "cadence", "stance"),
    [(WALK, {"right": 1, "left": 1}, 1.125, 98, 64), (RUN, {"right": 13, "left": 14}, 4.05, 174, 39)],
    ids=["walk", "run"],
)
def test_every_stride_is_counted(
    shared: Path, names: tuple[str, str], strides: dict[str, int], speed: float, cadence: float, stance: float
) -> None:
    feet, _ = load(shared, names)
    gait = find_gait(feet.time, events=feet.events(), heel=feet.heel, pelvis=feet.pelvis, ground=feet.ground)
    assert gait is not None
    assert gait.strides == strides
    assert gait.speed_m_s.mean == pytest.approx(speed, abs=0.06)
    assert gait.cadence_steps_min.mean == pytest.approx(cadence, abs=1.5)
    assert gait.stance_percent.mean == pytest.approx(stance, abs=2)
    assert gait.step_length_m.mean * gait.cadence_steps_min.mean / 60 == pytest.approx(gait.speed_m_s.mean, rel=0.02)


def test_the_same_walk_over_solid_ground_gives_the_same_answer(shared: Path) -> None:
    feet, _ = load(shared, WALK)
    way = -feet.time[:, None] * feet.ground.velocity_m_s

    def carried(points: dict[str, Floats]) -> dict[str, Floats]:
        return {side: p + way for side, p in points.items()}

    overground = Feet(feet.time, carried(feet.heel), carried(feet.toe), feet.pelvis + way)
    assert not overground.ground.treadmill
    for kind in ("heel_strike", "toe_off"):
        for side in SIDES:
            a, b = (getattr(f.events(), kind).of(side) for f in (feet, overground))
            assert a == pytest.approx(b, abs=1e-6)


def test_half_the_frames_and_lost_markers_cost_little(shared: Path) -> None:
    feet, plates = load(shared, RUN)
    rng = np.random.default_rng(3)

    def thinned(points: dict[str, Floats]) -> dict[str, Floats]:
        out = {side: p[::2].copy() for side, p in points.items()}
        for p in out.values():
            p[rng.random(len(p)) < 0.1] = np.nan
        return out

    sparse = Feet(feet.time[::2], thinned(feet.heel), thinned(feet.toe), feet.pelvis[::2])
    assert sparse.ground.belt_m_s == pytest.approx(feet.ground.belt_m_s, abs=0.15)
    error = errors(sparse.events(), plates, "heel_strike", (0.2, 9.9))
    assert np.abs(error).max() < 4 * FRAME_S


def test_walking_is_no_repetition_of_a_known_kind(shared: Path) -> None:
    recording = read(shared / "walking_gait2392/opensim/ik.mot")
    assert recording.coordinates is not None
    values = dict(zip(recording.coordinates.names, np.radians(recording.coordinates.values).T, strict=True))
    values["pelvis_ty"] = np.degrees(values["pelvis_ty"])
    assert find_repetitions(recording.time, values).kind in ("", "knee_raise")


def test_the_floor_stands_still_under_a_resting_toe(shared: Path) -> None:
    feet, plates = load(shared, WALK)
    start = plates.heel_strike.right[0]
    middle = (feet.time > start + 0.2) & (feet.time < start + 0.4)
    speed = derivative(feet.ground.fixed(feet.toe["right"], feet.time), feet.time)[middle]
    assert np.median(np.abs(speed[:, 0])) < 0.05
