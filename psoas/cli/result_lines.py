"""An analysis in a few lines of the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from psoas.analysis.left_out import left_out
from psoas.analysis.result import REFUSED, Analysis
from psoas.core.arrays import Floats
from psoas.core.catalogue import render, text
from psoas.core.message import Message, message
from psoas.core.sides import SIDES
from psoas.core.units import MM_PER_M


def result_lines(analysis: Analysis) -> Iterator[str]:
    """What was understood, what was put right, quality with its reasons, what was left out, the psoas of both sides,
    and the gait."""
    quality, recording = analysis.quality, analysis.recording
    rate, seconds = f"{recording.rate_hz:.4g}", f"{recording.duration_s:.1f}"
    yield text("cli.analyze.file", file=recording.path.name, frames=len(recording.time), rate=rate, seconds=seconds)
    yield from (f"  {render(line)}" for line in analysis.understood.describe())
    for repair in recording.repairs:
        yield f"  {text('cli.analyze.repaired', what=render(repair))}"
    file, seen = analysis.recording.path.name, f"{round(100 * quality.seen, 2):g}"
    yield text("cli.analyze.quality", file=file, status=quality.status, seen=seen)
    if quality.status != REFUSED:  # the reasons of a refusal go to standard error
        for reason in quality.reasons:
            yield f"  {_words(reason)}"
    yield from (f"  {render(note)}" for note in left_out(analysis.notes))
    if quality.status != REFUSED:
        yield from (f"  {render(line)}" for line in (*_psoas(analysis), *_gait(analysis), *_model(analysis)))


def _words(reason: Message | str) -> str:
    return render(reason) if isinstance(reason, Message) else reason


def _psoas(analysis: Analysis) -> Iterator[Message]:
    for side in SIDES:
        group = analysis.mechanics.group("psoas", side)
        low, high = _ends(group.whole_length * MM_PER_M)
        low_percent, high_percent = _ends(group.percent_standing)
        half = analysis.uncertainty["psoas", side].length * MM_PER_M
        yield message(
            "cli.analyze.psoas",
            side=side, low=f"{low:.0f}", high=f"{high:.0f}", half=f"{half:.0f}",
            low_percent=f"{low_percent:.1f}", high_percent=f"{high_percent:.1f}",
        )  # fmt: skip


def _model(analysis: Analysis) -> Iterator[Message]:
    """A brought model: how it fits, its psoas, and each thing left out or assumed."""
    from psoas.opensim_model.model_psoas import psoas_lines

    found = analysis.model
    if found is None:
        return
    name, muscles = found.body.parts.name, len(found.body.muscles)
    rms = found.motion.rms[np.isfinite(found.motion.rms)]
    if len(rms):
        yield message("cli.analyze.model_fit", name=name, muscles=muscles, rms=f"{rms.mean() * MM_PER_M:.1f}")
    else:
        yield message("cli.analyze.model_moved", name=name, muscles=muscles)
    lines = psoas_lines(found.body.parts)
    for side in dict.fromkeys(one.side for one in lines):
        of = [one for one in lines if one.side == side]
        low, high = _ends(found.length[:, [one.index for one in of]] * MM_PER_M)
        values = {"name": of[0].name, "low": f"{low:.0f}", "high": f"{high:.0f}"}
        if len(of) == 1:
            yield message("cli.analyze.model_line", **values)
        else:
            yield message("cli.analyze.model_lines", more=len(of) - 1, **values)
    yield from found.notes


def _gait(analysis: Analysis) -> Iterator[Message]:
    gait = analysis.gait
    if gait is None:
        return
    values = {
        "speed": f"{gait.speed_m_s.mean:.2f}",
        "cadence": f"{gait.cadence_steps_min.mean:.0f}",
        "right": str(gait.strides["right"]),
        "left": str(gait.strides["left"]),
    }
    if analysis.ground.treadmill:
        yield message("cli.analyze.gait_belt", belt=f"{gait.belt_m_s:.2f}", **values)
    else:
        yield message("cli.analyze.gait", **values)


def _ends(values: Floats) -> tuple[float, float]:
    seen = values[np.isfinite(values)]
    return float(seen.min()), float(seen.max())
