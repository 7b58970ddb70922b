"""Markers that the movement shows elsewhere than the static trial: moved or exchanged between the two trials."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.core.units import MM_PER_M
from psoas.kinematics.motion import MarkerFit

MOVED_M = 0.06
"""A marker that half of the time is further than this from its place of the static trial was moved (assumed: skin moves
by up to 40 mm in running)."""
FITTING_M = 0.025
"""The other markers fit if half of them are nearer than this to their places (assumed)."""
MOST_MOVED = 0.25
"""Of so many markers on the static trial does not fit, and nothing is told of single markers (assumed)."""


def moved_markers(fit: MarkerFit, static: Collection[str]) -> tuple[str, ...]:
    """Markers of a movement that are not where the static trial shows them, though most others are.

    Args:
        fit: Of the movement, with the places of the static trial.
        static: Markers whose places the static trial told.
    """
    seen = np.isfinite(fit.residual).any(axis=0)
    usual = np.full(len(fit.names), np.nan)
    usual[seen] = np.nanmedian(fit.residual[:, seen], axis=0)
    found = [i for i, name in enumerate(fit.names) if name in static and usual[i] > MOVED_M]
    fits = seen.any() and float(np.nanmedian(usual)) < FITTING_M
    return tuple(fit.names[i] for i in found) if fits and len(found) <= MOST_MOVED * seen.sum() else ()


def without_moved(names: Collection[str], fit: MarkerFit, observed: Floats) -> tuple[Floats, Message]:
    """Positions (T, M, 3), metres, with some markers never seen, and the note that says which and how far off."""
    gone = np.isin(fit.names, list(names))
    kept = np.array(observed)
    kept[:, gone] = np.nan
    apart = float(np.nanmedian(fit.residual[:, gone])) * MM_PER_M
    return kept, message("kinematics.markers_moved", markers=name_list(list(names)), apart=f"{apart:.0f}")
