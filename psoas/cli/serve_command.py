"""The command that opens the app."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.shared_options import report_errors


def serve(
    port: Annotated[int, typer.Option(min=1, max=65534, help="cli.serve.port")] = 8737,
    lan: Annotated[bool, typer.Option("--lan", help="cli.serve.lan")] = False,
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="cli.serve.data")] = None,
    database: Annotated[str, typer.Option(metavar="URL", help="cli.serve.database")] = "",
) -> None:
    """Open the app on this machine."""
    with report_errors():
        from psoas.web.server import run_server

        run_server(port=port, lan=lan, folder=data, database=database)
