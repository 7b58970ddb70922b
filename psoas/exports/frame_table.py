"""One table with a row a frame: angles, muscles, loads, whatever an analysed folder holds."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from psoas.core.arrays import Floats
from psoas.core.sides import SIDES
from psoas.core.units import MM_PER_M
from psoas.mechanics.muscle_geometry import GROUPS, Mechanics
from psoas.report.report_context import ReportContext


def frame_table(reading: ReportContext) -> pa.Table:
    """Everything that a stored analysis says of each frame.

    Args:
        reading: An analysed folder.

    Returns:
        One row a frame of the recording: ``time_s``; every coordinate, NAME_deg or NAME_m; length, percent of standing
        and hip-flexion moment arm of psoas and iliacus by side; lordosis and stacking; then every column of
        ``loads.parquet``. NaN where a frame was not seen.

    Raises:
        InputError: The folder's loads are missing or damaged though its summary names forces.
    """
    motion = reading.stored.motion
    columns: dict[str, Floats] = {"time_s": motion.time}
    for i, coordinate in enumerate(motion.body.coordinates):
        values = motion.values[:, i]
        if coordinate.rotational:
            columns[f"{coordinate.name}_deg"] = np.degrees(values)
        else:
            columns[f"{coordinate.name}_m"] = values
    loads = {k: v for k, v in reading.loads.items() if k != "time_s"} if reading.has_forces else {}
    return pa.table(columns | _muscles(reading.mechanics) | loads)


def _muscles(mechanics: Mechanics) -> dict[str, Floats]:
    columns: dict[str, Floats] = {}
    for name in GROUPS:
        for side in SIDES:
            group = mechanics.group(name, side)
            columns[f"{name}_{side}_length_mm"] = group.whole_length * MM_PER_M
            columns[f"{name}_{side}_length_percent_standing"] = group.percent_standing
            columns[f"{name}_{side}_hip_flexion_moment_arm_mm"] = group.hip_arm[:, 0] * MM_PER_M
    return columns | {"lordosis_deg": mechanics.lordosis_deg, "stacking_deg": mechanics.stacking_deg}
