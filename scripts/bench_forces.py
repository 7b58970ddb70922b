"""How true the forces are on the shared recordings: `python -m scripts.bench_forces` prints them beside what is known.

Beside plates: ground forces predicted from movement alone. Beside OpenSim on the same trial: angles, joint moments,
residuals and hip contact. Without anything beside them: when psoas and iliacus pull in the step. The tests ask the
same functions.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

import psoas
from psoas import Person
from psoas.core.arrays import Bools, Floats
from psoas.core.catalogue import render
from psoas.core.sides import SIDES
from psoas.kinematics.filters import lowpass
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.gait.strides import Gait
from psoas.kinematics.motion import Motion
from psoas.mechanics.grf_prediction import predict_ground
from psoas.mechanics.inverse_dynamics import ExternalWrench, differentiate, generalized_forces
from psoas.mechanics.joint_loads import stance_peaks
from psoas.mechanics.kinetics import Kinetics, compute_kinetics
from psoas.mechanics.plate_assignment import loads_from_plates
from psoas.mechanics.sole_contacts import RUNNING, WALKING
from psoas.recording import Forces, read
from psoas.recording.plate_loading import CONTACT_FORCE_N

SHARED = Path(os.environ.get("PSOAS_SHARED", Path(__file__).resolve().parents[2] / "shared" / "data"))
AXES = {"fore-aft": 0, "vertical": 1, "sideways": 2}
PRESSED_N = 150.0
"""Vertical force below which a centre of pressure is noise."""
FORCES_HZ = 20.0
"""Cut-off of the plates' forces when they are compared themselves."""
ANGLES = ("hip_flexion", "knee_angle")
MOMENTS = ("hip_flexion", "hip_adduction", "knee_angle", "ankle_angle")


@dataclass(frozen=True)
class Trial:
    """A recording with plates: ``window`` in seconds is compared, ``moments_hz`` filters what moments rest on."""

    name: str
    motion: Motion
    ground: GroundMotion
    gait: Gait
    plates: Forces
    window: tuple[float, float]
    moments_hz: float
    running: bool

    @property
    def inside(self) -> Bools:
        """Which frames (T,) are compared."""
        return np.asarray((self.motion.time > self.window[0]) & (self.motion.time < self.window[1]))


@cache
def walk(shared: Path) -> Trial:
    """A man of 72.6 kg on a treadmill (OpenSim's gait2392 sample)."""
    return _trial(shared / "walking_gait2392", "subject01_walk1", "subject01_static", 72.6, (0.3, 2.3), 6.0)


@cache
def run(shared: Path) -> Trial:
    """A runner on a treadmill, nothing of whom shaped the method; his mass is what the plates weigh."""
    return _trial(shared / "running_hamner", "subject02_running", "subject02_static", 65.8, (0.3, 9.0), 10.0)


def _trial(
    folder: Path, name: str, static: str, mass_kg: float, window: tuple[float, float], moments_hz: float
) -> Trial:
    person = Person.of(mass_kg=mass_kg, sex="male")
    found = psoas.analyze(folder / f"{name}.trc", static=folder / f"{static}.trc", person=person, with_forces=False)
    plates = read(folder / f"{name}_grf.mot").forces
    if found.gait is None or plates is None:
        raise SystemExit(f"{name} holds no gait or no plates")
    running = found.gait.stance_percent.mean < 50
    return Trial(name, found.motion, found.ground, found.gait, plates, window, moments_hz, running)


@cache
def kinetics(shared: Path, name: str, *, measured: bool) -> Kinetics:
    """Forces of the "walk" or the "run", on plates or on predicted ground."""
    trial = {"walk": walk, "run": run}[name](shared)
    plates = trial.plates if measured else None
    found, why = compute_kinetics(trial.motion, ground=trial.ground, gait=trial.gait, plates=plates)
    if found is None:
        raise SystemExit(" ".join(map(render, why)))
    return found


@dataclass(frozen=True)
class GroundErrors:
    """Predicted ground against plates: ``nrmse`` in percent of the plates' range by axis, centre of pressure in mm
    RMS fore-aft and sideways, joint moments in N m/kg RMS, both sides together."""

    nrmse: Mapping[str, float]
    pressure_mm: tuple[float, float]
    moment_nm_kg: Mapping[str, float]


