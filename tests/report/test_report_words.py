"""The report and the page over people say nothing that does not come from the catalogue."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

import psoas
from psoas.analysis.analysis_io import StoredAnalysis, load_analysis
from psoas.cohort.cohort_page import cohort_page
from psoas.cohort.trial_worker import FinishedTrial
from psoas.core.language import language
from psoas.core.pseudo import find_untranslated
from psoas.core.sources import body_sources
from psoas.report.report_page import report_pages
from tests.cohort_worlds import failure, finished
from tests.worlds import STATIC, WALK

SAME_EVERYWHERE = ("walking.trc", "psoas", "mujoco", "numpy", "scipy", "pearcy1984", "km", "mm", "Nm")
"""Names of files and programs and symbols of units: the same in every language."""
TOLD = ("title", "aria-label", "alt", "placeholder")
"""Attributes that people read or hear."""
NUMBER = re.compile(r"[-\u2212]?\d+(?:\.\d+)?")


class Words(HTMLParser):
    """Texts and told attributes of a page, without scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in ("script", "style", "code") else ""
        self.found += [value for name, value in attrs if name in TOLD and value]

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.found.append(data)


def told(html: str) -> list[str]:
    reader = Words()
    reader.feed(html)
    return [" ".join(unescape(one).split()) for one in reader.found if one.strip()]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> StoredAnalysis:
    """The bundled walk without plates, analysed in English."""
    folder = tmp_path_factory.mktemp("words") / "out"
    psoas.analyze(WALK, static=STATIC, out=folder)
    return load_analysis(folder)


def allowed(walk: StoredAnalysis) -> list[str]:
    """Texts that stay as they are: citations, what a source is used for, and the labels of the model's choices."""
    sources = [text for one in body_sources().values() for text in (one.citation, one.title, one.use)]
    choices = walk.summary.forces.choices if walk.summary.forces else ()
    return [" ".join(text.split()) for text in (*sources, *choices, *SAME_EVERYWHERE)]


def english(html: str, known: list[str]) -> list[str]:
    """English that is left on a page in the accented language."""
    return [word for text in told(html) for word in find_untranslated(text, known)]


def page_of(walk: StoredAnalysis, code: str) -> str:
    with language(code):
        (html,) = report_pages(walk).values()
    return html


def test_no_english_is_left_in_the_report(walk: StoredAnalysis) -> None:
    assert english(page_of(walk, "en-XA"), allowed(walk)) == []


def test_the_search_finds_english(walk: StoredAnalysis) -> None:
    assert len(english(page_of(walk, "en"), allowed(walk))) > 500


def test_numbers_do_not_depend_on_the_words(walk: StoredAnalysis) -> None:
    """Numbers that are values are the same with keys in place of words; those inside sentences are gone with them."""
    plain, keyed = (NUMBER.findall(" ".join(told(page_of(walk, code)))) for code in ("en", "en-XK"))
    cells = [[cell for cell in re.findall(r'<td class="n">([^<]*)', page_of(walk, code)) if NUMBER.fullmatch(cell)]
             for code in ("en", "en-XK")]  # fmt: skip
    assert cells[0] == cells[1] and len(cells[0]) > 60
    assert len(plain) > 400 and len(keyed) > 400


PEOPLE: list[FinishedTrial] = [
    finished("anna", "anna/1.trc", numbers={"psoas_right_length_mm_excursion": 12.0, "gait_speed_m_s": 1.2}),
    failure("ben/2.trc", "0"),
]


def test_no_english_is_left_on_the_page_over_people() -> None:
    with language("en-XA"):
        html = cohort_page(PEOPLE, folder="0", total=3)
    assert english(html, ["anna/1.trc", "ben/2.trc", "psoas", "Psoas"]) == []
    assert english(cohort_page(PEOPLE, folder="0", total=3), []) != []
