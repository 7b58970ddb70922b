"""What an exercise asks of the body: its keyframes held still, one after another, on a body with all muscles.

Quasi-static: each keyframe is a posture held under gravity alone; speed, momentum and elastic bands are left out. The
least effort that holds a posture knows no bracing beyond what an exercise prescribes, so trunk muscles come out below
what people show (see ``docs/exercises.md``).
"""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.body.postures import Posture, posture
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.sides import SIDES
from psoas.knowledge.exercise_library import Exercise, Keyframe, exercises
from psoas.mechanics.joint_loads import hip_contact_bw, level_loads
from psoas.mechanics.muscle_forces import ForceSetting, ForceSolution, group_tension
from psoas.mechanics.muscle_geometry import muscle_group
from psoas.mechanics.static_equilibrium import HeldPosture, balance_posture, hold_posture_all_choices

GROUPS: dict[str, tuple[str, ...]] = {
    "psoas": ("psoas",),
    "iliacus": ("iliacus",),
    "gluteus_maximus": ("gluteus maximus",),
    "gluteus_medius": ("gluteus medius",),
    "tensor_fasciae_latae": ("tensor fasciae latae",),
    "rectus_abdominis": ("rectus abdominis",),
    "obliques": ("external oblique", "internal oblique"),
    "back_extensors": ("longissimus thoracis", "longissimus lumborum", "iliocostalis thoracis",
                       "iliocostalis lumborum", "multifidus"),
}  # fmt: skip
"""Muscles whose activation an exercise reports, by name."""
PARTS = {"gluteus_maximus_superior": "glmax1"}
"""Parts of muscles whose activation is reported too: one study's wires lay in the superior part alone."""
REFERENCE = {"mass_kg": 70.0, "height_m": 1.75, "sex": "male"}
"""The body that the committed effects are computed on: the one that the tests of forces use."""
DIGITS = 5
Json = dict[str, Any]


ONE_AT_A_TIME = threading.Lock()
"""Two threads that pose the reference body at once would tear its state apart."""


@dataclass(frozen=True)
class SupportBalance:
    """How well the supports of one keyframe carry it: ``force_n`` and ``moment_nm``, the largest component left over
    (newtons, N m), ``reserve_nm``, the largest moment at a joint that muscles did not give, and whether every choice
    of the band converged."""

    force_n: float
    moment_nm: float
    reserve_nm: float
    converged: bool


def reference_body() -> Body:
    """The body of the committed effects, all muscles of trunk and legs. It holds one state: whoever may not be alone
    with it takes ``ONE_AT_A_TIME``."""
    return _reference()


@cache
def _reference() -> Body:
    return Body(Person.of(**REFERENCE), trunk=True)  # type: ignore[arg-type]


def hold_keyframe(body: Body, frame: Keyframe) -> tuple[HeldPosture, ...]:
    """A keyframe held still by its support on a body with ``trunk=True``, under every choice of the band."""
    return hold_posture_all_choices(
        body, frame.posture.values, support=frame.support, setting=ForceSetting(bracing=frame.bracing)
    )


def check_balance(every: Sequence[HeldPosture]) -> SupportBalance:
    """What the supports of a held posture leave over under any choice, and muscles under the first."""
    body = every[0].problem.body
    root = [body.coordinate_index(f"pelvis_{k}") for k in ("tx", "ty", "tz", "tilt", "list", "rotation")]
    left_over = np.abs([one.problem.required.generalized[0, root] for one in every])
    reserve = float(np.abs(every[0].answer.shared.reserve).max())
    converged = all(bool(one.answer.shared.converged.all()) for one in every)
    return SupportBalance(float(left_over[:, :3].max()), float(left_over[:, 3:].max()), reserve, converged)


def simulate_effects(body: Body, one: Exercise) -> Json:
    """Computed effects of an exercise, the most over its keyframes.

    By side: ``psoas_length_percent`` and ``iliacus_length_percent`` (percent of standing), ``psoas_force_n`` (low,
    median, high over the band of choices, at the keyframe of the highest median), ``activation`` by group (0 to 1,
    first choice), ``hip_load_bw`` (body weights). By level: ``lumbar_compression_n`` and ``lumbar_shear_n`` (the
    largest either way). ``largest_reserve_nm``: what the muscles did not give.
    """
    frames = [_frame_effects(body, frame) for frame in one.keyframes]
    return _most(frames)


def standing_effects(body: Body) -> Json:
    """The same figures for quiet standing, to compare with."""
    still = Keyframe(0.0, posture(), "standing", 0.0)
    return _most([_frame_effects(body, still)])


