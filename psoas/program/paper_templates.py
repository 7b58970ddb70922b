"""The templates of pages for paper: every value is escaped, and a message is shown as its words."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from psoas.core.catalogue import render
from psoas.core.message import Message


def paper_environment() -> Environment:
    """A new set of the templates of this package, in which a missing value is an error."""
    return Environment(
        loader=PackageLoader("psoas.program", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    return render(value) if isinstance(value, Message) else value
