"""A person who goes through the intake: the lawyer of the readable cases, as forms that a browser would send."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from psoas.intake.intake_form import IntakeScreen, checklist, relevant_screens
from psoas.services import answers_service
from psoas.web.dependencies import STOP
from tests.web_worlds import World

CASES = Path(__file__).parent / "assessment_cases"


def case(name: str) -> dict[str, Any]:
    """What is given in a readable case."""
    return dict(tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["given"])


LAWYER: dict[str, Any] = case("lawyer")["answers"] | {"falls": 0}


def form_of(screen: IntakeScreen, answers: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """The form of a screen for somebody whose answers are ``wanted``; what they do not say is no, nothing or least."""
    if screen.id == "where":
        sides = {"both": ("right", "left")}.get(wanted.get("pain_side", "right"), (wanted.get("pain_side", "right"),))
        boxes = [f"{name}/{side}" for name in wanted.get("pain_where", ()) for side in sides]
        return {"place": boxes} if boxes else {"none": "yes"}
    asked = screen.asks(answers)
    form: dict[str, Any] = {}
    for one in asked:
        value = wanted.get(one.id)
        if one.kind == "yes" and one in checklist(asked):
            form |= {one.id: "yes"} if value else {}
        elif one.kind == "yes":
            form[one.id] = "yes" if value else "no"
        elif one.kind == "many":
            form |= {one.id: list(value)} if value else {"none": "yes"}
        elif one.kind == "choice":
            form[one.id] = value or one.options[0]
        else:
            form[one.id] = str(one.low if value is None else value)
    if checklist(asked) and not any(form.get(one.id) == "yes" for one in checklist(asked)):
        form["none"] = "yes"
    return form


def send(world: World, where: str, form: dict[str, Any] | None = None, client: TestClient | None = None) -> Any:
    """Send a form as the app's own page does."""
    return (client or world.home).post(where, data=form or {}, headers=world.own)


def tell(world: World, wanted: dict[str, Any], *, until: str = "") -> list[str]:
    """Agree and answer every screen (up to ``until``) in order; the screens that were shown."""
    send(world, "/story")
    shown: list[str] = []
    while True:
        answers = answers_service.load_draft(world.site.home)["answers"]
        left = [one for one in relevant_screens(answers) if one.id not in shown]
        if not left or left[0].id == until:
            return shown
        shown.append(left[0].id)
        got = send(world, f"/story/ask/{left[0].id}", form_of(left[0], answers, wanted))
        assert got.status_code == 303, (left[0].id, got.text[-3000:])
        if got.headers["location"] == STOP:
            return shown
