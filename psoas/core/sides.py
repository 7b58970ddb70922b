"""The two sides of the body, and how names of coordinates, segments and muscles end on each: ``hip_flexion_r``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Side(StrEnum):
    """A side of the body, the person's own."""

    RIGHT = "right"
    LEFT = "left"


SIDES: tuple[str, str] = (Side.RIGHT, Side.LEFT)
"""Right first: the order of columns, bars and sentences."""
OTHER_SIDE: Mapping[str, str] = {Side.RIGHT: Side.LEFT, Side.LEFT: Side.RIGHT}
SIDE_LETTER: Mapping[str, str] = {Side.RIGHT: "r", Side.LEFT: "l"}
"""How muscles and ground forces name a side."""
LETTERS = tuple(SIDE_LETTER.values())
SIDE_SUFFIX: Mapping[str, str] = {Side.RIGHT: "_r", Side.LEFT: "_l"}
"""What names on a side end in."""
SUFFIXES = tuple(SIDE_SUFFIX.values())
OTHER_SUFFIX: Mapping[str, str] = {"_r": "_l", "_l": "_r"}


def find_suffix(name: str) -> str:
    """The side that a name ends in, ``_r`` or ``_l``; nothing for a name of both sides or the middle."""
    return name[-2:] if name.endswith(SUFFIXES) else ""


def strip_suffix(name: str) -> str:
    """A name without its side: ``standing_r`` is ``standing``."""
    return name.removesuffix(find_suffix(name))


def swap_suffix(name: str) -> str:
    """The same name on the other side; a name of both sides or the middle as it is."""
    return strip_suffix(name) + OTHER_SUFFIX.get(find_suffix(name), "")
