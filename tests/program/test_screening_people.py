"""The ten thousand people of ``scripts.screening_people``, as many as a test can take."""

from __future__ import annotations

from dataclasses import replace

from psoas.knowledge.screening import ScreeningLevel
from scripts.screening_people import find_faults, screen, unvisited
from tests.assessment_people import people


def test_no_stop_has_a_plan_and_nothing_barred_is_within_reach() -> None:
    crowd = list(people(120, seed=23))
    assert [fault for one in crowd for fault in find_faults(one, screen(one))] == []
    assert any(screen(one).checked for one in crowd), "some were let pass by a doctor"
    assert any(screen(one).level is ScreeningLevel.STOP for one in crowd)


def test_a_picture_that_went_without_a_visit_is_seen() -> None:
    one = next(one for one in people(400, seed=23) if screen(one).checked)
    assert "went without a visit" in " ".join(find_faults(replace(one, visits=()), screen(one)))
    assert len(unvisited(one).entries) > len(screen(one).entries)
