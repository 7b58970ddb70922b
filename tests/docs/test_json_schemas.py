"""The published JSON Schemas are those of the models, and files that are read are files that they allow."""

from __future__ import annotations

import json
import tomllib

import pytest
from pydantic import BaseModel

from psoas.intake.answers_schema import AnswersFile
from scripts.json_schemas import FOLDER, SCHEMAS, schema_text
from tests.worlds import EXAMPLES


@pytest.mark.parametrize(("name", "model"), SCHEMAS)
def test_a_schema_is_written_as_its_model_says(name: str, model: type[BaseModel]) -> None:
    written = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert written == schema_text(model), "run python -m scripts.json_schemas"
    fields = {one.alias or key for key, one in model.model_fields.items()}
    assert set(json.loads(written)["properties"]) == fields


def test_no_schema_is_left_of_a_model_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {name for name, _ in SCHEMAS}


def test_the_example_is_legal_and_comes_back_from_json() -> None:
    file = AnswersFile.model_validate(tomllib.loads((EXAMPLES / "answers.toml").read_text(encoding="utf-8")))
    assert AnswersFile.model_validate_json(file.model_dump_json(by_alias=True)) == file
