"""Opening the database: SQLite in the data folder or any URL, brought up to date before anyone reads it."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from psoas.core.errors import InputError

FILE = "psoas.sqlite3"
BUSY_MS = 5000
"""How long a writer waits for another before it gives up."""
EXPECTED = "; expected sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"
WRITES = "psoas_writes"
"""Name of the option that tells a writing transaction from a reading one."""


def sqlite_url(folder: Path) -> str:
    """The URL of the SQLite file inside a data folder."""
    return f"sqlite:///{folder / FILE}"


def open_database(url: str) -> Engine:
    """An engine on ``url`` whose tables are up to date; ``sqlite://`` alone is a database in memory, for tests.

    Raises ``InputError`` when the URL is not one, its driver is missing or the database cannot be reached.
    """
    try:
        engine = _engine(url)
        migrate(engine)
    except (ArgumentError, ModuleNotFoundError) as error:
        hint = "; pip install 'psoas[postgres]'" if getattr(error, "name", "") == "psycopg" else EXPECTED
        raise InputError(f"database '{_shown(url)}': {error}{hint}") from error
    except SQLAlchemyError as error:
        raise InputError(f"database '{_shown(url)}' cannot be opened: {str(error).splitlines()[0]}") from error
    return engine


def write_transaction(engine: Engine) -> AbstractContextManager[Connection]:
    """A transaction that means to write. SQLite takes its one lock at the start: one that reads first and then finds
    that another has written could not go on."""
    return engine.execution_options(**{WRITES: True}).begin()


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest revision; all of it or nothing."""
    with as_file(files("psoas.store").joinpath("migrations")) as scripts, write_transaction(engine) as connection:
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    pool = None if parsed.database else StaticPool  # a database in memory lives in its one connection
    engine = create_engine(parsed, connect_args={"check_same_thread": False}, poolclass=pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    """WAL lets readers read while one writes; foreign keys are off in SQLite unless asked for."""
    connection.isolation_level = None  # sqlite3 would begin and commit on its own; see _begin
    cursor = connection.cursor()
    for setting in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL", f"busy_timeout={BUSY_MS}"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A transaction that takes in changes of tables too, as sqlite3 by itself would not."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


def _shown(url: str) -> str:
    """The URL without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return url
