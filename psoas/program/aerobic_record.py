"""Walking and running as a part of ``psoas.program/1``: records, to them and back."""

from __future__ import annotations

from pydantic import Field

from psoas.core.catalogue import render
from psoas.core.message import Message
from psoas.program.aerobic_models import (
    AerobicClaim,
    AerobicDay,
    AerobicKind,
    AerobicPlan,
    AerobicWeek,
    RunningMode,
    RunningPlan,
)
from psoas.program.program_record import MessageField, Record


class AerobicDayRecord(Record):
    """One day: 1 is Monday. Minutes hold the walking breaks of a run; km is 0 where a run goes by minutes."""

    weekday: int = Field(ge=1, le=7)
    kind: AerobicKind
    minutes: float = Field(ge=0)
    bouts: int = Field(ge=1, default=1)
    km: float = Field(ge=0, default=0)
    run_min: float = Field(ge=0, default=0)
    walk_min: float = Field(ge=0, default=0)
    strides: int = Field(ge=0, default=0)


class AerobicWeekRecord(Record):
    """One week: its minutes are the sum of its days; cadence in steps a minute, 0 for the person's own pace; no run is
    longer than ``longest_km``."""

    number: int = Field(ge=1)
    phase: str
    minutes: float = Field(ge=0)
    days: tuple[AerobicDayRecord, ...]
    cue: str
    cadence: int = Field(ge=0, default=0)
    longest_km: float = Field(ge=0, default=0)
    step_rate_percent: int = Field(ge=0, default=0)
    run_cue: str = ""
    cue_message: MessageField
    run_cue_message: MessageField | None = None


class AerobicClaimRecord(Record):
    """What is known, its evidence and its source."""

    words: str
    evidence: str
    source: str
    words_message: MessageField


class RunningRecord(Record):
    """What happens to a runner's running."""

    mode: RunningMode
    usual_km: float = Field(ge=0)
    longest_km: float = Field(ge=0)
    rules: tuple[str, ...]
    asks: tuple[str, ...] = ()
    rules_messages: tuple[MessageField, ...]
    asks_messages: tuple[MessageField, ...] = ()


class AerobicRecord(Record):
    """Walking and running beside the sessions, week by week."""

    way: str
    kind: AerobicKind
    now_min: float = Field(ge=0)
    goal_min: float = Field(ge=0)
    rules: tuple[str, ...]
    claims: tuple[AerobicClaimRecord, ...]
    weeks: tuple[AerobicWeekRecord, ...]
    running: RunningRecord | None = None
    rules_messages: tuple[MessageField, ...]


def aerobic_record(plan: AerobicPlan) -> AerobicRecord:
    """The plan as a record, its words in the current language."""
    return AerobicRecord(
        way=plan.way,
        kind=plan.kind,
        now_min=plan.now_min,
        goal_min=plan.goal_min,
        rules=_words(plan.rules),
        claims=tuple(
            AerobicClaimRecord(
                words=render(one.words), evidence=one.evidence, source=one.source, words_message=one.words
            )
            for one in plan.claims
        ),
        weeks=tuple(_week_record(one) for one in plan.weeks),
        running=_running_record(plan.running) if plan.running else None,
        rules_messages=plan.rules,
    )


def aerobic_plan(record: AerobicRecord) -> AerobicPlan:
    """The plan of a record."""
    own = record.running
    return AerobicPlan(
        way=record.way,
        kind=record.kind,
        now_min=record.now_min,
        goal_min=record.goal_min,
        rules=record.rules_messages,
        claims=tuple(AerobicClaim(one.words_message, one.evidence, one.source) for one in record.claims),
        weeks=tuple(_week(one) for one in record.weeks),
        running=RunningPlan(own.mode, own.usual_km, own.longest_km, own.rules_messages, own.asks_messages)
        if own
        else None,
    )


def _week_record(week: AerobicWeek) -> AerobicWeekRecord:
    days = tuple(AerobicDayRecord.model_validate(vars(day)) for day in week.days)
    values = {name: value for name, value in vars(week).items() if name not in ("days", "cue", "run_cue")}
    words = {"cue": render(week.cue), "run_cue": render(week.run_cue) if week.run_cue else ""}
    codes = {"cue_message": week.cue, "run_cue_message": week.run_cue}
    return AerobicWeekRecord.model_validate(values | {"days": days} | words | codes)


def _week(record: AerobicWeekRecord) -> AerobicWeek:
    return AerobicWeek(
        number=record.number,
        phase=record.phase,
        minutes=record.minutes,
        days=tuple(AerobicDay(**day.model_dump()) for day in record.days),
        cue=record.cue_message,
        cadence=record.cadence,
        longest_km=record.longest_km,
        step_rate_percent=record.step_rate_percent,
        run_cue=record.run_cue_message,
    )


def _running_record(plan: RunningPlan) -> RunningRecord:
    return RunningRecord(
        mode=plan.mode,
        usual_km=plan.usual_km,
        longest_km=plan.longest_km,
        rules=_words(plan.rules),
        asks=_words(plan.asks),
        rules_messages=plan.rules,
        asks_messages=plan.asks,
    )


def _words(messages: tuple[Message, ...]) -> tuple[str, ...]:
    return tuple(render(one) for one in messages)
