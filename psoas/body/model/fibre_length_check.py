"""Refuses a body whose fibres would leave the lengths that a fibre can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from psoas.body.anatomy.anatomy_tables import muscles, read_toml
from psoas.body.model.body import Body
from psoas.body.postures import Posture, postures
from psoas.core.arrays import Floats, Ints
from psoas.core.errors import BodyError
from psoas.core.message import Message, message
from psoas.core.sides import LETTERS
from psoas.core.units import MM_PER_M


@dataclass(frozen=True)
class _Trials:
    """Postures that a body is tried in: their names (P), coordinates (P, N), and the range that fibres must keep."""

    names: list[str]
    values: Floats
    limits: tuple[float, float]


def _leg_trials() -> _Trials:
    """All named postures, and every hip angle of the table with every lumbar angle."""
    gate, named = read_toml("postures.toml").table("gate"), postures()
    both = product(gate.numbers("hip_flexion"), gate.numbers("lumbar_extension"))
    angles = [{"hip_flexion": hip, "lumbar_extension": lumbar} for hip, lumbar in both]
    return _trials(named, angles, gate.pair("normalised_fibre"))


def _trunk_trials() -> _Trials:
    """All named postures, each end of each motion of the low back alone, and all three together part of the way."""
    gate, named = read_toml("trunk.toml").table("gate"), postures()
    ends = {name: gate.pair(name) for name in ("lumbar_extension", "lumbar_bending", "lumbar_rotation")}
    together = gate.number("together")
    angles = [{name: angle} for name, both in ends.items() for angle in both]
    for way in product(*ends.values()):
        angles.append({name: angle * together for name, angle in zip(ends, way, strict=True)})
    return _trials(named, angles, gate.pair("normalised_fibre"))


def _trials(
    named: Mapping[str, Posture], angles: Sequence[Mapping[str, float]], limits: tuple[float, float]
) -> _Trials:
    names = [", ".join(f"{name} {angle:g}°" for name, angle in one.items()) for one in angles]
    standing = named["standing"]
    changed = [standing.with_angles(one).values for one in angles]
    return _Trials([*named, *names], np.array([*(one.values for one in named.values()), *changed]), limits)


def _fibre_faults(body: Body, lines: Ints, trials: _Trials) -> list[Message]:
    """A fault for each of ``lines`` and posture in which the fibre leaves its range."""
    low, high = trials.limits
    fibre = body.architecture.normalised_fibre(body.paths(trials.values).length)[:, lines]
    return [
        message(
            "anatomy.fibre_out_of_range",
            muscle=body.muscle_names[lines[m]],
            posture=trials.names[p],
            fibre=f"{fibre[p, m]:.2f}",
            low=low,
            high=high,
        )
        for p, m in np.argwhere(~((fibre >= low) & (fibre <= high)))
    ]


def check_fibre_lengths(body: Body) -> Body:
    """Refuse a body whose muscles cannot work.

    Psoas and iliacus are tried in all named postures and over the range of hip and low back; with a trunk, its muscles
    over the range of the low back.

    Args:
        body: Any body.

    Returns:
        The same body.

    Raises:
        BodyError: A fibre would be shorter or longer than fibres can be, or a tendon has no length; names the first
            muscle with posture and figure.
    """
    faults = [
        message("anatomy.tendon_too_short", muscle=name, length=f"{slack * MM_PER_M:.1f}")
        for name, slack in zip(body.muscle_names, body.architecture.tendon_slack, strict=True)
        if not slack > 0
    ]
    lines = np.concatenate([body.muscles_of(group, side) for group in ("psoas", "iliacus") for side in LETTERS])
    faults += _fibre_faults(body, lines, _leg_trials())
    if body.trunk:
        faults += _fibre_faults(body, np.arange(len(muscles()), len(body.muscles)), _trunk_trials())
    if faults:
        raise BodyError(message("anatomy.body_refused", count=len(faults), first=faults[0]))
    return body
