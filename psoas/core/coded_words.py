"""A closed set of codes and their words: a mapping that looks each up in the current language when it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from psoas.core.catalogue import text

Code = TypeVar("Code", str, int)


class CodedWords(Mapping[Code, str]):
    """Words by code: the message ``key.code`` of each.

    Args:
        key: What the messages are below, such as ``knowledge.urgency``.
        codes: Every code there is, in their order.
    """

    def __init__(self, key: str, codes: Iterable[Code]) -> None:
        self.key = key
        self._codes: dict[Code, None] = dict.fromkeys(codes)

    def __getitem__(self, code: Code) -> str:
        """The words of a code in the current language; ``KeyError`` where it is not one of the set."""
        if code not in self._codes:
            raise KeyError(code)
        return text(f"{self.key}.{code}")

    def __contains__(self, code: object) -> bool:
        """Whether it is a code of the set; no words are looked up."""
        return code in self._codes

    def __iter__(self) -> Iterator[Code]:
        """The codes in their order."""
        return iter(self._codes)

    def __len__(self) -> int:
        """How many codes there are."""
        return len(self._codes)
