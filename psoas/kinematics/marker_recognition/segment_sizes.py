"""Sizes of body parts from where markers pull the places on them."""

from __future__ import annotations

import numpy as np

from psoas.body.anatomy.anatomy_tables import segments
from psoas.body.model.body import Poses
from psoas.core.arrays import Floats

PART_SPREAD = 0.05
"""Spread of one part's size about the whole body's, as a share (assumed)."""
NOISE_M = 0.03
"""Error of a place of weight 1 in all its frames together, metres (assumed)."""
LEAST, MOST = 0.5, 1.4
"""Sizes stay within these, against the reference body."""


def size_slopes(poses: Poses, sizes: dict[str, float], carried: tuple[str, ...], local: Floats, own: Floats) -> Floats:
    """How far points (F, C, 3) move for each unit of each group's factor: (F, C, 3, G), poses unchanged.

    Args:
        poses: Where the segments are.
        sizes: Factor by group.
        carried: Segment of each point.
        local: Place (C, 3) of each point in its segment, metres.
        own: 1 where a point grows with its segment, 0 where it stays where it was measured (C,).
    """
    groups, table = tuple(sizes), {s.name: s for s in segments()}
    slope = np.zeros((len(poses.position), len(carried), 3, len(groups)))
    for c, name in enumerate(carried):
        segment, rotation = poses.of(name)
        group = table[name].scale
        slope[:, c, :, groups.index(group)] += own[c] * (rotation @ local[c]) / sizes[group]
        while table[name].parent in table:
            parent = table[name].parent
            above = poses.of(parent)[0]
            group = table[parent].scale
            slope[:, c, :, groups.index(group)] += (segment - above) / sizes[group]
            name, segment = parent, above
    return slope


def fit_sizes(sizes: dict[str, float], slope: Floats, gap: Floats, weight: Floats) -> dict[str, float]:
    """Factors by group that close the gaps (F, C, 3) between points and their targets best, weighted (F, C).

    Places are linear in the factors, so that one least-squares step is exact. Parts stay near the whole.
    """
    root = np.sqrt(weight / len(gap))[..., None] / NOISE_M
    rows = (slope * root[..., None]).reshape(-1, len(sizes))
    now = np.array(list(sizes.values()))
    apart = (np.eye(len(now)) - 1.0 / len(now)) / (PART_SPREAD * now.mean())
    system = rows.T @ rows + apart.T @ apart + np.eye(len(now)) * 1e-3
    right = rows.T @ (gap * root).reshape(-1) - apart.T @ (apart @ now)
    change = np.linalg.solve(system, right)
    return dict(zip(sizes, np.clip(now + change, LEAST, MOST).tolist(), strict=True))
