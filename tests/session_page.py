"""A page with nothing but the guided session, for tests: its own server is a route in the browser, which may be cut."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route

from psoas.core.catalogue import browser_words
from psoas.exercises.exercise_animation import exercise_animation
from psoas.program.program_models import Session
from psoas.render.palette import DARK, LIGHT, theme_variables
from psoas.render.scene import Scene
from psoas.session.session_script import animation_keys, build_script, script_json

ROOT = Path(__file__).resolve().parents[1]
ADDRESS = "http://127.0.0.1:65001"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
DESKTOP, PHONE = (1280, 800), (390, 844)


@cache
def bundle(entry: str) -> str:
    """One script made from an entry of the front end."""
    tool = ROOT / "node_modules/esbuild/bin/esbuild"
    options = ["--bundle", "--format=iife", "--target=es2020", "--charset=utf8", "--log-level=warning"]
    made = subprocess.run([tool, ROOT / entry, *options], capture_output=True, text=True, check=True)
    return made.stdout


def page_text() -> str:
    """The page: the app's colours, and the session."""
    return (
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>A session</title>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<link rel='icon' href='data:,'><link rel='stylesheet' href='/theme.css'>"
        "<main id='session'></main><script src='/viewer.js'></script><script src='/session.js'></script>"
        "<script src='/start.js'></script></html>"
    )


BY_HAND = """function byHand() {
  let now = 0, calls = new Set(), timers = [];
  const at = (t) => { now = t; for (const call of [...calls]) call();
    const due = timers.filter((one) => one.t <= now);
    timers = timers.filter((one) => one.t > now);
    for (const one of due) one.call(); };
  window.asleep = 0;
  window.pass = (seconds) => {
    const end = now + 1000 * seconds;
    while (now < end) at(Math.min(end, now + 250)); };
  return { speed: 1, now: () => now, wall: () => now + window.asleep,
    every: (call) => { calls.add(call); return () => calls.delete(call); },
    after: (s, call) => {
      const one = { t: now + 1000 * s, call };
      timers.push(one);
      return () => (timers = timers.filter((o) => o !== one)); } };
}
"""
"""A clock that only ``pass(seconds)`` moves: tests do not wait, and a slow machine changes nothing."""
START = """window.ready = (async () => {
  const data = await (await fetch('/data.json')).json();
  window.script = data.script;
  const clock = data.speed > 0 ? PsoasSession.wallClock(data.speed) : byHand();
  const post = PsoasSession.poster('/log');
  window.session = await PsoasSession.mount(document.getElementById('session'), data.script,
    { post, clock, key: 'day-1', program: data.program, words: data.words, figures: data.figures, scene: data.scene,
      sound: data.sound });
})();"""


@dataclass
class Server:
    """What stands in for the app: ``batches`` of entries as they came, ``known`` those it kept. With ``speed`` 0 time
    passes only by ``pass(seconds)``; ``cut`` takes the network away, ``lose_answers`` the next answer alone."""

    speed: float
    session: Session
    scene: Scene | None = None
    cut: bool = False
    lose_answers: bool = False
    status: int = 204
    batches: list[list[dict[str, Any]]] = field(default_factory=list)
    known: dict[str, dict[str, Any]] = field(default_factory=dict)

    def answer(self, route: Route) -> None:
        """One request."""
        path = route.request.url.removeprefix(ADDRESS)
        if path == "/log":
            self._log(route)
            return
        found = self._files().get(path)
        if found is None or self.cut:
            route.abort("internetdisconnected")
            return
        kind, text = found
        headers = {"Content-Security-Policy": POLICY} if path == "/" else {}
        route.fulfill(body=text, content_type=kind, headers=headers)

    def kinds(self) -> list[str]:
        """Kinds of the entries kept, in the order they came."""
        return [entry["kind"] for entry in self.known.values()]

    def of(self, kind: str) -> list[dict[str, Any]]:
        """What the kept entries of a kind say."""
        return [entry["entry"] for entry in self.known.values() if entry["kind"] == kind]

    def _log(self, route: Route) -> None:
        if self.cut:
            route.abort("internetdisconnected")
            return
        batch = json.loads(route.request.post_data or "")["entries"]
        self.batches.append(batch)
        if self.status == 204:
            for entry in batch:
                self.known.setdefault(entry["id"], entry)
        if self.lose_answers:
            self.lose_answers = False
            route.abort("connectionreset")
            return
        route.fulfill(status=self.status)

    def _files(self) -> dict[str, tuple[str, str]]:
        made = build_script(self.session)
        data = {
            "script": script_json(made),
            "figures": {key: exercise_animation(*key.split("/")) for key in animation_keys(made)},
            "scene": self.scene,
            "speed": self.speed,
            "sound": "quiet",
            "words": browser_words("player"),
            "program": "8a1c6c1e-58f2-4f0e-9f0c-0c3f6f0d7f11",
        }
        theme = (
            f":root {{ color-scheme: light; {theme_variables(LIGHT)} }}"
            f"@media (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {theme_variables(DARK)} }} }}"
            "html, body { margin: 0; height: 100%; background: var(--paper) } #session { display: block; height: 100% }"
            ".ps { height: 100% }"
        )
        return {
            "/": ("text/html", page_text()),
            "/theme.css": ("text/css", theme),
            "/viewer.js": ("text/javascript", bundle("frontend/src/viewer/viewer_global.ts") if self.scene else ""),
            "/session.js": ("text/javascript", bundle("frontend/src/session/session_global.ts")),
            "/start.js": ("text/javascript", BY_HAND + START),
            "/data.json": ("application/json", json.dumps(data)),
        }


@contextmanager
def served(
    browser: Browser, server: Server, size: tuple[int, int] = PHONE, **options: Any
) -> Iterator[tuple[Page, BrowserContext]]:
    """The session's page; leaving it, nothing may have gone wrong that was not asked for."""
    troubles: list[str] = []
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    context.route("**/*", server.answer)
    page = context.new_page()
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" and wrong(said.text) else None)
    page.goto(f"{ADDRESS}/")
    page.evaluate("window.ready")
    yield page, context
    context.close()
    assert troubles == []


def wrong(said: str) -> bool:
    """Whether a line of the console is a fault of the page, and not the network that a test took away."""
    return not said.startswith("Failed to load resource")


def stage(page: Page) -> str:
    """Where the session is."""
    return str(page.evaluate("session.state().stage"))
