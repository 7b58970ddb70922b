"""A session as a script: timed steps that a player shows, speaks and counts, one after another.

Pure: equal sessions make equal scripts. Durations are whole tenths of a second, so that they add up without rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from psoas.core.sides import SIDES
from psoas.knowledge.exercise_library import easier_variants, find_exercise
from psoas.program.program_models import Item, Session
from psoas.session import exercise_steps, guided_steps
from psoas.session.timed_step import TimedStep, total_seconds

SCHEMA = "psoas.script/1"


@dataclass(frozen=True)
class ScriptPart:
    """One item of the session as a person sees it. ``how`` are its instructions, ``stop`` when to end it, ``asks`` what
    a clinician is asked first; ``figures`` names the moving picture of each side ("" for no side)."""

    kind: str
    name: str
    label: str
    side: str
    seconds: float
    dose: str
    because: tuple[str, ...]
    how: tuple[str, ...]
    equipment: tuple[str, ...]
    stop: tuple[str, ...]
    asks: tuple[str, ...]
    figures: Mapping[str, str]


@dataclass(frozen=True)
class EasierPart:
    """What may stand in for the rest of a part that hurts: one set of an easier neighbour."""

    name: str
    label: str
    how: tuple[str, ...]
    figures: Mapping[str, str]
    steps: tuple[TimedStep, ...]


@dataclass(frozen=True)
class SessionScript:
    """A whole session; ``easier`` by the number of the part it stands in for."""

    title: str
    place: str
    parts: tuple[ScriptPart, ...]
    steps: tuple[TimedStep, ...]
    easier: Mapping[int, EasierPart]

    @property
    def seconds(self) -> float:
        """How long it all takes."""
        return total_seconds(self.steps)


def build_script(session: Session) -> SessionScript:
    """The script of a session. Each item lasts its minutes, or as long as its work takes where that is longer.

    Raises ``InputError`` for an item that the library does not know.
    """
    steps: list[TimedStep] = []
    parts: list[ScriptPart] = []
    spares: dict[int, EasierPart] = {}
    for number, item in enumerate(session.items):
        own = _steps(item)
        parts.append(_part(item, total_seconds(own)))
        steps += _placed(own, part=number, block=_next_block(steps))
    block = _next_block(steps)
    for number, item in enumerate(session.items):
        if spare := _easier(item):
            spares[number] = EasierPart(*spare[:4], tuple(_placed(spare[4], part=number, block=block)))
            block = _next_block(spares[number].steps)
    return SessionScript(session.title, session.place, tuple(parts), tuple(steps), spares)


def script_json(made: SessionScript) -> dict[str, Any]:
    """The script as JSON-ready values (``psoas.script/1``)."""
    return {
        "schema": SCHEMA,
        "title": made.title,
        "place": made.place,
        "seconds": made.seconds,
        "parts": [asdict(part) for part in made.parts],
        "steps": [_flat(step) for step in made.steps],
        "easier": {
            str(number): vars(one) | {"steps": [_flat(step) for step in one.steps]}
            for number, one in made.easier.items()
        },
    }


def _flat(step: TimedStep) -> dict[str, Any]:
    """A step as a mapping: there are hundreds of them, and a deep copy of each is what a page would wait for."""
    return vars(step) | {"entry": asdict(step.entry) if step.entry else None}


def animation_keys(made: SessionScript) -> tuple[str, ...]:
    """The moving pictures that a script needs, as "name/side"."""
    shown = [*(part.figures for part in made.parts), *(one.figures for one in made.easier.values())]
    return tuple(dict.fromkeys(key for one in shown for key in one.values()))


def _steps(item: Item) -> tuple[TimedStep, ...]:
    if item.kind == "exercise":
        return exercise_steps.exercise_steps(item)
    return {
        "breath": guided_steps.breath_steps,
        "massage": guided_steps.massage_steps,
        "test": guided_steps.test_steps,
    }[item.kind](item)


def _placed(steps: Iterable[TimedStep], *, part: int, block: int) -> Iterable[TimedStep]:
    return [step.placed(part=part, block=block + step.block) for step in steps]


def _next_block(steps: Iterable[TimedStep]) -> int:
    return max((step.block for step in steps), default=-1) + 1


def _part(item: Item, seconds: float) -> ScriptPart:
    how, equipment, stop = _instructions(item)
    because = tuple(dict.fromkeys(reason.words for reason in item.because))
    return ScriptPart(
        item.kind, item.name, item.label, item.side, seconds, _dose(item), because, how, equipment,
        stop, item.asks, _figures(item.name, item.side) if item.kind == "exercise" else {},
    )  # fmt: skip


def _instructions(item: Item) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Instructions, things needed, and when to stop."""
    if item.kind != "exercise":
        return guided_steps.item_guidance(item)
    one = find_exercise(item.name)
    left = item.side == "left" and one.working_side == "right"
    return tuple(exercise_steps.swap_side_words(text) if left else text for text in one.steps), one.equipment, one.stop


def _figures(name: str, side: str) -> dict[str, str]:
    """Pictures by the side that a step names."""
    if find_exercise(name).working_side == "both":
        return {"": f"{name}/right"}
    sides = SIDES if side not in SIDES else (side,)
    return {one: f"{name}/{one}" for one in sides}


def _dose(item: Item) -> str:
    """The dose in a few words."""
    if item.kind == "test":
        return "Enter what you find"
    if item.kind == "breath":
        return f"{item.minutes:g} minute{'' if item.minutes == 1 else 's'}"
    if item.kind == "massage":
        where = {"both": " a side", "right": " on the right", "left": " on the left"}.get(item.side, "")
        return f"{item.reps} spot{'s' if item.reps > 1 else ''}{where}, {item.hold_s:g} s each"
    sided = find_exercise(item.name).working_side == "right"
    side = {"both": ", each side", "right": ", right side", "left": ", left side"}.get(item.side, "") if sided else ""
    held = f", held {item.hold_s:g} s" if item.hold_s else ""
    times = "once" if item.reps == 1 else f"{item.reps} times"
    return (times if item.sets == 1 else f"{item.sets} sets of {item.reps}") + held + side


def _easier(item: Item) -> tuple[str, str, tuple[str, ...], dict[str, str], tuple[TimedStep, ...]] | None:
    """One set of an easier neighbour that asks nothing more than the exercise itself: whatever let that one through
    lets this one through, too."""
    if item.kind != "exercise":
        return None
    now = find_exercise(item.name)
    for name in easier_variants(item.name):
        one = find_exercise(name)
        asked = ("caution_sets", "narrowed_by", "needs", "equipment")
        if all(set(getattr(one, key)) <= set(getattr(now, key)) for key in asked):
            side = "both" if one.working_side == "both" else item.side
            dose = one.dose
            spare = replace(
                item, name=name, label=one.label, side=side, sets=1, reps=dose.reps, hold_s=dose.hold_s,
                tempo=dose.tempo, rest_s=dose.rest_s, minutes=0.0,
            )  # fmt: skip
            how = _instructions(spare)[0]
            return name, one.label, how, _figures(name, side), exercise_steps.exercise_steps(spare)
    return None