def ground_errors(trial: Trial, motion: Motion | None = None) -> GroundErrors:
    """How far the ground predicted from ``motion`` (the trial's own when not given) is from the trial's plates."""
    body, inside = trial.motion.body, trial.inside
    told = predict_ground(motion or trial.motion, trial.ground, running=trial.running).loads
    kinematics = differentiate(trial.motion, cutoff_hz=trial.moments_hz)

    def plates(hertz: float) -> dict[str, ExternalWrench]:
        return loads_from_plates(trial.plates, body, trial.motion.time, kinematics, cutoff_hz=hertz)

    true = plates(FORCES_HZ)
    one, other = (np.concatenate([loads[s].force[inside] for s in "rl"]) for loads in (true, told))
    stance = one[:, 1] > CONTACT_FORCE_N
    error = {axis: 100 * rms((other - one)[stance, i]) / float(np.ptp(one[stance, i])) for axis, i in AXES.items()}
    off = np.concatenate([_pressure_off(true[s], told[s], inside) for s in "rl"])
    slow = (RUNNING if trial.running else WALKING).acceleration_hz
    smooth = differentiate(trial.motion, cutoff_hz=slow)
    moments = generalized_forces(body, smooth, told) - generalized_forces(body, kinematics, plates(trial.moments_hz))
    both = {n: moments[inside][:, [body.coordinate_index(f"{n}_{s}") for s in "rl"]] for n in MOMENTS}
    by_kg = {n: rms(m) / body.mass_kg for n, m in both.items()}
    return GroundErrors(error, (1000 * rms(off[:, 0]), 1000 * rms(off[:, 1])), by_kg)


def _pressure_off(true: ExternalWrench, told: ExternalWrench, inside: Bools) -> Floats:
    """How far centres of pressure are apart (K, 2), fore-aft and sideways, metres, at floor height 0."""
    down = inside & (true.force[:, 1] > PRESSED_N) & (told.force[:, 1] > PRESSED_N)

    def centre(load: ExternalWrench) -> Floats:
        up = load.force[down, 1]
        return np.stack([load.torque[down, 2] / up, -load.torque[down, 0] / up], axis=1)

    return centre(told) - centre(true)


def noisy(motion: Motion, *, seed: int, degrees: float = 1.0, metres: float = 0.01, below_hz: float = 1.0) -> Motion:
    """The motion with slow noise on every coordinate: RMS ``degrees`` on angles, ``metres`` on the pelvis."""
    chance, margin = np.random.default_rng(seed), 200
    frames, n = motion.values.shape
    rate = 1.0 / float(np.median(np.diff(motion.time)))
    white = chance.normal(size=(frames + 2 * margin, n))
    slow = lowpass(white, rate_hz=rate, cutoff_hz=below_hz)[margin : margin + frames]
    slow = slow / slow.std(axis=0)
    size = np.where([c.rotational for c in motion.body.coordinates], np.radians(degrees), metres)
    return replace(motion, values=motion.values + slow * size)


def table(path: Path) -> dict[str, Floats]:
    """Columns of an OpenSim storage file as they stand."""
    head, _, rest = path.read_text(encoding="utf-8").partition("endheader\n")
    if "nColumns" not in head:
        raise SystemExit(f"{path.name} is no storage file")
    names, *rows = rest.strip().splitlines()
    values = np.array([[float(x) for x in row.split()] for row in rows])
    return dict(zip(names.split("\t"), values.T, strict=True))


def angle_errors(shared: Path) -> dict[str, tuple[float, float]]:
    """Angles of the walk against OpenSim's, degrees by coordinate: mean offset, and RMS about it; knees by our sign."""
    motion, theirs = walk(shared).motion, table(shared / "walking_gait2392" / "opensim" / "ik.mot")
    time = theirs["time"]
    inside = (time >= motion.time[0]) & (time <= motion.time[-1])
    found = {}
    for name in (f"{angle}_{side}" for angle in ANGLES for side in "rl"):
        sign = -1.0 if name.startswith("knee") else 1.0
        off = np.degrees(np.interp(time, motion.time, motion.of(name))) - sign * theirs[name]
        found[name] = float(off[inside].mean()), float(off[inside].std())
    return found


