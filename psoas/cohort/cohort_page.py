"""The page over people: means with their spread, side differences person by person, and what could not be used."""

from __future__ import annotations

import math
from collections.abc import Sequence
from string import Template

import numpy as np

from psoas.analysis.cycle_normalization import SAMPLES, CycleLayout
from psoas.cohort.aggregation import MovementGroup, Spread, compute_spread, group_by_movement, unanswered_rows
from psoas.cohort.report_measures import CURVES, MIDLINE, TWO_SIDED, ReportMeasure
from psoas.cohort.strip_plot import strip_plot_svg
from psoas.cohort.table_schema import DONE, Row
from psoas.cohort.trial_worker import FinishedTrial
from psoas.core.arrays import Floats
from psoas.core.number_format import MOVEMENTS, count_text, escape_html, number_text, plus_minus_text
from psoas.core.sides import SIDES
from psoas.core.version import __version__
from psoas.render.charts import NARROW, ChartPanel, draw_panel
from psoas.render.palette import DARK, LIGHT, theme_variables
from psoas.report.report_page import read_resource
from psoas.report.summary_sections import html_section, html_table

TITLES = {"walking": "Walking", "running": "Running", "other": "Other movements", **MOVEMENTS}
MOST_REASONS = 500
"""So many recordings without an answer are listed; the table holds all of them."""
LAYOUT_TITLES = {"stride": "Share of the stride, %", "repetition": "Share of the repetition, %"}
CSS = ".dots { width: 100%; max-width: 640px; } .dots circle { fill: var(--ink); opacity: 0.62; }"


def cohort_page(finished: Sequence[FinishedTrial], *, folder: str, total: int) -> str:
    """The whole page as one HTML text that asks the network for nothing; ``total`` recordings were found."""
    found = group_by_movement(finished)
    content = "".join(
        [
            _masthead(finished, folder, total, found),
            "<main>",
            *(_group(group, first=group is found[0]) for group in found),
            "" if found else _nothing(),
            _troubles(unanswered_rows(finished)),
            _how(),
            "</main>",
            f"<footer><p>This page measures and explains; it does not diagnose.</p>"
            f"<p>Made with psoas {escape_html(__version__)}.</p></footer>",
        ]
    )
    return Template(read_resource("data", "report.html")).substitute(
        version=escape_html(__version__),
        title=f"Psoas over people: {escape_html(folder)}",
        light=theme_variables(LIGHT),
        dark=theme_variables(DARK),
        css=read_resource("data", "report.css") + CSS,
        content=content,
        scripts="",
    )


def _masthead(finished: Sequence[FinishedTrial], folder: str, total: int, found: Sequence[MovementGroup]) -> str:
    people = len({person for group in found for person in group.by_person})
    statuses = [str(one.row["status"]) for one in finished]
    done = statuses.count(DONE)
    missing = total - len(finished)
    parts = [f"{done} of {count_text(total, 'recording')} gave an answer"]
    parts += [f"{statuses.count(word)} {word}" for word in ("refused", "failed") if statuses.count(word)]
    parts += [f"{missing} not yet analysed"] if missing else []
    title = "1 person" if people == 1 else f"{people} people"
    return (
        f'<header class="top"><div><p class="eyebrow">Psoas over people</p><h1>{title}</h1>'
        f'<p class="meta">{escape_html(folder)} · {"; ".join(parts)}.</p></div></header>'
    )


def _nothing() -> str:
    words = "Here will be the means over people. One recording with an answer brings them; below is why there is none."
    return html_section("Nothing to average yet", f"<p>{words}</p>", name="findings")


def _group(group: MovementGroup, *, first: bool) -> str:
    people = len(group.by_person)
    who = "1 person" if people == 1 else f"{people} people"
    lead = f'<p class="lead">{who}, {count_text(group.recordings, "recording")}. {_headline(group)}</p>'
    title = TITLES.get(group.movement, group.movement.replace("_", " ").capitalize())
    parts = (lead, _curves(group), _sides(group), _midline(group), _every(group))
    return html_section(title, *parts, name="findings" if first else "")


def _headline(group: MovementGroup) -> str:
    """The first measure's side difference in words, with its spread."""
    measure = TWO_SIDED[0]
    gap = measure.difference(group)
    found = compute_spread(gap)
    if not found.people:
        return ""
    beyond, judged = _beyond(gap, measure.open_to(group))
    side = "right" if found.mean >= 0 else "left"
    gap_mm = number_text(abs(found.mean), 1)
    said = f"The {side} psoas changed its length by <b>{gap_mm} mm</b> more on average{_sd(found)}"
    return f"{said}. {_count(beyond, judged)}."


def _count(beyond: int, judged: int) -> str:
    if not judged:
        return "How certain one person's difference is, is not known"
    return f"In {beyond} of {judged} the sides differ by more than one recording can be off"


def _beyond(gap: Floats, half: Floats) -> tuple[int, int]:
    """People whose sides differ by more than the uncertainty, and people of whom that can be said."""
    judged = np.isfinite(gap) & np.isfinite(half)
    return int((np.abs(gap[judged]) > half[judged]).sum()), int(judged.sum())


def _sd(found: Spread) -> str:
    return f" (SD {number_text(found.sd, 1)} mm)" if math.isfinite(found.sd) else ""


