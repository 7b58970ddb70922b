"""The language of pages: what the browser asks for, ``?lang=``, and the cookie; and no English where there is none."""

from __future__ import annotations

import pytest
from httpx2 import Request, Response

from psoas.core.language import ACCENTED, DEFAULT
from psoas.core.pseudo import OPEN, find_untranslated
from psoas.web.language_middleware import LANGUAGE_COOKIE
from tests.web.demo_pages import PageReader, demo_world, walk
from tests.web_worlds import World

ALLOWED = (
    "Psoas", "iPhone", "iPad", "Android", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "January", "February", "March", "April", "June", "July", "August",
    "September", "October", "November", "December",
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
"""Words that are the same in a pseudo language: names, and days as Babel writes them in English."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return demo_world(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def pages(world: World) -> dict[str, Response]:
    """Every page of the made-up person in the accented language; the front pages were made in English before."""
    for address in ("/", "/program", "/session", "/api/scene", "/api/bones", "/api/posture"):
        world.home.get(address)
    world.home.cookies.set(LANGUAGE_COOKIE, ACCENTED)
    found = dict(walk(world.home))
    world.home.cookies.clear()
    return found


def family(address: str) -> str:
    """The first part of an address."""
    return "/" + address.partition("?")[0].strip("/").partition("/")[0]


def is_page(answer: Response) -> bool:
    """Whether an answer is a page of the app, and not a report or a plan on paper with a policy of its own."""
    policy = answer.headers.get("content-security-policy", "")
    return answer.headers.get("content-type", "").startswith("text/html") and "script-src 'self'" in policy


def english(answer: Response) -> list[str]:
    """Words of a page that are not in the accented language."""
    return [word for words in PageReader(answer).words for word in find_untranslated(words, ALLOWED, inside=True)]


def test_no_page_holds_english(pages: dict[str, Response]) -> None:
    made = {address: answer for address, answer in pages.items() if is_page(answer)}
    assert len(made) > 50
    found: dict[str, list[str]] = {}
    for address, answer in made.items():
        found.setdefault(family(address), []).extend(english(answer))
    assert {key: words[:20] for key, words in found.items() if words} == {}


def test_every_page_says_its_language(pages: dict[str, Response]) -> None:
    made = [answer for answer in pages.values() if is_page(answer)]
    assert {PageReader(answer).language for answer in made} == {ACCENTED}
    assert {answer.headers["content-language"] for answer in made} == {ACCENTED}
    assert all("Accept-Language" in answer.headers["vary"] for answer in made)


def test_english_on_a_page_is_found() -> None:
    text = "<p title='Here'>⟦Ƥŕóĝŕéšš⟧ and <i translate='no'>my words</i></p>"
    assert english(Response(200, text=text, request=Request("GET", "http://localhost/"))) == ["Here", "and"]


@pytest.mark.parametrize(
    ("header", "cookie", "query", "expected"),
    [
        ("", "", "", DEFAULT),
        ("xx, fr;q=0.5", "", "", DEFAULT),
        ("en-GB, de;q=0.5", "", "", DEFAULT),
        ("", ACCENTED, "", ACCENTED),
        ("", ACCENTED, DEFAULT, DEFAULT),
        (DEFAULT, "", ACCENTED.lower(), ACCENTED),
        ("", "nonsense", "nonsense", DEFAULT),
    ],
)
def test_a_choice_goes_before_the_browser(world: World, header: str, cookie: str, query: str, expected: str) -> None:
    headers = {"Accept-Language": header} | ({"Cookie": f"{LANGUAGE_COOKIE}={cookie}"} if cookie else {})
    answer = world.home.get(f"/breath/box?lang={query}" if query else "/breath/box", headers=headers)
    assert PageReader(answer).language == expected
    chosen = answer.headers.get("set-cookie", "")
    assert (LANGUAGE_COOKIE in chosen) is (query not in ("", "nonsense"))
    world.home.cookies.clear()


def test_what_scripts_read_is_in_the_language_of_the_request(world: World) -> None:
    for address in ("/api/scene", "/api/posture?name=nowhere", "/api/nowhere"):
        plain, accented = (world.home.get(address, headers={"Cookie": f"{LANGUAGE_COOKIE}={one}"}).text for one in
                           (DEFAULT, ACCENTED))  # fmt: skip
        assert OPEN not in plain and plain != accented
        assert world.home.get(address).text == plain


def test_refusals_and_unknown_addresses_speak_the_language(world: World) -> None:
    headers = {"Cookie": f"{LANGUAGE_COOKIE}={ACCENTED}"}
    for address in ("/nowhere", "/measure/xx", "/measure/xx/delete", "/program/nothing.txt", "/story/ask/nobody"):
        answer = world.home.get(address, headers=headers)
        assert (answer.status_code, PageReader(answer).language) == (404, ACCENTED), address
        assert english(answer) == []
    elsewhere = world.home.get("/", headers=headers | {"Host": "elsewhere.example"})
    assert (elsewhere.status_code, english(elsewhere)) == (421, [])
    assert world.home.get("/api/nowhere", headers=headers).json()["faults"][0].startswith(OPEN)
