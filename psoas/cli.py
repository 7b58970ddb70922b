"""The command line: thin commands over the package."""

from __future__ import annotations

from typing import Annotated

import typer

from psoas import __version__

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
