"""The pages of the app as their code names them: contexts, templates, routes; and what each holds."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from typing import Any, get_args, get_origin, get_type_hints

from fastapi.responses import FileResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from fastapi.routing import APIRoute
from jinja2 import Environment, meta, nodes

import psoas.web
from psoas.web.app import FEATURES
from psoas.web.dependencies import FileBytes
from psoas.web.page_rendering import FragmentContext, PageContext, PageResponse, templates

NO_PAGES = (FileBytes, FileResponse, JSONResponse, RedirectResponse, StreamingResponse)
"""What a route answers with that shows no page."""
PLAIN = {
    "/static/{name}": "a style sheet, a script, a picture",
    "/api/posture": "JSON that is kept as bytes",
    "/api/scene": "JSON that is kept as bytes",
    "/api/bones": "JSON that is kept as bytes",
    "/api/picture.png": "a picture",
    "/measure/{key}/progress": "besides its fragment an empty answer that has HTMX load the page anew",
}
"""Routes that answer with a plain response, and what that is; none of them is a page."""


def contexts() -> list[type[FragmentContext]]:
    """Every context of a page or fragment that has a template."""
    for module in pkgutil.walk_packages(psoas.web.__path__, "psoas.web."):
        if module.name.endswith(".context"):
            import_module(module.name)
    return sorted(
        (one for one in _subclasses(FragmentContext) if hasattr(one, "template")),
        key=lambda one: f"{one.__module__}.{one.__name__}",
    )


def _subclasses(of: type[FragmentContext]) -> Iterator[type[FragmentContext]]:
    for one in of.__subclasses__():
        if one.__module__.startswith("psoas."):
            yield one
            yield from _subclasses(one)


def undocumented(context: type[FragmentContext]) -> list[str]:
    """Fields of a context without a text below them, those of its bases included."""
    said: set[str] = set()
    for owner in context.__mro__:
        if owner is not object:
            body = ast.parse(inspect.cleandoc(inspect.getsource(owner))).body[0]
            assert isinstance(body, ast.ClassDef)
            said |= _said(body)
    return [one.name for one in fields(context) if one.name not in said]


def _said(body: ast.ClassDef) -> set[str]:
    pairs = zip(body.body, body.body[1:], strict=False)
    return {
        field.target.id
        for field, words in pairs
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(words, ast.Expr)
        and isinstance(words.value, ast.Constant)
        and isinstance(words.value.value, str)
    }


def used(template: str, environment: Environment | None = None) -> set[str]:
    """The variables that a template and those it extends, includes or imports take from a context."""
    environment = environment or templates()
    found: set[str] = set()
    for name in (template, *sorted(parts(template, environment))):
        tree = _tree(name, environment)
        found |= meta.find_undeclared_variables(tree) - _own_names(tree)
    return found - set(environment.globals)


def parts(template: str, environment: Environment | None = None) -> set[str]:
    """The templates that one extends, includes or imports, and theirs."""
    environment = environment or templates()
    found: set[str] = set()
    todo = [template]
    while todo:
        for name in meta.find_referenced_templates(_tree(todo.pop(), environment)):
            if name is not None and name not in found:
                found.add(name)
                todo.append(name)
    return found


def _tree(name: str, environment: Environment) -> nodes.Template:
    assert environment.loader is not None
    return environment.parse(environment.loader.get_source(environment, name)[0])


def _own_names(tree: nodes.Template) -> set[str]:
    """Names that a template sets, imports or defines itself; its blocks see them, too."""
    imported = {name for one in tree.find_all(nodes.FromImport) for name in one.names if isinstance(name, str)}
    macros = {one.name for one in tree.find_all(nodes.Macro)}
    return imported | macros | {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}


def page_routes() -> list[APIRoute]:
    """Every route of the app that answers GET."""
    routes = (route for router in FEATURES for route in router.routes)
    return [one for one in routes if isinstance(one, APIRoute) and "GET" in (one.methods or ())]


def answers(route: APIRoute) -> list[Any]:
    """The types that a route answers with."""
    hint = get_type_hints(inspect.unwrap(route.endpoint)).get("return")
    return list(get_args(hint)) if get_origin(hint) not in (None, PageResponse) else [hint]


def faults(route: APIRoute) -> list[str]:
    """What is wrong with the answers of a route: each is a page of some context, or a kind that shows none."""
    made = answers(route)
    pages = [one for one in made if get_origin(one) is PageResponse]
    nameless = [one for one in pages if get_args(one)[0] not in contexts()]
    others = [one for one in made if one not in pages and one not in NO_PAGES]
    if route.path in PLAIN and others == [Response]:
        others = []
    return [f"{route.path}: {one}" for one in (*nameless, *others)]


__all__ = ["PLAIN", "PageContext", "answers", "contexts", "faults", "page_routes", "parts", "undocumented", "used"]
