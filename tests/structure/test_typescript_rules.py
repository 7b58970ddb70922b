"""Rules that Python and the front end share: generated from Python, or compared with it where they cannot be."""

from __future__ import annotations

import math
import re
from pathlib import Path
from uuid import UUID

import pytest

from psoas.body.model.body import Body
from psoas.core.errors import InputError
from psoas.program.pain_rules import SCORE_MAX
from psoas.session.log_reader import read_entries
from scripts import typescript_rules
from scripts.typescript_rules import MADE, Union, typescript_value
from tests.web_worlds import World

RULES = (MADE.parent / "rules.ts").read_text(encoding="utf-8")


def constant(name: str) -> str:
    """What a constant of rules.ts is set to, as written."""
    found = re.search(rf"^export const {name}\b[^=]*= (.*?);$", RULES, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


def test_the_generated_rules_are_fresh() -> None:
    assert MADE.read_text(encoding="utf-8") == typescript_rules.typescript_rules(), (
        "run python -m scripts.typescript_rules"
    )


def test_the_check_says_when_they_are_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typescript_rules, "ROOT", tmp_path)
    monkeypatch.setattr(typescript_rules, "MADE", tmp_path / "rules.generated.ts")
    monkeypatch.setattr("sys.argv", ["typescript_rules", "--check"])
    with pytest.raises(SystemExit, match="stale"):
        typescript_rules.main()
    monkeypatch.setattr("sys.argv", ["typescript_rules"])
    typescript_rules.main()
    monkeypatch.setattr("sys.argv", ["typescript_rules", "--check"])
    typescript_rules.main()


def test_python_values_become_typescript() -> None:
    value = {"in": 1.0, "out": (0.5, "a", -math.inf)}
    assert typescript_value(value) == '{ in: 1, out: [0.5, "a", -Infinity] }'
    union = Union("Kind", "", "", ("c",))
    assert union.typescript(("", "a", "b", "c")) == 'export type Kind = "a" | "b";'
    with pytest.raises(TypeError, match="no TypeScript"):
        typescript_value(None)


def test_no_rule_is_written_twice() -> None:
    made = set(re.findall(r"^export (?:const|type) (\w+)", MADE.read_text(encoding="utf-8"), re.MULTILINE))
    own = set(re.findall(r"^export (?:const|type|function) (\w+)", RULES, re.MULTILINE))
    assert made == {rule.name for rule in typescript_rules.RULES}
    assert made & own == set()


def test_chains_of_a_line_drawing_are_segments_of_the_body() -> None:
    names = set(re.findall(r'"(\w+)"', constant("LIMB_CHAINS") + constant("SPINE_CHAIN")))
    sided = {name.replace("_S", f"_{side}") for name in names for side in "rl"}
    assert len(sided) > 20
    assert sided <= set(Body().segment_names)


def test_the_app_answers_at_the_addresses_of_the_player(tmp_path: Path) -> None:
    world = World(tmp_path)
    log, after = (constant(name).strip('"') for name in ("LOG_URL", "AFTER_SESSION_URL"))
    assert world.home.post(log, json={"entries": []}, headers=world.own).status_code == 200
    assert world.home.get(after).status_code == 303


def test_the_log_takes_every_score_of_the_player_and_no_more() -> None:
    def entries(score: int) -> dict[str, object]:
        keys = {"id": str(UUID(int=1)), "session": str(UUID(int=2)), "at": "2026-11-01T10:00:00Z"}
        return {"entries": [keys | {"kind": "effort", "entry": {"score": score}}]}

    most = SCORE_MAX
    assert read_entries(entries(most))[0].details()["score"] == most
    with pytest.raises(InputError):
        read_entries(entries(most + 1))
