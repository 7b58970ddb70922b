"""What a program is: phases of sessions, items with a dose and reasons, and what was left out and why.

Whatever a person reads is a ``Message``: a code with values, for which the catalogue has the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from psoas.core.message import Message, message
from psoas.knowledge.practice_codes import RungLoad
from psoas.program.aerobic_models import AerobicPlan

SCHEMA: Final = "psoas.program/1"
PHASES = ("release", "engage", "integrate", "drive")
"""Release and breathe; engage; integrate; drive (walk, run). Each keeps what the ones before it began."""


class ItemKind(StrEnum):
    """What a program can hold."""

    EXERCISE = "exercise"
    BREATH = "breath"
    MASSAGE = "massage"
    TEST = "test"


class ReasonOrigin(StrEnum):
    """Where a reason is known from; ``ASKED`` is a wish of the person."""

    SIMULATED = "simulated"
    PUBLISHED = "published"
    TRIAL = "trial"
    EXPERT = "expert"
    TRADITION = "tradition"
    ASKED = "asked"


class LeftOutCode(StrEnum):
    """Why something is not in a program."""

    STOPPED = "stopped"
    """Screening stopped: nothing is planned."""
    CONTRAINDICATED = "contraindicated"
    """An answer rules it out."""
    SCREENING = "screening"
    """Something that a doctor should see rules it out for now."""
    NOT_A_RUNNER = "not_a_runner"
    PROVOKED = "provoked"
    """Pain that an answer or a self-test tells of rules it out."""
    POSITION = "position"
    """The person cannot take its position."""
    BANNED = "banned"
    """The person asked to leave it out."""
    SWAPPED = "swapped"
    """The person asked for something else in its place."""
    PLACE = "place"
    EQUIPMENT = "equipment"
    CLINICIAN = "clinician"
    """Only after a clinician was asked."""
    BELLY_CHECK = "belly_check"
    """The safety check before pressure on the belly is still open."""
    UNANSWERED = "unanswered"
    """Questions that decide on it have no answer."""
    PATHWAY = "pathway"
    """It does not suit people in this person's situation, such as the weeks after a birth."""
    TOO_HEAVY = "too_heavy"
    """It loads the low back more than the plan allows this person."""
    NO_ROOM = "no_room"
    """It was asked for and does not fit into the minutes."""
    PRACTICE = "practice"
    """It hurt in practice."""
    RELATED = "related"
    """It is of one family with what hurt in practice."""
    USUAL_PAIN = "usual_pain"
    """Usual pain is too high for it."""
    UNSTATED = "unstated"
    """A file of version 0.1.0 has a sentence and no code."""


class NoteCode(StrEnum):
    """Why a phase holds nothing of a strand."""

    NO_TIME = "no_time"
    NOT_AVAILABLE = "not_available"
    UNSTATED = "unstated"
    """A file of version 0.1.0 has a sentence and no code."""


class AdviceTopic(StrEnum):
    """What advice is about."""

    SMOKING = "smoking"
    ALCOHOL = "alcohol"
    SITTING = "sitting"
    RUNNING = "running"
    SLEEP = "sleep"
    STRAIN = "strain"
    NERVE = "nerve"
    NECK = "neck"
    BALANCE = "balance"
    PAIN = "pain"
    TALK = "talk"


LABELS = {
    ItemKind.EXERCISE: "exercise",
    ItemKind.BREATH: "breath_technique",
    ItemKind.MASSAGE: "massage_guide",
    ItemKind.TEST: "self_test",
}
"""Below which key of the catalogue things of a kind have their names."""


def kind_label(kind: ItemKind, name: str) -> Message:
    """What something of the library is called."""
    return message(f"{LABELS[kind]}.{name}")


@dataclass(frozen=True)
class ItemReason:
    """One reason for an item: the ``finding`` that caused it, a sentence to the person, where that is known from, and
    its source."""

    finding: str
    words: Message
    origin: ReasonOrigin
    source: str


