"""The whole way from a file to an answer: read, follow, compute, judge, write."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

import numpy as np

from psoas.analysis.analysis_io import write_analysis
from psoas.analysis.result import REFUSED, Analysis, judge_forces, judge_motion
from psoas.body.anatomy.lumbar_rhythm import DEFAULT
from psoas.body.model.body import Body
from psoas.body.model.fibre_length_check import check_fibre_lengths
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.core.options import InputOption
from psoas.core.stages import Progress, Stage
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.gait.heading import face_forward
from psoas.kinematics.gait.segmentation import segment_gait, segment_repetitions
from psoas.kinematics.ik.calibration import calibrate
from psoas.kinematics.ik.inverse_kinematics import NEEDED, solve_motion
from psoas.kinematics.motion import Motion
from psoas.mechanics.kinetics import compute_kinetics
from psoas.mechanics.muscle_force_estimation import ForceSetting
from psoas.mechanics.muscle_geometry import compute_mechanics
from psoas.mechanics.static_optimization import share_forces
from psoas.mechanics.uncertainty import compute_uncertainties
from psoas.recording import Forces, Recording, Up, check_markers_known, load_marker_map, missing_pelvis_markers, read
from psoas.report.report_page import report_pages

STILL_M = 0.2
"""Markers of a person who stands quietly stay within this (assumed; sway is a few centimetres)."""


@dataclass(frozen=True)
class AnalysisOptions:
    """How one recording is analysed: the keywords of ``analyze``, without what it writes and whom it tells."""

    static: str | Path | None = None
    forces: str | Path | None = None
    markers: str | Path | None = None
    person: Person = field(default_factory=Person)
    up: Up = "auto"
    lumbar_rhythm: str = DEFAULT
    smoothness: float = 0.0
    with_forces: bool = True
    setting: ForceSetting | None = None


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
    progress: Progress | None = None,
) -> Analysis:
    """Analyse one recording and, with ``out``, write its folder (see docs/report.md).

    ``path`` is a ``.trc``, ``.c3d`` (markers) or ``.mot``, ``.sto`` (OpenSim coordinates); ``static`` a trial of
    quiet standing with the same markers; ``forces`` ground forces; ``markers`` a TOML map for marker names of no
    known set. Forces are computed unless ``with_forces`` is off, from plates when there are any and predicted
    otherwise; ``setting`` braces the belly or tightens a psoas. ``up`` the file's vertical axis where "auto" is not
    right (lying down). ``smoothness`` as in ``solve_motion``. Raises ``InputError`` with all faults found, before
    anything is written.
    """
    options = AnalysisOptions(
        static, forces, markers, person or Person(), up, lumbar_rhythm, smoothness, with_forces, setting
    )
    return _analyze(Path(path), options, Path(out) if out else None, progress)


def _analyze(path: Path, options: AnalysisOptions, folder: Path | None, progress: Progress | None) -> Analysis:
    """The stages in a row; with ``folder``, what they found is written there."""
    marker_map = load_marker_map(options.markers) if options.markers else None
    recording = read(path, up=options.up, marker_map=marker_map)
    if recording.markers is None and recording.coordinates is None:
        raise InputError(message("pipeline.forces_alone", file=path.name, option=InputOption.FORCES.message))
    extra = _forces(options.forces, recording)
    timing: dict[str, float] = {}
    if progress:
        progress(Stage.LOADING, 0, 1)
    with _timed(timing, Stage.LOADING, len(recording.time)):
        load_libraries(with_forces=options.with_forces)
    marker_set, mapping = "", dict[str, str]()
    if recording.coordinates is not None:
        if options.static or options.markers:
            named = {"static": InputOption.STATIC.message, "markers": InputOption.MARKERS.message}
            raise InputError(message("pipeline.angles_already", file=path.name, **named))
        body = check_fibre_lengths(Body(options.person, lumbar_rhythm=options.lumbar_rhythm))
        motion = motion_from_coordinates(recording, body)
    else:
        recording = replace(recording, forces=extra)
        recording, marker_set, mapping, motion = _follow(recording, marker_map, options, timing, progress)
        extra = recording.forces
    with _timed(timing, Stage.GEOMETRY, len(motion.time)):
        mechanics = compute_mechanics(motion)
    with _timed(timing, Stage.GAIT, len(motion.time)):
        ground, gait = segment_gait(motion, forces=extra)
        repetitions = None if gait else segment_repetitions(motion)
    quality, kinetics = judge_motion(motion, gait, lacking=missing_pelvis_markers(marker_set, mapping)), None
    remarks = _unused_markers_note(recording, mapping)
    if options.with_forces and quality.status != REFUSED:
        if progress:
            progress(Stage.FORCES, 0, 1)
        kinetics, why = compute_kinetics(motion, ground=ground, gait=gait, plates=extra, setting=options.setting)
        remarks += why
        timing |= kinetics.timing if kinetics else {}
        quality = judge_forces(quality, kinetics)
    with _timed(timing, Stage.UNCERTAINTY, len(motion.time)):
        open_to = compute_uncertainties(motion)
    analysis = Analysis(
        recording, marker_set, motion, mechanics, ground, gait, repetitions, kinetics, open_to, quality, timing,
        remarks, folder,
    )  # fmt: skip
    if folder:
        if progress:
            progress(Stage.REPORT, 0, 1)
        write_analysis(analysis, folder, report_pages)
    return analysis


def _follow(
    recording: Recording,
    marker_map: dict[str, str] | None,
    options: AnalysisOptions,
    timing: dict[str, float],
    progress: Progress | None,
) -> tuple[Recording, str, dict[str, str], Motion]:
    """Recording facing forward, marker set, what each marker stands for, and the motion that follows them."""
    marker_set, mapping = _known(recording, marker_map)
    recording = face_forward(recording, mapping)
    observed = _columns(recording, mapping)
    standing = None
    if options.static:
        name = Path(options.static).name
        still = read(options.static, up=options.up, marker_map=marker_map)
        if still.markers is None:
            raise InputError(message("pipeline.static_without_markers", file=name))
        _, still_mapping = _known(still, marker_map)
        standing = (still_mapping, _columns(still, still_mapping))
        _check_still(name, standing[1])
    if progress:
        progress(Stage.CALIBRATION, 0, 1)
    with _timed(timing, Stage.CALIBRATION, len(recording.time)):
        try:
            calibration = calibrate(
                mapping, observed, person=options.person, static=standing, lumbar_rhythm=options.lumbar_rhythm
            )
        except InputError as error:
            if options.up == "auto":
                raise
            raise InputError(
                *error.messages, message("pipeline.up_hint", option=InputOption.UP.message, axis=options.up)
            ) from error
    steps = (lambda done, total: progress(Stage.INVERSE_KINEMATICS, done, total)) if progress else None
    with _timed(timing, Stage.INVERSE_KINEMATICS, len(recording.time)):
        motion = solve_motion(calibration, recording.time, observed, smoothness=options.smoothness, progress=steps)
    return recording, marker_set, mapping, motion


def _check_still(name: str, positions: Floats) -> None:
    """``InputError`` when the markers (T, M, 3) of a trial of quiet standing move about."""
    seen = positions[:, np.isfinite(positions).all(axis=(0, 2))]
    moved = float(np.linalg.norm(np.ptp(seen, axis=0), axis=1).max()) if seen.shape[1] else 0.0
    if moved > STILL_M:
        raise InputError(message("pipeline.static_moves", file=name, moved=f"{moved:.2f}", most=f"{STILL_M:g}"))


def _unused_markers_note(recording: Recording, mapping: dict[str, str]) -> tuple[Message, ...]:
    """A note that names the markers nothing was done with."""
    names = [name for name in recording.markers.names if name not in mapping] if recording.markers else []
    if not names:
        return ()
    return (message("pipeline.markers_unused", names=name_list(names)),)


def _known(recording: Recording, marker_map: dict[str, str] | None) -> tuple[str, dict[str, str]]:
    """The marker set, and marker -> landmark or cluster for those that any frame shows; ``InputError`` when they never
    fix a pose."""
    marker_set, mapping = check_markers_known(recording, marker_map)
    seen = np.isfinite(_columns(recording, mapping)).all(axis=2)
    most = int(seen.sum(axis=1).max())
    if most < NEEDED:
        raise InputError(message("pipeline.too_few_markers", file=recording.path.name, most=most, needed=NEEDED))
    names = tuple(mapping)
    return marker_set, {names[i]: mapping[names[i]] for i in np.flatnonzero(seen.any(axis=0))}


def _columns(recording: Recording, mapping: dict[str, str]) -> Floats:
    """Marker positions (T, M, 3) in the order of ``mapping``."""
    assert recording.markers is not None
    return recording.markers.positions[:, [recording.markers.names.index(name) for name in mapping]]


def _forces(path: str | Path | None, recording: Recording) -> Forces | None:
    """Ground forces: those of ``path`` when given, else the recording's own."""
    if path is None:
        return recording.forces
    found = read(path).forces
    if found is None:
        raise InputError(message("pipeline.no_forces", file=Path(path).name))
    if found.time[-1] < recording.time[0] or found.time[0] > recording.time[-1]:
        start, end, from_s, to_s = (
            f"{instant:g}" for time in (found.time, recording.time) for instant in (time[0], time[-1])
        )
        values = {"start": start, "end": end, "from": from_s, "to": to_s}
        raise InputError(message("pipeline.forces_apart", file=Path(path).name, **values))
    return found


def load_libraries(*, with_forces: bool) -> None:
    """Bring in what is slow to import and imported only where it is used, so that no stage's time holds the wait."""
    for name in ("scipy.signal", "psoas.body.model.muscle_jacobian", "psoas.kinematics.ik.normal_equations"):
        import_module(name)
    if with_forces:
        one = np.ones((1, 1))
        share_forces(one[None], one, weight=1.0, reserve=1.0)


@contextmanager
def _timed(timing: dict[str, float], stage: Stage, frames: int) -> Iterator[None]:
    start = time.perf_counter()
    yield
    timing[stage.value] = (time.perf_counter() - start) * 1000 / max(frames, 1)
