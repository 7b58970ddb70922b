"""Typed look-ups in data files, and what a slip in one says."""

from __future__ import annotations

import tomllib

import pytest

from psoas.core.errors import InputError
from psoas.core.toml_table import TomlTable

FILE = """
name = "psoas"
radius = 2
range = [0.5, 1]
words = ["a", "b"]
sided = true
[inner]
deep = 1.5
[[row]]
at = [1, 2, 3]
[[row]]
at = [4, 5, 6]
"""
TABLE = TomlTable("x.toml", tomllib.loads(FILE))


def test_values_come_in_their_types() -> None:
    assert TABLE.text("name") == "psoas" and TABLE.text("gone", "") == ""
    assert TABLE.number("radius") == 2.0 and isinstance(TABLE.number("radius"), float)
    assert TABLE.pair("range") == (0.5, 1.0) and TABLE.numbers("gone", (1.0,)) == (1.0,)
    assert TABLE.texts("words") == ("a", "b") and TABLE.flag("sided") is True
    assert TABLE.table("inner").number("deep") == 1.5
    assert [row.numbers("at") for row in TABLE.tables("row")] == [(1.0, 2.0, 3.0), (4.0, 5.0, 6.0)]
    assert TABLE.tables("gone") == () and list(TABLE.inner_tables()) == ["inner"]
    assert "name" in TABLE and list(TABLE)[:2] == ["name", "radius"]


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        ("text", "gone", "x.toml: 'gone' is missing; expected text in quotes"),
        ("text", "radius", "x.toml: 'radius' is 2; expected text in quotes"),
        ("number", "sided", "x.toml: 'sided' is True; expected a number"),
        ("number", "name", "x.toml: 'name' is 'psoas'; expected a number"),
        ("numbers", "words", "x.toml: 'words' is ['a', 'b']; expected a list of numbers"),
        ("pair", "words", "x.toml: 'words' is ['a', 'b']; expected a list of numbers"),
        ("texts", "range", "x.toml: 'range' is [0.5, 1]; expected a list of texts"),
        ("flag", "radius", "x.toml: 'radius' is 2; expected true or false"),
        ("table", "name", "x.toml: 'name' is 'psoas'; expected a table"),
        ("tables", "inner", "x.toml: 'inner' is {'deep': 1.5}; expected a list of tables"),
    ],
)
def test_a_slip_names_file_key_and_what_would_work(kind: str, key: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        getattr(TABLE, kind)(key)
    assert caught.value.faults == (said,)


def test_a_slip_deep_in_a_file_names_the_way_there() -> None:
    with pytest.raises(InputError, match=r"x\.toml \[row 2\]: 'name' is missing"):
        TABLE.tables("row")[1].text("name")
    with pytest.raises(InputError, match="two numbers, the lower first"):
        TABLE.tables("row")[0].pair("at")
