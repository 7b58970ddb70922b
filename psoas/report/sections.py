"""The sections of the report, each from one ``Reading`` to HTML: a sentence that says what to see, then the picture."""

from __future__ import annotations

import numpy as np

from psoas.body.coordinates import coordinates
from psoas.report.charts import NARROW, SMALL, WIDE, Panel, draw
from psoas.report.reading import SIDES, Reading
from psoas.report.wording import difference, escape, measure, movement, number, spread, times

PLACEMENT_DEG = 5
"""How far pelvic tilt and hip flexion may be off through the placing of markers (source della_croce_2005)."""
UNCERTAIN_ANGLES = ("pelvis_tilt", "hip_flexion_r", "hip_flexion_l")
TRUNK = (
    ("pelvis_tilt", "Pelvic tilt, °", "+ tipped back, \u2212 tipped forward"),
    ("pelvis_list", "Pelvic list, °", "+ right side up"),
    ("pelvis_rotation", "Pelvic rotation, °", "+ turned to the left"),
    ("lumbar_extension", "Low back, °", "+ more arched than standing, \u2212 rounder"),
    ("lordosis", "Lordosis, °", "the curve from the top of L1 to the sacrum, + arched"),
    ("stacking", "Ribs over pelvis, °", "0 parallel, + opened in front, \u2212 closed in front"),
)
LEGS = (
    ("hip_flexion", "Hip flexion, °", "+ thigh forward, \u2212 thigh behind"),
    ("hip_adduction", "Hip adduction, °", "+ towards the midline"),
    ("hip_rotation", "Hip rotation, °", "+ turned inwards"),
    ("knee_angle", "Knee flexion, °", "+ bent"),
    ("ankle_angle", "Ankle, °", "+ toes up, \u2212 toes down"),
)


def section(title: str, *parts: str, name: str = "") -> str:
    """A section with its heading."""
    anchor = f' id="{name}"' if name else ""
    return f"<section{anchor}><h2>{escape(title)}</h2>{''.join(parts)}</section>"


def masthead(reading: Reading) -> str:
    """What was recorded, and how far it can be trusted."""
    summary = reading.summary
    source, gait = summary["source"], summary["gait"]
    kind = (summary["repetitions"] or {}).get("kind")
    title = movement(gait and gait["stance_percent"], bool(gait and gait["treadmill"]), kind)
    seen = f"{number(source['duration_s'], 1)} s, {source['frames']} frames at {number(source['rate_hz'])} a second"
    return (
        '<header class="top"><div>'
        f'<p class="eyebrow">Psoas report</p><h1>{escape(title)}</h1>'
        f'<p class="meta">{escape(source["file"])} · {seen}</p></div>{quality(reading)}</header>'
    )


def quality(reading: Reading) -> str:
    """The quality in words, with its number and what it means."""
    found = reading.summary["quality"]
    rms, status = found["marker_rms_mm"], found["status"]
    word = {"good": "Good recording.", "fair": "Usable, with care.", "refused": "Not good enough to answer from."}[
        status
    ]
    if rms:
        text = (
            f"Markers and body lie {measure(rms['mean'], 'mm')} apart on average, {measure(rms['max'], 'mm')} in the worst frame; "
            f"20 mm or less is usual{reading.cite('opensim_ik_guide')}. "
        )
    else:
        text = "The joint angles came with the file; how well they fit their markers is not known here. "
    reasons = "".join(f" {escape(reason)}" for reason in found["reasons"])
    return f'<p class="quality {status}"><strong>{word}</strong> {text}{reasons}</p>'


def findings(reading: Reading) -> str:
    """The few figures that answer the question, each with its uncertainty."""
    items = [_excursion(reading, side) for side in SIDES]
    items += [_leverage(reading), _low_back(reading)]
    gait = reading.summary["gait"]
    if gait:
        items.append(_pace(reading))
    return section(
        "What was found",
        f'<p class="lead">{_headline(reading)}</p>',
        f'<ul class="facts">{"".join(items)}</ul>',
        name="findings",
    )


def _fact(what: str, value: str, text: str) -> str:
    return f'<li><span class="what">{what}</span><span class="value">{value}</span><p>{text}</p></li>'


