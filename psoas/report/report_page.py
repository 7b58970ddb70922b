"""The pages made from a stored analysis: one HTML file that asks the network for nothing."""

from __future__ import annotations

import json
from importlib.resources import files
from string import Template

import numpy as np

from psoas.analysis.analysis_io import PAGE, StoredAnalysis
from psoas.analysis.json_numbers import Json
from psoas.core.errors import PsoasError
from psoas.core.number_format import escape_html, number_text
from psoas.core.version import __version__
from psoas.render.body_image import motion_picture
from psoas.render.palette import DARK, LIGHT, theme_variables
from psoas.render.scene import build_scene
from psoas.report.appendix import coordinate_ranges, pace_table, refusal_section, sources_section
from psoas.report.joint_loads_section import joint_loads_section
from psoas.report.kinematics_sections import leg_charts, psoas_length_chart, psoas_leverage_chart, trunk_charts
from psoas.report.propulsion_section import propulsion_section
from psoas.report.psoas_section import psoas_force_section
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import contents_links, findings_section, masthead


def report_pages(stored: StoredAnalysis) -> dict[str, str]:
    """File name -> text of every page. Raises ``PsoasError`` when the viewer was never built."""
    reading = ReportContext(stored)
    if stored.summary.refused:
        return {
            PAGE: _whole(
                stored, masthead(reading) + f"<main>{refusal_section(reading)}{sources_section(reading)}</main>", ""
            )
        }
    gait = stored.summary.gait
    shown = build_scene(stored.motion, treadmill=gait is not None and gait.treadmill, tension=reading.pulls)
    top = masthead(reading) + body_in_3d(reading, shown)
    sections = _sections(reading, shown)  # last, because its end lists what was cited up to there
    content = f"{top}<main>{contents_links(sections)}{sections}</main>{report_footer(stored)}"
    return {PAGE: _whole(stored, content, _scripts(shown))}


def _sections(reading: ReportContext, shown: Json) -> str:
    low, high = shown["percent_range"]
    return "".join(
        (
            findings_section(reading),
            psoas_length_chart(reading, (low, high)),
            psoas_force_section(reading),
            psoas_leverage_chart(reading),
            joint_loads_section(reading),
            propulsion_section(reading),
            trunk_charts(reading),
            leg_charts(reading),
            pace_table(reading),
            coordinate_ranges(reading),
            sources_section(reading),
        )
    )


def body_in_3d(reading: ReportContext, shown: Json) -> str:
    """The place where the viewer moves the body, and a still picture for paper and for browsers without scripts."""
    words = (
        "Drag to turn, pinch or scroll to come closer, tap a bone or a strand of muscle for its name. The psoas is "
        "pale when long and deep red when short."
    )
    if reading.has_forces:
        words += " By force it is pale at rest and deep red when pulling."
    frame, moment = representative_frame(reading)
    values = reading.stored.motion.values[frame]
    low, high = shown["percent_range"]
    still = motion_picture(reading.stored.motion.body, values, (low, high))
    return (
        f'<figure class="body3d"><div id="body3d"></div><figcaption class="screen">{words}</figcaption>'
        f'<div class="still">{still}<p class="note">{escape_html(moment)}</p></div></figure>'
    )


def representative_frame(reading: ReportContext) -> tuple[int, str]:
    """The frame that stands for the movement on paper, with its words: push-off, or the right psoas at its shortest."""
    time = reading.stored.motion.time
    gait = reading.summary.gait
    events = (gait.events.right or ()) if gait else ()
    offs = [one.toe_off_s for one in events if one.toe_off_s is not None]
    length = reading.mechanics.group("psoas", "right").whole_length
    place, what = int(np.nanargmin(length)), "where the right psoas is shortest"
    if offs and np.isfinite(length[at := int(np.abs(time - offs[0]).argmin())]):
        place, what = at, "as the right foot leaves the ground"
    return place, f"The body {what}, {number_text(float(time[place]), 2)} s into the file."


def report_footer(stored: StoredAnalysis) -> str:
    """What made the page, and what it is not."""
    versions = ", ".join(f"{name} {version}" for name, version in stored.summary.versions.items())
    return (
        "<footer><p>This page measures and explains; it does not diagnose. New numbness between the legs, or trouble "
        f"passing water, needs a hospital now.</p><p>Made with {escape_html(versions)}.</p></footer>"
    )


def read_resource(*path: str) -> str:
    """The text of a file that lies in this package."""
    return files("psoas.report").joinpath(*path).read_text(encoding="utf-8")


def viewer_script() -> str:
    """The bundled viewer, safe inside a page; ``PsoasError`` when it was never built."""
    try:
        return read_resource("static", "viewer.js").replace("</script", "<\\/script")
    except FileNotFoundError as error:
        raise PsoasError("the 3D viewer is not built; run: make setup") from error


def _scripts(shown: Json) -> str:
    data = json.dumps(shown, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
    return (
        f'<script type="application/json" id="scene">{data}</script>'
        f"<script>{viewer_script()}</script><script>{read_resource('data', 'report.js')}</script>"
    )


def _whole(stored: StoredAnalysis, content: str, scripts: str) -> str:
    return Template(read_resource("data", "report.html")).substitute(
        version=escape_html(__version__),
        title=f"Psoas report: {escape_html(stored.summary.source.file)}",
        light=theme_variables(LIGHT),
        dark=theme_variables(DARK),
        css=read_resource("data", "report.css"),
        content=content,
        scripts=scripts,
    )
