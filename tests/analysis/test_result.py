"""How far a recording can be trusted: by what was seen, by plates that fit, and by evidence for exchanged sides."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from psoas.analysis.result import Quality, judge_forces, judge_motion
from psoas.analysis.summary_model import QualityStatus
from psoas.core.catalogue import render
from psoas.mechanics.kinetics import Kinetics
from tests.walking_worlds import overground_walk, walk_unseen, with_values


def test_quality_says_when_plates_and_movement_do_not_fit() -> None:
    good = Quality(QualityStatus.GOOD, (), 0.01, 0.02, 1.0)
    fits = cast(Kinetics, SimpleNamespace(ground="measured", residual_rms_bw=0.09))
    rough = cast(Kinetics, SimpleNamespace(ground="measured", residual_rms_bw=0.11))
    guessed = cast(Kinetics, SimpleNamespace(ground="predicted", residual_rms_bw=0.11))
    assert judge_forces(good, None) is good and judge_forces(good, fits) is good and judge_forces(good, guessed) is good
    said = judge_forces(good, rough)
    assert said.status == "fair" and "11% of body weight" in render(said.reasons[0])


@pytest.mark.parametrize(
    ("spans", "status", "percent"),
    [(((0, 2), (4, 9)), "good", ""), (((1, 6),), "fair", "28%"), (((3.0, 3.2),), "good", "")],
)
def test_frames_before_and_after_a_person_cost_nothing_and_those_between_the_good_mark(
    spans: tuple[tuple[float, float], ...], status: str, percent: str
) -> None:
    found = judge_motion(walk_unseen(*spans))
    assert found.status == status
    assert [percent in render(reason) for reason in found.reasons] == ([True] if percent else [])


def test_a_recording_that_shows_nobody_is_refused() -> None:
    walk = overground_walk()
    assert judge_motion(with_values(walk, np.full_like(walk.values, np.nan))).status == "refused"


def test_exchanged_sides_are_refused_by_name() -> None:
    found = judge_motion(overground_walk(), exchanged=True)
    assert found.status == "refused"
    assert "Right and left are exchanged" in render(found.reasons[0])
