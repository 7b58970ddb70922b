"""What comes back from the store is what went in, newest where that counts, and session entries exactly once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from psoas.store import devices, jobs, people, records, sessions
from psoas.store.database import FILE, open_database, url_of, writing
from psoas.store.own import Own

AT = datetime(2025, 3, 8, 7, 30, tzinfo=UTC)


@pytest.fixture
def own(database: str) -> Iterator[Own]:
    engine = open_database(database)
    yield Own(engine, people.first_person(engine).id)
    engine.dispose()


def entry(**changed: object) -> sessions.Entry:
    return sessions.Entry(**{"id": uuid4(), "session": uuid4(), "at": AT, "kind": "set", "entry": {}} | changed)  # type: ignore[arg-type]


def test_answers_are_versions_and_the_newest_counts(own: Own) -> None:
    told = {"answers": {"age": 37, "pain_where": ["groin"]}, "wishes": {"minutes": 20.5}}
    records.save_answers(own, {"answers": {}})
    records.save_answers(own, told)
    latest = records.latest_answers(own)
    assert latest is not None
    assert (latest.told, latest.schema) == (told, "psoas.answers/1")
    assert [one.told for one in records.answer_history(own)] == [told, {"answers": {}}]


def test_what_goes_in_comes_out(own: Own) -> None:
    test = records.SelfTest("modified_thomas", AT.date(), 4.5, None, ("groin", "low_back"), "phone")
    found = records.measures(own)
    assert found == []
    test_id = records.add_self_test(own, test)
    records.add_self_test(own, records.SelfTest("breath_rate", AT.date() - timedelta(days=9), 14))
    assert [one.test for one in records.self_tests(own)] == ["breath_rate", "modified_thomas"]
    (one,) = records.self_tests(own, "modified_thomas")
    assert one.id == test_id
    assert (one.right, one.left, one.where, one.way) == (4.5, None, ("groin", "low_back"), "phone")
    key = records.add_measure(own, records.Measure(AT.date(), "walk.trc", "measures/1", {"x": [1, None]}))
    assert records.measure(own, key) == records.Measure(AT.date(), "walk.trc", "measures/1", {"x": [1, None]}, key)
    assert records.latest_program(own) is None
    records.save_program(own, {"weeks": 4})
    newest = records.save_program(own, {"weeks": 8})
    assert records.latest_program(own) == newest
    kept = records.program(own, newest)
    assert kept is not None
    assert kept.program == {"weeks": 8}
    event = records.Event(date(2024, 1, 1), "body", "Hip locked", "root")
    records.add_event(own, records.Event(AT.date(), "life", "Moved house"))
    records.add_event(own, event)
    assert records.events(own)[0] == event


def test_a_kind_of_event_that_is_not_known_is_refused_by_the_database(own: Own) -> None:
    with pytest.raises(IntegrityError):
        records.add_event(own, records.Event(AT.date(), "gossip", "x"))


def test_a_second_check_in_of_a_day_takes_the_place_of_the_first(own: Own) -> None:
    records.check_in(own, records.CheckIn(AT.date(), {"pain": 4}))
    records.check_in(own, records.CheckIn(AT.date(), {"pain": 3, "stress": 7}))
    assert records.check_ins(own) == [records.CheckIn(AT.date(), {"pain": 3, "stress": 7})]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(0, 12), max_size=8), max_size=8))
def test_however_often_entries_are_sent_each_is_there_once(own: Own, batches: list[list[int]]) -> None:
    sessions_before = len(sessions.entries(own))
    made = [entry(at=AT + timedelta(seconds=i)) for i in range(13)]
    new = sum(sessions.log(own, [made[i] for i in batch]) for batch in batches)
    sent = {i for batch in batches for i in batch}
    assert new == len(sent)
    assert len(sessions.entries(own)) == sessions_before + len(sent)


def test_an_entry_stays_as_it_first_arrived(own: Own) -> None:
    first = entry(entry={"effort": 6}, at=AT.astimezone(timezone(timedelta(hours=2))))
    assert sessions.log(own, [first]) == 1
    assert sessions.log(own, [sessions.Entry(first.id, first.session, AT, "set", {"effort": 9})]) == 0
    (kept,) = sessions.entries(own, first.session)
    assert kept == first


def test_the_same_id_of_two_people_keeps_both(own: Own) -> None:
    other = Own(own.engine, people.add_person(own.engine, "Bo").id)
    one = entry(entry={"effort": 6})
    assert sessions.log(own, [one]) == sessions.log(other, [one]) == 1
    assert len(sessions.entries(own)) == len(sessions.entries(other)) == 1


def test_entries_sent_at_the_same_moment_arrive_once(tmp_path: Path) -> None:
    engine = open_database(url_of(tmp_path))
    own = Own(engine, people.first_person(engine).id)
    made = [entry(at=AT + timedelta(seconds=i)) for i in range(20)]
    with ThreadPoolExecutor(8) as pool:
        new = list(pool.map(lambda _: sessions.log(own, made), range(16)))
    assert sum(new) == 20
    assert sessions.entries(own) == made


def test_a_moment_without_a_time_zone_is_refused(own: Own) -> None:
    with pytest.raises(Exception, match="time zone"):
        sessions.log(own, [entry(at=datetime(2025, 3, 8))])
    assert sessions.entries(own) == []


def test_a_job_runs_reports_and_ends(own: Own) -> None:
    key = jobs.ask(own, "analyze", {"file": "walk.trc"})
    later = jobs.ask(own, "analyze", {"file": "run.trc"})
    taken = jobs.claim(own.engine)
    assert taken is not None
    assert (taken.id, taken.person, taken.state, taken.tries) == (key, own.person, "running", 1)
    assert jobs.report(own.engine, key, 0.4, "fitting")
    half = jobs.job(own, key)
    assert half is not None
    assert (half.progress, half.stage) == (0.4, "fitting")
    assert jobs.finish(own.engine, key)
    assert jobs.finish(own.engine, key) is False
    assert [one.state for one in jobs.own_jobs(own)] == ["queued", "done"]
    assert jobs.retry(own, later) is False


def test_a_cancelled_job_tells_its_worker_and_can_be_tried_again(own: Own) -> None:
    key = jobs.ask(own, "analyze", {})
    assert jobs.claim(own.engine) is not None
    assert jobs.cancel(own, key)
    assert jobs.report(own.engine, key, 0.5, "too late") is False
    assert jobs.finish(own.engine, key, fault="too late") is False
    assert jobs.claim(own.engine) is None
    other = Own(own.engine, people.add_person(own.engine, "Bo").id)
    assert jobs.retry(other, key) is False
    assert jobs.retry(own, key)
    again = jobs.claim(own.engine)
    assert again is not None
    assert again.tries == 2
    assert jobs.finish(own.engine, key, fault="walk.trc line 3: units")
    failed = jobs.job(own, key)
    assert failed is not None
    assert (failed.state, failed.fault) == ("failed", "walk.trc line 3: units")


def test_what_ran_when_the_app_stopped_is_queued_again(own: Own) -> None:
    jobs.ask(own, "analyze", {})
    assert jobs.claim(own.engine) is not None
    assert jobs.resume(own.engine) == 1
    assert jobs.claim(own.engine) is not None


def test_two_workers_never_get_the_same_job(tmp_path: Path) -> None:
    engine = open_database(url_of(tmp_path))
    own = Own(engine, people.first_person(engine).id)
    asked = {jobs.ask(own, "analyze", {}) for _ in range(12)}
    with ThreadPoolExecutor(6) as pool:
        taken = [one.id for one in pool.map(lambda _: jobs.claim(engine), range(40)) if one]
    assert sorted(taken) == sorted(asked)


def test_who_means_to_write_holds_the_lock_from_the_start(tmp_path: Path) -> None:
    """Else a transaction that read first could find that another has written since, and could not go on."""
    engine = open_database(url_of(tmp_path))
    with closing(sqlite3.connect(tmp_path / FILE, timeout=0, isolation_level=None)) as another:
        with writing(engine), pytest.raises(sqlite3.OperationalError, match="locked"):
            another.execute("BEGIN IMMEDIATE")
        with engine.connect() as reader:
            reader.execute(text("SELECT 1"))
            another.execute("BEGIN IMMEDIATE")


def test_a_paired_phone_shows_its_key_and_an_unpaired_one_is_out(own: Own) -> None:
    key = devices.pair(own, "a phone")
    assert devices.owner(own.engine, key) == own
    assert devices.owner(own.engine, key + "x") is None
    (phone,) = devices.paired(own)
    assert devices.unpair(own, phone.id)
    assert devices.owner(own.engine, key) is None
