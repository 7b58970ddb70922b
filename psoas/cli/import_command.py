"""The command that says what was understood of somebody's own model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas.cli.shared_options import report_errors
from psoas.core.catalogue import render, text
from psoas.core.name_lists import name_list

if TYPE_CHECKING:
    from psoas.opensim_model import ModelParts


def import_model(file: Annotated[Path, typer.Argument(help="cli.import.file")]) -> None:
    """Print what a model holds and what of it is left out; nothing is written."""
    with report_errors():
        from psoas.opensim_model import read_model

        parts = read_model(file)
    for line in model_lines(parts):
        typer.echo(line)


def model_lines(parts: ModelParts) -> Iterator[str]:
    """A model in a few lines: its parts counted, its psoas, and each thing left out."""
    from psoas.opensim_model.model_psoas import psoas_lines

    free = len(parts.coordinates) - len(parts.couplers)
    points = [point for muscle in parts.muscles for point in muscle.points]
    counts = {
        "bodies": len(parts.bodies), "joints": len(parts.joints), "coordinates": len(parts.coordinates), "free": free,
        "muscles": len(parts.muscles), "points": len(points),
        "conditional": sum(bool(point.active_while) for point in points),
        "moving": sum(bool(point.moving) for point in points),
        "wraps": sum(len(muscle.wraps) for muscle in parts.muscles), "surfaces": len(parts.surfaces),
        "markers": len(parts.markers),
    }  # fmt: skip
    mass = f"{sum(body.mass for body in parts.bodies):.1f}"
    yield text("cli.import.model", name=parts.name, version=str(parts.version), mass=mass)
    for key in ("skeleton", "coordinates", "muscles", "markers"):
        yield "  " + text(f"cli.import.{key}", **counts)
    found = psoas_lines(parts)
    names = render(name_list([one.name for one in found])) if found else ""
    yield "  " + text("cli.import.psoas" if found else "cli.import.no_psoas", names=names)
    if found and not any(one.lumbar for one in found):
        yield "  " + text("cli.import.psoas_pelvic")
    yield "  " + text("cli.import.left_out", count=len(parts.left_out))
    for note in parts.left_out:
        yield "    " + render(note)
