"""What tests share: the data folder outside the repository, a real browser, and a ban on every other skip."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import NullPool, create_engine, make_url, text

pytest_plugins = ["pytester"]
# No deadline: machines differ, and `make bench` measures time. Chance explores at home, where a find can be followed.
hypothesis.settings.register_profile("home", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "home")

ROOT = Path(__file__).resolve().parents[1]
ABSENT = "the shared data folder is not here"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared recordings; a test that asks for them skips where they are absent, unless they are required."""
    folder = Path(os.environ.get("PSOAS_SHARED", ROOT.parent / "shared" / "data"))
    if folder.is_dir():
        return folder
    if os.environ.get("PSOAS_REQUIRE_SHARED") == "1":
        pytest.fail(f"PSOAS_REQUIRE_SHARED=1, and {ABSENT}: {folder}")
    pytest.skip(ABSENT)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, headless, with WebGL drawn in software; missing is a failure, never a skip."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_find_chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def database() -> Iterator[str]:
    """URL of a database with nothing in it, gone after the test: SQLite in memory, or one made for the test on the
    PostgreSQL server whose URL is in ``PSOAS_TEST_POSTGRES``."""
    server = os.environ.get("PSOAS_TEST_POSTGRES")
    if not server:
        yield "sqlite://"
        return
    name = f"psoas_test_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which somebody told a whole story and has a program; to be copied, for telling takes a while."""
    from tests.practice_worlds import with_program
    from tests.web_worlds import World

    world = World(tmp_path_factory.mktemp("told"))
    with_program(world)
    world.site.engine.dispose()
    return world.settings.folder


def _find_chromium() -> str:
    names = [os.environ.get("PSOAS_CHROMIUM", ""), *BROWSERS, "/Applications/Chromium.app/Contents/MacOS/Chromium"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("browser tests need Chromium: sudo apt-get install chromium")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test may skip for one reason only: turn every other skip into a failure."""
    report = yield
    _refuse_other_skips(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """A whole module may not skip either."""
    report = yield
    _refuse_other_skips(report)
    return report


def _refuse_other_skips(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail") and ABSENT not in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"only absent shared data may skip a test, not: {report.longrepr}"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Count the tests that the missing shared data took away."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if ABSENT in str(report.longrepr)]
    if skipped:
        terminalreporter.write_sep("=", f"{len(skipped)} tests did not run: {ABSENT}", yellow=True)
