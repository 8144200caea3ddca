"""Word 97 and other old formats, by way of LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from word_files import cell, level, listed, para, printed, row, table, word_file

from undocparse import errors
from undocparse.readers import load, read, sniff

RTF = rb"{\rtf1\ansi\pard Provisional agenda\par 1.\tab Opening of the session\par}"
installed = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def program(folder: Path, script: str) -> None:
    """Put a stand-in for LibreOffice on PATH."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_without_libreoffice_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(errors.ConverterMissingError, match=r"old\.doc: .*install LibreOffice"):
        read(load(RTF, name="old.doc"))


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("script", "says"),
    [("exit 1", "could not read"), ("sleep 60 & sleep 60", "did not convert")],
    ids=["fails", "hangs"],
)
def test_a_conversion_that_fails_or_hangs_is_a_typed_error(
    script: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(errors.UnreadableError, match=says):
        read(load(RTF, name="old.rtf"), convert_timeout=0.5)


@installed
def test_rtf_is_read() -> None:
    layout = read(load(RTF))
    assert (layout.reader, layout.media_type) == ("rtf", sniff.RTF)
    assert printed(layout) == ["Provisional agenda", "1. Opening of the session"]


@installed
def test_a_word_97_file_says_what_the_word_file_says(tmp_path: Path) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = para("Provisional agenda") + listed("Opening", 1, 0) + listed("Election", 1, 1)
    body += table(row(cell("Monday"), cell("10 a.m.")), row(cell("Tuesday"), cell("3 p.m."))) + para("End")
    new = tmp_path / "agenda.docx"
    new.write_bytes(word_file(body, parts={"numbering": numbering}))
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(new)], check=True, capture_output=True, timeout=120)
    old, expected = read(load(new.with_suffix(".doc"))), read(load(new))
    assert (old.reader, old.media_type) == ("doc", sniff.DOC)
    assert printed(old) == printed(expected)
    assert [(c.row, c.column, c.text) for c in old.pages[0].grids[0].cells] == [
        (c.row, c.column, c.text) for c in expected.pages[0].grids[0].cells
    ]
