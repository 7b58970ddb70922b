"""Whether a static trial shows the person of the movement, with every marker where it is in the movement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Bools, Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.kinematics.ik.ik_solver import IKProblem
from psoas.kinematics.ik.marker_attachment import Attachment
from psoas.kinematics.ik.marker_faults import find_mates, worst_first
from psoas.kinematics.ik.quiet_standing import StandingTrial
from psoas.kinematics.ik.start_pose import STANDING, initial_pose

APART_M, APART_SHARE = 0.025, 0.08
"""The usual distance of two markers of one segment differs by less than the greater of this and this share between two
trials of one day (assumed; in public pairs of trials 90 % differ by less than 12 mm)."""
FEW, FEW_SHARE = 4, 0.15
"""As long as no more markers, or no greater share of them, explain what differs, they alone are elsewhere in the static
trial; else it shows another person or other places (assumed)."""
OTHER_PERSON = 0.35
"""So does one in which this share of the distances differs (assumed; in public pairs of one day none does)."""
MOVED_M = 0.06
"""A marker this far from where the static trial has it is another one, or was put elsewhere (assumed: skin moves by up
to 40 mm)."""
ARM = ("humerus", "ulna", "radius", "hand")
FAINT = 0.01
"""Weight of a marker whose place is not believed."""


def check_static(
    static: StandingTrial, mapping: Mapping[str, str], observed: Floats
) -> tuple[StandingTrial | None, set[str], list[Message]]:
    """Compare the distances between markers of one segment in a static trial with those in the movement.

    Args:
        static: The trial of quiet standing.
        mapping: Marker -> landmark or cluster of the movement.
        observed: Marker positions (T, M, 3) of the movement, metres.

    Returns:
        The trial without the markers that are elsewhere in it, None where it is another person's; those markers; notes.
    """
    notes = list(static.notes)
    both = [name for name in mapping if static.mapping.get(name) == mapping[name]]
    there = find_mates({name: mapping[name] for name in both}, observed[:, [n in both for n in mapping]])
    columns = [list(static.mapping).index(name) for name in both]
    if not len(there.pairs):
        return static, set(), notes
    gap = static.positions[:, columns][:, there.pairs[:, 0]] - static.positions[:, columns][:, there.pairs[:, 1]]
    distance = np.linalg.norm(gap, axis=2)
    seen = np.isfinite(distance).any(axis=0)
    usual = np.array([np.median(d[np.isfinite(d)]) if s else np.nan for d, s in zip(distance.T, seen, strict=True)])
    firm = ~there.loose & seen
    off = np.abs(usual - there.usual)
    broken = firm & (off > np.maximum(APART_M, APART_SHARE * there.usual))
    blamed = worst_first(there.pairs, broken, firm, len(both))
    if (
        len(blamed) > max(FEW, FEW_SHARE * len(both))
        or (broken & ~np.isin(there.pairs, blamed).any(axis=1)).sum() > FEW
    ):
        percent, middle = 100 * float(broken.sum() / firm.sum()), 1000 * float(np.median(off[broken]))
        values = {"percent": f"{percent:.0f}", "distance": f"{middle:.0f}"}
        return None, set(), [*notes, message("kinematics.static_other", file=static.file, **values)]
    strayed = {both[i] for i in blamed}
    positions = np.array(static.positions)
    positions[:, [name in strayed for name in static.mapping]] = np.nan
    return replace(static, positions=positions), strayed, notes


def place_from_movement(
    body: Body, attachment: Attachment, observed: Floats, held: tuple[str, ...]
) -> tuple[Attachment, set[str]]:
    """Markers placed again from the movement: of shoulders and arms, because a static trial with raised arms lifts the
    acromion by centimetres, those without a place, and those that are not where the static trial has them.

    Returns:
        The attachment, and the names of the last.
    """
    open_to_change = _floating(attachment) | ~np.isfinite(attachment.local).all(axis=1)
    moved = np.zeros(len(open_to_change), bool)
    for trust in (FAINT, FAINT, 1.0):
        doubted = open_to_change | moved
        local = _seen_at(body, attachment, observed, held, np.where(doubted, trust, 1.0))
        if trust < 1:
            moved |= _moved(np.linalg.norm(local - attachment.local, axis=1), doubted)
            doubted = open_to_change | moved
        attachment = attachment.moved(np.where(doubted[:, None], local, attachment.local))
    return attachment, {name for name, far in zip(attachment.names, moved, strict=True) if far}


def moved_notes(file: str, names: set[str]) -> list[Message]:
    """What to say of markers that are elsewhere in the static trial."""
    return [message("kinematics.static_marker_moved", file=file, names=name_list(sorted(names)))] if names else []


def _floating(attachment: Attachment) -> Bools:
    """Markers (M,) of the arms and the shoulder girdle."""
    places = zip(attachment.segments, attachment.landmarks, strict=True)
    return np.array([segment[:-2] in ARM or mark.startswith("acromion") for segment, mark in places])


def _moved(off: Floats, doubted: Bools) -> Bools:
    """Markers (M,) further off than skin moves; of several only those that are not dragged along by the worst."""
    off = np.where(doubted | ~np.isfinite(off), 0.0, off)
    return np.asarray(off > max(MOVED_M, 0.5 * float(off.max(initial=0.0))))


def _seen_at(body: Body, attachment: Attachment, observed: Floats, held: tuple[str, ...], weight: Floats) -> Floats:
    """Where the movement shows the markers (M, 3) in their segments."""
    worn = attachment.placed
    known, seen = attachment.only(worn).weighed(weight[list(worn)]), observed[:, worn]
    believed = bool((weight[list(worn)] == 1.0).all())
    problem = IKProblem(body, known, held=held, priors=None if believed else STANDING)
    return attachment.localised(body.poses(problem.solve(initial_pose(body, known, seen), seen).values), observed)
