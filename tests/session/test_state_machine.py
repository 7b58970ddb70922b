"""The player's state machine under events that nobody would make up: what must hold in each state, and that it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from psoas.program.pain_rules import PainLimits
from psoas.session.breath_analysis import analyze_breathing
from psoas.session.session_script import build_script, script_json
from tests.session.test_breath_analysis import belt
from tests.session_items import a_session
from tests.session_page import bundle

RUNS = (Path(__file__).parents[1] / "session_events.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def machine(chromium: Browser) -> Any:
    page = chromium.new_page()
    page.add_script_tag(content=bundle("frontend/src/session/session_global.ts"))
    yield page
    page.close()


def test_whatever_happens_time_never_runs_back_and_every_set_is_logged_once(machine: Page) -> None:
    told = json.loads(json.dumps(script_json(build_script(a_session()))))
    found = machine.evaluate(RUNS, [told, list(range(300))])
    assert found["faults"] == []
    assert found["finished"] == 300
    assert found["most"] > 20, "the events reach far into the session"


@pytest.mark.parametrize("rate", [4.0, 6.0, 11.0, 18.0, 26.0])
@pytest.mark.parametrize("share", [0.4, 0.6])
def test_the_phone_on_the_belly_finds_the_pace_that_the_file_reader_finds(
    machine: Page, rate: float, share: float
) -> None:
    signal = belt(rate, share=share, seconds=120, noise=0.03)
    chance = np.random.default_rng(5).normal(scale=0.002, size=(len(signal.values), 3))
    tilt = (
        np.array([0.4, 1.0, 9.7]) + np.outer(0.15 * signal.values, [0.3, -0.8, 0.5]) + chance
    )  # gravity turns with the belly
    found = machine.evaluate(
        "([samples, hz]) => PsoasSession.pace(PsoasSession.along(samples, hz), hz)", [tilt.tolist(), signal.hz]
    )
    assert found["perMinute"] == pytest.approx(rate, rel=0.03)
    assert found["perMinute"] == pytest.approx(analyze_breathing(signal).per_minute, rel=0.03)
    assert found["spread"] < 0.1


def test_a_phone_on_the_table_finds_no_breath(machine: Page) -> None:
    still = [[0.0, 0.0, 9.81]] * 2000
    found = machine.evaluate("(samples) => PsoasSession.pace(PsoasSession.along(samples, 25), 25)", still)
    assert found == {"perMinute": None, "spread": None, "breaths": 0}


def test_time_in_one_piece_is_time_in_many(machine: Page) -> None:
    told = script_json(build_script(a_session()))
    run = """([script, pieces]) => {
      const {reduce, start} = PsoasSession; let n = 0;
      const stamp = () => ({ id: String(n++), session: 's', program: null, at: '' });
      let state = reduce(script, start(), { type: 'begin' }, stamp);
      for (let i = 0; i < pieces; i++) state = reduce(script, state, { type: 'tick', seconds: 900 / pieces }, stamp);
      return [state.at, state.log.length, state.elapsed]; }"""
    whole, parts = (machine.evaluate(run, [told, pieces]) for pieces in (1, 7201))
    assert whole[:2] == parts[:2]
    assert whole[2] == pytest.approx(parts[2], abs=1e-6)


@pytest.mark.parametrize("usual", range(11))
def test_what_the_player_allows_follows_from_usual_pain(machine: Page, usual: int) -> None:
    """Of every score and place: going on up to usual pain and 2, never above 5; an easier one up to 5; with a sign of a
    nerve or without a number neither."""
    told = script_json(build_script(a_session(), PainLimits(float(usual))))
    run = """([script, scores, places]) => {
      const {reduce, start} = PsoasSession; let n = 0;
      const stamp = () => ({ id: String(n++), session: 's', program: null, at: '' });
      const part = Object.keys(script.easier).map(Number)[0];
      const before = script.parts.slice(0, part).map(() => ({ type: 'skip_part' }));
      const events = [{ type: 'begin' }, ...before, { type: 'hurt' }];
      return scores.map((score) => places.map((place) => {
        const told = { type: 'hurt_told', where: [place], score };
        const asked = [...events, told].reduce((state, event) => reduce(script, state, event, stamp), start());
        const after = (choice) => reduce(script, asked, { type: 'choose', choice }, stamp);
        return [after('go_on').stage === 'paused', after('easier').detour === part];
      })); }"""
    scores, places = [*range(11), None], ["groin", "low_back", "below_knee", "numb"]
    found = machine.evaluate(run, [told, scores, places])
    for score, row in zip(scores, found, strict=True):
        for place, (goes_on, easier) in zip(places, row, strict=True):
            calm = place in ("groin", "low_back") and score is not None
            assert goes_on == (calm and score <= min(5, usual + 2)), (usual, score, place)
            assert easier == (calm and score <= 5), (usual, score, place)
