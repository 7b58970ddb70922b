"""Every page and card that people read, as text: rows of knowledge, what the readable people get, pages."""

from __future__ import annotations

import json
import re
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from psoas.analysis.analysis_io import SUMMARY
from psoas.assessment.assessment_text import assessment_text, finding_lines
from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment
from psoas.assessment.recording_measures import read_measures
from psoas.core.catalogue import keys
from psoas.core.entries import entry
from psoas.core.fluent_pattern import MessagePattern, Plain
from psoas.core.language import DEFAULT
from psoas.demo.made_up_person import make_demo
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import parse_answers
from psoas.program.planner import plan_program
from psoas.program.program_text import program_text
from psoas.services.settings import Settings
from psoas.web.app import create_app, open_site

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = ROOT / "tests/assessment_cases"
"""The readable people."""
PUBLISHED = ("questionnaire", "/story/questions/")
"""Questionnaires stand as their authors published them: not ours to make easier."""
TODAY = date(2025, 3, 13)
START = ("/", "/measure", "/story", "/findings", "/program", "/progress", "/breath", "/session", "/phone")
MOST_PAGES = 200
BLOCKS = {
    "p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "summary", "td", "th", "label", "button", "option", "legend", "div",
    "section", "article", "header", "footer", "figcaption", "tr", "small", "caption", "ol", "ul", "br", "a", "span",
}  # fmt: skip
INLINE = {"a", "span", "small"}
"""These stand within a sentence as often as by themselves: they break a line only where nothing stands before them."""
SILENT = {"script", "style", "svg", "template", "nav", "select", "title"}


@dataclass(frozen=True)
class ReadingCard:
    """One page or card: its ``kind`` (a file of the catalogue, "finding", "plan", "page"), ``name`` and ``text``, a
    line for each paragraph, heading or point."""

    kind: str
    name: str
    text: str


def message_cards() -> Iterator[ReadingCard]:
    """Each message with its attributes: an exercise, a screening picture, a self-test, a card of education."""
    for name in keys():
        kind = name.split("-")[0]
        if kind not in PUBLISHED:
            found = entry(DEFAULT, name)
            patterns = [*([found.value] if found.value else []), *found.attributes.values()]
            lines = [_filled(one) for one in patterns]
            yield ReadingCard(kind, name, re.sub(r"<[^>]*>", "", "\n".join(lines)))


def people() -> list[str]:
    """The readable people by name."""
    return sorted(path.stem for path in PEOPLE.glob("*.toml"))


def person_cards(name: str) -> Iterator[ReadingCard]:
    """What one of them is told: each finding, all of it together, and the plan."""
    answers, found = _assessed(name)
    yield ReadingCard("assessment", name, "\n".join(assessment_text(found)))
    for one in found.findings:
        yield ReadingCard("finding", f"{name}: {one.id}", "\n".join(finding_lines(one)))
    if found.screening.program_allowed:
        yield ReadingCard("plan", name, "\n".join(program_text(plan_program(answers, found), found)))


def page_cards(folder: Path) -> Iterator[ReadingCard]:
    """The pages of the app as the made-up person sees them."""
    settings = Settings(folder)
    make_demo(folder, today=TODAY)
    base = f"http://localhost:{settings.port}"
    with TestClient(create_app(settings, open_site(settings)), base_url=base, client=("127.0.0.1", 50000)) as client:
        todo = list(START)
        for address in todo:
            answer = client.get(address)
            if answer.headers.get("content-type", "").startswith("text/html"):
                page = _Page()
                page.feed(answer.text)
                if not address.startswith(PUBLISHED[1]):
                    yield ReadingCard("page", address, page.text)
                todo += [one for one in dict.fromkeys(page.links) if one not in todo][: MOST_PAGES - len(todo)]


def all_cards(names: Sequence[str] | None = None, *, pages: bool = True) -> Iterator[ReadingCard]:
    """Every card; ``names`` of readable people for some of them only, ``pages`` False without the app."""
    yield from message_cards()
    for name in people() if names is None else names:
        yield from person_cards(name)
    if pages:
        with tempfile.TemporaryDirectory() as folder:
            yield from page_cards(Path(folder))


def _filled(pattern: MessagePattern) -> str:
    """A text with 3 in its gaps, or a day where it takes one."""
    names = sorted(pattern.variables)
    some: tuple[Plain, ...] = (3, TODAY)
    for values in product(some, repeat=len(names)):
        try:
            return pattern.format(dict(zip(names, values, strict=True)))
        except ValueError:
            continue
    raise AssertionError(names)


def _assessed(name: str) -> tuple[IntakeAnswers, Assessment]:
    row: dict[str, Any] = tomllib.loads((PEOPLE / f"{name}.toml").read_text(encoding="utf-8"))
    answers, measures = parse_answers(row["given"]), None
    if row.get("given_measures"):
        with tempfile.TemporaryDirectory() as folder:
            text = json.dumps({"schema": "psoas.summary/1", **row["given_measures"]})
            (Path(folder) / SUMMARY).write_text(text, encoding="utf-8")
            measures = read_measures(Path(folder))
    return answers, assess(answers, measures)


class _Page(HTMLParser):
    """The words of a page, a line a block, and its links."""

    def __init__(self) -> None:
        super().__init__()
        self.lines, self.links = [""], list[str]()
        self.silent = 0

    @property
    def text(self) -> str:
        """What a person reads."""
        return "\n".join(one for line in self.lines if (one := " ".join(line.split())))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        link = given.get("href") or ""
        if tag == "a" and link.startswith("/") and not link.startswith("//"):
            self.links.append(link.partition("#")[0])
        self.silent += tag in SILENT
        if tag in BLOCKS - INLINE or (tag in INLINE and not re.search(r"\w\s*$", self.lines[-1])):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag in BLOCKS - INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.lines[-1] += data
