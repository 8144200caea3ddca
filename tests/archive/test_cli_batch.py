"""The command `batch`: what it prints, and its exit codes."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from tests.archive.archives import FIXTURES, lay_out

from undocparse.archive import run
from undocparse.cli import main


def test_a_run_with_failures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path / "in", 4)
    command = [
        "batch",
        str(tmp_path / "in"),
        str(FIXTURES / "bad" / "empty.pdf"),
        "--out",
        str(tmp_path / "out"),
    ]
    assert main([*command, "--jobs", "1"]) == 1
    shown = capsys.readouterr().out
    assert "the file is empty" in shown.replace("\n", " ")
    assert "finished before" in shown
    assert main([*command, "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["progress"]["unchanged"] == 5
    assert report["failures"][0]["error"] == "empty"
    assert (report["lost"], report["exit_code"]) == (0, 1)


def test_a_list_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = lay_out(tmp_path / "in", 3)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\0".join(map(os.fsencode, files[:2])))))
    assert main(["batch", "-", "-0", "--out", str(tmp_path / "out"), "--jobs", "1", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert len(list((tmp_path / "out" / "documents").glob("*.parquet"))) == 1


def test_a_folder_in_use_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path / "in", 1)
    assert main(["batch", str(tmp_path / "in"), "--out", str(tmp_path / "in")]) == 4
    assert capsys.readouterr().err.count("\n") == 1


def test_an_interrupt_keeps_what_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path / "in", 70)
    keep = run._Run._keep

    def stop(self: run._Run, part: object) -> None:
        keep(self, part)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(run._Run, "_keep", stop)
    command = ["batch", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--jobs", "1", "--quiet"]
    assert main(command) == 130
    assert "goes on from here" in capsys.readouterr().err
    monkeypatch.undo()
    assert main([*command[:-1], "--json"]) == 0
    report = json.loads(capsys.readouterr().out)["progress"]
    assert report["unchanged"] > 0
    assert report["read"] + report["unchanged"] == 70
