"""The words that answers are made of, each list defined once: kinds of events, signals of check-ins, equipment."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What happened in a life, what the body said, what a person took up or gave up."""

    LIFE = "life"
    BODY = "body"
    HABIT = "habit"


class Signal(StrEnum):
    """What a check-in may hold, each from 0 to 10; the last three are the centres of the reflection."""

    PAIN = "pain"
    STRESS = "stress"
    SLEEP = "sleep"
    BREATH = "breath"
    ROOT = "root"
    SACRAL = "sacral"
    SOLAR_PLEXUS = "solar_plexus"


SIGNALS = tuple(Signal)
EVERYDAY_SIGNALS = (Signal.PAIN, Signal.STRESS, Signal.SLEEP, Signal.BREATH)
"""Signals for everybody."""
CENTRES = (Signal.ROOT, Signal.SACRAL, Signal.SOLAR_PLEXUS)
"""Signals for people who asked for the reflection; the same names as in ``psoas.knowledge.reflection``."""
EQUIPMENT = ("mat", "chair", "wall", "step", "bed", "pad", "ball", "roller", "band", "weights")
"""What most people have at hand; exercises may need more, and what they need may be named too."""
