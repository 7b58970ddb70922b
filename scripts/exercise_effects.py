"""Writes what every exercise does (effects.toml) and the page about the library; prints how far simulated activity
agrees with people's. With ``--check`` it only says whether both files are still true, with ``--bench`` it prints the
agreement of the committed effects."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import spearmanr

from psoas.exercises.exercise_simulation import (
    Effects,
    EffectTable,
    committed_effects,
    effect_quantity,
    reference_body,
    simulate_effects,
    standing_effects,
)
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.exercise_tables import exercise_sources
from psoas.knowledge.practice_codes import EXERCISE_STRANDS

ROOT = Path(__file__).resolve().parents[1]
EFFECTS = ROOT / "psoas" / "knowledge" / "data" / "effects.toml"
PAGE = ROOT / "docs" / "exercises.md"
HEAD = """# What each exercise does, the most over its keyframes, computed by scripts/exercise_effects.py on a man of
# 70 kg and 1.75 m: never edit by hand. Percent of standing length, newtons, activation 0 to 1, body weights, N m.
"""
RELATIVE, NEAR_ZERO = 1e-3, 1e-4
LEAST_RANKED = 3
"""A study with fewer exercises than this has no order to compare."""
WORKING, OTHER = "right", "left"
ORDERS = {
    "activation.psoas": (
        ("straight_leg_raise",), ("dead_bug_hold",), ("push_up", "side_plank", "push_up_knees"), ("curl_up",),
        ("bridge",), ("standing", "seated_belly_breath"),
    ),
    "lumbar_compression_n.L4_L5": (
        ("bird_dog",), ("side_plank",), ("quadruped_hip_extension", "quadruped_leg_long", "curl_up"),
        ("dead_bug_hold",), ("bridge",), ("standing", "seated_belly_breath"), ("legs_on_chair",),
    ),
}  # fmt: skip
"""Orders that laboratories found, from most to least, ties together, of exercises that are here: psoas by fine wire
(Juker 1998 and others), L4/5 by models driven by EMG (Axler 1997, Callaghan 1998). Sitting tall stands for sitting, the
calves on a chair for lying."""


def computed() -> dict[str, Effects]:
    """Effects of quiet standing and of every exercise on the reference body."""
    body = reference_body()
    return {"standing": standing_effects(body)} | {
        name: simulate_effects(body, one) for name, one in exercises().items()
    }


def written(found: Mapping[str, Effects]) -> str:
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


def agreement(found: Mapping[str, Effects]) -> list[tuple[str, str, float, list[tuple[str, float, float]]]]:
    """By study and muscle: Spearman's rank correlation, and each exercise with published %MVIC and simulated percent
    of full activation, the working side or, where the study says so, the other."""
    rows: dict[tuple[str, str], list[tuple[str, float, float]]] = {}
    for name, one in exercises().items():
        for side, published, label in (
            (WORKING, one.published, one.label),
            (OTHER, one.published_other, f"{one.label}, other leg"),
        ):
            for study, figures in published.items():
                for muscle, percent in figures.items():
                    ours = 100.0 * found[name]["activation"][muscle][side]
                    rows.setdefault((study, muscle), []).append((label, percent, ours))
    return [
        (study, muscle, float(spearmanr([r[1] for r in pairs], [r[2] for r in pairs]).statistic), pairs)
        for (study, muscle), pairs in sorted(rows.items())
        if len(pairs) >= LEAST_RANKED
    ]


def means(found: Mapping[str, Effects]) -> dict[str, float]:
    """Mean rank correlation over studies, by muscle; a part of a muscle counts as the muscle."""
    table = [(muscle.removesuffix("_superior"), rank) for _, muscle, rank, _ in agreement(found)]
    return {m: float(np.mean([rank for other, rank in table if other == m])) for m in sorted({m for m, _ in table})}


def agreement_lines(found: Mapping[str, Effects]) -> list[str]:
    """The agreement as a table, one row a study and muscle, and the mean by muscle."""
    lines = ["| study | muscle | exercises | rank correlation |", "| --- | --- | --- | --- |"]
    for study, muscle, rank, pairs in agreement(found):
        lines.append(f"| {exercise_sources()[study].title} | {spoken(muscle)} | {len(pairs)} | {rank:+.2f} |")
    return lines + [f"| mean of studies | {spoken(muscle)} | | {rank:+.2f} |" for muscle, rank in means(found).items()]


def spoken(muscle: str) -> str:
    """A muscle's name as words: "gluteus maximus, superior part"."""
    whole = muscle.removesuffix("_superior")
    return whole.replace("_", " ") + (", superior part" if whole != muscle else "")


