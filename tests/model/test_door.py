"""What stands at the library's door: names, version, nothing loaded before it is asked for."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import undocparse


def test_completion_shows_what_there_is_and_nothing_else() -> None:
    shown = dir(undocparse)
    assert {"parse", "batch", "open_archive", "Document", "Header", "AgendaItem", "errors"} <= set(shown)
    assert not {"Any", "TYPE_CHECKING", "import_module", "annotations"} & set(shown)
    assert all(getattr(undocparse, name) is not None for name in shown)


def test_the_version_is_that_of_the_package() -> None:
    assert undocparse.__version__ == version("undocparse")


def test_importing_loads_neither_model_nor_engine() -> None:
    code = "import sys, undocparse; print([n for n in ('pydantic', 'pdf_oxide', 'rich') if n in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
