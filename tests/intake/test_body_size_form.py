"""Height and weight as people write them, on every page alike."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from psoas.core.catalogue import render
from psoas.intake import body_size_form
from psoas.store import person_repository
from psoas.store.person_repository import PersonRecord
from tests.story_person import LAWYER, send, tell
from tests.web_worlds import World


@pytest.mark.parametrize(
    ("given", "height_m"), [("178", 1.78), ("178,5", 1.785), ("1,78", 1.78), ("1.78", 1.78), ("", None), (" ", None)]
)
def test_a_height_may_be_in_centimetres_or_metres(given: str, height_m: float | None) -> None:
    found, faults = body_size_form.read_body_size({"height": given, "mass": ""})
    assert faults == {}
    assert found.height_m == (None if height_m is None else pytest.approx(height_m))
    assert found.mass_kg is None


@pytest.mark.parametrize(("field", "given"), [("height", "17"), ("height", "tall"), ("mass", "840"), ("mass", "nan")])
def test_what_cannot_be_says_what_would(field: str, given: str) -> None:
    _, faults = body_size_form.read_body_size({field: given})
    assert list(faults) == [field]
    assert f"'{given}' cannot be used" in render(faults[field])
    assert ("such as 172" if field == "height" else "such as 67.5") in render(faults[field])


def test_what_was_told_comes_back_as_it_was() -> None:
    told = PersonRecord(uuid4(), "Ada", height_m=1.785, mass_kg=84.5)
    assert body_size_form.body_size_fields(told) == {"height": "178.5", "mass": "84.5"}
    assert body_size_form.body_size_fields(PersonRecord(uuid4(), "Ada")) == {"height": "", "mass": ""}


def test_story_and_measure_ask_alike(tmp_path: Path) -> None:
    world = World(tmp_path)
    send(world, "/story")
    tell(world, LAWYER, until="where")
    got = send(world, "/story/ask/size", {"height": "1,785", "mass": "840"})
    assert got.status_code == 422
    assert "Weight: &#39;840&#39; cannot be used" in got.text
    assert 'value="1,785"' in got.text, "what was typed is still there"
    assert person_repository.find_person(world.site.home).height_m != 1.785
    send(world, "/story/ask/size", {"height": "1,785", "mass": "84,5"})
    form = world.home.get("/measure/new").text
    assert 'value="178.5"' in form
    assert 'value="84.5"' in form
