"""Forces on the page: only what survives every choice is found; pictures stand where their values are."""

from __future__ import annotations

import base64
import json
import math
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import psoas
from psoas.analysis.analysis_io import SUMMARY, StoredAnalysis, load_analysis
from psoas.analysis.json_numbers import number_or_nan
from psoas.analysis.kinetics_io import LOADS, MUSCLES, read_muscles
from psoas.analysis.summary_model import StepDrive
from psoas.analysis.summary_parts import BySide
from psoas.core.errors import InputError
from psoas.core.sides import SIDES
from psoas.render.bar_chart import ChartBar, bars_svg
from psoas.render.scene import build_scene, drawn_fascicles
from psoas.render.spine_chart import NARROW, WIDE, SpineLayout, SpineLevelRow, shear_text, spine_outline, spine_svg
from psoas.report import joint_loads_section
from psoas.report.expected_error import RUNNING, WALKING, expected_error, ground_text, mass_text
from psoas.report.force_band import PsoasPeaks, agreed_peak_time, judge_sides, psoas_peaks, spread_of_choices
from psoas.report.ground_section import SHOWN_S, ground_section, shown_layout
from psoas.report.joint_loads_section import IN_VIVO_HIP_BW, hip_contact_chart, spine_level_rows
from psoas.report.load_columns import nearest_frames
from psoas.report.propulsion_section import BURSTS, share_uncertainty
from psoas.report.report_context import ReportContext
from psoas.report.report_page import report_pages
from tests.report.test_report_page import words
from tests.report_worlds import analysed, bend, forces_of, gait_of

pulls = st.lists(st.floats(1, 900), min_size=1, max_size=10)
HERE = SpineLevelRow(800.0, 1100.0, (1000.0, 1300.0), 50.0, (-20.0, 90.0), (700.0, 1700.0))


@pytest.fixture(scope="module")
def walk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> StoredAnalysis:
    """The bundled walk over its plates."""
    out = tmp_path_factory.mktemp("forces") / "out"
    example = root / "examples"
    psoas.analyze(example / "walking.trc", forces=example / "walking_grf.mot", out=out)
    return load_analysis(out)


@pytest.fixture(scope="module")
def text(walk: StoredAnalysis) -> str:
    return words((walk.folder / "report.html").read_text(encoding="utf-8"))


@given(pulls, st.floats(0, 0.8), st.data())
def test_a_side_pulls_harder_only_when_every_choice_and_the_ground_agree(
    right: list[float], open_to: float, data: st.DataObject
) -> None:
    left = data.draw(st.lists(st.floats(1, 900), min_size=len(right), max_size=len(right)))
    said = judge_sides(right, left, open_to=open_to)
    one, other = np.array(right), np.array(left)
    agreed = (one > other).all() or (one < other).all()
    beyond = (np.abs(one - other) > open_to * np.maximum(one, other)).all()
    alike = np.abs(one - other).max() < 5
    assert ("pulled harder than your" in said) == (agreed and beyond and not alike)
    assert ("came out the same" in said) == alike
    if "pulled harder than your" in said:
        assert said.startswith("Your right") == (right[0] > left[0])
    elif not alike:
        assert said.endswith(("So we claim no difference.", "so we claim no difference."))


def test_a_difference_says_how_large_it_is() -> None:
    said = judge_sides([300.0, 200.0], [100.0, 80.0], open_to=1 / 3)
    assert said == "Your right psoas pulled harder than your left in every way of sharing, by 120 to 200\u00a0N."


@given(st.lists(st.integers(0, 99), min_size=1, max_size=10), st.integers(0, 99))
def test_moments_on_a_circle_turn_with_it(places: list[int], turn: int) -> None:
    at = np.array(places, float)
    middle, first, last = spread_of_choices(at, around=100.0)
    width = (last - first) % 100
    assert np.all(np.mod(at - first, 100) <= width + 1e-9)
    assert (middle - first) % 100 <= width + 1e-9
    _, turned_first, turned_last = spread_of_choices(np.mod(at + turn, 100), around=100.0)
    assert (turned_last - turned_first) % 100 == pytest.approx(width)


def test_peaks_round_the_heel_strike_are_one_moment_and_scattered_ones_none() -> None:
    size = np.ones(3)
    assert agreed_peak_time(PsoasPeaks(size, np.array([98.0, 1.0, 3.0])), around=100.0) == pytest.approx(1.0)
    assert agreed_peak_time(PsoasPeaks(size, np.array([50.0, 98.0, 11.0])), around=100.0) is None
    assert agreed_peak_time(PsoasPeaks(size, np.array([50.0, 50.0, 50.0])), around=None) is None


