"""The table of walking and running: as shipped, and every fault of a broken one with its line."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from psoas.core.catalogue import has, keys
from psoas.core.errors import InputError
from psoas.program.aerobic_rules import CUES, NAME, aerobic_rules, fitting_ways, read_aerobic_rules
from psoas.program.program_models import PHASES

CONTENT = files("psoas.program").joinpath("data", NAME).read_text(encoding="utf-8")


def test_every_way_has_its_words_and_every_text_its_way() -> None:
    ways = [one.id for one in aerobic_rules().ways]
    assert len(ways) == len(set(ways))
    for name in ways:
        assert has(f"walking.way.{name}") and (name == "plain" or has(f"walking.known.{name}")), name
    told = {key.removeprefix(f"walking-{part}-") for part in ("way", "also") for key in keys(f"walking.{part}")}
    assert told == set(ways)
    assert all(has(f"walking.cue.{cue}.{phase}") for cue in CUES for phase in PHASES)
    assert {one.cue for one in aerobic_rules().ways} == set(CUES)


def test_the_docs_have_a_row_for_each_way() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/program.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (\w+) \| (\d) \| ([\d]*)[^|]*\| `(\w+)` \|$", page, re.MULTILINE)
    usual = aerobic_rules().minutes.goal
    assert rows == [
        (one.id, one.kind, str(one.days), f"{one.goal or usual:g}" if one.days else "", one.source)
        for one in aerobic_rules().ways
    ]


def test_a_way_covers_only_ways_below_it() -> None:
    ways = [one.id for one in aerobic_rules().ways]
    for k, one in enumerate(aerobic_rules().ways):
        assert set(one.covers) <= set(ways[k + 1 :]), one.id


def test_the_last_way_is_for_everybody() -> None:
    assert [one.id for one in fitting_ways({})] == ["plain"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('when = [["wheelchair"]]', 'when = [["wheelchairs"]]', "wheelchairs"),
        ("bout = [20, 20, 30, 40]", "bout = [20, 20]", "bout has 2 numbers"),
        ("when = []", 'when = [["faint"]]', "must be for everybody"),
        ('kind = "laps"', 'kind = "hops"', "hops"),
        ("rise_part = 0.2", "rise_part = 20", "rise_part"),
        ("brisk = true", "brisk = true\nfast = true", "fast"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, says: str) -> None:
    assert old in CONTENT
    with pytest.raises(InputError) as caught:
        read_aerobic_rules(CONTENT.replace(old, new, 1))
    assert says in str(caught.value) and f"{NAME}" in str(caught.value)


def test_faults_come_together() -> None:
    broken = CONTENT.replace("rise_part = 0.2", "rise_part = 20").replace('kind = "laps"', 'kind = "hops"')
    with pytest.raises(InputError) as caught:
        read_aerobic_rules(broken)
    assert len(caught.value.faults) == 3
