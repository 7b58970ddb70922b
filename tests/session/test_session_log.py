"""The log: what it takes, one log from many copies, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.program.pain_rules import PainPlace
from psoas.session.log_entry import LogEntry, SetEntry, log_entry
from psoas.session.log_reader import read_entries
from psoas.session.session_log import merge_logs, summarize_log
from psoas.session.session_rules import MAX_ENTRIES_AT_ONCE, UNSCORED_PAIN, LogKind

START = datetime(2025, 3, 1, 18, 0, tzinfo=UTC)
SESSION = UUID(int=7)


def entry(number: int, kind: str, session: UUID = SESSION, **details: Any) -> LogEntry:
    return log_entry(UUID(int=number), session, START + timedelta(seconds=number), LogKind(kind), details)


def told(**changed: Any) -> dict[str, Any]:
    row = {"id": str(UUID(int=1)), "session": str(SESSION), "program": None, "at": "2025-03-01T18:30:00.250Z"}
    return row | {"kind": "hurt", "entry": {"name": "clam", "side": "right", "score": 4, "where": ["groin"]}} | changed


LOGS = st.lists(
    st.builds(
        entry,
        st.integers(1, 12),
        st.sampled_from(["step_done", "skipped", "hurt"]),
        st.sampled_from([SESSION, UUID(int=8)]),
        name=st.sampled_from(["clam", "squat"]),
        side=st.sampled_from(["right", "left"]),
        block=st.integers(0, 4),
        score=st.integers(0, 10),
    ),
    max_size=30,
)


@given(LOGS, st.randoms(use_true_random=False), st.integers(0, 30))
def test_any_order_any_copies_any_parts_give_one_log(log: list[LogEntry], chance: Any, cut: int) -> None:
    other = [*log, *chance.sample(log, len(log) // 2)]
    chance.shuffle(other)
    assert merge_logs(other) == merge_logs(log)
    assert merge_logs(log[:cut], log[cut:]) == merge_logs(log)
    assert merge_logs(merge_logs(log), log) == merge_logs(log)
    assert summarize_log(other) == summarize_log(log)
    assert len({one.id for one in merge_logs(log)}) == len(merge_logs(log))


@given(LOGS)
def test_what_was_done_never_exceeds_what_was_told(log: list[LogEntry]) -> None:
    for one in summarize_log(log):
        sets = {e.entry.block for e in merge_logs(log) if e.session == one.session and isinstance(e, SetEntry)}
        assert 0 <= one.done <= one.blocks == len(sets)
        assert 0 <= one.share <= 1


def test_a_session_is_told_back() -> None:
    (found,) = summarize_log([
        entry(1, "started", blocks=4),
        entry(2, "step_done", name="clam", side="right", block=1),
        entry(3, "skipped", name="clam", side="left", block=3),
        entry(4, "hurt", name="squat", side="", score=4, where=["below_knee"]),
        entry(5, "skipped", name="squat", side="", block=5),
        entry(6, "step_done", name="clam", side="left", block=3),
        entry(7, "step_done", name="chair_squat", side="", block=9, easier=True),
        entry(8, "effort", score=6),
        entry(9, "pain_after", score=2),
        entry(10, "finished", blocks=4, complete=True),
        entry(90_000, "next_day_pain", score=1),
    ])  # fmt: skip
    assert (found.blocks, found.done, found.share) == (4, 2, 0.5), "an easier set does not stand for the planned one"
    assert (found.effort, found.pain_after, found.next_day_pain) == (6, 2, 1)
    assert (found.finished, found.complete) == (True, True)
    items = {(one.name, one.side): one for one in found.items}
    assert (items["clam", "left"].done, items["clam", "left"].skipped) == (1, 0), "skipped, and done after all"
    assert (items["squat", ""].hurt, items["squat", ""].leg_worse) == (4, True)
    assert items["clam", "right"].hurt is None


def test_pain_without_a_number_is_pain_above_every_limit() -> None:
    log = [entry(1, "hurt", name="clam", side="right", score=2), entry(2, "hurt", name="clam", side="right", where=[])]
    ((item,),) = [one.items for one in summarize_log(log)]
    assert item.hurt == UNSCORED_PAIN > 10
    for details in ({"name": "clam"}, {"name": "clam", "score": None}):
        assert read_entries({"entries": [told(entry=details)]})[0].details() == details
    for kind in ("effort", "pain_after", "next_day_pain"):
        with pytest.raises(InputError, match=r"score: missing\. Expected a number from 0 to 10"):
            read_entries({"entries": [told(kind=kind, entry={})]})


def test_entries_of_a_page_are_read() -> None:
    (found,) = read_entries({"entries": [told()]})
    assert found.at == datetime(2025, 3, 1, 18, 30, 0, 250_000, tzinfo=UTC)
    assert found.details()["where"] == ["groin"]
    assert read_entries({"entries": []}) == ()


def test_every_fault_is_told_at_once() -> None:
    rows = [
        told(id="seven"),
        told(kind="danced", at="yesterday"),
        told(entry={"side": "up", "score": 11, "where": ["soul"]}),
        told(at="2025-03-01T18:30:00"),
        "hello",
        told(entry=[1], more=2),
    ]
    with pytest.raises(InputError) as caught:
        read_entries({"entries": rows})
    places = ", ".join(PainPlace)
    assert caught.value.faults == (
        "entry 1, id: 'seven' cannot be used. Expected a UUID.",
        f"entry 2, kind: 'danced' cannot be used. Expected one of {', '.join(LogKind)}.",
        "entry 3, name: missing. Expected the name of the item.",
        "entry 3, side: 'up' cannot be used. Expected right, left or nothing.",
        "entry 3, score: 11 cannot be used. Expected a number from 0 to 10.",
        f"entry 3, where: 'soul' cannot be used. Expected places among {places}.",
        "entry 4, at: '2025-03-01T18:30:00' cannot be used. Expected a moment such as 2025-03-01T18:30:00Z.",
        "entry 5: expected an object.",
        "entry 6, entry: [1] cannot be used. Expected an object.",
        "entry 6, more: not known. Expected only at, entry, id, kind, program, session.",
    )
    assert caught.value.messages[2].code == "log-fault-missing"
    assert [one["entry"] for one in caught.value.messages] == [1, 2, 3, 3, 3, 3, 4, 5, 6, 6]


@pytest.mark.parametrize("given_log", [None, [], {"entries": {}}, {"entries": [{}] * (MAX_ENTRIES_AT_ONCE + 1)}])
def test_what_is_no_log_is_refused(given_log: Any) -> None:
    with pytest.raises(InputError, match="log:"):
        read_entries(given_log)


PLAIN = st.none() | st.booleans() | st.floats() | st.text(max_size=4) | st.integers()


@given(st.recursive(PLAIN, lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=4), x, max_size=3)))
def test_nothing_a_page_sends_breaks_the_door(anything: Any) -> None:
    rows: list[Mapping[str, Any]] = [told(entry=anything), told(kind=anything), told(at=anything), told(id=anything)]
    for row in (
        *rows,
        anything,
        told(entry={"name": anything, "score": anything, "side": anything, "where": anything}),
    ):
        try:
            read_entries({"entries": [row]})
        except InputError as error:
            assert error.faults
