"""What an exercise does to a body, as small bars: each computed quantity beside standing still."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.program.exercise_cards import effect_figures
from psoas.render.body_image import ENDS
from psoas.render.palette import hex_colour, length_colour

LENGTH = "psoas_length_percent"


@dataclass(frozen=True)
class EffectBar:
    """One quantity: ``said`` with its unit, how far the bar reaches and where standing stands, both 0 to 100, and the
    psoas's colour where it is its length ("" for the others)."""

    words: str
    said: str
    standing: str
    reaches: float
    mark: float
    colour: str


@cache
def effect_bars(name: str) -> tuple[EffectBar, ...]:
    """The bars of an exercise of the library, each the most over its movement, but for those that say nothing of it."""
    found, standing = committed_effects()[name], committed_effects()["standing"]
    made = []
    for effect, words, unit, times, end in effect_figures(name):
        low = ENDS[0] if effect == LENGTH else 0.0
        value, still = effect_quantity(found, effect), effect_quantity(standing, effect)
        reaches, mark = (round(100 * min(1.0, max(0.0, (one - low) / (end - low))), 1) for one in (value, still))
        said, stood = (f"{one * (times or 1):.0f}{unit}" for one in (value, still))
        colour = hex_colour(length_colour(value, *ENDS)) if effect == LENGTH else ""
        made.append(EffectBar(words, said, stood, reaches, mark, colour))
    return tuple(made)