def _headline(reading: Reading) -> str:
    parts = [
        f"your {side} psoas changed its length by <b>{measure(reading.muscle(side)['length_mm']['excursion'], 'mm', reading.half(side, 'excursion_mm'))}</b>"
        for side in SIDES
    ]
    whole = "Over this recording " + " and ".join(parts)
    return f"{whole}. {escape(_side_by_side(reading))}"


def _side_by_side(reading: Reading) -> str:
    """Right against left, judged by the uncertainty of both."""
    halves = [reading.half(side, "excursion_mm") for side in SIDES]
    if any(half is None for half in halves):
        return "How certain these figures are is not known, so the sides are not compared."
    right, left = (reading.muscle(side)["length_mm"]["excursion"] for side in SIDES)
    off = float(np.hypot(*[half or 0.0 for half in halves]))
    return difference(right, left, off, unit="mm", more="more mobile in length", less="less mobile in length")


def _excursion(reading: Reading, side: str) -> str:
    psoas = reading.muscle(side)
    percent, half = psoas["length_percent_standing"], reading.half(side, "length_mm")
    off = 100 * half / psoas["standing_length_mm"] if half else None
    text = (
        f"of its length in standing, which is {measure(psoas['standing_length_mm'], 'mm')} on your body"
        f"{reading.cite('christophy2012', 'rajagopal2016')}. 100 % is the body's own upright posture, not how you stood."
    )
    value = f"{number(percent['min'])} to {number(percent['max'])} % <small>(±{number(max(off, 1)) if off else ' not known'})</small>"
    return _fact(f"Length of the {side} psoas", value, text)


def _leverage(reading: Reading) -> str:
    arms = [reading.muscle(side)["hip_flexion_moment_arm_mm"] for side in SIDES]
    low, high = min(a["min"] for a in arms), max(a["max"] for a in arms)
    halves = [h for side in SIDES if (h := reading.half(side, "hip_flexion_moment_arm_mm"))]
    half = max(halves) if halves else None
    text = (
        "How far in front of the hip joint the psoas runs: the longer this lever, the more it bends the hip. Published models "
        f"disagree twofold about it{reading.cite('rajagopal2016')}, so trust its change more than its size."
    )
    value = f"{number(low)} to {number(high)} mm <small>(±{number(half) if half else ' not known'})</small>"
    return _fact("Lever at the hip", value, text)


def _low_back(reading: Reading) -> str:
    posture, tilt = reading.summary["posture"], reading.summary["coordinates_deg"]["pelvis_tilt"]
    lean = "tipped back" if tilt["mean"] > 0 else "tipped forward"
    held = "lumbar_extension" in reading.summary["held"]
    back = "The markers cannot see the low back apart from the pelvis." if held else "How certain it is is not known."
    text = (
        f"mean curve of the low back (lordosis); in the body's upright posture it is 58°. {back} Your pelvis was {lean} by "
        f"{measure(abs(tilt['mean']), '°', PLACEMENT_DEG)} on average{reading.cite('della_croce_2005')}."
    )
    return _fact("Low back and pelvis", measure(posture["lordosis_deg"]["mean"], "°"), text)


def _pace(reading: Reading) -> str:
    gait = reading.summary["gait"]
    value = f"{number(gait['speed_m_s'], 2)} m/s <small>(SD {number(gait['sd']['speed_m_s'], 2)})</small>"
    belt = f", on a belt at {measure(gait['belt_m_s'], 'm/s', digits=2)}" if gait["treadmill"] else ""
    text = (
        f"over {times(gait['strides']['right'], 'right stride')} and {times(gait['strides']['left'], 'left stride')}{belt}. "
        "SD is how much it varied from stride to stride."
    )
    return _fact("Speed over the ground", value, text)


def _key() -> str:
    """The pair of lines that stands for right and left all over the page."""
    lines = {"right": "", "left": ' stroke-dasharray="6 4"'}
    return "".join(
        f'<span class="key"><svg class="chart" aria-hidden="true"><path class="chart-line ink-{side}" d="M0 4H34"{dash}/></svg>{side}</span>'
        for side, dash in lines.items()
    )


