"""What an exercise does to a body, as small bars: each computed quantity beside standing still."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from psoas.core.message import Message, message
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge.exercise_library import find_exercise
from psoas.render.body_image import ENDS
from psoas.render.palette import hex_colour, length_colour

LENGTH = "psoas_length_percent"
LUMBAR = "lumbar_compression_n.L4_L5"
MUSCLES = "activation"


@dataclass(frozen=True)
class EffectFigure:
    """One quantity that bars show: ``effect`` as a simulation spells it, what a person sees it ``times``, and the
    value at the ``end`` of its bar. Its words are ``plan-bar-<effect>`` and, with a value, ``plan-bar_value-<effect>``.
    """

    effect: str
    end: float
    times: float = 1.0


FIGURES = (
    EffectFigure(LENGTH, ENDS[1]),
    EffectFigure("psoas_force_n", 300.0),
    EffectFigure("activation.gluteus_maximus", 1.0, 100.0),
    EffectFigure("activation.gluteus_medius", 1.0, 100.0),
    EffectFigure("activation.obliques", 1.0, 100.0),
    EffectFigure(LUMBAR, 1600.0),
)
"""The bars, in their order."""


@dataclass(frozen=True)
class EffectBar:
    """One quantity: its ``words``, its value (``said``) and that of ``standing`` with their unit, how far the bar
    ``reaches`` and where standing is marked (0 to 100), and the psoas's colour where it is its length ("" otherwise).
    """

    words: Message
    said: Message
    standing: Message
    reaches: float
    mark: float
    colour: str


def exercise_figures(name: str) -> tuple[EffectFigure, ...]:
    """The figures that say something of an exercise. Where only the belly draws in, the simulated muscles rest, and
    their zeros would say that nothing works."""
    draws_in = find_exercise(name).draws_in
    return tuple(one for one in FIGURES if not (draws_in and one.effect.split(".")[0] == MUSCLES))


@cache
def effect_bars(name: str) -> tuple[EffectBar, ...]:
    """The bars of an exercise of the library, each the most over its movement."""
    found, standing = committed_effects()[name], committed_effects()["standing"]
    made = []
    for figure in exercise_figures(name):
        effect = figure.effect
        low = ENDS[0] if effect == LENGTH else 0.0
        value, still = effect_quantity(found, effect), effect_quantity(standing, effect)
        reaches, mark = (round(100 * min(1.0, max(0.0, (one - low) / (figure.end - low))), 1) for one in (value, still))
        said, stood = (message(f"plan.bar_value.{effect}", value=one * figure.times) for one in (value, still))
        colour = hex_colour(length_colour(value, *ENDS)) if effect == LENGTH else ""
        made.append(EffectBar(message(f"plan.bar.{effect}"), said, stood, reaches, mark, colour))
    return tuple(made)
