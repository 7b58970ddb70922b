"""What a wish changed in a program, in one line: what became of the item, and what came and went with it."""

from __future__ import annotations

from psoas.core.catalogue import render, text
from psoas.core.message import Message, Value
from psoas.program.eligibility import option_labels
from psoas.program.program_models import ItemKind, Phase, Program
from psoas.program.program_text import place_text
from psoas.services.current_program import items_of_phase

KINDS = ("pin", "ban", "swap", "free", "wishes")
"""What a person does on the page of the program."""
MOST = 4
"""So many names are told; the rest as a number."""


def preference_change_text(before: Program, after: Program, phase: Phase, kind: str, name: str, other: str) -> str:
    """One line about a wish of ``kind``: about the item ``name``, with ``other`` in its place where it was swapped, or
    about the frame; what else came and went is told for the ``phase`` that is shown."""
    frame: dict[str, Value] = {
        "days": after.days,
        "weeks": after.weeks,
        "minutes": f"{after.minutes:g}",
        "place": place_text(after.place),
    }
    labels = option_labels()
    names: dict[str, Value] = {"label": labels.get(name, ""), "other": labels.get(other, "")}
    words = [text(f"program.did.{kind}", **frame, **names)]
    wanted = {"pin": name, "swap": other}.get(kind, "")
    if wanted and wanted not in {item.name for one in after.phases for item in items_of_phase(one)}:
        why = [one.why for one in after.left_out if one.name == wanted and one.kind is not ItemKind.TEST]
        words.append(text("program.did.not_in", why=why[-1] if why else ""))
    then = next((_labels(one) for one in before.phases if one.name == phase.name), {})
    now = _labels(phase)
    for key, some in (("came", now.keys() - then.keys()), ("went", then.keys() - now.keys())):
        rest = sorted(render((now | then)[one]) for one in some if one not in (name, other))
        if rest:
            more = f" {text('program.did.more', count=len(rest) - MOST)}" if len(rest) > MOST else ""
            words.append(text(f"program.did.{key}", names=", ".join(rest[:MOST]) + more))
    return " ".join(words)


def _labels(phase: Phase) -> dict[str, Message]:
    return {item.name: item.label for item in items_of_phase(phase)}
