"""What comes back from the store is what went in, newest where that counts, and session entries exactly once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from psoas.core.message import literal
from psoas.core.stages import Stage
from psoas.intake.answers_draft import AnswersDraft
from psoas.session.log_entry import LogEntry, log_entry
from psoas.session.session_rules import LogKind
from psoas.store import job_queue, paired_devices, person_repository, repositories, session_repository
from psoas.store.database import FILE, open_database, sqlite_url, write_transaction
from psoas.store.person_scope import PersonScope

AT = datetime(2025, 3, 8, 7, 30, tzinfo=UTC)


@pytest.fixture
def own(database: str) -> Iterator[PersonScope]:
    engine = open_database(database)
    yield PersonScope(engine, person_repository.first_person(engine).id)
    engine.dispose()


def entry(**changed: Any) -> LogEntry:
    return log_entry(
        **dict[str, Any](id=uuid4(), session=uuid4(), at=AT, kind=LogKind.EFFORT, entry={"score": 6}) | changed
    )


def test_answers_are_versions_and_the_newest_counts(own: PersonScope) -> None:
    told: AnswersDraft = {"answers": {"age": 37, "pain_where": ["groin"]}, "wishes": {"minutes": 20.5}}
    repositories.save_answers(own, {"answers": {}})
    repositories.save_answers(own, told)
    latest = repositories.latest_answers(own)
    assert latest is not None
    assert (latest.told, latest.schema) == (told, "psoas.answers/1")
    assert [one.told for one in repositories.answer_history(own)] == [told, {"answers": {}}]


def test_what_goes_in_comes_out(own: PersonScope) -> None:
    test = repositories.SelfTestRecord("modified_thomas", AT.date(), 4.5, None, ("groin", "low_back"), "phone")
    found = repositories.list_measures(own)
    assert found == []
    test_id = repositories.add_self_test(own, test)
    repositories.add_self_test(own, repositories.SelfTestRecord("breath_rate", AT.date() - timedelta(days=9), 14))
    assert [one.test for one in repositories.list_self_tests(own)] == ["breath_rate", "modified_thomas"]
    (one,) = repositories.list_self_tests(own, "modified_thomas")
    assert one.id == test_id
    assert (one.right, one.left, one.where, one.way) == (4.5, None, ("groin", "low_back"), "phone")
    key = repositories.add_measure(
        own, repositories.MeasureRecord(AT.date(), "walk.trc", "measures/1", {"x": [1, None]})
    )
    assert repositories.find_measure(own, key) == repositories.MeasureRecord(
        AT.date(), "walk.trc", "measures/1", {"x": [1, None]}, key
    )
    assert repositories.latest_program(own) is None
    repositories.save_program(own, {"weeks": 4})
    newest = repositories.save_program(own, {"weeks": 8})
    assert repositories.latest_program(own) == newest
    kept = repositories.find_program(own, newest)
    assert kept is not None
    assert kept.program == {"weeks": 8}
    event = repositories.EventRecord(date(2024, 1, 1), "body", "Hip locked", "root")
    repositories.add_event(own, repositories.EventRecord(AT.date(), "life", "Moved house"))
    repositories.add_event(own, event)
    assert repositories.list_events(own)[0] == event


def test_a_kind_of_event_that_is_not_known_is_refused_by_the_database(own: PersonScope) -> None:
    with pytest.raises(IntegrityError):
        repositories.add_event(own, repositories.EventRecord(AT.date(), "gossip", "x"))


def test_a_second_check_in_of_a_day_takes_the_place_of_the_first(own: PersonScope) -> None:
    repositories.save_check_in(own, repositories.CheckInRecord(AT.date(), {"pain": 4}))
    repositories.save_check_in(own, repositories.CheckInRecord(AT.date(), {"pain": 3, "stress": 7}))
    assert repositories.list_check_ins(own) == [repositories.CheckInRecord(AT.date(), {"pain": 3, "stress": 7})]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(0, 12), max_size=8), max_size=8))
def test_however_often_entries_are_sent_each_is_there_once(own: PersonScope, batches: list[list[int]]) -> None:
    sessions_before = len(session_repository.list_entries(own))
    made = [entry(at=AT + timedelta(seconds=i)) for i in range(13)]
    new = sum(session_repository.add_entries(own, [made[i] for i in batch]) for batch in batches)
    sent = {i for batch in batches for i in batch}
    assert new == len(sent)
    assert len(session_repository.list_entries(own)) == sessions_before + len(sent)


def test_an_entry_stays_as_it_first_arrived(own: PersonScope) -> None:
    first = entry(entry={"score": 6}, at=AT.astimezone(timezone(timedelta(hours=2))))
    assert session_repository.add_entries(own, [first]) == 1
    assert (
        session_repository.add_entries(own, [log_entry(first.id, first.session, AT, LogKind.EFFORT, {"score": 9})]) == 0
    )
    (kept,) = session_repository.list_entries(own, first.session)
    assert kept == first


def test_the_same_id_of_two_people_keeps_both(own: PersonScope) -> None:
    other = PersonScope(own.engine, person_repository.add_person(own.engine, "Bo").id)
    one = entry(entry={"score": 6})
    assert session_repository.add_entries(own, [one]) == session_repository.add_entries(other, [one]) == 1
    assert len(session_repository.list_entries(own)) == len(session_repository.list_entries(other)) == 1


def test_entries_sent_at_the_same_moment_arrive_once(tmp_path: Path) -> None:
    engine = open_database(sqlite_url(tmp_path))
    own = PersonScope(engine, person_repository.first_person(engine).id)
    made = [entry(at=AT + timedelta(seconds=i)) for i in range(20)]
    with ThreadPoolExecutor(8) as pool:
        new = list(pool.map(lambda _: session_repository.add_entries(own, made), range(16)))
    assert sum(new) == 20
    assert session_repository.list_entries(own) == made


def test_a_moment_without_a_time_zone_is_refused(own: PersonScope) -> None:
    with pytest.raises(Exception, match="timezone"):
        session_repository.add_entries(own, [entry(at=datetime(2025, 3, 8))])
    assert session_repository.list_entries(own) == []


def test_a_job_runs_reports_and_ends(own: PersonScope) -> None:
    key = job_queue.queue_job(own, "analyze", {"file": "walk.trc"})
    later = job_queue.queue_job(own, "analyze", {"file": "run.trc"})
    taken = job_queue.claim_job(own.engine)
    assert taken is not None
    assert (taken.id, taken.person, taken.state, taken.tries) == (key, own.person, "running", 1)
    assert job_queue.report_progress(own.engine, key, 0.4, Stage.CALIBRATION)
    half = job_queue.find_job(own, key)
    assert half is not None
    assert (half.progress, half.stage) == (0.4, Stage.CALIBRATION)
    assert job_queue.finish_job(own.engine, key)
    assert job_queue.finish_job(own.engine, key) is False
    assert [one.state for one in job_queue.own_jobs(own)] == ["queued", "done"]
    assert job_queue.retry_job(own, later) is False


def test_a_cancelled_job_tells_its_worker_and_can_be_tried_again(own: PersonScope) -> None:
    key = job_queue.queue_job(own, "analyze", {})
    assert job_queue.claim_job(own.engine) is not None
    assert job_queue.cancel_job(own, key)
    assert job_queue.report_progress(own.engine, key, 0.5, Stage.REPORT) is False
    assert job_queue.finish_job(own.engine, key, faults=[literal("too late")]) is False
    assert job_queue.claim_job(own.engine) is None
    other = PersonScope(own.engine, person_repository.add_person(own.engine, "Bo").id)
    assert job_queue.retry_job(other, key) is False
    assert job_queue.retry_job(own, key)
    again = job_queue.claim_job(own.engine)
    assert again is not None
    assert again.tries == 2
    assert job_queue.finish_job(own.engine, key, faults=[literal("walk.trc line 3: units")])
    failed = job_queue.find_job(own, key)
    assert failed is not None
    assert (failed.state, failed.faults) == ("failed", (literal("walk.trc line 3: units"),))


def test_what_ran_when_the_app_stopped_is_queued_again(own: PersonScope) -> None:
    job_queue.queue_job(own, "analyze", {})
    assert job_queue.claim_job(own.engine) is not None
    assert job_queue.resume_jobs(own.engine) == 1
    assert job_queue.claim_job(own.engine) is not None


def test_two_workers_never_get_the_same_job(tmp_path: Path) -> None:
    engine = open_database(sqlite_url(tmp_path))
    own = PersonScope(engine, person_repository.first_person(engine).id)
    asked = {job_queue.queue_job(own, "analyze", {}) for _ in range(12)}
    with ThreadPoolExecutor(6) as pool:
        taken = [one.id for one in pool.map(lambda _: job_queue.claim_job(engine), range(40)) if one]
    assert sorted(taken) == sorted(asked)


def test_who_means_to_write_holds_the_lock_from_the_start(tmp_path: Path) -> None:
    """Else a transaction that read first could find that another has written since, and could not go on."""
    engine = open_database(sqlite_url(tmp_path))
    with closing(sqlite3.connect(tmp_path / FILE, timeout=0, isolation_level=None)) as another:
        with write_transaction(engine), pytest.raises(sqlite3.OperationalError, match="locked"):
            another.execute("BEGIN IMMEDIATE")
        with engine.connect() as reader:
            reader.execute(text("SELECT 1"))
            another.execute("BEGIN IMMEDIATE")


def test_a_paired_phone_shows_its_key_and_an_unpaired_one_is_out(own: PersonScope) -> None:
    key = paired_devices.pair(own, "a phone")
    assert paired_devices.find_device_owner(own.engine, key) == own
    assert paired_devices.find_device_owner(own.engine, key + "x") is None
    (phone,) = paired_devices.paired_devices(own)
    assert paired_devices.unpair(own, phone.id)
    assert paired_devices.find_device_owner(own.engine, key) is None
