"""The command that makes a made-up person to look around with."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from psoas.cli.options import refusing


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
    with refusing():
        from psoas.web.demo import make

        make(data, today=today.date() if today else date.today(), measure=measure)
    typer.echo(f"Made up in {data}. Look at it with: psoas serve --data {data}")
