"""Writes the safety table into docs/screening.md: every picture, its test people, its source with section and year."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.screening import ScreeningEntry, screening_entries
from tests.screening_histories import EVERYDAY, History, histories

PAGE = Path(__file__).resolve().parents[1] / "docs/screening.md"
START, END = "<!-- table: start -->", "<!-- table: end -->"


def main() -> None:
    """Replace what stands between the two marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, after = text[: text.index(START) + len(START)], text[text.index(END) :]
    PAGE.write_text("\n".join([before, *lines(), after]), encoding="utf-8")


def lines() -> list[str]:
    """Counts, what rests on something unread, and one table for each level, in Markdown."""
    entries, people = list(screening_entries().values()), histories()
    unread = [one for one in entries if all_sources()[one.source].status != "read"]
    without = [one.id for one in entries if not any(person.picture == one.id for person in people)]
    found = [
        f"{len(entries)} pictures; {len(people)} test people, {sum(p.picture == EVERYDAY for p in people)} of them "
        f"everyday ones who must not alarm.",
        "",
        f"Resting on something that nobody read ({len(unread)} of {len(entries)}, no stop among them): "
        + ", ".join(f"`{one.id}`" for one in unread)
        + ".",
        "",
        "Each picture has test people of its own."
        if not without
        else f"Without test people of their own: {', '.join(f'`{name}`' for name in without)}.",
    ]
    for level in ("stop", "see", "mention"):
        found += ["", f"## {level.capitalize()}", "", "| picture | how soon | what makes it | test people | source |"]
        found += ["| --- | --- | --- | --- | --- |"]
        found += [_row(one, people) for one in entries if one.level == level]
    return found


def _row(one: ScreeningEntry, people: Iterable[History]) -> str:
    source = all_sources()[one.source]
    makes = "; ".join(" or ".join(f"`{look}`" for look in group) for group in one.when)
    told = "<br>".join(f"{p.kind.replace('_', ' ')}: {p.story}" for p in people if p.picture == one.id)
    told, star = told.replace("|", "/"), "*" if one.checkable else ""
    return (
        f"| **{one.title}** (`{one.id}`){star} | {one.urgency.replace('_', ' ')} | {makes} | {told} "
        f"| `{one.source}`, {one.section}, {source.year} |"
    )


if __name__ == "__main__":
    main()
