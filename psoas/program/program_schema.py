"""The published form of a program, ``psoas.program/1``: what ``program.json`` holds, and its JSON Schema.

Each sentence stands there twice: in words, in the language of whoever wrote the file, and beside it, in a field that
ends in ``_message`` or ``_messages``, as a code with values. Files of version 0.1.0 have the words only.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from psoas.knowledge.practice_codes import RungLoad
from psoas.program.aerobic_record import AerobicRecord
from psoas.program.program_models import AdviceTopic, ItemKind, LeftOutCode, NoteCode, ReasonOrigin
from psoas.program.program_record import MessageField, Record


class ReasonRecord(Record):
    """Why an item is there: the finding, a sentence, and where that is known from."""

    finding: str
    words: str
    origin: ReasonOrigin
    source: str
    words_message: MessageField | None = None


class ItemRecord(Record):
    """One item of a session. Sets, repetitions and seconds held are of one side; minutes are its whole time."""

    kind: ItemKind
    name: str
    label: str
    strand: str
    side: Literal["right", "left", "both", ""]
    sets: int = Field(ge=0)
    reps: int = Field(ge=0)
    hold_s: float = Field(ge=0)
    tempo: str
    rest_s: float = Field(ge=0)
    minutes: float = Field(ge=0)
    because: tuple[ReasonRecord, ...]
    pinned: bool = False
    asks: tuple[str, ...] = ()
    asks_messages: tuple[MessageField, ...] | None = None
    ladder: str = ""
    rung: int = Field(default=0, ge=0)
    load: RungLoad = RungLoad.BODY


class SessionRecord(Record):
    """The items of one day of practice, in order, and the sum of their minutes."""

    title: str
    place: str
    items: tuple[ItemRecord, ...]
    minutes: float = 0.0
    title_message: MessageField | None = None


class PhaseRecord(Record):
    """One phase: its first and last week, the sessions of each week, and the most compression of L4/5 (N)."""

    name: str
    title: str
    weeks: tuple[int, int]
    sessions: tuple[SessionRecord, ...]
    moves_on: str
    lumbar_limit_n: float
    title_message: MessageField | None = None
    moves_on_message: MessageField | None = None


class LeftOutRecord(Record):
    """Something that is not in the program, and why."""

    kind: ItemKind
    name: str
    why: str
    code: LeftOutCode = LeftOutCode.UNSTATED
    equipment: tuple[str, ...] = ()
    why_message: MessageField | None = None


class NoteRecord(Record):
    """What a phase lacks, as a code."""

    phase: str
    strand: str
    code: NoteCode
    message: MessageField


class ProgramFile(Record):
    """The whole file."""

    schema_name: Literal["psoas.program/1"] = Field(alias="schema")
    phases: tuple[PhaseRecord, ...]
    breaks: tuple[ItemRecord, ...]
    days: int
    weeks: int
    minutes: float
    place: str
    rules: tuple[str, ...]
    remeasure_weeks: tuple[int, ...]
    remeasure_tests: tuple[str, ...]
    left_out: tuple[LeftOutRecord, ...]
    notes: tuple[str, ...]
    advice: dict[AdviceTopic, str]
    rules_messages: tuple[MessageField, ...] | None = None
    notes_messages: tuple[NoteRecord, ...] | None = None
    advice_messages: dict[AdviceTopic, MessageField] | None = None
    aerobic: AerobicRecord | None = None
    see: tuple[str, ...] = ()
    see_messages: tuple[MessageField, ...] | None = None
