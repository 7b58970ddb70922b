"""The person of an analysis: what the user gives, then what the file says, then what is assumed."""

from __future__ import annotations

from pathlib import Path

import pytest

from psoas.body.person import Person
from psoas.core.catalogue import render
from psoas.pipeline.analysis_inputs import read_inputs
from psoas.pipeline.analysis_options import AnalysisOptions
from tests.c3d_encoder import C3DWorld, Value, encode_c3d
from tests.recording_worlds import NAMES, put, standing, z_up


def file(folder: Path, name: str, **figures: Value) -> Path:
    """The standing figure in a file that says something of the person."""
    parameters = {f"PROCESSING:{key}": value for key, value in figures.items()}
    return put(folder, name, encode_c3d(C3DWorld(z_up(standing(5)) * 1000, NAMES, parameters=parameters)))


def test_the_file_fills_what_nobody_gave(tmp_path: Path) -> None:
    walk = file(tmp_path, "walk.c3d", Bodymass=56.8, Height=1740.0)
    inputs = read_inputs(walk, AnalysisOptions())
    assert inputs.person.mass_kg == pytest.approx(56.8) and inputs.person.height_m == pytest.approx(1.74)
    assert inputs.person.assumed == ("sex",) and inputs.from_file == ("height_m", "mass_kg")
    assert "Nobody gave the height and the body mass" in render(inputs.recording.notes[-1])


def test_what_the_user_gives_wins(tmp_path: Path) -> None:
    walk = file(tmp_path, "walk.c3d", Bodymass=56.8, Height=1740.0)
    inputs = read_inputs(walk, AnalysisOptions(person=Person.of(mass_kg=60.0, height_m=1.7, sex="male")))
    assert (inputs.person.mass_kg, inputs.person.height_m, inputs.person.sex) == (60.0, 1.7, "male")
    assert inputs.from_file == () and not any("Nobody gave" in render(note) for note in inputs.recording.notes)


def test_the_standing_trial_tells_what_the_movement_does_not(tmp_path: Path) -> None:
    walk, still = file(tmp_path, "walk.c3d", Bodymass=56.8), file(tmp_path, "static.c3d", Bodymass=99.0, Height=1740.0)
    inputs = read_inputs(walk, AnalysisOptions(static=still))
    assert inputs.person.mass_kg == pytest.approx(56.8) and inputs.person.height_m == pytest.approx(1.74)


def test_a_silent_file_leaves_all_assumed(tmp_path: Path) -> None:
    inputs = read_inputs(file(tmp_path, "walk.c3d"), AnalysisOptions())
    assert inputs.person == Person() and inputs.from_file == ()
