"""Who may ask: our own names, our own pages, paired devices; and what every answer carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from psoas.security.pairing_tokens import LASTS_S, MOST, PairingTokens
from psoas.services import live_postures
from psoas.services.settings import Settings
from psoas.store import paired_devices
from psoas.web.security_middleware import COOKIE, MOST_BYTES, POLICY, _host_is_ours
from tests.web_worlds import LAN, World


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("data"), lan=LAN)


@pytest.mark.parametrize("host", ["localhost:8737", "127.0.0.1:8737", "[::1]:8737", "LOCALHOST:8737"])
def test_this_machine_answers_under_its_own_names(world: World, host: str) -> None:
    assert world.home.get("/static/theme.css", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example:8737", "localhost", "localhost:80", f"{LAN}:8737", "localhost:8737@evil", "[::1", "", "localhost:x"],
)
def test_another_name_is_turned_away(world: World, host: str) -> None:
    for path in ("/", "/api/posture", "/static/theme.css", "/pair"):
        said = world.home.get(path, headers={"Host": host})
        assert said.status_code == 421
        assert "not the address of Psoas" in said.text


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30))
def test_no_made_up_host_gets_in(host: str) -> None:
    ours = _host_is_ours(Headers({"host": host}), True, Settings(Path("x")))
    assert not ours or host.lower() in {"localhost:8737", "127.0.0.1:8737", "[::1]:8737"}


@pytest.mark.parametrize(
    ("headers", "taken"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "http://localhost:8737"}, True),
        ({"Origin": "http://localhost:8737", "Sec-Fetch-Site": "same-origin"}, True),
        ({}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "https://localhost:8737"}, False),
        ({"Origin": "http://localhost:9999"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://localhost:8737", "Sec-Fetch-Site": "cross-site"}, False),
    ],
)
def test_only_our_own_pages_change_anything(world: World, headers: dict[str, str], taken: bool) -> None:
    said = world.home.post("/look/dark", headers=headers)
    assert said.status_code == (303 if taken else 403)
    assert ("set-cookie" in said.headers) is taken


def test_every_answer_carries_the_policy_even_a_failure(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_postures, "_live", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        world.home.get("/")
    world.home._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    broken = world.home.get("/")
    assert broken.status_code == 500
    assert "Something went wrong here" in broken.text
    for said in (
        broken,
        world.home.get("/nowhere"),
        world.home.get("/", headers={"Host": "x"}),
        world.home.get("/breath/box"),
    ):
        assert said.headers["content-security-policy"] == POLICY
        assert said.headers["x-content-type-options"] == "nosniff"
        assert said.headers["cache-control"] == "no-store"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_a_body_larger_than_it_may_be_is_refused(world: World) -> None:
    said = world.home.post("/look/dark", headers=world.own, content=b"x" * (MOST_BYTES + 1))
    assert said.status_code == 413
    assert "too much at once" in said.text

    def endless() -> object:
        for _ in range(MOST_BYTES // 65536 + 2):
            yield b"x" * 65536

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    unsaid = world.home.post("/pair", headers=world.own | form, content=endless())  # type: ignore[arg-type]
    assert unsaid.status_code == 413


def test_cookies_stay_here_and_out_of_scripts(world: World) -> None:
    cookie = world.home.post("/look/dark", headers=world.own).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert 'data-look="dark"' in world.home.get("/breath/box").text
    world.home.post("/look/auto", headers=world.own)
    assert "data-look" not in world.home.get("/breath/box").text
    assert world.home.post("/look/loud", headers=world.own).status_code == 404


def test_the_way_back_stays_on_this_site(world: World) -> None:
    for referer, back in [
        ("http://localhost:8737/breath/box?x=1", "/breath/box?x=1"),
        ("http://evil.example//evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ]:
        said = world.home.post("/look/auto", headers=world.own | {"Referer": referer})
        assert said.headers["location"] == back


def test_an_unpaired_phone_sees_the_door_and_nothing_else(world: World) -> None:
    phone = world.phone()
    for path in ("/", "/breath/box", "/api/posture", "/api/scene", "/phone"):
        said = phone.get(path)
        assert said.status_code == 403, path
        assert "not paired yet" in said.text
    assert phone.get("/", headers={"X-Forwarded-For": "127.0.0.1", "Forwarded": "for=127.0.0.1"}).status_code == 403
    phone.cookies.set(COOKIE, "guessed")
    assert phone.get("/").status_code == 403
    assert phone.get("/pair").status_code == 403
    assert "used up" in phone.get("/pair").text


def test_a_code_lets_one_phone_in_once(world: World) -> None:
    page = world.home.get("/phone")
    assert "<svg" in page.text
    token = world.site.tokens.issue()
    phone = world.phone()
    own = {"Origin": world.site.address}
    for _ in range(2):  # looking does not use it up
        assert token in phone.get("/pair", params={"token": token}).text
    assert phone.post("/pair", data={"token": token}).status_code == 403
    let_in = phone.post("/pair", data={"token": token}, headers=own | {"User-Agent": "Mozilla (iPhone; x)"})
    assert let_in.headers["location"] == "/trust"
    cookie = let_in.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("secure", "httponly", "samesite=strict"))
    assert phone.get("/").status_code == 200
    assert "This phone is paired" in phone.get("/trust").text
    assert "This phone is paired" not in world.phone().get("/trust").text
    assert phone.get("/phone").status_code == 404
    late = world.phone()
    assert late.post("/pair", data={"token": token}, headers=own).headers["location"] == "/pair"
    assert late.get("/").status_code == 403
    (device,) = paired_devices.paired_devices(world.site.home)
    assert device.name == "iPhone"
    assert world.home.post(f"/phone/unpair/{device.id}", headers=world.own).status_code == 303
    assert phone.get("/").status_code == 403


def test_without_lan_there_is_no_door(tmp_path: Path) -> None:
    world = World(tmp_path)
    for path in ("/phone", "/pair", "/trust"):
        assert world.home.get(path).status_code == 404
    assert "/phone" not in world.home.get("/breath/box").text


def test_tokens_run_out_and_the_oldest_give_way() -> None:
    now = [0.0]
    tokens = PairingTokens(lambda: now[0])
    first = tokens.issue()
    now[0] = LASTS_S - 1
    assert tokens.is_open(first)
    now[0] = LASTS_S + 1
    assert not tokens.redeem(first)
    many = [tokens.issue() for _ in range(MOST + 1)]
    assert not tokens.redeem(many[0])
    assert all(tokens.redeem(one) for one in many[1:])
    assert not any(tokens.redeem(one) for one in many)
