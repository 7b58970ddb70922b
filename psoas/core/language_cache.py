"""A cache for what is made of words: one entry for each language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple, Unpack

from psoas.core.language import current_language

Arguments = TypeVarTuple("Arguments")
R = TypeVar("R")


def cache_by_language(most: int) -> Callable[[Callable[[Unpack[Arguments]], R]], Callable[[Unpack[Arguments]], R]]:
    """Keep the last ``most`` results of a function of positional arguments, apart for each language."""

    def decorate(make: Callable[[Unpack[Arguments]], R]) -> Callable[[Unpack[Arguments]], R]:
        @lru_cache(maxsize=most)
        def kept(_language: str, given: tuple[*Arguments]) -> R:
            return make(*given)

        @wraps(make)
        def cached(*given: *Arguments) -> R:
            return kept(current_language(), given)

        return cached

    return decorate
