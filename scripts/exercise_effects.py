"""Writes what every exercise does (effects.toml) and the page about the library; prints how far simulated activity
agrees with people's. With ``--check`` it only says whether both files are still true."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import spearmanr

from psoas.knowledge.exercises import STRANDS, exercise_sources, exercises
from psoas.knowledge.simulate import Json, effects_of, reference_body, standing_effects

ROOT = Path(__file__).resolve().parents[1]
EFFECTS = ROOT / "psoas" / "knowledge" / "data" / "effects.toml"
PAGE = ROOT / "docs" / "exercises.md"
HEAD = """# What each exercise does, the most over its keyframes, computed by scripts/exercise_effects.py on a man of
# 70 kg and 1.75 m: never edit by hand. Percent of standing length, newtons, activation 0 to 1, body weights, N m.
"""
RELATIVE, NEAR_ZERO = 1e-3, 1e-4
LEAST_RANKED = 3
"""A study with fewer exercises than this has no order to compare."""
WORKING = "right"


def computed() -> dict[str, Json]:
    """Effects of quiet standing and of every exercise on the reference body."""
    body = reference_body()
    return {"standing": standing_effects(body)} | {name: effects_of(body, one) for name, one in exercises().items()}


def written(found: Mapping[str, Json]) -> str:
    """Effects as TOML."""
    lines = [HEAD]
    for name, row in found.items():
        lines.append(f"[{name}]")
        lines += [f"{key} = {_inline(value)}" for key, value in row.items()]
        lines.append("")
    return "\n".join(lines)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_inline(inner)}" for key, inner in value.items()) + " }"
    return repr(float(value))


def differences(old: Any, new: Any, where: str = "") -> Iterator[str]:
    """Places where two tables differ by more than a thousandth (numbers near zero by as much in their own unit)."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted(set(old) | set(new)):
            yield from differences(old.get(key), new.get(key), f"{where}.{key}".strip("."))
    elif old is None or new is None or not np.isclose(old, new, rtol=RELATIVE, atol=NEAR_ZERO):
        yield f"{where}: {old} is now {new}"


def agreement(found: Mapping[str, Json]) -> list[tuple[str, str, float, list[tuple[str, float, float]]]]:
    """By study and muscle: Spearman's rank correlation, and each exercise with published %MVIC and simulated percent
    of full activation, the working side."""
    rows: dict[tuple[str, str], list[tuple[str, float, float]]] = {}
    for name, one in exercises().items():
        for study, figures in one.published.items():
            for muscle, percent in figures.items():
                ours = 100.0 * found[name]["activation"][muscle][WORKING]
                rows.setdefault((study, muscle), []).append((name, percent, ours))
    return [
        (study, muscle, float(spearmanr([r[1] for r in pairs], [r[2] for r in pairs]).statistic), pairs)
        for (study, muscle), pairs in sorted(rows.items())
        if len(pairs) >= LEAST_RANKED
    ]


def agreement_lines(found: Mapping[str, Json]) -> list[str]:
    """The agreement as a table, one row a study and muscle, and the mean by muscle."""
    table = agreement(found)
    lines = ["| study | muscle | exercises | rank correlation |", "| --- | --- | --- | --- |"]
    for study, muscle, rank, pairs in table:
        lines.append(
            f"| {exercise_sources()[study]['title']} | {muscle.replace('_', ' ')} | {len(pairs)} | {rank:+.2f} |"
        )
    for muscle in sorted({row[1] for row in table}):
        ranks = [row[2] for row in table if row[1] == muscle]
        lines.append(f"| mean of studies | {muscle.replace('_', ' ')} | | {np.mean(ranks):+.2f} |")
    return lines


def miss_lines(found: Mapping[str, Json]) -> list[str]:
    """Every exercise beside its published figures."""
    lines = ["| study | muscle | exercise | published, %MVIC | simulated, % |", "| --- | --- | --- | --- | --- |"]
    for study, muscle, _, pairs in agreement(found):
        for name, percent, ours in sorted(pairs, key=lambda pair: -pair[1]):
            label = f"{exercise_sources()[study]['title']} | {muscle.replace('_', ' ')}"
            lines.append(f"| {label} | {exercises()[name].label} | {percent:.0f} | {ours:.0f} |")
    return lines


def library_lines(found: Mapping[str, Json]) -> list[str]:
    """One row an exercise: what it does to the psoas and what it loads."""
    lines = [
        "| exercise | strand | psoas longest, % of standing | psoas force, N | gluteus maximus, % | gluteus medius, % "
        "| L4/5 compression, N | hip, body weights |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for strand in STRANDS:
        for name, one in exercises().items():
            if one.strand == strand:
                lines.append(_library_line(name, one.label, strand, found[name]))
    return lines


def _library_line(name: str, label: str, strand: str, row: Json) -> str:
    force = max(row["psoas_force_n"].values(), key=lambda band: float(band["median"]))
    active = row["activation"]
    return (
        f"| `{name}` {label} | {strand} | {max(row['psoas_length_percent'].values()):.0f} | {force['median']:.0f} "
        f"({force['low']:.0f} to {force['high']:.0f}) | {100 * max(active['gluteus_maximus'].values()):.0f} | "
        f"{100 * max(active['gluteus_medius'].values()):.0f} | {row['lumbar_compression_n']['L4_L5']:.0f} | "
        f"{max(row['hip_load_bw'].values()):.1f} |"
    )


def source_lines() -> list[str]:
    """The library's own sources in full."""
    return [f"- `{key}`: {row['citation']} ({row['status']})" for key, row in exercise_sources().items()]


def page(text: str, found: Mapping[str, Json]) -> str:
    """The page with its generated parts anew."""
    parts = {
        "library": library_lines(found),
        "agreement": agreement_lines(found),
        "misses": miss_lines(found),
        "sources": source_lines(),
    }
    for name, lines in parts.items():
        before, rest = text.split(f"<!-- {name} -->")
        after = rest.split(f"<!-- end {name} -->")[1]
        inner = "\n".join(lines)
        text = f"{before}<!-- {name} -->\n\n{inner}\n\n<!-- end {name} -->{after}"
    return text


def main(arguments: list[str]) -> int:
    """Write both files, or check them; 1 when one is stale."""
    found = computed()
    text = written(found)
    if arguments == ["--check"]:
        stale = list(differences(tomllib.loads(EFFECTS.read_text()), tomllib.loads(text)))
        if PAGE.read_text() != page(PAGE.read_text(), tomllib.loads(EFFECTS.read_text())):
            stale.append(f"{PAGE.name}: the tables are not those of the effects")
        print("\n".join(stale) or "effects and page are true", file=sys.stderr if stale else sys.stdout)
        return int(bool(stale))
    EFFECTS.write_text(text)
    PAGE.write_text(page(PAGE.read_text(), found))
    print("\n".join([*agreement_lines(found), "", *miss_lines(found)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
