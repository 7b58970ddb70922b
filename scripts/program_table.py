"""Writes the table of reasons into docs/program.md, so that the page shows the rows that plans are made with."""

from __future__ import annotations

from pathlib import Path

from psoas.program.effect_weights import ANY, EffectWeight, effect_weights, evidence_trust

PAGE = Path(__file__).resolve().parents[1] / "docs/program.md"
START, END = "<!-- table: start -->", "<!-- table: end -->"


def main() -> None:
    """Replace what stands between the two marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, after = text[: text.index(START) + len(START)], text[text.index(END) :]
    PAGE.write_text("\n".join([before, *lines(), after]), encoding="utf-8")


def lines() -> list[str]:
    """The table in Markdown, one row a reason."""
    head = [
        "| finding | effect | counts from 0 to 1 | weight, trust | evidence | source |",
        "|---|---|---|---|---|---|",
    ]
    return [*head, *(_line(row) for row in effect_weights())]


def _line(row: EffectWeight) -> str:
    span = "where it is" if row.named else f"{row.low:g} to {row.high:g}, in {', '.join(row.shelves)}"
    span += f", if {row.when}" if row.when else ""
    finding = "any" if row.finding == ANY else row.finding
    count = f"{row.weight:g}, {evidence_trust()[row.evidence]:g}"
    return f"| {finding} | `{row.effect}` | {span} | {count} | {row.evidence} | {row.source} |"


if __name__ == "__main__":
    main()