def moment_errors(shared: Path, *, window: tuple[float, float] = (0.5, 2.0)) -> dict[str, float]:
    """Moments on plates against OpenSim's inverse dynamics, N m/kg RMS by coordinate; knees turned to our sign."""
    trial, theirs = walk(shared), table(shared / "walking_gait2392" / "opensim" / "id.sto")
    body, time = trial.motion.body, trial.motion.time
    ours, inside = plate_dynamics(trial), (time > window[0]) & (time < window[1])
    found = {}
    for name in (f"{m}_{s}" for m in MOMENTS for s in "rl"):
        sign = -1.0 if name.startswith("knee") else 1.0
        other = sign * np.interp(time, theirs["time"], theirs[f"{name}_moment"])
        found[name] = rms((ours[:, body.coordinate_index(name)] - other)[inside]) / body.mass_kg
    return found


def plate_dynamics(trial: Trial) -> Floats:
    """Generalized forces (T, N) with the plates as loads."""
    body = trial.motion.body
    kinematics = differentiate(trial.motion, cutoff_hz=trial.moments_hz)
    loads = loads_from_plates(trial.plates, body, trial.motion.time, kinematics, cutoff_hz=trial.moments_hz)
    return generalized_forces(body, kinematics, loads)


def residuals(shared: Path, *, window: tuple[float, float] = (0.5, 2.0)) -> dict[str, tuple[float, float]]:
    """Largest residual force along each axis, ours and OpenSim's, newtons."""
    trial, theirs = walk(shared), table(shared / "walking_gait2392" / "opensim" / "id.sto")
    time, ours = trial.motion.time, plate_dynamics(trial)
    here, there = ((t > window[0]) & (t < window[1]) for t in (time, theirs["time"]))
    names = {axis: f"pelvis_t{'xyz'[i]}" for axis, i in AXES.items()}
    body = trial.motion.body
    return {
        axis: (
            float(np.abs(ours[here, body.coordinate_index(name)]).max()),
            float(np.abs(theirs[f"{name}_force"][there]).max()),
        )
        for axis, name in names.items()
    }


def stride_mean(found: Kinetics, gait: Gait, side: str, curve: Floats, at: Floats) -> Floats:
    """A curve (K,) over time at shares ``at`` of the strides, mean over the whole strides of a side."""
    strides = gait.of(side)
    whole = [
        np.interp(start + at * (end - start), found.time, curve)
        for start, end, good in zip(strides.start, strides.end, strides.good, strict=True)
        if good and start >= found.time[0] and end <= found.time[-1]
    ]
    return np.asarray(np.mean(whole, axis=0))


def course(found: Kinetics, gait: Gait, group: str, side: str, at: Floats) -> Floats:
    """Tension of a group, median and edges of the band (3, K), at shares ``at`` (K,) of the strides' mean, newtons."""
    return np.array([stride_mean(found, gait, side, row, at) for row in found.tension_band(group, side)])


def hip_peaks(found: Kinetics, gait: Gait, side: str) -> Floats:
    """First and second peak of the hip contact force over the strides' mean, for every choice (A, 2), body weights."""
    strides, rows = gait.of(side), []
    for one in found.choices:
        load = one.hip_contact_bw[side].astype(float)
        tops = [
            stance_peaks(load, (found.time - start) / (off - start))
            for start, off, good in zip(strides.start, strides.toe_off, strides.good, strict=True)
            if good and np.isfinite(off)
        ]
        rows.append(np.nanmean(tops, axis=0))
    return np.asarray(rows)


def rms(values: Floats) -> float:
    """Root mean square."""
    return float(np.sqrt(np.nanmean(np.square(values))))


def main() -> int:
    """Print everything; 0, or 2 without the recordings."""
    if not SHARED.is_dir():
        print("forces beside plates and OpenSim: left out, the shared recordings are not here")
        return 2
    print_ground()
    print_opensim()
    print_timing()
    return 0


