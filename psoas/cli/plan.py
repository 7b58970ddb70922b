"""The command from answers to a program."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.assess import Answers, MeasuresFrom, listing
from psoas.cli.options import REFUSED


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
    with listing():
        from psoas.assessment.assess import assess
        from psoas.assessment.read import read_inputs
        from psoas.program.plan import Stopped
        from psoas.program.plan import plan as planned
        from psoas.program.wording import in_words
        from psoas.program.write import write_program

        story, now, _ = read_inputs(answers, measures, None)
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
        except Stopped as stop:
            typer.echo(str(stop), err=True)
            raise typer.Exit(REFUSED) from stop
        write_program(program, found, out, start=start.date() if start else None)
    typer.echo("\n".join([*in_words(program, found), "", f"Written: {out}"]))
