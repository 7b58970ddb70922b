"""How somebody breathed, from a recorded signal that is handed in: read, told in sentences, and not kept."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import Value
from psoas.knowledge.breath_techniques import BreathPhase, BreathTechnique, breath_pattern
from psoas.services.file_uploads import MB, UploadKind, store_upload
from psoas.session.breath_analysis import (
    EVEN,
    FAIRLY_EVEN,
    BreathAnalysis,
    BreathSignal,
    analyze_breathing,
    measure_adherence,
    read_signal,
)

SIGNALS = (
    UploadKind("text", (".csv",), 8 * MB),
    UploadKind("wav", (".wav",), 8 * MB, (b"RIFF",)),
    UploadKind("edf", (".edf",), 64 * MB, (b"0       ",)),
)
"""What may be handed in. Text is the slowest to read: 8 MB are hours of it. An EDF begins with its version, "0" and
seven spaces."""
MOST = 65 * MB
"""The largest file, and room for the rest of the form."""
ACCEPT = ",".join(suffix for kind in SIGNALS for suffix in kind.suffixes)
OUT = ("out", "hum", "hold_empty", "rest")
"""Phases between full lungs and the next breath in."""

LEVEL_S = 0.2
"""A smaller lag is none (assumed): turning points are not found more exactly."""


@dataclass(frozen=True)
class BreathStatement:
    """One thing that was found, and what it does not tell."""

    words: str
    limit: str


async def read_breath_upload(
    form: FormData, technique: BreathTechnique
) -> tuple[tuple[BreathStatement, ...], tuple[str, ...]]:
    """What a form's recording shows; or nothing, and every fault. The file is gone when this returns."""
    faults: list[str] = []
    start_s = _start(str(form.get("start", "")).strip().replace(",", "."), faults)
    upload = form.get("signal")
    if not isinstance(upload, UploadFile) or not upload.filename:
        return (), (text("breath.signal.none"), *faults)
    with TemporaryDirectory(prefix="psoas-") as folder:
        try:
            path = await store_upload(upload, Path(folder), SIGNALS)
            path = path.rename(path.with_name(path.name.split("_", 1)[1]))  # faults name the file as the person does
            column = str(form.get("column", "")).strip()
            signal = await run_in_threadpool(read_signal, path, column=column)
            if not faults:
                return await run_in_threadpool(breath_statements, signal, technique, start_s=start_s), ()
        except InputError as error:
            faults += error.faults
    return (), tuple(faults)


def breath_statements(
    signal: BreathSignal, technique: BreathTechnique, *, start_s: float = 0.0
) -> tuple[BreathStatement, ...]:
    """Rate, share of the breath out, regularity, and how closely the pattern was followed that began ``start_s`` into
    the signal. Raises ``InputError`` for a signal that cannot be used."""
    found = analyze_breathing(signal)
    if found.per_minute is None or found.out_share is None or found.spread is None:
        return (BreathStatement(text("breath.signal.no_breath"), text("breath.signal.no_breath_limit")),)
    phases = _asked(technique, signal.seconds - start_s)
    cycle_s = sum(one.seconds for one in phases)
    starts = sum(one.phase == "in" for one in phases)
    asked = {
        "pace": _plain(60 * starts / cycle_s) if phases else "",
        "end": _plain(technique.per_minute),
        "ramp": f"{technique.ramp_min:g}",
        "part": _plain(100 * sum(one.seconds for one in phases if one.phase in OUT) / cycle_s, 0) if phases else "",
    }
    measured: dict[str, Value] = {
        "rate": _plain(found.per_minute), "count": len(found.out_s), "share": _plain(100 * found.out_share, 0),
        "spread": _plain(100 * found.spread, 0),
    }  # fmt: skip
    pace = "pace" if asked["pace"] in ("", asked["end"]) else "pace_ramp"
    kind = "even" if found.spread < EVEN else "fairly" if found.spread < FAIRLY_EVEN else "uneven"
    return (
        BreathStatement(
            text("breath.signal.rate", **measured) + _beside(pace, asked), text("breath.signal.rate_limit")
        ),
        BreathStatement(
            text("breath.signal.out", **measured) + ("" if _full(technique) else _beside("part", asked)),
            text("breath.signal.out_limit_held" if _full(technique) else "breath.signal.out_limit"),
        ),
        BreathStatement(text(f"breath.signal.{kind}", **measured), text("breath.signal.even_limit")),
        _following(found, phases, start_s),
    )


def _following(found: BreathAnalysis, phases: Sequence[BreathPhase], start_s: float) -> BreathStatement:
    asked = sum(one.phase == "in" for one in phases)
    if asked < 2:
        return BreathStatement(text("breath.signal.short"), text("breath.signal.short_limit"))
    close = measure_adherence(found, phases, start_s=start_s)
    lag = "level" if abs(close.behind_s) < LEVEL_S else "behind" if close.behind_s > 0 else "ahead"
    words = text("breath.signal.followed", done=round(close.share * asked), asked=asked)
    if close.share:
        words += " " + text(f"breath.signal.{lag}", seconds=_plain(abs(close.behind_s)))
    return BreathStatement(words, text("breath.signal.followed_limit"))


def _asked(technique: BreathTechnique, seconds: float) -> tuple[BreathPhase, ...]:
    """The phases of the pattern that fit into so many seconds, up to the technique's longest session."""
    try:
        phases = breath_pattern(technique, min(seconds / 60, technique.most_minutes))
    except InputError:  # less than one breath of it
        return ()
    return tuple(one for one in phases if one.phase != "free")


def _full(technique: BreathTechnique) -> bool:
    """Whether full lungs are held: then it is not seen where the breath out begins."""
    return any(step.phase == "hold_full" for step in technique.cycle)


def _beside(name: str, asked: dict[str, str]) -> str:
    return " " + text(f"breath.signal.asked_{name}", **asked) if asked[name.split("_")[0]] else ""


def _start(given: str, faults: list[str]) -> float:
    try:
        value = float(given or 0)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 24 * 3600:
        faults.append(text("breath.signal.start_fault", given=given[:20]))
        return 0.0
    return value


def _plain(value: float, places: int = 1) -> str:
    return f"{value:.{places}f}".removesuffix(".0")
