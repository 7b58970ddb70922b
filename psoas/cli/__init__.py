"""The command line: thin commands over the package, one module for each stretch of the way."""

from __future__ import annotations

from typing import Annotated

import typer

from psoas.cli.assess_command import assess
from psoas.cli.belly_check_command import belly_check
from psoas.cli.demo_command import demo
from psoas.cli.exercise_commands import exercise, exercises, sources
from psoas.cli.export_command import export
from psoas.cli.import_command import import_model
from psoas.cli.markers_command import markers
from psoas.cli.plan_command import plan
from psoas.cli.posture_command import posture
from psoas.cli.recording_commands import analyze, cohort, report
from psoas.cli.serve_command import serve
from psoas.cli.session_template_command import places
from psoas.cli.shared_options import BAD_INPUT, DONE, REFUSED
from psoas.cli.translated_commands import LANG, TranslatedCommand, TranslatedGroup, check_language
from psoas.core.version import __version__

__all__ = ["BAD_INPUT", "DONE", "REFUSED", "app"]

app = typer.Typer(cls=TranslatedGroup, no_args_is_help=True, help="cli.about")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"psoas {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="cli.version")
    ] = False,
    lang: Annotated[
        str | None, typer.Option(LANG, metavar="CODE", callback=check_language, is_eager=True, help="cli.lang")
    ] = None,
) -> None:
    """Options before the name of a command; ``TranslatedGroup`` has chosen the language by then."""


NAMES = {"cli.import": "import"}
"""Commands that cannot be called as their function is, because the name is a word of Python."""

for command, help_key in (
    (analyze, "cli.analyze"),
    (markers, "cli.markers_command"),
    (report, "cli.report"),
    (export, "cli.export"),
    (posture, "cli.posture"),
    (cohort, "cli.cohort"),
    (exercise, "cli.exercise"),
    (exercises, "cli.exercises"),
    (assess, "cli.assess"),
    (belly_check, "cli.belly_check"),
    (plan, "cli.plan"),
    (places, "cli.places"),
    (serve, "cli.serve"),
    (demo, "cli.demo"),
    (sources, "cli.sources"),
    (import_model, "cli.import"),
):
    app.command(NAMES.get(help_key), cls=TranslatedCommand, help=help_key)(command)
