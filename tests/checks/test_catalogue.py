"""The catalogue of diagnostics has every code that the source gives, and no other."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import undocparse
from undocparse.checks.catalogue import catalogue

SOURCE = Path(undocparse.__file__).parent
ROOT = Path(__file__).parent.parent.parent
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
MAKERS = re.compile(r"Diagnostic|.*doubt.*|.*diagnostic.*|_about|_mended|.*finding.*")


def codes(tree: ast.AST) -> Iterator[str]:
    """Codes that are given to whatever makes a diagnostic."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            for value in [*given, *(node.args if MAKERS.fullmatch(name) else ())]:
                if isinstance(value, ast.Constant) and CODE.fullmatch(str(value.value)):
                    yield str(value.value)


def test_every_code_is_in_the_catalogue_and_the_other_way_round() -> None:
    used = {code for path in SOURCE.rglob("*.py") for code in codes(ast.parse(path.read_text("utf-8")))}
    assert used == {kind.code for kind in catalogue()}


def test_sentences_are_sentences() -> None:
    for kind in catalogue():
        assert kind.when[0].isupper()
        assert kind.when.endswith(".")


def test_the_page_is_made_of_the_catalogue() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    import make_diagnostics_page  # noqa: PLC0415

    assert make_diagnostics_page.PAGE.read_text("utf-8") == make_diagnostics_page.page()
