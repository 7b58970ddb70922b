"""Every word a person reads stands in the catalogue, and every text of the catalogue is used and fits its gaps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from psoas.knowledge.breath import PHASES
from psoas.web.dials import DIALS, SHOWN
from psoas.web.site import LOOKS, NAV, PHONE
from psoas.web.words import catalogue, gaps, group, t

TEMPLATES = sorted((Path(__file__).parents[1] / "psoas/web/templates").glob("*.html"))
SAID = re.compile(r"""\b(?:alt|title|placeholder|aria-label|aria-description|aria-valuetext|label|value)="([^"]*)\"""")


def bare(template: str) -> list[str]:
    """Words in a template that do not come from somewhere else."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", template, flags=re.DOTALL)
    said = [words for words in SAID.findall(text) if re.search(r"[A-Za-z]", words)]
    text = re.sub(r"<!doctype[^>]*>|<[^>]*>", " ", text, flags=re.DOTALL)
    return said + [words.strip() for words in re.findall(r"[A-Za-z][A-Za-z' ]*", text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_bare_words(path: Path) -> None:
    assert bare(path.read_text(encoding="utf-8")) == []


def test_the_rule_of_bare_words_can_fail() -> None:
    assert bare("<p>Hello there</p>") == ["Hello there"]
    assert bare('<img alt="A bone">') == ["A bone"]
    assert bare('<p title="{{ t("x") }}" class="a b">{% if a %}{{ b }}{% endif %}</p>') == []


def test_templates_run_no_script_and_no_style_of_their_own() -> None:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"\bon\w+=|\bstyle=|hx-on|javascript:|<style", text) == [], path.name
        assert all("src=" in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", text)), path.name
        outside = [link for link in re.findall(r"""(?:src|href|action)="([^"]*)\"""", text) if "//" in link]
        assert outside == [], path.name


def used() -> set[str]:
    """Names of texts that code and templates ask for; those made from parts are spelled out."""
    folder = Path(__file__).parents[1] / "psoas/web"
    sources = [path.read_text(encoding="utf-8") for path in [*folder.rglob("*.py"), *TEMPLATES]]
    found = set(re.findall(r"""\bt\(\s*f?["']([\w.]+)["']""", "\n".join(sources)))
    found |= {f"nav.{key}" for key, _ in (*NAV, PHONE)} | {f"look.{look}" for look in LOOKS}
    found |= {f"dial.{dial.id}.{part}" for dial in DIALS for part in ("label", "low", "high")}
    found |= {f"posture.{name}.{part}" for name in SHOWN for part in ("label", "note")}
    found |= {f"breath.phase.{phase}" for phase in PHASES}
    return found


def test_what_is_asked_for_is_there() -> None:
    assert {name for name in used() if not name.endswith(".")} - catalogue().keys() == set()


@pytest.mark.parametrize("name", [n for n, text in catalogue().items() if gaps(text)])
def test_a_text_with_gaps_says_which(name: str) -> None:
    needed = gaps(catalogue()[name])
    assert "{" not in t(name, **dict.fromkeys(needed, "x"))
    with pytest.raises(KeyError):
        t(name)


def test_texts_are_plain() -> None:
    for name, text in catalogue().items():
        assert text == text.strip(), name
        assert "  " not in text, name
        assert not re.search(r"[\u2013\u2014]|!|\.\.\.|please|simply|just ", text.replace("just now", "")), name


def test_an_island_takes_its_own_texts_along() -> None:
    taken = group("breath")
    assert taken["phase.in"] == "Breathe in"
    assert "title" in taken
    assert not any(name.startswith("breath") for name in taken)
