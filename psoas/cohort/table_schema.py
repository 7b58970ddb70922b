"""The columns of the table: every number of ``summary.json`` under one flat name that holds its unit.

The columns are the same whatever the recordings hold, so that tables of different days can be laid together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import product

import pyarrow as pa

from psoas.analysis.left_out import left_out
from psoas.analysis.summary_model import GaitKind, Summary, SummaryExcerpt
from psoas.body.anatomy.coordinates import coordinates
from psoas.body.model.mujoco_model import SCALE_GROUPS
from psoas.core.catalogue import render
from psoas.core.sides import SIDES
from psoas.kinematics.motion import OUTCOMES
from psoas.mechanics.muscle_force_estimation import BAND
from psoas.mechanics.propulsion import Propulsion

Value = str | float | bool | None
Row = dict[str, Value]
DONE, REFUSED, FAILED = "done", "refused", "failed"
"""Analysed; legal but too poor for an answer; not a recording that can be used, for the reason in its row."""
ENDS = ("min", "max")
TEXTS = (
    "file", "person", "status", "reason", "static", "static_found", "forces", "kind", "marker_set", "marker_sets",
    "understood", "repairs", "left_out", "no_stride", "up", "activity", "movement", "quality", "sex",
    "height_m_from", "mass_kg_from", "sex_from",
    "assumed", "held", "lumbar_rhythm", "forces_ground", "notes", "versions",
)  # fmt: skip
FLAGS = ("gait_treadmill", "forces_mass_assumed")
SECONDS = "seconds"
UNDERSTOOD = (
    "markers_used", "markers_named", "plates_used", "plates", "passes", "turns", "seen_s", "strides_right",
    "strides_left",
)  # fmt: skip
"""Numbers of what was understood of a recording."""
SEPARATOR = "; "
PERSON = ("height_m", "mass_kg", "sex")
WORDY = ("schema", "versions", "sources", "notes", "note_codes", "held", "understood", "repairs", "repair_codes")


def flatten(summary: Summary) -> dict[str, float | None]:
    """Every number of a summary by flat name: ``psoas_right_length_mm_min``, ``coordinates_deg_pelvis_tilt_mean``.

    Lists of a fixed length are numbered, scales by axis. Left out are lists whose length differs from recording to
    recording (events, intervals), and the values of held coordinates, which are assumed and not measured.
    """
    found = dict(_leaves({key: part for key, part in summary.to_json().items() if key not in WORDY}))
    for name, row in summary.coordinates_deg.items():
        if row.held:
            found |= {f"coordinates_deg_{name}_{key}": None for key in (*ENDS, "mean")}
    if summary.repetitions:
        found["repetitions_count"] = float(len(summary.repetitions.intervals_s))
    return found


def _leaves(part: object, path: str = "") -> Iterator[tuple[str, float | None]]:
    if isinstance(part, Mapping):
        for key, value in part.items():
            yield from _leaves(value, f"{path}_{key}".strip("_").replace(" ", "_"))
    elif isinstance(part, list):
        if path not in VARYING and not any(isinstance(value, list | Mapping | str) for value in part):
            path = path.replace(BY_CHOICE, f"{BY_CHOICE}_n")
            names = "xyz" if path.startswith("body_scale") else [str(i + 1) for i in range(len(part))]
            yield from ((f"{path}_{name}", _number(value)) for name, value in zip(names, part, strict=True))
    elif isinstance(part, int | float) and not isinstance(part, bool):
        yield path, float(part)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


VARYING = (*(f"gait_events_{side}" for side in SIDES), "repetitions_intervals_s")


def describe_recording(summary: Summary) -> Row:
    """The words of a summary: what was recorded, of whom, and what was assumed or held."""
    quality, gait, forces = summary.quality, summary.gait, summary.forces
    return {
        **_describe_understood(summary),
        "status": REFUSED if summary.refused else DONE,
        "reason": " ".join(quality.reasons),
        "kind": summary.source.kind,
        "marker_set": summary.source.marker_set or "",
        "movement": movement_kind(summary),
        "quality": quality.status,
        "sex": summary.person.sex,
        "assumed": SEPARATOR.join(summary.person.assumed),
        "held": SEPARATOR.join(summary.held),
        "lumbar_rhythm": summary.body.lumbar_rhythm,
        "forces_ground": forces.ground if forces else None,
        "notes": " ".join(summary.notes),
        "versions": SEPARATOR.join(f"{name} {version}" for name, version in summary.versions.items()),
        "gait_treadmill": gait.treadmill if gait else None,
        "forces_mass_assumed": forces.mass_assumed if forces else None,
    }


def _describe_understood(summary: Summary) -> Row:
    """What the recording was taken for: one line for everything, and the figures that tables are sorted by."""
    found = summary.understood
    if found is None:
        return {}
    return {
        "understood": SEPARATOR.join(found.lines),
        "repairs": " ".join(summary.repairs),
        "left_out": " ".join(render(one) for one in left_out(code.message() for code in summary.note_codes)),
        "marker_sets": SEPARATOR.join(found.marker_sets),
        "activity": found.activity,
        **{f"{key}_from": found.person_origins.get(key) for key in PERSON},
        "no_stride": found.no_stride,
        "up": found.up,
        "markers_used": _number(found.markers_used),
        "markers_named": _number(found.markers_named),
        "plates_used": float(found.plates_used),
        "plates": float(found.plates),
        "passes": float(len(found.passes)),
        "turns": float(len(found.turns_s)),
        "seen_s": round(sum(span[1] - span[0] for span in found.stretches_s), 4),
        "strides_right": _number(found.strides.right),
        "strides_left": _number(found.strides.left),
    }


def movement_kind(summary: SummaryExcerpt) -> str:
    """ "walking", "running", the kind of a repeated movement such as "squat", or "other"."""
    if gait := summary.gait:
        return str(GaitKind.RUNNING if gait.pace is GaitKind.RUNNING else GaitKind.WALKING)
    return summary.repetitions.kind if summary.repetitions else "other"


def number_columns() -> tuple[str, ...]:
    """Names of the number columns that every table has, in their order."""
    return tuple(
        [
            *UNDERSTOOD,
            *("source_rate_hz", "source_frames", "source_duration_s", "person_height_m", "person_mass_kg"),
            *(f"body_scale_{group}_{axis}" for group, axis in product(SCALE_GROUPS, "xyz")),
            *("quality_marker_rms_mm_mean", "quality_marker_rms_mm_max", "quality_frames_seen_percent"),
            *(f"quality_frames_by_outcome_{name.replace(' ', '_')}" for name in OUTCOMES),
            *_angles(),
            *(f"posture_{key}_{end}" for key, end in product(("lordosis_deg", "stacking_deg"), (*ENDS, "mean"))),
            *(f"{muscle}_{side}_{key}" for muscle, side, key in product(("psoas", "iliacus"), SIDES, _muscle())),
            *_gait(),
            "repetitions_count",
            *_forces(),
            *(f"timing_ms_per_frame_{stage}" for stage in STAGES),
        ]
    )


STAGES = (
    "calibration", "inverse_kinematics", "geometry", "gait", "uncertainty", "body", "dynamics", "ground",
    "muscle_paths", "sharing", "band", "loads", "loading",
)  # fmt: skip
LEVELS = ("T12_L1", "L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1")
BY_CHOICE = "forces_peaks_by_choice"
"""Newtons, in the order of the band's choices; the one path of the summary that does not say its unit."""
BANDED = ("psoas", "iliacus", "gluteus_maximus", "gluteus_medius")


