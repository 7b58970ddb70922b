"""What a program is: phases of sessions, items with a dose and a because, and what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SCHEMA = "psoas.program/1"
PHASES = ("release", "engage", "integrate", "drive")
"""Release and breathe; engage; integrate; drive (walk, run). Each keeps what the ones before it began."""
STRANDS = ("release", "engage", "gluteal", "breath", "gait")
"""Every phase holds something of each."""


@dataclass(frozen=True)
class ItemReason:
    """One reason: a finding, and in plain words what this item does about it, with where that is known from
    (``origin``: simulated, published, trial, expert, tradition, asked for a wish of the person)."""

    finding: str
    words: str
    origin: str
    source: str


@dataclass(frozen=True)
class Item:
    """One item of a session. ``kind`` is exercise, breath, massage or test; ``side`` right, left, both or ""; ``sets``,
    ``reps`` and ``hold_s`` are of one side; ``minutes`` is its whole time, changing over included. ``asks`` says in
    plain words what a clinician should be asked about before it."""

    kind: str
    name: str
    label: str
    strand: str
    side: str
    sets: int
    reps: int
    hold_s: float
    tempo: str
    rest_s: float
    minutes: float
    because: tuple[ItemReason, ...]
    pinned: bool = False
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Session:
    """What is done on one day of practice, in order; ``minutes`` is the sum of its items."""

    title: str
    place: str
    items: tuple[Item, ...]

    @property
    def minutes(self) -> float:
        """How long the session takes."""
        return sum(item.minutes for item in self.items)


@dataclass(frozen=True)
class Phase:
    """One phase: ``weeks`` from first to last (1 is the program's first), the ``sessions`` of a week, ``moves_on``
    when, and the most pressure on L4/5 it allows (N on the reference body)."""

    name: str
    title: str
    weeks: tuple[int, int]
    sessions: tuple[Session, ...]
    moves_on: str
    lumbar_limit_n: float


@dataclass(frozen=True)
class LeftOut:
    """An item that was in question and is not in the program, and why, in words."""

    kind: str
    name: str
    why: str


@dataclass(frozen=True)
class Program:
    """The whole plan. ``breaks`` are the small items of a working day; ``rules`` how doses go up, stay or go down;
    ``remeasure_weeks`` when to measure again, and with which self-tests."""

    phases: tuple[Phase, ...]
    breaks: tuple[Item, ...]
    days: int
    weeks: int
    minutes: float
    place: str
    rules: tuple[str, ...]
    remeasure_weeks: tuple[int, ...]
    remeasure_tests: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
    advice: Mapping[str, str]