def print_ground() -> None:
    """Predicted ground against plates, clean, with noise, and running."""
    print("ground predicted against plates: nRMSE % vertical, fore-aft, sideways; pressure mm; moments N m/kg")
    walking = walk(SHARED)
    rows = {"walk": ground_errors(walking), "run": ground_errors(run(SHARED))}
    for seed in range(3):
        rows[f"walk + 1 deg, 1 cm, seed {seed}"] = ground_errors(walking, noisy(walking.motion, seed=seed))
    for name, found in rows.items():
        shares = " ".join(f"{found.nrmse[axis]:5.1f}" for axis in ("vertical", "fore-aft", "sideways"))
        pressure = " / ".join(f"{mm:.0f}" for mm in found.pressure_mm)
        moments = "  ".join(f"{n} {value:.3f}" for n, value in found.moment_nm_kg.items())
        print(f"  {name:28} {shares}   {pressure:>8}   {moments}")


def print_opensim() -> None:
    """Angles, moments, residuals and hip contact on the walk beside OpenSim's."""
    print("angles against OpenSim's inverse kinematics, degrees: offset, and RMS about it (asked: RMS at most 3)")
    print("  " + "  ".join(f"{name} {mean:+.1f} {about:.1f}" for name, (mean, about) in angle_errors(SHARED).items()))
    print("moments on plates against OpenSim's inverse dynamics, N m/kg RMS")
    print("  " + "  ".join(f"{name} {value:.3f}" for name, value in moment_errors(SHARED).items()))
    print("largest residual force, N, ours and OpenSim's")
    print("  " + "  ".join(f"{axis} {a:.0f} / {b:.0f}" for axis, (a, b) in residuals(SHARED).items()))
    print("hip contact, body weights, first and second peak (OpenSim: right 2.75 / 3.38, left 2.85 / 4.21)")
    for measured in (True, False):
        found = kinetics(SHARED, "walk", measured=measured)
        for side in SIDES:
            one, band = found.hip_peaks_bw[side], hip_peaks(found, walk(SHARED).gait, side)
            edges = "  ".join(f"{b.min():.2f}-{b.max():.2f}" for b in band.T)
            print(f"  ground {found.ground:9} {side:6} {one[0]:.2f} / {one[1]:.2f}   over the band {edges}")


def print_timing() -> None:
    """When psoas and iliacus pull, in newtons over the step."""
    at = np.linspace(0.0, 1.0, 11)
    trial = walk(SHARED)
    print("tension over the stride (0, 10 ... 100 %), N: median of the band, its edges below; predicted ground")
    found = kinetics(SHARED, "walk", measured=False)
    for side in SIDES:
        for group in ("psoas", "iliacus"):
            middle, low, high = course(found, trial.gait, group, side, at)
            print(f"  {side:6} {group:8} " + " ".join(f"{n:5.0f}" for n in middle))
            print(f"  {'':15} " + " ".join(f"{n:5.0f}" for n in low))
            print(f"  {'':15} " + " ".join(f"{n:5.0f}" for n in high))
    print_choices(kinetics(SHARED, "walk", measured=True), trial.gait)


def print_choices(found: Kinetics, gait: Gait) -> None:
    """What each choice of the band makes of the front of the hip: peaks and when, and what is borne by tissue."""
    at = np.linspace(0.0, 0.99, 100)
    print("by choice, on plates, right and left: psoas peak N at % of the stride; iliacus; passive share of the hip")
    print("flexors' moment at 50 and 60 % of the stride; second peak of the hip, body weights")
    for i, one in enumerate(found.choices):
        cells = []
        for side in SIDES:
            hip = found.body.coordinate_index(f"hip_flexion_{side[0]}")
            asked = stride_mean(found, gait, side, found.required[:, hip], at)
            tissue = stride_mean(found, gait, side, one.passive_hip[:, SIDES.index(side)].astype(float), at)
            for group in ("psoas", "iliacus"):
                pull = stride_mean(found, gait, side, one.tension[group, side].astype(float), at)
                cells.append(f"{group} {pull.max():.0f} at {pull.argmax()}")
            cells.append(f"passive {tissue[50] / asked[50]:.2f} {tissue[60] / asked[60]:.2f}")
            cells.append(f"hip {hip_peaks(found, gait, side)[i, 1]:.2f}")
        print(f"  {render(one.choice.label):66} " + ", ".join(cells))


if __name__ == "__main__":
    sys.exit(main())
