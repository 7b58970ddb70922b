"""Commands over what is known: the exercises, and where figures come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.shared_options import AsJson, report_errors
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import message


def exercise(
    name: Annotated[str, typer.Argument(help="cli.exercise.name")],
    png: Annotated[Path | None, typer.Option(help="cli.exercise.png")] = None,
    as_json: AsJson = False,
) -> None:
    """One exercise."""
    with report_errors():
        from psoas.exercises.exercise_json import exercise_json
        from psoas.exercises.exercise_text import exercise_text
        from psoas.knowledge.exercise_library import search_exercise

        one = search_exercise(name)
        if png is not None:
            from psoas.exercises.exercise_simulation import furthest_posture, reference_body
            from psoas.render.body_image import posture_picture, to_png

            to_png(posture_picture(reference_body(), furthest_posture(one)), png)
    if as_json:
        typer.echo(json.dumps(exercise_json(one)))
        return
    for line in [*exercise_text(one), *([text("cli.picture", path=str(png))] if png else [])]:
        typer.echo(line)


def exercises(
    sort: Annotated[str, typer.Option(help="cli.exercises.sort")] = "",
    as_json: AsJson = False,
) -> None:
    """The exercise library, ranked by an effect with --sort."""
    with report_errors():
        from psoas.exercises.exercise_json import exercise_list_json
        from psoas.exercises.exercise_text import exercise_list_text, list_exercises

        rows = list_exercises(sort)
    typer.echo(json.dumps(exercise_list_json(rows)) if as_json else "\n".join(exercise_list_text(rows, sort)))


def sources(keys: Annotated[list[str] | None, typer.Argument(help="cli.sources.keys")] = None) -> None:
    """Print where the figures come from."""
    with report_errors():
        from psoas.core.sources import STATUS, status_text
        from psoas.knowledge.practice_sources import all_sources

        known = all_sources()
        unknown = [key for key in keys or [] if key not in known]
        if unknown:
            raise InputError(*(message("source.unknown", key=key, known=", ".join(known)) for key in unknown))
        for key in keys or known:
            typer.echo(text("source.line", key=key, citation=known[key].citation, status=known[key].status))
        shown = {known[key].status for key in keys or known}
        for status in (one for one in STATUS if one in shown):
            typer.echo(text("source.status", status=status, meaning=status_text(status)))
