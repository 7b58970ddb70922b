"""Results kept for the people who were here last, so that a page need not read a year of them again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

PEOPLE = 16
"""So many results are kept."""
Result = TypeVar("Result")


class RecentResults(Generic[Result]):
    """The most recently used results by their keys; a key must name everything that a result depends on."""

    def __init__(self, most: int = PEOPLE) -> None:
        self._most = most
        self._results: dict[Hashable, Result] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, compute: Callable[[], Result]) -> Result:
        """The result under a key, computed where it is not kept."""
        with self._lock:
            if key in self._results:
                self._results[key] = self._results.pop(key)
                return self._results[key]
        result = compute()
        with self._lock:
            self._results[key] = result
            while len(self._results) > self._most:
                del self._results[next(iter(self._results))]
        return result
