"""Without extras each name says which one it needs, in the same way everywhere."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import undocparse
from undocparse.errors import MissingExtraError, UndocparseError
from undocparse.exports.formats import FORMATS

FIXTURE = Path(__file__).parent.parent / "fixtures" / "docs" / "programme.en.txt"

CALLS = {
    "document.to_ics()": "calendar",
    "document.to_html()": "view",
    "document.to_xlsx()": "excel",
    "document.frames()": "frames",
    "document.frames('arrow')": "frames",
    "document.agenda.to_frame('pandas')": "frames",
    "document.timetable.to_frame()": "frames",
    "document.timetable.to_frame('pandas')": "frames",
    "citation_graph([document]).to_networkx()": "graph",
    "citation_graph([document]).write_graphml('x')": "graph",
    "citation_graph([document]).write_parquet('x')": "graph",
    "pipeline('en')": "spacy",
    "undocparse.batch(['x'], 'y')": "archive",
    "undocparse.open_archive('x')": "archive",
    "undocparse.Archive": "archive",
}
BARE = """
import importlib.abc, json, sys
OPTIONAL = {
    "aiohttp", "distributed", "dask", "duckdb", "filelock", "fsspec", "icalendar", "jinja2", "networkx",
    "pandas", "polars", "pyarrow", "requests", "spacy", "xlsxwriter",
}
class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in OPTIONAL:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
import importlib.util
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in OPTIONAL else real(name, package)
sys.meta_path.insert(0, Absent())
import undocparse
from undocparse.exports.citation_graph import citation_graph
from undocparse.references.pipelines import pipeline
document = undocparse.parse(sys.argv[1])
said = {}
for call in json.loads(sys.argv[2]):
    try:
        said[call] = f"gave {eval(call)!r}"
    except undocparse.errors.MissingExtraError as error:
        said[call] = error.extra
    except Exception as error:
        said[call] = repr(error)
print(json.dumps(said))
"""


@cache
def _said() -> dict[str, str]:
    command = [sys.executable, "-c", BARE, str(FIXTURE), json.dumps(list(CALLS))]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    said: dict[str, str] = json.loads(found.stdout.splitlines()[-1])
    return said


@pytest.mark.parametrize("call", CALLS)
def test_a_missing_extra_is_named(call: str) -> None:
    assert _said()[call] == CALLS[call]


def test_the_message_is_a_command_to_type() -> None:
    error = MissingExtraError("networkx", "graph")
    assert str(error) == 'networkx: this package is not installed; pip install "undocparse[graph]"'


def test_a_suffix_names_the_form_that_is_written(tmp_path: Path) -> None:
    document = undocparse.parse(FIXTURE)
    for form in FORMATS.values():
        path = document.save(tmp_path / f"x{form.suffix.upper()}")
        written = form.write(document)
        assert path.read_bytes() == (written.encode() if isinstance(written, str) else written)
    with pytest.raises(UndocparseError, match=r"no format has the suffix '\.doc'; use one of \.json"):
        document.save(tmp_path / "x.doc")
