"""People with a program and a log, for the tests of program, session and progress."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from psoas.demo.made_up_person import work_blocks
from psoas.services import program_service
from psoas.services.program_service import CurrentProgram
from psoas.session.log_entry import LogEntry
from psoas.session.session_script import build_script
from psoas.store.session_repository import list_entries
from tests.story_person import LAWYER, tell
from tests.web_worlds import World

TODAY = date.today()


def again(told_once: Path, folder: Path, *, lan: str = "") -> World:
    """An app on a copy of a data folder, so that nobody tells a whole story twice."""
    shutil.copytree(told_once, folder, dirs_exist_ok=True)
    return World(folder, lan=lan)


def with_program(world: World, wanted: dict[str, Any] | None = None) -> CurrentProgram:
    """The lawyer's answers told, and the program of them."""
    tell(world, wanted or LAWYER)
    return program_service.load_current_program(world.site.home, TODAY)


def entry(session: UUID, kind: str, at: datetime, **said: Any) -> dict[str, Any]:
    """One entry as a page sends it."""
    return {"id": str(uuid4()), "session": str(session), "at": at.isoformat(), "kind": kind, "entry": said}


def session_log(
    now: CurrentProgram,
    name: str = "",
    *,
    day: int = 1,
    ago: int = 0,
    hurt: str = "",
    score: float = 5,
    pain: float = 1,
    effort: float = 4,
    where: tuple[str, ...] = (),
) -> list[dict[str, Any]]:
    """A whole session ``ago`` days before now as entries; in ``hurt`` it hurt, and the set was skipped."""
    phase = next(one for one in now.program.phases if one.name == (name or now.phase(TODAY).name))
    made, key = build_script(phase.sessions[day - 1]), uuid4()
    then = datetime.now(UTC) - timedelta(days=ago)
    at = max(then - timedelta(hours=1), then.replace(hour=0, minute=0, second=0, microsecond=0))
    blocks = list(work_blocks(made.steps))
    log = [entry(key, "started", at, title=made.title, place=made.place, blocks=len(blocks))]
    done, told = 0, False
    for k, step in enumerate(blocks, 1):
        part = made.parts[step.part]
        spot = {"item": part.kind, "name": part.name, "side": step.side, "set": step.set, "block": step.block}
        at += timedelta(milliseconds=k)
        first = part.name == hurt and not told
        if first:
            log.append(entry(key, "hurt", at, **spot, where=list(where), score=score))
            told = True
        done += not first
        log.append(entry(key, "skipped" if first else "step_done", at, **spot))
    log.append(entry(key, "effort", at, score=effort))
    log.append(entry(key, "pain_after", at, score=pain))
    log.append(entry(key, "finished", at, complete=True, done=done, blocks=len(blocks)))
    return log


def post_log(world: World, log: list[dict[str, Any]]) -> Any:
    """Send entries as the session's page does."""
    return world.home.post("/api/log", json={"entries": log}, headers=world.own)


def kept_entries(world: World) -> list[LogEntry]:
    """The log as it is kept."""
    return list_entries(world.site.home)
