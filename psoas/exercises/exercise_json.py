"""One exercise and the library as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias, Union

import numpy as np

from psoas.body.anatomy.coordinates import coordinates
from psoas.body.postures import posture
from psoas.core.catalogue import text
from psoas.exercises.exercise_simulation import effect_tables
from psoas.knowledge.exercise import Dose, Exercise, Keyframe
from psoas.knowledge.exercise_library import easier_variants
from psoas.knowledge.exercise_timing import exercise_minutes
from psoas.knowledge.external_load import ExternalLoad
from psoas.knowledge.practice_codes import Origin

JsonValue: TypeAlias = Union[str, float, int, bool, "Sequence[JsonValue]", "Mapping[str, JsonValue]", None]
JsonObject: TypeAlias = Mapping[str, JsonValue]


def exercise_json(one: Exercise) -> JsonObject:
    """The exercise with its keyframes (degrees that differ from standing, by coordinate) and its effects."""
    return {
        "name": one.name,
        "label": one.label,
        "also_called": one.also_called,
        "strand": one.strand,
        "purpose": one.purpose,
        "position": one.position,
        "breath": one.breath,
        "working_side": one.working_side,
        "evidence": one.evidence,
        "source": one.source,
        "basis": one.basis,
        "steps": one.steps,
        "cues": one.cues,
        "errors": one.errors,
        "equipment": one.equipment,
        "places": one.places,
        "cautions": one.cautions,
        "stop": one.stop,
        "demands": one.demands,
        "caution_sets": one.caution_sets,
        "narrowed_by": one.narrowed_by,
        "needs": one.needs,
        "dose": _dose(one.dose),
        "minutes": round(exercise_minutes(one), 1),
        "keyframes": [_keyframe(frame) for frame in one.keyframes],
        "easier": easier_variants(one.name),
        "harder": {"exercise": one.harder.exercise, "by": one.harder.by, "quantity": one.harder.quantity}
        if one.harder
        else None,
        "published_percent_mvic": one.published,
        "effects": effect_tables()[one.name],
        "effects_origin": Origin.SIMULATED,
        "origins": effect_origins(one),
    }


def effect_origins(one: Exercise) -> list[JsonObject]:
    """Every effect with where it comes from (``Origin``): "simulated" with the computed figures, "published_emg" with
    percent of a maximal contraction in people, and what is stated without a figure."""
    rows: list[JsonObject] = [
        {"effect": key, "origin": Origin.SIMULATED, "source": "psoas", "value": value}
        for key, value in effect_tables()[one.name].items()
    ]
    for side, published in (("working", one.published), ("other", one.published_other)):
        rows += [
            {
                "effect": f"activation.{muscle}",
                "origin": Origin.PUBLISHED_EMG,
                "source": study,
                "side": side,
                "percent_mvic": value,
            }
            for study, row in published.items()
            for muscle, value in row.items()
        ]
    if share := max(frame.bracing for frame in one.keyframes):
        words = text("exercise_text.bracing", percent=f"{100 * share:.0f}")
        rows.append({"effect": "bracing", "origin": Origin.EXPERT, "source": "assumed", "words": words})
    return rows + [
        {"effect": part.effect, "origin": part.origin, "source": part.source, "words": part.words} for part in one.also
    ]


def exercise_list_json(rows: Sequence[Exercise]) -> list[JsonObject]:
    """Exercises in short, with their effects."""
    return [
        {
            "name": one.name,
            "label": one.label,
            "also_called": one.also_called,
            "strand": one.strand,
            "effects": effect_tables()[one.name],
        }
        for one in rows
    ]


def _dose(dose: Dose) -> JsonObject:
    return {"sets": dose.sets, "reps": dose.reps, "hold_s": dose.hold_s, "tempo": dose.tempo, "rest_s": dose.rest_s}


def _keyframe(frame: Keyframe) -> JsonObject:
    standing = posture().values
    angles = {
        c.name: round(float(np.degrees(value)), 3)
        for c, value, still in zip(coordinates(), frame.posture.values, standing, strict=True)
        if value != still and c.rotational
    }
    return {
        "at_s": frame.at_s, "support": frame.support, "bracing": frame.bracing, "angles_deg": angles,
        "loads": [_load(one) for one in frame.loads],
    }  # fmt: skip


def _load(one: ExternalLoad) -> JsonObject:
    """A weight or band: newtons at a landmark, towards another one or along a direction (forward, up, right)."""
    where: JsonObject = {"towards": one.towards} if one.towards else {"direction": list(one.direction)}
    return {"on": one.on, "newtons": round(one.newtons, 2), **where}
