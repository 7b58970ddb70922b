"""Parts of a page made from Jinja templates with every value escaped, and the words that stand in them.

``rich`` gives words of the catalogue as HTML: what the message itself marks up stays, what is put into it is escaped.
A template gets ``t`` for plain words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from psoas.core.catalogue import text

Cell = str | Markup
EMPTY = Markup("")


@dataclass(frozen=True)
class Fact:
    """One figure of the findings: what it is, its value, how far off it may be, and what it means."""

    what: str
    value: str
    off: str
    text: Cell


@cache
def page_templates(package: str = "psoas.report") -> Environment:
    """The templates of a package; those of the report can be included by all."""
    made = Environment(
        loader=PackageLoader(package, "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.globals["t"] = text
    return made


def rich(key: str, /, **values: str | int | float) -> Markup:
    """Words of the catalogue as HTML; ``KeyError`` where a value is missing."""
    safe = {name: str(escape(value)) if isinstance(value, str) else value for name, value in values.items()}
    return Markup(text(key, **safe))


def join_html(parts: Iterable[Cell]) -> Markup:
    """Parts one after another, plain ones escaped."""
    return EMPTY.join(parts)


def _part(template: str, /, **values: Cell | Sequence[Cell] | Sequence[Sequence[Cell]] | Sequence[Fact]) -> Markup:
    return Markup(page_templates().get_template(f"{template}.html").render(values).strip())


@dataclass(frozen=True)
class PageSection:
    """A section with its heading, and a name to link to."""

    title: str
    name: str
    content: Markup

    def html(self) -> Markup:
        """The section as it stands on the page."""
        return _part("section", title=self.title, name=self.name, content=self.content)


def page_section(title: str, *parts: Cell, name: str) -> PageSection:
    """A section made of parts, one after another."""
    return PageSection(title, name, join_html(parts))


def html_table(head: Sequence[Cell], rows: Iterable[Sequence[Cell]], kind: str = "") -> Markup:
    """A table whose first column names and whose others hold numbers."""
    return _part("table", head=head, rows=[tuple(row) for row in rows], kind=kind)


def paragraph(content: Cell, kind: str = "") -> Markup:
    """A paragraph of a class such as "lead" or "note"; nothing for nothing."""
    return _part("paragraph", content=content, kind=kind) if content else EMPTY


def details(summary: str, content: Cell) -> Markup:
    """Words that open on demand."""
    return _part("details", summary=summary, content=content)


def value_cell(value: str, small: str) -> Markup:
    """A value with a smaller line beneath."""
    return _part("value_cell", value=value, small=small)


def tag(words: str) -> Markup:
    """An amber remark inside a sentence."""
    return _part("tag", words=words)


def facts_list(facts: Sequence[Fact]) -> Markup:
    """The figures that answer the question."""
    return _part("facts", facts=facts)


def split_row(figure: Cell, aside: Cell) -> Markup:
    """A figure with words beside it."""
    return _part("split", figure=figure, aside=aside)


def figure_pair(wide: Cell, narrow: Cell, cursors: Cell = EMPTY) -> Markup:
    """A drawing for desks and its twin for phones, with the lines that run along it."""
    return _part("figure_pair", wide=wide, narrow=narrow, cursors=cursors)


def figure_grid(figures: Iterable[Cell]) -> Markup:
    """Small drawings side by side."""
    return _part("grid", content=join_html(figures))


def small_figure(drawing: Cell, words: Cell) -> Markup:
    """A small drawing with its words beneath."""
    return _part("small_figure", drawing=drawing, words=words)


def render_part(template: str, /, **values: Cell | Sequence[Cell] | Sequence[Sequence[Cell]]) -> Markup:
    """A template of the report by name."""
    return _part(template, **values)
