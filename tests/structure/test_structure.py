"""The shape of the code: small documented modules, imports in one direction, and nothing private in print."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import psoas

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "psoas").rglob("*.py"))
PYTHON = [*MODULES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "scripts").glob("*.py"))]
FLOW = (
    "core",
    "body",
    "opensim_model",
    "recording",
    "kinematics",
    "mechanics",
    "knowledge",
    "analysis",
    "render",
    "report",
    "exports",
    "pipeline",
    "cohort",
    "exercises",
    "intake",
    "assessment",
    "program",
    "session",
    "store",
    "progression",
    "services",
    "security",
    "web",
    "demo",
    "cli",
)
"""A stage may import from stages before it, never from later ones."""
ROLES = {"__init__", "routes", "context", "forms"}
"""Files that each package or each feature of the app has."""
APART = {("recording", "body")}
"""Pairs that stay strangers although the order would let the first import the second."""
WEB_LIBRARIES = {"anyio", "fastapi", "jinja2", "markupsafe", "starlette", "uvicorn"}
MOST_LINES = 400
LOCKS = [*sorted((ROOT / "requirements").iterdir()), ROOT / "package-lock.json"]
REGISTRY = re.compile("|".join(("pyp" + r"i\.org", "python" + r"hosted\.org", "npm" + r"js\.(?:org|com)")))
PRIVATE_PATH = re.compile(r"(?<![\w.])/(?:work|tmp|home|root|Users)/\w")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def stage_of(path: Path) -> str:
    """The stage that a module belongs to, "" for the package's own front door."""
    first = path.relative_to(ROOT / "psoas").parts[0].removesuffix(".py")
    return "" if first in {"__init__", "__main__"} else first


def imported_stages(path: Path) -> set[str]:
    """Stages of the package that a module imports, wherever in the module the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno} write the whole path of an import"
            names = [node.module or ""]
            if node.module == "psoas":
                names = [f"psoas.{alias.name}" for alias in node.names if alias.name != "__version__"]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("psoas.")}
    return found


def backward_imports(stage: str, imported: set[str]) -> set[str]:
    """Those of the imported stages that ``stage`` may not know."""
    allowed = set(FLOW[: FLOW.index(stage) + 1])
    return {other for other in imported if other not in allowed or (stage, other) in APART}


def public_nodes(tree: ast.Module) -> list[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Public classes and functions of a module and the public methods of its classes."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    top = [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]
    inner = [node for owner in top if isinstance(owner, ast.ClassDef) for node in owner.body if isinstance(node, kinds)]
    return [*top, *(node for node in inner if not node.name.startswith("_"))]


def test_modules_are_short_and_say_what_they_are() -> None:
    texts = {name_of(path): path.read_text() for path in PYTHON}
    assert {name: len(text.splitlines()) for name, text in texts.items() if len(text.splitlines()) > MOST_LINES} == {}
    silent = [name for name, text in texts.items() if text and not ast.get_docstring(ast.parse(text))]
    assert silent == [], "a module starts by saying what it is"


def test_public_names_are_documented() -> None:
    trees = {name_of(path): ast.parse(path.read_text()) for path in MODULES}
    bare = [
        (name, node.name) for name, tree in trees.items() for node in public_nodes(tree) if not ast.get_docstring(node)
    ]
    assert bare == []


def test_the_app_holds_nothing_that_is_not_about_pages() -> None:
    modules = [path for path in (ROOT / "psoas/web").rglob("*.py") if path.name != "__init__.py"]
    apart = {name_of(path) for path in modules if not is_about_pages(path.read_text())}
    assert len(modules) > 30
    assert apart == set(), "what needs no web framework belongs to a stage below, or to psoas.services"
    assert not is_about_pages("from psoas.program.planner import plan_program")
    assert is_about_pages("from starlette.datastructures import FormData")


def is_about_pages(source: str) -> bool:
    """Whether a module imports the web framework, or the app's own pages, forms or routes."""
    imported = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom | ast.Import)]
    names = [node.module or "" if isinstance(node, ast.ImportFrom) else node.names[0].name for node in imported]
    return any(name.split(".")[0] in WEB_LIBRARIES or name.startswith("psoas.web.") for name in names)


def test_imports_point_one_way() -> None:
    stages = {path: stage_of(path) for path in MODULES if stage_of(path)}
    assert set(stages.values()) == set(FLOW), "a new stage needs its place in FLOW, and in docs/architecture.md"
    backward = {name_of(path): backward_imports(stage, imported_stages(path)) for path, stage in stages.items()}
    assert {name: found for name, found in backward.items() if found} == {}


