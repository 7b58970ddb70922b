"""Writes what the front end must know of Python's rules: ``frontend/src/shared/rules.generated.ts``.

``python -m scripts.typescript_rules`` writes the file; with ``--check`` it only says whether the file is up to date,
which a test asks as well. A rule is added to ``RULES`` and then used in TypeScript from ``shared/rules``.
"""

from __future__ import annotations

import importlib
import json
import math
import sys
from dataclasses import dataclass
from enum import Enum, EnumType
from pathlib import Path
from typing import Any

from psoas.body.anatomy.trunk_muscles import muscles_of_body
from psoas.mechanics.muscle_geometry import GROUPS

ROOT = Path(__file__).resolve().parents[1]
MADE = ROOT / "frontend/src/shared/rules.generated.ts"
HEAD = """/**
 * Rules that Python defines. Made by `python -m scripts.typescript_rules` from the places named: change those, not this
 * file. Scripts import them by way of rules.ts.
 */
"""


@dataclass(frozen=True)
class Constant:
    """A value: ``source`` is ``module:NAME``, ``annotation`` its TypeScript type where the value's own would not do."""

    name: str
    source: str
    meaning: str
    annotation: str = ""

    def typescript(self, value: Any) -> str:
        """The line that defines it."""
        kind = f": {self.annotation}" if self.annotation else ""
        return f"export const {self.name}{kind} = {typescript_value(value)};"


@dataclass(frozen=True)
class Union:
    """A type with one string for each name that ``source`` lists; empty names and those ``without`` are left out."""

    name: str
    source: str
    meaning: str
    without: tuple[str, ...] = ()

    def typescript(self, value: Any) -> str:
        """The line that defines it."""
        names = [str(plain(one)) for one in value]
        members = [json.dumps(one) for one in names if one not in {"", *self.without}]
        return f"export type {self.name} = {' | '.join(members)};"


NAMES = "readonly string[]"
PAIN, SESSION = "psoas.program.pain_rules", "psoas.session.session_rules"
RULES: tuple[Constant | Union, ...] = (
    Constant("SCRIPT_SCHEMA", f"{SESSION}:SCRIPT_SCHEMA", "Schema of a guided session"),
    Constant("FIGURE_SCHEMA", "psoas.exercises.exercise_animation:SCHEMA", "Schema of an exercise's moving picture"),
    Constant("SCENE_SCHEMA", "psoas.render.scene:SCHEMA", "Schema of the viewer's scene"),
    Union("Side", "psoas.core.sides:SIDES", "Sides of the body"),
    Union("MuscleGroup", "psoas.mechanics.muscle_geometry:GROUPS", "Muscles of a scene"),
    Constant(
        "PSOAS_FASCICLES", "scripts.typescript_rules:psoas_fascicles", "A figure's first fascicles are psoas: so many"
    ),
    Constant("SCORE_MAX", f"{PAIN}:SCORE_MAX", "Pain and effort are scored from 0 to this"),
    Constant("PAIN_CEILING", f"{PAIN}:PAIN_CEILING", "Above this score an exercise is over for the day"),
    Constant("UNSCORED_PAIN", f"{SESSION}:UNSCORED_PAIN", "Pain without a score counts as this: the safe side"),
    Constant("PAIN_PLACES", f"{PAIN}:PainPlace", "Places of pain that a person may tick", NAMES),
    Constant("NERVE_PLACES", f"{PAIN}:NERVE_PLACES", "Those that point to a nerve and end an exercise", NAMES),
    Union("LogKind", f"{SESSION}:LogKind", "Kinds of log entries that a session writes", ("next_day_pain",)),
    Union("StepKind", f"{SESSION}:StepKind", "Kinds of steps"),
    Constant(
        "WORK_STEPS",
        f"{SESSION}:WORK_STEPS",
        "Steps whose block is logged as done or skipped",
        "readonly StepKind[]",
    ),
    Constant("TICKS_PER_S", f"{SESSION}:TICKS_PER_S", "Durations are whole ticks"),
    Constant("ENTRIES_PER_BATCH", f"{SESSION}:ENTRIES_PER_BATCH", "The log is sent in batches of at most this many"),
    Constant(
        "LUNG_FULLNESS",
        "psoas.services.breath_curve:FULL",
        "How full the lungs are at the end of each breath phase, 0 to 1",
        "Readonly<Record<string, number>>",
    ),
    Constant(
        "FULLNESS_BEFORE_TOP_UP",
        "psoas.services.breath_curve:BEFORE_TOP_UP",
        "How full before a second, short breath in",
    ),
    Constant(
        "EVEN_SPREAD", "psoas.session.breath_analysis:EVEN", "Breath cycles spread less, by their mean, than this: even"
    ),
    Constant("FAIRLY_EVEN_SPREAD", "psoas.session.breath_analysis:FAIRLY_EVEN", "Likewise: fairly even"),
    Constant(
        "TARGET_TOLERANCE",
        "psoas.session.breath_analysis:NEAR",
        "A breath within this part of a cycle follows its target",
    ),
    Constant(
        "TURN_DEPTH_PART",
        "psoas.session.breath_analysis:DEPTH_PART",
        "A turn counts from this part of the usual depth on",
    ),
    Constant("LEAST_BREATHS", "psoas.session.breath_analysis:LEAST_BREATHS", "Whole breaths needed for a pace"),
    Constant(
        "PERCENT_RANGE",
        "psoas.render.live_body:PERCENT_ENDS",
        "Ends of the color scale, percent of standing length",
        "[number, number]",
    ),
    Constant(
        "CAMERA_ANGLES", "psoas.render.renderer:ANGLES", "Degrees round the body, from in front towards its right"
    ),
    Constant(
        "POSTURES",
        "psoas.render.posture_controls:SHOWN",
        "Postures offered; the first is the front page's",
        "readonly [string, ...string[]]",
    ),
    Union("DialId", "scripts.typescript_rules:dial_ids", "Dials of the front page"),
)
"""Everything that both languages know, in the order of the file."""


