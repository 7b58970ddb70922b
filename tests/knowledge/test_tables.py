"""Tables of places, reflection and sources, and what a faulty table says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.message import Message
from psoas.knowledge import breath_techniques, massage_guides, questionnaires, reflection, self_tests, session_templates
from psoas.knowledge.contraindications import read_contraindications
from psoas.knowledge.exercise_tables import parse_exercises
from psoas.knowledge.practice_codes import PLACES
from psoas.knowledge.practice_sources import all_sources, find_source, practice_sources, read_sources
from psoas.knowledge.toml_schema import (
    EVIDENCE,
    TableRow,
    make_rows,
    parse_knowledge_file,
    read_knowledge_file,
    read_rows,
)


def test_places_fill_their_minutes_and_every_place_has_one() -> None:
    for place in PLACES:
        assert session_templates.templates_at_place(place)
    for one in session_templates.session_templates().values():
        assert {session.day for session in one.sessions} == set(range(1, one.days + 1))
    retreat, day = session_templates.session_templates()["retreat"], session_templates.session_templates()["work_day"]
    assert {"breath", "release", "massage"} <= {slot.strand for one in retreat.sessions for slot in one.slots}
    assert retreat.days == 5 and day.group and Counter(s.day for s in retreat.sessions)[3] == 4
    with pytest.raises(InputError, match="home, work, travel"):
        session_templates.templates_at_place("moon")


def test_body_and_life_is_opt_in_and_says_what_it_is() -> None:
    assert reflection.energy_centres(opted_in=False) == {}
    centres = reflection.energy_centres(opted_in=True)
    assert list(centres) == ["root", "sacral", "solar_plexus"]
    assert all(one.evidence == "tradition" and len(one.groundings) >= 2 for one in centres.values())
    assert all({p.theme for p in one.prompts} == set(one.themes) for one in centres.values())
    assert (
        "replaces no doctor" in reflection.reflection_introduction()
        and "explains no pain" in reflection.reflection_introduction()
    )
    assert "4 of 10" in reflection.parse_centre_check_in("root", 4)
    for centre, value in (("heart", 5), ("root", 11)):
        with pytest.raises(InputError, match="expected"):
            reflection.parse_centre_check_in(centre, value)


def test_every_source_of_practice_is_used_explained_and_whole() -> None:
    for key, found in practice_sources().items():
        assert str(found.year) in found.citation, key
        assert find_source(key) == found
    with pytest.raises(InputError, match="ostelo2008"):
        find_source("ostelo2007")
    assert len(all_sources()) > len(practice_sources()) > 40
    with pytest.raises(InputError) as caught:
        read_sources(
            {"ward2009": {"title": "x", "citation": "no stop", "year": 1, "kind": "k", "status": "s", "use": "u"}}
        )
    assert len(caught.value.faults) == 5


def test_no_source_of_practice_stands_unused() -> None:
    used: set[str] = set()
    for name in (
        "screening",
        "help",
        "cautions",
        "questionnaires",
        "selftests",
        "breath",
        "massage",
        "places",
        "reflection",
    ):
        used |= keys_in(read_knowledge_file(f"{name}.toml").content)
    assert used <= set(all_sources())
    assert len(used & set(practice_sources())) > 40


def keys_in(value: Any) -> set[str]:
    """Source keys anywhere in a table."""
    if isinstance(value, dict):
        own = {one for key, one in value.items() if key.endswith("source") and isinstance(one, str)}
        return own.union(*(keys_in(one) for one in value.values()))
    return set().union(*(keys_in(one) for one in value)) if isinstance(value, list) else set()


FAULTY: list[tuple[Callable[..., Any], dict[str, Any], str]] = [
    (
        breath_techniques.read_techniques,
        {"cycle": [{"phase": "hold_full", "seconds": 4}]},
        "without the cautions 'breath_holds'",
    ),
    (breath_techniques.read_techniques, {"cycle": [{"phase": "out", "seconds": 400}]}, "no breath in"),
    (massage_guides.read_guides, {"pressure_from": 5, "pressure_to": 2}, "above 'pressure_to'"),
    (massage_guides.read_guides, {"pressure_to": 7}, "expected 1 to 6"),
    (self_tests.read_self_tests, {"low": 0, "high": 9, "detects": 0}, "needs a bound"),
    (self_tests.read_self_tests, {"low": 9, "high": 9, "side": 3}, "no sides"),
    (session_templates.read_templates, {"days": 1, "minutes_a_day": 10, "sessions": []}, "'minutes_a_day' says 10"),
    (reflection.read_centres, {"source": "assumed", "evidence": "trial"}, "tradition, and says so"),
    (
        questionnaires.read_questionnaires,
        {"bands": [3, 1]},
        "rise",
    ),
    (questionnaires.read_questionnaires, {"labels": 1}, "one for each answer"),
    (questionnaires.read_questionnaires, {"labels": ["a"]}, "expected a number"),
    (questionnaires.read_questionnaires, {"item": [3]}, "else than a list of tables"),
    (read_contraindications, {"never": [], "ask_first": []}, "names nobody"),
]


@pytest.mark.parametrize(("reader", "fields", "says"), FAULTY, ids=[says for _, _, says in FAULTY])
def test_a_faulty_table_says_what_is_wrong(reader: Callable[..., Any], fields: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError) as caught:
        reader({"bad": {**fields, "colour": "red"}})
    told = "\n".join(caught.value.faults)
    assert says in told and "'colour' is not known" in told and len(caught.value.faults) > 2


def test_a_table_that_is_no_table_is_told() -> None:
    with pytest.raises(InputError, match="expected a table"):
        read_rows("x.toml", lambda _key, row: row, given={"words": 3})
    assert len(EVIDENCE) == 5


def test_the_page_lists_the_sources_of_practice() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/knowledge.md").read_text(encoding="utf-8")
    rows = [f"| `{key}` | {found.title} | {found.use} |" for key, found in practice_sources().items()]
    assert [row for row in rows if row not in page] == []
    assert len(re.findall(r"^\| `\w+` \| .+ \| .+ \|$", page, re.MULTILINE)) >= len(rows)


FAULTY_TEXT = """# Two exercises, one of them wrong.

