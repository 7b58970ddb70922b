"""The command from answers to a program."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.assess_command import Answers, MeasuresFrom, list_faults
from psoas.cli.shared_options import REFUSED


def plan(
    answers: Answers,
    out: Annotated[Path, typer.Option("--out", help="Folder for program.json, program.html and program.ics.")],
    measures: MeasuresFrom = None,
    place: Annotated[str | None, typer.Option(help="home, work or travel; otherwise as wished in the answers.")] = None,
    minutes: Annotated[float | None, typer.Option(help="Minutes of a session, 5 to 90.")] = None,
    days: Annotated[int | None, typer.Option(help="Sessions a week, 1 to 7.")] = None,
    weeks: Annotated[int | None, typer.Option(help="Weeks, 1 to 26.")] = None,
    start: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="A day of the first week; next Monday when left out.")
    ] = None,
) -> None:
    """A program for one person: phases, sessions, doses, each item with its reason, and what was left out and why.

    Ends with exit code 3, and writes nothing, when something needs a doctor before anything else.
    """
    with list_faults():
        from psoas.assessment.assessment_inputs import read_answers_and_measures
        from psoas.assessment.assessor import assess
        from psoas.program.planner import ScreeningStop
        from psoas.program.planner import plan_program as planned
        from psoas.program.program_export import write_program
        from psoas.program.program_text import program_text

        story, now, _ = read_answers_and_measures(answers, measures, None)
        wished = story.wishes
        story = replace(
            story,
            wishes=replace(
                wished,
                place=place or wished.place,
                minutes=wished.minutes if minutes is None else minutes,
                days=wished.days if days is None else days,
                weeks=wished.weeks if weeks is None else weeks,
            ),
        )
        found = assess(story, now)
        try:
            program = planned(story, found)
        except ScreeningStop as stop:
            typer.echo(str(stop), err=True)
            raise typer.Exit(REFUSED) from stop
        write_program(program, found, out, start=start.date() if start else None)
    typer.echo("\n".join([*program_text(program, found), "", f"Written: {out}"]))
