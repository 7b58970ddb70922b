"""One exercise, and the library, in words for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from psoas.core.catalogue import text
from psoas.core.coded_words import CodedWords
from psoas.core.message import Value
from psoas.exercises.exercise_simulation import GROUPS, PARTS, committed_effects, effect_quantity, rank_exercises
from psoas.knowledge.exercise import Exercise
from psoas.knowledge.exercise_library import easier_variants, exercises
from psoas.knowledge.exercise_tables import STATED
from psoas.knowledge.exercise_timing import exercise_minutes
from psoas.knowledge.practice_codes import (
    EQUIPMENT_WORDS,
    EXERCISE_STRANDS,
    ORIGIN_WORDS,
    POSITION_WORDS,
    PROGRESSION_WORDS,
    STRAND_WORDS,
    WorkingSide,
)

QUIET_PERCENT = 0.5
"""A change of length smaller than this is called none, percent of standing (assumed)."""
MUSCLE_WORDS = CodedWords("knowledge.muscle", (*GROUPS, *PARTS))
EFFECT_WORDS = CodedWords("knowledge.effect", STATED)


def exercise_text(one: Exercise) -> list[str]:
    """How to do it, when to stop, and what was computed."""
    strand = STRAND_WORDS[one.strand]
    lines = [text("exercise_text.head", label=one.label, strand=strand, purpose=one.purpose)]
    if one.also_called:
        lines.append(text("exercise_text.also_called", names=", ".join(one.also_called)))
    lines.append(text("exercise_text.position", position=one.position))
    if one.working_side is WorkingSide.RIGHT:
        lines.append(text("exercise_text.right_side"))
    lines += [_indented("exercise_text.step", number=i, step=step) for i, step in enumerate(one.steps, 1)]
    lines += [
        text("exercise_text.cues", cues=_several(one.cues)),
        text("exercise_text.errors", errors=_several(one.errors)),
        text("exercise_text.breath", breath=one.breath),
        _dose(one),
        text("exercise_text.needs", needs=", ".join(_needs(one))),
    ]
    if one.cautions:
        lines.append(text("exercise_text.cautions", cautions=_several(one.cautions)))
    lines += [text("exercise_text.stop", signs=_several(one.stop)), *_neighbours(one), *_computed(one)]
    lines.append(text("exercise_text.basis", evidence=_evidence(one), source=one.source, basis=one.basis))
    lines += _published("exercise_text.published", one.published)
    lines += _published("exercise_text.published_other", one.published_other)
    return lines + [
        _indented(
            "exercise_text.also", effect=EFFECT_WORDS[part.effect], origin=ORIGIN_WORDS[part.origin],
            source=part.source, words=part.words,
        )
        for part in one.also
    ]  # fmt: skip


def list_exercises(sort: str) -> list[Exercise]:
    """The library in the order of strands, or by an effect from most to least; ``InputError`` lists the effects."""
    return [one for one, _ in rank_exercises(sort)] if sort else sorted(exercises().values(), key=_strand)


def exercise_list_text(rows: Sequence[Exercise], sort: str) -> list[str]:
    """One line an exercise, with all its names and the figure it is ranked by."""
    known = committed_effects()
    figures = [f"{effect_quantity(known[one.name], sort):10.4g}  " if sort else "" for one in rows]
    return [
        f"{figure}{one.name:26} {STRAND_WORDS[one.strand]:10} {_names(one)}"
        for figure, one in zip(figures, rows, strict=True)
    ]


def _indented(key: str, **values: Value) -> str:
    return f"  {text(key, **values)}"


def _names(one: Exercise) -> str:
    """Its label, and what else it is called."""
    if not one.also_called:
        return one.label
    return text("exercise_text.names", label=one.label, others=", ".join(one.also_called))


def _findable(name: str) -> str:
    """A neighbour's label, and the identifier that the commands take."""
    return f"{exercises()[name].label} ({name})"


def _several(texts: Sequence[str]) -> str:
    """Sentences and phrases behind each other; each but the last gets its full stop here."""
    return ". ".join(one.removesuffix(".") for one in texts)


def _needs(one: Exercise) -> list[str]:
    """Positions and things that it needs, in words."""
    return [*(POSITION_WORDS[need] for need in one.needs), *(EQUIPMENT_WORDS[thing] for thing in one.equipment)]


def _evidence(one: Exercise) -> str:
    return text(f"exercise_text.evidence.{one.evidence}")


def _dose(one: Exercise) -> str:
    dose = one.dose
    return text(
        "exercise_text.dose_held" if dose.hold_s else "exercise_text.dose", sets=dose.sets, reps=dose.reps,
        hold=f"{dose.hold_s:g}", tempo=dose.tempo, rest=f"{dose.rest_s:g}",
        minutes=max(1, round(exercise_minutes(one))),
    )  # fmt: skip


def _strand(one: Exercise) -> int:
    return EXERCISE_STRANDS.index(one.strand)


def _neighbours(one: Exercise) -> list[str]:
    easier = easier_variants(one.name)
    lines = [text("exercise_text.easier", names=", ".join(_findable(name) for name in easier))] if easier else []
    if one.harder:
        harder = _findable(one.harder.exercise)
        lines.append(text("exercise_text.harder", name=harder, by=PROGRESSION_WORDS[one.harder.by]))
    return lines


def _published(key: str, published: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A line a study: percent of a maximal contraction by muscle."""
    return [
        _indented(
            key, study=study, figures=", ".join(f"{MUSCLE_WORDS[muscle]} {value:g}" for muscle, value in row.items())
        )
        for study, row in published.items()
    ]


def _computed(one: Exercise) -> list[str]:
    """The effects in a few lines, each beside quiet standing where that helps."""
    found, still = committed_effects()[one.name], committed_effects()["standing"]
    right, left = (effect_quantity(found, f"psoas_length_percent.{side}") for side in ("right", "left"))
    longest = "right" if right >= left else "left"
    whose = longest if right != left else "both"
    percent = max(right, left)
    force = max(
        ({end: effect_quantity(found, f"psoas_force_n.{side}.{end}") for end in ("low", "median", "high")}
         for side in ("right", "left")),
        key=lambda band: band["median"],
    )  # fmt: skip
    active = {
        name: f"{100 * effect_quantity(found, f'activation.{name}'):.0f}"
        for name in ("gluteus_maximus", "gluteus_medius", "obliques", "back_extensors")
    }
    press, plain = (f"{effect_quantity(row, 'lumbar_compression_n.L4_L5'):.0f}" for row in (found, still))
    return [
        text("exercise_text.computed"),
        _indented(
            "exercise_text.psoas_as_standing" if abs(percent - 100.0) < QUIET_PERCENT else "exercise_text.psoas",
            psoas=text(f"exercise_text.psoas_of.{whose}"), length=f"{percent:.1f}",
            force=f"{force['median']:.0f}", low=f"{force['low']:.0f}", high=f"{force['high']:.0f}",
            standing=f"{effect_quantity(still, 'psoas_force_n'):.0f}",
        ),
        _indented("exercise_text.active", **active),
        _indented(
            "exercise_text.low_back", press=press, standing=plain, hip=f"{effect_quantity(found, 'hip_load_bw'):.1f}",
        ),
    ]  # fmt: skip
