"""A page reads what it needs once: its statements are counted."""

from __future__ import annotations

import pytest

from tests.web.demo_pages import counted_statements, demo_world
from tests.web_worlds import World

MOST = 12
"""SQL statements of one page, the beginning of its transaction included."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return demo_world(tmp_path_factory.mktemp("demo"))


@pytest.mark.parametrize("path", ["/program", "/findings", "/progress", "/session/after", "/story", "/measure", "/"])
def test_a_page_needs_few_statements_and_none_twice(world: World, path: str) -> None:
    assert world.home.get(path).status_code == 200
    with counted_statements(world) as statements:
        world.home.get(path)
    assert 0 < len(statements) <= MOST
    read = [one for one in statements if "FROM" in one and "FROM people" not in one]
    assert len(read) == len(set(read))


def test_no_connection_is_left_open_after_a_page(world: World) -> None:
    for path in ("/program", "/nowhere", "/story/stop", "/breath/box"):
        world.home.get(path)
    assert world.site.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
