"""How an item is done, in the words of its session; and what a person may say so that more comes within reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from psoas.core.catalogue import render, text
from psoas.core.language_cache import cache_by_language
from psoas.core.message import Message, literal, message
from psoas.intake.answers import IntakeAnswers
from psoas.intake.intake_form import intake_screens, is_question_relevant
from psoas.intake.vocabulary import EQUIPMENT
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.exercise_library import find_exercise
from psoas.program.eligibility import option_labels, plan_options
from psoas.program.program_models import Item, ItemKind, LeftOut, LeftOutCode, Session
from psoas.session.session_script import build_script

AT_HAND = tuple(one for one in EQUIPMENT if one != "wall")
"""What may be at hand or not; a wall is everywhere."""
HAND, ANSWERS, BELLY = "#at-hand", "/story", "/story/belly"


@dataclass(frozen=True)
class ItemInstructions:
    """``steps`` as the session tells them, ``breath`` and ``cues`` of an exercise, when to ``stop``, and what else an
    exercise is called."""

    steps: tuple[str, ...]
    breath: str
    cues: tuple[str, ...]
    stop: tuple[str, ...]
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOutGroup:
    """Items that one reason left out, by their labels, and ``ways``: a link and its words, where an answer would
    help."""

    why: Message
    names: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]


@cache_by_language(512)
def item_instructions(item: Item) -> ItemInstructions:
    """How an item is done: the words of the part that its session would have."""
    [part] = build_script(Session(literal(""), "", (item,))).parts
    if item.kind is not ItemKind.EXERCISE:
        return ItemInstructions(part.how, "", (), part.stop)
    one = find_exercise(item.name)
    return ItemInstructions(one.steps_on(item.side), one.breath, one.cues_on(item.side), part.stop, one.also_called)


def group_left_out(left_out: Iterable[LeftOut], story: IntakeAnswers) -> list[LeftOutGroup]:
    """What was left out, by its reason, with the way to an answer that would decide otherwise."""
    groups: dict[Message, list[LeftOut]] = {}
    for one in left_out:
        groups.setdefault(one.why, []).append(one)
    return [
        LeftOutGroup(why, tuple(render(option_labels()[one.name]) for one in group), tuple(_ways(group, story)))
        for why, group in groups.items()
    ]


def _ways(group: Sequence[LeftOut], story: IntakeAnswers) -> Iterable[tuple[str, str]]:
    """A link and its words for things that were left out for one reason."""
    first = group[0]
    if first.code is LeftOutCode.EQUIPMENT and set(first.equipment) <= set(AT_HAND):
        yield HAND, text("program.have", what=tuple(message(f"plan.tool.{tool}") for tool in first.equipment))
    if first.code is LeftOutCode.BELLY_CHECK:
        yield BELLY, text("belly_check.link")
    if first.code is LeftOutCode.UNANSWERED:
        names = {one.name for one in group}
        sets = [key for one in plan_options() if one.name in names for key in one.sets]
        asked = {name for key in sets for name in contraindications()[key].unasked(story.answers)}
        for screen in intake_screens().values():
            if any(one.id in asked and is_question_relevant(one.id, story.answers) for one in screen.questions):
                yield (
                    f"{ANSWERS}/ask/{screen.id}",
                    text("program.answer", screen=text(f"story.screen.{screen.id}.title")),
                )