[sound]
minutes = 3

[wrong]
minutes = 90
cycle = [
    { phase = "in", seconds = 4 },
    { phase = "sideways", seconds = 4 },
]
colour = "red"
"""


def read_minutes(_: str, row: TableRow) -> float:
    for one in row.rows("cycle", []):
        one.choice("phase", ("in", "out"))
        one.number("seconds", 0.5, 30)
        one.close()
    return row.number("minutes", 0.5, 60)


def test_faults_name_file_line_and_what_would_work() -> None:
    found: list[Message] = []
    made = make_rows(parse_knowledge_file("x.toml", FAULTY_TEXT), read_minutes, found, check_words=False)
    assert made == {"sound": 3.0, "wrong": 90.0}
    assert [render(one) for one in found] == [
        "x.toml, line 10, wrong cycle 2: 'phase' is 'sideways'; expected in, out",
        "x.toml, line 7, wrong: 'minutes' is 90; expected 0.5 to 60",
        "x.toml, line 12, wrong: 'colour' is not known; expected cycle, minutes",
    ]
    assert {one.code for one in found} == {"table-fault_at"}


def test_a_slip_in_toml_is_a_fault_with_its_place() -> None:
    with pytest.raises(InputError, match=r"x\.toml: not TOML: .*line 2"):
        parse_knowledge_file("x.toml", "[a]\nb = = 3\n")


def test_a_bad_exercise_in_a_file_names_its_line() -> None:
    source = read_knowledge_file("exercises/desk.toml")
    text = files("psoas.knowledge").joinpath("data/exercises/desk.toml").read_text(encoding="utf-8")
    line = text.splitlines().index(next(one for one in text.splitlines() if one.startswith("extra_demands"))) + 1
    found: list[Message] = []
    parse_exercises(
        parse_knowledge_file("desk.toml", text.replace("extra_demands = [", 'extra_demands = ["wings"', 1)), found
    )
    assert [render(one).split(";")[0] for one in found] == [
        f"desk.toml, line {line}, {next(iter(source.content))}: 'extra_demands' holds 'wings'"
    ]
