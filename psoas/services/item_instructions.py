"""How an item is done, in the words of its session; and what a person may say so that more comes within reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from psoas.core.catalogue import text
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import EQUIPMENT
from psoas.intake.intake_form import intake_screens, is_question_relevant
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.exercise_library import find_exercise
from psoas.program.eligibility import LACKING, UNASKED, option_labels, plan_options
from psoas.program.program_models import Item, LeftOut, Session
from psoas.program.program_text import omission_reasons
from psoas.session.exercise_steps import swap_side_words
from psoas.session.session_script import build_script

AT_HAND = tuple(one for one in EQUIPMENT if one != "wall")
"""What may be at hand or not; a wall is everywhere."""
HAND, ANSWERS = "#at-hand", "/story"


@dataclass(frozen=True)
class ItemInstructions:
    """``steps`` as the session tells them, ``breath`` and ``cues`` of an exercise, and when to ``stop``."""

    steps: tuple[str, ...]
    breath: str
    cues: tuple[str, ...]
    stop: tuple[str, ...]


@dataclass(frozen=True)
class LeftOutGroup:
    """Items that one reason left out, by their labels, and ``ways``: a link and its words, where an answer would
    help."""

    why: str
    names: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]


@lru_cache(512)
def item_instructions(item: Item) -> ItemInstructions:
    """How an item is done: the words of the part that its session would have."""
    [part] = build_script(Session("", "", (item,))).parts
    if item.kind != "exercise":
        return ItemInstructions(part.how, "", (), part.stop)
    one = find_exercise(item.name)
    left = item.side == "left" and one.working_side == "right"
    cues = tuple(swap_side_words(text) if left else text for text in one.cues)
    return ItemInstructions(part.how, one.breath, cues, part.stop)


def group_left_out(left_out: Iterable[LeftOut], story: IntakeAnswers) -> list[LeftOutGroup]:
    """What was left out, by its reason, with the way to an answer that would decide otherwise."""
    return [
        LeftOutGroup(why, tuple(option_labels()[name] for name in names), tuple(_ways(why, names, story)))
        for why, names in omission_reasons(left_out)
    ]


def _ways(why: str, names: Sequence[str], story: IntakeAnswers) -> Iterable[tuple[str, str]]:
    lacking = why.removeprefix(LACKING).rstrip(".").split(", ")
    if why.startswith(LACKING) and set(lacking) <= set(AT_HAND):
        yield HAND, text("program.have", what=" and ".join(f"a {one}" for one in lacking))
    if why.startswith(UNASKED):
        sets = [key for one in plan_options() if one.name in names for key in one.sets]
        asked = {name for key in sets for name in contraindications()[key].unasked(story.answers)}
        for screen in intake_screens().values():
            if any(one.id in asked and is_question_relevant(one.id, story.answers) for one in screen.questions):
                yield (
                    f"{ANSWERS}/ask/{screen.id}",
                    text("program.answer", screen=text(f"story.screen.{screen.id}.title")),
                )
