"""The page over people: means with their spread, side differences person by person, and what could not be used."""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.resources import files

import numpy as np
from markupsafe import Markup

from psoas.analysis.cycle_normalization import SAMPLES, CycleLayout
from psoas.cohort.aggregation import MovementGroup, Spread, compute_spread, group_by_movement, unanswered_rows
from psoas.cohort.recordings_table import RecordingLine, heading, recording_lines
from psoas.cohort.report_measures import CURVES, MIDLINE, TWO_SIDED, ReportMeasure
from psoas.cohort.strip_plot import strip_plot_svg
from psoas.cohort.table_schema import DONE, FAILED, REFUSED, Row
from psoas.cohort.trial_worker import FinishedTrial
from psoas.cohort.unused_files import UnusedFile
from psoas.core.arrays import Floats
from psoas.core.catalogue import has, text
from psoas.core.number_format import number_text, plus_minus_text
from psoas.core.sides import SIDES
from psoas.core.version import __version__
from psoas.render.charts import NARROW, ChartPanel, draw_panel
from psoas.report.html_parts import (
    EMPTY,
    Cell,
    details,
    html_table,
    join_html,
    page_section,
    page_templates,
    paragraph,
    render_part,
    rich,
    value_cell,
)
from psoas.report.report_page import render_page, report_css
from psoas.report.summary_sections import movement_name

MOST_REASONS = 500
"""So many recordings without an answer are listed; the table holds all of them."""
MOST_OPEN = 15
"""The table of up to so many recordings is open."""
MOST_STRIPS = 4
"""So many measures are drawn person by person."""


def cohort_page(
    finished: Sequence[FinishedTrial], *, folder: str, total: int, unused: Sequence[UnusedFile] = ()
) -> str:
    """The whole page as one HTML text that asks the network for nothing; ``total`` recordings were found, and
    ``unused`` files beside them."""
    found = group_by_movement(finished)
    groups = [_group(group, first=group is found[0]) for group in found] or [_nothing()]
    lines = recording_lines((one.row for one in finished), unused)
    sections = join_html([_understood(lines), *groups, _troubles(unanswered_rows(finished)), _rests()])
    footer = render_part("footer", words=text("cohort.footer"), made=text("cohort.made_with", version=__version__))
    whole = render_part("main", top=_masthead(finished, folder, total, found), content=sections, footer=footer)
    css = report_css() + files("psoas.cohort").joinpath("templates", "cohort.css").read_text(encoding="utf-8")
    return render_page(text("cohort.title", folder=folder), whole, css=css)


def _masthead(finished: Sequence[FinishedTrial], folder: str, total: int, found: Sequence[MovementGroup]) -> Markup:
    people = len({person for group in found for person in group.by_person})
    statuses = [str(one.row["status"]) for one in finished]
    done, missing = statuses.count(DONE), total - len(finished)
    parts = [text("cohort.answered", done=str(done), total=text("cohort.recordings", count=total))]
    for status in (REFUSED, FAILED):
        if count := statuses.count(status):
            parts.append(text(f"cohort.{status}", count=str(count)))
    if missing:
        parts.append(text("cohort.missing", count=str(missing)))
    return render_part(
        "masthead", eyebrow=text("cohort.eyebrow"), title=text("cohort.people", count=people),
        meta=text("cohort.meta", folder=folder, parts="; ".join(parts)), beside=EMPTY,
    )  # fmt: skip


def _nothing() -> Markup:
    words = paragraph(text("cohort.nothing.words"))
    return page_section(text("cohort.nothing.title"), words, name="findings").html()


def _group(group: MovementGroup, *, first: bool) -> Markup:
    people = text("cohort.people", count=len(group.by_person))
    counted = text("cohort.group", people=people, recordings=text("cohort.recordings", count=group.recordings))
    lead = paragraph(join_html((counted, " ", _headline(group))), "lead")
    kind, figures = _curves(group)
    sides, strips = _sides(group)
    content = page_templates("psoas.cohort").get_template("movement.html").render(
        lead=lead, figures=figures, curves_title=text(f"cohort.curves.{kind}") if kind else "", sides=sides,
        strips=strips, midline=_midline(group), every=_every(group),
    )  # fmt: skip
    name = "findings" if first else group.movement.replace("_", "-")
    return page_section(_movement(group.movement), Markup(content), name=name).html()


def _movement(kind: str) -> str:
    """What a movement is called; a kind without a name as it is."""
    if has(f"cohort.movement.{kind}"):
        return text(f"cohort.movement.{kind}")
    return movement_name(kind) if has(f"report.movement.{kind}") else kind


def _headline(group: MovementGroup) -> Markup:
    """The first measure's side difference in words, with its spread."""
    measure = TWO_SIDED[0]
    gap = measure.difference(group)
    found = compute_spread(gap)
    if not found.people:
        return EMPTY
    beyond, judged = _beyond(gap, measure.open_to(group))
    side = "right" if found.mean >= 0 else "left"
    sd = " " + text("cohort.headline.sd", sd=number_text(found.sd, 1)) if math.isfinite(found.sd) else ""
    said = rich(f"cohort.headline.{side}", gap=number_text(abs(found.mean), 1), sd=sd)
    counted = text("cohort.beyond", beyond=str(beyond), judged=str(judged))
    return join_html((said, " ", counted if judged else text("cohort.beyond_unknown")))


def _beyond(gap: Floats, half: Floats) -> tuple[int, int]:
    """People whose sides differ by more than the uncertainty, and people of whom that can be said."""
    judged = np.isfinite(gap) & np.isfinite(half)
    return int((np.abs(gap[judged]) > half[judged]).sum()), int(judged.sum())


