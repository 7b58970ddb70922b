"""What an assessment starts from: an answers file and the folders of one or two analysed recordings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from psoas.assessment.recording_measures import Measures, read_measures
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import read_answers

Part = TypeVar("Part")


def read_answers_and_measures(
    answers: Path, measures: Path | None = None, before: Path | None = None
) -> tuple[IntakeAnswers, Measures | None, Measures | None]:
    """The answers, what a recording measured and what an earlier one did.

    Raises ``InputError`` with the faults of all three.
    """
    faults: list[Message] = []

    def read(reader: Callable[[Path], Part], path: Path | None) -> Part | None:
        try:
            return reader(path) if path else None
        except InputError as error:
            faults.extend(error.messages)
            return None

    told, now, earlier = read(read_answers, answers), read(read_measures, measures), read(read_measures, before)
    if before and not measures:
        faults.append(message("measures.earlier_alone"))
    if faults or told is None:
        raise InputError(*faults)
    return told, now, earlier