def test_no_module_or_class_name_occurs_twice() -> None:
    modules = Counter(path.stem for path in MODULES if path.stem not in ROLES)
    assert [name for name, count in modules.items() if count > 1] == []
    trees = [ast.parse(path.read_text()) for path in MODULES]
    classes = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, count in classes.items() if count > 1] == []


def test_the_import_rule_can_fail() -> None:
    assert backward_imports("recording", {"core", "body", "kinematics"}) == {"body", "kinematics"}
    assert backward_imports("cli", set(FLOW)) == set()
    assert imported_stages(ROOT / "psoas/recording/recording.py") == {"core", "recording"}


def test_the_architecture_page_tells_the_same_order() -> None:
    page = (ROOT / "docs/architecture.md").read_text()
    assert tuple(re.findall(r"^\| `psoas\.(\w+)` \|", page, re.MULTILINE)) == FLOW


def test_the_api_reference_has_a_page_for_each_package() -> None:
    pages = {path.stem: path.read_text() for path in (ROOT / "docs/api").glob("*.md") if path.stem != "index"}
    assert set(pages) == set(FLOW) - {"web", "cli"}
    assert [name for name, page in pages.items() if f"\n::: psoas.{name}\n" not in page] == []
    listed = re.findall(r"^      - psoas\.(\w+): api/\1\.md$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)
    assert listed == [name for name in FLOW if name in pages]


def test_all_names_what_is_exported() -> None:
    public = {name for name in vars(psoas) if not name.startswith("_")}
    modules = {path.relative_to(ROOT / "psoas").parts[0].removesuffix(".py") for path in MODULES}
    unsaid = public - set(psoas.__all__) - modules - {"annotations"}
    assert unsaid == set(), "imported in psoas/__init__.py and neither exported nor a module"
    assert [name for name in psoas.__all__ if not hasattr(psoas, name)] == []
    assert len(psoas.__all__) == len(set(psoas.__all__))


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)
    named = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
        *extras(project),
    ]
    lines = [line for line in text.splitlines() if line.strip().startswith('"')]
    reasons = {line.split('"')[1]: line.split('"')[2] for line in lines}
    assert [name for name in named if not re.search(r"# .*\w{3,}", reasons[name])] == []


def test_the_lock_pins_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pinned = pins((ROOT / "requirements/dev.txt").read_text())
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"], *extras(project)]
    asked = [Requirement(text) for text in named]
    assert [
        str(one) for one in asked if not any(v in one.specifier for v in pinned.get(canonicalize_name(one.name), []))
    ] == []
    assert pins((ROOT / "requirements/uv.txt").read_text())["uv"] == pinned["uv"]
    shared = pins((ROOT / "requirements/bench.txt").read_text())
    assert {name: shared[name] for name in shared if name in pinned} == {n: pinned[n] for n in shared if n in pinned}


def extras(project: dict[str, Any]) -> list[str]:
    """What the optional parts of the package ask for."""
    return [text for asked in project["project"]["optional-dependencies"].values() for text in asked]


def pins(lock: str) -> dict[str, list[str]]:
    """Versions of each package in a lock; more than one where Python versions need different ones."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^ \\]+)", lock, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=name_of)
def test_locks_name_no_registry(lock: Path) -> None:
    text = lock.read_text()
    assert re.findall(r"\w://|index-url|find-links|\"resolved\"", text) == []
    if lock.suffix == ".txt":
        pinned = re.findall(r"^[\w.\[\]-]+==", text, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^\w", text, re.MULTILINE)) > 0
        assert text.count("--hash=sha256:") >= len(pinned)
    elif lock.suffix == ".json":
        assert text.count('"integrity"') == text.count('"node_modules/')


def test_nothing_published_names_a_private_path_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    texts = {name: _text(ROOT / name) for name in listed.stdout.split("\0") if name}
    assert len(texts) > 10
    assert [name for name, text in texts.items() if PRIVATE_PATH.search(text) or REGISTRY.search(text)] == []


def test_the_rule_of_private_paths_and_registries_can_fail() -> None:
    assert REGISTRY.search("https://registry.npm" + "js.org/three")
    assert PRIVATE_PATH.search('open("/' + 'tmp/x")')
    assert not PRIVATE_PATH.search("psoas/work/flow")


def _text(path: Path) -> str:
    try:
        return path.read_text() if path.is_file() else ""
    except UnicodeDecodeError:
        return ""
