"""One exercise as words for a terminal and as JSON."""

from __future__ import annotations

from typing import Any

import numpy as np

from psoas.body.anatomy.coordinates import coordinates
from psoas.body.postures import posture
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity, rank_exercises
from psoas.knowledge.exercise_library import (
    SAFETY,
    STRANDS,
    Exercise,
    Keyframe,
    easier_variants,
    exercise_minutes,
    exercises,
)

QUIET_PERCENT = 0.5
"""A change of length smaller than this is called none, percent of standing (assumed)."""


def exercise_text(one: Exercise) -> list[str]:
    """How to do it, when to stop, and what was computed."""
    dose = one.dose
    hold = f", hold {dose.hold_s:g} s" if dose.hold_s else ""
    lines = [f"{one.label} ({one.strand}). {one.purpose}", f"Position: {one.position}"]
    if one.working_side == "right":
        lines.append("Told for the right side; mirror it for the left.")
    lines += [f"  {i}. {step}" for i, step in enumerate(one.steps, 1)]
    lines += [
        f"Think: {'; '.join(one.cues)}.",
        f"Often goes wrong: {'; '.join(one.errors)}.",
        f"Breath: {one.breath}",
        f"Dose to start with (assumed): {dose.sets} x {dose.reps}{hold}; {dose.tempo}; {dose.rest_s:g} s between sets; "
        f"about {max(1, round(exercise_minutes(one)))} min.",
        f"You need: {', '.join(need.replace('_', ' ') for need in (*one.needs, *one.equipment))}.",
    ]
    if one.cautions:
        lines.append(f"Take care: {'; '.join(one.cautions)}.")
    lines += [f"Stop for: {'; '.join(one.stop)}.", *_neighbours(one), *_computed(one)]
    lines.append(f"What speaks for it ({one.evidence}, {one.source}): {one.basis}")
    for legs, published in (("", one.published), (", other side", one.published_other)):
        for study, row in published.items():
            figures = ", ".join(f"{muscle.replace('_', ' ')} {percent:g}" for muscle, percent in row.items())
            lines.append(f"  in people, % of a maximal contraction ({study}{legs}): {figures}")
    lines += [f"  {told.effect.replace('_', ' ')} ({told.origin}, {told.source}): {told.words}" for told in one.also]
    return lines


def exercise_json(one: Exercise) -> dict[str, Any]:
    """The exercise with its keyframes (degrees that differ from standing, by coordinate) and its effects."""
    words = ("name", "label", "strand", "purpose", "position", "breath", "working_side", "evidence", "source", "basis")
    lists = ("steps", "cues", "errors", "equipment", "places", "cautions", "stop", *SAFETY)
    return {
        **{key: getattr(one, key) for key in words},
        **{key: list(getattr(one, key)) for key in lists},
        "dose": vars(one.dose),
        "minutes": round(exercise_minutes(one), 1),
        "keyframes": [_frame(frame) for frame in one.keyframes],
        "easier": list(easier_variants(one.name)),
        "harder": vars(one.harder) if one.harder else None,
        "published_percent_mvic": {study: dict(row) for study, row in one.published.items()},
        "effects": committed_effects()[one.name],
        "effects_origin": "simulated",
        "origins": effect_origins(one),
    }


def effect_origins(one: Exercise) -> list[dict[str, Any]]:
    """Every effect with where it comes from, of ``exercises.ORIGINS``: "simulated" with the computed figures,
    "published_emg" with percent of a maximal contraction in people, and what is told without a figure."""
    rows: list[dict[str, Any]] = [
        {"effect": key, "origin": "simulated", "source": "psoas", "value": value}
        for key, value in committed_effects()[one.name].items()
    ]
    for side, published in (("working", one.published), ("other", one.published_other)):
        rows += [
            {
                "effect": f"activation.{m}",
                "origin": "published_emg",
                "source": study,
                "side": side,
                "percent_mvic": value,
            }
            for study, row in published.items()
            for m, value in row.items()
        ]
    if share := max(frame.bracing for frame in one.keyframes):
        words = f"{100 * share:.0f} % of full effort of transversus abdominis is put in, not found."
        rows.append({"effect": "bracing", "origin": "expert", "source": "assumed", "words": words})
    return rows + [vars(told) for told in one.also]


def exercise_list(sort: str) -> list[dict[str, Any]]:
    """The library in short with effects, in the order of strands, or by an effect from most to least."""
    order = [one for one, _ in rank_exercises(sort)] if sort else sorted(exercises().values(), key=_strand)
    return [
        {"name": o.name, "label": o.label, "strand": o.strand, "effects": committed_effects()[o.name]} for o in order
    ]


def exercise_list_text(rows: list[dict[str, Any]], sort: str) -> list[str]:
    """One line an exercise, with the figure it is ranked by."""
    figures = [f"{effect_quantity(row['effects'], sort):10.4g}  " if sort else "" for row in rows]
    return [f"{n}{row['name']:26} {row['strand']:10} {row['label']}" for n, row in zip(figures, rows, strict=True)]


def _strand(one: Exercise) -> int:
    return STRANDS.index(one.strand)


def _frame(frame: Keyframe) -> dict[str, Any]:
    standing = posture().values
    angles = {
        c.name: round(float(np.degrees(value)), 3)
        for c, value, still in zip(coordinates(), frame.posture.values, standing, strict=True)
        if value != still and c.rotational
    }
    return {"at_s": frame.at_s, "support": frame.support, "bracing": frame.bracing, "angles_deg": angles}


def _neighbours(one: Exercise) -> list[str]:
    lines = [f"Easier: {', '.join(easier_variants(one.name))}."] if easier_variants(one.name) else []
    if one.harder:
        lines.append(f"Harder: {one.harder.exercise}, by {one.harder.by}.")
    return lines


def _computed(one: Exercise) -> list[str]:
    """The effects in a few lines, each beside quiet standing where that helps."""
    found, still = committed_effects()[one.name], committed_effects()["standing"]
    lengths = found["psoas_length_percent"]
    longest = max(lengths, key=lambda side: float(lengths[side]))
    force = max(found["psoas_force_n"].values(), key=lambda band: float(band["median"]))
    press, plain = (effect_quantity(row, "lumbar_compression_n.L4_L5") for row in (found, still))
    active = found["activation"]
    changed = abs(lengths[longest] - 100.0) >= QUIET_PERCENT
    side = f"{longest} psoas" if lengths["right"] != lengths["left"] else "psoas"
    length = f"{side} at most {lengths[longest]:.1f} % of its standing length"
    return [
        "Computed on a man of 70 kg, keyframes held still, the most of each:",
        f"  {length}{'' if changed else ' (as in standing)'}; psoas force {force['median']:.0f} N "
        f"({force['low']:.0f} to {force['high']:.0f} over model choices; standing "
        f"{effect_quantity(still, 'psoas_force_n'):.0f} N)",
        f"  active: gluteus maximus {100 * effect_quantity(active, 'gluteus_maximus'):.0f} %, gluteus medius "
        f"{100 * effect_quantity(active, 'gluteus_medius'):.0f} %, obliques "
        f"{100 * effect_quantity(active, 'obliques'):.0f} %, back "
        f"extensors {100 * effect_quantity(active, 'back_extensors'):.0f} %",
        f"  low back pressed together: L4/L5 {press:.0f} N (standing {plain:.0f} N); hip "
        f"{effect_quantity(found, 'hip_load_bw'):.1f} body weights",
    ]
