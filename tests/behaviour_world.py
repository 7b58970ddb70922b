"""The doors of the product that the frozen behaviour is asked through: commands, the app, and a clock that stands.

Whatever is renamed, imports and commands change here and nowhere else. Everything is asked as a person would: a command
with its options, a page with its address.
"""

from __future__ import annotations

import datetime as clock
import itertools
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient
from typer.testing import CliRunner, Result

import psoas.demo.made_up_person  # noqa: F401
from psoas.cli import app
from psoas.services.settings import Settings
from psoas.web.app import create_app, open_site

PACKAGE, COMMANDS = "psoas", "psoas.cli"
"""Modules of the package see the clock that stands. Those of the commands do not: they read days from options."""
DATABASE = "psoas.sqlite3"
SUMMARY, PROGRAM = "summary.json", "program.json"
SUMMARY_SCHEMA = "psoas.summary/1"
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
STATIC = ("--static", EXAMPLES / "walking_static.trc", "--height", "1.70", "--mass", "66", "--sex", "female")
RECORDINGS: dict[str, tuple[str | Path, ...]] = {
    "walking": (EXAMPLES / "walking.trc", *STATIC),
    "walking_with_plates": (EXAMPLES / "walking.trc", *STATIC, "--forces", EXAMPLES / "walking_grf.mot"),
    "walking_coordinates": (EXAMPLES / "walking_truth.mot",),
}
"""The recordings that are analysed, and how."""
STARTS = ("/", "/measure", "/story", "/findings", "/program", "/progress", "/breath", "/session", "/session/after")
"""Where a walk over the pages begins; links lead on."""
LOG = "/api/log"
Json = Any


def command(*arguments: str | Path) -> Result:
    """A command, as in a terminal."""
    return CliRunner().invoke(app, [str(one) for one in arguments])


def analysed(name: str, out: Path) -> Json:
    """The summary of one of the recordings; its whole folder is left in ``out``."""
    found = command("analyze", *RECORDINGS[name], "--out", out)
    assert found.exit_code == 0, found.output
    return read(out / SUMMARY)


def assessed(answers: Path, measures: Path | None) -> Json:
    """What is found in answers, and with which code the command ends."""
    found = command("assess", answers, *(("--measures", measures) if measures else ()), "--json")
    assert found.exit_code in (0, 3), found.output
    return {"exit_code": found.exit_code, **json.loads(found.stdout)}


def planned(answers: Path, measures: Path | None, options: Mapping[str, Any], out: Path) -> Json:
    """The program of answers; nothing but the code where it is refused."""
    asked = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    found = command("plan", answers, *(("--measures", measures) if measures else ()), *asked, "--out", out)
    assert found.exit_code in (0, 3), found.output
    return {"exit_code": found.exit_code, **(read(out / PROGRAM) if found.exit_code == 0 else {})}


def made_up(folder: Path, day: clock.date, measure: Path) -> None:
    """The made-up person in a data folder, as of a day."""
    found = command("demo", "--data", folder, "--measure", measure, "--today", day.isoformat())
    assert found.exit_code == 0, found.output


def opened(folder: Path) -> TestClient:
    """A browser on this machine, in front of the app on a data folder."""
    settings = Settings(folder)
    made = create_app(settings, open_site(settings))
    base = f"http://localhost:{settings.port}"
    return TestClient(made, base_url=base, client=("127.0.0.1", 50000), follow_redirects=False)


def own(client: TestClient) -> dict[str, str]:
    """What a browser says when a page of the app itself sends something."""
    return {"Origin": str(client.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}


def read(path: Path) -> Json:
    """A JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def toml(given: Mapping[str, Any]) -> str:
    """A mapping as TOML: one line a key, tables within it in braces."""
    return "".join(f"{json.dumps(key)} = {_value(value)}\n" for key, value in given.items())


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    return value.isoformat() if isinstance(value, clock.date) else json.dumps(value, ensure_ascii=False)


@contextmanager
def pinned(day: clock.date, hour: int = 12) -> Iterator[None]:
    """An hour of a day in UTC for every module of the package, a millisecond later each time it is asked.

    A module that is loaded for the first time within would not see it; that is an error, and the place to load it is
    the top of this file.
    """
    real = {"date": clock.date, "datetime": clock.datetime}
    fake = _standing(day, hour)
    zone, names = os.environ.get("TZ"), _modules()
    os.environ["TZ"] = "UTC"
    time.tzset()
    changed = [(sys.modules[name], key, value) for name in names for key, value in vars(sys.modules[name]).items()
               if value is real["date"] or value is real["datetime"]]  # fmt: skip
    for module, key, value in changed:
        setattr(module, key, fake[value.__name__])
    try:
        yield
        late = [name for name in _modules() - names if set(vars(sys.modules[name])) & set(real)]
        assert not late, f"loaded too late for the clock: {', '.join(sorted(late))}"
    finally:
        for module, key, value in changed:
            setattr(module, key, value)
        os.environ.pop("TZ")
        if zone is not None:
            os.environ["TZ"] = zone
        time.tzset()


def _modules() -> set[str]:
    """The modules that see the clock, as far as they are loaded."""
    named = {name for name in sys.modules if name.partition(".")[0] == PACKAGE}
    return {name for name in named if not f"{name}.".startswith(f"{COMMANDS}.")}


def _standing(day: clock.date, hour: int) -> dict[str, type]:
    """``date`` and ``datetime`` that know what day it is."""
    ticks = itertools.count()

    class AnyDate(type):
        def __instancecheck__(cls, one: object) -> bool:
            return isinstance(one, clock.date)

    class AnyMoment(type):
        def __instancecheck__(cls, one: object) -> bool:
            return isinstance(one, clock.datetime)

    class Date(clock.date, metaclass=AnyDate):
        @classmethod
        def today(cls) -> Any:
            return clock.date(day.year, day.month, day.day)

    class Moment(clock.datetime, metaclass=AnyMoment):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            start = clock.datetime(day.year, day.month, day.day, hour, tzinfo=clock.UTC)
            at = start + clock.timedelta(milliseconds=next(ticks))
            return at.astimezone(tz) if tz else at.replace(tzinfo=None)

    return {"date": Date, "datetime": Moment}
