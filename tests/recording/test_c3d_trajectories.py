"""Which points are markers: names cut, twice, missing; outputs of models counted and left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import read
from tests.c3d_encoder import C3DWorld, encode_c3d
from tests.recording_worlds import NAMES, put, standing, z_up

FRAMES = 5


def world(extra: list[str], positions: float = 300.0) -> C3DWorld:
    """The standing figure, and points behind it at one place."""
    points = np.concatenate([z_up(standing(FRAMES)) * 1000, np.full((FRAMES, len(extra), 3), positions)], axis=1)
    return C3DWorld(points, [*NAMES, *extra])


def test_outputs_of_models_are_counted_not_read(tmp_path: Path) -> None:
    """Angles listed in POINT:ANGLES, powers of a group of one's own, moments by name alone, and the axes of a bone."""
    extra = ["LHipAngles", "Watts", "RKneeMoment", "CentreOfMass", "PELO", "PELA", "PELL", "PELP", "LTOE"]
    listed = {"POINT:ANGLES": ["LHipAngles"], "POINT:TYPE_GROUPS": ["ANGLES", "EFFORT"], "POINT:EFFORT": ["Watts"]}
    recording = read(put(tmp_path, "a.c3d", encode_c3d(replace(world(extra), parameters=listed))))
    assert recording.markers is not None and recording.markers.names == (*NAMES, "LTOE")
    assert "8 results of a model" in " ".join(map(render, recording.notes))


def test_angles_do_not_disturb_the_unit(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.c3d", encode_c3d(replace(world(["RHipAngles"], 9e7), unit=""))))
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing(FRAMES), atol=1e-6)


def test_names_cut_to_four_letters_stand_whole_in_the_descriptions(tmp_path: Path) -> None:
    cut = [name[0] + name[2:5].upper() for name in NAMES]
    assert len(set(cut)) == len(cut)
    twice = replace(world(["R.Knee.Med"]), names=[*cut, cut[NAMES.index("R.Knee.Lat")]])
    described = replace(twice, parameters={"POINT:DESCRIPTIONS": [*NAMES, "R.Knee.Med"]})
    recording = read(put(tmp_path, "a.c3d", encode_c3d(described)))
    assert recording.markers is not None and recording.markers.names == (*NAMES, "R.Knee.Med")
    assert "descriptions in the file are used as names" in render(recording.repairs[0])


@pytest.mark.parametrize("fuller", [0, 1])
def test_of_two_with_one_name_the_fuller_is_used(tmp_path: Path, fuller: int) -> None:
    written = world([NAMES[0]])
    written.points[1:3, -1 if fuller == 0 else 0] = np.nan
    recording = read(put(tmp_path, "a.c3d", encode_c3d(written)))
    assert recording.markers is not None and sorted(recording.markers.names) == sorted(NAMES)
    kept = recording.markers.positions[:, recording.markers.names.index(NAMES[0])]
    assert np.isfinite(kept).all()
    assert np.allclose(kept[0], standing(1)[0, 0]) == (fuller == 0)
    assert "occur more than once" in render(recording.repairs[0])


def test_points_without_a_name_are_left_out_and_a_file_without_names_is_refused(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.c3d", encode_c3d(replace(world(["", "*12", "uname*3", "U_5"])))))
    assert recording.markers is not None and recording.markers.names == NAMES
    assert "holds 13 points and names 12" in render(recording.repairs[0])
    assert any("4 unlabelled trajectories" in render(note) for note in recording.notes)
    with pytest.raises(InputError, match="14 points but 0 names"):
        read(put(tmp_path, "b.c3d", encode_c3d(replace(world([""] * 5), names=[""] * 14))))


def test_a_file_of_outputs_alone_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="every point of the file is unlabelled or the output of a model"):
        read(put(tmp_path, "a.c3d", encode_c3d(C3DWorld(np.ones((5, 2, 3)), ["LHipAngles", "*1"]))))
