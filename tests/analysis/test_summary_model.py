"""``psoas.summary/1``: written and read without loss, checked at the door, published as a JSON Schema."""

from __future__ import annotations

import json
from typing import Any

import pytest

from psoas.analysis.json_numbers import number_or_nan
from psoas.analysis.summary_model import (
    SCHEMA,
    GaitKind,
    QualityStatus,
    Summary,
    read_excerpt,
    read_summary,
)
from psoas.analysis.summary_parts import MessageCode
from psoas.core.errors import InputError
from psoas.core.message import literal, message

SMALLEST: dict[str, Any] = {
    "schema": SCHEMA,
    "source": {"file": "a.trc", "kind": "trc", "marker_set": None, "rate_hz": 100, "frames": 3, "duration_s": 0.02},
    "person": {"height_m": 1.7, "mass_kg": 70, "sex": "female", "assumed": ["sex"]},
    "body": {"scale": {"pelvis": [1, 1.01, 1]}, "lumbar_rhythm": "pearcy1984"},
    "quality": {"status": "good", "reasons": []},
    "coordinates_deg": {},
}
"""The least that a whole summary holds."""


def changed(path: str, value: Any) -> str:
    """The smallest summary as text with one value changed; the path has dots."""
    tree = json.loads(json.dumps(SMALLEST))
    *above, last = path.split(".")
    place = tree
    for key in above:
        place = place[key]
    place[last] = value
    return json.dumps(tree)


def test_a_summary_comes_back_as_it_was_written() -> None:
    found = read_summary(json.dumps(SMALLEST), "summary.json")
    again = read_summary(json.dumps(found.to_json()), "summary.json")
    assert again == found and found.to_json()["schema"] == SCHEMA
    assert {key: found.to_json()[key] for key in ("source", "person", "body")} == {
        key: SMALLEST[key] for key in ("source", "person", "body")
    }


def test_fields_of_a_later_release_do_no_harm() -> None:
    assert read_summary(changed("quality.colour", "green"), "s").quality.status is QualityStatus.GOOD


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("schema", "psoas.summary/9", "psoas.summary/9"),
        ("person.mass_kg", "heavy", "person.mass_kg"),
        ("quality.status", "superb", "quality.status"),
        ("source.frames", 2.5, "source.frames"),
        ("body.scale", {"pelvis": [1, "x", 1]}, "body.scale.pelvis.1"),
        ("psoas", {"right": 3}, "psoas.right"),
    ],
)
def test_a_fault_says_where_it_is(path: str, value: Any, where: str) -> None:
    with pytest.raises(InputError, match=where.replace(".", r"\.")):
        read_summary(changed(path, value), "summary.json")


def test_all_faults_are_told_together() -> None:
    text = json.dumps({"schema": SCHEMA, "source": {}, "quality": {"status": 3}})
    with pytest.raises(InputError) as caught:
        read_summary(text, "summary.json")
    assert len(caught.value.faults) == 4, "person, body, coordinates_deg and the status"


def test_a_part_is_enough_for_an_excerpt() -> None:
    found = read_excerpt({"psoas": {"left": {"length_mm": {"max": 300}}}})
    assert found.psoas is not None and found.psoas["left"].length_mm.max == 300
    assert found.psoas.get("right") is None and found.forces is None
    with pytest.raises(KeyError):
        found.psoas["right"]


@pytest.mark.parametrize(("stance", "kind"), [(49.9, "running"), (50.0, "walking"), (None, "unknown")])
def test_one_rule_tells_running_from_walking(stance: float | None, kind: str) -> None:
    assert GaitKind.of(stance) == kind


def test_codes_of_messages_come_back() -> None:
    for one in (message("quality.seen", share=0.83), literal("A <b> sentence.")):
        assert MessageCode.of(one).message() == one
    assert MessageCode.of("plain").message() == literal("plain")


def test_a_number_that_is_not_known_is_nan() -> None:
    assert number_or_nan(None) != number_or_nan(None) and number_or_nan(2.0) == 2.0


def test_the_json_schema_names_every_field() -> None:
    schema = Summary.model_json_schema(mode="serialization")
    assert list(schema["properties"]) == list(read_summary(json.dumps(SMALLEST), "s").to_json())
