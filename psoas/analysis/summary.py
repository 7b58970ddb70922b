"""``summary.json``: the answer in one documented, versioned file. See docs/report.md for every field."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Mapping

import numpy as np

from psoas.analysis.json_numbers import rounded
from psoas.analysis.kinetics_io import disc_compressions
from psoas.analysis.model_summary import model_summary
from psoas.analysis.result import Analysis
from psoas.analysis.summary_model import (
    SCHEMA,
    BodySummary,
    ChoiceBand,
    CoordinateSummary,
    DiscCompression,
    ForceSummary,
    GaitSummary,
    LengthRange,
    MarkerError,
    MeanRange,
    MuscleSummary,
    MuscleUncertainty,
    PaceSpread,
    PersonSummary,
    PlateSummary,
    PostureMeans,
    QualityStatus,
    QualitySummary,
    RecordingSource,
    RepetitionSummary,
    ShareRange,
    StepDrive,
    StrideEvents,
    Summary,
    ValueRange,
)
from psoas.analysis.summary_parts import BySide, Items, MessageCode
from psoas.analysis.understood import Understood
from psoas.analysis.understood_model import PassSummary, UnderstoodSummary
from psoas.body.anatomy.coordinates import coordinates
from psoas.core.arrays import Floats
from psoas.core.catalogue import render, text
from psoas.core.sides import SIDES
from psoas.kinematics.gait.repetitions import Repetitions
from psoas.kinematics.gait.strides import Gait, Strides
from psoas.kinematics.motion import OUTCOMES
from psoas.mechanics.kinetics import Kinetics
from psoas.mechanics.muscle_geometry import Mechanics, MuscleGroup
from psoas.mechanics.plate_use import PlateUse
from psoas.mechanics.propulsion import Propulsion
from psoas.mechanics.uncertainty import Uncertainty
from psoas.recording import marker_sets

SOURCES = (
    "rajagopal2016", "christophy2012", "bogduk1992", "ward2009", "pearcy1984", "deleva1996", "pearsall1996",
    "degroote2016", "della_croce_2005", "mcginley2009", "riener1999",
)  # fmt: skip
FORCE_SOURCES = (
    "fluit2014", "maus2010", "yoon1982", "mcgill1994", "beaucage2019", "sturdy2024", "winter1991", "winter2009",
)  # fmt: skip
"""What forces rest on besides."""


def value_range(values: Floats, digits: int = 3) -> ValueRange:
    """Least and greatest of the seen values (T,)."""
    seen = values[np.isfinite(values)]
    return ValueRange(min=rounded(seen.min(), digits), max=rounded(seen.max(), digits)) if len(seen) else ValueRange()


def result_versions() -> dict[str, str]:
    """Versions of everything that a result rests on."""
    return {name: importlib.metadata.version(name) for name in ("psoas", "mujoco", "numpy", "scipy")}


def _coordinates(analysis: Analysis) -> dict[str, CoordinateSummary]:
    found: dict[str, CoordinateSummary] = {}
    known = marker_sets().get(analysis.marker_set)
    blur = 2.0 if known and known.technique != "markers" else 1.0
    for c in coordinates():
        values = analysis.motion.of(c.name)
        unit = 180 / np.pi if c.rotational else 1.0
        seen = values[np.isfinite(values)] * unit
        if c.rotational and len(seen):
            found[c.name] = CoordinateSummary(
                min=rounded(seen.min(), 3), max=rounded(seen.max(), 3), mean=rounded(seen.mean(), 3), label=c.label,
                positive=c.positive, clinical=c.clinical, uncertainty_deg=rounded(c.uncertainty * unit * blur, 1),
                held=c.name in analysis.motion.held,
            )  # fmt: skip
    return found


def _muscle(analysis: Analysis, group: MuscleGroup) -> MuscleSummary:
    length = group.whole_length * 1000
    seen = length[np.isfinite(length)]
    ends = value_range(length)
    return MuscleSummary(
        length_mm=LengthRange(min=ends.min, max=ends.max, excursion=rounded(np.ptp(seen), 3) if len(seen) else None),
        length_percent_standing=value_range(group.percent_standing),
        hip_flexion_moment_arm_mm=value_range(group.hip_arm[:, 0] * 1000),
        normalised_fibre_length=value_range(group.normalised_fibre),
        standing_length_mm=rounded(float(group.standing @ group.max_force / group.max_force.sum()) * 1000, 3),
        uncertainty=_uncertainty(analysis.uncertainty.get((group.name, group.side))),
    )


def _uncertainty(half: Uncertainty | None) -> MuscleUncertainty | None:
    """Half-widths in millimetres. No variant moves the iliacus, which says nothing about how sure it is."""
    if half is None:
        return None
    return MuscleUncertainty(
        length_mm=rounded(half.length * 1000, 2),
        excursion_mm=rounded(half.excursion * 1000, 2) if half.excursion else None,
        hip_flexion_moment_arm_mm=rounded(half.moment_arm * 1000, 2) if half.moment_arm else None,
    )


def _both_sides(analysis: Analysis, name: str) -> BySide[MuscleSummary]:
    right, left = (_muscle(analysis, analysis.mechanics.group(name, side)) for side in SIDES)
    return BySide[MuscleSummary](right=right, left=left)


def _gait(gait: Gait | None, *, treadmill: bool) -> GaitSummary | None:
    if gait is None:
        return None
    return GaitSummary(
        speed_m_s=rounded(gait.speed_m_s.mean),
        cadence_steps_min=rounded(gait.cadence_steps_min.mean),
        step_length_m=rounded(gait.step_length_m.mean),
        stance_percent=rounded(gait.stance_percent.mean),
        belt_m_s=rounded(gait.belt_m_s),
        treadmill=treadmill,
        strides=BySide[int](right=gait.strides["right"], left=gait.strides["left"]),
        sd=PaceSpread(
            speed_m_s=rounded(gait.speed_m_s.sd),
            cadence_steps_min=rounded(gait.cadence_steps_min.sd),
            step_length_m=rounded(gait.step_length_m.sd),
            stance_percent=rounded(gait.stance_percent.sd),
        ),
        events=BySide[Items[StrideEvents]](right=_events(gait.right), left=_events(gait.left)),
    )


def _events(strides: Strides) -> tuple[StrideEvents, ...]:
    rows = zip(strides.start, strides.end, strides.toe_off, strides.flags, strict=True)
    return tuple(
        StrideEvents(
            start_s=round(float(a), 4), end_s=round(float(b), 4), toe_off_s=rounded(off),
            flag=render(flag) if flag else "",
        )
        for a, b, off, flag in rows
    )  # fmt: skip


def _forces(kinetics: Kinetics | None) -> ForceSummary | None:
    if kinetics is None:
        return None
    every = disc_compressions(kinetics)
    psoas, iliacus, maximus, medius = (
        _peaks(kinetics, group) for group in ("psoas", "iliacus", "gluteus maximus", "gluteus medius")
    )
    return ForceSummary(
        ground=kinetics.ground,
        stance_measured_percent=BySide[float](
            **{side: rounded(100 * kinetics.stance_measured(side), 1) for side in SIDES}
        ),
        plates=tuple(_plate(use) for use in kinetics.plates),
        expected_error=text(f"quality.ground.{kinetics.ground}"),
        mass_kg=rounded(kinetics.body.person.mass_kg, 2),
        mass_assumed="mass_kg" in kinetics.body.person.assumed,
        cutoff_hz=rounded(kinetics.kinematics.cutoff_hz, 2),
        root_residual_n=rounded(kinetics.residual_n, 1),
        root_residual_rms_bw=rounded(kinetics.residual_rms_bw, 4),
        choices=tuple(render(answer.choice.label) for answer in kinetics.choices),
        hip_contact_bw=_numbers({side: kinetics.hip_peaks_bw[side] for side in SIDES}, 3),
        lumbar_compression_n={level: _compression(found[0], found) for level, found in every.items()},
        lumbar_shear_n={
            level: value_range(kinetics.main.discs.shear[:, i].astype(float), 1)
            for i, level in enumerate(kinetics.main.discs.names)
        },
        drive=BySide[StepDrive](**{side: _drive(kinetics.drive[side], kinetics.passive_share[side]) for side in SIDES}),
        peaks_by_choice={
            group: _numbers({side: _peak_tensions(kinetics, group, side) for side in SIDES}, 1)
            for group in ("psoas", "iliacus")
        },
        psoas_peak_n=psoas,
        iliacus_peak_n=iliacus,
        gluteus_maximus_peak_n=maximus,
        gluteus_medius_peak_n=medius,
    )


def _plate(use: PlateUse) -> PlateSummary:
    return PlateSummary(
        name=use.plate, contacts=use.contacts, used=use.used,
        reasons=tuple(text(reason) for reason in use.reasons), reason_codes=tuple(use.reasons),
    )  # fmt: skip


def _peaks(kinetics: Kinetics, group: str) -> BySide[ChoiceBand]:
    """Peak tension of a group over the choices, newtons."""
    found = {}
    for side in SIDES:
        middle, low, high = kinetics.peak_band(group, side)
        found[side] = ChoiceBand(median=rounded(middle, 1), low=rounded(low, 1), high=rounded(high, 1))
    return BySide[ChoiceBand](**found)


def _numbers(values: Mapping[str, Iterable[float]], digits: int) -> BySide[Items[float | None]]:
    right, left = (tuple(rounded(value, digits) for value in values[side]) for side in SIDES)
    return BySide[Items[float | None]](right=right, left=left)


def _compression(single: Floats, every: Floats) -> DiscCompression:
    """Mean and peak (N) under the first choice, and the ends of both over the choices (C, K)."""
    means, peaks = every.mean(axis=1), every.max(axis=1)
    return DiscCompression(
        mean=round(float(single.mean()), 1), peak=round(float(single.max()), 1),
        mean_low=round(float(means.min()), 1), mean_high=round(float(means.max()), 1),
        peak_low=round(float(peaks.min()), 1), peak_high=round(float(peaks.max()), 1),
    )  # fmt: skip


def _peak_tensions(kinetics: Kinetics, group: str, side: str) -> list[float]:
    """Peak tension (N) of a group under each choice, in the order of ``choices``."""
    return [float(one.tension[group, side].max()) for one in kinetics.choices]


def _drive(drive: Propulsion | None, passive: tuple[float, float] | None) -> StepDrive | None:
    if drive is None:
        return None
    ends = ShareRange(low=rounded(passive[0]), high=rounded(passive[1])) if passive else None
    work = {key: rounded(value, 4) for key, value in vars(drive).items()}
    return StepDrive(**work, hip_flexor_passive_share_range=ends, front_pull_share=rounded(drive.front_pull_share, 4))


def _quality(analysis: Analysis) -> QualitySummary:
    quality = analysis.quality
    rms = None
    if np.isfinite(quality.rms_mean):
        rms = MarkerError(mean=rounded(quality.rms_mean * 1000, 2), max=rounded(quality.rms_max * 1000, 2))
    return QualitySummary(
        status=quality.status,
        reasons=tuple(render(one) for one in quality.reasons),
        reason_codes=tuple(MessageCode.of(one) for one in quality.reasons),
        marker_rms_mm=rms,
        frames_seen_percent=rounded(100 * quality.seen, 2),
        frames_by_outcome={name: int((analysis.motion.outcome == i).sum()) for i, name in enumerate(OUTCOMES)},
    )


def _understood(found: Understood) -> UnderstoodSummary:
    lines, markers = found.describe(), found.markers
    return UnderstoodSummary(
        lines=tuple(render(one) for one in lines),
        line_codes=tuple(MessageCode.of(one) for one in lines),
        marker_sets=markers.sets if markers else (),
        markers_used=markers.used if markers else None,
        markers_named=markers.named if markers else None,
        model_outputs=markers.outputs if markers else 0,
        static=found.static or None,
        person_origins={key: origin.value for key, origin in found.person.origins.items()},
        up=found.up or None,
        up_origin=found.up_origin.value if found.up else None,
        plates=len(found.plates),
        plates_used=sum(1 for one in found.plates if one.used),
        activity=found.activity.value,
        stretches_s=tuple((round(a, 4), round(b, 4)) for a, b in found.stretches),
        turns_s=tuple((round(a, 4), round(b, 4)) for a, b in found.turns),
        passes=tuple(
            PassSummary(
                start_s=round(one.start_s, 4), end_s=round(one.stop_s, 4), heading_deg=rounded(one.heading_deg, 1),
                activity=one.activity.value, strides=BySide[int](**one.strides),
                no_stride=render(one.no_stride) if one.no_stride else "",
                no_stride_code=MessageCode.of(one.no_stride) if one.no_stride else None,
            )
            for one in found.passes
        ),
        strides=BySide[int](**found.strides),
        no_stride=render(found.no_stride) if found.no_stride else "",
        no_stride_code=MessageCode.of(found.no_stride) if found.no_stride else None,
    )  # fmt: skip


def _repetitions(found: Repetitions | None) -> RepetitionSummary | None:
    if found is None or not found.kind:
        return None
    intervals = tuple((round(float(a), 4), round(float(b), 4)) for a, b in found.intervals)
    return RepetitionSummary(kind=found.kind, side=found.side, intervals_s=intervals)


def _posture(mechanics: Mechanics) -> PostureMeans:
    def mean_range(values: Floats) -> MeanRange:
        ends = value_range(values)
        return MeanRange(min=ends.min, max=ends.max, mean=rounded(np.nanmean(values), 3))

    return PostureMeans(
        lordosis_deg=mean_range(mechanics.lordosis_deg), stacking_deg=mean_range(mechanics.stacking_deg)
    )


def summarise(analysis: Analysis) -> Summary:
    """The summary of an analysis: millimetres, degrees, percent, seconds; empty of figures when it was refused."""
    recording, body = analysis.recording, analysis.motion.body
    person = analysis.kinetics.body.person if analysis.kinetics else body.person  # plates may have weighed them
    refused = analysis.quality.status is QualityStatus.REFUSED
    return Summary(
        schema=SCHEMA,
        source=RecordingSource(
            file=recording.path.name, kind=recording.kind, marker_set=analysis.marker_set or None,
            rate_hz=rounded(recording.rate_hz), frames=len(recording.time), duration_s=rounded(recording.duration_s),
        ),
        person=PersonSummary(
            height_m=round(person.height_m, 4), mass_kg=round(person.mass_kg, 4), sex=person.sex,
            assumed=tuple(person.assumed),
        ),
        body=BodySummary(
            scale={group: tuple(round(float(x), 6) for x in factor) for group, factor in body.scale.items()},
            lumbar_rhythm=body.rhythm.name,
        ),
        understood=_understood(analysis.understood),
        repairs=tuple(render(one) for one in recording.repairs),
        repair_codes=tuple(MessageCode.of(one) for one in recording.repairs),
        quality=_quality(analysis),
        coordinates_deg={} if refused else _coordinates(analysis),
        posture=None if refused else _posture(analysis.mechanics),
        psoas=None if refused else _both_sides(analysis, "psoas"),
        iliacus=None if refused else _both_sides(analysis, "iliacus"),
        gait=None if refused else _gait(analysis.gait, treadmill=analysis.ground.treadmill),
        forces=_forces(analysis.kinetics),
        repetitions=None if refused else _repetitions(analysis.repetitions),
        model=None if refused else model_summary(analysis.model),
        held=tuple(analysis.motion.held),
        notes=tuple(render(one) for one in analysis.notes),
        note_codes=tuple(MessageCode.of(one) for one in analysis.notes),
        timing_ms_per_frame={stage: rounded(value) for stage, value in analysis.timing.items()},
        versions=result_versions(),
        sources=(*SOURCES, *(FORCE_SOURCES if analysis.kinetics else ())),
    )  # fmt: skip
