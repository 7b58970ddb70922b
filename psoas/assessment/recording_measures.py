"""What a recording measured, taken from the ``summary.json`` of ``psoas analyze``: values, each with how sure it is."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from psoas.analysis.summary_model import (
    SCHEMA,
    ForceSummary,
    GaitKind,
    MuscleSummary,
    MuscleUncertainty,
    PostureMeans,
    QualityStatus,
    QualitySummary,
    SummaryExcerpt,
    read_excerpt,
)
from psoas.assessment.text_format import amount, rounded, side_message
from psoas.core.errors import InputError
from psoas.core.json_types import JsonTable
from psoas.core.message import Message, literal, message
from psoas.core.sides import SIDES
from psoas.intake.answers import SelfTestResult
from psoas.kinematics.gait.repetitions import KINDS
from psoas.report.expected_error import RUNNING, WALKING
from psoas.report.propulsion_section import share_uncertainty

SAME_SPEED = 0.1
"""Two recordings of gait are compared when their speeds differ by no more than this share (assumed)."""
UNITS = {
    "psoas_longest_mm": "mm", "psoas_shortest_mm": "mm", "psoas_excursion_mm": "mm", "psoas_longest_percent": "%",
    "hip_extension_deg": "degrees", "hip_flexion_deg": "degrees", "pelvic_tilt_deg": "degrees",
    "lordosis_deg": "degrees", "lordosis_least_deg": "degrees", "stacking_deg": "degrees", "front_pull_percent": "%",
    "psoas_peak_n": "N", "gluteus_maximus_peak_n": "N", "gluteus_medius_peak_n": "N", "speed_m_s": "m/s",
}  # fmt: skip
"""Every measure and its unit."""
MOVEMENTS = ("walking", "running", *KINDS)
"""Movements that have a name."""
FRONT_SHARE, FRONT_SHARE_ONCE = "measures.front_share", "measures.front_share_once"
"""Codes of the limit on the share of the front of the hip, beside an earlier recording and without one."""


@dataclass(frozen=True)
class MeasuredValue:
    """A measured ``value`` and the half-width of its error (None where that is not known)."""

    value: float
    half_width: float | None


@dataclass(frozen=True)
class Measures:
    """What one recording gives. ``values`` by measure and side, as ("hip_extension_deg", "right"), side "" for those of
    the whole body; ``movement`` is walking, running, a repeated movement or ""; ``tests`` are self-tests that it stands
    for; ``notes`` say what it cannot tell. A refused recording has no values."""

    file: str
    movement: str
    speed_m_s: float | None
    values: Mapping[tuple[str, str], MeasuredValue]
    tests: tuple[SelfTestResult, ...] = ()
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True)
class MeasureChange:
    """One measure now and in an earlier recording: ``change`` is now minus before, named only ``beyond`` what two
    recordings ``detect``."""

    measure: str
    side: str
    before: float
    now: float
    change: float
    detects: float
    beyond: bool
    words: Message


@dataclass
class _CollectedMeasures:
    values: dict[tuple[str, str], MeasuredValue] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)

    def put(self, name: str, side: str, value: float | None, half: float | None) -> None:
        if value is not None and math.isfinite(value):
            self.values[name, side] = MeasuredValue(value, half if half is not None and math.isfinite(half) else None)


def read_measures(folder: Path) -> Measures:
    """What the analysis in a folder measured (a ``summary.json`` may be named, too).

    Raises ``InputError`` where there is no such file, or it is not a ``psoas.summary/1``.
    """
    path = folder if folder.suffix == ".json" else folder / "summary.json"
    try:
        summary = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(message("measures.unreadable", path=str(path), fault=str(error))) from error
    if not isinstance(summary, dict) or summary.get("schema") != SCHEMA:
        raise InputError(message("measures.not_summary", path=str(path), schema=SCHEMA))
    return extract_measures(summary)


def extract_measures(summary: JsonTable) -> Measures:
    """The same from a summary, or a part of one: what is not there gives nothing.

    Raises ``InputError`` where a part has not the shape it should.
    """
    return measures_of(read_excerpt(summary))


def measures_of(summary: SummaryExcerpt) -> Measures:
    """The same from a summary that was read already."""
    file, quality = summary.source.file, summary.quality
    if quality.status is QualityStatus.REFUSED:
        return Measures(file, "", None, {}, (), (_quality_note("refused", file, quality),))
    gait, found = summary.gait, _CollectedMeasures()
    movement = summary.repetitions.kind if summary.repetitions else ""
    if gait:
        movement = "running" if gait.pace is GaitKind.RUNNING else "walking"
        found.put("speed_m_s", "", gait.speed_m_s, gait.sd.speed_m_s)
    _lengths(found, summary)
    _angles(found, summary)
    _forces(found, summary.forces or ForceSummary(), movement)
    if quality.status is QualityStatus.FAIR:
        found.notes.append(_quality_note("fair", file, quality))
    tests = _tests(found, summary, movement)
    if not tests:
        found.notes.append(message("measures.no_self_test"))
    return Measures(file, movement, gait.speed_m_s if gait else None, found.values, tests, tuple(found.notes))


def _quality_note(status: str, file: str, quality: QualitySummary) -> Message:
    """That a recording is of poor quality, with the reasons of its summary: as codes, or as the sentences of 0.1.0."""
    reasons = tuple(one.message() for one in quality.reason_codes) or tuple(literal(one) for one in quality.reasons)
    recording: Message | str = file or message("measures.this_recording")
    return message(f"measures.{status}", recording=recording, reasons=reasons or (message("measures.no_reason"),))


def _lengths(found: _CollectedMeasures, summary: SummaryExcerpt) -> None:
    for side in SIDES:
        muscle = (summary.psoas.get(side) if summary.psoas else None) or MuscleSummary()
        open_to, length = muscle.uncertainty or MuscleUncertainty(), muscle.length_mm
        half, standing = open_to.length_mm, muscle.standing_length_mm
        found.put("psoas_longest_mm", side, length.max, half)
        found.put("psoas_shortest_mm", side, length.min, half)
        found.put("psoas_excursion_mm", side, length.excursion, open_to.excursion_mm)
        part = 100 * half / standing if half and standing else None
        found.put("psoas_longest_percent", side, muscle.length_percent_standing.max, part)


def _angles(found: _CollectedMeasures, summary: SummaryExcerpt) -> None:
    rows = {name: row for name, row in summary.coordinates_deg.items() if not row.held}
    for side in SIDES:
        if hip := rows.get(f"hip_flexion_{side[0]}"):
            found.put("hip_extension_deg", side, _negative(hip.min), hip.uncertainty_deg)
            found.put("hip_flexion_deg", side, hip.max, hip.uncertainty_deg)
    if pelvis := rows.get("pelvis_tilt"):
        found.put("pelvic_tilt_deg", "", _negative(pelvis.mean), pelvis.uncertainty_deg)
    posture, back = summary.posture or PostureMeans(), rows.get("lumbar_extension")
    half = back.uncertainty_deg if back else None
    if lordosis := posture.lordosis_deg:
        found.put("lordosis_deg", "", lordosis.mean, half)
        found.put("lordosis_least_deg", "", lordosis.min, half)
    chest = rows.get("thorax_extension")
    if stacking := posture.stacking_deg:
        if chest:
            both = math.hypot(half, chest.uncertainty_deg) if half and chest.uncertainty_deg else None
            found.put("stacking_deg", "", stacking.mean, both)
        else:
            found.notes.append(message("measures.no_ribs"))


def _negative(value: float | None) -> float | None:
    return None if value is None else -value


def _forces(found: _CollectedMeasures, forces: ForceSummary, movement: str) -> None:
    off = (WALKING if movement == "walking" else RUNNING).work_j_kg
    shares: list[Message] = []
    for side in SIDES:
        drive = forces.drive.get(side)
        if drive and drive.front_pull_share is not None:
            share, open_to = 100 * drive.front_pull_share, 100 * share_uncertainty(drive, off)
            half = open_to if math.isfinite(open_to) else None
            found.put("front_pull_percent", side, share, half)
            shares.append(_share_message(side, share, half))
        for group in ("psoas", "gluteus_maximus", "gluteus_medius"):
            band = forces.peak_n(group, side)
            if band and band.high is not None and band.low is not None:
                found.put(f"{group}_peak_n", side, band.median, (band.high - band.low) / 2)
    if shares:
        found.notes.append(message(FRONT_SHARE_ONCE, shares=tuple(shares)))


def _share_message(side: str, share: float, half: float | None) -> Message:
    """The share of one side, percent, with its half-width where that is known."""
    if half is None:
        return message("measures.share", side=side_message(side), percent=round(share))
    return message("measures.share_sure", side=side_message(side), percent=round(share), half=round(half))


def _tests(found: _CollectedMeasures, summary: SummaryExcerpt, movement: str) -> tuple[SelfTestResult, ...]:
    """Knees to the chest, where that was recorded: the thigh's angle against the pelvis, on the sides that moved."""
    if movement != "knees_to_chest":
        return ()
    side = (summary.repetitions and summary.repetitions.side) or "both"
    sides = SIDES if side == "both" else (side,)
    ends = {
        one: found.values["hip_flexion_deg", one].value for one in sides if ("hip_flexion_deg", one) in found.values
    }
    return (SelfTestResult("knees_to_chest", ends.get("right"), ends.get("left"), way="recording"),) if ends else ()


