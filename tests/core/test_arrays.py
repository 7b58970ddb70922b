"""Read-only arrays and blocks of rows."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.core.arrays import BLOCK, read_only, row_blocks


def test_a_read_only_array_does_not_follow_its_source() -> None:
    source = np.arange(4.0)
    kept = read_only(source)
    view = source[:]
    view.setflags(write=False)
    seen = read_only(view)  # read-only itself, but its numbers change with the source
    source[0] = 9.0
    assert kept[0] == 0.0 and seen[0] == 0.0
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 1.0


def test_a_read_only_array_is_kept_without_a_copy() -> None:
    """Long recordings are handed from stage to stage: each copy would cost 150 MB."""
    kept = read_only(np.arange(4.0))
    assert read_only(kept) is kept
    assert read_only(kept, bool) is not kept
    assert read_only(np.asfortranarray(np.ones((3, 2)))).flags.c_contiguous


@pytest.mark.parametrize("rows", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK - 5])
def test_blocks_cover_every_row_once(rows: int) -> None:
    covered = np.concatenate([np.arange(rows)[block] for block in row_blocks(rows)])
    np.testing.assert_array_equal(covered, np.arange(rows))
