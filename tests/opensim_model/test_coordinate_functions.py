"""Functions of a coordinate: values, slopes and bends."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.opensim_model.coordinate_functions import (
    ChainedCurve,
    CoordinateFunction,
    PolynomialCurve,
    ScaledCurve,
    SineCurve,
    chain,
    cubic_spline,
    read_function,
    straight_pieces,
)
from psoas.opensim_model.model_xml import read_model_xml
from tests.opensim_model.small_models import written

X = np.array([-1.0, -0.2, 0.5, 0.9, 1.7, 2.0])
Y = np.array([0.3, -0.4, 0.1, 0.8, 0.2, 0.25])
CURVES: list[CoordinateFunction] = [
    cubic_spline(X, Y),
    cubic_spline(X[:3], Y[:3]),
    cubic_spline(X[:2], Y[:2]),
    straight_pieces(X, Y),
    PolynomialCurve((2.0, -1.0, 0.5, 3.0)),
    PolynomialCurve((4.0,)),
    ScaledCurve(cubic_spline(X, Y), 1.3),
    SineCurve(0.5, 2.0, 0.3, 1.0),
    ChainedCurve(cubic_spline(X, Y), PolynomialCurve((0.4, 0.1, 0.2))),
]


@pytest.mark.parametrize("curve", CURVES)
def test_slope_and_bend_are_the_derivatives(curve: CoordinateFunction) -> None:
    at, step = np.array([-1.6, -0.7, 0.13, 0.6, 1.2, 1.9, 2.6]), 1e-5
    _, slope, bend = curve(at)
    (above, rise, _), (below, fall, _) = curve(at + step), curve(at - step)
    assert slope == pytest.approx((above - below) / (2 * step), abs=1e-8)
    assert bend == pytest.approx((rise - fall) / (2 * step), abs=1e-6)


def test_a_cubic_through_its_own_points_is_itself() -> None:
    def cubic(x: Floats) -> Floats:
        return np.asarray(0.5 * x**3 - x**2 + 0.2 * x + 1.0)

    at = np.linspace(-1.0, 2.0, 40)
    assert cubic_spline(X, cubic(X))(at)[0] == pytest.approx(cubic(at), abs=1e-12)


def test_curves_pass_their_points_and_go_on_straight() -> None:
    for curve in (cubic_spline(X, Y), straight_pieces(X, Y)):
        assert curve(X)[0] == pytest.approx(Y)
        value, slope, bend = curve(np.array([2.0, 2.5, 3.0]))
        assert value[2] - value[1] == pytest.approx(value[1] - value[0])
        assert slope[2] == pytest.approx(slope[0])
        assert bend[1:].tolist() == [0.0, 0.0]


def test_lines_of_lines_stay_lines() -> None:
    found = chain(PolynomialCurve((2.0, 1.0)), PolynomialCurve((3.0, -1.0)))
    assert found == PolynomialCurve((6.0, -1.0))
    assert chain(PolynomialCurve((5.0,)), PolynomialCurve((3.0, -1.0)))(np.array([2.0]))[1].tolist() == [0.0]


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        ("<Constant><value>0.3</value></Constant>", 5.0, 0.3),
        ("<LinearFunction><coefficients>2 1</coefficients></LinearFunction>", 3.0, 7.0),
        ("<function><PolynomialFunction><coefficients>1 0 2</coefficients></PolynomialFunction></function>", 3.0, 11.0),
        ("<MultiplierFunction><function><Constant><value>2</value></Constant></function><scale>4</scale>"
         "</MultiplierFunction>", 0.0, 8.0),
        ("<PiecewiseLinearFunction><x>0 1 3</x><y>0 1 0</y></PiecewiseLinearFunction>", 2.0, 0.5),
        ("<NaturalCubicSpline><x>0 1</x><y>0 2</y></NaturalCubicSpline>", 0.25, 0.5),
    ],
)  # fmt: skip
def test_each_kind_is_read(tmp_path: Path, text: str, at: float, value: float) -> None:
    function = read_function(read_model_xml(written(tmp_path, f"<x>{text}</x>")), "knee")
    assert function is not None
    assert function(np.array([at]))[0].tolist() == pytest.approx([value])


@pytest.mark.parametrize(
    "text",
    [
        "<GCVSpline><x>0 1</x></GCVSpline>",
        "<SimmSpline><x>0 0 1</x><y>0 1 2</y></SimmSpline>",
        "<SimmSpline><x>0</x><y>0</y></SimmSpline>",
        "<SimmSpline><x>0 1</x><y>0 1 2</y></SimmSpline>",
        "<MultiplierFunction><scale>2</scale></MultiplierFunction>",
        "<LinearFunction/>",
    ],
)
def test_what_cannot_be_a_function_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_function(read_model_xml(written(tmp_path, f"<x>{text}</x>")), "knee")
    assert "'knee'" in str(caught.value)
