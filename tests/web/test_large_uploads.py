"""Recordings of hundreds of megabytes: taken to disk piece by piece, or refused before anything of them is read."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from psoas.services.file_uploads import MB
from psoas.services.file_uploads import MOST_BYTES as MOST_FILE
from psoas.web.security_middleware import MOST_UPLOAD
from tests.measure_world import files_of
from tests.web_worlds import World

PIECE, PIECES = 256 * 1024, 128
HEAD = b'--x\r\nContent-Disposition: form-data; name="recording"; filename="walk.trc"\r\n\r\n'
TAIL = b"\r\n--x--\r\n"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "data")


def post(world: World, body: Iterator[bytes], headers: Mapping[str, str]) -> tuple[int, str]:
    """Status and words of the answer to a form whose body comes piece by piece."""
    said: list[Any] = []

    async def receive() -> dict[str, Any]:
        piece = next(body, b"")
        return {"type": "http.request", "body": piece, "more_body": bool(piece)}

    async def send(message: Any) -> None:
        said.append(message)

    given = {**world.own, "Host": f"localhost:{world.settings.port}", **headers}
    given["Content-Type"] = "multipart/form-data; boundary=x"
    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "scheme": "http", "path": "/measure/new",
        "raw_path": b"/measure/new", "query_string": b"", "root_path": "", "client": ("127.0.0.1", 50000),
        "server": ("localhost", world.settings.port),
        "headers": [(key.lower().encode(), value.encode()) for key, value in given.items()],
    }  # fmt: skip

    async def answer() -> None:
        await world.app(scope, receive, send)

    with ThreadPoolExecutor() as apart:  # the browser of other tests keeps a loop of its own in this thread
        apart.submit(lambda: asyncio.run(answer())).result()
    return said[0]["status"], b"".join(one.get("body", b"") for one in said).decode()


def unread() -> Iterator[bytes]:
    raise AssertionError("the body was read")
    yield b""


def recording() -> Iterator[bytes]:
    yield HEAD
    yield from (b"x" * PIECE for _ in range(PIECES))
    yield TAIL


@pytest.mark.parametrize("length", [MOST_UPLOAD + 1, 10 * MOST_UPLOAD])
def test_a_body_too_large_is_refused_before_it_is_read(world: World, length: int) -> None:
    status, page = post(world, unread(), {"Content-Length": str(length)})
    assert status == 413
    assert "Cut a recording into shorter parts" in page
    assert files_of(world) == []


def test_the_largest_file_fits_into_a_request() -> None:
    assert MOST_FILE == 500 * MB
    assert MOST_FILE + MB < MOST_UPLOAD < 2 * MOST_FILE


def test_a_recording_goes_to_disk_and_not_to_memory(world: World) -> None:
    post(world, recording(), {})  # what is made once
    size = PIECE * PIECES
    tracemalloc.start()
    try:
        status, _ = post(world, recording(), {"Content-Length": str(len(HEAD) + size + len(TAIL))})
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert status == 303
    assert files_of(world).count("walk.trc") == 2
    assert max(path.stat().st_size for path in world.settings.folder.rglob("walk.trc")) == size
    assert most < size / 4
