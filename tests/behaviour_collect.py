"""What is frozen, asked of the product as it is today: summaries, assessments, programs, and the numbers of pages."""

from __future__ import annotations

import gzip
import io
import json
import re
import sqlite3
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from starlette.testclient import TestClient

from tests.behaviour_compare import kept
from tests.behaviour_world import (
    DATABASE,
    LOG,
    RECORDINGS,
    STARTS,
    SUMMARY,
    SUMMARY_SCHEMA,
    analysed,
    assessed,
    opened,
    own,
    planned,
    toml,
)

SNAPSHOTS = Path(__file__).parent / "snapshots"
OLD = SNAPSHOTS / "data_0_1_0"
CASES = Path(__file__).parent / "assessment_cases"
DAY = date(2025, 3, 13)
"""Today, for the made-up person: a Thursday, with sessions of this week behind it."""
EVENING = 20
"""The hour of that day at which the old data folder is opened: after all that was kept, for the newest row counts."""
OLD_PAGES = (
    "/program", "/program/psoas.json", "/progress", "/findings", "/session", "/session/after", "/story", "/story/time",
    "/story/tests", "/measure",
)  # fmt: skip
"""What is opened of the old data folder, besides where it leads to."""
TEXT = ("value", "min", "max", "step", "datetime", "aria-valuenow")
"""Attributes whose numbers are frozen, besides those that begin with ``data-``."""
UNNUMBERED = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"  # an id, new each time
    r"|\?v=[0-9a-f]{12}"  # a mark that changes with the file behind it
    r"|\b\d+\.\d+\.\d+\b"  # a version
)
"""What holds digits and differs from run to run, or from release to release."""
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MINUS = "\u2212"
NUMBER = re.compile(rf"[-{MINUS}]?\d+(?:\.\d+)?(?:e[-+]?\d+)?")
CALENDAR = re.compile(r"^(?:DTSTART|DTEND|DURATION|RRULE|TRIGGER)[^:]*:(.*)$", re.MULTILINE)
"""The lines of a calendar that say when."""
LONG = 200
"""A list of more numbers than this is frozen by its sums."""
ABOUT = 40
Json = dict[str, Any]


def summaries(folder: Path) -> Json:
    """The summaries of the recordings; their folders are left for others."""
    return {name: kept(analysed(name, folder / name), "summary") for name in RECORDINGS}


def cases() -> list[str]:
    """The readable cases by name."""
    return sorted(path.stem for path in CASES.glob("*.toml"))


def case(name: str, folder: Path) -> Json:
    """What one case finds, and its program, as the commands say."""
    row = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    answers, measures = folder / "answers.toml", None
    answers.write_text(toml(row["given"]), encoding="utf-8")
    if row.get("given_measures"):
        measures = folder / "measures"
        measures.mkdir()
        text = json.dumps({"schema": SUMMARY_SCHEMA, **row["given_measures"]})
        (measures / SUMMARY).write_text(text, encoding="utf-8")
    return of_answers(answers, measures, row.get("plan", {}).get("options", {}), folder / "out")


def of_answers(answers: Path, measures: Path | None, options: Mapping[str, Any], out: Path) -> Json:
    """What answers lead to."""
    return {
        "assessment": kept(assessed(answers, measures), "assessment"),
        "program": kept(planned(answers, measures, options, out), "program"),
    }


def walked(client: TestClient, starts: tuple[str, ...] = STARTS, *, links: bool = True) -> Json:
    """Every page that can be reached by links, with its numbers, by address; an id in an address is its place among
    those that were met."""
    ids: dict[str, str] = {}
    found: Json = {}
    todo = list(starts)
    seen = set(todo)
    for address in todo:
        answer = client.get(address)
        page, leads = _page(address, answer.status_code, dict(answer.headers), answer.content, ids)
        found[_steady(address, ids)] = page
        for one in leads if links or "to" in page else ():
            if one not in seen:
                seen.add(one)
                todo.append(one)
    return found


def of_old_answers(folder: Path) -> Json:
    """What the old answers lead to: those of a file, and those that the app kept."""
    kept_ones = folder / "kept.toml"
    kept_ones.write_text(toml(json.loads((OLD / "answers.json").read_text(encoding="utf-8"))), encoding="utf-8")
    paths = {"answers.toml": OLD / "answers.toml", "answers.json": kept_ones}
    return {name: of_answers(path, None, {}, folder / f"out_{name}") for name, path in paths.items()}


def of_old_data(folder: Path) -> Json:
    """The pages of the old data folder, before and after its last session arrives."""
    client = opened(old_folder(folder))
    before = walked(client, OLD_PAGES, links=False)
    entries = json.loads((OLD / "session_log.json").read_text(encoding="utf-8"))
    new = [client.post(LOG, json=entries, headers=own(client)).json()["new"] for _ in range(2)]
    return {"before": before, "new": new, "after": walked(client, OLD_PAGES, links=False)}


