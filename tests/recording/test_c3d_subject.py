"""Mass, height and sizes of the person in a C3D file: exporters' names and units, missing and impossible values."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.recording import Recording, read
from psoas.recording.subject import Subject, figure_in_units
from tests.c3d_encoder import C3DWorld, Value, encode_c3d
from tests.recording_worlds import NAMES, put, standing, z_up


def reading(tmp_path: Path, **parameters: Value) -> Recording:
    """The standing figure with parameters ("PROCESSING__Bodymass")."""
    given = {key.replace("__", ":"): value for key, value in parameters.items()}
    return read(put(tmp_path, "a.c3d", encode_c3d(C3DWorld(z_up(standing(5)) * 1000, NAMES, parameters=given))))


def test_vicon_writes_millimetres(tmp_path: Path) -> None:
    sizes = {
        "LLegLength": 861.0,
        "RLegLength": 870.0,
        "LKneeWidth": 102.0,
        "RAnkleWidth": 70.0,
        "InterAsisDistance": 245.0,
    }
    vicon: dict[str, Value] = {f"PROCESSING__{name}": value for name, value in sizes.items()}
    recording = reading(
        tmp_path, PROCESSING__Bodymass=56.8, PROCESSING__Height=1740.0, PROCESSING__RKneeWidth=0.0, **vicon
    )
    subject = recording.subject
    assert subject is not None and subject.sex is None and subject.knee_width_r_m is None
    found = [subject.mass_kg, subject.height_m, subject.leg_length_l_m, subject.leg_length_r_m, subject.knee_width_l_m]
    np.testing.assert_allclose(np.array(found, dtype=float), [56.8, 1.74, 0.861, 0.870, 0.102], atol=1e-6)
    assert dict(subject.origins)["mass_kg"] == "PROCESSING:BODYMASS"
    assert "The file says of the person: mass 56.8 kg, height 1.74 m and 5 sizes" in " ".join(
        map(render, recording.notes)
    )
    assert recording.repairs == ()


@pytest.mark.parametrize(
    ("height", "metres"), [(1.78, 1.78), (178.0, 1.78), (1780.0, 1.78), ("1,78 m", 1.78), ("70 in", 1.778)]
)
def test_metres_centimetres_and_text(tmp_path: Path, height: Value, metres: float) -> None:
    subject = reading(tmp_path, SUBJECT__HEIGHT=height, SUBJECT__WEIGHT=70.6, SUBJECT__SEX="M").subject
    assert subject is not None and subject.sex == "male"
    assert subject.height_m == pytest.approx(metres) and subject.mass_kg == pytest.approx(70.6)


def test_silence(tmp_path: Path) -> None:
    for parameters in ({}, {"PROCESSING__Bodymass": 0.0}, {"TRIAL__HEIGHT": 1.7}, {"SUBJECTS__NAMES": "Anna"}):
        recording = reading(tmp_path, **parameters)
        assert recording.subject is None and recording.repairs == ()


@pytest.mark.parametrize(
    ("parameters", "left_out"),
    [
        ({"PROCESSING__Bodymass": 3.0}, ["PROCESSING:BODYMASS is 3"]),
        ({"PROCESSING__Height": 70.0}, ["PROCESSING:HEIGHT is 70"]),  # inches, or a baby in centimetres
        ({"PROCESSING__Height": 1900.0, "PROCESSING__Bodymass": 12.0}, ["BODYMASS is 12", "HEIGHT is 1.9"]),
        ({"PROCESSING__LKneeWidth": 900.0}, ["PROCESSING:LKNEEWIDTH is 900"]),
    ],
)
def test_figures_that_nobody_has_are_left_out_and_said(
    tmp_path: Path, parameters: dict[str, Value], left_out: list[str]
) -> None:
    recording = reading(tmp_path, **parameters)
    assert recording.subject is None
    said = [render(repair) for repair in recording.repairs]
    assert len(said) == len(left_out) and all(part in text for part, text in zip(left_out, said, strict=True))


def test_units_of_one_figure_do_not_overlap() -> None:
    for field, value in {
        "leg_length_r_m": 0.9,
        "knee_width_l_m": 0.1,
        "ankle_width_r_m": 0.07,
        "asis_distance_m": 0.25,
    }.items():
        for factor in (1, 100, 1000):
            assert figure_in_units(field, value * factor) == pytest.approx(value)
    assert Subject(mass_kg=70.0, origins=(("mass_kg", "x"),)).known == ("mass_kg",)
