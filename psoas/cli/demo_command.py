"""The command that makes a made-up person to look around with."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.shared_options import report_errors


def demo(
    data: Annotated[Path, typer.Option(metavar="DIR", help="Where the made-up data are kept, away from your own.")],
    measure: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of psoas analyze, shown as the newest recording.")
    ] = None,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that the eight weeks end on.")
    ] = None,
) -> None:
    """A made-up person with eight weeks of practice, so that every page of the app has something to show.

    Equal days make equal data. A folder that holds a real person's data is refused.
    """
    with report_errors():
        from psoas.demo.made_up_person import make_demo

        make_demo(data, today=today.date() if today else date.today(), measure=measure)
    typer.echo(f"Made up in {data}. Look at it with: psoas serve --data {data}")