def test_the_nearest_frame_is_found() -> None:
    time = np.array([0.0, 0.1, 0.2, 0.3])
    assert nearest_frames(time, np.array([0.0, 0.14, 0.16, 0.3, 0.9])).tolist() == [0, 1, 2, 3, 3]
    assert nearest_frames(np.array([2.0]), np.array([2.0])).tolist() == [0]


def test_peaks_on_the_page_are_those_of_the_stored_curves(walk: StoredAnalysis, text: str) -> None:
    table = pq.read_table(walk.folder / LOADS)
    time, count = table["time_s"].to_numpy(), len(forces_of(walk).choices)
    for side, found in psoas_peaks(ReportContext(walk)).items():
        strides = [one for one in gait_of(walk).events[side] if not one.flag]
        tops = []
        for i in range(count):
            curve = table[f"psoas_{side}_choice_{i}_n"].to_numpy()
            cut = [np.interp(np.linspace(e.start_s, e.end_s, 101), time, curve) for e in strides]
            tops.append(np.mean(cut, axis=0).max())
        assert found.size == pytest.approx(tops)
        assert f"{np.median(tops):.0f} N ({min(tops):.0f} to {max(tops):.0f})" in text


def test_single_choices_make_the_stored_band(walk: StoredAnalysis) -> None:
    forces, table = walk.summary.to_json()["forces"], pq.read_table(walk.folder / LOADS)
    for side in SIDES:
        every = np.array([table[f"psoas_{side}_choice_{i}_n"].to_numpy() for i in range(len(forces["choices"]))])
        assert every.min(axis=0) == pytest.approx(table[f"psoas_{side}_low_n"].to_numpy())
        assert forces["peaks_by_choice"]["psoas"][side] == pytest.approx(every.max(axis=1), abs=0.06)
        band = forces["psoas_peak_n"][side]
        assert band["high"] == max(forces["peaks_by_choice"]["psoas"][side])
        passive = forces["drive"][side]["hip_flexor_passive_share_range"]
        assert passive["low"] <= forces["drive"][side]["hip_flexor_passive_share"] <= passive["high"]
    for disc in forces["lumbar_compression_n"].values():
        assert disc["mean_low"] <= disc["mean"] <= disc["mean_high"]
        assert disc["peak_low"] <= disc["peak"] <= disc["peak_high"]


def test_the_psoas_own_part_lies_within_the_whole(walk: StoredAnalysis) -> None:
    rows = spine_level_rows(ReportContext(walk))
    assert list(rows) == ["L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1"]
    assert all(0 < row.own < row.mean < row.peak for row in rows.values())
    weight = number_or_nan(forces_of(walk).mass_kg) * 9.80665
    assert rows["L3_L4"].published == pytest.approx((weight, 2.5 * weight))


def test_the_page_tells_ground_mass_sources_and_what_cannot_be_said(walk: StoredAnalysis, text: str) -> None:
    assert "measured ground" in text and "predicted ground" not in text
    assert f"Body mass: {forces_of(walk).mass_kg:.1f} kg." in text.replace("\u00a0", " "), "weighed on the plates"
    guessed = forces_of(walk).model_copy(update={"mass_kg": 66.0, "mass_assumed": True})
    assert mass_text(guessed) == '<span class="tag">Assumed body mass: 66\u00a0kg.</span>'
    assert f"the usual peak was {IN_VIVO_HIP_BW} body weights" in text
    assert "say if that is a lot" in text and "no comparison for your speed yet" in text
    assert "pulled by the front" not in text and "from the back body" not in text
    assert "computed, not measured" in text and "Computed." in text
    disc = walk.summary.to_json()["forces"]["lumbar_compression_n"]["L4_L5"]
    assert f"{disc['peak']:.0f} N ({disc['peak_low']:.0f} to {disc['peak_high']:.0f}) at most" in text


def test_the_ground_is_filled_where_plates_measured_it(walk: StoredAnalysis, tmp_path: Path) -> None:
    """The left foot is made predicted: its line stays, its area goes."""
    table = pq.read_table(walk.folder / LOADS)
    kept = table.set_column(
        table.column_names.index("ground_left_measured"), "ground_left_measured", [np.zeros(len(table))]
    )
    pq.write_table(kept, tmp_path / LOADS)
    half = ReportContext(StoredAnalysis(tmp_path, walk.summary, walk.motion))
    (section,) = ground_section(half)
    drawing = re.search(r"<svg[^>]*aria-label.*?</svg>", section.content, re.DOTALL)
    assert drawing
    found = {e.get("class", ""): e.get("d", "") for e in ET.fromstring(drawing[0]).iter() if e.tag == "path"}
    assert found["chart-band ink-right"] and not found["chart-band ink-left"] and found["chart-line ink-left"]
    greatest = table["ground_force_left_y_n"].to_numpy().max() / half.mass_kg / 9.80665
    assert f"on your left with <b>{greatest:.1f}</b>." in section.content
    kept = table.drop_columns([name for name in table.column_names if name.startswith("ground_force_")])
    pq.write_table(kept, tmp_path / LOADS)
    old = ReportContext(StoredAnalysis(tmp_path, walk.summary, walk.motion))
    assert ground_section(old) == (), "a folder of an earlier version"


