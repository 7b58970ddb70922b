"""What a model holds that is not used, and files that are no model: one line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.opensim_model import read_model
from tests.opensim_model.small_models import arm, body, document, joint, muscle, point, written

LINE = muscle("line", point("a", "upper", (0.1, 0.05, 0.0)) + point("b", "lower", (0.2, 0.05, 0.0)))
BY_FUNCTION = '<Millard2012EquilibriumMuscle name="{}">{}</Millard2012EquilibriumMuscle>'
PATH = '<FunctionBasedPath name="path"><coordinate_paths>/jointset/elbow/bend</coordinate_paths></FunctionBasedPath>'


def test_muscles_whose_path_is_no_line_of_points_share_one_line(tmp_path: Path) -> None:
    forces = LINE + BY_FUNCTION.format("one", PATH) + BY_FUNCTION.format("two", f"<path>{PATH}</path>")
    parts = read_model(written(tmp_path, arm(forces=forces)))
    assert [each.name for each in parts.muscles] == ["line"]
    said = [render(note) for note in parts.left_out]
    assert len(said) == 1 and "FunctionBasedPath" in said[0] and "one" in said[0] and "two" in said[0]


def test_a_model_without_mass_says_so(tmp_path: Path) -> None:
    parts = read_model(written(tmp_path, document(body("upper", mass=0.0), joint("WeldJoint", "b", "ground", "upper"))))
    assert [note.code for note in parts.left_out] == ["osim-massless"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<html/>", "'html'"),
        ("<OpenSimDocument Version='40000'><ScaleTool/></OpenSimDocument>", "'OpenSimDocument/ScaleTool'"),
        ("<OpenSimDocument Version='40000'/>", "'OpenSimDocument'"),
    ],
)
def test_another_document_is_named(tmp_path: Path, text: str, found: str) -> None:
    with pytest.raises(InputError, match=found):
        read_model(written(tmp_path, text))


def test_what_is_wrong_is_said_with_its_owner(tmp_path: Path) -> None:
    broken = LINE.replace("/bodyset/lower", "/bodyset/nowhere")
    with pytest.raises(InputError, match="'b': there is no frame '/bodyset/nowhere'"):
        read_model(written(tmp_path, arm(forces=broken)))
