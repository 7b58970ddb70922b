"""The command that opens the app."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.shared_options import report_errors


def serve(
    port: Annotated[int, typer.Option(min=1, max=65534, help="Port on this machine; phones use the next one.")] = 8737,
    lan: Annotated[
        bool, typer.Option("--lan", help="Also let in paired phones of the same network, by HTTPS.")
    ] = False,
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="Where everything is kept.")] = None,
    database: Annotated[
        str, typer.Option(metavar="URL", help="Another database, e.g. postgresql+psycopg://me@localhost/psoas.")
    ] = "",
) -> None:
    """Open the app on this machine: the body, breath, and with --lan your phone."""
    with report_errors():
        from psoas.web.server import run_server

        run_server(port=port, lan=lan, folder=data, database=database)
