"""Pages one after the other, and what takes seconds beside them."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from anyio import to_thread

from psoas.web.concurrency import run_in_background, serialize_pages


def test_a_page_comes_while_something_is_drawn_and_none_while_another_is_made() -> None:
    drawing, done = threading.Event(), threading.Event()
    at_once: list[int] = []
    most = 0

    @run_in_background
    def drawn(what: str) -> str:
        drawing.set()
        assert done.wait(30)
        return what

    def page(number: int) -> None:
        nonlocal most
        at_once.append(number)
        most = max(most, len(at_once))
        threading.Event().wait(0.01)
        at_once.remove(number)

    async def asked() -> str:
        serialize_pages()
        picture = asyncio.ensure_future(drawn("a picture"))
        while not drawing.is_set():
            await asyncio.sleep(0.001)
        await asyncio.gather(*(to_thread.run_sync(page, number) for number in range(5)))
        done.set()
        return await picture

    # In a thread of its own, for a browser that another test left open keeps an event loop in this one.
    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(lambda: asyncio.run(asked())).result(60) == "a picture"
        assert most == 1
        drawing.clear()
        assert apart.submit(lambda: asyncio.run(asked())).result(60) == "a picture", "another event loop has its own"
