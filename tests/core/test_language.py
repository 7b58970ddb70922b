"""The current language, and the choice among languages by what a browser asks for."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.language import available_languages, current_language, language, negotiate, written_language

OFFERED = ("en", "de", "pt-BR")


def test_english_is_the_default_and_available() -> None:
    assert current_language() == "en" == available_languages()[0]


def test_a_block_has_its_language_and_gives_it_back() -> None:
    with language("en-XA") as outer:
        assert outer == current_language() == "en-XA"
        with pytest.raises(RuntimeError), language("EN-xk"):
            assert current_language() == "en-XK"
            raise RuntimeError
        assert current_language() == "en-XA"
    assert current_language() == "en"


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'xx'; expected one of: en"), language("xx"):
        pass


def test_threads_and_tasks_have_their_own() -> None:
    async def wait_in(code: str) -> str:
        with language(code):
            await asyncio.sleep(0.01)
            return current_language()

    async def both() -> list[str]:
        return list(await asyncio.gather(wait_in("en-XA"), wait_in("en-XK")))

    with language("en-XA"), ThreadPoolExecutor(1) as pool:  # a browser's loop may be running in the tests' own thread
        assert pool.submit(asyncio.run, both()).result() == ["en-XA", "en-XK"]
        assert pool.submit(current_language).result() == "en"


def test_numbers_of_a_pseudo_language_are_english() -> None:
    assert [written_language(code) for code in ("en", "en-XA", "en-XK", "de")] == ["en", "en", "en", "de"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "en"),
        ("de", "de"),
        ("DE-ch", "de"),
        ("de-CH-1996, en;q=0.9", "de"),
        ("en;q=0.5, de;q=0.8", "de"),
        ("de;q=0.5, en", "en"),
        ("de;q=0, en;q=0.1", "en"),
        ("fr, de;q=0.2", "de"),
        ("fr", "en"),
        ("*", "en"),
        ("en;q=0, *", "de"),
        ("fr, *;q=0.5", "en"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("pt-br;q=1.0", "pt-BR"),
        ("nonsense!!, de ; q = 0.7", "de"),
        ("de;q=7", "en"),
        (",,;", "en"),
    ],
)
def test_the_browser_chooses(header: str, expected: str) -> None:
    assert negotiate(header, OFFERED) == expected


def test_pseudo_languages_are_not_offered_by_default() -> None:
    assert negotiate("en-XA") == "en"
    assert negotiate("en-XA", ("en", "en-XA")) == "en-XA"


@given(st.text(alphabet="dep-t*q=;,.0123 BR") | st.text())
def test_any_header_leads_to_a_language(header: str) -> None:
    assert negotiate(header, OFFERED) in OFFERED
