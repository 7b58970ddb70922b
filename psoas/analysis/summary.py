"""``summary.json``: the answer in one documented, versioned file. See docs/report.md for every field."""

from __future__ import annotations

import importlib.metadata
from typing import Any

import numpy as np

from psoas.analysis.kinetics_io import disc_compressions
from psoas.analysis.result import REFUSED, Analysis
from psoas.body.anatomy.coordinates import coordinates
from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.core.sides import SIDES
from psoas.kinematics.motion import OUTCOMES
from psoas.mechanics.kinetics import Kinetics
from psoas.mechanics.muscle_forces import group_tension
from psoas.mechanics.muscle_geometry import MuscleGroup
from psoas.mechanics.propulsion import Propulsion
from psoas.recording import marker_sets

SCHEMA = "psoas.summary/1"
SOURCES = (
    "rajagopal2016", "christophy2012", "bogduk1992", "ward2009", "pearcy1984", "deleva1996", "pearsall1996",
    "degroote2016", "della_croce_2005", "mcginley2009", "riener1999",
)  # fmt: skip
FORCE_SOURCES = (
    "fluit2014", "maus2010", "yoon1982", "mcgill1994", "beaucage2019", "sturdy2024", "winter1991", "winter2009",
)  # fmt: skip
"""What forces rest on besides."""
EXPECTED_ERROR = {
    "measured": "plates: hip moments differ by 0.15 N m/kg with how their inconsistency is spread",
    "predicted": "walking: vertical 4, fore-aft 7, sideways 14 % of range, pressure 20 mm; running about twice that",
}
"""What ground forces are worth, as tried on recordings with plates (docs/forces.md)."""
Json = dict[str, Any]


def rounded(value: float | np.floating[Any], digits: int = 4) -> float | None:
    """A rounded number, or None where there is none (JSON knows no NaN)."""
    return round(float(value), digits) if np.isfinite(value) else None


def value_range(values: Floats, digits: int = 3) -> Json:
    """Smallest and largest of the seen values."""
    seen = values[np.isfinite(values)]
    return (
        {"min": rounded(seen.min(), digits), "max": rounded(seen.max(), digits)}
        if len(seen)
        else {"min": None, "max": None}
    )


def result_versions() -> Json:
    """Versions of everything that a result rests on."""
    return {name: importlib.metadata.version(name) for name in ("psoas", "mujoco", "numpy", "scipy")}


def _coordinates(analysis: Analysis) -> Json:
    found: Json = {}
    known = marker_sets().get(analysis.marker_set)
    blur = 2.0 if known and known.technique == "video" else 1.0
    for c in coordinates():
        values = analysis.motion.of(c.name)
        unit = 180 / np.pi if c.rotational else 1.0
        seen = values[np.isfinite(values)] * unit
        if c.rotational and len(seen):
            found[c.name] = {
                "label": c.label, "positive": c.positive, "clinical": c.clinical, **value_range(seen),
                "mean": rounded(seen.mean(), 3), "uncertainty_deg": rounded(c.uncertainty * unit * blur, 1),
                "held": c.name in analysis.motion.held,
            }  # fmt: skip
    return found


def _muscle(analysis: Analysis, group: MuscleGroup) -> Json:
    length = group.whole_length * 1000
    seen = length[np.isfinite(length)]
    open_to = analysis.uncertainty.get((group.name, group.side))
    return {
        "length_mm": {**value_range(length), "excursion": rounded(np.ptp(seen), 3) if len(seen) else None},
        "length_percent_standing": value_range(group.percent_standing),
        "hip_flexion_moment_arm_mm": value_range(group.hip_arm[:, 0] * 1000),
        "normalised_fibre_length": value_range(group.normalised_fibre),
        "standing_length_mm": rounded(float(group.standing @ group.max_force / group.max_force.sum()) * 1000, 3),
        "uncertainty": open_to
        and {
            "length_mm": rounded(open_to.length * 1000, 2),
            # No variant moves the iliacus, which says nothing about how sure it is.
            "excursion_mm": rounded(open_to.excursion * 1000, 2) if open_to.excursion else None,
            "hip_flexion_moment_arm_mm": rounded(open_to.moment_arm * 1000, 2) if open_to.moment_arm else None,
        },
    }


def _gait(analysis: Analysis) -> Json | None:
    gait = analysis.gait
    if gait is None:
        return None
    paces = {k: getattr(gait, k) for k in ("speed_m_s", "cadence_steps_min", "step_length_m", "stance_percent")}
    return {
        **{key: rounded(pace.mean) for key, pace in paces.items()},
        "belt_m_s": rounded(gait.belt_m_s),
        "treadmill": analysis.ground.treadmill,
        "strides": gait.strides,
        "sd": {key: rounded(pace.sd) for key, pace in paces.items()},
        "events": {
            side: [
                {
                    "start_s": rounded(a),
                    "end_s": rounded(b),
                    "toe_off_s": rounded(off),
                    "flag": render(flag) if flag else "",
                }
                for a, b, off, flag in zip(s.start, s.end, s.toe_off, s.flags, strict=True)
            ]
            for side, s in (("right", gait.right), ("left", gait.left))
        },
    }


