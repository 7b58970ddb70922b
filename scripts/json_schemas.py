"""Writes the JSON Schema of every published file into docs/schemas, so that the docs show what is read and written."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from psoas.analysis.posture_model import PostureSummary
from psoas.analysis.summary_model import Summary
from psoas.intake.answers_schema import AnswersFile
from psoas.program.program_schema import ProgramFile
from psoas.session.log_entry import SessionLogFile
from psoas.session.session_script import ScriptFile

FOLDER = Path(__file__).resolve().parents[1] / "docs/schemas"
SCHEMAS: list[tuple[str, type[BaseModel]]] = [
    ("answers", AnswersFile),
    ("program", ProgramFile),
    ("summary", Summary),
    ("posture", PostureSummary),
    ("log", SessionLogFile),
    ("script", ScriptFile),
]
"""Name of the file, without its suffix, and the model."""


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(exist_ok=True)
    for name, model in SCHEMAS:
        (FOLDER / f"{name}.json").write_text(schema_text(model), encoding="utf-8")


def schema_text(model: type[BaseModel]) -> str:
    """The JSON Schema of a model as its file holds it."""
    return json.dumps(model.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
