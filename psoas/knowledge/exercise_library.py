"""The exercise library: what each exercise is, how the body moves through it, and what speaks for it."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from psoas.body.postures import Posture, posture, postures
from psoas.core.errors import InputError
from psoas.knowledge.contraindications import contraindications, find_bars
from psoas.knowledge.exercise_requirements import (
    CHANGE_S,
    NEEDS,
    SET_NARROWS,
    required_contraindications,
    support_requirements,
    tempo_seconds,
)
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.screening import NARROWS
from psoas.mechanics.static_equilibrium import SUPPORTS

STRANDS = ("release", "engage", "gluteal", "integrate", "gait", "desk")
"""What an exercise is for."""
EVIDENCE = ("measured", "trial", "model", "expert", "tradition")
PLACES = ("home", "work", "travel")
PROGRESSIONS = ("load", "lever", "range", "stability", "speed")
SIDES = ("right", "both")
ORIGINS = ("simulated", "published_emg", "trial", "expert", "tradition")
"""Where what is said of an effect comes from."""
TOLD = ("bracing", "breath", "calm", "control", "drive", "hip_load", "injury_risk")
"""Effects that holding a posture still cannot value: told with published or handed-down evidence, never a figure."""
SOURCES = "sources.toml"
WORDS = ("label", "strand", "purpose", "position", "breath", "working_side", "start", "evidence", "source", "basis")
SAFETY: dict[str, Callable[[], Collection[str]]] = {
    "caution_sets": contraindications,
    "narrowed_by": lambda: NARROWS,
    "needs": lambda: NEEDS,
}
"""What decides who may do an exercise, and the words each may hold."""
LISTS = ("steps", "cues", "errors", "equipment", "places", "cautions", "stop", *SAFETY)


@dataclass(frozen=True)
class Keyframe:
    """One instant: seconds from the start of a repetition, the posture, what bears it, the share of full effort of
    transversus abdominis that is put in."""

    at_s: float
    posture: Posture
    support: str
    bracing: float


@dataclass(frozen=True)
class Dose:
    """How much: ``hold_s`` in the middle of each repetition, ``tempo`` in words, ``rest_s`` between sets."""

    sets: int
    reps: int
    hold_s: float
    tempo: str
    rest_s: float


@dataclass(frozen=True)
class HarderVariant:
    """A neighbour that asks more: by what it progresses, and the effect (as ``simulate.quantity`` spells it) that
    rises."""

    exercise: str
    by: str
    quantity: str


@dataclass(frozen=True)
class StatedEffect:
    """What is known of an effect that is not computed: ``origin``, of ``ORIGINS`` after the first two."""

    effect: str
    origin: str
    source: str
    words: str


@dataclass(frozen=True)
class Exercise:
    """One exercise. Written for the right side where it has sides; ``published`` holds mean activation of muscle groups
    by study, percent of a maximal voluntary contraction, as it was found in people doing this exercise;
    ``published_other`` that of the other side; ``also`` what is known of effects that are not computed.

    ``cautions`` are words to the person; ``caution_sets`` names sets of ``cautions.toml`` that decide over answers,
    ``narrowed_by`` what of screening's narrowings takes it out, ``needs`` the positions of ``demands.NEEDS``.
    """

    name: str
    label: str
    strand: str
    purpose: str
    position: str
    breath: str
    working_side: str
    evidence: str
    source: str
    basis: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    errors: tuple[str, ...]
    equipment: tuple[str, ...]
    places: tuple[str, ...]
    cautions: tuple[str, ...]
    stop: tuple[str, ...]
    caution_sets: tuple[str, ...]
    narrowed_by: tuple[str, ...]
    needs: tuple[str, ...]
    dose: Dose
    keyframes: tuple[Keyframe, ...]
    harder: HarderVariant | None
    published: Mapping[str, Mapping[str, float]]
    published_other: Mapping[str, Mapping[str, float]]
    also: tuple[StatedEffect, ...]

    @property
    def draws_in(self) -> bool:
        """Whether the work is a drawing-in alone: the posture stays, and only the bracing, which is put in by hand,
        changes. What such a work does is not simulated."""
        held = {(one.posture.values.tobytes(), one.support) for one in self.keyframes}
        return len(held) == 1 and len({one.bracing for one in self.keyframes}) > 1

    def bars(self, answers: Answers) -> tuple[str, ...]:
        """What in the answers rules the exercise out; empty where nothing known does."""
        return find_bars(tuple(contraindications()[name] for name in self.caution_sets), answers)

    def asks(self, answers: Answers) -> tuple[str, ...]:
        """What in the answers asks for a clinician's word first."""
        return tuple(
            dict.fromkeys(text for name in self.caution_sets for text in contraindications()[name].asks(answers))
        )


