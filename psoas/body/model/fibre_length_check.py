"""Whether muscles can have the lengths that a body asks of them: notes on a movement, faults of the tables."""

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
from psoas.core.toml_table import TomlTable
from psoas.core.units import MM_PER_M


@dataclass(frozen=True)
class _Trials:
    """Postures that a body is tried in: their names (P), coordinates (P, N), and the range that fibres must keep."""

    names: list[str]
    values: Floats
    limits: tuple[float, float]


def _leg_trials() -> _Trials:
    """All named postures, and every hip angle of the table with every lumbar angle."""
    gate, named = _leg_gate(), postures()
    both = product(gate.numbers("hip_flexion"), gate.numbers("lumbar_extension"))
    angles = [{"hip_flexion": hip, "lumbar_extension": lumbar} for hip, lumbar in both]
    return _trials(named, angles, gate.pair("normalised_fibre"))


def _trunk_trials() -> _Trials:
    """All named postures, each end of each motion of the low back alone, and all three together part of the way."""
    gate, named = _trunk_gate(), postures()
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


def check_tendons(body: Body) -> Body:
    """The same body; ``BodyError`` naming the first muscle whose tendon has no length, which is an error of ours."""
    slack = body.architecture.tendon_slack
    faults = [
        message("anatomy.tendon_too_short", muscle=body.muscle_names[m], length=f"{slack[m] * MM_PER_M:.1f}")
        for m in np.flatnonzero(~(slack > 0))
    ]
    if faults:
        raise BodyError(message("anatomy.body_refused", count=len(faults), first=faults[0]))
    return body


def find_fibre_faults(body: Body) -> list[Message]:
    """What is wrong with the tables behind a body: lines that leave their range in postures of the tables.

    Psoas and iliacus are tried in all named postures and over the range of hip and low back; with a trunk, its muscles
    over the range of the low back. It judges our figures, never a person: nobody takes up all these postures.
    """
    faults = _fibre_faults(body, _hip_flexors(body), _leg_trials())
    if body.trunk:
        faults += _fibre_faults(body, _trunk_lines(body), _trunk_trials())
    return faults


def note_fibre_lengths(names: Sequence[str], fibre: Floats, limits: tuple[float, float]) -> tuple[Message, ...]:
    """A note on the line that leaves its range furthest in a movement, none when all stay inside.

    Args:
        names: Lines (M).
        fibre: Fibre length over its optimum (T, M); NaN where not seen.
        limits: What fibres can have.
    """
    low, high = limits
    beyond = np.maximum(low - fibre, fibre - high)
    out = beyond > 0
    if not out.any():
        return ()
    t, m = divmod(int(np.nanargmax(beyond)), beyond.shape[1])
    share = float(out.any(axis=1).sum() / max(np.isfinite(fibre).any(axis=1).sum(), 1))
    return (
        message(
            "anatomy.fibre_beyond",
            muscle=names[m],
            lines=int(out.any(axis=0).sum()),
            percent=f"{100 * share:.0f}",
            fibre=f"{fibre[t, m]:.2f}",
            low=low,
            high=high,
        ),
    )


def note_posture(body: Body, taken: Posture) -> tuple[Message, ...]:
    """Notes on the lines of psoas, iliacus and trunk that leave their range in one posture."""
    fibre = body.architecture.normalised_fibre(body.paths(taken.values).length)
    groups = [(_hip_flexors(body), fibre_limits())]
    if body.trunk:
        groups.append((_trunk_lines(body), _trunk_gate().pair("normalised_fibre")))
    return tuple(
        note
        for lines, limits in groups
        for note in note_fibre_lengths([body.muscle_names[m] for m in lines], fibre[:, lines], limits)
    )


def fibre_limits() -> tuple[float, float]:
    """Least and greatest length of a fibre of psoas or iliacus over its optimum."""
    return _leg_gate().pair("normalised_fibre")


def _hip_flexors(body: Body) -> Ints:
    return np.concatenate([body.muscles_of(group, side) for group in ("psoas", "iliacus") for side in LETTERS])


def _trunk_lines(body: Body) -> Ints:
    return np.arange(len(muscles()), len(body.muscles))


def _leg_gate() -> TomlTable:
    return read_toml("postures.toml").table("gate")


def _trunk_gate() -> TomlTable:
    return read_toml("trunk.toml").table("gate")
