"""How an item is done, in the words of its session; and what a person may say so that more comes within reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from psoas.assessment.read import EQUIPMENT
from psoas.assessment.story import Story
from psoas.knowledge.cautions import cautions
from psoas.knowledge.exercises import exercise
from psoas.program.program import Item, LeftOut, Session
from psoas.program.reach import LACKING, UNASKED, labels, things
from psoas.program.wording import reasons
from psoas.session.repetitions import swapped
from psoas.session.script import script
from psoas.web.asking import makes_sense, screens
from psoas.web.words import t

AT_HAND = tuple(one for one in EQUIPMENT if one != "wall")
"""What may be at hand or not; a wall is everywhere."""
HAND, ANSWERS = "#at-hand", "/story"


@dataclass(frozen=True)
class How:
    """``steps`` as the session tells them, ``breath`` and ``cues`` of an exercise, and when to ``stop``."""

    steps: tuple[str, ...]
    breath: str
    cues: tuple[str, ...]
    stop: tuple[str, ...]


@dataclass(frozen=True)
class Left:
    """Items that one reason left out, by their labels, and ``ways``: a link and its words, where an answer would
    help."""

    why: str
    names: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]


@lru_cache(512)
def how(item: Item) -> How:
    """How an item is done: the words of the part that its session would have."""
    [part] = script(Session("", "", (item,))).parts
    if item.kind != "exercise":
        return How(part.how, "", (), part.stop)
    one = exercise(item.name)
    left = item.side == "left" and one.working_side == "right"
    cues = tuple(swapped(text) if left else text for text in one.cues)
    return How(part.how, one.breath, cues, part.stop)


def left(left_out: Iterable[LeftOut], story: Story) -> list[Left]:
    """What was left out, by its reason, with the way to an answer that would decide otherwise."""
    return [
        Left(why, tuple(labels()[name] for name in names), tuple(_ways(why, names, story)))
        for why, names in reasons(left_out)
    ]


def _ways(why: str, names: Sequence[str], story: Story) -> Iterable[tuple[str, str]]:
    lacking = why.removeprefix(LACKING).rstrip(".").split(", ")
    if why.startswith(LACKING) and set(lacking) <= set(AT_HAND):
        yield HAND, t("program.have", what=" and ".join(f"a {one}" for one in lacking))
    if why.startswith(UNASKED):
        sets = [key for one in things() if one.name in names for key in one.sets]
        asked = {name for key in sets for name in cautions()[key].unasked(story.answers)}
        for screen in screens().values():
            if any(one.id in asked and makes_sense(one.id, story.answers) for one in screen.questions):
                yield f"{ANSWERS}/ask/{screen.id}", t("program.answer", screen=t(f"story.screen.{screen.id}.title"))
