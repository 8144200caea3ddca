from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.compare.compare_building import annotated, changed, version

from undocparse.compare import run_compare


def _later(whole: dict[str, Any]) -> None:
    whole["timetable"][0]["starts"] = "10:30"


def test_versions_that_are_alike(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_compare(version("lanterns.en.docx"), version("lanterns.fr.pdf")) == 0
    assert capsys.readouterr().out.splitlines() == [
        "first: lanterns.en.docx (en)",
        "second: lanterns.fr.pdf (fr)",
        "no differences",
    ]


def test_differences_as_text_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = version("lanterns.en.docx"), changed(version("lanterns.fr.pdf"), _later)
    assert run_compare(one, other) == 1
    text = capsys.readouterr().out
    assert "sitting_time: " in text
    assert "[/timetable/0 | /timetable/0]" in text
    assert text.endswith("\n1 difference\n")
    assert run_compare(one, other, "json") == 1
    (found,) = json.loads(capsys.readouterr().out)["differences"]
    assert (found["kind"], found["second"]) == ("sitting_time", "2017-06-20 10:30 13:00")


def test_aligned_texts_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "lanterns.tmx"
    assert run_compare(version("lanterns.en.docx"), version("lanterns.fr.pdf"), "tmx", target) == 0
    assert target.read_text("utf-8").startswith("<?xml")
    assert capsys.readouterr().out == ""


def test_texts_do_not_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    run_compare(annotated("en", "lamps\x1b[2J"), annotated("en"))
    assert "\x1b" not in capsys.readouterr().out
