"""The command that asks the safety check before pressure on the belly."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.assess_command import list_faults
from psoas.cli.shared_options import REFUSED
from psoas.core.catalogue import render, text

MaybeAnswers = Annotated[Path | None, typer.Argument(help="cli.belly_check.answers")]


def belly_check(answers: MaybeAnswers = None) -> None:
    """Ask what the answers do not decide; exit code 3 where the belly is left alone."""
    with list_faults():
        from psoas.intake.answers import IntakeAnswers
        from psoas.intake.answers_parser import read_answers
        from psoas.intake.intake_form import settled_questions
        from psoas.knowledge.belly_check import AGREED, belly_questions, judge_belly_check
        from psoas.knowledge.screening import screen_answers

        story = read_answers(answers) if answers else IntakeAnswers()
    settled = settled_questions(story.answers)
    screening = screen_answers(story.answers, texts=story.all_texts, visits=story.visits)
    said: dict[str, bool] = {}
    if screening.program_allowed:
        for one in belly_questions().values():
            known = one.answered(story.answers, {}, settled)
            if known is None:
                said[one.id] = typer.confirm(one.words)
            if one.ask_first and (known or said.get(one.id)):
                said[AGREED] = typer.confirm(text("belly_check.agreed"))
    found = judge_belly_check(story.answers, said, screening, settled)
    typer.echo(text("belly_check.open" if found.opens else "belly_check.not_now"))
    for reason in found.reasons:
        typer.echo(f"  {render(reason)}")
    if said:
        lines = [f"{name} = {str(value).lower()}" for name, value in said.items()]
        typer.echo("\n".join(["", text("cli.belly_check.keep"), "[belly_check]", *lines]))
    if not found.opens:
        raise typer.Exit(REFUSED)
