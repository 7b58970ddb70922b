"""What a person asks of a recording, and where its files lie: one folder a measure, inside the person's own."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from pydantic import TypeAdapter

from psoas.body.person import Person
from psoas.core.json_types import JsonTable, JsonValue
from psoas.recording import Up

MEASURES = "measures"
RECORDING, STATIC, FORCES, MARKERS = "recording", "static", "forces", "markers"
PARTS = (RECORDING, STATIC, FORCES, MARKERS)
"""The files that may come along; each lies in a folder of that name, under its own."""
RESULT = "result"
SUGGESTIONS = "suggestions.json"
"""What the markers may be, where nobody knows their names; beside the folders of what was handed in."""
DRAFT = ".part"
"""Ends the name of a folder into which files are still being written."""
DRAFT_S = 24 * 3600.0
"""So old, it is what an app that was killed left behind."""


@dataclass(frozen=True)
class AnalysisRequest:
    """One analysis as it was asked for: ``folder`` below the data folder, file names by part, what was told of the
    person (None where it was not), the axis that points ``up``, and the ``day`` of the recording."""

    folder: str
    files: Mapping[str, str]
    day: date
    up: Up = "auto"
    height_m: float | None = None
    mass_kg: float | None = None
    sex: str | None = None

    @property
    def name(self) -> str:
        """The recording's own name."""
        return self.files[RECORDING]

    @property
    def person(self) -> Person:
        """Who is measured."""
        return Person.of(height_m=self.height_m, mass_kg=self.mass_kg, sex=self.sex)

    def path(self, home: Path, part: str) -> Path | None:
        """Where a part lies, given the data folder; None when it did not come along."""
        return home / self.folder / part / self.files[part] if part in self.files else None

    def json(self) -> dict[str, JsonValue]:
        """As a job keeps it."""
        found: dict[str, JsonValue] = REQUEST.dump_python(self, mode="json")
        return found


REQUEST = TypeAdapter(AnalysisRequest)


def parse_request(asked: JsonTable) -> AnalysisRequest:
    """What ``AnalysisRequest.json`` made, read back; ``pydantic.ValidationError`` for anything else."""
    return REQUEST.validate_python(asked)


def has_suggestions(home: Path, folder: str) -> bool:
    """Whether there are suggestions what the markers of a recording are."""
    return (home / folder / SUGGESTIONS).is_file()


def marker_map_of(result: Path) -> Path | None:
    """The marker map beside the result of an analysis, the newest where one was corrected; None without one."""
    return max((result.parent / MARKERS).glob("*.toml"), key=lambda one: one.stat().st_mtime, default=None)


def uploads_folder(person: UUID) -> str:
    """The folder of everything that a person handed in, below the data folder."""
    return f"{MEASURES}/{person.hex}"


def new_measure_folder(person: UUID) -> str:
    """A folder for one more measure, below the data folder; not made yet."""
    return f"{uploads_folder(person)}/{uuid4().hex}"


def remove_unfinished_uploads(home: Path) -> None:
    """Take out what was never wholly handed in, because the app was killed meanwhile."""
    for one in (home / MEASURES).glob(f"*/*{DRAFT}"):
        if time.time() - one.stat().st_mtime > DRAFT_S:
            shutil.rmtree(one, ignore_errors=True)


def clear_analysis_output(folder: Path) -> None:
    """Take out what an analysis wrote, whole or half; what the person handed in stays, and files beside it."""
    if not folder.is_dir():
        return
    for one in folder.iterdir():
        if one.is_dir() and one.name not in PARTS:
            shutil.rmtree(one, ignore_errors=True)


def remove_measure_files(home: Path, folder: str) -> None:
    """Take out a folder below the data folder with everything in it; nothing when it is gone, or is not below it."""
    found = (home / folder).resolve()
    if home.resolve() in found.parents:
        shutil.rmtree(found, ignore_errors=True)
