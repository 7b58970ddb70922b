"""The command line: thin commands over the package, one module for each stretch of the way."""

from __future__ import annotations

from typing import Annotated

import typer

from psoas import __version__
from psoas.cli.assess import assess
from psoas.cli.demo import demo
from psoas.cli.library import exercise, exercises, sources
from psoas.cli.options import BAD_INPUT, DONE, REFUSED
from psoas.cli.places import places
from psoas.cli.plan import plan
from psoas.cli.postures import posture
from psoas.cli.recordings import analyze, cohort, report
from psoas.cli.serve import serve

__all__ = ["BAD_INPUT", "DONE", "REFUSED", "app"]

app = typer.Typer(no_args_is_help=True, help="Measure the whole psoas in recordings of people moving.")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"psoas {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Measure the whole psoas in recordings of people moving."""


for command in (analyze, report, posture, cohort, exercise, exercises, assess, plan, places, serve, demo, sources):
    app.command()(command)
