"""Where pages are made: one after the other, and beside them what takes seconds.

A page is Python, of which a process runs one thread at a time; ten that take turns on two cores cost more than twice
the processor time of ten in a row (`make bench-web`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar

P = ParamSpec("P")
R = TypeVar("R")
_beside: RunVar[CapacityLimiter] = RunVar("_beside")


def serialize_pages() -> None:
    """From now on pages of this event loop are made one after the other."""
    to_thread.current_default_thread_limiter().total_tokens = 1


def run_in_background(make: Callable[P, R]) -> Callable[P, Awaitable[R]]:
    """A route that draws, prints or packs, one at a time too, while pages go on."""

    @wraps(make)
    async def made(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            limiter = _beside.get()
        except LookupError:
            limiter = CapacityLimiter(1)
            _beside.set(limiter)
        return await to_thread.run_sync(partial(make, *args, **kwargs), limiter=limiter)

    return made
