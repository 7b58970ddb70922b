"""The command over marker names: what they mean, and a proposal for those that nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas.cli.option_groups import takes
from psoas.cli.recording_commands import parse_up
from psoas.cli.shared_options import report_errors
from psoas.core.catalogue import render, text

if TYPE_CHECKING:
    from rich.table import Table

    from psoas.kinematics.marker_recognition.marker_reading import MarkerReading
    from psoas.kinematics.marker_recognition.proposal import Proposal


@dataclass(frozen=True)
class MarkersOptions:
    """Arguments and options of ``psoas markers``."""

    file: Annotated[Path, typer.Argument(help="cli.markers_command.file")]
    static: Annotated[Path | None, typer.Option(help="cli.markers_command.static")] = None
    out: Annotated[Path | None, typer.Option(help="cli.markers_command.out")] = None
    up: Annotated[str, typer.Option(help="cli.markers_command.up")] = "auto"


@takes(MarkersOptions)
def markers(options: MarkersOptions) -> None:
    """What the markers of a file stand for; with --out, as a map to confirm."""
    with report_errors():
        from psoas.kinematics.marker_recognition.map_text import marker_map_text
        from psoas.kinematics.marker_recognition.marker_reading import read_marker_places
        from psoas.recording import read
        from psoas.recording.file_writers import write_text

        up = parse_up(options.up)
        static = read(options.static, up=up) if options.static else None
        reading = read_marker_places(read(options.file, up=up), static=static)
        _print(reading, options.file.name)
        if options.out:
            write_text(options.out, marker_map_text(reading, file=options.file.name).splitlines())
            typer.echo(text("cli.markers_command.written", path=str(options.out), file=options.file.name))


def _print(reading: MarkerReading, file: str) -> None:
    from rich.console import Console

    sets = ", ".join(reading.match.sets)
    key = "cli.markers_command.known" if reading.named else "cli.markers_command.none_known"
    count = len(reading.named) + (len(reading.proposal.markers) if reading.proposal else 0)
    typer.echo(text(key, file=file, known=len(reading.named), count=count, sets=sets))
    Console(highlight=False).print(_table(reading))
    if reading.proposal:
        for line in _summary(reading.proposal):
            typer.echo(line)


def _summary(proposal: Proposal) -> list[str]:
    """How the proposal came about and how far it goes, one line each."""
    sure = sum(one.sure for one in proposal.markers)
    values = {"sure": sure, "unsure": len(proposal.markers) - sure}
    found = text(
        "cli.markers_command.person",
        height=f"{proposal.stature_m:.2f}", axis=proposal.up.upper(), error=f"{1000 * proposal.error_m:.0f}",
    )  # fmt: skip
    sides = text(f"cli.markers_command.sides_{'sure' if proposal.sides_sure else 'unsure'}")
    return [found, sides, *(render(note) for note in proposal.notes), text("cli.markers_command.counts", **values)]


def _table(reading: MarkerReading) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in ("marker", "place", "confidence", "or"):
        table.add_column(text(f"cli.markers_command.column_{column}"), no_wrap=column != "or")
    for name, place in reading.named.items():
        table.add_row(name, place, text("cli.markers_command.by_name"), "")
    for one in reading.proposal.markers if reading.proposal else ():
        confidence = text(f"cli.markers_command.{'sure' if one.sure else 'unsure'}", percent=one.percent)
        others = ", ".join(f"{other.place or '-'} {round(100 * other.confidence)} %" for other in one.alternatives)
        table.add_row(one.marker, one.place or "-", confidence, others)
    return table
