"""What the stages and the terminal say: each code in the Python code has a text, and each text a place that uses it."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import pytest

from psoas.core.catalogue import keys
from psoas.core.message import message_id

ROOT = Path(__file__).parents[2]
FILES = (
    "anatomy",
    "answer_fault",
    "cli",
    "decision",
    "exercise_text",
    "job",
    "kinematics",
    "list",
    "mechanics",
    "number",
    "option",
    "osim",
    "outcome",
    "pipeline",
    "practice",
    "recording",
    "running",
    "self_test_result",
    "source",
    "step",
    "table",
    "toml",
    "understood",
    "walking",
    "words",
)
"""Files of the catalogue that Python code alone uses, with whole keys or the beginning of a key in quotes."""
QUOTED = re.compile(rf"""["']((?:{"|".join(FILES)})\.(?!mot\b|toml\b)[\w.-]*)(\{{)?""")


def used_keys(code: str) -> tuple[set[str], set[str]]:
    """Identifiers that a piece of code names, and beginnings of those that it puts together from parts."""
    found = QUOTED.findall(code)
    whole = {message_id(key) for key, cut in found if not cut and not key.endswith(".")}
    return whole, {message_id(key.rstrip(".")) + "-" for key, cut in found if cut or key.endswith(".")}


def all_used_keys() -> tuple[set[str], set[str]]:
    parts = [used_keys(path.read_text(encoding="utf-8")) for path in (ROOT / "psoas").rglob("*.py")]
    return set().union(*(whole for whole, _ in parts)), set().union(*(starts for _, starts in parts))


def unused_keys(known: Collection[str], whole: set[str], starts: set[str]) -> set[str]:
    """Keys that nothing names; with ``-more`` after it, the key of a command has the second paragraph of its help."""
    whole = whole | {f"{key}-more" for key in whole if key.startswith("cli-")}
    return {key for key in known if key not in whole and not key.startswith(tuple(starts))}


@pytest.mark.parametrize("file", FILES)
def test_every_text_is_used_and_every_code_has_a_text(file: str) -> None:
    whole, starts = all_used_keys()
    known = {key for key in keys(file)}
    assert {key for key in whole if key.split("-")[0] == file} <= known
    assert unused_keys(known, whole, starts) == set()


def test_the_rule_can_fail() -> None:
    whole, starts = used_keys('message("recording.empty"); text(f"source.kind.{kind}")')
    assert (whole, starts) == ({"recording-empty"}, {"source-kind-"})
    assert unused_keys({"recording-empty", "recording-gone", "source-kind-x"}, whole, starts) == {"recording-gone"}