@dataclass(frozen=True)
class Item:
    """One item of a session.

    Args:
        kind: Exercise, breath, massage or self-test.
        name: Its name in the library.
        strand: What it counts as in a session.
        side: right, left, both or "".
        sets: Sets of one side.
        reps: Repetitions of one set.
        hold_s: Seconds held in each repetition.
        rest_s: Seconds of rest between sets.
        minutes: Its whole time, changing over included.
        because: Reasons, the weightiest first.
        pinned: Whether the person asked to keep it.
        asks: What a clinician should be asked about before it.
        ladder: The ladder of exercises that it is a rung of, "" for none.
        rung: Which rung of the ladder, from 1; 0 without a ladder.
        load: What the rung adds to the weight of the body, of ``RungLoad``.
    """

    kind: ItemKind
    name: str
    strand: str
    side: str
    sets: int
    reps: int
    hold_s: float
    rest_s: float
    minutes: float
    because: tuple[ItemReason, ...]
    pinned: bool = False
    asks: tuple[Message, ...] = ()
    ladder: str = ""
    rung: int = 0
    load: RungLoad = RungLoad.BODY

    @property
    def label(self) -> Message:
        """What it is called."""
        return kind_label(self.kind, self.name)


@dataclass(frozen=True)
class Session:
    """What is done on one day of practice, in order; ``minutes`` is the sum of its items."""

    title: Message
    place: str
    items: tuple[Item, ...]

    @property
    def minutes(self) -> float:
        """How long the session takes."""
        return sum(item.minutes for item in self.items)


@dataclass(frozen=True)
class Phase:
    """One phase.

    Args:
        name: One of ``PHASES``.
        title: What it is called.
        weeks: Its first and last week; 1 is the program's first.
        sessions: The sessions of each of its weeks.
        moves_on: When to move on to the next phase.
        lumbar_limit_n: The most compression of L4/5 it allows, N on the reference body.
    """

    name: str
    title: Message
    weeks: tuple[int, int]
    sessions: tuple[Session, ...]
    moves_on: Message
    lumbar_limit_n: float


@dataclass(frozen=True)
class LeftOut:
    """Something that was in question and is not in the program, and why; ``equipment`` names what it would need."""

    kind: ItemKind
    name: str
    why: Message
    code: LeftOutCode = LeftOutCode.UNSTATED
    equipment: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhaseNote:
    """What a phase lacks: ``words`` without the name of the phase. ``phase`` and ``strand`` are "" in a note of version
    0.1.0."""

    phase: str
    strand: str
    code: NoteCode
    words: Message


@dataclass(frozen=True)
class Program:
    """The whole plan.

    Args:
        phases: In the order of their weeks.
        breaks: Small items of a working day.
        days: Sessions a week.
        weeks: Weeks in all.
        minutes: Minutes asked for a session.
        place: home, work or travel.
        rules: How doses go up, stay or go down, the most important first.
        remeasure_weeks: At the end of which weeks to measure again.
        remeasure_tests: With which self-tests.
        left_out: Everything that was in question and is not in the program.
        notes: What phases lack.
        advice: What is said besides the sessions.
        aerobic: Walking and running by weeks and days; None in files of version 0.1.0.
        see: Whom to see, and when.
    """

    phases: tuple[Phase, ...]
    breaks: tuple[Item, ...]
    days: int
    weeks: int
    minutes: float
    place: str
    rules: tuple[Message, ...]
    remeasure_weeks: tuple[int, ...]
    remeasure_tests: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[PhaseNote, ...]
    advice: Mapping[AdviceTopic, Message]
    aerobic: AerobicPlan | None = None
    see: tuple[Message, ...] = ()

    def notes_of(self, phase: str) -> tuple[PhaseNote, ...]:
        """The notes about a phase; those of version 0.1.0, which name none in their code, are about all."""
        return tuple(one for one in self.notes if one.phase in (phase, ""))
