"""A program as JSON (``psoas.program/1``) and back. What the fields mean stands in ``program_schema``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import JsonValue, ValidationError

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.message import Message, literal, message
from psoas.program.aerobic_record import aerobic_plan, aerobic_record
from psoas.program.program_models import (
    SCHEMA,
    Item,
    ItemReason,
    LeftOut,
    NoteCode,
    Phase,
    PhaseNote,
    Program,
    Session,
)
from psoas.program.program_schema import (
    ItemRecord,
    LeftOutRecord,
    NoteRecord,
    PhaseRecord,
    ProgramFile,
    ReasonRecord,
    SessionRecord,
)
from psoas.program.program_text import note_text, tempo_text


def program_json(program: Program) -> dict[str, JsonValue]:
    """The program as JSON: sentences in the current language, and beside them their codes."""
    record = ProgramFile(
        schema=SCHEMA,
        phases=tuple(_phase_record(phase) for phase in program.phases),
        breaks=tuple(_item_record(item) for item in program.breaks),
        days=program.days,
        weeks=program.weeks,
        minutes=program.minutes,
        place=program.place,
        rules=_words(program.rules),
        remeasure_weeks=program.remeasure_weeks,
        remeasure_tests=program.remeasure_tests,
        left_out=tuple(_left_out_record(one) for one in program.left_out),
        notes=tuple(note_text(one, program) for one in program.notes),
        advice={topic: render(one) for topic, one in program.advice.items()},
        rules_messages=program.rules,
        notes_messages=tuple(
            NoteRecord(phase=one.phase, strand=one.strand, code=one.code, message=one.words) for one in program.notes
        ),
        advice_messages=dict(program.advice),
        aerobic=aerobic_record(program.aerobic) if program.aerobic else None,
        see=_words(program.see),
        see_messages=program.see,
    )
    found: dict[str, JsonValue] = record.model_dump(mode="json", by_alias=True)
    return found


def parse_program(given: Mapping[str, JsonValue]) -> Program:
    """A program from its JSON. The sentences of a file of version 0.1.0, which has no codes, become literal messages.

    Raises:
        InputError: Another schema, or every field that is missing or wrong.
    """
    if given.get("schema") != SCHEMA:
        raise InputError(message("plan.fault.schema", found=repr(given.get("schema")), expected=SCHEMA))
    try:
        record = ProgramFile.model_validate(given)
    except ValidationError as fault:
        raise InputError(*(_fault(one["loc"], one["type"], one["input"]) for one in fault.errors())) from None
    return _program(record)


def _fault(place: Sequence[int | str], check: str, found: object) -> Message:
    """One fault of a field as a message."""
    where = ".".join(str(part) for part in place)
    if check == "missing":
        return message("plan.fault.missing", place=where)
    return message("plan.fault.field", place=where, found=repr(found)[:60], check=check)


def _program(record: ProgramFile) -> Program:
    notes = record.notes_messages
    topics = {topic: literal(one) for topic, one in record.advice.items()}
    return Program(
        phases=tuple(_phase(phase) for phase in record.phases),
        breaks=tuple(_item(item) for item in record.breaks),
        days=record.days,
        weeks=record.weeks,
        minutes=record.minutes,
        place=record.place,
        rules=_messages(record.rules_messages, record.rules),
        remeasure_weeks=record.remeasure_weeks,
        remeasure_tests=record.remeasure_tests,
        left_out=tuple(
            LeftOut(one.kind, one.name, one.why_message or literal(one.why), one.code, one.equipment)
            for one in record.left_out
        ),
        notes=tuple(PhaseNote("", "", NoteCode.UNSTATED, literal(one)) for one in record.notes)
        if notes is None
        else tuple(PhaseNote(one.phase, one.strand, one.code, one.message) for one in notes),
        advice=topics | (record.advice_messages or {}),
        aerobic=aerobic_plan(record.aerobic) if record.aerobic else None,
        see=_messages(record.see_messages, record.see),
    )


def _phase(record: PhaseRecord) -> Phase:
    return Phase(
        record.name,
        record.title_message or literal(record.title),
        record.weeks,
        tuple(
            Session(one.title_message or literal(one.title), one.place, tuple(_item(item) for item in one.items))
            for one in record.sessions
        ),
        record.moves_on_message or literal(record.moves_on),
        record.lumbar_limit_n,
    )


def _item(record: ItemRecord) -> Item:
    return Item(
        record.kind,
        record.name,
        record.strand,
        record.side,
        record.sets,
        record.reps,
        record.hold_s,
        record.rest_s,
        record.minutes,
        tuple(
            ItemReason(one.finding, one.words_message or literal(one.words), one.origin, one.source)
            for one in record.because
        ),
        record.pinned,
        _messages(record.asks_messages, record.asks),
        record.ladder,
        record.rung,
        record.load,
    )


def _messages(coded: tuple[Message, ...] | None, words: tuple[str, ...]) -> tuple[Message, ...]:
    """The messages of a file; its sentences as literal ones where it has no codes."""
    return tuple(literal(one) for one in words) if coded is None else coded


def _words(messages: tuple[Message, ...]) -> tuple[str, ...]:
    return tuple(render(one) for one in messages)


def _phase_record(phase: Phase) -> PhaseRecord:
    return PhaseRecord(
        name=phase.name,
        title=render(phase.title),
        weeks=phase.weeks,
        sessions=tuple(
            SessionRecord(
                title=render(one.title),
                place=one.place,
                items=tuple(_item_record(item) for item in one.items),
                minutes=round(one.minutes, 1),
                title_message=one.title,
            )
            for one in phase.sessions
        ),
        moves_on=render(phase.moves_on),
        lumbar_limit_n=phase.lumbar_limit_n,
        title_message=phase.title,
        moves_on_message=phase.moves_on,
    )


def _item_record(item: Item) -> ItemRecord:
    values = {name: value for name, value in vars(item).items() if name not in ("because", "asks")}
    return ItemRecord.model_validate(
        values
        | {
            "label": render(item.label),
            "tempo": tempo_text(item),
            "because": tuple(
                ReasonRecord(
                    finding=one.finding,
                    words=render(one.words),
                    origin=one.origin,
                    source=one.source,
                    words_message=one.words,
                )
                for one in item.because
            ),
            "asks": _words(item.asks),
            "asks_messages": item.asks,
        }
    )


def _left_out_record(one: LeftOut) -> LeftOutRecord:
    return LeftOutRecord(
        kind=one.kind, name=one.name, why=render(one.why), code=one.code, equipment=one.equipment, why_message=one.why
    )