def psoas_fascicles() -> int:
    """How many of the fascicles that a scene draws are psoas."""
    groups = [muscle.group for muscle in muscles_of_body()]
    assert GROUPS[0] == "psoas", "scenes draw the psoas first"
    return groups.count("psoas")


def dial_ids() -> list[str]:
    """Identifiers of the dials."""
    from psoas.render.posture_controls import DIALS

    return [dial.id for dial in DIALS]


def find_value(source: str) -> Any:
    """What ``module:NAME`` names; a function of this module is called."""
    module, _, name = source.partition(":")
    found = getattr(importlib.import_module(module), name)
    return list(found) if isinstance(found, EnumType) else found() if module == "scripts.typescript_rules" else found


def plain(value: Any) -> Any:
    """An enumeration's value; anything else as it is."""
    return value.value if isinstance(value, Enum) else value


def typescript_value(value: Any) -> str:
    """A Python value as TypeScript writes it.

    Raises:
        TypeError: For anything but numbers, strings, and mappings and sequences of them.
    """
    value = plain(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        return str(int(value)) if float(value).is_integer() else repr(value)
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key}: {typescript_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(typescript_value(one) for one in value) + "]"
    raise TypeError(f"no TypeScript for {value!r}")


def typescript_rules() -> str:
    """The whole file."""
    made = [f"/** {rule.meaning}: {rule.source}. */\n{rule.typescript(find_value(rule.source))}" for rule in RULES]
    return HEAD + "\n" + "\n".join(made) + "\n"


def write_rules() -> None:
    """Write the file, unless it is up to date, so that nothing is bundled anew for it."""
    if not is_fresh():
        MADE.write_text(typescript_rules(), encoding="utf-8")


def is_fresh() -> bool:
    """Whether the file says what Python says."""
    return MADE.is_file() and MADE.read_text(encoding="utf-8") == typescript_rules()


def main() -> None:
    """Write the file, or check it."""
    if "--check" not in sys.argv[1:]:
        write_rules()
    elif not is_fresh():
        raise SystemExit(f"{MADE.relative_to(ROOT)} is stale: run python -m scripts.typescript_rules")


if __name__ == "__main__":
    main()
