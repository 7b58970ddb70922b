"""A file that MATLAB, Octave and SciPy read: every table as a struct of columns."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
from scipy.io import savemat

NAME_LENGTH = 63
"""Longest name of a field in MATLAB."""


def write_matlab_file(tables: Mapping[str, pa.Table], path: Path) -> Path:
    """Write tables as a level 5 MAT file; ``load('psoas.mat').frames.time_s`` is a column vector.

    Args:
        tables: By the name of the variable that each becomes.
        path: The file to write.

    Returns:
        The path.
    """
    draft = path.with_name(f".{path.name}")
    savemat(draft, {name: _struct(table) for name, table in tables.items()}, oned_as="column", long_field_names=True)
    os.replace(draft, path)
    return path


def _struct(table: pa.Table) -> dict[str, np.ndarray]:
    """Columns by names that MATLAB allows; texts as cells."""
    columns: dict[str, np.ndarray] = {}
    for name in table.column_names:
        values = table[name].to_numpy()
        columns[field_name(name)] = values.astype(object) if values.dtype.kind in "OUS" else values
    return columns


def field_name(name: str) -> str:
    """A name of letters, digits and underscores that begins with a letter, at most 63 long."""
    allowed = re.sub(r"\W", "_", name)
    return (allowed if allowed[:1].isalpha() else f"x{allowed}")[:NAME_LENGTH]
