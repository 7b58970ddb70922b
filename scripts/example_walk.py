"""A walk made from published joint angles: as near to them as feet allow that neither slide nor sink.

The angles of one stride are Fourier series, the left leg half a stride behind the right. Least squares asks three
things of them at once: stay near the published curves, keep the points of the foot that bear weight where they are, and
keep the body's acceleration in agreement with where the foot stands (the inverted pendulum of Winter 1995).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from scipy.interpolate import CubicSpline, PchipInterpolator
from scipy.special import expit

from psoas.body.model.body import Body, Poses
from psoas.core.arrays import Floats
from psoas.core.units import STANDARD_GRAVITY

CURVES = Path(__file__).resolve().parents[1] / "examples" / "normative_walking.toml"
FRAMES = 110  # of one stride, 100 a second
HARMONICS = 9

# Points under the sole, in the heel's frame of the reference body, and the shares of the stride in which they rest.
SOLE = np.array([[0.005, -0.004, -0.004], [0.185, -0.004, -0.035], [0.16, -0.004, 0.045], [0.25, -0.004, -0.005]])
RESTS = ((0.03, 0.36), (0.1, 0.4), (0.1, 0.4), (0.12, 0.6))
# Where the ground pushes: along the sole from heel to toes, as shares of stance.
PRESSURE = PchipInterpolator([0.0, 0.15, 0.5, 0.85, 1.0], [0.0, 0.3, 0.55, 0.8, 0.95])

# How far each coordinate may leave its curve, degrees; what is not named is not moved.
LEEWAY_DEG = {
    "hip_flexion": 2.5,
    "hip_adduction": 2.0,
    "hip_rotation": 3.0,
    "knee_angle": 3.0,
    "ankle_angle": 3.0,
    "subtalar_angle": 3.0,
    "pelvis_tilt": 1.0,
    "pelvis_list": 1.0,
    "pelvis_rotation": 1.0,
}
PELVIS = ("pelvis_tx", "pelvis_ty", "pelvis_tz")
PELVIS_LEEWAY_M = (0.01, 0.02, 0.015)
RESTING_M = 0.0005
CLEARANCE_M = 0.012
SOFT_M = 0.001
SPEED_M_S = 0.001
PENDULUM_M_S2 = 0.5
BOUNCE_M_S2 = 0.3


@dataclass(frozen=True)
class Walk:
    """Coordinates of one stride (FRAMES, N), radians and metres, with the mean advance taken out; speed in m/s."""

    body: Body
    stride: Floats
    speed: float
    stride_s: float
    toe_off: float

    @cached_property
    def _spline(self) -> CubicSpline:
        return CubicSpline(
            np.arange(FRAMES + 1) / FRAMES, np.vstack([self.stride, self.stride[:1]]), bc_type="periodic"
        )

    def at(self, time: Floats) -> Floats:
        """Coordinates (T, N) at any instants (T,) in seconds; the right heel strikes at 0."""
        values = np.asarray(self._spline(np.mod(time / self.stride_s, 1.0)), dtype=float)
        values[:, self.body.coordinate_index("pelvis_tx")] += self.speed * time
        return values


def sole(body: Body, poses: Poses, side: str) -> Floats:
    """Points under the sole (T, 4, 3) in the room, metres."""
    mirror = np.array([1.0, 1.0, 1.0 if side == "r" else -1.0])
    position, rotation = poses.of(f"calcn_{side}")
    points = SOLE * body.segment_scale(f"calcn_{side}") * mirror
    return np.asarray(position[:, None] + np.einsum("tij,pj->tpi", rotation, points), dtype=float)


def pressure_point(points: Floats, stance: Floats) -> Floats:
    """Centre of pressure (T, 3) on the floor: sole points (T, 4, 3), and the share of stance (T,) that has passed."""
    share = np.asarray(PRESSURE(np.clip(stance, 0, 1)))[:, None]
    at = points[:, 0] * (1 - share) + points[:, 3] * share
    at[:, 1] = 0.0
    return at


def published(body: Body) -> tuple[Floats, dict[str, float]]:
    """The published curves as one stride of coordinates (FRAMES, N), radians, and the pace."""
    data = tomllib.loads(CURVES.read_text())
    values = np.tile(body.default_values(), (FRAMES, 1))
    phase = np.arange(FRAMES) / FRAMES

    def put(name: str, curve: Floats) -> None:
        values[:, body.coordinate_index(name)] = np.radians(curve)

    for name, row in data["legs"].items():
        _both(put, name, _periodic(row)(phase) - row["standing_deg"])
    pelvis = {name: _periodic(row)(phase) - row["standing_deg"] for name, row in data["pelvis"].items()}
    for name in ("pelvis_tilt", "pelvis_list"):
        pelvis[name] = -pelvis[
            name
        ]  # published + anterior and + own side up; OpenSim's + posterior and + right side down
    for name, curve in pelvis.items():
        put(name, _symmetric(name, curve))
    trunk = {"lumbar_extension": "pelvis_tilt", "lumbar_bending": "pelvis_list", "lumbar_rotation": "pelvis_rotation"}
    for name, below in trunk.items():
        put(name, _swing(data["thorax"][name], phase) - _symmetric(below, pelvis[below]))
    for name, row in data["arms"].items():
        _both(put, name, row["middle_deg"] + _swing(row, phase))
    return values, {key: float(value) for key, value in data["pace"].items() if key != "source"}


def walk(body: Body, *, rounds: int = 8) -> Walk:
    """Solve for the stride (see the module's text)."""
    wanted, pace = published(body)
    problem = _Problem(body, wanted, pace)
    unknown = problem.start()
    for _ in range(rounds):
        residual, slope = problem.linearised(unknown)
        unknown = unknown - np.linalg.lstsq(slope, residual, rcond=None)[0]
    return Walk(body, problem.values(unknown), float(unknown[-1]), pace["stride_s"], pace["toe_off_percent"] / 100)


class _Problem:
    """Fourier coefficients of the free coordinates, where each resting point rests, and the speed, as one vector."""

    def __init__(self, body: Body, wanted: Floats, pace: dict[str, float]) -> None:
        self.body, self.wanted, self.pace = body, wanted, pace
        self.phase = np.arange(FRAMES) / FRAMES
        self.free = [*PELVIS, *(n if n.startswith("pelvis") else f"{n}_r" for n in LEEWAY_DEG)]
        self.bases = [_basis(name, self.phase) for name in self.free]
        self.ends = np.cumsum([0, *(basis.shape[1] for basis in self.bases)])
        self.places = int(self.ends[-1])
        self.resting = [np.flatnonzero((self.phase >= a) & (self.phase <= b)) for a, b in RESTS]

    def start(self) -> Floats:
        unknown = np.zeros(self.places + 2 * len(RESTS) + 1)
        for i, name in enumerate(self.free):
            target = self.wanted[:, self.body.coordinate_index(name)]
            unknown[self.ends[i] : self.ends[i + 1]] = np.linalg.lstsq(self.bases[i], target, rcond=None)[0]
        unknown[-1] = self.pace["speed_m_s"]
        points = sole(self.body, self.body.poses(self.values(unknown)), "r")
        unknown[self.ends[1]] -= points[..., 1].min()
        unknown[self.places : -1] = np.concatenate([points[rows[0], i][[0, 2]] for i, rows in enumerate(self.resting)])
        return unknown

    def values(self, unknown: Floats) -> Floats:
        """Coordinates of one stride (FRAMES, N)."""
        values = self.wanted.copy()
        for i, name in enumerate(self.free):
            curve = self.bases[i] @ unknown[self.ends[i] : self.ends[i + 1]]
            values[:, self.body.coordinate_index(name)] = curve
            if name.endswith("_r"):
                values[:, self.body.coordinate_index(name[:-2] + "_l")] = np.roll(curve, FRAMES // 2)
        return values

    def _observed(self, values: Floats) -> Floats:
        """Right sole points, left ones and the centre of mass (FRAMES, 9, 3) without the mean advance."""
        poses = self.body.poses(values)
        soles = [sole(self.body, poses, side) for side in "rl"]
        return np.concatenate([*soles, self.body.centre_of_mass(values)[:, None]], axis=1)

    def linearised(self, unknown: Floats) -> tuple[Floats, Floats]:
        """Residuals (R,) and their derivatives (R, unknowns) by central differences of the poses."""
        values = self.values(unknown)
        seen, slope = self._observed(values), np.zeros((FRAMES, 9, 3, len(unknown)))
        step = 1e-5
        for i, name in enumerate(self.free):
            sides = [(name, 0)] if not name.endswith("_r") else [(name, 0), (name[:-2] + "_l", FRAMES // 2)]
            for side, shift in sides:
                moved = values.copy()
                moved[:, self.body.coordinate_index(side)] += step
                rate = (self._observed(moved) - seen) / step
                columns = slice(self.ends[i], self.ends[i + 1])
                slope[..., columns] += rate[..., None] * np.roll(self.bases[i], shift, axis=0)[:, None, None]
        advance = self.phase * self.pace["stride_s"]
        seen = seen.copy()
        seen[:, :, 0] += (advance * unknown[-1])[:, None]
        slope[:, :, 0, -1] += advance[:, None]
        blocks = [self._near(unknown), self._rest(seen, slope, unknown), self._clear(seen, slope)]
        blocks += [self._pendulum(seen, slope, unknown), self._bounce(seen, slope)]
        return np.concatenate([b[0] for b in blocks]), np.concatenate([b[1] for b in blocks])

    def _near(self, unknown: Floats) -> tuple[Floats, Floats]:
        """Distance from the published curves, in leeways."""
        leeway = [*PELVIS_LEEWAY_M, *np.radians(list(LEEWAY_DEG.values()))]
        residual, slope = [], []
        for i, name in enumerate(self.free):
            columns = slice(self.ends[i], self.ends[i + 1])
            target = self.wanted[:, self.body.coordinate_index(name)]
            basis = self.bases[i].copy()
            if name in PELVIS:
                basis[:, 0] *= name != "pelvis_ty"  # height is free, its rise and fall is not
            rows = np.zeros((FRAMES, len(unknown)))
            rows[:, columns] = basis / leeway[i]
            residual.append((basis @ unknown[columns] - target) / leeway[i])
            slope.append(rows)
        pace = np.zeros((1, len(unknown)))
        pace[0, -1] = 1 / SPEED_M_S
        residual.append(np.array([(unknown[-1] - self.pace["speed_m_s"]) / SPEED_M_S]))
        return np.concatenate(residual), np.concatenate([*slope, pace])

    def _rest(self, seen: Floats, slope: Floats, unknown: Floats) -> tuple[Floats, Floats]:
        """Points that bear weight stay where they are, on the floor."""
        residual, rows = [], []
        for i, frames in enumerate(self.resting):
            for axis in range(3):
                column = None if axis == 1 else self.places + 2 * i + axis // 2
                place = 0.0 if column is None else unknown[column]
                row = slope[frames, i, axis].copy()
                if column is not None:
                    row[:, column] -= 1.0
                residual.append((seen[frames, i, axis] - place) / RESTING_M)
                rows.append(row / RESTING_M)
        return np.concatenate(residual), np.concatenate(rows)

    def _clear(self, seen: Floats, slope: Floats) -> tuple[Floats, Floats]:
        """Swinging points pass above the floor, resting feet never below it."""
        residual, rows = [], []
        for i in range(len(SOLE)):
            swinging = (self.phase > 0.68) & (self.phase < 0.95)
            short = (np.where(swinging, CLEARANCE_M, 0.0) - seen[:, i, 1]) / SOFT_M
            residual.append(np.logaddexp(0.0, short))
            rows.append(-slope[:, i, 1] / SOFT_M * expit(short)[:, None])
        return np.concatenate(residual), np.concatenate(rows)

    def _pendulum(self, seen: Floats, slope: Floats, unknown: Floats) -> tuple[Floats, Floats]:
        """Horizontal acceleration of the centre of mass: gravity times its lean over the pressure, by its height."""
        mass, rate = seen[:, 8], slope[:, 8]
        cop = self.pressure(seen)
        periodic = mass - np.outer(self.phase * self.pace["stride_s"] * unknown[-1], [1.0, 0, 0])
        residual, rows = [], []
        for axis in (0, 2):
            by = rate[:, axis].copy()
            by[:, -1] = 0.0
            stiffness = STANDARD_GRAVITY / mass[:, 1]
            speeding = self._second(periodic[:, axis])
            residual.append((speeding - stiffness * (mass[:, axis] - cop[:, axis])) / PENDULUM_M_S2)
            rows.append((self._second(by) - stiffness[:, None] * rate[:, axis]) / PENDULUM_M_S2)
        return np.concatenate(residual), np.concatenate(rows)

    def _bounce(self, seen: Floats, slope: Floats) -> tuple[Floats, Floats]:
        """The centre of mass rises and falls twice a stride, with one overtone: what is quicker is no walk."""
        slow = np.linalg.qr(np.hstack([_basis("pelvis_ty", self.phase)[:, :5]]))[0]
        quick = (np.eye(FRAMES) - slow @ slow.T) / BOUNCE_M_S2
        return quick @ self._second(seen[:, 8, 1]), quick @ self._second(slope[:, 8, 1])

    def _second(self, periodic: Floats) -> Floats:
        """Second derivative along the first axis of something that repeats with the stride."""
        step = self.pace["stride_s"] / FRAMES
        return np.asarray((np.roll(periodic, -1, 0) - 2 * periodic + np.roll(periodic, 1, 0)) / step**2, dtype=float)

    def pressure(self, seen: Floats) -> Floats:
        """Centre of pressure of both feet together (FRAMES, 3), held fixed within one round."""
        off = self.pace["toe_off_percent"] / 100
        total = np.zeros((FRAMES, 3))
        for side, lag in ((0, 0.0), (1, 0.5)):
            stance = np.mod(self.phase - lag, 1.0) / off
            at = pressure_point(seen[:, 4 * side : 4 * side + 4], stance)
            total += load_share(self.phase - lag, off)[:, None] * at
        return total


def load_share(phase: Floats, toe_off: float) -> Floats:
    """Share of the body's weight (T,) on a foot whose heel struck at phase 0: ramps while both feet are down."""
    both = toe_off - 0.5
    phase = np.mod(phase, 1.0)

    def ramp(x: Floats) -> Floats:
        x = np.clip(x, 0, 1)
        return np.asarray(x * x * (3 - 2 * x))

    return ramp(phase / both) * ramp((toe_off - phase) / both) * (phase < toe_off)


def _basis(name: str, phase: Floats) -> Floats:
    """Constant, cosines and sines (T, C): odd ones alone for what swaps sides, even ones for what repeats each step."""
    if name in ("pelvis_tz", "pelvis_list", "pelvis_rotation"):
        orders = range(1, HARMONICS + 1, 2)
    elif name.startswith("pelvis"):
        orders = range(2, HARMONICS + 1, 2)
    else:
        orders = range(1, HARMONICS + 1)
    columns = [] if name in ("pelvis_tz", "pelvis_list", "pelvis_rotation") else [np.ones_like(phase)]
    for order in orders:
        columns += [np.cos(2 * np.pi * order * phase), np.sin(2 * np.pi * order * phase)]
    return np.stack(columns, axis=1)


def _periodic(row: dict[str, Any]) -> CubicSpline:
    mean = [*row["mean_deg"], row["mean_deg"][0]]
    return CubicSpline(np.linspace(0, 1, len(mean)), mean, bc_type="periodic")


def _symmetric(name: str, curve: Floats) -> Floats:
    """A pelvic curve with its left and right half-strides made alike."""
    other = np.roll(curve, FRAMES // 2)
    return (curve + other) / 2 if name == "pelvis_tilt" else (curve - other) / 2


def _swing(row: dict[str, Any], phase: Floats) -> Floats:
    return np.asarray(
        row["range_deg"] / 2 * np.cos(2 * np.pi * row["cycles"] * (phase - row["peak_percent"] / 100)), dtype=float
    )


def _both(put: Any, name: str, curve: Floats) -> None:
    put(f"{name}_r", curve)
    put(f"{name}_l", np.roll(curve, FRAMES // 2))
