"""Programs and decisions of version 0.1.0: they open, keep their doses, and no ladder moves what names none."""

from __future__ import annotations

from pathlib import Path

from psoas.progression.decided_program import hold_rungs
from psoas.services.person_data import load_person_data
from psoas.services.program_service import items_of_phase
from psoas.session.session_script import build_script
from psoas.store.database import open_database, sqlite_url
from psoas.store.person_repository import all_people
from psoas.store.person_scope import PersonScope
from tests.behaviour_collect import old_folder


def test_an_old_program_opens_with_its_decisions_and_can_be_practised(tmp_path: Path) -> None:
    engine = open_database(sqlite_url(old_folder(tmp_path)))
    found = 0
    for person in all_people(engine):
        data = load_person_data(PersonScope(engine, person.id))
        now = data.program
        if now is None:
            continue
        found += 1
        assert all(one.ladder == "" and one.rung == 0 and one.reps == 0 for one in now.decisions)
        items = [one for phase in now.planned.phases for one in items_of_phase(phase)]
        assert items and {one.ladder for one in items} == {""}
        assert hold_rungs(now.planned, now.decisions) == now.planned
        for phase in now.program.phases:
            for session in phase.sessions:
                made = build_script(session, data.usual_pain.limits)
                assert made.seconds > 0 and made.pain.most <= 5
    assert found > 0
