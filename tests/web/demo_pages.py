"""The made-up person's app, and every page of it that links lead to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from httpx2 import Response
from sqlalchemy import event
from starlette.testclient import TestClient

from psoas.demo.made_up_person import make_demo
from tests.behaviour_world import STARTS
from tests.web_worlds import World

SIDE = ("/story/ask/you", "/story/stop", "/story/delete", "/measure/new", "/nowhere")
"""Pages besides those that the walk begins with."""

WORDED = ("alt", "title", "placeholder", "aria-label", "aria-description", "aria-valuetext")
"""Attributes that hold words."""
SILENT = ("script", "style")
VOID = ("br", "img", "input", "link", "meta", "hr")


class PageReader(HTMLParser):
    """The words of a page, texts and attributes, but for those that nobody translates (``translate="no"``: names,
    literature, the person's own words); its links and its language."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.words, self.links, self.language = list[str](), list[str](), ""
        self._silent, self._kept, self._address = False, list[str](), str(answer.url)
        self.feed(answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if not self._kept and given.get("translate") != "no":
            self.words += [value for key, value in given.items() if key in WORDED]
        self.language = given.get("lang", "") if tag == "html" else self.language
        self._silent = self._silent or tag in SILENT
        if self._kept or given.get("translate") == "no":
            self._kept += [tag] if tag not in VOID else []
        link = given.get("href" if tag == "a" else "src" if tag == "iframe" else "", "")
        whole = urlsplit(urljoin(self._address, link))
        if link and not link.startswith("#") and whole.netloc == urlsplit(self._address).netloc:
            self.links.append(whole.path + (f"?{whole.query}" if whole.query else ""))

    def handle_endtag(self, tag: str) -> None:
        self._silent = self._silent and tag not in SILENT
        if self._kept and self._kept[-1] == tag:
            self._kept.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent and not self._kept:
            self.words.append(data)


def demo_world(folder: Path) -> World:
    """The made-up person's app, opened."""
    make_demo(folder, today=date.today())
    return World(folder)


def walk(client: TestClient, language: str = "") -> Iterator[tuple[str, Response]]:
    """Every address that links lead to, with its answer."""
    headers = {"Accept-Language": language} if language else {}
    todo = [*STARTS, *SIDE]
    seen = set(todo)
    for address in todo:
        answer = client.get(address, headers=headers)
        yield address, answer
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        found = PageReader(answer).links if is_page else []
        for one in [*found, *([answer.headers["location"]] if "location" in answer.headers else [])]:
            if one not in seen:
                seen.add(one)
                todo.append(one)


@contextmanager
def counted_statements(world: World) -> Iterator[list[str]]:
    """The SQL statements that are sent meanwhile."""
    found: list[str] = []

    def heard(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    event.listen(world.site.engine, "before_cursor_execute", heard)
    try:
        yield found
    finally:
        event.remove(world.site.engine, "before_cursor_execute", heard)
