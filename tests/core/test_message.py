"""Messages: one form for equal content, checked values, JSON there and back."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.message import Data, Message, Value, from_json, literal, message, message_id, to_json

NAMES = st.sampled_from(["a", "B", "plan-reason", "x_1", "count", "date", "code", "values", "datetime", "text"])
ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=2))])
PLAIN: st.SearchStrategy[Value] = st.one_of(
    st.text(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(timezones=ZONES).map(lambda moment: moment.replace(fold=0)),
)


def messages(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Message]:
    return st.builds(lambda code, pairs: Message(code, tuple(pairs.items())), NAMES, st.dictionaries(NAMES, values))


def nested(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    return messages(values) | st.lists(messages(values), max_size=3).map(tuple)


MESSAGES = messages(st.recursive(PLAIN, nested, max_leaves=4))


@given(MESSAGES)
def test_json_gives_the_message_back(one: Message) -> None:
    again = from_json(json.loads(json.dumps(to_json(one))))
    assert again == one
    assert hash(again) == hash(one)
    assert repr(again) == repr(one), "types stay, too: 1 is not 1.0"


def test_json_is_as_documented() -> None:
    inner = message("breath.even")
    one = message("plan-reason-banned", exercise="dead_bug", count=3, day=date(2025, 3, 1), names=(inner,), why=inner)
    assert to_json(one) == {
        "code": "plan-reason-banned",
        "values": {
            "count": 3,
            "day": {"date": "2025-03-01"},
            "exercise": "dead_bug",
            "names": [{"code": "breath-even", "values": {}}],
            "why": {"code": "breath-even", "values": {}},
        },
    }
    moment = to_json(message("a", at=datetime(2025, 3, 1, 12)))
    assert moment["values"] == {"at": {"datetime": "2025-03-01T12:00:00"}}


def test_equal_content_is_one_message() -> None:
    one = message("a.b", x=1, y="z")
    assert one == Message("a-b", (("y", "z"), ("x", 1)))
    assert len({one, message("a-b", y="z", x=1)}) == 1
    assert one != message("a.b", x=2, y="z")
    assert one != message("a.c", x=1, y="z")
    assert one["y"] == "z"
    with pytest.raises(KeyError, match="q"):
        one["q"]


def test_a_message_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        message("a").code = "b"  # type: ignore[misc]


class Kind(str, Enum):  # noqa: UP042
    SHORT = "short"


def test_values_become_plain() -> None:
    one = message("a", count=int(np.int64(3)), share=np.float64(0.5), kind=Kind.SHORT)
    assert [type(value) for _, value in one.values] == [int, str, float]
    assert repr(one) == repr(message("a", count=3, share=0.5, kind="short"))
    mixed = Message("a", (("count", np.int64(3)), ("share", np.float32(0.5))))  # type: ignore[arg-type]
    assert repr(mixed) == repr(message("a", count=3, share=0.5))


@pytest.mark.parametrize("value", [None, True, b"x", [1], (1,), np.array([1.0]), {"a": 1}])
def test_other_kinds_are_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot carry"):
        Message("a", (("x", value),))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_are_finite(value: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        message("a", x=value)


@pytest.mark.parametrize("key", ["", "1a", "a b", "é", "a/b", "-a", "a\n", "_a"])
def test_keys_are_identifiers_of_fluent(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        message_id(key)


def test_names_of_values_are_checked() -> None:
    for pairs in [(("1a", 1),), (("x", 1), ("x", 2))]:
        with pytest.raises(ValueError, match="is not a name"):
            Message("a", pairs)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"code": 3},
        {"code": "1"},
        {"code": "a", "values": []},
        {"code": "a", "more": 1},
        {"code": "a", "values": {"x": {"date": "soon"}}},
        {"code": "a", "values": {"x": {"date": "2025-03-01", "more": 1}}},
        {"code": "a", "values": {"x": ["b"]}},
        {"code": "a", "values": {"x": None}},
        {"code": "a", "values": {"x": True}},
    ],
)
def test_json_that_is_no_message_is_refused(data: dict[str, Data]) -> None:
    with pytest.raises(ValueError):
        from_json(data)


@given(st.text())
def test_a_literal_keeps_its_text(text: str) -> None:
    assert from_json(to_json(literal(text)))["text"] == text