def test_of_a_long_recording_the_part_with_plates_is_drawn(walk: StoredAnalysis) -> None:
    time = np.linspace(0, 60, 601)
    there = np.where((time > 30) & (time < 31), 1.0, 0.0)
    reading = ReportContext(StoredAnalysis(walk.folder, walk.summary, replace(walk.motion, time=time)))
    reading.__dict__["loads"] = {f"ground_{side}_measured": there for side in SIDES}
    x = shown_layout(reading).x
    assert x[-1] - x[0] == pytest.approx(SHOWN_S) and x[0] < 30 and x[-1] > 31


def test_the_page_says_so_when_every_choice_is_above_what_was_measured(
    walk: StoredAnalysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "Every way of sharing came out above that"
    assert said in hip_contact_chart(ReportContext(walk)).content
    monkeypatch.setattr(joint_loads_section, "IN_VIVO_HIP_BW", 99.0)
    assert said not in hip_contact_chart(ReportContext(walk)).content


def test_expected_errors_follow_the_movement_and_the_ground(walk: StoredAnalysis) -> None:
    assert expected_error(ReportContext(walk)) is WALKING
    gait = gait_of(walk).model_copy(update={"stance_percent": 38.0})
    forces = forces_of(walk).model_copy(update={"ground": "predicted"})
    ran = StoredAnalysis(walk.folder, walk.summary.model_copy(update={"gait": gait, "forces": forces}), walk.motion)
    assert expected_error(ReportContext(ran)) is RUNNING
    said = words(report_pages(ran)["report.html"])
    assert "predicted ground" in said and "off by 5 % of its range up and down" in said
    assert "artificial hips" not in said and "published peaks" not in said and "In five men who walked" not in said
    measured = {"ground": "mixed", "stance_measured_percent": BySide[float](right=29.4, left=0.0)}
    partly = walk.summary.model_copy(update={"forces": forces_of(walk).model_copy(update=measured)})
    said = str(ground_text(ReportContext(StoredAnalysis(walk.folder, partly, walk.motion))))
    assert "29 % of the time of your right foot on the ground, 0 % of your left" in said
    assert "predicted ground" in said and "off by 4 % of its range up and down" in said


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_the_share_of_the_front_is_as_sure_as_its_parts(share: float) -> None:
    one = {"hip_extensor_j_kg": (1 - share) / 2, "hip_flexor_j_kg": share, "ankle_j_kg": (1 - share) / 2}
    step = 1e-6

    def front(parts: dict[str, float]) -> float:
        return parts["hip_flexor_j_kg"] / sum(parts.values())

    slopes = [(front(one | {k: one[k] + step}) - front(one)) / step for k in BURSTS]
    assert share_uncertainty(StepDrive.model_validate(one), 0.03) == pytest.approx(0.03 * math.hypot(*slopes), rel=1e-4)


def test_without_forces_the_reason_stands_there_calmly(tmp_path: Path) -> None:
    stored = analysed(bend(tmp_path / "pose.mot", np.full(5, 25.0), seconds=1.0), tmp_path / "out")
    assert stored.summary.forces is None
    said = words(report_pages(stored)["report.html"])
    assert "This report has no forces. Why: we need at least 20 frames" in said
    assert "What your low back carried" not in said and "The drive of your step" not in said


def test_lengths_alone_say_how_to_have_forces(walk: StoredAnalysis) -> None:
    said = words(
        report_pages(StoredAnalysis(walk.folder, walk.summary.model_copy(update={"forces": None}), walk.motion))[
            "report.html"
        ]
    )
    assert "Analyse the recording again without --lengths-only" in said
    assert "By force it is pale" not in said


@pytest.mark.parametrize("name", [LOADS, MUSCLES])
def test_a_folder_that_lost_its_forces_is_refused_in_words(walk: StoredAnalysis, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(walk.folder, folder)
    (folder / name).unlink()
    with pytest.raises(InputError, match="analyse the recording again"):
        report_pages(load_analysis(folder))
    assert json.loads((folder / SUMMARY).read_text())["forces"]["ground"] == "measured"


def test_the_scene_carries_the_pull_of_every_fascicle(walk: StoredAnalysis) -> None:
    reading = ReportContext(walk)
    body = walk.motion.body
    made = build_scene(walk.motion, tension=reading.pulls)
    shown = np.frombuffer(base64.b64decode(made["force"]), "<f4").reshape(len(made["time"]), -1)
    when, tension = read_muscles(walk.folder, [body.muscle_names[i] for i in drawn_fascicles(body)])
    for k in (0, len(shown) // 2, -1):
        at = np.abs(when - made["time"][k]).argmin()
        assert shown[k] == pytest.approx(tension[at], abs=1e-3)
    most = max(f["max_force_n"] for f in made["fascicles"])
    percent = 100 * shown / np.array([f["max_force_n"] for f in made["fascicles"]])
    assert most > 50 and 0 < percent.max() <= made["force_range"][1] <= percent.max() + 5
    assert "force" not in build_scene(walk.motion)


def elements(svg: str, kind: str, tag: str = "rect") -> list[dict[str, float]]:
    """Numbers of every element of a class."""
    found = [e for e in ET.fromstring(svg).iter(tag) if e.get("class") == kind]
    numbers = ("x", "width", "x1", "x2", "y", "height")
    return [{k: float(e.get(k, "nan")) for k in numbers if e.get(k)} for e in found]


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])
def test_loads_are_drawn_to_one_scale_inside_the_picture(sheet: SpineLayout) -> None:
    svg = spine_svg({"L4_L5": HERE, "L5_S1": HERE}, sheet)
    scale = elements(svg, "spine-mean")[0]["width"] / HERE.mean
    assert elements(svg, "spine-own")[0]["width"] == pytest.approx(scale * HERE.own, abs=0.1)
    assert elements(svg, "spine-peak", "line")[0]["x1"] == pytest.approx(sheet.bars + scale * HERE.peak, abs=0.2)
    known = elements(svg, "spine-known")[0]
    assert known["x"] == pytest.approx(sheet.bars + scale * 700, abs=0.2)
    assert known["x"] + known["width"] <= sheet.width
    outlines = [e.get("d", "") for e in ET.fromstring(svg).iter("path") if e.get("class") == "spine-bone"]
    x = [float(n) for d in outlines for n in re.findall(r"[MLQ ]?(-?[\d.]+) -?[\d.]+", d)]
    assert min(x) >= 0 and max(x) <= sheet.bars
    assert "shear 20\u00a0N backward to 90\u00a0N forward" in svg


def test_the_drawn_spine_is_lordotic_and_does_not_overlap() -> None:
    found = spine_outline()
    heights = [outline[:, 1].mean() for outline, _ in found.values()]
    assert (np.diff(heights) > 30).all()
    front = {name: outline.mean(axis=0)[0] for name, (outline, _) in found.items()}
    assert front["L3"] > front["S1"] and front["L3"] > front["L1"]
    top_of = {name: outline[2] - outline[3] for name, (outline, _) in found.items()}
    tilt = math.degrees(math.atan2(top_of["S1"][1], top_of["S1"][0]))
    assert tilt == pytest.approx(-41.0)


@given(st.floats(-500, 500), st.floats(-500, 500))
def test_shear_is_told_by_its_direction(a: float, b: float) -> None:
    low, high = min(a, b), max(a, b)
    said = shear_text((low, high))
    assert ("forward" in said) == (high > 0 or low >= 0)
    assert ("backward" in said) == (low < 0)


def test_bars_are_as_long_as_their_work_and_the_passive_part_is_hatched() -> None:
    groups = [("Pull", [ChartBar("right", 0.2, 0.03, 0.25), ChartBar("left", 0.1, 0.03)])]
    svg = bars_svg("Work", "J/kg", groups, width=640)
    solid, (hatched,) = elements(svg, "bar ink-right")[0], elements(svg, "bar-passive ink-right")
    left = elements(svg, "bar ink-left")[0]
    assert solid["width"] + hatched["width"] == pytest.approx(2 * left["width"], abs=0.2)
    assert hatched["width"] == pytest.approx(solid["width"] / 3, abs=0.2)
    assert "right 0.20\u00a0J/kg" in svg and "left 0.10\u00a0J/kg" in svg
    whiskers = elements(svg, "bar-whisker", "line")
    assert whiskers[0]["x2"] - whiskers[0]["x1"] == pytest.approx(0.06 / 0.1 * left["width"], abs=0.3)