def compare_measures(before: Measures, now: Measures) -> tuple[tuple[MeasureChange, ...], tuple[Message, ...]]:
    """What changed between two recordings of the same movement, and what could not be compared.

    With ±u on each, two recordings tell a change beyond the square root of two times u (the error of a difference of
    two measurements that are off independently). Where both are off in the same way, that asks too much, not too
    little.
    """
    if now.movement != before.movement or not before.values:
        kinds = {"before": _movement_message(before), "now": _movement_message(now)}
        return (), (message("measures.other_movement", **kinds),)
    if now.speed_m_s and before.speed_m_s and abs(now.speed_m_s / before.speed_m_s - 1) > SAME_SPEED:
        speeds = {"before": round(before.speed_m_s, 2), "now": round(now.speed_m_s, 2)}
        return (), (message("measures.other_speed", **speeds),)
    found = []
    for (name, side), value in now.values.items():
        earlier = before.values.get((name, side))
        if earlier is None or value.half_width is None or earlier.half_width is None or name == "speed_m_s":
            continue
        found.append(_change(name, side, earlier, value))
    return tuple(found), ()


def describe_limits(measures: Measures, compared: tuple[MeasureChange, ...]) -> tuple[Message, ...]:
    """What a recording cannot tell; an earlier recording is asked for only where none was ``compared``."""
    if not any(one.measure == "front_pull_percent" for one in compared):
        return measures.notes
    return tuple(
        Message(FRONT_SHARE, one.values) if one.code == message(FRONT_SHARE_ONCE).code else one
        for one in measures.notes
    )


def measure_name(name: str, side: str = "") -> Message:
    """What a measure is called, with its side where it has one."""
    title = message(f"measures.name.{name}")
    return message("measures.with_side", name=title, side=side_message(side)) if side else title


def _movement_message(measures: Measures) -> Message:
    return message(f"measures.movement.{measures.movement if measures.movement in MOVEMENTS else 'unknown'}")


def _change(name: str, side: str, before: MeasuredValue, now: MeasuredValue) -> MeasureChange:
    change, detects = now.value - before.value, math.sqrt(2) * max(now.half_width or 0.0, before.half_width or 0.0)
    beyond, unit = abs(change) > detects, UNITS[name]
    words = message(
        "measures.change_beyond" if beyond else "measures.change_within",
        measure=measure_name(name, side),
        before=rounded(before.value),
        now=amount(now.value, unit),
        detects=amount(detects, unit),
    )
    return MeasureChange(name, side, before.value, now.value, change, detects, beyond, words)
