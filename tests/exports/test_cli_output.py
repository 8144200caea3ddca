"""What the command line prints of hostile names and titles."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from undocparse.cli import main
from undocparse.errors import CrashError
from undocparse.isolation_kept import KeptReader
from undocparse.model import Document
from undocparse.readers import Source

AGENDA = "Provisional agenda\n\n1. Report entitled “=cmd|' /C calc'!A0” (resolution 60/251).\n"


@pytest.mark.parametrize("command", [["parse"], ["refs", "--format", "table"]])
def test_a_name_of_a_file_moves_no_cursor(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, str(tmp_path / "no\x1b[31m\u202e\nne.pdf")]) == 1
    printed = capsys.readouterr().err
    assert r"no\u001b[31m\u202e\u000ane.pdf" in printed
    assert printed.count("\n") == 1


@pytest.mark.parametrize(("option", "source"), [([], "'=1.txt"), (["--verbatim"], "=1.txt")])
def test_cells_of_csv_are_no_formulas_unless_asked_for(
    option: list[str], source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "=1.txt"
    path.write_text(AGENDA, "utf-8")
    assert main(["refs", str(path), "--format", "csv", *option]) == 0
    rows = [*csv.DictReader(io.StringIO(capsys.readouterr().out))]
    assert {row["source"] for row in rows} == {source}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("wanted", ["json", "markdown", "text", "ics"])
def test_a_file_whose_name_is_no_utf_8_is_printed_in_every_form(
    wanted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "zz\udcff.txt"
    path.write_text("A text.\n", "utf-8")
    assert main(["parse", str(path), "--format", wanted]) == 0
    capsys.readouterr().out.encode()


def test_refs_goes_on_after_a_file_that_ends_its_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text(AGENDA, "utf-8")
    read = KeptReader.read

    def read_or_die(self: KeptReader, source: Source) -> Document:
        if source.name == "bad.txt":
            raise CrashError(source.origin, "reading it ended the process")
        return read(self, source)

    monkeypatch.setattr(KeptReader, "read", read_or_die)
    assert main(["refs", str(tmp_path / "bad.txt"), str(tmp_path / "good.txt"), "--format", "csv"]) == 1
    printed = capsys.readouterr()
    assert "bad.txt" in printed.err
    assert "good.txt" in printed.out
