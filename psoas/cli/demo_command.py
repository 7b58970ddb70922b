"""The command that makes a made-up person to look around with."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.shared_options import report_errors
from psoas.core.catalogue import text


def demo(
    data: Annotated[Path, typer.Option(metavar="DIR", help="cli.demo.data")],
    measure: Annotated[Path | None, typer.Option(metavar="DIR", help="cli.demo.measure")] = None,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="cli.demo.today")] = None,
) -> None:
    """Make a made-up person with eight weeks of practice."""
    with report_errors():
        from psoas.demo.made_up_person import make_demo

        make_demo(data, today=today.date() if today else date.today(), measure=measure)
    typer.echo(text("cli.demo.made", folder=str(data)))
