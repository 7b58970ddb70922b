"""A person's answers: load them, save the next version, and delete everything."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress

from psoas.assessment.finding import Assessment
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_draft import AnswersDraft
from psoas.intake.answers_parser import parse_answers
from psoas.intake.intake_form import drop_irrelevant_answers
from psoas.knowledge.screening import Screening
from psoas.services.person_data import draft_of, load_person_data
from psoas.store import person_repository, repositories
from psoas.store.person_scope import PersonScope


def has_consented(own: PersonScope) -> bool:
    """Whether the person agreed to store answers; consent creates their first version."""
    return repositories.latest_answers(own) is not None


def load_draft(own: PersonScope) -> AnswersDraft:
    """The newest answers as a mapping of an answers file, to be changed and saved as the next version."""
    return draft_of(repositories.latest_answers(own))


def save_answers(own: PersonScope, told: AnswersDraft) -> None:
    """Save the next version, without answers to questions that are no longer asked; ``InputError`` for faulty ones."""
    told["answers"] = drop_irrelevant_answers(told["answers"])
    parse_answers(told)
    repositories.save_answers(own, told)


def load_answers(own: PersonScope) -> IntakeAnswers:
    """Everything that the person told."""
    return load_person_data(own).answers


def load_assessment(own: PersonScope) -> Assessment:
    """The assessment of everything told and measured."""
    return load_person_data(own).assessment


def load_screening(own: PersonScope) -> Screening:
    """What the screening finds, before everything else."""
    return load_person_data(own).screening


def delete_everything(own: PersonScope) -> None:
    """Delete every row of a person, and rewrite the database file without them; they may begin again."""
    person_repository.clear_person(own)
    if own.engine.dialect.name != "sqlite":
        return
    with suppress(sqlite3.OperationalError), closing(own.engine.raw_connection()) as connection:
        # Refused while another page reads. The rows are deleted even then.
        connection.cursor().execute("VACUUM")
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
