"""What ``psoas import`` prints of a model, and of what is none."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from psoas.cli import BAD_INPUT, DONE, app
from tests.opensim_model.leg_model import leg_model
from tests.opensim_model.small_models import arm, written

SPRING = '<BushingForce name="spring"/><BushingForce name="other"/>'


def test_a_model_is_counted_and_its_psoas_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["import", str(written(tmp_path, leg_model()))])
    assert done.exit_code == DONE
    assert "12 bodies, 12 joints" in done.output
    assert "Psoas: psoas_r, psoas_l" in done.output
    assert "begins at the pelvis" in done.output
    assert "Nothing is left out" in done.output


def test_each_thing_left_out_has_its_line(tmp_path: Path) -> None:
    welded = arm(
        forces=SPRING, more='<ControllerSet><objects><PrescribedController name="c"/></objects></ControllerSet>'
    )
    done = CliRunner().invoke(app, ["import", str(written(tmp_path, welded))])
    assert done.exit_code == DONE
    assert "2 things are left out" in done.output
    assert "2 forces of the kind 'BushingForce' are left out: spring, other." in done.output
    assert "ControllerSet" in done.output and "Psoas: none by name" in done.output


def test_what_is_no_model_ends_with_its_reason(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["import", str(written(tmp_path, "<html><body>Not found</body></html>"))])
    assert done.exit_code == BAD_INPUT
    assert "expected an OpenSimDocument" in done.output
