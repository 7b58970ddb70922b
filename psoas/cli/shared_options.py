"""What the commands share: the options of several, exit codes, errors as lines, a progress bar."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from psoas.core.catalogue import render
from psoas.core.errors import InputError, PsoasError
from psoas.core.sides import SIDES
from psoas.core.stages import Progress as StageProgress
from psoas.core.stages import Stage

MOST_TIGHT = 0.3
"""A tendon shorter by more than this share of the fibre would leave no fibre its working range (assumed)."""
DONE, BAD_INPUT, REFUSED = 0, 2, 3
"""Exit codes: done; bad input or use (nothing written); refused for quality (what can be trusted is written)."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON alone on standard output.")]
Rhythm = Annotated[str, typer.Option("--rhythm", help="Lumbar rhythm: pearcy1984 or christophy2012.")]
Bracing = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Activation of transversus abdominis that is put in, 0 to 1.")
]
Tightness = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SIDE=SHARE", help="Shorten a psoas tendon by a share of its fibre, e.g. right=0.1; repeatable."
    ),
]


def force_setting(bracing: float, tightness: list[str] | None) -> Any:
    """What is put in rather than found, or None when nothing is; all faults together."""
    from psoas.mechanics.muscle_forces import ForceSetting

    tight, faults = {}, []
    for pair in tightness or []:
        side, _, share = pair.partition("=")
        try:
            tight[side] = float(share)
        except ValueError:
            faults.append(f"--tightness {pair}: expected SIDE=SHARE, such as right=0.1")
            continue
        if side not in SIDES or not 0.0 <= tight[side] <= MOST_TIGHT:
            faults.append(f"--tightness {pair}: expected right or left, and a share from 0 to {MOST_TIGHT:g}")
    if faults:
        raise InputError(*faults)
    return ForceSetting(bracing, tight) if bracing or tight else None


@contextmanager
def report_errors() -> Iterator[None]:
    """Turns the package's own errors into lines on standard error and exit code 2."""
    try:
        yield
    except PsoasError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(BAD_INPUT) from error


@contextmanager
def progress_bar(file: Path, *, quiet: bool) -> Iterator[StageProgress | None]:
    """A progress bar on standard error where a person watches; nothing otherwise."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(file.name, total=None)

        def show(stage: Stage, done: int, total: int) -> None:
            bar.update(task, description=render(stage.message), completed=done, total=total)

        yield show
