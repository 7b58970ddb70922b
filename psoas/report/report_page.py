"""The pages made from a stored analysis: one HTML file that asks the network for nothing."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
from markupsafe import Markup

from psoas.analysis.analysis_io import PAGE, StoredAnalysis
from psoas.core.catalogue import text
from psoas.core.errors import PsoasError
from psoas.core.language import current_language
from psoas.core.message import message
from psoas.core.number_format import number_text
from psoas.core.version import __version__
from psoas.render.body_image import motion_picture
from psoas.render.palette import DARK, LIGHT, theme_variables
from psoas.render.scene import Scene, build_scene
from psoas.report.appendix import coordinate_ranges, pace_table, refusal_section, sources_section
from psoas.report.ground_section import ground_section
from psoas.report.html_parts import EMPTY, PageSection, join_html, page_templates, render_part
from psoas.report.joint_loads_section import joint_loads_section
from psoas.report.kinematics_sections import leg_charts, psoas_length_chart, psoas_leverage_chart, trunk_charts
from psoas.report.propulsion_section import propulsion_section
from psoas.report.psoas_section import psoas_force_section
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import contents_links, findings_section, masthead, understood_list


def report_pages(stored: StoredAnalysis) -> dict[str, str]:
    """File name -> text of every page. Raises ``PsoasError`` when the viewer was never built."""
    reading = ReportContext(stored)
    top, title = masthead(reading) + understood_list(reading), text("report.title", file=stored.summary.source.file)
    if stored.summary.refused:
        main = refusal_section(reading) + sources_section(reading).html()
        return {PAGE: render_page(title, render_part("main", top=top, content=main, footer=EMPTY), css=report_css())}
    gait = stored.summary.gait
    shown = build_scene(stored.motion, treadmill=gait is not None and gait.treadmill, tension=reading.pulls)
    body = body_in_3d(reading, shown)
    sections = _sections(reading, shown)  # last, because its end lists what was cited up to there
    content = contents_links([(one.name, one.title) for one in sections]) + join_html(one.html() for one in sections)
    whole = render_part("main", top=top + body, content=content, footer=report_footer(stored))
    return {PAGE: render_page(title, whole, css=report_css(), scripts=_scripts(shown))}


def _sections(reading: ReportContext, shown: Scene) -> tuple[PageSection, ...]:
    low, high = shown["percent_range"]
    return (
        findings_section(reading),
        psoas_length_chart(reading, (low, high)),
        psoas_force_section(reading),
        psoas_leverage_chart(reading),
        *joint_loads_section(reading),
        *ground_section(reading),
        *propulsion_section(reading),
        trunk_charts(reading),
        leg_charts(reading),
        *pace_table(reading),
        coordinate_ranges(reading),
        sources_section(reading),
    )


def body_in_3d(reading: ReportContext, shown: Scene) -> Markup:
    """The place where the viewer moves the body, and a still picture for paper and for browsers without scripts."""
    force = [text("report.body.force")] if reading.has_forces else []
    words = " ".join([text("report.body.words"), *force])
    frame, moment = representative_frame(reading)
    values = reading.stored.motion.values[frame]
    low, high = shown["percent_range"]
    still = Markup(motion_picture(reading.stored.motion.body, values, (low, high)))
    return render_part("body_in_3d", words=words, still=still, moment=moment)


def representative_frame(reading: ReportContext) -> tuple[int, str]:
    """The frame that stands for the movement on paper, with its words: push-off, or the right psoas at its shortest."""
    time = reading.stored.motion.time
    gait = reading.summary.gait
    events = (gait.events.right or ()) if gait else ()
    offs = [one.toe_off_s for one in events if one.toe_off_s is not None]
    length = reading.mechanics.group("psoas", "right").whole_length
    place, what = int(np.nanargmin(length)), "shortest"
    if offs and np.isfinite(length[at := int(np.abs(time - offs[0]).argmin())]):
        place, what = at, "push_off"
    return place, text(f"report.body.{what}", seconds=number_text(float(time[place]), 2))


def report_footer(stored: StoredAnalysis) -> Markup:
    """What made the page, and what it is not."""
    versions = ", ".join(f"{name} {version}" for name, version in stored.summary.versions.items())
    made = text("report.made_with", versions=versions)
    return render_part("footer", words=text("report.footer"), made=made)


def read_resource(*path: str) -> str:
    """The text of a file that lies in this package."""
    return files("psoas.report").joinpath(*path).read_text(encoding="utf-8")


def report_css() -> str:
    """The style of the report."""
    return read_resource("data", "report.css")


def viewer_script() -> str:
    """The bundled viewer, safe inside a page; ``PsoasError`` when it was never built."""
    try:
        return read_resource("static", "viewer.js").replace("</script", "<\\/script")
    except FileNotFoundError as error:
        raise PsoasError(message("report.viewer_missing")) from error


def _scripts(shown: Scene) -> Markup:
    data = json.dumps(shown, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
    viewer, start = Markup(viewer_script()), Markup(read_resource("data", "report.js"))
    return render_part("scripts", data=Markup(data), viewer=viewer, start=start)


def render_page(title: str, content: Markup, *, css: str, scripts: Markup = EMPTY) -> str:
    """A whole page as one HTML text that asks the network for nothing.

    Args:
        title: Title of the window.
        content: What stands in the body.
        css: Style sheet; the colours of day and night come before it.
        scripts: Elements at the end of the body.
    """
    return page_templates().get_template("page.html").render(
        language=current_language(), version=__version__, title=title, light=Markup(theme_variables(LIGHT)),
        dark=Markup(theme_variables(DARK)), css=Markup(css), content=content, scripts=scripts,
    )  # fmt: skip