def _forces(analysis: Analysis) -> Json | None:
    kinetics = analysis.kinetics
    if kinetics is None:
        return None
    every = disc_compressions(kinetics)
    found: Json = {
        "ground": kinetics.ground,
        "expected_error": EXPECTED_ERROR[kinetics.ground],
        "mass_kg": rounded(kinetics.body.person.mass_kg, 2),
        "mass_assumed": "mass_kg" in kinetics.body.person.assumed,
        "cutoff_hz": rounded(kinetics.kinematics.cutoff_hz, 2),
        "root_residual_n": rounded(kinetics.residual_n, 1),
        "root_residual_rms_bw": rounded(kinetics.residual_rms_bw, 4),
        "choices": [answer.choice.label for answer in kinetics.answers],
        "hip_contact_bw": {side: [rounded(p, 3) for p in kinetics.hip_peaks_bw[side]] for side in SIDES},
        "lumbar_compression_n": {
            level: _compression(load.compression, every[level]) for level, load in kinetics.levels.items()
        },
        "lumbar_shear_n": {
            level: {"min": rounded(load.shear.min(), 1), "max": rounded(load.shear.max(), 1)}
            for level, load in kinetics.levels.items()
        },
        "drive": {side: _drive(kinetics.drive[side], kinetics.passive_share[side]) for side in SIDES},
        "peaks_by_choice": {
            group: {side: _tops(kinetics, group, side) for side in SIDES} for group in ("psoas", "iliacus")
        },
    }
    for group in ("psoas", "iliacus", "gluteus maximus", "gluteus medius"):
        peaks = {side: kinetics.peak_band(group, side) for side in SIDES}
        found[f"{group.replace(' ', '_')}_peak_n"] = {
            side: {"median": rounded(middle, 1), "low": rounded(low, 1), "high": rounded(high, 1)}
            for side, (middle, low, high) in peaks.items()
        }
    return found


def _compression(single: Floats, every: Floats) -> Json:
    """Mean and peak (N) under the first choice, and the ends of both over the choices (C, K)."""
    means, tops = every.mean(axis=1), every.max(axis=1)
    return {
        "mean": rounded(single.mean(), 1), "peak": rounded(single.max(), 1),
        "mean_low": rounded(means.min(), 1), "mean_high": rounded(means.max(), 1),
        "peak_low": rounded(tops.min(), 1), "peak_high": rounded(tops.max(), 1),
    }  # fmt: skip


def _tops(kinetics: Kinetics, group: str, side: str) -> list[float | None]:
    """Peak tension (N) of a group under each choice, in the order of ``choices``."""
    return [rounded(group_tension(kinetics.body, one, group, side).max(), 1) for one in kinetics.answers]


def _drive(drive: Propulsion | None, passive: tuple[float, float] | None) -> Json | None:
    if drive is None:
        return None
    work = {key: rounded(value, 4) for key, value in vars(drive).items()}
    ends = dict(zip(("low", "high"), (rounded(end, 4) for end in passive), strict=True)) if passive else None
    return {**work, "hip_flexor_passive_share_range": ends, "front_pull_share": rounded(drive.front_pull_share, 4)}


def _quality(analysis: Analysis) -> Json:
    quality = analysis.quality
    rms = None
    if np.isfinite(quality.rms_mean):
        rms = {"mean": rounded(quality.rms_mean * 1000, 2), "max": rounded(quality.rms_max * 1000, 2)}
    outcome = {name: int((analysis.motion.outcome == i).sum()) for i, name in enumerate(OUTCOMES)}
    return {
        "status": quality.status,
        "reasons": list(quality.reasons),
        "marker_rms_mm": rms,
        "frames_seen_percent": rounded(100 * quality.seen, 2),
        "frames_by_outcome": outcome,
    }


def _repetitions(analysis: Analysis) -> Json | None:
    found = analysis.repetitions
    if found is None or not found.kind:
        return None
    return {
        "kind": found.kind,
        "side": found.side,
        "intervals_s": [[rounded(a), rounded(b)] for a, b in found.intervals],
    }


def summarise(analysis: Analysis) -> Json:
    """The summary of an analysis as JSON-ready values: millimetres, degrees, percent, seconds."""
    recording, motion, mechanics = analysis.recording, analysis.motion, analysis.mechanics
    body = motion.body
    person = analysis.kinetics.body.person if analysis.kinetics else body.person  # plates may have weighed them
    refused = analysis.quality.status == REFUSED
    return {
        "schema": SCHEMA,
        "source": {
            "file": recording.path.name, "kind": recording.kind, "marker_set": analysis.marker_set or None,
            "rate_hz": rounded(recording.rate_hz), "frames": len(recording.time),
            "duration_s": rounded(recording.duration_s),
        },
        "person": {
            "height_m": rounded(person.height_m), "mass_kg": rounded(person.mass_kg), "sex": person.sex,
            "assumed": list(person.assumed),
        },
        "body": {
            "scale": {group: [rounded(x, 6) for x in factor] for group, factor in body.scale.items()},
            "lumbar_rhythm": body.rhythm.name,
        },
        "quality": _quality(analysis),
        "coordinates_deg": {} if refused else _coordinates(analysis),
        "posture": None if refused else {
            key: {**value_range(values), "mean": rounded(np.nanmean(values), 3)}
            for key, values in (("lordosis_deg", mechanics.lordosis_deg), ("stacking_deg", mechanics.stacking_deg))
        },
        **{
            name: None if refused else {side: _muscle(analysis, mechanics.group(name, side)) for side in SIDES}
            for name in ("psoas", "iliacus")
        },
        "gait": None if refused else _gait(analysis),
        "forces": _forces(analysis),
        "repetitions": None if refused else _repetitions(analysis),
        "held": list(motion.held),
        "notes": [render(one) for one in analysis.notes],
        "timing_ms_per_frame": {stage: rounded(value) for stage, value in analysis.timing.items()},
        "versions": result_versions(),
        "sources": [*SOURCES, *(FORCE_SOURCES if analysis.kinetics else ())],
    }  # fmt: skip
