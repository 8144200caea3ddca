"""Whatever needs a package that is not installed says which extra brings it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PDF = ROOT / "fixtures" / "docs" / "calendar.fr.txt"
CASES = [
    ("pyarrow", "archive", "undocparse.batch"),
    ("pyarrow", "archive", "undocparse.open_archive"),
    ("filelock", "archive", "undocparse.batch([pdf], out)"),
    ("icalendar", "calendar", "importlib.import_module('undocparse.exports.icalendar').to_ics(document())"),
    ("networkx", "graph", "graph('to_networkx')"),
    ("networkx", "graph", "graph('write_graphml', out)"),
    ("pyarrow", "graph", "graph('write_parquet', out)"),
    ("spacy", "spacy", "importlib.import_module('undocparse.references.pipelines').pipeline('en')"),
    (
        "distributed",
        "dask",
        "importlib.import_module('undocparse.archive.dask').cluster('tcp://127.0.0.1:1').__enter__()",
    ),
]
SCRIPT = """
import importlib, pathlib, sys
sys.modules[{module!r}] = None
import undocparse
pdf, out = {pdf!r}, pathlib.Path({out!r})
def document():
    return undocparse.parse(pdf)
def graph(name, *arguments):
    home = importlib.import_module("undocparse.exports.citation_graph")
    return getattr(home, name)(home.CitationGraph((), ()), *arguments)
if __name__ == "__main__":
    try:
        {code}
    except undocparse.errors.MissingExtraError as error:
        print(error)
"""


@pytest.mark.parametrize(("module", "extra", "code"), CASES, ids=[f"{m}-{c[:30]}" for m, _, c in CASES])
def test_the_extra_is_named(module: str, extra: str, code: str, tmp_path: Path) -> None:
    script = SCRIPT.format(module=module, code=code, pdf=str(PDF), out=str(tmp_path / "out"))
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == f'{module}: this package is not installed; pip install "undocparse[{extra}]"\n'
