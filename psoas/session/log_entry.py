"""One entry of the session log (``psoas.log/1``) as typed models, checked once where it comes in.

The page makes the ids of entry and session and tells the time by its own clock. Details may hold more than the models
name; what they name is checked. JSON Schema: ``docs/schemas``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    StrictInt,
    TypeAdapter,
)
from pydantic_core import PydanticCustomError

from psoas.program.pain_rules import SCORE_MAX, PainPlace
from psoas.session.session_rules import MAX_ENTRY_LETTERS, LogKind


def _check_length(details: object) -> object:
    if len(json.dumps(details, default=str)) > MAX_ENTRY_LETTERS:
        raise PydanticCustomError("too_long", "too many letters")
    return details


def _check_moment(value: object) -> object:
    """Numbers are no moments: nobody could tell seconds from milliseconds."""
    if not isinstance(value, (str, datetime)):
        raise PydanticCustomError("no_moment", "not a moment")
    return value


Moment: TypeAlias = Annotated[AwareDatetime, BeforeValidator(_check_moment)]
Score: TypeAlias = Annotated[float, Field(strict=True, ge=0, le=SCORE_MAX, allow_inf_nan=False)]
Blocks: TypeAlias = Annotated[StrictInt, Field(ge=0, le=100_000)]
SideName: TypeAlias = Literal["", "right", "left"]


class LogDetails(BaseModel):
    """What an entry says besides its kind; ``block`` is the set that it is about."""

    model_config = ConfigDict(frozen=True, extra="allow")

    block: StrictInt | None = None


class StartedDetails(LogDetails):
    """The start of a session: how many ``blocks`` (sets of one side) it has."""

    blocks: Blocks


class FinishedDetails(LogDetails):
    """The end of a session, and whether it was gone through to its end."""

    blocks: Blocks
    complete: bool = False


class SetDetails(LogDetails):
    """A set of an item on one side; ``easier`` if an easier exercise stood in for it."""

    name: Annotated[str, Field(min_length=1)]
    side: SideName = ""
    easier: bool = False


class HurtDetails(SetDetails):
    """Pain during an item: ``score`` is None where the person gave none."""

    score: Score | None = None
    where: tuple[PainPlace, ...] = ()


class ScoreDetails(LogDetails):
    """A score of effort or pain; ``night`` says that new pain woke the person in the night before."""

    score: Score
    night: StrictBool = False


class LogEntry(BaseModel):
    """One thing that happened in a session. Every entry is of one of the classes below, by its kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UUID
    session: UUID
    at: Moment
    kind: LogKind
    entry: LogDetails = LogDetails()
    program: UUID | None = None

    def details(self) -> dict[str, JsonValue]:
        """The details as they came, as JSON values."""
        return self.entry.model_dump(mode="json", exclude_unset=True)


class StartedEntry(LogEntry):
    """A session began."""

    kind: Literal[LogKind.STARTED]
    entry: StartedDetails


class FinishedEntry(LogEntry):
    """A session ended."""

    kind: Literal[LogKind.FINISHED]
    entry: FinishedDetails


class SetEntry(LogEntry):
    """A set was done or skipped."""

    kind: Literal[LogKind.STEP_DONE, LogKind.SKIPPED]
    entry: SetDetails


class HurtEntry(LogEntry):
    """An item hurt."""

    kind: Literal[LogKind.HURT]
    entry: HurtDetails


class ScoreEntry(LogEntry):
    """Effort or pain after the session, or pain on the day after."""

    kind: Literal[LogKind.EFFORT, LogKind.PAIN_AFTER, LogKind.NEXT_DAY_PAIN]
    entry: ScoreDetails


class PausedEntry(LogEntry):
    """The session was paused."""

    kind: Literal[LogKind.PAUSED]


AnyEntry: TypeAlias = Annotated[
    StartedEntry | FinishedEntry | SetEntry | HurtEntry | ScoreEntry | PausedEntry, Field(discriminator="kind")
]
ENTRY: TypeAdapter[AnyEntry] = TypeAdapter(AnyEntry)


class SessionLogFile(BaseModel):
    """A batch of entries as a page sends it; the schema may be left out."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    schema_name: Annotated[Literal["psoas.log/1"], Field(alias="schema")] = "psoas.log/1"
    entries: tuple[AnyEntry, ...]


def log_entry(
    id: UUID,
    session: UUID,
    at: datetime,
    kind: LogKind,
    entry: Mapping[str, object],
    program: UUID | None = None,
) -> LogEntry:
    """An entry of its kind. Raises ``pydantic.ValidationError`` for details that the kind does not have."""
    row = {"id": id, "session": session, "at": at, "kind": kind, "entry": dict(entry), "program": program}
    return ENTRY.validate_python(row)
