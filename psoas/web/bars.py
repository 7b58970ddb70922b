"""What an exercise does to a body, as small bars: each computed quantity beside standing still."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from psoas.knowledge.simulate import effects, quantity
from psoas.program.cards import figures
from psoas.report.palette import hex_of, length_colour
from psoas.report.picture import ENDS

LENGTH = "psoas_length_percent"


@dataclass(frozen=True)
class Bar:
    """One quantity: ``said`` with its unit, how far the bar reaches and where standing stands, both 0 to 100, and the
    psoas's colour where it is its length ("" for the others)."""

    words: str
    said: str
    standing: str
    reaches: float
    mark: float
    colour: str


@cache
def bars(name: str) -> tuple[Bar, ...]:
    """The bars of an exercise of the library, each the most over its movement, but for those that say nothing of it."""
    found, standing = effects()[name], effects()["standing"]
    made = []
    for effect, words, unit, times, end in figures(name):
        low = ENDS[0] if effect == LENGTH else 0.0
        value, still = quantity(found, effect), quantity(standing, effect)
        reaches, mark = (round(100 * min(1.0, max(0.0, (one - low) / (end - low))), 1) for one in (value, still))
        said, stood = (f"{one * (times or 1):.0f}{unit}" for one in (value, still))
        colour = hex_of(length_colour(value, *ENDS)) if effect == LENGTH else ""
        made.append(Bar(words, said, stood, reaches, mark, colour))
    return tuple(made)
