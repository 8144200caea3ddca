"""Every expression that the package compiles, with the place that compiles it."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(str(importlib.util.find_spec("undocparse").origin)).parent  # type: ignore[union-attr]
_TOOLS = ("build_models", "__main__")  # for those who change the data, never run on a document


class Compiled(NamedTuple):
    """An expression, and where the package compiles it: file and line."""

    file: str
    line: int
    pattern: re.Pattern[str]


def gather() -> list[Compiled]:
    """All of them, in all languages; an expression compiled at two places is there twice.

    To be called before the package is imported, so that what modules compile on import is seen; what they
    compile when asked is asked for by calling every cached builder.
    """
    found: list[Compiled] = []
    with _watched(found.append):
        modules = [importlib.import_module(name) for name in _module_names()]
        for builder in _builders(modules):
            _call(builder)
    return found


def call_sites() -> Iterator[tuple[str, int, int, str]]:
    """File, first and last line, and function of every call that compiles an expression."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr != "escape"
                and not path.stem.endswith(_TOOLS)
            ):
                file = path.relative_to(ROOT).as_posix()
                yield file, node.lineno, node.end_lineno or node.lineno, node.func.attr


def _module_names() -> list[str]:
    """Those whose source has expressions: others need not be imported, and some take seconds."""
    paths = [path for path in sorted(ROOT.rglob("*.py")) if path.stem not in _TOOLS]
    return [
        ".".join(("undocparse", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        for path in paths
        if "import re\n" in path.read_text("utf-8")
    ]


@contextmanager
def _watched(see: Callable[[Compiled], object]) -> Iterator[None]:
    compile_ = re.compile

    def watching(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        made = compile_(pattern, flags)
        frame = sys._getframe(1)
        path = Path(frame.f_code.co_filename)
        if ROOT in path.parents:
            see(Compiled(path.relative_to(ROOT).as_posix(), frame.f_lineno, made))
        return made

    re.compile = watching  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile_


def _builders(modules: list[Any]) -> Iterator[Any]:
    seen = set()
    for module in modules:
        for value in vars(module).values():
            if hasattr(value, "cache_info") and value.__module__ == module.__name__ and value not in seen:
                seen.add(value)
                yield value


def _call(builder: Any) -> None:
    """Call a builder of expressions with all that it may be asked with: languages, and yes and no."""
    from undocparse.languages import LANGUAGES  # noqa: PLC0415 - imports are watched

    names = list(inspect.signature(builder).parameters)
    builder.cache_clear()
    if not names:
        _ask(builder())
    elif names[0] == "language" and set(names[1:]) <= {"torn", "name"}:
        for language in LANGUAGES:
            for more in ((),) if len(names) == 1 else ((True,), (False,)):
                _ask(builder(language, *more))


def _ask(made: Any) -> None:
    """Ask what a builder made for all that it makes when asked."""
    for name, value in vars(type(made)).items():
        if isinstance(value, cached_property):
            getattr(made, name)
