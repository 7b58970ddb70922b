"""The command from answers to findings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.shared_options import BAD_INPUT, REFUSED, AsJson
from psoas.core.errors import InputError

Answers = Annotated[Path, typer.Argument(help="cli.assess.answers")]
MeasuresFrom = Annotated[Path | None, typer.Option("--measures", help="cli.assess.measures")]
BeforeFrom = Annotated[Path | None, typer.Option("--before", help="cli.assess.before")]


@contextmanager
def list_faults() -> Iterator[None]:
    """Turn bad input into all its faults, a line each, on standard error, and exit code 2."""
    try:
        yield
    except InputError as error:
        typer.echo("\n".join(error.faults), err=True)
        raise typer.Exit(BAD_INPUT) from error


def assess(answers: Answers, measures: MeasuresFrom = None, before: BeforeFrom = None, as_json: AsJson = False) -> None:
    """Findings from answers; exit code 3 when something needs a doctor before anything else."""
    with list_faults():
        from psoas.assessment.assessment_inputs import read_answers_and_measures
        from psoas.assessment.assessment_json import assessment_json
        from psoas.assessment.assessment_text import assessment_text
        from psoas.assessment.assessor import assess as assessed

        story, now, earlier = read_answers_and_measures(answers, measures, before)
        found = assessed(story, now, earlier)
    typer.echo(json.dumps(assessment_json(found)) if as_json else "\n".join(assessment_text(found)))
    if not found.screening.program_allowed:
        raise typer.Exit(REFUSED)
