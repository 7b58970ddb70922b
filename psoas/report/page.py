"""The pages made from a stored analysis: one HTML file that asks the network for nothing."""

from __future__ import annotations

import json
from importlib.resources import files
from string import Template

import numpy as np

from psoas import __version__
from psoas.errors import PsoasError
from psoas.report.analysis import REFUSED
from psoas.report.carried import carried
from psoas.report.figures import legs, leverage, psoas_length, trunk
from psoas.report.files import PAGE, Stored
from psoas.report.palette import DARK, LIGHT, theme_variables
from psoas.report.picture import motion_picture
from psoas.report.pull import pull
from psoas.report.reading import Reading
from psoas.report.rests import pace_table, ranges, refusal, rests_on
from psoas.report.scene import scene
from psoas.report.sections import contents, findings, masthead
from psoas.report.step import drive
from psoas.report.summary import Json
from psoas.report.wording import escape, number


def pages(stored: Stored) -> dict[str, str]:
    """File name -> text of every page. Raises ``PsoasError`` when the viewer was never built."""
    reading = Reading(stored)
    if stored.summary["quality"]["status"] == REFUSED:
        return {PAGE: _whole(stored, masthead(reading) + f"<main>{refusal(reading)}{rests_on(reading)}</main>", "")}
    gait = stored.summary["gait"]
    shown = scene(stored.motion, treadmill=bool(gait and gait["treadmill"]), tension=reading.pulls)
    top = masthead(reading) + body_in_3d(reading, shown)
    sections = _sections(reading, shown)  # last, because its end lists what was cited up to there
    content = f"{top}<main>{contents(sections)}{sections}</main>{footer(stored)}"
    return {PAGE: _whole(stored, content, _scripts(shown))}


def _sections(reading: Reading, shown: Json) -> str:
    low, high = shown["percent_range"]
    return "".join(
        (
            findings(reading),
            psoas_length(reading, (low, high)),
            pull(reading),
            leverage(reading),
            carried(reading),
            drive(reading),
            trunk(reading),
            legs(reading),
            pace_table(reading),
            ranges(reading),
            rests_on(reading),
        )
    )


def body_in_3d(reading: Reading, shown: Json) -> str:
    """The place where the viewer moves the body, and a still picture for paper and for browsers without scripts."""
    words = (
        "Drag to turn, pinch or scroll to come closer, tap a bone or a strand of muscle for its name. The psoas is "
        "pale when long and deep red when short."
    )
    if reading.forces:
        words += " By force it is pale at rest and deep red when pulling."
    frame, moment = instant(reading)
    values = reading.stored.motion.values[frame]
    low, high = shown["percent_range"]
    still = motion_picture(reading.stored.motion.body, values, (low, high))
    return (
        f'<figure class="body3d"><div id="body3d"></div><figcaption class="screen">{words}</figcaption>'
        f'<div class="still">{still}<p class="note">{escape(moment)}</p></div></figure>'
    )


def instant(reading: Reading) -> tuple[int, str]:
    """The frame that stands for the movement on paper, with its words: push-off, or the right psoas at its shortest."""
    time = reading.stored.motion.time
    gait = reading.summary["gait"]
    offs = [e["toe_off_s"] for e in gait["events"]["right"] if e["toe_off_s"] is not None] if gait else []
    length = reading.mechanics.group("psoas", "right").whole_length
    place, what = int(np.nanargmin(length)), "where the right psoas is shortest"
    if offs and np.isfinite(length[at := int(np.abs(time - offs[0]).argmin())]):
        place, what = at, "as the right foot leaves the ground"
    return place, f"The body {what}, {number(float(time[place]), 2)} s into the file."


def footer(stored: Stored) -> str:
    """What made the page, and what it is not."""
    versions = ", ".join(f"{name} {version}" for name, version in stored.summary["versions"].items())
    return (
        "<footer><p>This page measures and explains; it does not diagnose. New numbness between the legs, or trouble "
        f"passing water, needs a hospital now.</p><p>Made with {escape(versions)}.</p></footer>"
    )


def resource(*path: str) -> str:
    """The text of a file that lies in this package."""
    return files("psoas.report").joinpath(*path).read_text(encoding="utf-8")


def viewer_script() -> str:
    """The bundled viewer, safe inside a page; ``PsoasError`` when it was never built."""
    try:
        return resource("static", "viewer.js").replace("</script", "<\\/script")
    except FileNotFoundError as error:
        raise PsoasError("the 3D viewer is not built; run: make setup") from error


def _scripts(shown: Json) -> str:
    data = json.dumps(shown, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
    return (
        f'<script type="application/json" id="scene">{data}</script>'
        f"<script>{viewer_script()}</script><script>{resource('data', 'report.js')}</script>"
    )


def _whole(stored: Stored, content: str, scripts: str) -> str:
    return Template(resource("data", "report.html")).substitute(
        version=escape(__version__),
        title=f"Psoas report: {escape(stored.summary['source']['file'])}",
        light=theme_variables(LIGHT),
        dark=theme_variables(DARK),
        css=resource("data", "report.css"),
        content=content,
        scripts=scripts,
    )
