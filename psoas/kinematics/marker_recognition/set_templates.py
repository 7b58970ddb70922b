"""How marker sets are made up: which landmarks occur together, from the known sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.kinematics.marker_recognition.place_model import Places, landmark_shares
from psoas.recording import CLUSTER, marker_sets

LIKE = 0.75
"""Share of a known set's make-up that a set like it has; the rest is as in all sets (assumed)."""
MIXED = -3.2
"""Log likelihood that a set mixes markers and keypoints, as one of the 24 known sets does."""
BOUNDS = (0.004, 0.97)


@dataclass(frozen=True)
class Template:
    """A kind of marker set: ``share`` (C,) markers expected at each place of a model; ``prior`` log likelihood of the
    kind against others."""

    name: str
    share: Floats
    prior: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "share", read_only(self.share))


@cache
def set_templates(places: Places, without: str = "") -> tuple[Template, ...]:
    """The average make-up of each technique's sets, and every known set but ``without``."""
    found = [
        Template(kind, _shares(places, landmark_shares(kind, without)), prior)
        for kind, prior in (("markers", 0.0), ("video", 0.0), ("both", MIXED))
    ]
    for key, known in marker_sets().items():
        if key == without:
            continue
        base = landmark_shares(known.technique, without)
        own = {name: (1 - LIKE) * base[name] + LIKE * (name in known.markers.values()) for name in base}
        clusters = [place for place in known.markers.values() if place.startswith(CLUSTER)]
        share = _shares(places, own)
        for name in set(places.names):
            if name.startswith(CLUSTER):
                rows = np.array([one == name for one in places.names])
                share[rows] = (1 - LIKE) * share[rows] + LIKE * clusters.count(name) / rows.sum()
        mixed = known.technique == "video" and "asis_r" in known.markers.values()
        found.append(Template(key, share, MIXED if mixed else 0.0))
    return tuple(found)


def _shares(places: Places, landmarks: dict[str, float]) -> Floats:
    return np.array(
        [
            np.clip(landmarks[name], *BOUNDS) if name in landmarks else share
            for name, share in zip(places.names, places.share, strict=True)
        ]
    )