def old_folder(folder: Path) -> Path:
    """The old data folder, made from its text."""
    with sqlite3.connect(folder / DATABASE) as database:
        database.executescript(gzip.decompress((OLD / "data.sql.gz").read_bytes()).decode("utf-8"))
    database.close()
    return folder


def freeze(path: Path, tree: Any) -> None:
    """Write a tree, the same bytes for the same tree."""
    text = json.dumps(shown(tree), sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0) if path.suffix == ".gz" else text.encode("utf-8"))


def frozen(name: str) -> Any:
    """A tree that was frozen."""
    data = (SNAPSHOTS / name).read_bytes()
    return json.loads(gzip.decompress(data) if name.endswith(".gz") else data)


def shown(tree: Any) -> Any:
    """A tree without what only helps to find the place of a number."""
    if isinstance(tree, Mapping):
        return {key: shown(one) for key, one in tree.items() if key != "near"}
    return [shown(one) for one in tree] if isinstance(tree, (list, tuple)) else tree


def _page(
    address: str, status: int, headers: Mapping[str, str], content: bytes, ids: dict[str, str]
) -> tuple[Json, list[str]]:
    """What is frozen of one answer, and where it leads."""
    kind = headers.get("content-type", "").partition(";")[0]
    if "location" in headers:
        return {"status": status, "to": _steady(headers["location"], ids)}, [headers["location"]]
    if kind == "text/html":
        reader = _Reader(address)
        reader.feed(content.decode("utf-8"))
        numbers = list(_numbers(reader.parts))
        made: Json = {"status": status, "numbers": [one for one, _ in numbers], "near": [near for _, near in numbers]}
        return made | ({"data": reader.data} if reader.data else {}), reader.links
    if kind == "application/json":
        tree = json.loads(content)
        name = "program" if "phases" in tree else "summary"
        return {"status": status, "data": {name: kept(tree, name)}}, []
    if kind == "text/calendar":
        numbers = list(_numbers(CALENDAR.findall(content.decode("utf-8").replace("\r", ""))))
        return {"status": status, "numbers": [one for one, _ in numbers], "near": [near for _, near in numbers]}, []
    if kind == "application/zip":
        return {"status": status, "files": sorted(zipfile.ZipFile(io.BytesIO(content)).namelist())}, []
    return {"status": status}, []


def _steady(address: str, ids: dict[str, str]) -> str:
    return UUID.sub(lambda one: ids.setdefault(one[0], f"ID{len(ids) + 1}"), address)


def _numbers(parts: list[str]) -> Iterator[tuple[float, str]]:
    for part in parts:
        text = UNNUMBERED.sub(" ", " ".join(part.split()))
        for one in NUMBER.finditer(text):
            near = text[max(0, one.start() - ABOUT) : one.end() + ABOUT]
            yield float(one[0].replace(MINUS, "-")), near


def _thin(tree: Any) -> Any:
    """The numbers of a tree: texts and what is empty without them are left out, long lists are told by their sums."""
    if isinstance(tree, Mapping):
        found = {key: _thin(one) for key, one in tree.items()}
        return {key: one for key, one in found.items() if one is not None} or None
    if isinstance(tree, list):
        plain = [one for one in tree if isinstance(one, (int, float))]
        if len(plain) > LONG:
            weighted = sum((place + 1) / len(plain) * one for place, one in enumerate(plain))
            return {"count": len(plain), "sum": sum(plain), "absolute": sum(map(abs, plain)), "weighted": weighted}
        inner = [_thin(one) for one in tree]
        return inner if any(one is not None for one in inner) else None
    return tree if isinstance(tree, (int, float)) else None


class _Reader(HTMLParser):
    """Texts and attributes in order, the JSON that scripts read, and the links of a page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.parts, self.links = address, list[str](), list[str]()
        self.data: Json = {}
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.parts += [value for key, value in given.items() if key in TEXT or key.startswith("data-")]
        if tag in ("script", "style"):
            self.within = given.get("id", "data") if given.get("type") == "application/json" else tag
        link = given.get("href" if tag == "a" else "src" if tag == "iframe" else "", "")
        whole = urlsplit(urljoin(f"http://here{self.address}", link))
        if link and whole.netloc == "here" and not link.startswith("#"):
            self.links.append(whole.path + (f"?{whole.query}" if whole.query else ""))

    def handle_endtag(self, tag: str) -> None:
        self.within = "" if tag in ("script", "style") else self.within

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.parts.append(data)
        elif self.within not in ("script", "style") and (found := _thin(json.loads(data))) is not None:
            self.data[self.within] = found
