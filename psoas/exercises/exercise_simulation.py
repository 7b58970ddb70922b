"""What an exercise asks of the body: its keyframes held still, one after another, on a body with all muscles.

Quasi-static: each keyframe is a posture held under gravity and the weights and bands it names; speed and momentum are
left out. The least effort that holds a posture knows no bracing beyond what an exercise prescribes, so trunk muscles
come out below what people show (see ``docs/exercises.md``).
"""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TypeAlias, TypedDict, Union

import numpy as np

from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.body.postures import Posture, posture
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import literal, message
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.exercises.load_wrenches import load_wrenches
from psoas.knowledge.exercise import Exercise, Keyframe
from psoas.knowledge.exercise_library import exercises
from psoas.mechanics.joint_loads import hip_contact_bw, level_loads
from psoas.mechanics.muscle_force_estimation import ForceSetting, ForceSolution, group_tension
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
    "hamstrings": ("hamstrings",),
    "quadriceps": ("quadriceps",),
    "calf": ("calf",),
}  # fmt: skip
"""Muscles whose activation an exercise reports, by name."""
PARTS = {"gluteus_maximus_superior": "glmax1"}
"""Parts of muscles whose activation is reported too: one study's wires lay in the superior part alone."""
MASS_KG, HEIGHT_M, SEX = 70.0, 1.75, "male"
"""The body that the committed effects are computed on: the one that the tests of forces use."""
DIGITS = 5
EffectTable: TypeAlias = Mapping[str, Union[float, "EffectTable"]]
"""Figures by side, level, group or end of a band."""


class Band(TypedDict):
    """A figure over the band of model choices."""

    low: float
    median: float
    high: float


class Effects(TypedDict):
    """What an exercise does, the most over its keyframes: see ``simulate_effects``."""

    psoas_length_percent: dict[str, float]
    iliacus_length_percent: dict[str, float]
    psoas_force_n: dict[str, Band]
    hip_load_bw: dict[str, float]
    activation: dict[str, dict[str, float]]
    lumbar_compression_n: dict[str, float]
    lumbar_shear_n: dict[str, float]
    largest_reserve_nm: float


ONE_AT_A_TIME = threading.Lock()
"""The reference body holds one state and is not thread-safe: hold this while posing it."""


def reference_body() -> Body:
    """The body of the committed effects, all muscles of trunk and legs. It holds one state: whoever may not be alone
    with it takes ``ONE_AT_A_TIME``."""
    return _reference()


@cache
def _reference() -> Body:
    return Body(Person.of(mass_kg=MASS_KG, height_m=HEIGHT_M, sex=SEX), trunk=True)


def hold_keyframe(body: Body, frame: Keyframe) -> tuple[HeldPosture, ...]:
    """A keyframe held still by its support on a body with ``trunk=True``, under every choice of the band."""
    values = balance_posture(body, frame.posture.values, frame.support)
    return hold_posture_all_choices(
        body, frame.posture.values, support=frame.support, setting=ForceSetting(bracing=frame.bracing),
        loads=load_wrenches(body, values, frame.loads),
    )  # fmt: skip


def simulate_effects(body: Body, one: Exercise) -> Effects:
    """Computed effects of an exercise, the most over its keyframes.

    By side: ``psoas_length_percent`` and ``iliacus_length_percent`` (percent of standing), ``psoas_force_n`` (low,
    median, high over the band of choices, at the keyframe of the highest median), ``activation`` by group (0 to 1,
    first choice), ``hip_load_bw`` (body weights). By level: ``lumbar_compression_n`` and ``lumbar_shear_n`` (the
    largest either way). ``largest_reserve_nm``: what the muscles did not give.
    """
    return _largest([_frame_effects(body, frame) for frame in one.keyframes])


def standing_effects(body: Body) -> Effects:
    """The same figures for quiet standing, to compare with."""
    still = Keyframe(0.0, posture(), "standing", 0.0)
    return _largest([_frame_effects(body, still)])


def effect_quantity(effects: Effects | EffectTable, name: str) -> float:
    """One figure of an exercise's effects by its dotted name, "activation.gluteus_medius"; of two sides the larger, of
    levels named alone the level, otherwise the largest."""
    found: object = effects
    for key in name.split("."):
        if not isinstance(found, Mapping):
            raise InputError(message("practice.effect_ends", name=name, part=key))
        if key not in found:
            raise InputError(message("practice.no_effect", name=name, part=key, known=", ".join(found)))
        found = found[key]
    if isinstance(found, float | int):
        return float(found)
    table = found if isinstance(found, Mapping) else {}
    rows = [row["median"] if isinstance(row, Mapping) and "median" in row else row for row in table.values()]
    figures = [float(row) for row in rows if not isinstance(row, Mapping)]
    if len(figures) < len(rows):
        known = ", ".join(f"{name}.{key}" for key in table)
        raise InputError(message("practice.effect_several", name=name, known=known))
    return max(figures)