def _angles() -> Iterator[str]:
    named = (c.name for c in coordinates() if c.rotational)
    return (f"coordinates_deg_{name}_{key}" for name, key in product(named, (*ENDS, "mean", "uncertainty_deg")))


def _muscle() -> list[str]:
    spans = ("length_percent_standing", "hip_flexion_moment_arm_mm", "normalised_fibre_length")
    return [
        *(f"length_mm_{key}" for key in (*ENDS, "excursion")),
        *(f"{key}_{end}" for key, end in product(spans, ENDS)),
        "standing_length_mm",
        *(f"uncertainty_{key}" for key in ("length_mm", "excursion_mm", "hip_flexion_moment_arm_mm")),
    ]


def _gait() -> list[str]:
    paces = ("speed_m_s", "cadence_steps_min", "step_length_m", "stance_percent")
    return [
        *(f"gait_{key}" for key in (*paces, "belt_m_s")),
        *(f"gait_strides_{side}" for side in SIDES),
        *(f"gait_sd_{key}" for key in paces),
    ]


def _forces() -> list[str]:
    passive = [f"hip_flexor_passive_share_range_{end}" for end in ("low", "high")]
    drive = [*(field.name for field in fields(Propulsion)), *passive, "front_pull_share"]
    pressed = [*(f"{key}{end}" for key, end in product(("mean", "peak"), ("", "_low", "_high")))]
    by_choice = product(BANDED[:2], SIDES, range(1, len(BAND) + 1))
    return [
        *(f"forces_{key}" for key in ("mass_kg", "cutoff_hz", "root_residual_n", "root_residual_rms_bw")),
        *(f"forces_stance_measured_percent_{side}" for side in SIDES),
        *(f"forces_hip_contact_bw_{side}_{peak}" for side, peak in product(SIDES, (1, 2))),
        *(f"forces_lumbar_compression_n_{level}_{key}" for level, key in product(LEVELS, pressed)),
        *(f"forces_lumbar_shear_n_{level}_{end}" for level, end in product(LEVELS, ENDS)),
        *(f"forces_drive_{side}_{key}" for side, key in product(SIDES, drive)),
        *(f"forces_{m}_peak_n_{side}_{k}" for m, side, k in product(BANDED, SIDES, ("median", "low", "high"))),
        *(f"{BY_CHOICE}_n_{muscle}_{side}_{choice}" for muscle, side, choice in by_choice),
    ]


def table_schema(rows: Iterable[Row]) -> pa.Schema:
    """The table's columns: words, the numbers that every table has, then by name those that only these rows have."""
    known = (*TEXTS, *FLAGS, SECONDS, *number_columns())
    extra = sorted({name for row in rows for name in row} - set(known))
    return pa.schema(
        [pa.field(name, pa.string() if name in TEXTS else pa.bool_()) for name in (*TEXTS, *FLAGS)]
        + [pa.field(name, pa.float64()) for name in (SECONDS, *number_columns(), *extra)]
    )
