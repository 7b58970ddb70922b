"""Names say what is inside: none of the old ones is back, and none is a participle by itself."""

from __future__ import annotations

import pytest

from scripts import list_names


def test_no_old_name_is_left() -> None:
    assert list_names.faults(list_names.list_names()) == []


def test_old_names_and_bare_participles_are_found() -> None:
    names = {
        "psoas/web/told.py": ["everything", "save_answers"],
        "psoas/web/forms.py": [],
        "psoas/store/tables.py": ["checked_rows"],
        "psoas/body/tables.py": ["decided", "speed"],
        "frontend/src/session/machine.ts": [],
        "frontend/src/shared/rules.generated.ts": [],
    }
    assert list_names.faults(names) == [
        "psoas/web/told.py: the module's name says nothing",
        "psoas/web/told.py: everything()",
        "psoas/body/tables.py: the module's name says nothing",
        "psoas/body/tables.py: decided()",
        "frontend/src/session/machine.ts: the module's name says nothing",
    ]


def test_the_list_names_every_module_with_its_functions(capsys: pytest.CaptureFixture[str]) -> None:
    list_names.main()
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("psoas/core/message.py: ") and "to_json" in line for line in lines)
    assert len(lines) > 250
