"""Lists the modules with their public functions, and the names among them that say nothing.

``python -m scripts.list_names`` prints everything, ``--check`` only what is wrong; both end with 1 where a name of
``old_names.toml`` is back, or a name is a participle alone.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
OLD = tomllib.loads((ROOT / "scripts/old_names.toml").read_text(encoding="utf-8"))


def public_functions(text: str) -> list[str]:
    """Names of a module's public functions, in their order."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node.name for node in ast.parse(text).body if isinstance(node, kinds) and not node.name.startswith("_")]


def list_names(root: Path = ROOT) -> dict[str, list[str]]:
    """Public functions of each module of the package; scripts of the front end are listed without theirs."""
    modules = {str(one.relative_to(root)): one for one in sorted((root / "psoas").rglob("*.py"))}
    found = {name: public_functions(path.read_text(encoding="utf-8")) for name, path in modules.items()}
    scripts = sorted((root / "frontend/src").rglob("*.ts"))
    return found | {str(one.relative_to(root)): [] for one in scripts}


def is_bare(name: str, old: Mapping[str, Any] = OLD) -> bool:
    """Whether a name is a participle or an adverb by itself."""
    bare = old["bare"]
    return name in bare["words"] or (
        name.endswith(tuple(bare["endings"])) and not ({"_"} & set(name) or name in bare["allowed"])
    )


def faults(names: Mapping[str, list[str]], old: Mapping[str, Any] = OLD) -> list[str]:
    """One line for each name that is to go."""
    modules = {one for group in old["modules"].values() for one in group} - set(old["nouns"]["roles"])
    scripts = {one for group in old["scripts"].values() for one in group}
    found = []
    for path, functions in names.items():
        stem = Path(path).name.split(".")[0]
        retired = modules if path.endswith(".py") else scripts
        if path not in old["nouns"]["modules"] and (stem in retired or is_bare(stem, old)):
            found.append(f"{path}: the module's name says nothing")
        found += [f"{path}: {one}()" for one in functions if one in old["functions"]["names"] or is_bare(one, old)]
    return found


def main() -> int:
    """0 when no old name is left."""
    names = list_names()
    if "--check" not in sys.argv[1:]:
        for path, functions in names.items():
            print(f"{path}: {', '.join(functions) or '-'}")
    wrong = faults(names)
    for line in wrong:
        print(f"old name: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
