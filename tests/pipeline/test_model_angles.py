"""A file's angles on a brought model: by the model's knee sign and pelvis frame."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.opensim_model import ImportedBody, read_model
from psoas.pipeline.model_stage import file_values
from psoas.recording import Coordinates, Recording
from tests.opensim_model.leg_model import leg_model
from tests.opensim_model.small_models import written

NAMES = ("pelvis_tilt", "pelvis_list", "pelvis_rotation", "hip_flexion_r", "knee_angle_r", "lumbar_extension")
BETA = (*NAMES, "knee_angle_r_beta")


@pytest.mark.parametrize(
    ("names", "knee", "rajagopal", "hip", "bend", "codes"),
    [
        (BETA, 40.0, False, 21.78, 40.0, ["pipeline-model_pelvis_turned"]),
        (BETA, 40.0, True, 30.0, 40.0, []),
        (NAMES, -40.0, False, 30.0, 40.0, ["pipeline-model_knees_turned"]),
        (NAMES, -40.0, True, 38.22, 40.0, ["pipeline-model_knees_turned", "pipeline-model_pelvis_turned"]),
        (NAMES, 40.0, True, 30.0, 40.0, []),
    ],
)
def test_signs_and_frames_are_the_models(
    tmp_path: Path, names: tuple[str, ...], knee: float, rajagopal: bool, hip: float, bend: float, codes: list[str]
) -> None:
    row = dict.fromkeys(names, 0.0) | {"hip_flexion_r": 30.0, "knee_angle_r": knee}
    values = np.tile([row[name] for name in names], (5, 1))
    recording = Recording(Path("a.mot"), "mot", np.linspace(0.0, 0.04, 5), coordinates=Coordinates(names, values, True))
    body = ImportedBody(read_model(written(tmp_path, leg_model(rajagopal=rajagopal))))
    found, notes = file_values(body, recording)
    for name, expected in (("hip_flexion_r", hip), ("knee_angle_r", bend)):
        assert np.degrees(found[:, body.coordinate_index(name)]) == pytest.approx(np.full(5, expected)), name
    assert [note.code for note in notes] == codes
