"""The published JSON Schemas are those of the models, and files that are read are files that they allow."""

from __future__ import annotations

import json
import tomllib

import pytest

from psoas.intake.answers_schema import AnswersFile
from scripts.json_schemas import FOLDER, MODELS, schema_text, stale_schemas
from tests.worlds import EXAMPLES


def test_every_schema_is_written_as_the_models_say() -> None:
    assert stale_schemas() == [], "run python -m scripts.json_schemas"
    assert {path.stem for path in FOLDER.iterdir()} == set(MODELS)


@pytest.mark.parametrize("name", list(MODELS))
def test_a_schema_names_its_dialect_and_every_field(name: str) -> None:
    schema = json.loads(schema_text(name))
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == {one.alias or key for key, one in MODELS[name].model_fields.items()}


def test_the_example_is_legal_and_comes_back_from_json() -> None:
    file = AnswersFile.model_validate(tomllib.loads((EXAMPLES / "answers.toml").read_text(encoding="utf-8")))
    assert AnswersFile.model_validate_json(file.model_dump_json(by_alias=True)) == file
