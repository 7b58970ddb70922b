"""The breath page: cautions before the pacer, a session that is whole before it begins, and how somebody breathed."""

from __future__ import annotations

import html
import io
import re
import sys

import numpy as np
import pytest
from edfio import EdfAnnotation
from httpx2 import Response
from markupsafe import escape
from scipy.io import wavfile
from starlette.testclient import TestClient

from psoas.core.catalogue import text
from psoas.knowledge.breath_techniques import PHASES, list_breath_techniques
from psoas.services.breath_curve import BEFORE_TOP_UP, breath_curve
from psoas.services.breath_upload import MOST
from psoas.services.file_uploads import MB
from psoas.session.breath_analysis import BreathSignal
from tests.session.test_breath_analysis import BRAIN, NOTES, belt, edf, paced
from tests.web_worlds import World


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def home(world: World) -> TestClient:
    return world.home


@pytest.mark.parametrize("name", list_breath_techniques())
def test_cautions_come_before_the_button(home: TestClient, name: str) -> None:
    page = home.get(f"/breath/{name}").text
    one = list_breath_techniques()[name]
    begin = page.index('id="begin"')
    for words in (one.title, one.purpose, *(part.words for part in one.cautions)):
        assert 0 < page.index(str(escape(words))) < begin
    assert one.does_not in page.replace("&#39;", "'")
    assert f'value="{one.minutes:g}" selected' in page


@pytest.mark.parametrize("name", list_breath_techniques())
def test_a_session_fills_its_minutes_and_breathes(home: TestClient, name: str) -> None:
    phases = home.get(f"/api/breath/{name}?minutes=3").json()["phases"]
    at = 0.0
    for one in phases:
        assert one["start_s"] == pytest.approx(at)
        at += one["seconds"]
        assert one["phase"] in PHASES
        assert (one["full"] is None) == (one["phase"] == "free")
    assert at == pytest.approx(180.0)
    ways = {one["phase"]: one["full"] for one in phases if one["phase"] != "free"}
    assert ways["in"] == (BEFORE_TOP_UP if "top_up" in ways else 1.0)
    assert ways.get("out", ways.get("hum")) == 0.0


def test_what_cannot_be_paced_is_said(home: TestClient) -> None:
    for query in ("box?minutes=30", "box?minutes=0", "box?minutes=nan", "box?minutes=1e9"):
        refused = home.get(f"/api/breath/{query}")
        assert refused.status_code == 422
        assert "box" in refused.json()["faults"][0]
    assert home.get("/api/breath/nothing?minutes=3").status_code == 404
    assert home.get("/breath/nothing").status_code == 404
    assert home.get("/breath").headers["location"].startswith("/breath/")


def test_a_curve_starts_and_ends_empty_and_is_full_once() -> None:
    for one in list_breath_techniques().values():
        points = [tuple(map(float, pair.split(","))) for pair in breath_curve(one.cycle, width=60, height=20).split()]
        x, y = zip(*points, strict=True)
        assert list(x) == sorted(x)
        assert (x[0], x[-1]) == (0.0, 60.0)
        assert (y[0], min(y), y[-1]) == (20.0, 0.0, 20.0)


def test_how_somebody_breathed_is_told_with_its_limits_and_not_kept(world: World) -> None:
    before = {path for path in world.settings.folder.rglob("*") if path.is_file()}
    signal, starts = paced("long_out", 3)
    page = hand_in(world, "long_out", "My belt.csv", table(signal))
    assert page.status_code == 200
    said = texts(page.text)
    assert f"over {len(starts) - 2} whole breaths" in said or f"over {len(starts) - 1} whole breaths" in said
    assert "The pattern asks for 60 %." in said
    share = re.search(r"took (\d+) % of each breath", said)
    assert share is not None
    assert float(share[1]) == pytest.approx(60, abs=4)
    asked, end = re.search(r"asks for ([\d.]+) on average over this time.*slows down to ([\d.]+)", said), "6"
    assert asked is not None and asked[2] == end and float(asked[1]) > float(end), "the pattern begins quicker"
    assert f"{end} a minute" in said, "the number of the list of techniques"
    followed = re.search(r"You followed (\d+) of (\d+) breaths of this pattern\.", said)
    assert followed is not None
    assert int(followed[2]) == len(starts)
    assert int(followed[1]) >= 0.9 * len(starts)
    assert text("breath.signal.level") in said
    for limit in ("rate_limit", "out_limit", "even_limit", "followed_limit"):
        assert text(f"breath.signal.{limit}") in said
    assert 'id="breathed" open' in page.text
    assert {path for path in world.settings.folder.rglob("*") if path.is_file()} == before


def test_another_pace_is_not_following_and_a_late_pacer_is(world: World) -> None:
    signal, _ = paced("long_out", 3)
    late = BreathSignal(np.concatenate([np.zeros(25 * 37), signal.values]), signal.hz)
    for one, start, least, most in (
        (belt(17, seconds=180), "", 0.0, 0.0),
        (late, "", 0.0, 0.8),
        (late, "37", 0.9, 1.0),
        (late, "37,0", 0.9, 1.0),
    ):
        said = texts(hand_in(world, "long_out", "a.csv", table(one), start=start).text)
        done = re.search(r"You followed (\d+) of (\d+)", said)
        assert done is not None
        assert least <= int(done[1]) / int(done[2]) <= most


