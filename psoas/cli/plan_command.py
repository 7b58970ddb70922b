"""The command from answers to a program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas.cli.assess_command import Answers, MeasuresFrom, list_faults
from psoas.cli.option_groups import takes
from psoas.cli.shared_options import REFUSED
from psoas.core.catalogue import text

if TYPE_CHECKING:
    from psoas.intake.answers import Preferences


@dataclass(frozen=True)
class PlanOptions:
    """Arguments and options of ``psoas plan``."""

    answers: Answers
    out: Annotated[Path, typer.Option("--out", help="cli.plan.out")]
    measures: MeasuresFrom = None
    place: Annotated[str | None, typer.Option(help="cli.plan.place")] = None
    minutes: Annotated[float | None, typer.Option(help="cli.plan.minutes")] = None
    days: Annotated[int | None, typer.Option(help="cli.plan.days")] = None
    weeks: Annotated[int | None, typer.Option(help="cli.plan.weeks")] = None
    start: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="cli.plan.start")] = None

    def override(self, wishes: Preferences) -> Preferences:
        """The wishes of the answers, with what was given on the command line in their place."""
        return replace(
            wishes,
            place=self.place or wishes.place,
            minutes=wishes.minutes if self.minutes is None else self.minutes,
            days=wishes.days if self.days is None else self.days,
            weeks=wishes.weeks if self.weeks is None else self.weeks,
        )


@takes(PlanOptions)
def plan(options: PlanOptions) -> None:
    """A program for one person; exit code 3, and nothing written, when something needs a doctor first."""
    with list_faults():
        from psoas.assessment.assessment_inputs import read_answers_and_measures
        from psoas.assessment.assessor import assess
        from psoas.program.planner import ScreeningStop, plan_program
        from psoas.program.program_export import write_program
        from psoas.program.program_text import program_text

        answers, now, _ = read_answers_and_measures(options.answers, options.measures, None)
        answers = replace(answers, wishes=options.override(answers.wishes))
        found = assess(answers, now)
        try:
            program = plan_program(answers, found)
        except ScreeningStop as stop:
            typer.echo("\n".join(stop.faults), err=True)
            raise typer.Exit(REFUSED) from stop
        write_program(program, found, options.out, start=options.start.date() if options.start else None)
    typer.echo("\n".join([*program_text(program, found), "", text("cli.plan.written", path=str(options.out))]))
