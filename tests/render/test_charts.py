"""Charts: what is drawn stands where its value is, ticks are round, labels keep apart."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from psoas.analysis.cycle_normalization import CycleLayout, cycle_layout
from psoas.analysis.summary_model import read_excerpt
from psoas.kinematics.gait.strides import mean_and_sd_over_strides
from psoas.render.axes import axis_ticks, space_apart
from psoas.render.charts import NARROW, SMALL, WIDE, ChartPanel, PlotFrame, axis_extent, draw_panel

NONE = np.empty((0, 2))
X = np.linspace(0, 100, 101)
WAVE = np.sin(X / 100 * 2 * np.pi)
STRIDE = CycleLayout("stride", X, {"right": NONE, "left": NONE}, {"right": 60.0, "left": 64.0})


def panel(**changes: object) -> ChartPanel:
    settings: dict[str, object] = {"curves": {"right": 100 + WAVE[None], "left": 102 + WAVE[None]}} | changes
    return ChartPanel("Length, %", STRIDE, **settings)  # type: ignore[arg-type]


def paths(svg: str, kind: str) -> list[np.ndarray]:
    """Points (P, 2) of every path whose class holds ``kind``."""
    found = [e.get("d", "") for e in ET.fromstring(svg).iter() if e.tag == "path" and kind in e.get("class", "")]
    return [np.array([[float(n) for n in pair] for pair in re.findall(r"([\d.-]+) ([\d.-]+)", d)]) for d in found]


@given(st.floats(-500, 500), st.floats(0.01, 900), st.integers(2, 8))
def test_ticks_are_round_even_and_inside(low: float, span: float, wanted: int) -> None:
    found = np.array(axis_ticks(low, low + span, wanted))
    assume(len(found) > 1)
    step = float(np.diff(found)[0])
    assert np.allclose(np.diff(found), step, rtol=1e-6)
    assert 1 <= len(found) <= 2.5 * wanted + 1
    assert found[0] >= low - 1e-6 * span and found[-1] <= low + span * (1 + 1e-6)
    assert f"{step:.6e}"[0] in "125" and step / 10 ** np.floor(np.log10(step) + 1e-9) == pytest.approx(
        round(step / 10 ** np.floor(np.log10(step) + 1e-9)), rel=1e-6
    )


@given(st.lists(st.floats(0, 300), min_size=1, max_size=4))
def test_labels_keep_apart_in_their_order(places: list[float]) -> None:
    out = space_apart(np.array(places), 15.0)
    order = np.argsort(places, kind="stable")
    assert (np.diff(out[order]) >= 15.0 - 0.5).all()
    assert out.mean() == pytest.approx(np.mean(places), abs=1e-6)


def test_labels_that_are_apart_stay_where_they_are() -> None:
    assert space_apart(np.array([100.0, 10.0]), 15.0).tolist() == [100.0, 10.0]


def test_a_line_runs_through_its_values() -> None:
    svg = draw_panel(panel(), WIDE)
    low, high = axis_extent(panel())
    right = next(p for p in paths(svg, "chart-line ink-right"))
    assert len(right) == len(X)
    assert right[0, 0] == WIDE.left and right[-1, 0] == WIDE.left + WIDE.width
    wanted = WIDE.top + WIDE.height * (high - (100 + WAVE)) / (high - low)
    assert np.abs(right[:, 1] - wanted).max() < 0.06


def test_what_was_not_seen_is_not_drawn() -> None:
    broken = np.where((X > 30) & (X < 50), np.nan, WAVE)
    (line,) = paths(draw_panel(panel(curves={"right": broken[None]}), WIDE), "chart-line")
    assert len(line) == np.isfinite(broken).sum()
    assert draw_panel(panel(curves={"right": broken[None]}), WIDE).count("M") >= 2


def test_the_band_is_one_standard_deviation_and_every_stride_stays_visible() -> None:
    many = 100 + np.array([WAVE - 1, WAVE, WAVE + 1])
    svg = draw_panel(panel(curves={"right": many}), WIDE)
    assert len(paths(svg, "chart-thin")) == 3
    (band,) = paths(svg, "chart-band")
    low, high = axis_extent(panel(curves={"right": many}))
    height = band[:, 1].reshape(2, -1)
    between = (height[1][::-1] - height[0]) / WIDE.height * (high - low)
    assert np.allclose(between, 2.0, atol=0.02)
    assert paths(draw_panel(panel(), WIDE), "chart-band") == []


def test_mean_and_deviation_are_those_of_the_strides() -> None:
    mean, sd = mean_and_sd_over_strides(np.array([[1.0, 2.0], [3.0, 6.0]]))
    assert mean.tolist() == [2.0, 4.0]
    assert np.allclose(sd, [np.sqrt(2), np.sqrt(8)])
    assert np.isnan(mean_and_sd_over_strides(np.ones((1, 4)))[1]).all()


def test_a_small_change_is_drawn_small() -> None:
    flat = panel(curves={"right": 100 + 0.01 * WAVE[None]}, least_span=6.0)
    low, high = axis_extent(flat)
    assert high - low >= 6.0
    assert low < 99.98 and high > 100.02


def test_the_axis_holds_its_level() -> None:
    low, high = axis_extent(panel(level=(80.0, "standing")))
    assert low < 80.0 < high
    assert "standing" in draw_panel(panel(level=(80.0, "standing")), WIDE)


def test_right_is_solid_and_left_dashed() -> None:
    svg = ET.fromstring(draw_panel(panel(), SMALL))
    lines = {e.get("class", ""): e.get("stroke-dasharray") for e in svg.iter() if "chart-line" in e.get("class", "")}
    assert lines == {"chart-line ink-right": None, "chart-line ink-left": "6 4"}
    words = {e.text for e in svg.iter() if "chart-side" in e.get("class", "")}
    assert words == {"right", "left"}


def test_toe_off_is_marked_on_its_own_share_of_the_stride() -> None:
    svg = ET.fromstring(draw_panel(panel(), WIDE))
    marks = {e.get("class"): float(e.get("x1", "nan")) for e in svg.iter() if "chart-mark" in e.get("class", "")}
    assert marks["chart-mark ink-right"] == pytest.approx(WIDE.left + 0.60 * WIDE.width, abs=0.06)
    assert marks["chart-mark ink-left"] == pytest.approx(WIDE.left + 0.64 * WIDE.width, abs=0.06)


def test_what_has_no_side_is_marked_by_the_side_that_cut_it() -> None:
    cut = CycleLayout("stride", X, {"right": np.array([[0.0, 1.0]]), "left": np.array([[0.5, 1.5]])}, STRIDE.toe_off)
    svg = draw_panel(ChartPanel("Tilt, °", cut, {"": WAVE[None]}), SMALL)
    assert "chart-mark ink-right" in svg and "chart-mark ink-left" not in svg


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL], ids=["wide", "narrow", "small"])
@pytest.mark.parametrize("half", [None, 0.3, 40.0])
def test_everything_stays_inside_the_drawing(size: PlotFrame, half: float | None) -> None:
    chart = panel(level=(100.0, "standing"), half=half, ramp=(94.0, 106.0))
    svg = draw_panel(chart, size)
    width, height = size.size
    for line in ET.fromstring(svg).iter("line"):
        x = [float(line.get(k, "nan")) for k in ("x1", "x2")]
        y = [float(line.get(k, "nan")) for k in ("y1", "y2")]
        assert min(x) >= 0 and max(x) <= width and min(y) >= 0 and max(y) <= height
    assert ("chart-whisker" in svg) == (half == 0.3 and size is not SMALL)


def test_the_uncertainty_bar_is_as_long_as_the_uncertainty() -> None:
    chart = panel(half=0.5)
    bars = [e for e in ET.fromstring(draw_panel(chart, WIDE)).iter("line") if e.get("class") == "chart-whisker"]
    tall = max(abs(float(e.get("y2", "0")) - float(e.get("y1", "0"))) for e in bars)
    low, high = axis_extent(chart)
    assert tall == pytest.approx(2 * 0.5 * WIDE.height / (high - low), abs=0.2)


def test_strides_are_cut_where_they_begin_and_end() -> None:
    event = {"start_s": 1.0, "end_s": 2.0, "toe_off_s": 1.6, "flag": ""}
    odd = {"start_s": 2.0, "end_s": 2.2, "toe_off_s": None, "flag": "shorter than 0.4 s"}
    summary = read_excerpt({"gait": {"events": {"right": [event, odd], "left": []}}, "repetitions": None})
    time = np.linspace(0, 3, 301)
    found = cycle_layout(summary, time)
    assert found.kind == "stride" and found.main_side == "right"
    assert found.toe_off == {"right": pytest.approx(60.0)}
    (curve,) = found.cut(10 * time, time, "right")
    assert np.allclose(curve, 10 + found.x / 10)
    assert found.cut(time, time, "left").shape == (0, 101)


def test_without_strides_the_time_runs_from_first_to_last_frame() -> None:
    summary = read_excerpt({})
    time = np.linspace(2, 9, 1000)
    found = cycle_layout(summary, time)
    assert (found.kind, found.x[0], found.x[-1], len(found.x)) == ("time", 2.0, 9.0, 400)
    assert np.allclose(found.cut(time**2, time, "right")[0], found.x**2, atol=1e-3)
    alone = cycle_layout(summary, np.array([4.0]))
    assert alone.x[-1] > alone.x[0] == 4.0


def test_a_soft_area_lies_between_its_edges_and_is_named() -> None:
    low, high = 98 + WAVE, 103 + WAVE
    chart = panel(curves={"right": 100 + WAVE[None]}, bands={"right": (low, high)}, words="soft area: range")
    svg = draw_panel(chart, WIDE)
    (area,) = paths(svg, "chart-band")
    ends = axis_extent(chart)
    assert ends[0] < low.min() and ends[1] > high.max()
    height = area[:, 1].reshape(2, -1)
    between = (height[1][::-1] - height[0]) / WIDE.height * (ends[1] - ends[0])
    assert np.allclose(between, 5.0, atol=0.05)
    assert "soft area: range" in svg


def test_pulls_start_from_zero() -> None:
    assert axis_extent(panel())[0] > 90
    assert axis_extent(panel(from_zero=True))[0] < 0 < 103 < axis_extent(panel(from_zero=True))[1]


def test_a_soft_area_breaks_where_an_edge_is_not_known() -> None:
    high = np.where((X < 20) | (X > 80), 1.0, np.nan)
    chart = draw_panel(panel(curves={"right": np.ones((1, 101))}, bands={"right": (np.zeros(101), high)}), WIDE)
    (data,) = [e.get("d", "") for e in ET.fromstring(chart).iter() if "chart-band" in e.get("class", "")]
    parts = [[float(x) for x in re.findall(r"[ML]([\d.]+) ", part)] for part in data.split("Z")[:-1]]
    middle = WIDE.left + WIDE.width / 2
    assert len(parts) == 2 and max(parts[0]) < middle < min(parts[1])
