"""What a wish changed in a program, in one line: what became of the item, and what came and went with it."""

from __future__ import annotations

from psoas.program.program import Phase, Program
from psoas.program.reach import labels
from psoas.program.wording import PLACES
from psoas.web.practice import items_of
from psoas.web.words import t

KINDS = ("pin", "ban", "swap", "free", "wishes")
"""What a person does on the page of the program."""
MOST = 4
"""So many names are told; the rest as a number."""


def changed(before: Program, after: Program, phase: Phase, kind: str, name: str, other: str) -> str:
    """One line about a wish of ``kind``: about the item ``name``, with ``other`` in its place where it was swapped, or
    about the frame; what else came and went is told for the ``phase`` that is shown."""
    frame = {"days": after.days, "weeks": after.weeks, "minutes": f"{after.minutes:g}", "place": PLACES[after.place]}
    names = {"label": labels().get(name, ""), "other": labels().get(other, "")}
    words = [t(f"program.did.{kind}", **frame, **names)]
    wanted = {"pin": name, "swap": other}.get(kind, "")
    if wanted and wanted not in {item.name for one in after.phases for item in items_of(one)}:
        why = [one.why for one in after.left_out if one.name == wanted and one.kind != "test"]
        words.append(t("program.did.not_in", why=why[-1] if why else ""))
    then = next((_labels(one) for one in before.phases if one.name == phase.name), {})
    now = _labels(phase)
    for key, some in (("came", now.keys() - then.keys()), ("went", then.keys() - now.keys())):
        rest = sorted((now | then)[one] for one in some if one not in (name, other))
        if rest:
            more = f" {t('program.did.more', count=len(rest) - MOST)}" if len(rest) > MOST else ""
            words.append(t(f"program.did.{key}", names=", ".join(rest[:MOST]) + more))
    return " ".join(words)


def _labels(phase: Phase) -> dict[str, str]:
    return {item.name: item.label for item in items_of(phase)}
