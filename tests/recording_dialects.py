"""Writes known numbers as text in every dialect of .trc, .mot and .sto that we know of, right or wrong in its header.

A dialect is a choice of one value for each option, so that chance (``draw``) and hypothesis (``st.fixed_dictionaries``)
can both make one.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import numpy as np

from psoas.core.arrays import Floats

Dialect = Mapping[str, str]

TRC_OPTIONS: dict[str, tuple[str, ...]] = {
    "separator": ("tab", "tab", "tab", "comma", "semicolon", "blanks"),
    "between": ("tab", "tab", "two tabs", "blanks", "mixed"),
    "names": ("places", "places", "two tabs", "one tab", "padded", "long tabs"),
    "time": ("Time", "Times", "time", "time (s)", "Time(sec)"),
    "frame": ("Frame#", "Frame", "Field", "first time", "no frame"),
    "first frame": ("1", "0", "181"),
    "axes": ("numbered", "numbered", "zero", "blank line", "none"),
    "units": ("mm", "m", "cm", "MM", "M", "mete", "meters", "millimeters", "wrong", "missing"),
    "rate": ("right", "right", "0", "double", "missing"),
    "frames": ("right", "right", "more", "fewer", "off by one", "missing"),
    "markers": ("right", "right", "more", "fewer", "missing"),
    "margin": ("none", "none", "tab"),
    "trailing": ("none", "tab", "tabs", "blanks"),
    "behind": ("none", "none", "everywhere", "somewhere"),
    "repeated": ("none", "none", "row"),
    "point": ("point", "point", "comma"),
    "end": ("\n", "\r\n", "no last"),
    "first line": ("there", "there", "blanks", "bom"),
}
"""Options of a .trc file."""
STORAGE_OPTIONS: dict[str, tuple[str, ...]] = {
    "separator": ("tab", "tab", "blanks", "padded", "comma", "semicolon"),
    "header": ("opensim", "opensim", "simm", "both", "opensim 4", "short", "no end"),
    "degrees": ("yes", "no"),
    "said": ("right", "right", "wrong", "silent"),
    "rows": ("right", "right", "more", "fewer", "missing"),
    "columns": ("right", "right", "more", "fewer"),
    "time": ("time", "Time", "time(s)"),
    "names": ("opensim", "opensim", "states", "states 3", "comak", "reporter"),
    "speeds": ("none", "none", "there"),
    "front": ("none", "none", "frame", "empty"),
    "trailing": ("none", "tabs"),
    "repeated": ("none", "none", "row"),
    "point": ("point", "point", "comma"),
    "end": ("\n", "\r\n", "no last"),
}
"""Options of a .mot or .sto file of coordinates."""
FORCE_NAMES: dict[str, tuple[str, str, str]] = {
    "opensim": ("{}ground_force_v{}", "{}ground_force_p{}", "{}ground_torque_{}"),
    "side": ("ground_force_{}_v{}", "ground_force_{}_p{}", "ground_torque_{}_{}"),
    "moment": ("ground_force_{}_v{}", "ground_force_{}_p{}", "ground_moment_{}_m{}"),
    "number": ("ground_force{}_v{}", "ground_force{}_p{}", "ground_torque{}_{}"),
    "before": ("{}_ground_force_v{}", "{}_ground_force_p{}", "{}_ground_torque_{}"),
    "adapter": ("f{}_{}", "p{}_{}", "m{}_{}"),
    "plate": ("FP{}_v{}", "FP{}_p{}", "FP{}_moment_{}"),
    "body": ("ground_force_calcn_{}_v{}", "ground_force_calcn_{}_p{}", "ground_torque_calcn_{}_{}"),
    "grf": ("grf_{}_v{}", "grf_{}_p{}", "grf_{}_torque_{}"),
    "dflow": ("FP{}.For{}", "FP{}.Cop{}", "FP{}.Mom{}"),
    "path": ("/loads/ground_force_{}_v{}", "/loads/ground_force_{}_p{}", "/loads/ground_torque_{}_{}"),
}
"""Names of force, point and torque with a place for the plate and one for the axis."""
FORCE_OPTIONS: dict[str, tuple[str, ...]] = {
    **{key: STORAGE_OPTIONS[key] for key in ("separator", "header", "rows", "columns", "end", "trailing", "point")},
    "forces": tuple(FORCE_NAMES),
    "plates": ("12", "rl"),
    "unit": ("m", "m", "mm"),
    "order": ("plates", "kinds"),
}
"""Options of a .mot file of ground forces."""
SIGNS = {"tab": "\t", "comma": ",", "semicolon": ";", "blanks": "    ", "padded": "\t   "}
COMAK = {
    "hip_flexion": "hip_flex",
    "hip_adduction": "hip_add",
    "knee_angle": "knee_flex",
    "ankle_angle": "ankle_flex",
    "lumbar_extension": "lumbar_ext",
}
KEYS = (
    "DataRate",
    "CameraRate",
    "NumFrames",
    "NumMarkers",
    "Units",
    "OrigDataRate",
    "OrigDataStartFrame",
    "OrigNumFrames",
)
PER_METRE = {"mm": 1000.0, "cm": 100.0, "m": 1.0}
WORDS = {"MM": "mm", "M": "m", "mete": "m", "meters": "m", "millimeters": "mm", "wrong": "mm", "missing": "mm"}


def draw(options: Mapping[str, Sequence[str]], rng: random.Random) -> dict[str, str]:
    """A dialect by chance."""
    return {key: rng.choice(values) for key, values in options.items()}


def marker_text(positions: Floats, names: Sequence[str], rate_hz: float, dialect: Dialect) -> str:
    """A .trc of ``positions`` (T, M, 3), metres with at most four decimals, NaN where not seen.

    Gaps become empty cells, or NaN where blanks separate the cells.
    """
    unit = WORDS.get(dialect["units"], dialect["units"])
    sign = SIGNS[dialect["separator"]]
    comma = dialect["point"] == "comma" and dialect["separator"] != "comma"
    gap = "NaN" if dialect["separator"] == "blanks" else ""
    first = int(dialect["first frame"])
    lead = {"first time": "tf", "no frame": "t"}.get(dialect["frame"], "ft")
    margin = dialect["margin"] == "tab" and lead == "ft" and dialect["separator"] == "tab"
    rows = []
    for i, frame in enumerate(positions):
        head = {"f": str(first + i), "t": f"{i / rate_hz:.6f}"}
        cells = [head[key] for key in lead]
        cells += [gap if np.isnan(x) else f"{x * PER_METRE[unit]:.4f}" for x in frame.ravel()]
        if dialect["behind"] == "everywhere" or (dialect["behind"] == "somewhere" and i % 3 == 1):
            cells += ["1.5", "2.5", "3.5"]
        text = sign.join(["", *cells] if margin else cells)
        rows.append(text.replace(".", ",") if comma else text)
    if dialect["repeated"] == "row" and len(rows) > 2:
        rows.insert(2, rows[1])
    header = _marker_head(len(positions), names, rate_hz, dialect, lead)
    return _joined([*header, *[row + _trailing(dialect) for row in rows]], dialect)


def _marker_head(count: int, names: Sequence[str], rate_hz: float, dialect: Dialect, lead: str) -> list[str]:
    frames = {"more": count + 97, "fewer": count // 2, "off by one": count - 1}.get(dialect["frames"], count)
    markers = {"more": 2 * len(names), "fewer": len(names) - 1}.get(dialect["markers"], len(names))
    rate = {"0": "0", "double": f"{2 * rate_hz:.2f}"}.get(dialect["rate"], f"{rate_hz:.2f}")
    said = "m" if dialect["units"] == "wrong" else dialect["units"]
    values = [rate, rate, str(frames), str(markers), said, rate, "1", str(count)]
    for key, place in (("rate", 0), ("frames", 2), ("markers", 3), ("units", 4)):
        if dialect[key] == "missing":
            values[place] = ""
    between = {"tab": "\t", "two tabs": "\t\t", "blanks": "     ", "mixed": " \t "}[dialect["between"]]
    if "" in values:
        between = "\t"
    sign = SIGNS[dialect["separator"]]
    if dialect["separator"] in ("comma", "semicolon"):
        between = sign
    start = {"there": "PathFileType\t4\t(X/Y/Z)\ta.trc", "blanks": "PathFileType  4\t(X/Y/Z) C:\\data\\a.trc"}
    return [
        start.get(dialect["first line"], "\ufeff" + start["there"]),
        (sign if between == sign else "\t").join(KEYS),
        between.join(values),
        _name_line(names, dialect, lead),
        *_axis_lines(len(names), dialect),
    ]


def _name_line(names: Sequence[str], dialect: Dialect, lead: str) -> str:
    frame = dialect["frame"] if dialect["frame"] not in ("first time", "no frame") else "Frame#"
    front = [{"f": frame, "t": dialect["time"]}[key] for key in lead]
    if dialect["separator"] in ("comma", "semicolon"):
        sign = SIGNS[dialect["separator"]]
        return sign.join([*front, *(cell for name in names for cell in (name, "", ""))])
    if dialect["names"] == "padded" or dialect["separator"] == "blanks":
        return "\t".join(front) + "            " + "".join(f"{name:33}" for name in names)
    between = {"places": "\t\t\t", "two tabs": "\t\t", "one tab": "\t", "long tabs": "\t\t\t\t\t"}[dialect["names"]]
    return "\t".join(front) + ("\t" if dialect["names"] == "places" else between) + between.join(names)


def _axis_lines(count: int, dialect: Dialect) -> list[str]:
    if dialect["axes"] in ("none", "blank line"):
        return [""] if dialect["axes"] == "blank line" else []
    first = 0 if dialect["axes"] == "zero" else 1
    sign = SIGNS[dialect["separator"]]
    return [sign.join(["", "", *(f"{axis}{i + first}" for i in range(count) for axis in "XYZ")]), ""]


def coordinate_text(values: Floats, names: Sequence[str], rate_hz: float, dialect: Dialect) -> str:
    """A .mot or .sto of ``values`` (T, N): degrees and metres with at most six decimals, or radians of them."""
    angle = np.array([not name.endswith(("_tx", "_ty", "_tz")) for name in names])
    table = values if dialect["degrees"] == "yes" else np.where(angle, np.deg2rad(values), values)
    columns = [_coordinate_column(name, dialect["names"]) for name in names]
    if dialect["speeds"] == "there":
        columns += [{"states": f"/jointset/j/{n}/speed", "states 3": f"j/{n}/speed"}.get(dialect["names"], f"{n}_u")
                    for n in names]  # fmt: skip
        table = np.column_stack([table, np.full(table.shape, 7.5)])
    said = dialect["degrees"] if dialect["said"] != "wrong" else {"yes": "no", "no": "yes"}[dialect["degrees"]]
    time = np.arange(len(values)) / rate_hz
    return _storage_text(["time", *columns], np.column_stack([time, table]), dialect, said, digits=9)


def _coordinate_column(name: str, style: str) -> str:
    stem, side = (name[:-2], name[-2:]) if name.endswith(("_r", "_l")) else (name, "")
    return {
        "states": f"/jointset/j/{name}/value",
        "states 3": f"j/{name}/value",
        "reporter": f"/jointset/j/{name}|value",
        "comak": COMAK.get(stem, stem) + side,
    }.get(style, name)


def force_text(plates: Floats, rate_hz: float, dialect: Dialect) -> str:
    """A .mot of ``plates`` (T, P, 3, 3): force, point and torque of each plate, in N, m and N m."""
    scale = np.array([1.0, 1000.0, 1000.0])[:, None] if dialect["unit"] == "mm" else np.ones((3, 1))
    marks = (["", "1_"] if dialect["forces"] == "opensim" else list(dialect["plates"]))[: plates.shape[1]]
    axes = "XYZ" if dialect["forces"] == "dflow" else "xyz"
    order = [(p, k) for p in range(len(marks)) for k in range(3)]
    if dialect["order"] == "kinds":
        order = [(p, k) for k in range(3) for p in range(len(marks))]
    names = [FORCE_NAMES[dialect["forces"]][k].format(marks[p], axis) for p, k in order for axis in axes]
    table = np.column_stack([(plates * scale)[:, p, k] for p, k in order])
    time = np.arange(len(plates)) / rate_hz
    whole = {**dialect, "said": "silent", "degrees": "yes", "time": "time", "front": "none", "repeated": "none"}
    return _storage_text(["time", *names], np.column_stack([time, table]), whole, "yes", digits=6)


def _storage_text(columns: list[str], table: Floats, dialect: Dialect, said: str, *, digits: int) -> str:
    sign = SIGNS[dialect["separator"]]
    comma = dialect["point"] == "comma" and dialect["separator"] != "comma"
    names = [dialect["time"], *columns[1:]]
    rows = [[f"{x:.{digits}f}" for x in row] for row in table]
    if dialect["front"] != "none" and dialect["separator"] == "tab":
        names = ["Frame#" if dialect["front"] == "frame" else "", *names]
        rows = [[str(i + 1) if dialect["front"] == "frame" else "", *row] for i, row in enumerate(rows)]
    texts = [sign.join(row) for row in rows]
    texts = [text.replace(".", ",") for text in texts] if comma else texts
    if dialect["repeated"] == "row" and len(texts) > 2:
        texts.insert(2, texts[1])
    names_line = sign.join(names)
    head = _storage_head(len(table), len(columns), dialect, said)
    return _joined([*head, *[line + _trailing(dialect) for line in (names_line, *texts)]], dialect)


def _storage_head(count: int, columns: int, dialect: Dialect, said: str) -> list[str]:
    rows = {"more": count + 1, "fewer": count // 2, "missing": ""}.get(dialect["rows"], count)
    width = {"more": columns + 8, "fewer": columns - 1}.get(dialect["columns"], columns)
    counts, simm = [f"nRows={rows}", f"nColumns={width}"], [f"datacolumns {width}", f"datarows {rows}"]
    unit = [] if dialect["said"] == "silent" else [f"inDegrees={said}"]
    kinds = {
        "opensim": ["Coordinates", "version=1", *counts, *unit, "", "Units are S.I. units", "", "endheader"],
        "simm": ["name a.mot", *simm, "range 0 1", *unit, "endheader"],
        "both": ["Coordinates", *counts, "", "# SIMM Motion File Header:", "name a", *simm, *unit, "endheader"],
        "opensim 4": [*unit, "DataType=double", "version=3", "OpenSimVersion=4.5", "endheader"],
        "short": ["a", *unit, "endheader"],
        "no end": ["Coordinates", "version=1", *counts, *unit],
    }
    return kinds[dialect["header"]]


def _trailing(dialect: Dialect) -> str:
    if dialect["separator"] in ("comma", "semicolon"):
        return ""
    if dialect["separator"] == "blanks":
        return "   " if dialect["trailing"] != "none" else ""
    return {"tab": "\t", "tabs": "\t\t\t\t", "blanks": "    "}.get(dialect["trailing"], "")


def _joined(lines: list[str], dialect: Dialect) -> str:
    end = "\n" if dialect["end"] == "no last" else dialect["end"]
    return end.join(lines) + ("" if dialect["end"] == "no last" else end)