def _curves(group: MovementGroup) -> tuple[str, list[Markup]]:
    """What the curves run over, and a drawing of each: a person's mean stride thin, the mean over people in full, one
    SD as a band; nothing where recordings are laid out in different ways."""
    kinds = {f.curves["kind"] for own in group.by_person.values() for f in own if f.curves}
    if len(kinds) != 1:
        return "", []
    kind = str(kinds.pop())
    none = {side: np.zeros((0, 2)) for side in SIDES}
    layout = CycleLayout(kind, np.linspace(0, 100, SAMPLES), none, group.toe_off())
    figures = []
    for name, two_sided in CURVES:
        curves = {side: group.curves(name, side) for side in (SIDES if two_sided else ("",))}
        curves = {side: lines for side, lines in curves.items() if len(lines)}
        if curves:
            panel = ChartPanel(text(f"cohort.curve.{name}"), layout, curves, least_span=4.0)
            figures.append(draw_panel(panel, NARROW))
    return kind, figures


def _sides(group: MovementGroup) -> tuple[Markup, list[Markup]]:
    """Right, left and their difference for every measure that has two sides: a table, and strips of dots."""
    rows, strips = [], []
    for measure in TWO_SIDED:
        gap = measure.difference(group)
        found = compute_spread(gap)
        if not found.people:
            continue
        rows.append(_side_row(measure, group, found))
        unit = "_unit" if measure.unit else ""
        title = text(f"cohort.sides.chart{unit}", name=measure.title, unit=measure.unit_text)
        strips.append(strip_plot_svg(title, gap, found, digits=measure.digits))
    if not rows:
        return EMPTY, []
    head = ("", *(text(f"cohort.sides.{word}") for word in ("right", "left", "gap", "one", "beyond")))
    return html_table(head, rows), strips[:MOST_STRIPS]


def _side_row(measure: ReportMeasure, group: MovementGroup, gap: Spread) -> tuple[Cell, ...]:
    half = measure.open_to(group)
    beyond, judged = _beyond(measure.difference(group), half)
    off = plus_minus_text(float(np.nanmean(half)) if judged else None)
    sides = (_mean_sd(compute_spread(measure.of(group, side)), measure.digits) for side in SIDES)
    counted = text("cohort.sides.counted", beyond=str(beyond), judged=str(judged))
    counted = counted if judged else text("number.not_known")
    return (_named(measure), *sides, _mean_sd(gap, measure.digits), off, counted)


def _midline(group: MovementGroup) -> Markup:
    rows = []
    for measure in MIDLINE:
        found = compute_spread(measure.of(group, ""))
        if found.people:
            half = measure.half_of(group, "")
            off = plus_minus_text(float(np.nanmean(half)) if np.isfinite(half).any() else None)
            rows.append((_named(measure), _mean_sd(found, measure.digits), off, str(found.people)))
    words = ("midline.mean", "sides.one", "midline.people")
    return html_table(("", *(text(f"cohort.{word}") for word in words)), rows) if rows else EMPTY


def _named(measure: ReportMeasure) -> Cell:
    unit = text("cohort.degrees") if measure.unit == "°" else measure.unit_text
    return value_cell(measure.title, unit) if unit else measure.title


def _mean_sd(found: Spread, digits: int) -> str:
    """ "12.1 (3.4)"; no spread where there is one person only."""
    mean = number_text(found.mean, digits)
    return text("cohort.spread", mean=mean, sd=number_text(found.sd, digits)) if math.isfinite(found.sd) else mean


def _every(group: MovementGroup) -> Markup:
    """Every number of the table: mean, spread, people, under the names of its columns."""
    code = page_templates("psoas.cohort").get_template("code.html")
    rows: list[tuple[Cell, ...]] = []
    for column in group.columns():
        found = compute_spread(group.values(column))
        if found.people:
            numbers = (number_text(found.mean, 3), number_text(found.sd, 3), str(found.people))
            rows.append((Markup(code.render(name=column)), *numbers))
    head = [text(f"cohort.{word}") for word in ("every.column", "every.mean", "every.sd", "midline.people")]
    return details(text("cohort.every.show", count=str(len(rows))), html_table(head, rows, "plain"))


def _troubles(rows: Sequence[Row]) -> Markup:
    if not rows:
        return EMPTY
    listed = [(row["file"], text(f"cohort.status.{row['status']}"), row["reason"]) for row in rows[:MOST_REASONS]]
    more = str(len(rows) - len(listed)) if len(rows) > len(listed) else ""
    content = page_templates("psoas.cohort").get_template("troubles.html").render(rows=listed, more=more)
    return page_section(text("cohort.troubles.title"), Markup(content), name="recordings-without-an-answer").html()


def _understood(lines: Sequence[RecordingLine]) -> Markup:
    """One table that says of each file what it was taken for, folded where it is long."""
    if not lines:
        return EMPTY
    shown = lines[:MOST_REASONS]
    more = str(len(lines) - len(shown)) if len(lines) > len(shown) else ""
    table = Markup(
        page_templates("psoas.cohort").get_template("recordings.html").render(lines=shown, more=more, heading=heading)
    )
    if len(lines) > MOST_OPEN:
        table = details(text("cohort.files.show", count=str(len(lines))), table)
    return page_section(text("cohort.files.title"), table, name="understood").html()


def _rests() -> Markup:
    return page_section(text("cohort.rests.title"), paragraph(text("cohort.rests.words")), name="rests").html()
