"""What the product said in 0.1.0 it says today: recordings, people, pages, and data that were kept then.

The frozen files are in ``tests/snapshots``; ``python -m scripts.behaviour_snapshot`` writes them anew. What counts as
the same, and the tables of what was renamed since, are in ``tests/behaviour_compare.py``; all that is imported of the
product is in ``tests/behaviour_world.py``. ``snapshots/data_0_1_0`` is what an app of 0.1.0 left behind, with one set
of repetitions in each session that no plan would give (29), so that a kept program shows whether it was read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.behaviour_collect import DAY, EVENING, case, cases, frozen, of_old_answers, of_old_data, summaries, walked
from tests.behaviour_compare import faults, page_faults, told
from tests.behaviour_world import made_up, opened, pinned


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("behaviour")


@pytest.fixture(scope="module")
def analyses(folder: Path) -> Any:
    return summaries(folder)


@pytest.fixture(scope="module")
def frozen_cases() -> Any:
    return frozen("cases.json.gz")


def of_trees(was: Any, now: Any, name: str) -> list[str]:
    """Faults of an assessment and its program."""
    kinds = ("assessment", "program")
    return [fault for kind in kinds for fault in faults(was[kind], now[kind], kind, f"{name} {kind}")]


def test_summaries_are_as_they_were(analyses: Any) -> None:
    was = frozen("summaries.json")
    found = [fault for name in was for fault in faults(was[name], analyses[name], "summary", name)]
    assert not found, told(found)


@pytest.mark.parametrize("name", cases())
def test_what_is_found_and_planned_is_as_it_was(name: str, frozen_cases: Any, tmp_path: Path) -> None:
    assert name in frozen_cases, "a new case: freeze it with python -m scripts.behaviour_snapshot"
    found = of_trees(frozen_cases[name], case(name, tmp_path), name)
    assert not found, told(found)


def test_no_case_is_gone(frozen_cases: Any) -> None:
    assert set(frozen_cases) <= set(cases())


def test_every_page_of_the_made_up_person_shows_the_numbers_it_showed(folder: Path, analyses: Any) -> None:
    with pinned(DAY):
        made_up(folder / "demo", DAY, folder / "walking")
        pages = walked(opened(folder / "demo"))
    found = list(page_faults(frozen("pages.json.gz"), pages))
    assert not found, told(found)


def test_old_data_open_and_show_the_numbers_they_showed(tmp_path: Path) -> None:
    with pinned(DAY, EVENING):
        now = of_old_data(tmp_path)
    was = frozen("data_0_1_0/pages.json.gz")
    assert now["new"] == was["new"], "the entries of an old session log arrive once"
    found = [fault for when in ("before", "after") for fault in page_faults(was[when], now[when])]
    assert not found, told(found)
    refused = {address: page["status"] for address, page in now["after"].items() if page["status"] not in (200, 303)}
    assert not refused


def test_old_answers_lead_where_they_led(tmp_path: Path) -> None:
    was, now = frozen("data_0_1_0/found.json.gz"), of_old_answers(tmp_path)
    found = [fault for name in was for fault in of_trees(was[name], now[name], name)]
    assert not found, told(found)


def test_a_number_off_by_a_millionth_is_seen_and_one_field_more_is_welcome() -> None:
    was = {"person": {"mass_kg": 66.0}, "notes": ["a"], "held": ["a"]}
    assert not list(faults(was, {**was, "person": {"mass_kg": 66.0 + 1e-9}, "notes": [], "new": 1}, "summary"))
    assert len(list(faults(was, {**was, "person": {"mass_kg": 66.0001}}, "summary"))) == 1
    assert len(list(faults(was, {**was, "held": ["b"]}, "summary"))) == 1
    assert len(list(faults(was, {"person": {}}, "summary"))) == 2
    assert len(list(faults({"complete": True}, {"complete": 1}, "summary"))) == 1
    pages = {"/": {"status": 200, "numbers": [1.0, 2.0]}}
    assert len(list(page_faults(pages, {"/": {"status": 404, "numbers": [1.0], "near": ["1"]}}))) == 2
    assert len(list(page_faults(pages, {}))) == 1
