"""A program as JSON (``psoas.program/1``) and back: plain dictionaries, field by field as ``program.py`` has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from psoas.core.errors import InputError
from psoas.program.program_models import SCHEMA, Item, ItemReason, LeftOut, Phase, Program, Session

Json = dict[str, Any]


def program_json(program: Program) -> Json:
    """The program as plain values; sessions and phases carry their ``minutes`` besides."""
    found = {"schema": SCHEMA, **asdict(program)}
    for phase, made in zip(program.phases, found["phases"], strict=True):
        for session, row in zip(phase.sessions, made["sessions"], strict=True):
            row["minutes"] = round(session.minutes, 1)
    return {key: _plain(value) for key, value in found.items()}


def parse_program(given: Mapping[str, Any]) -> Program:
    """A program from its JSON; ``InputError`` for another schema or a missing field."""
    if given.get("schema") != SCHEMA:
        raise InputError(f"schema is {given.get('schema')!r}; expected '{SCHEMA}'")
    try:
        row = {key: value for key, value in given.items() if key != "schema"}
        lists = ("rules", "remeasure_weeks", "remeasure_tests", "notes")
        return Program(
            **{
                **row,
                **{key: tuple(row[key]) for key in lists},
                "phases": tuple(_phase(one) for one in row["phases"]),
                "breaks": tuple(_item(one) for one in row["breaks"]),
                "left_out": tuple(LeftOut(**one) for one in row["left_out"]),
            }
        )
    except (KeyError, TypeError) as error:
        raise InputError(f"this is no whole program: {error}") from error


def _phase(row: Mapping[str, Any]) -> Phase:
    sessions = tuple(
        Session(one["title"], one["place"], tuple(_item(item) for item in one["items"])) for one in row["sessions"]
    )
    return Phase(**{**row, "weeks": tuple(row["weeks"]), "sessions": sessions})


def _item(row: Mapping[str, Any]) -> Item:
    return Item(**{**row, "because": tuple(ItemReason(**one) for one in row["because"]), "asks": tuple(row["asks"])})


def _plain(value: Any) -> Any:
    """Tuples as lists, mappings as dictionaries."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value
