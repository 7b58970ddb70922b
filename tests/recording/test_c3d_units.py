"""Units of length by their spellings and by the size of the person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import read
from psoas.recording.c3d_units import newton_metres, newtons, unit_of
from tests.c3d_encoder import C3DWorld, encode_c3d
from tests.recording_worlds import NAMES, put, standing, z_up


@pytest.mark.parametrize(
    ("text", "unit"),
    [("mm  ", "mm"), ("[mm]", "mm"), ("MM", "mm"), ("mete", "m"), ("Meters", "m"), ("mill", "mm"), ("centimet", "cm"),
     ("m", "m"), ("km", ""), ("", "")],
)  # fmt: skip
def test_spellings_of_length(text: str, unit: str) -> None:
    assert unit_of(text) == unit


def test_spellings_of_force_and_moment() -> None:
    assert [newtons(text) for text in ("N", "nt  ", "kN", "V")] == [1.0, 1.0, 1000.0, 1.0]
    found = [newton_metres(text, 0.5) for text in ("Nmm", "N.m", "ntmm", "kN*m", "Newton-meters", "", "V")]
    np.testing.assert_allclose(found, [1e-3, 1.0, 1e-3, 1e3, 1.0, 0.5, 0.5])


@pytest.mark.parametrize(
    ("unit", "factor"), [("mete", 1.0), ("cm", 100.0), ("", 1.0), ("", 1000.0), ("km", 1000.0), ("m", 1000.0)]
)
def test_the_size_of_the_person_settles_it(tmp_path: Path, unit: str, factor: float) -> None:
    world = replace(C3DWorld(z_up(standing(5)) * factor, NAMES), unit=unit)
    recording = read(put(tmp_path, "a.c3d", encode_c3d(world)))
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing(5), atol=1e-5)
    wrong = unit == "km" or (unit == "m" and factor == 1000.0)
    assert [render(one) for one in recording.repairs] == (
        [f"The file says its unit of length is {unit}; the size of the person says mm, which is used."] if wrong else []
    )


def test_an_unknown_unit_that_no_size_tells_is_refused(tmp_path: Path) -> None:
    world = C3DWorld(np.ones((5, 2, 3)), ["a", "b"], unit="furlong")
    with pytest.raises(InputError, match="'furlong' are not known"):
        read(put(tmp_path, "a.c3d", encode_c3d(world)))