def miss_lines(found: Mapping[str, Effects]) -> list[str]:
    """Every exercise beside its published figures."""
    lines = ["| study | muscle | exercise | published, %MVIC | simulated, % |", "| --- | --- | --- | --- | --- |"]
    for study, muscle, _, pairs in agreement(found):
        for label, percent, ours in sorted(pairs, key=lambda pair: -pair[1]):
            title = exercise_sources()[study].title
            lines.append(f"| {title} | {spoken(muscle)} | {label} | {percent:.0f} | {ours:.0f} |")
    return lines


def order(found: Mapping[str, Effects | EffectTable], key: str) -> tuple[int, int, list[str]]:
    """How many pairs of exercises from different tiers of a published order come out in that order, of how many, and
    those that do not, as words."""
    tiers, wrong, pairs = ORDERS[key], [], 0
    for i, tier in enumerate(tiers):
        for more in tier:
            for less in (name for later in tiers[i + 1 :] for name in later):
                pairs += 1
                if not effect_quantity(found[more], key) > effect_quantity(found[less], key):
                    wrong.append(f"{more} below {less}")
    return pairs - len(wrong), pairs, wrong


def order_lines(found: Mapping[str, Effects]) -> list[str]:
    """The published orders, with computed figures, and what comes out the other way round."""
    lines = []
    for key in ORDERS:
        right, pairs, wrong = order(found, key)
        shown = {name: effect_quantity(found[name], key) for tier in ORDERS[key] for name in tier}
        said = {
            name: f"`{name}` {value:.0f}" if value >= 1 else f"`{name}` {value:.2f}" for name, value in shown.items()
        }
        figures = " > ".join(", ".join(said[name] for name in tier) for tier in ORDERS[key])
        misses = f" The other way round: {'; '.join(wrong)}." if wrong else ""
        lines.append(f"- `{key}`: {right} of {pairs} pairs in the published order, {figures}.{misses}")
    return lines


def library_lines(found: Mapping[str, Effects]) -> list[str]:
    """One row an exercise: what it does to the psoas and what it loads."""
    lines = [
        "| exercise | strand | psoas longest, % of standing | psoas force, N | gluteus maximus, % | gluteus medius, % "
        "| L4/5 compression, N | hip, body weights |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for strand in EXERCISE_STRANDS:
        for name, one in exercises().items():
            if one.strand == strand:
                lines.append(_library_line(name, one.label, strand, found[name]))
    return lines


def _library_line(name: str, label: str, strand: str, row: Effects) -> str:
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
    return [f"- `{key}`: {row.citation} ({row.status})" for key, row in exercise_sources().items()]


def page(text: str, found: Mapping[str, Effects]) -> str:
    """The page with its generated parts anew."""
    parts = {
        "library": library_lines(found),
        "agreement": agreement_lines(found),
        "orders": order_lines(found),
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
    if arguments == ["--bench"]:
        print(
            "\n".join(
                [
                    *agreement_lines(committed_effects()),
                    "",
                    *order_lines(committed_effects()),
                    "",
                    *miss_lines(committed_effects()),
                ]
            )
        )
        return 0
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
    print("\n".join([*agreement_lines(found), "", *order_lines(found), "", *miss_lines(found)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
