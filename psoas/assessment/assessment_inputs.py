"""What an assessment starts from: an answers file and the folders of one or two analysed recordings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from psoas.assessment.recording_measures import Measures, read_measures
from psoas.core.errors import InputError
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import read_answers


def read_answers_and_measures(
    answers: Path, measures: Path | None = None, before: Path | None = None
) -> tuple[IntakeAnswers, Measures | None, Measures | None]:
    """The story, what a recording measured and what an earlier one did.

    Raises ``InputError`` with the faults of all three.
    """
    faults: list[str] = []

    def tried(read: Callable[[Path], Any], path: Path | None) -> Any:
        try:
            return read(path) if path else None
        except InputError as error:
            faults.extend(error.faults)

    found = tried(read_answers, answers), tried(read_measures, measures), tried(read_measures, before)
    if before and not measures:
        faults.append("an earlier recording alone tells no change; expected measures of now as well")
    if faults:
        raise InputError(*faults)
    return found
