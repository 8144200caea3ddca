"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from undocparse.cli import main

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"


def test_parse_writes_json_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(FIXTURES / "docs" / "bridges.fr.pdf")]) == 0
    assert json.loads(capsys.readouterr().out)["header"]["symbol"] == "PONT/COSP/2016/1"


def test_parse_shows_the_agenda_as_a_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(FIXTURES / "docs" / "bridges.fr.pdf"), "--format", "text"]) == 0
    assert "1.b  Élection du Bureau" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["encrypted.pdf", "empty.pdf", "not-a-zip.docx", "not-a-document.bin", "none.pdf"]
)
def test_what_cannot_be_read_is_one_line_on_standard_error(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(FIXTURES / "bad" / name)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert name in captured.err


def test_refs_goes_on_after_a_bad_file(capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = str(FIXTURES / "docs" / "bridges.fr.pdf"), str(FIXTURES / "bad" / "encrypted.pdf")
    assert main(["refs", bad, good]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["source"] for row in rows} == {"bridges.fr.pdf"}


@pytest.mark.parametrize(
    ("wanted", "opening"), [("jsonl", '{"source"'), ("csv", "source,kind,number"), ("table", "bridges")]
)
def test_references_in_every_form(wanted: str, opening: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(FIXTURES / "docs" / "bridges.fr.pdf")
    assert main(["refs", file, "--format", wanted]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(opening)
    assert "66/241" in printed
