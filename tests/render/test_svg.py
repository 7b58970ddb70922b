"""Elements of drawings: attributes and words are escaped, numbers are short."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import numpy as np
import pytest
from markupsafe import Markup

from psoas.render.axes import map_to_pixels, tick_digits, tick_text
from psoas.render.svg import drawing, element, svg_line, svg_rect, svg_text


def test_words_and_attributes_cannot_become_tags() -> None:
    evil = "<script>\"'&"
    found = ET.fromstring(svg_text(1, 2, evil, evil))
    assert (found.text, found.get("class")) == (evil, evil)
    assert ET.fromstring(drawing([], width=1, height=1, label=evil)).get("aria-label") == evil


def test_names_of_attributes_are_those_of_svg() -> None:
    made = element("g", class_="a", stroke_width=1.25, viewBox="0 0 1 1", fill="")
    assert made == '<g class="a" stroke-width="1.2" viewBox="0 0 1 1"/>'


def test_what_is_markup_stays_and_a_line_has_dashes_only_where_asked() -> None:
    assert element("g", Markup("<b/>")) == "<g><b/></g>"
    assert "dash" not in svg_line(0, 0, 1, 1, "x") and 'stroke-dasharray="2 3"' in svg_line(0, 0, 1, 1, "x", "2 3")
    assert svg_rect(0, 1.26, 3, 4) == '<rect x="0.0" y="1.3" width="3.0" height="4.0"/>'


def test_a_value_falls_between_the_ends_of_its_axis() -> None:
    assert map_to_pixels(np.array([0.0, 5.0, 10.0]), (0.0, 10.0), (100.0, 0.0)).tolist() == [100.0, 50.0, 0.0]


@pytest.mark.parametrize(("ticks", "digits"), [([0.0, 1.0], 0), ([0.0, 0.5], 1), ([3.0], 0)])
def test_ticks_are_told_apart_by_as_few_digits_as_will_do(ticks: list[float], digits: int) -> None:
    assert tick_digits(ticks) == digits
    assert (tick_text(0.0, 2), tick_text(0.5, 2)) == ("0", "0.50")
