"""Ground forces from plates, given to the foot that stands on them."""

from __future__ import annotations

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Bools, Floats, finite_rows
from psoas.core.sides import LETTERS
from psoas.mechanics.inverse_dynamics import ExternalWrench, FilteredKinematics
from psoas.mechanics.plate_frames import bring_to_frames
from psoas.recording import Forces


def loads_from_plates(
    forces: Forces, body: Body, time: Floats, kinematics: FilteredKinematics, *, cutoff_hz: float
) -> dict[str, ExternalWrench]:
    """One wrench a foot, on the calcaneus, at the frames' ``time`` (T,).

    Force and the moment about the room's origin are filtered alike and brought to the frames; each contact of a plate
    goes to the foot nearest to its centre of pressure.
    """
    middle = _feet(body, kinematics)
    found = {side: np.zeros((len(time), 6)) for side in LETTERS}
    for plate in bring_to_frames(forces, time, cutoff_hz=cutoff_hz):
        owner = _owners(plate.loaded, plate.pressure, middle)
        for i, side in enumerate(LETTERS):
            found[side] += np.where((owner == i)[:, None], plate.wrench, 0.0)
    return {side: _wrench(side, found[side]) for side in LETTERS}


def _feet(body: Body, kinematics: FilteredKinematics) -> Floats:
    """Middle of each foot (2, T, 3), metres; NaN where not seen."""
    seen = finite_rows(kinematics.values)
    names = tuple(f"{point}_{side}" for side in LETTERS for point in ("heel", "toe"))
    middle = np.full((2, len(kinematics.values), 3), np.nan)
    marks = body.landmark_positions(kinematics.values[seen], names)
    for i, side in enumerate(LETTERS):
        middle[i, seen] = (marks[f"heel_{side}"] + marks[f"toe_{side}"]) / 2
    return middle


def _owners(loaded: Bools, pressure: Floats, middle: Floats) -> Floats:
    """Which foot (0 right, 1 left) has the plate at each frame (T,): one owner a contact, kept half a second around
    it."""
    distance = np.linalg.norm((pressure[None] - middle)[..., [0, 2]], axis=-1)
    owner = np.full(len(loaded), -1)
    edges = np.flatnonzero(np.diff(np.r_[0, loaded.astype(int), 0]))
    contacts = list(zip(edges[::2], edges[1::2], strict=True))
    for k, (start, end) in enumerate(contacts):
        seen = distance[:, start:end][:, np.isfinite(distance[:, start:end]).all(axis=0)]
        if not seen.size:
            continue  # nobody was seen while it was loaded
        side = int(np.argmin(np.median(seen, axis=1)))
        # Filtering spreads a contact over its ends: the owner keeps it until halfway to the next contact.
        low = 0 if k == 0 else (contacts[k - 1][1] + start) // 2
        high = len(loaded) if k == len(contacts) - 1 else (end + contacts[k + 1][0]) // 2
        owner[low:high] = side
    return owner


def _wrench(side: str, about_origin: Floats) -> ExternalWrench:
    """A wrench whose force acts at the room's origin, with the moment that makes it the same load."""
    return ExternalWrench(f"calcn_{side}", np.zeros((len(about_origin), 3)), about_origin[:, :3], about_origin[:, 3:])
