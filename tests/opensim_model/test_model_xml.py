"""XML of strangers: what is refused, and that nothing else than a told fault comes of damage."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from psoas.core.errors import InputError
from psoas.opensim_model import ImportedBody, read_model
from psoas.opensim_model.model_xml import MOST_DEPTH, read_model_xml
from tests.opensim_model.small_models import arm, muscle, point, wrap, written

BOMB = '<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><m>&b;</m>'


def code_of(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_model_xml(path)
    return caught.value.messages[0].code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "osim-doctype"),
        ('<!DOCTYPE m SYSTEM "file:///etc/passwd"><m/>', "osim-doctype"),
        ("<a>" * (MOST_DEPTH + 1), "osim-too_deep"),
        ("<a><b></a>", "osim-not_xml"),
        ("", "osim-not_xml"),
        ('<?xml version="1.0" encoding="no-such"?><a/>', "osim-not_xml"),
    ],
)
def test_what_no_model_needs_is_refused(tmp_path: Path, text: str, code: str) -> None:
    assert code_of(written(tmp_path, text)) == code


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.osim") == "osim-unreadable"
    assert code_of(tmp_path) == "osim-unreadable"


def test_numbers_are_checked_where_they_are_read(tmp_path: Path) -> None:
    root = read_model_xml(written(tmp_path, "<m><a>1 2,3</a><b>1 x</b><c>nan 1</c><d/><e>1e400</e></m>"))
    assert root.vector("a", (0.0, 0.0, 0.0)).tolist() == [1.0, 2.0, 3.0]
    assert root.vector("d", (4.0, 5.0)).tolist() == [4.0, 5.0]
    assert root.number("none", 7.0) == 7.0
    for tag in "bce":
        with pytest.raises(InputError):
            root.numbers(tag)
    with pytest.raises(InputError):
        root.vector("a", (0.0, 0.0))


@pytest.mark.parametrize("seed", range(4))
def test_damage_gives_a_body_or_a_told_fault(tmp_path: Path, seed: int) -> None:
    cylinder = wrap("WrapCylinder", "round", "<radius>0.03</radius><length>1</length>", at=(0.3, 0.0, 0.0))
    line = muscle("line", point("a", "upper", (0.1, 0.05, 0.0)) + point("b", "lower", (0.2, 0.05, 0.0)), ["round"])
    whole = arm(wraps=cylinder, forces=line).encode()
    drawn = random.Random(seed)
    refused = 0
    for _ in range(250):
        data = bytearray(whole)
        for _ in range(drawn.randint(1, 3)):
            at = drawn.randrange(len(data))
            kind = drawn.randrange(4)
            if kind == 0:
                data[at] = drawn.randrange(256)
            elif kind == 1:
                del data[at : at + drawn.randint(1, 40)]
            elif kind == 2:
                data[at:at] = data[at : at + drawn.randint(1, 200)]
            else:
                data[at:at] = drawn.choice([b"-", b"e9", b"1e308", b" 0", b"nan", b"/..", b"ground"])
        path = tmp_path / "damaged.osim"
        path.write_bytes(bytes(data))
        try:
            body = ImportedBody(read_model(path))
        except InputError as error:
            assert str(error)
            refused += 1
            continue
        assert np.isfinite(body.default_values()).all()
    assert 25 < refused < 250
