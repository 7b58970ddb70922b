"""Static trials without a name: quiet standing on straight legs, and nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.cohort.still_trials import shows_standing, words_of
from tests.worlds import STATIC, WALK, cut, positions_of, with_positions


@pytest.mark.parametrize(
    ("name", "words"),
    [("S01_Cal03b", {"s", "cal", "b"}), ("T-Pose 2", {"tpose"}), ("subjectStanding", {"subject", "standing"})],
)
def test_names_are_taken_apart(name: str, words: set[str]) -> None:
    assert words_of(Path(f"{name}.trc")) == words


def test_standing_is_told_from_walking_swaying_and_sitting(tmp_path: Path) -> None:
    still = cut(STATIC, tmp_path / "still.trc", slice(0, 40))
    assert shows_standing(still)
    assert not shows_standing(WALK)
    assert not shows_standing(tmp_path / "gone.trc")
    places = positions_of(still)
    swaying = places + np.linspace(0, 0.08, len(places))[:, None, None] * np.array([1.0, 0.0, 0.0])
    assert not shows_standing(with_positions(still, swaying, tmp_path / "swaying.trc"))
    low = places.copy()
    low[..., 1] = np.where(low[..., 1] > 0.7, low[..., 1] - 0.38, low[..., 1])  # the trunk at the height of a seat
    assert not shows_standing(with_positions(still, low, tmp_path / "seated.trc"))