def _curves(group: MovementGroup) -> str:
    """Each person's mean stride thin, the mean over people in full, one SD as a band."""
    kinds = {f.curves["kind"] for own in group.by_person.values() for f in own if f.curves}
    if len(kinds) != 1:
        return ""
    kind = kinds.pop()
    none = {side: np.zeros((0, 2)) for side in SIDES}
    laid = CycleLayout(kind, np.linspace(0, 100, SAMPLES), LAYOUT_TITLES[kind], none, group.toe_off())
    figures = []
    for name, title, two_sided in CURVES:
        curves = {side: group.curves(name, side) for side in (SIDES if two_sided else ("",))}
        curves = {side: lines for side, lines in curves.items() if len(lines)}
        if curves:
            figures.append(f"<figure>{draw_panel(ChartPanel(title, laid, curves, least_span=4.0), NARROW)}</figure>")
    words = (
        "Thin: each person's mean. Full: the mean over people, right solid and left dashed. Soft: one standard "
        "deviation around it."
    )
    return f'<h3>Over the {kind}</h3><p class="note">{words}</p><div class="grid">{"".join(figures)}</div>'


def _sides(group: MovementGroup) -> str:
    """Right, left and their difference for every measure that has two sides."""
    rows, pictures = [], []
    for measure in TWO_SIDED:
        gap = measure.difference(group)
        found = compute_spread(gap)
        if not found.people:
            continue
        rows.append(_side_row(measure, group, found))
        unit = f", {measure.unit}" if measure.unit else ""
        title = f"{measure.name}: right minus left{unit}"
        pictures.append(f"<figure>{strip_plot_svg(title, gap, found, digits=measure.digits)}</figure>")
    if not rows:
        return ""
    listing = html_table(("", "right (SD)", "left (SD)", "right − left (SD)", "one recording", "beyond that"), rows)  # noqa: RUF001
    note = (
        '<p class="note">"One recording" is how far off one person\'s difference may be; "beyond that" counts the '
        "people whose sides differ by more. Each dot is a person.</p>"
    )
    return f"<h3>Right and left</h3>{listing}{note}<div>{''.join(pictures[:4])}</div>"


def _side_row(measure: ReportMeasure, group: MovementGroup, gap: Spread) -> tuple[str, ...]:
    half = measure.open_to(group)
    beyond, judged = _beyond(measure.difference(group), half)
    off = plus_minus_text(float(np.nanmean(half))) if judged else "not known"
    sides = (_mean_sd(compute_spread(measure.of(group, side)), measure.digits) for side in SIDES)
    counted = f"{beyond} of {judged}" if judged else "not known"
    return (_named(measure), *sides, _mean_sd(gap, measure.digits), off, counted)


def _midline(group: MovementGroup) -> str:
    rows = []
    for measure in MIDLINE:
        values = measure.of(group, "")
        found = compute_spread(values)
        if found.people:
            half = measure.half_of(group, "")
            off = plus_minus_text(float(np.nanmean(half))) if np.isfinite(half).any() else "not known"
            rows.append((_named(measure), _mean_sd(found, measure.digits), off, str(found.people)))
    if not rows:
        return ""
    return f"<h3>Posture and pace</h3>{html_table(('', 'mean (SD)', 'one recording', 'people'), rows)}"


def _named(measure: ReportMeasure) -> str:
    unit = "degrees" if measure.unit == "°" else measure.unit
    return escape_html(measure.name) + (f"<small>{escape_html(unit)}</small>" if unit else "")


def _mean_sd(found: Spread, digits: int) -> str:
    """ "12.1 (3.4)"; no spread where there is one person only."""
    text = number_text(found.mean, digits)
    return f"{text} ({number_text(found.sd, digits)})" if math.isfinite(found.sd) else text


def _every(group: MovementGroup) -> str:
    """Every number of the table: mean, spread, people, under the names of its columns."""
    rows = []
    for column in group.columns():
        found = compute_spread(group.values(column))
        if found.people:
            rows.append(
                (
                    f"<code>{escape_html(column)}</code>",
                    number_text(found.mean, 3),
                    number_text(found.sd, 3),
                    str(found.people),
                )
            )
    listing = html_table(("Column of the table", "mean", "SD", "people"), rows, "plain")
    return f"<details><summary>Show all {len(rows)} numbers</summary>{listing}</details>"


def _troubles(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    items = [
        (escape_html(row["file"]), escape_html(row["status"]), escape_html(row["reason"]))
        for row in rows[:MOST_REASONS]
    ]
    cells = "".join(f"<tr><td>{file}</td><td>{status}</td><td>{reason}</td></tr>" for file, status, reason in items)
    head = "".join(f'<th scope="col">{word}</th>' for word in ("Recording", "Status", "Why"))
    listing = f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table></div>'
    more = len(rows) - len(items)
    note = f'<p class="note">And {more} more; the table holds all.</p>' if more else ""
    words = "They are in no mean. Mend one and run the same command again: only it is analysed anew."
    return html_section("Recordings without an answer", f"<p>{words}</p>", listing, note)


def _how() -> str:
    words = (
        "One folder is one person. Each person counts once: their recordings of a movement are averaged first, and "
        "SD is the standard deviation between people (n − 1). Different movements are never averaged together. Values "  # noqa: RUF001
        "that a recording cannot see (held coordinates) are left out. The psoas of these people was computed with a "
        "skeleton fitted by size; nobody's was imaged."
    )
    return html_section("What this rests on", f"<p>{words}</p>")
