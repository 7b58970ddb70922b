"""Commands over what is known: the exercises, and where figures come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.options import AsJson, refusing
from psoas.errors import InputError


def exercise(
    name: Annotated[str, typer.Argument(help="An exercise; psoas exercises lists them.")],
    png: Annotated[Path | None, typer.Option(help="Write a picture of where the exercise goes.")] = None,
    as_json: AsJson = False,
) -> None:
    """One exercise: how to do it, when to stop, and what it does to the psoas and the low back."""
    with refusing():
        from psoas.knowledge import wording
        from psoas.knowledge.exercises import exercise as known

        one = known(name)
        if png is not None:
            from psoas.knowledge.simulate import furthest, reference_body
            from psoas.report.picture import posture_picture, to_png

            to_png(posture_picture(reference_body(), furthest(one)), png)
    if as_json:
        typer.echo(json.dumps(wording.as_json(one)))
        return
    for line in [*wording.in_words(one), *([f"Picture: {png}"] if png else [])]:
        typer.echo(line)


def exercises(
    sort: Annotated[
        str, typer.Option(help="Rank by an effect, such as lumbar_compression_n.L4_L5 or activation.gluteus_medius.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """The exercise library; with --sort ranked by what a simulation on the same body found."""
    with refusing():
        from psoas.knowledge.wording import listed, listed_in_words

        rows = listed(sort)
    typer.echo(json.dumps(rows) if as_json else "\n".join(listed_in_words(rows, sort)))


def sources(keys: Annotated[list[str] | None, typer.Argument(help="Source keys; all when left out.")] = None) -> None:
    """Print where the figures come from."""
    with refusing():
        from psoas.body.sources import STATUS
        from psoas.knowledge.sources import all_sources

        known = all_sources()
        unknown = [key for key in keys or [] if key not in known]
        if unknown:
            raise InputError(*(f"source '{key}' is not known; expected one of {', '.join(known)}" for key in unknown))
        for key in keys or known:
            typer.echo(f"{key}: {known[key].citation} [{known[key].status}]")
        shown = {known[key].status for key in keys or known}
        for status in (one for one in STATUS if one in shown):
            typer.echo(f"[{status}] {STATUS[status]}")
