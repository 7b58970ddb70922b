"""Schedules as files: the page for the wall, and a page for each person, all or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.program.program_export import put_in_place
from psoas.program.schedule_page import SchedulePage, schedule_page

WALL = "schedule"
"""The page for everybody."""


def write_schedules(wall: SchedulePage, own: Mapping[str, SchedulePage], out: Path) -> Path:
    """Write ``schedule.html`` and a page for each name into the folder ``out``; other files there stay.

    Raises:
        InputError: The folder cannot be written, or somebody is called as the page for the wall.
    """
    if WALL in own:
        raise InputError(message("plan.fault.called_schedule", name=WALL))
    texts = {f"{name}.html": schedule_page(page).encode() for name, page in {WALL: wall, **own}.items()}
    return put_in_place(texts, out)
