"""Every word a person reads stands in the catalogue, and every text of the catalogue is used and fits its gaps."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from psoas.core.catalogue import browser_words, keys, text, variables
from psoas.core.entries import entry
from psoas.core.language import DEFAULT
from psoas.core.message import Value
from psoas.knowledge.breath_techniques import PHASES
from psoas.program.pain_rules import PainPlace
from psoas.render.posture_controls import DIALS, SHOWN
from psoas.services.analysis_request import FORCES, MARKERS, STATIC
from psoas.web.page_rendering import NAV, PHONE
from psoas.web.static_files import LOOKS

ROOT = Path(__file__).parents[2]
STAGES = (
    "amount",
    "anatomy",
    "assessment",
    "cli",
    "condition",
    "finding",
    "intake",
    "job",
    "kinematics",
    "landmark",
    "list",
    "log",
    "measures",
    "mechanics",
    "number",
    "option",
    "osim",
    "pipeline",
    "plan",
    "recording",
    "source",
    "toml",
    "understood",
    "decision",
    "outcome",
    "running",
    "step",
    "walking",
    "why",
)
"""Files of what the stages say; ``test_stage_words.py`` holds most of them against the code."""
KNOWLEDGE = (
    "answer_fault", "belly_check", "breath_technique", "card", "contraindication", "exercise", "exercise_text", "help",
    "knowledge", "ladder", "massage_guide", "pathway", "practice", "question", "questionnaire", "reflection",
    "screening", "self_test", "self_test_result", "table", "template", "words",
)  # fmt: skip
"""Files of what is known; ``tests/knowledge/test_words.py`` and ``test_stage_words.py`` hold them to rows and code."""
ISLANDS = ("viewer", "bone", *STAGES, *KNOWLEDGE)
"""Files that pages do not read: the viewer's, the skeleton's, and those of the stages and of knowledge."""
APP = {key for key in keys() if key.split("-")[0] not in ISLANDS}
TEMPLATES = sorted((ROOT / "psoas/web").rglob("*.html"))
ALL_TEMPLATES = sorted((ROOT / "psoas").rglob("*.html"))
SCRIPTS = sorted((ROOT / "frontend/src").rglob("*.ts"))
SPEAKING = [path for path in (ROOT / "psoas").rglob("*.py") if path.parent.name != "core"]
PAGES = "\n".join(path.read_text(encoding="utf-8") for path in [*SPEAKING, *ALL_TEMPLATES])
"""All that makes pages: Python and templates."""
HANDED = {
    "pages/body_page.ts": "body",
    "pages/breath_page.ts": "breath",
    "pages/intake.ts": "story.tool",
    "pages/session_page.ts": "player",
}
"""The part of the catalogue that each page script receives; session/ is the player, the rest the viewer."""
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


def asked() -> set[str]:
    """Names of texts that pages ask for, in Python and templates; one that ends in "." or "_" is the start of names
    made from parts, where those are not spelled out here."""
    calls = re.findall(r"""(?<![.\w])(?:t|text|texts|message|rich)\(\s*f?["']([\w.]+)""", PAGES)
    found = set(calls) - {"breath.", "measure."}
    groups = re.findall(r"""\bkeys=["']([\w.]+)["']""", PAGES)
    groups += re.findall(r"""\bwords\(["']([\w.]+)["']""", "\n".join(path.read_text() for path in TEMPLATES))
    found |= {f"{part}." for part in groups if part not in HANDED.values()}
    found |= {f"nav.{key}" for key, _ in (*NAV, PHONE)} | {f"look.{look}" for look in LOOKS}
    found |= {f"dial.{dial.id}.{part}" for dial in DIALS for part in ("label", "low", "high")}
    found |= {f"posture.{name}.{part}" for name in SHOWN for part in ("label", "note")}
    found |= {f"breath.phase.{phase}" for phase in PHASES} | {"breath.sound", "breath.touch"}
    found |= {f"measure.{part}{more}" for part in (STATIC, FORCES, MARKERS) for more in ("", "_hint")}
    found |= {f"measure.{part}{more}" for part in ("height", "mass") for more in ("", "_unit")}
    found |= {"job.stage.", "option."}
    return {name for name in found if name.split(".")[0] not in ISLANDS}


def asked_by_scripts() -> dict[str, set[str]]:
    """The same of the front end, by the part of the catalogue that a script is handed; "" is the viewer."""
    found: dict[str, set[str]] = {}
    for path in SCRIPTS:
        place = path.relative_to(ROOT / "frontend/src")
        part = HANDED.get(place.as_posix(), "player" if place.parts[0] == "session" else "")
        names = re.findall(r"""\bt\(["`]([\w.]+)""", path.read_text(encoding="utf-8"))
        found.setdefault(part, set()).update(names)
    return found


def everything_asked() -> set[str]:
    """Names of the catalogue that pages and islands ask for."""
    islands = {f"{part}.{name}" for part, names in asked_by_scripts().items() if part for name in names}
    return asked() | islands


def missing(names: set[str], texts: Collection[str]) -> set[str]:
    """What is asked for and not there: a name, or a start that no name has."""
    starts = {name for name in names if name.endswith((".", "_"))}
    return (names - starts - set(texts)) | {one for one in starts if not any(key.startswith(one) for key in texts)}


def unused(names: set[str], texts: Collection[str]) -> set[str]:
    """What is there and not asked for."""
    starts = tuple(name for name in names if name.endswith((".", "_")))
    return {key for key in texts if key not in names and not key.startswith(starts)}


def dotted(names: Collection[str]) -> set[str]:
    """Identifiers of Fluent as keys of code."""
    return {name.replace("-", ".") for name in names}


def viewer_keys() -> set[str]:
    """What the viewer can say, without the name of its file."""
    return {key.removeprefix("viewer.") for key in dotted(keys("viewer"))}


def test_what_is_asked_for_is_there() -> None:
    assert missing(everything_asked(), dotted(APP)) == set()
    assert missing(asked_by_scripts()[""], viewer_keys()) == set()


def test_nothing_is_there_that_nobody_asks_for() -> None:
    # Some names are chosen before they are asked for.
    chosen = set(re.findall(r"""["']([a-z]\w*(?:\.\w+)+)["']""", PAGES))
    assert unused(everything_asked() | chosen, dotted(APP)) == set()
    assert unused(asked_by_scripts()[""], viewer_keys()) == set()


def test_the_rules_of_names_can_fail() -> None:
    assert missing({"a.b", "c.", "d_"}, ["a.b", "c.x"]) == {"d_"}
    assert missing({"a.x"}, ["a.b"]) == {"a.x"}
    assert unused({"a.b", "c."}, ["a.b", "c.x", "e"]) == {"e"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_write_out_the_names_of_texts(path: Path) -> None:
    assert re.findall(r"""\bt\((?!["`][a-z])[^)]*\)""", path.read_text(encoding="utf-8")) == []


def prose(script: str) -> list[str]:
    """Words for a person in a script; what is thrown or compared is for whoever writes scripts."""
    code = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    code = re.sub(r"""//\s.*|.*\bError\(.*|[!=]== "\w*\"""", "", code)
    said = [re.sub(r"\$\{[^}]*\}", "0", "".join(one)).strip() for one in LITERAL.findall(code)]
    return [words for words in said if PROSE.fullmatch(words)]


LITERAL = re.compile(r'"([^"\n]*)"|`([^`\n]*)`')
PROSE = re.compile(r"[A-Z][a-z]+(?:[ ,:][^<>{};]*)?|(?=.*[a-z]{2})[\w%,.]+(?: [\w%,.]+)+")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_hold_no_words_of_their_own(path: Path) -> None:
    assert prose(path.read_text(encoding="utf-8")) == []


def test_the_rule_of_prose_can_fail() -> None:
    assert prose('button("Play", `${speed} of it`)') == ["Play", "0 of it"]
    assert prose("`pulls with ${force} N`; `Pull, % of strength`") == ["pulls with 0 N", "Pull, % of strength"]
    assert prose('throw new Error("No such step."); // "Play"') == []
    assert prose('make("p", "ps-soft ps-needs", { role: "status" }); key === "ArrowLeft"; t("hurt.title")') == []


def test_where_it_hurts_is_one_list() -> None:
    rules = (ROOT / "frontend/src/shared/rules.generated.ts").read_text(encoding="utf-8")
    listed = re.search(r"PAIN_PLACES: [^=]*= \[(.*?)\]", rules)
    assert listed and tuple(re.findall(r'"(\w+)"', listed[1])) == tuple(PainPlace) == tuple(
        key.removeprefix("player-place-") for key in keys("player.place")
    )


def filled(key: str) -> str:
    """A text with "x", a number or a day in its gaps, as it takes them; "x" for one that has attributes alone."""
    names = sorted(variables(key))
    some: tuple[Value, ...] = ("x", 1, date(2026, 1, 2))
    for values in product(some, repeat=len(names)):
        try:
            return text(key, **dict(zip(names, values, strict=True)))
        except KeyError:
            return "x"
        except ValueError:
            continue
    raise AssertionError(key)


def test_a_text_with_gaps_says_which() -> None:
    entries = {key: entry(DEFAULT, key).value for key in keys()}
    gapped = [key for key, own in entries.items() if own and own.variables]
    assert gapped
    for key in gapped:
        assert "{" not in filled(key), key
        with pytest.raises(KeyError):
            text(key)


def test_texts_are_plain() -> None:
    for key in keys():
        words = filled(key)
        assert words == words.strip(), key
        assert "  " not in words, key
        assert not re.search(r"[\u2013\u2014]|!|\.\.\.|please|simply|just ", words.replace("just now", "")), key


def test_an_island_takes_its_own_texts_along() -> None:
    taken = browser_words("breath")
    assert taken["prefix"] == "breath" and taken["language"] == "en"
    assert "breath-phase-in = Breathe in" in taken["source"]
    assert not re.search(r"^(?!breath)[a-z]+-", taken["source"], re.MULTILINE)