def effect_quantity(effects: Mapping[str, Any], name: str) -> float:
    """One figure of an exercise's effects by its dotted name, "activation.gluteus_medius"; of two sides the larger, of
    levels named alone the level, otherwise the largest."""
    found: Any = effects
    for key in name.split("."):
        if not isinstance(found, Mapping) or key not in found:
            known = ", ".join(found) if isinstance(found, Mapping) else "nothing below it"
            raise InputError(f"effect '{name}' is not known at '{key}'; expected {known}")
        found = found[key]
    if not isinstance(found, Mapping):
        return float(found)
    rows = [row["median"] if isinstance(row, Mapping) and "median" in row else row for row in found.values()]
    if any(isinstance(row, Mapping) for row in rows):
        raise InputError(f"effect '{name}' holds several; expected one of {', '.join(f'{name}.{k}' for k in found)}")
    return float(max(rows))


@cache
def committed_effects() -> dict[str, Json]:
    """The committed effects of every exercise by name, and of "standing"."""
    text = files("psoas.knowledge").joinpath("data", "effects.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def rank_exercises(key: str) -> list[tuple[Exercise, float]]:
    """All exercises by one effect, highest first; ``InputError`` lists the effects there are."""
    known = committed_effects()
    rows = [(one, effect_quantity(known[name], key)) for name, one in exercises().items()]
    return sorted(rows, key=lambda row: (-row[1], row[0].name))


def _frame_effects(body: Body, frame: Keyframe) -> Json:
    every = hold_keyframe(body, frame)
    found, answers = every[0], [one.answer for one in every]
    values = found.problem.values
    paths = body.paths(values)
    levels = level_loads(body, found.answer.contact)
    by_side: dict[str, Callable[[str], Any]] = {
        "psoas_length_percent": lambda s: float(muscle_group(body, paths, "psoas", s).percent_standing[0]),
        "iliacus_length_percent": lambda s: float(muscle_group(body, paths, "iliacus", s).percent_standing[0]),
        "psoas_force_n": lambda s: _band(body, answers, s),
        "hip_load_bw": lambda s: float(hip_contact_bw(body, found.answer.contact, s)[0]),
    }
    return {
        **{key: {side: figure(side) for side in SIDES} for key, figure in by_side.items()},
        "activation": {
            name: {side: _activation(body, found.answer, _lines(body, name, side[0])) for side in SIDES}
            for name in (*GROUPS, *PARTS)
        },
        "lumbar_compression_n": {name: float(load.compression[0]) for name, load in levels.items()},
        "lumbar_shear_n": {name: abs(float(load.shear[0])) for name, load in levels.items()},
        "largest_reserve_nm": float(np.abs(found.answer.shared.reserve).max()),
    }


def _band(body: Body, answers: list[ForceSolution], side: str) -> Json:
    force = [float(group_tension(body, a, "psoas", side)[0]) for a in answers]
    return {"low": min(force), "median": float(np.median(force)), "high": max(force)}


def _lines(body: Body, name: str, side: str) -> list[int]:
    """Muscle lines of one side, "r" or "l", that an exercise reports under a name."""
    if name in PARTS:
        return [body.muscle_index(f"{PARTS[name]}_{side}")]
    return [int(i) for group in GROUPS[name] for i in body.muscles_of(group, side)]


def _activation(body: Body, found: ForceSolution, lines: list[int]) -> float:
    """Activation of muscle lines, weighted by maximal force."""
    strength: Floats = body.architecture.max_force[lines]
    return float(np.average(found.activation[0, lines], weights=strength))


def _most(rows: list[Json]) -> Json:
    """The largest of every figure over keyframes; a band stays whole, that of the highest median."""
    found: Json = {}
    for key, first in rows[0].items():
        column = [row[key] for row in rows]
        if not isinstance(first, Mapping):
            found[key] = float(f"{max(column):.{DIGITS}g}")
        elif "median" in first:
            best = max(column, key=lambda band: float(band["median"]))
            found[key] = {end: float(f"{value:.{DIGITS}g}") for end, value in best.items()}
        else:
            found[key] = _most(column)
    return found


def furthest_posture(one: Exercise) -> Posture:
    """The posture of the keyframe that is furthest from the first one, as balanced on its support: what to draw."""
    body, start = _reference(), one.keyframes[0].posture.values
    frame = max(one.keyframes, key=lambda frame: float(np.abs(frame.posture.values - start).sum()))
    return replace(frame.posture, values=balance_posture(body, frame.posture.values, frame.support))
