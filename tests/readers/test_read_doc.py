"""Word 97 and other old formats, by way of LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from word_files import cell, level, listed, para, printed, row, table, word_file

from undocparse import Limits, errors
from undocparse.limits import Budget
from undocparse.readers import load, read, sniff

RTF = rb"{\rtf1\ansi\pard Provisional agenda\par 1.\tab Opening of the session\par}"
OOR = "http://openoffice.org/2001/registry"
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


posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
SLOW = 'echo $$ > "$HERE/first"; (setsid sleep 600 & echo $! > "$HERE/left"; wait) & trap "" TERM; sleep 600'


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for a stand-in on PATH, which knows it as HERE; temporary files go to its folder `tmp`."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HERE", str(tmp_path))
    yield tmp_path
    assert list((tmp_path / "tmp").iterdir()) == []


def sleeping(mark: str) -> bool:
    """Whether a process sleeps that has a mark in its environment."""
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if each.name != str(os.getpid()) and f"HERE={mark}\0".encode() in (each / "environ").read_bytes():
                return True
        except OSError:
            continue
    return False


def soon(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold within some minutes: machines may be busy."""
    end = time.monotonic() + 240
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False


@posix
@pytest.mark.parametrize(
    ("script", "kind", "says"),
    [
        ("exit 1", errors.UnreadableError, "could not read"),
        (SLOW, errors.TimeLimitError, "did not convert"),
    ],
    ids=["fails", "hangs"],
)
def test_a_conversion_that_fails_or_hangs_is_a_typed_error(
    script: str, kind: type[errors.UndocparseError], says: str, stand_in: Path
) -> None:
    program(stand_in, script)
    with pytest.raises(kind, match=says):
        read(load(RTF, name="old.rtf"), convert_timeout=1.5)
    assert not sleeping(str(stand_in))


@posix
def test_the_converter_has_less_time_than_the_reading(stand_in: Path) -> None:
    program(stand_in, SLOW)
    with pytest.raises(errors.TimeLimitError, match="did not convert the file in 1 seconds"):
        read(load(RTF, name="old.rtf"), Budget(Limits(seconds=1.6)))


@posix
def test_libreoffice_works_in_a_private_folder_that_lets_nothing_in(stand_in: Path) -> None:
    program(
        stand_in,
        'P=$(echo "$1" | sed "s|.*file://||"); cd "$P/.." && stat -c %a . > "$HERE/mode"; '
        'cp "$P/user/registrymodifications.xcu" "$HERE/settings"; cat /proc/net/dev > "$HERE/net"; '
        'touch "$TMPDIR/left"',
    )
    with pytest.raises(errors.UnreadableError):
        read(load(RTF, name="old.rtf"))
    assert (stand_in / "mode").read_text().strip() == "700"
    settings = etree.parse(stand_in / "settings")
    assert "BlockUntrustedRefererLinks" in {each.get(f"{{{OOR}}}name") for each in settings.iter("prop")}
    if subprocess.run(["unshare", "-Un", "true"], capture_output=True, check=False).returncode == 0:
        links = [line.split(":")[0].strip() for line in (stand_in / "net").read_text().splitlines()[2:]]
        assert links == ["lo"]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_libreoffice_ends_with_the_process_that_asked_for_it(stand_in: Path) -> None:
    program(stand_in, SLOW)
    code = "import sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
    code += "from undocparse.readers import load, read\nread(load(sys.argv[2].encode()))"
    asking = subprocess.Popen([sys.executable, "-c", code, str(stand_in / "tmp"), RTF.decode()])
    assert soon((stand_in / "left").exists)
    asking.kill()
    asking.wait()
    assert soon(lambda: not sleeping(str(stand_in)))
    assert soon(lambda: not list((stand_in / "tmp").iterdir()))


@posix
def test_what_a_machine_that_went_down_left_is_removed_after_a_day(stand_in: Path) -> None:
    program(stand_in, "exit 1")
    old, new = stand_in / "tmp" / "undocparse-convert-old", stand_in / "tmp" / "undocparse-convert-new"
    for folder in (old, new):
        (folder / "profile").mkdir(parents=True)
    os.utime(old, (0, 0))
    with pytest.raises(errors.UnreadableError):
        read(load(RTF, name="old.rtf"))
    assert not old.exists()
    new.joinpath("profile").rmdir()
    new.rmdir()


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
