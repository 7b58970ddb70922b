"""Static trials that no file name promises: found because the person stands still in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.errors import PsoasError
from psoas.recording import check_markers_known, read

STILL_WORDS = frozenset(
    ("standing", "stand", "still", "calibration", "calib", "cal", "neutral", "tpose", "npose", "apose", "anatomic",
     "anatomical", "statisch", "statique", "estatico")
)  # fmt: skip
"""Words by which laboratories name a static trial, beside the one that is asked for (assumed)."""
STILL_M = 0.05
"""Markers of a person who stands quietly stay within this; sway is a few centimetres (assumed)."""
UPRIGHT = 0.6
"""Standing, the hips are above the knees by at least this share of how far the knees are above the ankles; sitting, by
next to nothing (assumed)."""
MOST_READ = 4
"""At most so many of a folder's smallest files are read to find one: static trials are short."""


def find_still_trials(files: Sequence[Path]) -> tuple[Path, ...]:
    """Those of a folder's marker recordings in which the person stands still.

    Read are files whose name has one of ``STILL_WORDS``, and of the others the smallest four that have less than half
    of the size of the largest.
    """
    named = [path for path in files if words_of(path) & STILL_WORDS]
    size = {path: path.stat().st_size for path in files}
    small = sorted((path for path in files if size[path] < max(size.values()) / 2), key=lambda path: size[path])
    return tuple(path for path in files if path in {*named, *small[:MOST_READ]} and shows_standing(path))


def words_of(path: Path) -> frozenset[str]:
    """The words of a file's name in small letters: "S01_Cal03b" has s, cal and b."""
    parts = re.sub(r"([a-z])([A-Z])", r"\1 \2", path.stem).lower()
    return frozenset(re.findall(r"[a-z]+", parts.replace("t-pose", "tpose").replace("t_pose", "tpose")))


def shows_standing(path: Path) -> bool:
    """Whether a file holds known markers that stay where they are, of a person on straight legs."""
    try:
        recording = read(path)
        match = check_markers_known(recording)
    except PsoasError:
        return False
    assert recording.markers is not None
    places = {
        place: recording.markers.positions[:, recording.markers.names.index(name)]
        for name, place in match.mapping.items()
    }
    return all(_moved(path) < STILL_M for path in places.values()) and _stands(places)


def _moved(path: Floats) -> float:
    """How far a marker (T, 3) moves, metres."""
    seen = path[np.isfinite(path).all(axis=1)]
    return float(np.linalg.norm(np.ptp(seen, axis=0))) if len(seen) else 0.0


def _stands(places: Mapping[str, Floats]) -> bool:
    pelvis, knee, ankle = (
        _height(places, names)
        for names in (("asis", "psis", "hip_centre", "sacrum", "greater_trochanter"), ("knee",), ("ankle", "heel"))
    )
    if not np.isfinite([pelvis, knee, ankle]).all():
        return False
    return pelvis - knee > UPRIGHT * (knee - ankle) > 0


def _height(places: Mapping[str, Floats], begins: tuple[str, ...]) -> float:
    """Mean height of the landmarks that begin so, metres; NaN where none is seen."""
    found = [path[:, 1][np.isfinite(path[:, 1])] for place, path in places.items() if place.startswith(begins)]
    means = [float(heights.mean()) for heights in found if len(heights)]
    return float(np.mean(means)) if means else float("nan")