def _panel(reading: Reading, panel: Panel) -> str:
    """A wide chart, its twin for phones, and the lines that run with the moving body."""
    cursors = ""
    if reading.layout.kind == "time":
        span = [[float(reading.layout.x[0]), float(reading.layout.x[-1])]]
        cursors = f'<i class="cursor right" data-intervals="{span}"></i>'
    else:
        for side in panel.curves:
            pairs = [[round(float(a), 4), round(float(b), 4)] for a, b in reading.layout.intervals[side]]
            cursors += f'<i class="cursor {side}" data-intervals="{pairs}"></i>'
    return (
        f'<figure class="panel"><div class="wide">{draw(panel, WIDE)}</div><div class="narrow">{draw(panel, NARROW)}</div>'
        f"{cursors}</figure>"
    )


def strides_note(reading: Reading) -> str:
    """How many strides lie over one another, and what the thin lines and the band are."""
    layout = reading.layout
    if layout.kind == "time":
        return '<p class="note">The whole recording, uncut: no strides or repetitions were found in it.</p>'
    one = layout.kind
    counts = [len(layout.intervals[side]) for side in SIDES]
    if one == "repetition":
        return f'<p class="note">{times(counts[0], "repetition")} over one another.</p>'
    said = " and ".join(times(n, f"{side} stride") for n, side in zip(counts, SIDES, strict=True))
    more = (
        " Thin lines are single strides, the band is one standard deviation round their mean."
        if max(counts) > 1
        else ""
    )
    few = " One stride a side shows no variation: a longer recording would." if max(counts) == 1 else ""
    return f'<p class="note">{said}, each from heel strike to heel strike of its own foot.{more}{few}</p>'


def psoas_length(reading: Reading, ramp: tuple[float, float]) -> str:
    """Length of the whole psoas, right and left, against standing."""
    groups = [reading.mechanics.group("psoas", side) for side in SIDES]
    halves = [100 * h / reading.muscle(s)["standing_length_mm"] for s in SIDES if (h := reading.half(s, "length_mm"))]
    panel = Panel(
        "Length of the psoas, % of standing", reading.layout, reading.sided([g.percent_standing for g in groups]),
        level=(100.0, "standing"), half=max(halves, default=None), ramp=ramp, least_span=6.0,
    )  # fmt: skip
    sentence = (
        "Long when the thigh is behind you, short when it swings forward. "
        if reading.layout.kind == "stride"
        else "How the length of the whole muscle changed. "
    )
    return section(
        "Your psoas",
        f'<p class="lead">{sentence}{escape(_levels(reading))}</p>',
        _key(),
        _panel(reading, panel),
        strides_note(reading),
        _how_sure(reading),
    )


def _levels(reading: Reading) -> str:
    """Mean length over the strides, right against left."""
    groups = {side: reading.mechanics.group("psoas", side) for side in SIDES}
    curves = reading.sided([groups[side].whole_length * 1000 for side in SIDES])
    halves = [reading.half(side, "length_mm") for side in SIDES]
    if len(curves) < 2 or any(half is None for half in halves):
        return ""
    right, left = (float(np.nanmean(curves[side])) for side in SIDES)
    off = float(np.hypot(*[half or 0.0 for half in halves]))
    return f"On average over {reading.cycle}: " + difference(right, left, off, unit="mm", more="longer", less="shorter")


def _how_sure(reading: Reading) -> str:
    half, swing = reading.half("right", "length_mm"), reading.half("right", "excursion_mm")
    return (
        "<details><summary>How sure is this?</summary><p>A length is uncertain for two reasons. Markers sit on skin, so the "
        f"pelvis may be placed {PLACEMENT_DEG}° off{reading.cite('della_croce_2005')}; and other defensible models bend the psoas "
        "nearer to or further from the hip, or share the low back's motion otherwise"
        f"{reading.cite('pearcy1984', 'christophy2012')}. Together: ±{number(half, 1)} mm for a length. When one moment is "
        f"compared with another, the placing drops out: ±{number(swing, 1)} mm for a change. A difference between sides counts "
        "only when it is beyond the uncertainty of both.</p></details>"
    )


