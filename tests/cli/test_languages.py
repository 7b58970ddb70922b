"""The terminal in a pseudo language: no English of ours is left, and the language is chosen where it should be."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from psoas.body.postures import postures
from psoas.cli import app
from psoas.cli.translated_commands import choose_language
from psoas.core.pseudo import find_untranslated
from psoas.core.sources import STATUS
from psoas.knowledge.breath_techniques import list_breath_techniques
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.exercise_tables import exercise_sources
from psoas.knowledge.massage_guides import list_massage_guides
from psoas.knowledge.practice_codes import PLACES
from psoas.knowledge.practice_sources import all_sources
from tests.recording_worlds import standing, storage_text, trc_text

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
FRAME = ("Usage", "OPTIONS", "COMMAND", "ARGS", "Options", "Commands", "Arguments", "default", "required")
"""Words that typer prints around our help texts, in English whatever the language."""
NAMES = re.compile(r"--[\w-]+|<[\w \[\]]+>|\{\w+\}|[\w-]*[/.]\w+|\b[A-Z]+=[A-Z]+\b|\w+_\w+|\b(?:psoas|root)\b")
"""Names that are the same in every language: options, types, files, placeholders, identifiers, the program."""
VALUES = ("CODE", "DIR", "URL", "auto", "static", "file", "files", "name", "keys", "folder", "answers", *COMMANDS)
"""Placeholders, defaults, and names of arguments and commands."""


def run(*arguments: str, language: str = "en-XA") -> Result:
    return CliRunner().invoke(app, [*(["--lang", language] if language else []), *arguments], env={"COLUMNS": "200"})


def english(said: str) -> list[str]:
    """Words of ours that were not translated."""
    said = re.sub(r"[│╭╮╰╯─\n]+", " ", said)
    return find_untranslated(NAMES.sub(" ", said), (*FRAME, *VALUES))


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_translated(name: str) -> None:
    found = run(*([name] if name else []), "--help")
    assert found.exit_code == 0 and "⟦" in found.output
    assert english(found.output) == []


def test_the_rule_can_fail() -> None:
    assert english("Usage: psoas [OPTIONS]  ⟦Ĥéĺƥ⟧ --up <path> [default: auto]") == []
    assert english("--mass <float> Mass in kilograms.") == ["Mass", "kilograms"]


BAD = {
    "mass": ["analyze", "walk.trc", "--mass", "-5"],
    "person": ["analyze", "walk.trc", "--person", "p.toml", "--mass", "60"],
    "no_person": ["analyze", "walk.trc", "--person", "p.toml"],
    "up": ["analyze", "walk.trc", "--up", "w"],
    "gone": ["analyze", "gone.trc"],
    "static": ["analyze", "walk.trc", "--static", "walk.mot"],
    "names": ["analyze", "walk.trc", "walk.trc"],
    "lengths": ["analyze", "walk.trc", "--lengths-only", "--bracing", "0.5"],
    "tightness": ["analyze", "walk.trc", "--tightness", "right=much"],
    "posture": ["posture", "flying", "--set", "hip_flexion_r=wide"],
    "forces": ["posture", "standing", "--support", "sitting"],
    "source": ["sources", "nobody2001"],
    "place": ["places", "nowhere"],
}
"""Uses that cannot work, each of another kind."""


@pytest.mark.parametrize("name", list(BAD))
def test_faults_are_translated(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "walk.trc").write_text(trc_text(standing() * 1000))
    (tmp_path / "walk.mot").write_text(storage_text(["time", "hip_flexion_r"], [[0.0, 1.0], [0.1, 2.0]]))
    found = run(*BAD[name])
    assert found.exit_code == 2 and "Traceback" not in found.output
    assert "⟦" in found.output and english(found.output) == []


def test_what_a_command_says_about_its_work_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "knee.mot").write_text(
        storage_text(["time", "hip_flexion_r", "soul"], [[0.1 * i, 2.0 * i, 1.0] for i in range(8)])
    )
    found = run("analyze", "knee.mot")
    assert found.exit_code == 0, found.output
    assert "⟦" in found.output and english(found.output) == []


EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples/answers.toml")
OUTPUTS: dict[str, list[str]] = {
    "posture": ["posture"],
    "posture_forces": ["posture", "lunge", "--forces"],
    "posture_set": ["posture", "--set", "hip_flexion_r=40"],
    "exercise": ["exercise", "dead_bug"],
    "exercises": ["exercises"],
    "sources": ["sources"],
    "places": ["places"],
    "place": ["places", "home_full"],
    "assess": ["assess", EXAMPLE],
    "plan": ["plan", EXAMPLE, "--out", "plan"],
    "cohort": ["cohort", "study", "--out", "rows.parquet"],
}
"""Every command whose work ends in words, as people call it."""


def same_everywhere() -> list[str]:
    """What has no translation: who wrote a source, names that people type, and what they wrote themselves."""
    known = [*all_sources().values(), *exercise_sources().values()]
    names = [*exercises(), *postures(), *list_breath_techniques(), *list_massage_guides(), "retreat"]
    cited = [words for one in known for words in (one.citation, one.title)]
    events = tomllib.loads(Path(EXAMPLE).read_text())["events"]
    own = [event["words"] for event in events]
    return [
        *own,
        *cited,
        *(one.key for one in known),
        *STATUS,
        *names,
        *(name.replace("_", " ") for name in names),
        *PLACES,
    ]


@pytest.mark.parametrize("name", list(OUTPUTS))
def test_what_a_command_prints_is_translated(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "study").mkdir()
    for file in ("anna_static.trc", "ben_static.trc", "walk.trc"):  # whose walk it is cannot be told
        (tmp_path / "study" / file).write_text(trc_text(standing() * 1000))
    found = run(*OUTPUTS[name])
    assert found.exit_code == 0, found.output
    assert "⟦" in found.output
    assert find_untranslated(NAMES.sub(" ", drop(found.output, same_everywhere()))) == []


def drop(said: str, phrases: list[str]) -> str:
    """A text without some phrases, the longest first."""
    for phrase in sorted(phrases, key=len, reverse=True):
        said = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", said)
    return said


def test_the_language_is_that_of_the_option_then_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("PSOAS_LANG", raising=False)
    assert choose_language(["analyze", "--help"]) == "en"
    monkeypatch.setenv("PSOAS_LANG", "en-XA")
    assert choose_language(["analyze", "--help"]) == "en-XA"
    assert choose_language(["--lang", "en", "analyze"]) == "en"
    assert choose_language(["--lang=EN-xk", "analyze"]) == "en-XK"
    assert choose_language(["analyze", "--lang", "en"]) == "en-XA", "after the command it is the command's"
    monkeypatch.setenv("PSOAS_LANG", "tlh_KX.UTF-8")
    assert choose_language([]) == "en"


def test_help_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PSOAS_LANG", "en-XA")
    assert "⟦" in run("--help", language="").output
    assert "⟦" not in run("--help", language="en").output


def test_an_unknown_language_is_refused_with_those_that_there_are() -> None:
    found = run("sources", language="xx")
    assert found.exit_code == 2 and "'xx'" in found.output and "en" in found.output


def test_completion_offers_words_not_keys() -> None:
    shell = {"_ROOT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "root an"}
    found = CliRunner().invoke(app, [], env=shell, prog_name="root")
    assert "Analyse recordings" in found.output and "cli.analyze" not in found.output


def test_help_waits_for_no_library_of_the_engine() -> None:
    code = "import sys; from psoas.cli import app; app(['--lang', 'en', '--help'], standalone_mode=False); "
    code += "print([name for name in ('numpy', 'mujoco', 'scipy', 'numba', 'fluent') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
