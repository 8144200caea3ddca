"""The command `compare`: what it prints, and exit codes as those of diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from undocparse.cli import main

DOCS = Path(__file__).parents[2] / "fixtures" / "docs"
ENGLISH, FRENCH = str(DOCS / "lanterns.en.txt"), str(DOCS / "lanterns.fr.txt")


def test_versions_that_are_alike_end_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", ENGLISH, FRENCH]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "no differences"


def test_a_difference_is_named_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = tmp_path / "changed.txt"
    text = Path(FRENCH).read_text("utf-8")
    changed.write_text(text.replace("LAMP/2017/L.4", "LAMP/2017/L.5"), "utf-8")
    assert main(["compare", ENGLISH, str(changed), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["differences"]
    assert "masthead" in {one["kind"] for one in found}


def test_tmx_has_both_languages(tmp_path: Path) -> None:
    written = tmp_path / "lanterns.tmx"
    assert main(["compare", ENGLISH, FRENCH, "--format", "tmx", "-o", str(written)]) == 0
    languages = etree.parse(written).xpath("//tuv/@xml:lang")
    assert set(languages) == {"en", "fr"}


def test_no_version_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    version = tmp_path / "version.txt"
    version.write_bytes(Path(FRENCH).read_bytes())
    assert main(["compare", ENGLISH, str(version), "-o", str(version)]) == 2
    assert "one of the files that are read" in capsys.readouterr().err
    assert version.read_bytes() == Path(FRENCH).read_bytes()


@pytest.mark.parametrize("arguments", [[ENGLISH, "none.pdf"], [ENGLISH, FRENCH, "-o", "/nowhere/at/all"]])
def test_what_cannot_be_read_or_written_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
