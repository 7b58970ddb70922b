"""Markers that come and go, through the whole pipeline: what is seen is analysed, and what was understood is said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import psoas
from psoas import InputError
from psoas.analysis.summary import summarise
from psoas.core.catalogue import render
from psoas.core.sides import SIDES
from psoas.kinematics.gait.activity import Activity
from psoas.recording import read
from tests.worlds import STATIC, WALK, cut, positions_of, with_positions


def unseen(tmp_path: Path, *spans: tuple[int, int], markers: slice = slice(None)) -> Path:
    """The bundled walk (690 frames at 100 Hz), some markers not seen in some frames."""
    positions = positions_of(WALK)
    for start, stop in spans:
        positions[start:stop, markers] = np.nan
    return with_positions(WALK, positions, tmp_path / "walk.trc")


def test_half_the_frames_unseen_is_a_walk_over_the_other_half(tmp_path: Path) -> None:
    """The person enters after 1.5 s and has left after 5 s: the old rule refused this file."""
    found = psoas.analyze(unseen(tmp_path, (0, 150), (500, 690)), static=STATIC)
    assert found.quality.status == "good"
    assert found.understood.stretches == ((1.5, 4.99),)
    assert found.kinetics is not None
    assert found.kinetics.time[[0, -1]] == pytest.approx([1.5, 4.99])
    whole = psoas.analyze(WALK, static=STATIC, with_forces=False)
    assert whole.gait is not None and found.gait is not None
    for side in SIDES:
        every = whole.gait.of(side)
        inside = (every.start > 1.5) & (every.end < 4.99)
        assert found.gait.of(side).start == pytest.approx(every.start[inside], abs=0.02)
    assert found.gait.speed_m_s.mean == pytest.approx(whole.gait.speed_m_s.mean, rel=0.02)
    lines = [render(one) for one in found.understood.describe()]
    assert "Seen: 3.5 of 6.9 s, in one stretch (1.5-5.0 s)" in lines
    summary = summarise(found)
    assert summary.understood is not None
    assert list(summary.understood.lines) == lines


def test_a_person_never_seen_for_long_enough_is_refused_with_the_longest_stretch(tmp_path: Path) -> None:
    spans = [(start, start + 27) for start in range(0, 690, 40)]
    with pytest.raises(InputError, match=r"never seen for long enough.*lasts 0.12 s; 0.2 s are needed"):
        psoas.analyze(unseen(tmp_path, *spans, (680, 690)), static=STATIC, with_forces=False)


def test_a_hidden_leg_is_left_out_and_no_stride_crosses_it(tmp_path: Path) -> None:
    names = [name for name in read_names() if name.startswith("R.") and name[2:5] in ("Kne", "Sha", "Ank", "Hee", "Toe",
                                                                                   "Mid", "Tib")]  # fmt: skip
    positions = positions_of(WALK)
    positions[300:360, [read_names().index(name) for name in names]] = np.nan
    found = psoas.analyze(with_positions(WALK, positions, tmp_path / "leg.trc"), static=STATIC, with_forces=False)
    assert np.isnan(found.motion.values[305:355]).all()
    assert len(found.understood.stretches) == 2
    assert found.gait is not None
    for side in SIDES:
        strides = found.gait.of(side)
        assert not any(a < 3.3 < b for a, b in zip(strides.start, strides.end, strict=True))


def read_names() -> tuple[str, ...]:
    markers = read(WALK).markers
    assert markers is not None
    return markers.names


def test_a_second_and_a_half_of_a_walk_is_walking_and_says_why_there_is_no_stride(tmp_path: Path) -> None:
    found = psoas.analyze(cut(WALK, tmp_path / "part.trc", slice(60, 160)), static=STATIC, with_forces=False)
    assert found.understood.activity is Activity.WALKING
    assert found.gait is None and found.repetitions is None
    assert not found.ground.treadmill
    said = render(found.understood.describe()[-1])
    assert said == "Strides: none, because the walk is seen for 1.0 s only and no foot strikes twice"
