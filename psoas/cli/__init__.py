"""The command line: thin commands over the package, one module for each stretch of the way."""

from __future__ import annotations

from typing import Annotated

import typer

from psoas.cli.assess_command import assess
from psoas.cli.demo_command import demo
from psoas.cli.exercise_commands import exercise, exercises, sources
from psoas.cli.plan_command import plan
from psoas.cli.posture_command import posture
from psoas.cli.recording_commands import analyze, cohort, report
from psoas.cli.serve_command import serve
from psoas.cli.shared_options import BAD_INPUT, DONE, REFUSED
from psoas.cli.template_command import places
from psoas.core.version import __version__

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
