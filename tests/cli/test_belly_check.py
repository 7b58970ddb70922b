"""``psoas belly-check``: asks what the answers do not decide, and says yes, or no with the reason."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from psoas.cli import REFUSED, app
from psoas.intake.answers_parser import read_answers
from psoas.knowledge.belly_check import belly_questions

ASKED = len(belly_questions())


def test_all_no_opens_and_gives_the_lines_to_keep(tmp_path: Path) -> None:
    got = CliRunner().invoke(app, ["belly-check"], input="n\n" * ASKED)
    assert got.exit_code == 0 and "You can add the gentle belly release" in got.output
    kept = tmp_path / "answers.toml"
    kept.write_text(got.output[got.output.index("[belly_check]") :], encoding="utf-8")
    assert set(read_answers(kept).belly_check) == set(belly_questions())
    again = CliRunner().invoke(app, ["belly-check", str(kept)], input="n\n" * ASKED)
    assert again.exit_code == 0


def test_a_yes_says_why_not() -> None:
    got = CliRunner().invoke(app, ["belly-check"], input="y\n" + "n\n" * ASKED)
    assert got.exit_code == REFUSED and "widened artery" in got.output and "not for you right now" in got.output


def test_a_stop_is_not_asked_about(tmp_path: Path) -> None:
    told = tmp_path / "answers.toml"
    told.write_text("[answers]\ncalf_swollen = true\n", encoding="utf-8")
    got = CliRunner().invoke(app, ["belly-check", str(told)])
    assert got.exit_code == REFUSED and "A swollen leg" in got.output and "[y/N]" not in got.output
