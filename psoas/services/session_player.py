"""What the player of a session gets: its script, its figures, its words, and the bones that the figures move."""

from __future__ import annotations

import hashlib
from uuid import UUID

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from psoas.body.person import Person
from psoas.core.catalogue import browser_words, render
from psoas.core.language_cache import cache_by_language
from psoas.exercises.exercise_animation import exercise_animation
from psoas.program.pain_rules import PainLimits
from psoas.program.program_models import Phase, Session
from psoas.services.current_program import CurrentProgram, load_program
from psoas.services.live_postures import scene_json
from psoas.services.recent_results import PEOPLE
from psoas.session.session_script import animation_keys, build_script, script_json
from psoas.store.person_scope import PersonScope


@cache_by_language(PEOPLE)
def player_data(own: PersonScope, key: UUID, name: str, limits: PainLimits) -> Markup:
    """All that the player needs for the session ``name`` ("PHASE-DAY") of a program and a person's ``limits`` of pain,
    as JSON that is safe within HTML; ``LookupError`` when there is no such session."""
    now = load_program(own, key)
    phase, found = _session(now, name)
    made = build_script(found, limits)
    return htmlsafe_json_dumps(
        {
            "script": script_json(made) | {"title": f"{render(phase.title)}: {render(found.title)}"},
            "figures": {key: exercise_animation(*key.split("/")) for key in animation_keys(made)},
            "bones": f"/api/bones?v={bones_json()[1]}",
            "key": f"{now.id}/{name}",
            "program": str(now.id),
            "words": browser_words("player"),
        }
    )


@cache_by_language(1)
def bones_json() -> tuple[bytes, str]:
    """The bones of the reference body, and a word that changes with them, so that browsers may keep them."""
    data = scene_json(Person.of())
    return data, hashlib.sha256(data).hexdigest()[:12]


def _session(now: CurrentProgram, name: str) -> tuple[Phase, Session]:
    phase_name, _, day = name.rpartition("-")
    phase = next((one for one in now.program.phases if one.name == phase_name), None)
    if phase is None or not day.isdecimal() or not 1 <= int(day) <= len(phase.sessions):
        raise LookupError(f"no session {name}")
    return phase, phase.sessions[int(day) - 1]