def exercise_minutes(one: Exercise) -> float:
    """How long an exercise takes, minutes: sets x (reps x (tempo + hold)) x sides, a rest between sets, and half a
    minute to get ready. The other side works while one side rests, so sides add no rest."""
    dose, sides = one.dose, 2 if one.working_side == "right" else 1
    work = dose.sets * dose.reps * (tempo_seconds(dose.tempo) + dose.hold_s) * sides
    return (work + (dose.sets - 1) * dose.rest_s + CHANGE_S) / 60.0


@cache
def exercises() -> dict[str, Exercise]:
    """The whole library by name; ``InputError`` lists every fault of the tables together."""
    found: dict[str, Exercise] = {}
    faults: list[str] = []
    for table, rows in _tables().items():
        if table == SOURCES:
            continue
        for name, row in rows.items():
            if name in found:
                faults.append(f"{table}: '{name}' is there twice; give every exercise one name")
            if one := read_exercise(name, row, where=table, faults=faults):
                found[name] = one
    faults += [
        f"{one.name}: harder '{one.harder.exercise}' is not an exercise; expected one of {', '.join(found)}"
        for one in found.values()
        if one.harder and one.harder.exercise not in found
    ]
    if faults:
        raise InputError(*faults)
    return found


def find_exercise(name: str) -> Exercise:
    """One exercise; ``InputError`` names the nearest or all known ones."""
    known = exercises()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3)
        raise InputError(f"exercise '{name}' is not known; expected {' or '.join(near) or ', '.join(known)}")
    return known[name]


def easier_variants(name: str) -> tuple[str, ...]:
    """Exercises whose harder neighbour this one is."""
    return tuple(one.name for one in exercises().values() if one.harder and one.harder.exercise == name)


def exercise_sources() -> dict[str, dict[str, Any]]:
    """Sources of the library alone, in the form of the body's table of sources."""
    return _tables()[SOURCES]


