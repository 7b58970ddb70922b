"""A session as a script: timed steps that a player shows, speaks and counts, one after another.

Pure: equal sessions make equal scripts. Durations are whole tenths of a second, so that they add up without rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from pydantic.dataclasses import dataclass

from psoas.core.catalogue import render, text
from psoas.core.sides import SIDES
from psoas.knowledge.exercise_library import easier_variants, find_exercise
from psoas.knowledge.practice_codes import RungLoad
from psoas.program.pain_rules import STRICTEST, PainLimits
from psoas.program.program_models import Item, Session
from psoas.session import exercise_steps, guided_steps
from psoas.session.timed_step import TimedStep, total_seconds


@dataclass(frozen=True)
class ScriptPart:
    """One item of the session as the page shows it. ``how`` are its instructions, ``stop`` when to end it, ``asks``
    what to ask a clinician first; ``figures`` names the animation of each side ("" for no side)."""

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
class ScriptPain:
    """The person's pain from 0 to 10: what is ``usual``, and up to what score (``most``) an exercise may go on."""

    usual: float
    most: float


@dataclass(frozen=True)
class SessionScript:
    """A whole session; ``easier`` by the number of the part it stands in for, ``pain`` the person's limits."""

    title: str
    place: str
    parts: tuple[ScriptPart, ...]
    steps: tuple[TimedStep, ...]
    easier: Mapping[int, EasierPart]
    pain: ScriptPain

    @property
    def seconds(self) -> float:
        """How long it all takes."""
        return total_seconds(self.steps)


def build_script(session: Session, limits: PainLimits = STRICTEST) -> SessionScript:
    """The script of a session for somebody with these ``limits`` of pain.

    Each item lasts its minutes, or as long as its work takes where that is longer.

    Raises ``InputError`` for an item that the library does not know.
    """
    steps: list[TimedStep] = []
    parts: list[ScriptPart] = []
    spares: dict[int, EasierPart] = {}
    for number, item in enumerate(session.items):
        before = session.items[number - 1] if number else None
        own = _steps(item, before)
        parts.append(_part(item, total_seconds(own)))
        steps += _placed(own, part=number, block=_next_block(steps))
    block = _next_block(steps)
    for number, item in enumerate(session.items):
        if spare := _easier(item):
            spares[number] = EasierPart(*spare[:4], tuple(_placed(spare[4], part=number, block=block)))
            block = _next_block(spares[number].steps)
    pain = ScriptPain(limits.usual, limits.most)
    return SessionScript(render(session.title), session.place, tuple(parts), tuple(steps), spares, pain)


class ScriptFile(BaseModel):
    """A script as the player reads it (``psoas.script/1``); JSON Schema in ``docs/schemas``."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    schema_name: Annotated[Literal["psoas.script/1"], Field(alias="schema")] = "psoas.script/1"
    title: str
    place: str
    seconds: float
    parts: tuple[ScriptPart, ...]
    steps: tuple[TimedStep, ...]
    easier: dict[int, EasierPart]
    pain: ScriptPain


def script_json(made: SessionScript) -> dict[str, JsonValue]:
    """The script as JSON values."""
    easier = dict(made.easier)
    file = ScriptFile(
        title=made.title,
        place=made.place,
        seconds=made.seconds,
        parts=made.parts,
        steps=made.steps,
        easier=easier,
        pain=made.pain,
    )
    return file.model_dump(mode="json", by_alias=True)


def animation_keys(made: SessionScript) -> tuple[str, ...]:
    """The moving pictures that a script needs, as "name/side"."""
    shown = [*(part.figures for part in made.parts), *(one.figures for one in made.easier.values())]
    return tuple(dict.fromkeys(key for one in shown for key in one.values()))


def _steps(item: Item, before: Item | None = None) -> tuple[TimedStep, ...]:
    if item.kind == "exercise":
        other = before is not None and before.name == item.name and before.side != item.side
        return exercise_steps.exercise_steps(item, follows=other)
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
    because = tuple(dict.fromkeys(render(reason.words) for reason in item.because))
    return ScriptPart(
        item.kind, item.name, render(item.label), item.side, seconds, _dose(item), because, how, equipment, stop,
        tuple(render(one) for one in item.asks), _figures(item.name, item.side) if item.kind == "exercise" else {},
    )  # fmt: skip


def _instructions(item: Item) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Instructions, with the breath of an exercise last; things needed, and when to stop."""
    if item.kind != "exercise":
        return guided_steps.item_guidance(item)
    one = find_exercise(item.name)
    return (*one.steps_on(item.side), one.breath), one.equipment, one.stop


def _figures(name: str, side: str) -> dict[str, str]:
    """Pictures by the side that a step names."""
    if find_exercise(name).working_side == "both":
        return {"": f"{name}/right"}
    sides = SIDES if side not in SIDES else (side,)
    return {one: f"{name}/{one}" for one in sides}


def _dose(item: Item) -> str:
    """The dose in a few words."""
    if item.kind == "test":
        return text("step.dose.test")
    if item.kind == "breath":
        return text("step.dose.breath", minutes=item.minutes)
    if item.kind == "massage":
        return text("step.dose.massage", spots=item.reps, side=item.side or "none", seconds=item.hold_s)
    sided = find_exercise(item.name).working_side == "right"
    side = item.side if sided and item.side else "none"
    words = text("step.dose.exercise", sets=item.sets, reps=item.reps, hold=item.hold_s, side=side)
    return words if item.load is RungLoad.BODY else text("step.dose.loaded", dose=words, load=item.load.value)


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
                item, name=name, side=side, sets=1, reps=dose.reps, hold_s=dose.hold_s, rest_s=dose.rest_s, minutes=0.0,
            )  # fmt: skip
            how = _instructions(spare)[0]
            return name, one.label, how, _figures(name, side), exercise_steps.exercise_steps(spare)
    return None
