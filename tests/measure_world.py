"""What the tests of Measure share: an app with a recording cut short, handed in as a browser does."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from httpx2 import Response

from psoas.store import job_queue
from psoas.store.job_queue import WAITING, Job
from tests.web_worlds import World
from tests.worlds import WALK, cut

SHORT = slice(0, 160)
"""A second and a half of the bundled walk: enough to follow, too short for a whole stride."""


def short_walk(folder: Path) -> Path:
    """The beginning of the bundled walk."""
    return cut(WALK, folder / "walk.trc", SHORT)


def hand_in(world: World, path: Path, name: str = "", **told: str) -> Response:
    """Send the form with a recording."""
    files = {"recording": (name or path.name, path.read_bytes())}
    return world.home.post("/measure/new", data=told, files=files, headers=world.own)


def key_of(answer: Response) -> UUID:
    """The id of the measure that a form led to."""
    assert answer.status_code == 303, answer.text
    return UUID(answer.headers["location"].removeprefix("/measure/"))


def until(world: World, key: UUID, told: Callable[[Job], bool], seconds: float = 120) -> Job:
    """The job once ``told`` holds of it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        job = job_queue.find_job(world.site.home, key)
        assert job is not None
        if told(job):
            return job
        assert job.state in WAITING, job
        time.sleep(0.05)
    raise AssertionError(f"still {job}")


def files_of(world: World) -> list[str]:
    """Every file of measures, below the data folder."""
    found = (world.settings.folder / "measures").rglob("*")
    return sorted(path.name for path in found if path.is_file())