def read_exercise(name: str, row: Mapping[str, Any], *, where: str, faults: list[str]) -> Exercise | None:
    """One checked entry; None, and its faults added to ``faults``, when something is missing or wrong."""
    wrong = _missing(row) or [*_wrong(row), *_wrong_frames(row)]
    faults += [f"{where}, {name}: {fault}" for fault in wrong]
    if wrong:
        return None
    try:
        frames = tuple(_keyframe(name, row, frame) for frame in row["keyframes"])
    except InputError as error:
        faults += [f"{where}, {name}: {fault}" for fault in error.faults]
        return None
    if unsafe := _unsafe(row, frames):
        faults += [f"{where}, {name}: {fault}" for fault in unsafe]
        return None
    harder = row.get("harder")
    said: dict[str, Any] = {key: row[key] for key in WORDS if key != "start"}
    said |= {key: tuple(row[key]) for key in LISTS}
    said |= {"dose": Dose(**row["dose"]), "keyframes": frames, "harder": HarderVariant(**harder) if harder else None}
    said |= {key: row.get(key, {}) for key in ("published", "published_other")}
    return Exercise(name=name, also=tuple(StatedEffect(**one) for one in row.get("also", [])), **said)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    """Every table of the library by file name, in the order of the names."""
    folder = files("psoas.knowledge").joinpath("data", "exercises")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return {name: tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8")) for name in names}


def _missing(row: Mapping[str, Any]) -> list[str]:
    """Keys that every exercise has and this one has not, or that none has."""
    needed = {*WORDS, *LISTS, "dose", "keyframes", "support"}
    allowed = needed | {"harder", "published", "published_other", "bracing", "also"}
    missing = [f"'{key}' is missing" for key in sorted(needed - set(row))]
    return missing + [f"'{key}' is not known; expected {', '.join(sorted(allowed))}" for key in set(row) - allowed]


def _wrong(row: Mapping[str, Any]) -> list[str]:
    """Values that are not among the known ones, or are empty."""
    known = {"strand": STRANDS, "evidence": EVIDENCE, "working_side": SIDES, "start": tuple(postures())}
    found = [
        f"{key} '{row[key]}' is not known; expected {', '.join(words)}"
        for key, words in known.items()
        if row[key] not in words
    ]
    found += [f"'{key}' is empty" for key in (*WORDS, "steps", "cues", "errors", "places", "stop") if not row[key]]
    found += [f"place '{p}' is not known; expected {', '.join(PLACES)}" for p in row["places"] if p not in PLACES]
    for key, words in SAFETY.items():
        found += [f"{key} '{w}' is not known; expected {', '.join(words())}" for w in row[key] if w not in words()]
    if set(row["dose"]) != set(Dose.__dataclass_fields__):
        found.append(f"dose needs {', '.join(Dose.__dataclass_fields__)}")
    elif not tempo_seconds(row["dose"]["tempo"]) + row["dose"]["hold_s"] > 0:
        found.append(f"dose takes no time: tempo '{row['dose']['tempo']}' names no seconds and hold_s is 0")
    known_sources = {*all_sources(), *exercise_sources()}
    named = {row["source"], *row.get("published", {}), *row.get("published_other", {})}
    named |= {one.get("source", "") for one in row.get("also", [])}
    found += [f"source '{s}' is not known; `psoas sources` lists them" for s in sorted(named - known_sources)]
    for one in row.get("also", []):
        if (
            set(one) != set(StatedEffect.__dataclass_fields__)
            or one["effect"] not in TOLD
            or one["origin"] not in ORIGINS[2:]
        ):
            effects, origins = ", ".join(TOLD), ", ".join(ORIGINS[2:])
            found.append(f"also needs words, source, effect, one of {effects}, and origin, one of {origins}")
    harder = row.get("harder")
    if harder is not None and (set(harder) != {"exercise", "by", "quantity"} or harder["by"] not in PROGRESSIONS):
        found.append(f"harder needs exercise, quantity, and by, one of {', '.join(PROGRESSIONS)}")
    return found


def _wrong_frames(row: Mapping[str, Any]) -> list[str]:
    """Times that do not rise from 0, and supports that are not known."""
    times = [frame.get("at_s", -1.0) for frame in row["keyframes"]]
    rising = times[:1] == [0] and all(b > a for a, b in pairwise(times))
    found = [] if rising else [f"keyframes at {times} s; expected times that rise from 0"]
    supports = {row["support"], *(frame.get("support", row["support"]) for frame in row["keyframes"])}
    found += [f"support '{s}' is not known; expected {', '.join(SUPPORTS)}" for s in supports if s not in SUPPORTS]
    return found


def _unsafe(row: Mapping[str, Any], frames: tuple[Keyframe, ...]) -> list[str]:
    """Positions, sets of cautions and narrowings that the keyframes ask for and the entry does not name."""
    bed = "bed" in row["equipment"]
    needed = set().union(*(support_requirements(frame.support, bed=bed) for frame in frames)) - set(row["needs"])
    found = [f"needs lacks '{need}', which a support asks for" for need in sorted(needed)]
    asked = required_contraindications([(frame.support, frame.posture.values) for frame in frames], bed=bed)
    found += [f"caution_sets lacks '{key}': {why}" for key, why in asked.items() if key not in row["caution_sets"]]
    narrows = {key: SET_NARROWS[key] for key in row["caution_sets"] if key in SET_NARROWS}
    return found + [
        f"narrowed_by lacks '{narrow}', which '{key}' brings"
        for key, narrow in narrows.items()
        if narrow not in row["narrowed_by"]
    ]


def _keyframe(name: str, row: Mapping[str, Any], frame: Mapping[str, Any]) -> Keyframe:
    """The posture of one keyframe: the exercise's start with the frame's own angles, degrees."""
    angles = {key: float(value) for key, value in frame.items() if key not in ("at_s", "support", "bracing")}
    taken = posture(row["start"]).with_angles(angles)
    support = frame.get("support", row["support"])
    named = Posture(name, row["label"], row["position"], row["source"], taken.values, support)
    return Keyframe(float(frame["at_s"]), named, support, float(frame.get("bracing", row.get("bracing", 0.0))))
