"""Our psoas on a model that has none on the spine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.body.model.body import Body
from psoas.core.errors import InputError
from psoas.opensim_model import ImportedBody, read_model
from psoas.opensim_model.alike_pose import alike_pose
from psoas.opensim_model.model_psoas import psoas_lines
from psoas.opensim_model.psoas_graft import graft_psoas
from tests.opensim_model.leg_model import leg_model
from tests.opensim_model.small_models import arm, written


def test_the_graft_takes_the_place_of_the_models_own_and_lies_as_on_our_body(tmp_path: Path) -> None:
    ours = Body()
    parts = read_model(written(tmp_path, leg_model()))
    assert [one.lumbar for one in psoas_lines(parts)] == [False, False]
    grown, notes = graft_psoas(parts, ours)
    model, lines = ImportedBody(grown), psoas_lines(grown)
    assert notes[0].code == "osim-grafted"
    assert len(lines) == 22 and all(one.lumbar and one.name.startswith("grafted_psoas") for one in lines)
    length = model.paths(np.zeros((1, len(model.coordinate_names)))).length[0]
    for one in lines:
        own = ours.muscle_index(one.name.removeprefix("grafted_"))
        assert length[one.index] == pytest.approx(ours.standing_length[own], abs=5e-4), one.name


def test_the_grafted_psoas_bends_hip_and_spine_as_ours_does(tmp_path: Path) -> None:
    ours = Body()
    model = ImportedBody(graft_psoas(read_model(written(tmp_path, leg_model())), ours)[0])
    hip, back = model.coordinate_index("hip_flexion_r"), model.coordinate_index("lumbar_extension")
    arms = model.paths(np.zeros((1, len(model.coordinate_names)))).moment_arm[0]
    own = ours.paths(ours.default_values()).moment_arm[0]
    for one in psoas_lines(model.parts):
        if one.side == "r":
            line = ours.muscle_index(one.name.removeprefix("grafted_"))
            assert arms[one.index, hip] == pytest.approx(own[line, ours.coordinate_index("hip_flexion_r")], abs=2e-3)
            assert abs(arms[one.index, back]) > 1e-4


def test_the_graft_lies_on_the_bones_where_the_pelvis_frame_is_another(tmp_path: Path) -> None:
    """Rajagopal's pelvis frame is turned by 8.2 degrees: with bones as ours, lengths and moment arms are ours."""
    ours = Body()
    grown, _ = graft_psoas(read_model(written(tmp_path, leg_model(rajagopal=True))), ours)
    model = ImportedBody(grown)
    paths, own = model.paths(alike_pose(model)), ours.paths(ours.default_values())
    hips = model.coordinate_index("hip_flexion_r"), ours.coordinate_index("hip_flexion_r")
    for one in psoas_lines(grown):
        line = ours.muscle_index(one.name.removeprefix("grafted_"))
        assert paths.length[0, one.index] == pytest.approx(ours.standing_length[line], abs=5e-4), one.name
        if one.side == "r":
            assert paths.moment_arm[0, one.index, hips[0]] == pytest.approx(own.moment_arm[0, line, hips[1]], abs=2e-3)


def test_a_model_without_a_trunk_cannot_take_it(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        graft_psoas(read_model(written(tmp_path, arm())), Body())
