"""The command that writes an analysed folder in other formats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.option_groups import takes
from psoas.cli.shared_options import report_errors
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import message


@dataclass(frozen=True)
class ExportOptions:
    """Arguments and options of ``psoas export``."""

    folder: Annotated[Path, typer.Argument(help="cli.export.folder")]
    out: Annotated[Path | None, typer.Option(help="cli.export.out")] = None
    format: Annotated[list[str] | None, typer.Option("--format", help="cli.export.format")] = None


@takes(ExportOptions)
def export(options: ExportOptions) -> None:
    """Write an analysed folder in other formats."""
    with report_errors():
        from psoas.exports.exporter import ExportFormat, export_results

        known = [one.value for one in ExportFormat]
        chosen = options.format or known
        if unknown := [name for name in chosen if name not in known]:
            raise InputError(message("cli.export.unknown", name=unknown[0], known=", ".join(known)))
        out = options.out or options.folder / "export"
        files = export_results(options.folder, out, [ExportFormat(name) for name in chosen])
        for place, count in Counter(path.parent for path in files).items():
            typer.echo(text("cli.export.written", path=str(place), count=count))
