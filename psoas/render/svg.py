"""Elements of drawings: SVG text with every attribute and word escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

Attribute = str | float | int


def element(tag: str, content: str | Markup = "", /, **attributes: Attribute) -> Markup:
    """One SVG element.

    Args:
        tag: Its name.
        content: What is inside; plain text is escaped.
        attributes: Attributes in order. ``class_`` is ``class``; other underscores become hyphens. Floats have one
            digit; an empty text is left out.
    """
    given = "".join(f' {_name(name)}="{_value(value)}"' for name, value in attributes.items() if value != "")
    inside = escape(content)
    return Markup(f"<{tag}{given}>{inside}</{tag}>" if inside else f"<{tag}{given}/>")


def drawing(
    parts: Iterable[Markup], *, width: float, height: float, label: str, kind: str = "chart", box: str = "",
    sized: bool = True,
) -> Markup:  # fmt: skip
    """A whole drawing with its ``label`` for those who do not see it; without ``sized`` it takes the width it gets."""
    wide, high = f"{width:.0f}", f"{height:.0f}"
    size = {"width": wide, "height": high} if sized else {}
    return element(
        "svg", Markup("").join(parts), class_=kind, viewBox=f"0 0 {wide} {high}", **size, role="img", data_box=box,
        aria_label=label,
    )  # fmt: skip


def svg_text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> Markup:
    """Words in a drawing; ``kind`` is their class."""
    return element("text", words, x=float(x), y=float(y), class_=kind, text_anchor=anchor)


def svg_line(x1: float, y1: float, x2: float, y2: float, kind: str, dash: str = "") -> Markup:
    """A straight line in a drawing; ``kind`` is its class."""
    ends = {"x1": float(x1), "y1": float(y1), "x2": float(x2), "y2": float(y2)}
    return element("line", **ends, class_=kind, stroke_dasharray=dash)


def svg_path(d: str, kind: str, dash: str = "") -> Markup:
    """A path in a drawing; ``kind`` is its class."""
    return element("path", d=d, class_=kind, stroke_dasharray=dash)


def svg_rect(x: float, y: float, width: float, height: float, kind: str = "", fill: str = "") -> Markup:
    """A rectangle in a drawing; ``kind`` is its class."""
    size = {"x": float(x), "y": float(y), "width": float(width), "height": float(height)}
    return element("rect", **size, fill=fill, class_=kind)


def svg_circle(x: float, y: float, radius: float) -> Markup:
    """A dot in a drawing."""
    return element("circle", cx=float(x), cy=float(y), r=float(radius))


def _name(name: str) -> str:
    return name if name == "viewBox" else name.rstrip("_").replace("_", "-")


def _value(value: Attribute) -> Markup:
    return escape(f"{value:.1f}" if isinstance(value, float) else str(value))
