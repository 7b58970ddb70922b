"""The sentence about time that practice freed in a session."""

from __future__ import annotations

from psoas.core.catalogue import text
from psoas.core.message import Value
from psoas.program.program_models import Phase
from psoas.progression.decided_program import freed_time
from psoas.services.program_service import CurrentProgram


def freed_time_text(now: CurrentProgram, phase: Phase, day: int) -> str:
    """What practice took out of a session and nothing stands in for, in one sentence; "" where its minutes are full."""
    planned = next(one for one in now.planned.phases if one.name == phase.name)
    found = freed_time(planned.sessions[day - 1], phase.sessions[day - 1])
    if found is None:
        return ""
    what: dict[str, Value] = {"names": found.gone or found.less, "minutes": f"{now.program.minutes:g}"}
    return text("program.freed_out" if found.gone else "program.freed_less", free=found.minutes, **what)