@cache
def committed_effects() -> Mapping[str, Effects]:
    """The committed effects of every exercise by name, and of "standing"."""
    return tomllib.loads(files("psoas.knowledge").joinpath("data", "effects.toml").read_text(encoding="utf-8"))


@cache
def effect_tables() -> Mapping[str, EffectTable]:
    """The committed effects as plain tables, to be written as JSON."""
    return tomllib.loads(files("psoas.knowledge").joinpath("data", "effects.toml").read_text(encoding="utf-8"))


def rank_exercises(key: str) -> list[tuple[Exercise, float]]:
    """All exercises by one effect, highest first; ``InputError`` lists the effects there are."""
    known = committed_effects()
    rows = [(one, effect_quantity(known[name], key)) for name, one in exercises().items()]
    return sorted(rows, key=lambda row: (-row[1], row[0].name))


def _frame_effects(body: Body, frame: Keyframe) -> Effects:
    every = hold_keyframe(body, frame)
    found, answers = every[0], [one.answer for one in every]
    paths = body.paths(found.problem.values)
    levels = level_loads(body, found.answer.contact)

    def percent(muscle: str) -> dict[str, float]:
        return {side: float(muscle_group(body, paths, muscle, side).percent_standing[0]) for side in SIDES}

    def active(name: str) -> dict[str, float]:
        return {side: _activation(body, found.answer, _lines(body, name, SIDE_LETTER[side])) for side in SIDES}

    return {
        "psoas_length_percent": percent("psoas"),
        "iliacus_length_percent": percent("iliacus"),
        "psoas_force_n": {side: _band(body, answers, side) for side in SIDES},
        "hip_load_bw": {side: float(hip_contact_bw(body, found.answer.contact, side)[0]) for side in SIDES},
        "activation": {name: active(name) for name in (*GROUPS, *PARTS)},
        "lumbar_compression_n": {name: float(load.compression[0]) for name, load in levels.items()},
        "lumbar_shear_n": {name: abs(float(load.shear[0])) for name, load in levels.items()},
        "largest_reserve_nm": float(np.abs(found.answer.shared.reserve).max()),
    }


def _band(body: Body, answers: list[ForceSolution], side: str) -> Band:
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


def _largest(rows: list[Effects]) -> Effects:
    """The largest of every figure over keyframes; a band stays whole, that of the highest median."""
    muscles = rows[0]["activation"]
    return {
        "psoas_length_percent": _most([row["psoas_length_percent"] for row in rows]),
        "iliacus_length_percent": _most([row["iliacus_length_percent"] for row in rows]),
        "psoas_force_n": {side: _highest([row["psoas_force_n"][side] for row in rows]) for side in SIDES},
        "hip_load_bw": _most([row["hip_load_bw"] for row in rows]),
        "activation": {muscle: _most([row["activation"][muscle] for row in rows]) for muscle in muscles},
        "lumbar_compression_n": _most([row["lumbar_compression_n"] for row in rows]),
        "lumbar_shear_n": _most([row["lumbar_shear_n"] for row in rows]),
        "largest_reserve_nm": _round(max(row["largest_reserve_nm"] for row in rows)),
    }


def _most(rows: list[dict[str, float]]) -> dict[str, float]:
    """The largest of each figure."""
    return {key: _round(max(row[key] for row in rows)) for key in rows[0]}


def _highest(bands: list[Band]) -> Band:
    """The band of the highest median."""
    best = max(bands, key=lambda band: band["median"])
    return {"low": _round(best["low"]), "median": _round(best["median"]), "high": _round(best["high"])}


def _round(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def furthest_posture(one: Exercise) -> Posture:
    """The posture of the keyframe that is furthest from the first one, as balanced on its support, with the words of
    the exercise: what to draw."""
    body, start = _reference(), one.keyframes[0].posture.values
    frame = max(one.keyframes, key=lambda frame: float(np.abs(frame.posture.values - start).sum()))
    values = balance_posture(body, frame.posture.values, frame.support)
    return replace(frame.posture, label=literal(one.label), note=literal(one.position), values=values)
