"""Small recordings with known movement, analysed for the tests of the report."""

from __future__ import annotations

from pathlib import Path

import numpy as np

import psoas
from psoas.analysis.analysis_io import StoredAnalysis, load_analysis
from psoas.analysis.summary_model import ForceSummary, GaitSummary
from psoas.core.arrays import Floats
from psoas.recording import Coordinates, write_mot


def bend(path: Path, hip_deg: Floats, *, seconds: float) -> Path:
    """A file in which both hips follow ``hip_deg`` (T,) and nothing else moves."""
    names = ("pelvis_tilt", "pelvis_ty", "hip_flexion_r", "hip_flexion_l", "knee_angle_r", "knee_angle_l")
    still = np.zeros_like(hip_deg)
    columns = [still, still + 0.95, hip_deg, hip_deg, still, still]
    write_mot(Coordinates(names, np.stack(columns, axis=1), True), np.linspace(0, seconds, len(hip_deg)), path)
    return path


def forces_of(stored: StoredAnalysis) -> ForceSummary:
    """Its forces, which have to be there."""
    assert stored.summary.forces is not None
    return stored.summary.forces


def gait_of(stored: StoredAnalysis) -> GaitSummary:
    """Its gait, which has to be there."""
    assert stored.summary.gait is not None
    return stored.summary.gait


def analysed(path: Path, out: Path) -> StoredAnalysis:
    """The folder that an analysis of ``path`` leaves, read back."""
    psoas.analyze(path, out=out)
    return load_analysis(out)