def leverage(reading: Reading) -> str:
    """The psoas' lever for bending the hip."""
    groups = [reading.mechanics.group("psoas", side) for side in SIDES]
    halves = [h for side in SIDES if (h := reading.half(side, "hip_flexion_moment_arm_mm"))]
    panel = Panel(
        "Lever of the psoas for bending the hip, mm", reading.layout, reading.sided([1000 * g.hip_arm[:, 0] for g in groups]),
        half=max(halves, default=None), least_span=6.0,
    )  # fmt: skip
    arms = [reading.muscle(side)["hip_flexion_moment_arm_mm"] for side in SIDES]
    said = spread(min(a["min"] for a in arms), max(a["max"] for a in arms), "mm", max(halves, default=None))
    return section(
        "Where it pulls",
        f'<p class="lead">The psoas passed <b>{said}</b> in front of the hip joint. A force of 100 N along it would bend the hip with '
        f"{number(min(a['min'] for a in arms) / 10, 1)} to {number(max(a['max'] for a in arms) / 10, 1)} Nm.</p>",
        _key(),
        _panel(reading, panel),
        '<p class="note">This is geometry: it says where the muscle can pull, not whether it did. Muscle activity was not measured.</p>',
    )


def trunk(reading: Reading) -> str:
    """Pelvis and low back, strides over one another."""
    mechanics, held = reading.mechanics, reading.summary["held"]
    own = {"lordosis": mechanics.lordosis_deg, "stacking": mechanics.stacking_deg}
    figures = [
        _small(Panel(title, reading.layout, reading.middle(own.get(name, np.zeros(0)) if name in own else reading.degrees(name)), least_span=8.0), words)
        for name, title, words in TRUNK
        if name not in held
    ]  # fmt: skip
    first = "The psoas starts on the low back and crosses the pelvis, so their motion changes it."
    side = reading.layout.main_side
    by = f" Cut by the strides of the {side} foot." if reading.layout.kind == "stride" else ""
    return section("Pelvis and low back", f"<p>{first}{by}</p>", f'<div class="grid">{"".join(figures)}</div>')


def legs(reading: Reading) -> str:
    """Hips, knees and ankles, right and left."""
    held, figures = reading.summary["held"], []
    for name, title, words in LEGS:
        if f"{name}_r" not in held or f"{name}_l" not in held:
            curves = reading.sided([reading.degrees(f"{name}_{side[0]}") for side in SIDES])
            figures.append(_small(Panel(title, reading.layout, curves, least_span=12.0), words))
    return section("Hips, knees and ankles", _key(), f'<div class="grid">{"".join(figures)}</div>')


def _small(panel: Panel, words: str) -> str:
    return f"<figure>{draw(panel, SMALL)}<figcaption>{escape(words)}</figcaption></figure>"


def ranges(reading: Reading) -> str:
    """Every coordinate: least, mean and greatest, its sign in words, and what was held."""
    found, rows = reading.summary["coordinates_deg"], []
    for c in coordinates():
        row = found.get(c.name)
        if row and row["held"]:
            said = '<span class="tag">held: these markers cannot see it</span>'
            rows.append(f'<tr class="held"><td>{escape(row["label"])}</td><td colspan="4">{said}</td></tr>')
        elif row:
            off = f"±{PLACEMENT_DEG}°" if c.name in UNCERTAIN_ANGLES else "not known"
            cells = "".join(f'<td class="n">{number(row[key], 1)}</td>' for key in ("min", "mean", "max"))
            rows.append(
                f"<tr><td>{escape(row['label'])}<small>+ {escape(row['positive'])}</small></td>{cells}"
                f'<td class="n">{off}</td></tr>'
            )
    head = "".join(f'<th class="n" scope="col">{word}</th>' for word in ("least", "mean", "greatest", "off by"))
    table = f'<table><thead><tr><th scope="col">Angle, degrees</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    note = (
        '<p class="note">"Off by" is how far an angle may be from the true one through the placing of markers'
        f"{reading.cite('della_croce_2005')}. 0 is the body's own upright posture, not how you stood.</p>"
    )
    return section("Every angle", f'<div class="scroll">{table}</div>', note)
