"""The map of the body: where it hurts and on which side, as boxes to tick and as places on a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from psoas.core.sides import SIDES
from psoas.intake.question_flow import question_flow
from psoas.knowledge.intake_questions import Answers, DraftAnswer, read_word, read_words

OF_THE_MAP = "where"
"""The screen that shows it."""
VIEWS = ("front", "back")
WIDTH, HEIGHT = 217, 900
"""Size of the figure, in the units of the map."""
MIDDLE = WIDTH / 2
NOTE = "places"
"""The note that kept the sides of each place before the answers did; it is still read."""

SKIN = (
    (0, 9), (17, 13), (31, 33), (36, 60), (34, 88), (26, 112), (19, 128), (20, 150), (44, 166), (80, 174), (97, 194),
    (100, 240),
    (97, 290), (97, 330), (106, 380), (110, 430), (111, 470), (112, 500), (104, 540), (88, 549), (82, 526), (86, 480),
    (84, 440), (76, 390), (67, 335), (67, 285), (70, 246), (67, 290), (61, 340), (64, 390), (76, 430), (83, 475),
    (83, 530), (75, 590), (66, 640), (67, 690), (69, 735), (60, 795), (54, 842), (62, 872), (58, 886), (36, 889),
    (28, 872), (32, 838), (28, 790), (19, 735), (21, 690), (20, 645), (15, 590), (7, 530), (0, 492),
)  # fmt: skip
"""The outline of the body round the figure, from the crown to the crotch: distance from the middle, and height
(drawn by eye round the skeleton)."""


@dataclass(frozen=True)
class PainSpot:
    """An ellipse on one view of the figure, for one box of the list."""

    place: str
    view: str
    x: float
    y: float
    wide: float
    high: float


@cache
def pain_places() -> Mapping[str, tuple[str, ...]]:
    """Every place with its sides."""
    return {name: row.sides for name, row in question_flow().map.items()}


@cache
def pain_spots() -> tuple[PainSpot, ...]:
    """Every place on the figure. Seen from the front a person's right is on the left, from behind on the right."""
    found = []
    for name, row in question_flow().map.items():
        for view in VIEWS:
            away, y, wide, high = row.ellipse(view)
            for side in row.sides if wide else ():
                turn = {"right": -1, "left": 1, "middle": 0}[side] * (1 if view == "front" else -1)
                found.append(PainSpot(f"{name}/{side}", view, MIDDLE + turn * away, y, wide, high))
    return tuple(found)


@cache
def body_outline() -> str:
    """The outline of both halves as an SVG path: Catmull-Rom splines through its points as cubic Bezier curves."""
    right = [(MIDDLE - away, float(y)) for away, y in SKIN]
    points = [*right, *((2 * MIDDLE - x, y) for x, y in reversed(right[1:-1]))]
    count, parts = len(points), [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for i in range(count):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        ends = (x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)
        parts.append("C" + " ".join(f"{value:.1f}" for value in ends))
    return "".join(parts) + "Z"


def answers_from_boxes(given: Iterable[str]) -> dict[str, DraftAnswer]:
    """Answers from ticked boxes such as "groin/right": the places, the sides of each, and one side for all of them."""
    wanted = set(given)
    ticked = [one for one in all_boxes() if one in wanted]
    where = list(dict.fromkeys(one.split("/")[0] for one in ticked))
    sides = {one.split("/")[1] for one in ticked}
    found: dict[str, DraftAnswer] = {"pain_where": where}
    if sides:
        apart = sides - {"middle"}
        found["pain_sides"] = ticked
        found["pain_side"] = "both" if len(apart) == 2 else next(iter(apart), "middle")
    return found


def boxes_from_answers(answers: Answers, note: str) -> frozenset[str]:
    """The boxes that answers stand for: the sides of each place as the answers or the ``note`` of an earlier visit keep
    them, else the one side told."""
    each = frozenset(read_words(answers, "pain_sides") or note.split())
    side = read_word(answers, "pain_side", "middle")
    one_side = {"both": SIDES}.get(side, (side,))

    def sides(name: str) -> list[str] | tuple[str, ...]:
        own = [one for one in pain_places()[name] if f"{name}/{one}" in each]
        return own or [one for one in one_side if one in pain_places()[name]] or pain_places()[name][:1]

    return frozenset(f"{name}/{one}" for name in read_words(answers, "pain_where") for one in sides(name))


def add_pain_sides(answers: Answers, note: str) -> dict[str, DraftAnswer]:
    """Answers from before each place had its own sides, with those that the ``note`` of that visit kept."""
    if not note or answers.get("pain_sides") or not answers.get("pain_where"):
        return dict(answers)
    boxes = boxes_from_answers(answers, note)
    return {**answers, "pain_sides": [one for one in all_boxes() if one in boxes]}


@cache
def all_boxes() -> tuple[str, ...]:
    """Every box, in the order of the list."""
    return tuple(f"{name}/{side}" for name, sides in pain_places().items() for side in sides)
