"""Children and very tall people are warned of, masses in pounds asked about; nobody is refused."""

from __future__ import annotations

import pytest

from psoas.body.person import Person
from psoas.core.catalogue import render
from psoas.kinematics.person_doubts import doubts_about


@pytest.mark.parametrize(("height", "told"), [(1.10, True), (1.39, True), (1.40, False), (2.05, False), (2.06, True)])
def test_statures_that_nothing_was_tried_at_are_said(height: float, told: bool) -> None:
    notes = doubts_about(Person.of(height_m=height, mass_kg=20 * height**2))
    assert [note.code for note in notes] == ["kinematics-stature_untested"] * told


@pytest.mark.parametrize(("mass", "kilograms"), [(70.0, ""), (120.0, ""), (154.0, "69.9 kg"), (300.0, "")])
def test_a_mass_that_was_perhaps_meant_in_pounds_is_asked_about(mass: float, kilograms: str) -> None:
    notes = doubts_about(Person.of(height_m=1.70, mass_kg=mass))
    assert [kilograms in render(note) for note in notes] == [True] * bool(kilograms)
    assert doubts_about(Person()) == ()
