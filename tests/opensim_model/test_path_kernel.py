"""The compiled paths: what must change together."""

from __future__ import annotations

import hashlib
from pathlib import Path

from psoas.opensim_model import path_kernel

FOLDER = Path(path_kernel.__file__).parent
PARTS = ("wrap_cylinder.py", "wrap_ellipsoid.py", "wrap_round.py", "wrap_vectors.py")


def test_the_kernel_changes_with_the_parts_that_are_compiled_into_it() -> None:
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in PARTS)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    assert digest == path_kernel.PARTS_DIGEST, "write this digest there, so that stored code is compiled again"
