"""Turns the equations of the documentation into MathML while it is built: no script, no font and no network needed.

A hook of MkDocs (``hooks`` in mkdocs.yml). ``pymdownx.arithmatex`` marks what stands between dollar signs; an equation
that cannot be read ends the build.
"""

from __future__ import annotations

import html
import re
from typing import Any

from latex2mathml.converter import convert

EQUATION = re.compile(r'<(span|div) class="arithmatex">\\[(\[](.*?)\\[)\]]</\1>', re.DOTALL)


def on_page_content(content: str, **_: Any) -> str:
    """The page with every marked equation as MathML."""
    return EQUATION.sub(_as_mathml, content)


def _as_mathml(found: re.Match[str]) -> str:
    display, tex = found[1] == "div", html.unescape(found[2]).strip()
    drawn = convert(tex, display="block" if display else "inline")
    return f'<div class="equation">{drawn}</div>' if display else drawn
