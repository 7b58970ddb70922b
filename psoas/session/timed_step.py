"""One timed step of a session, and the ticks that steps are counted in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pydantic.dataclasses import dataclass

from psoas.session.session_rules import TICKS_PER_S, StepKind


@dataclass(frozen=True)
class TestEntryField:
    """The entry that a test ends with: a number from ``low`` to ``high``, or one of each of both ``sides``."""

    label: str
    unit: str
    low: float
    high: float
    sides: bool


@dataclass(frozen=True)
class TimedStep:
    """One step. ``part`` numbers the item, ``block`` what is logged, skipped and gone back to as one (a set of one
    side); ``say`` is spoken, ``word`` is large on the screen, ``cue`` below it; ``blend`` goes from one
    keyframe to another; ``breath`` is a phase of ``breath.PHASES``; a step that ``waits`` ends when the
    person says so."""

    kind: StepKind
    seconds: float
    part: int = 0
    block: int = 0
    side: str = ""
    set: int = 0
    rep: int = 0
    say: str = ""
    word: str = ""
    cue: str = ""
    blend: tuple[int, int] = (0, 0)
    breath: str = ""
    waits: bool = False
    entry: TestEntryField | None = None

    def placed(self, *, part: int, block: int) -> TimedStep:
        """The same step at its place in a session."""
        return replace(self, part=part, block=block)


def to_ticks(seconds: float) -> int:
    """Whole tenths of a second."""
    return round(seconds * TICKS_PER_S)


def total_seconds(steps: Iterable[TimedStep]) -> float:
    """How long steps take, summed in ticks so that nothing is lost."""
    return sum(to_ticks(step.seconds) for step in steps) / TICKS_PER_S
