"""What the commands share: the options of several, exit codes, errors as lines, a progress bar."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas.core.catalogue import render, visible
from psoas.core.errors import InputError, PsoasError
from psoas.core.message import message
from psoas.core.sides import SIDES
from psoas.core.stages import Progress, Stage

if TYPE_CHECKING:
    from psoas.mechanics.muscle_force_estimation import ForceSetting

MOST_TIGHT = 0.3
"""A tendon shorter by more than this share of the fibre would leave no fibre its working range (assumed)."""
DONE, BAD_INPUT, REFUSED = 0, 2, 3
"""Exit codes: done; bad input or use (nothing written); refused for quality (what can be trusted is written)."""

AsJson = Annotated[bool, typer.Option("--json", help="cli.json")]
Rhythm = Annotated[str, typer.Option("--rhythm", help="cli.rhythm")]
Bracing = Annotated[float, typer.Option(min=0.0, max=1.0, help="cli.bracing")]
Tightness = Annotated[list[str] | None, typer.Option(metavar="SIDE=SHARE", help="cli.tightness")]
Height = Annotated[float | None, typer.Option(help="cli.height")]
Mass = Annotated[float | None, typer.Option(help="cli.mass")]
Sex = Annotated[str | None, typer.Option(help="cli.sex")]
MarkerMap = Annotated[Path | None, typer.Option(help="cli.markers")]
Smoothness = Annotated[float, typer.Option(min=0.0, help="cli.smoothness")]


def parse_force_setting(bracing: float, tightness: list[str] | None) -> ForceSetting | None:
    """Bracing and tightness as an input of the force computation.

    Args:
        bracing: Activation of transversus abdominis, 0 to 1.
        tightness: Pairs such as "right=0.1": a side, and the share of its fibre by which a tendon is shorter.

    Returns:
        The setting; None when neither is given.

    Raises:
        InputError: Pairs that cannot be read or are out of range, all together.
    """
    from psoas.mechanics.muscle_force_estimation import ForceSetting

    tight, faults = {}, []
    for pair in tightness or []:
        side, _, share = pair.partition("=")
        try:
            tight[side] = float(share)
        except ValueError:
            faults.append(message("cli.tightness_form", given=pair))
            continue
        if side not in SIDES or not 0.0 <= tight[side] <= MOST_TIGHT:
            faults.append(message("cli.tightness_range", given=pair, most=f"{MOST_TIGHT:g}"))
    if faults:
        raise InputError(*faults)
    return ForceSetting(bracing, tight) if bracing or tight else None


@contextmanager
def report_errors() -> Iterator[None]:
    """Turn the package's own errors into at most six lines on standard error, and exit code 2."""
    try:
        yield
    except PsoasError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(BAD_INPUT) from error


@contextmanager
def progress_bar(file: Path, *, quiet: bool) -> Iterator[Progress | None]:
    """A progress bar on standard error where a person watches; nothing otherwise."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as ProgressBar

    with ProgressBar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(visible(file.name)), total=None)

        def show(stage: Stage, done: int, total: int) -> None:
            bar.update(task, description=render(stage.message), completed=done, total=total)

        yield show
