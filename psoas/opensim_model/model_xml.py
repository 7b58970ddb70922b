"""XML that a stranger wrote, read safely: no document type, no entities, and no more than a model can need."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import quoted

MOST_BYTES = 64 * 2**20
MOST_DEPTH = 60
MOST_ELEMENTS = 1_000_000
"""Bounds for a model file: thirty times the largest that is in common use, and six times as deep (assumed)."""


@dataclass(frozen=True)
class Node:
    """One element of a model file, read by tag: texts stripped, numbers checked."""

    element: Element

    @property
    def kind(self) -> str:
        """The element's tag: OpenSim's class or property name."""
        return self.element.tag

    @property
    def name(self) -> str:
        """The ``name`` that the element bears, or nothing."""
        return self.element.attrib.get("name", "").strip()

    @property
    def content(self) -> str:
        """The element's own text."""
        return (self.element.text or "").strip()

    def __iter__(self) -> Iterator[Node]:
        return (Node(child) for child in self.element)

    def child(self, *tags: str) -> Node | None:
        """The first child that has one of ``tags``, looked for in their order."""
        for tag in tags:
            found = self.element.find(tag)
            if found is not None:
                return Node(found)
        return None

    def text(self, *tags: str) -> str:
        """The text of the first child with one of ``tags``, or nothing."""
        found = self.child(*tags)
        return found.content if found else ""

    def objects(self, tag: str) -> list[Node]:
        """The members of a set such as ``BodySet``, with or without ``objects`` between."""
        held = self.child(tag)
        if held is None:
            return []
        inner = held.child("objects")
        return [one for one in inner or held if one.kind not in {"objects", "groups"}]

    def descendants(self, tag: str) -> list[Node]:
        """All elements with ``tag`` below this one."""
        return [Node(found) for found in self.element.iter(tag)]

    def flag(self, tag: str, default: bool) -> bool:
        """Whether a child says true; some writers give several words, of which the first counts."""
        said = self.text(tag).split()
        return default if not said else said[0].lower() in {"true", "1"}

    def number(self, tag: str, default: float) -> float:
        """One finite number of a child, ``default`` where there is none."""
        found = self.numbers(tag)
        if len(found) > 1:
            raise InputError(self._fault(tag, "osim.numbers_count", needed=1, found=len(found)))
        return float(found[0]) if len(found) else default

    def vector(self, tag: str, default: tuple[float, ...]) -> Floats:
        """As many finite numbers as ``default`` has, or ``default`` where the child is missing or empty."""
        found = self.numbers(tag)
        if len(found) not in {0, len(default)}:
            raise InputError(self._fault(tag, "osim.numbers_count", needed=len(default), found=len(found)))
        return found if len(found) else np.array(default)

    def numbers(self, tag: str) -> Floats:
        """All numbers of a child; ``InputError`` where one is none, or not finite."""
        words = self.text(tag).replace(",", " ").split()
        try:
            found = [float(word) for word in words]
        except ValueError:
            raise InputError(self._fault(tag, "osim.number_unreadable", text=quoted(" ".join(words)))) from None
        if not all(math.isfinite(one) and abs(one) < 1e30 for one in found):
            raise InputError(self._fault(tag, "osim.number_unreadable", text=quoted(" ".join(words))))
        return np.array(found)

    def _fault(self, tag: str, code: str, **values: str | int) -> Message:
        return message(code, owner=quoted(self.name or self.kind), tag=quoted(tag), **values)


def read_model_xml(path: Path) -> Node:
    """The root element of an XML file.

    Raises:
        InputError: It cannot be read, is not XML, is too large or too deep, or declares a document type.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(message("osim.too_large", file=path.name, most=MOST_BYTES // 2**20))
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(message("osim.unreadable", file=path.name, reason=reason)) from error
    return Node(_SafeParser(path.name).read(data))


class _SafeParser:
    """One run of the parser over one file."""

    def __init__(self, file: str) -> None:
        self.file, self._depth, self._count = file, 0, 0
        self._builder = TreeBuilder()

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._builder.data
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise InputError(message("osim.not_xml", file=self.file, reason=str(error))) from error
        return self._builder.close()

    def _refuse(self, *_: str | int | None) -> None:
        raise InputError(message("osim.doctype", file=self.file))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth, self._count = self._depth + 1, self._count + 1
        if self._depth > MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise InputError(message("osim.too_deep", file=self.file, depth=MOST_DEPTH, elements=MOST_ELEMENTS))
        self._builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(tag)