def test_what_a_signal_cannot_tell_is_said(world: World) -> None:
    held = texts(hand_in(world, "box", "a.csv", table(belt(4, seconds=120))).text)
    assert text("breath.signal.out_limit_held") in held
    assert "The pattern asks for 50 %" not in held
    flat = texts(hand_in(world, "box", "a.csv", table(BreathSignal(np.zeros(2000), 25.0))).text)
    assert text("breath.signal.no_breath") in flat
    assert "You took" not in flat
    short = texts(hand_in(world, "box", "a.csv", table(belt(12, seconds=30)), start="25").text)
    assert text("breath.signal.short") in short


def test_a_sensors_wav_is_read_and_sound_is_not(world: World) -> None:
    assert "You took 8 breaths a minute" in texts(hand_in(world, "box", "belt.wav", wave(50)).text)
    assert "is sound" in texts(hand_in(world, "box", "belt.wav", wave(8000)).text)


@pytest.mark.parametrize(
    ("name", "data", "more", "lines"),
    [
        ("", b"", {}, [text("breath.signal.none")]),
        ("a.mp3", b"x", {}, ["a.mp3: we can't read this kind of file. Use .csv, .wav, .edf."]),
        ("a.csv", b"", {}, ["a.csv: the file is empty. Choose another."]),
        ("a.csv", b"\0\0", {}, ["a.csv: this does not start like text. Choose the recording itself."]),
        ("a.wav", b"s,v\n", {}, ["a.wav: this does not start like WAV. Choose the recording itself."]),
        ("../a b.csv", b"s,v\n0,1\n1,x\n", {}, ["a_b.csv line 3: '1,x'; expected seconds and a value"]),
        ("a.csv", b"s,v\n0,1\n1,2\n", {}, ["signal: 1 samples a second; expected at least 2; are the times seconds?"]),
        ("a.edf", b"\xffBIOSEMI", {}, ["a.edf: this does not start like EDF. Choose the recording itself."]),
        ("a.edf", b"0       x", {}, ["a.edf: no EDF, or damaged; expected the recorder's file, or a new export"]),
        (
            "a.csv",
            b"s,v\n0,1\n1,2\n",
            {"column": "belt", "start": "soon"},
            [text("breath.signal.start_fault", given="soon"), "a.csv: column 'belt' is not there; expected v"],
        ),
        ("a.csv", b"s,v\n" + b"x\n" * 9, {}, ["and 3 more"]),
        ("a.csv", b"s,v\n" + b"0" * (8 * MB), {}, ["a.csv: larger than 8 MB. Cut the recording into shorter parts."]),
    ],
)  # fmt: skip
def test_every_fault_is_one_clear_line(
    world: World, name: str, data: bytes, more: dict[str, str], lines: list[str]
) -> None:
    page = hand_in(world, "box", name, data, **more)
    assert page.status_code == 422
    found = [html.unescape(one) for one in re.findall(r"<li>([^<]*)</li>", page.text.split('role="alert"')[1])]
    assert found[: len(lines)] == lines or found[-1:] == lines
    for key, given in more.items():
        assert f'name="{key}" value="{given}"' in page.text


@pytest.mark.parametrize("notes", [None, NOTES])
def test_an_edf_is_read(world: World, notes: tuple[EdfAnnotation, ...] | None) -> None:
    """Through the check of what files begin with, which real ones hold zero bytes behind."""
    signal, starts = paced("long_out", 3)
    whole = edf(("EEG", BreathSignal(np.tile(BRAIN.values, 2), BRAIN.hz)), ("Thor", signal), notes=notes)
    assert b"\0" in whole[:4096]
    page = hand_in(world, "long_out", "Night 1.EDF", whole)
    assert page.status_code == 200
    followed = re.search(r"You followed (\d+) of (\d+) breaths of this pattern\.", texts(page.text))
    assert followed is not None
    assert int(followed[1]) >= 0.9 * len(starts) == 0.9 * int(followed[2])


def test_an_edf_of_several_channels_asks_for_one(world: World) -> None:
    whole = edf(("Thor", belt(8)), ("Abd", belt(8)), ("EEG", BRAIN))
    asked = hand_in(world, "box", "a.edf", whole)
    assert asked.status_code == 422
    assert "a.edf: which channel is the breath? Name one of Thor, Abd" in texts(asked.text)
    assert "You took 8 breaths a minute" in texts(hand_in(world, "box", "a.edf", whole, column="Abd").text)


def test_an_edf_says_what_it_needs_where_its_package_is_missing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "edfio", None)
    page = hand_in(world, "box", "night.edf", edf(("Resp", belt(8))))
    assert page.status_code == 422
    assert "night.edf: EDF needs a package that is not here" in texts(page.text)
    assert "install it with: pip install 'psoas[breath]'" in texts(page.text)


def test_too_large_or_from_elsewhere_is_turned_away(world: World) -> None:
    large = world.home.post("/breath/box", headers={**world.own, "content-length": str(MOST + 1)})
    assert large.status_code == 413
    assert world.home.post("/breath/box", files={"signal": ("a.csv", b"x")}).status_code == 403
    assert world.home.post("/breath/nothing", headers=world.own).status_code == 404


def hand_in(world: World, technique: str, name: str, data: bytes, **fields: str) -> Response:
    files = {"signal": (name, data)} if name else None
    return world.home.post(f"/breath/{technique}", data=fields, files=files, headers=world.own)


def table(signal: BreathSignal) -> bytes:
    rows = (f"{i / signal.hz:.3f},{value:.5f}" for i, value in enumerate(signal.values))
    return "\n".join(("seconds,belt", *rows)).encode()


def wave(hz: int) -> bytes:
    made = io.BytesIO()
    wavfile.write(made, hz, (1e4 * belt(8, hz=hz).values).astype(np.int16))
    return made.getvalue()


def texts(page: str) -> str:
    """What a person reads, in one line."""
    page = re.sub(r"<script.*?</script>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())
