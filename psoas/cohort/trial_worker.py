"""What one worker does: analyse one recording into one row, whatever happens to it."""

from __future__ import annotations

import time
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

import numpy as np

from psoas.analysis.cycle_normalization import CycleLayout, cycle_layout
from psoas.analysis.result import Analysis
from psoas.analysis.summary import summarise
from psoas.analysis.summary_model import Summary
from psoas.body.anatomy.lumbar_rhythm import DEFAULT
from psoas.body.person import Person, load_person
from psoas.cohort.discovery import Trial, printable_name
from psoas.cohort.table_schema import FAILED, SECONDS, SEPARATOR, Row, describe_recording, flatten
from psoas.core.arrays import Floats
from psoas.core.catalogue import text
from psoas.core.errors import PsoasError
from psoas.core.language import current_language, language
from psoas.core.sides import SIDES
from psoas.pipeline import analyze
from psoas.recording import Up

BY_SIDE = {"psoas_length_percent_standing": "", "hip_flexion_deg": "hip_flexion"}
MIDLINE = {"pelvis_tilt_deg": "pelvis_tilt", "lumbar_extension_deg": "lumbar_extension"}
"""Curves over the stride, and the coordinates that they show ("" for the length of the psoas)."""
FORCE = "psoas_force_n"
"""The curve of the psoas' tension: at each instant the median of the model's choices."""


@dataclass(frozen=True)
class TrialOptions:
    """How every recording of a cohort is analysed, as in ``psoas.analyze``; ``words_in`` is the language of its row."""

    markers: Path | None = None
    up: Up = "auto"
    lumbar_rhythm: str = DEFAULT
    smoothness: float = 0.0
    words_in: str = field(default_factory=current_language)


class MeanCurves(TypedDict, total=False):
    """Mean curves of a recording as the journal keeps them: 101 samples by name and side, "" for the midline."""

    kind: str
    toe_off: dict[str, float]
    curves: Mapping[str, Mapping[str, Sequence[float | None]]]


@dataclass(frozen=True)
class FinishedTrial:
    """One recording's row, and its mean curves over the stride or repetition ({} where it has none), JSON-ready."""

    row: Row
    curves: MeanCurves


def analyze_trial(trial: Trial, options: TrialOptions) -> FinishedTrial:
    """Analyse ``trial``; any fault becomes a row of status "failed" with its reason, never an exception."""
    with language(options.words_in):
        start = time.perf_counter()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found, curves = _analysed(trial, options)
        except PsoasError as error:
            return failed_row(trial, SEPARATOR.join(str(error).splitlines()), time.perf_counter() - start)
        except Exception as error:
            return failed_row(trial, f"{trial.file.name}: {type(error).__name__}: {error}", time.perf_counter() - start)
        return FinishedTrial({**_about(trial), **found, SECONDS: round(time.perf_counter() - start, 3)}, curves)


def failed_row(trial: Trial, reason: str, seconds: float = 0.0) -> FinishedTrial:
    """The row of a recording that cannot be analysed."""
    about = {**_about(trial), "status": FAILED, "reason": " ".join(printable_name(reason).split())}
    return FinishedTrial({**about, SECONDS: round(seconds, 3)}, {})


def _about(trial: Trial) -> Row:
    static, forces = (printable_name(path.name) if path else "" for path in (trial.static, trial.forces))
    found = text(f"cohort.static.{trial.static_found.value}")
    return {"file": trial.name, "person": trial.person, "static": static, "static_found": found, "forces": forces}


def _analysed(trial: Trial, options: TrialOptions) -> tuple[Row, MeanCurves]:
    analysis = analyze(
        trial.file,
        static=trial.static,
        forces=trial.forces,
        markers=options.markers,
        person=load_person(trial.person_file) if trial.person_file else Person(),
        up=options.up,
        lumbar_rhythm=options.lumbar_rhythm,
        smoothness=options.smoothness,
    )
    summary = summarise(analysis)
    words: Row = {key: printable_name(v) if isinstance(v, str) else v for key, v in describe_recording(summary).items()}
    return {**words, **flatten(summary)}, mean_curves(analysis, summary)


def mean_curves(analysis: Analysis, summary: Summary) -> MeanCurves:
    """Mean curves over the stride or repetition by name and side, 101 samples each; {} for any other movement."""
    if not summary.psoas or not (summary.gait or summary.repetitions):
        return {}
    laid, motion = cycle_layout(summary, analysis.motion.time), analysis.motion
    if laid.kind == "time":
        return {}
    found: dict[str, dict[str, list[float | None]]] = {}
    for name, coordinate in BY_SIDE.items():
        found[name] = {}
        for side in SIDES:
            held = coordinate and f"{coordinate}_{side[0]}" in motion.held
            psoas = analysis.mechanics.group("psoas", side).percent_standing
            series = np.degrees(motion.of(f"{coordinate}_{side[0]}")) if coordinate else psoas
            if not held and len(laid.intervals[side]):
                found[name][side] = _mean(laid, series, motion.time, side)
    for name, coordinate in MIDLINE.items():
        if coordinate not in motion.held:
            series = np.degrees(motion.of(coordinate))
            found[name] = {"": _mean(laid, series, motion.time, laid.main_side)}
    if kinetics := analysis.kinetics:
        sides = [side for side in SIDES if len(laid.intervals[side])]
        middle = {side: kinetics.tension_band("psoas", side)[0] for side in sides}
        found[FORCE] = {side: _mean(laid, middle[side], kinetics.time, side) for side in sides}
    toe_off = {side: round(share, 3) for side, share in laid.toe_off.items()}
    return {"kind": laid.kind, "toe_off": toe_off, "curves": found}


def _mean(laid: CycleLayout, series: Floats, time: Floats, side: str) -> list[float | None]:
    """The mean over strides of a series; None where one of them was not seen."""
    mean = laid.cut(series, time, side).mean(axis=0)
    return [round(float(value), 3) if np.isfinite(value) else None for value in mean]
