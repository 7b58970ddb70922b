"""The stages of one analysis in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from psoas.analysis.analysis_io import write_analysis
from psoas.analysis.result import REFUSED, Analysis, Quality, judge_forces, judge_motion
from psoas.body.anatomy.lumbar_rhythm import DEFAULT
from psoas.body.person import Person
from psoas.core.message import Message
from psoas.core.stages import Progress, Stage
from psoas.kinematics.gait.activity import Activity
from psoas.kinematics.gait.segmentation import SegmentedMotion, segment_motion
from psoas.mechanics.kinetics import Kinetics, compute_kinetics
from psoas.mechanics.muscle_force_estimation import ForceSetting
from psoas.mechanics.muscle_geometry import compute_mechanics
from psoas.mechanics.uncertainty import compute_uncertainties
from psoas.pipeline.analysis_inputs import read_inputs
from psoas.pipeline.analysis_options import AnalysisOptions
from psoas.pipeline.followed_motion import FollowedMotion, follow
from psoas.pipeline.library_loading import load_libraries
from psoas.pipeline.model_stage import analyse_model
from psoas.pipeline.stage_clock import StageClock
from psoas.pipeline.understanding import understand
from psoas.recording import Up, missing_pelvis_markers
from psoas.report.report_page import report_pages


def analyze(
    path: str | Path,
    *,
    static: str | Path | None = None,
    forces: str | Path | None = None,
    markers: str | Path | None = None,
    person: Person | None = None,
    out: str | Path | None = None,
    up: Up = "auto",
    lumbar_rhythm: str = DEFAULT,
    smoothness: float = 0.0,
    with_forces: bool = True,
    setting: ForceSetting | None = None,
    model: str | Path | None = None,
    graft_psoas: bool = False,
    step_heights: Sequence[float] = (),
    progress: Progress | None = None,
) -> Analysis:
    """Analyse one recording and, with ``out``, write its folder (see docs/report.md).

    ``path`` is a ``.trc``, ``.c3d`` (markers) or ``.mot``, ``.sto`` (OpenSim coordinates); ``static`` a trial of
    quiet standing with the same markers; ``forces`` ground forces; ``markers`` a TOML map for marker names of no
    known set. Forces are computed unless ``with_forces`` is off, from plates when there are any and predicted
    otherwise; ``setting`` braces the belly or tightens a psoas. ``up`` the file's vertical axis where "auto" is not
    right (lying down). ``smoothness`` as in ``solve_motion``. ``model`` is an OpenSim model to
    lead through the same movement, ``graft_psoas`` puts our psoas onto it. ``step_heights`` (m) are those of
    steps and boxes over the lowest ground, where feet alone do not tell them. Raises ``InputError`` with all faults
    found, before anything is written.
    """
    options = AnalysisOptions(
        static, forces, markers, person or Person(), up, lumbar_rhythm, smoothness, with_forces, setting, model,
        graft_psoas, tuple(step_heights),
    )  # fmt: skip
    return _analyze(Path(path), options, Path(out) if out else None, StageClock(progress))


def _analyze(path: Path, options: AnalysisOptions, folder: Path | None, clock: StageClock) -> Analysis:
    """The stages in a row; with ``folder``, what they found is written there."""
    inputs = read_inputs(path, options)
    frames = len(inputs.recording.time)
    clock.tell(Stage.LOADING)
    with clock.timed(Stage.LOADING, frames):
        load_libraries(with_forces=options.with_forces)
    followed = follow(inputs, options, clock)
    motion = followed.motion
    with clock.timed(Stage.GEOMETRY, frames):
        mechanics = compute_mechanics(motion)
    with clock.timed(Stage.GAIT, frames):
        parts = segment_motion(motion, forces=followed.plates, leg_hidden=followed.leg_hidden)
    lacking = missing_pelvis_markers(followed.match)
    quality = judge_motion(
        motion, parts.gait, lacking=lacking, exchanged=followed.exchanged, legs_unseen=followed.legs_unseen
    )
    kinetics, quality, why = _kinetics(followed, parts, quality, options, clock)
    with clock.timed(Stage.UNCERTAINTY, frames):
        open_to = compute_uncertainties(motion)
    understood = understand(inputs, options, followed, parts, kinetics)
    brought = None
    if inputs.model is not None and quality.status != REFUSED:
        clock.tell(Stage.MODEL)
        brought = analyse_model(inputs.model, options, followed, kinetics, clock)
        understood = replace(understood, model=inputs.model.name)
    analysis = Analysis(
        followed.recording, followed.match.key, motion, mechanics, parts.ground, parts.gait, parts.repetitions,
        kinetics, open_to, quality, understood, clock.spent, (*followed.remarks, *why), folder, brought,
    )  # fmt: skip
    if folder:
        clock.tell(Stage.REPORT)
        write_analysis(analysis, folder, report_pages)
    return analysis


def _kinetics(
    followed: FollowedMotion, parts: SegmentedMotion, quality: Quality, options: AnalysisOptions, clock: StageClock
) -> tuple[Kinetics | None, Quality, tuple[Message, ...]]:
    """The forces, the quality as far as they lower it, and why there are none where there are none."""
    if not options.with_forces or quality.status == REFUSED:
        return None, quality, ()
    clock.tell(Stage.FORCES)
    kinetics, why = compute_kinetics(
        followed.motion, ground=parts.ground, gait=parts.gait, plates=followed.plates, setting=options.setting,
        walking=any(one.activity is Activity.WALKING for one in parts.passes), step_heights=options.step_heights,
        progress=lambda done, total: clock.tell(Stage.FORCES, done, total),
    )  # fmt: skip
    clock.add(kinetics.timing if kinetics else {})
    return kinetics, judge_forces(quality, kinetics), why
