"""`parse` with files, patterns, lists and standard input, and where it writes."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from undocparse import Document, isolation
from undocparse.cli import main
from undocparse.cli.inputs import Input
from undocparse.cli.outputs import names_for
from undocparse.isolation_kept import KeptReader

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
PDF = FIXTURES / "docs" / "calendar.fr.pdf"
AGENDA = "Provisional agenda\n\n1. Opening of the session ({}).\n2. Other matters.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with three agendas, one beside a file that is empty."""
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(AGENDA.format(name), "utf-8")
    (tmp_path / "sub" / "bad.txt").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _pipe(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def _sources(printed: str) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in printed.splitlines()]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("named", "read"),
    [
        (["a.txt", "b.txt"], ["a.txt", "b.txt"]),
        (["*.txt"], ["a.txt", "b.txt"]),
        (["**/[bc].txt"], ["b.txt", "c.txt"]),
        (["b*.txt"], ["b.txt"]),
    ],
)
def test_several_files_are_a_line_of_json_each(
    named: list[str], read: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", *named]) == 0
    assert _sources(capsys.readouterr().out) == read


def test_a_file_called_like_a_pattern_is_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "[a].txt").write_text(AGENDA, "utf-8")
    assert main(["parse", "[a].txt"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["name"] == "[a].txt"


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_a_line_each_and_the_rest_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "sub/bad.txt", "a.txt", "none.txt", "x*.txt", "sub"]) == 1
    printed = capsys.readouterr()
    assert _sources(printed.out) == ["a.txt"]
    told = printed.err.splitlines()
    assert [line.split(": ")[1] for line in told] == ["sub/bad.txt", "none.txt", "x*.txt", "sub"]
    assert "no file fits the pattern" in told[2]
    assert told[3].endswith("use `undocparse batch sub --out DIR`")


@pytest.mark.usefixtures("folder")
def test_one_process_reads_them_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not isolation.FORKS:
        pytest.skip("the system cannot fork")
    begun = []
    keep = isolation.Server.keep
    monkeypatch.setattr(isolation.Server, "keep", lambda self: begun.append(1) or keep(self))
    assert main(["parse", "a.txt", "b.txt", "sub/c.txt"]) == 0
    assert len(_sources(capsys.readouterr().out)) == 3
    assert len(begun) == 1


@pytest.mark.usefixtures("folder")
def test_the_bytes_of_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _pipe(PDF.read_bytes(), monkeypatch)
    assert main(["parse", "-"]) == 0
    source = json.loads(capsys.readouterr().out)["source"]
    assert (source["name"], source["reader"]) == ("stdin", "pdf")


def test_names_from_a_list(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "-").write_text(AGENDA, "utf-8")
    (folder / "list").write_bytes(b"sub/c.txt\r\n\n-\n")
    assert main(["parse", "a.txt", "--files-from", "list"]) == 0
    assert _sources(capsys.readouterr().out) == ["a.txt", "c.txt", "-"]
    _pipe(b"b.txt\n", monkeypatch)
    assert main(["parse", "--files-from", "-"]) == 0
    assert _sources(capsys.readouterr().out) == ["b.txt"]
    assert main(["parse", "--files-from", "no list"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_in_a_list_are_bytes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / os.fsdecode(b"\xff.txt")).write_text(AGENDA, "utf-8")
    (folder / "list").write_bytes(b"\xff.txt\n")
    assert main(["parse", "--files-from", "list"]) == 0
    (name,) = _sources(capsys.readouterr().out)
    assert name.strip("\ufffd") == ".txt"


@pytest.mark.parametrize(
    ("name", "opening"),
    [("o.json", '{\n "schema_version"'), ("o.jsonl", '{"schema_version"'), ("o.md", "#"), ("o.TXT", "a.txt")],
)
def test_the_suffix_tells_the_format(
    name: str, opening: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", "a.txt", "-o", name]) == 0
    assert (folder / name).read_text("utf-8").startswith(opening)
    assert capsys.readouterr().out == ""


def test_a_format_that_is_named_holds_whatever_the_suffix(folder: Path) -> None:
    assert main(["parse", "a.txt", "--format", "json", "-o", "a.txt.data"]) == 0
    assert Document.from_json((folder / "a.txt.data").read_bytes()).source.name == "a.txt"


def test_a_calendar_keeps_the_ends_of_its_lines(folder: Path) -> None:
    assert main(["parse", str(PDF), "-o", "o.ics"]) == 0
    assert (folder / "o.ics").read_bytes().count(b"\r\n") == (folder / "o.ics").read_bytes().count(b"\n") > 3


@pytest.mark.parametrize(
    ("output", "format_", "names"),
    [
        ("out", [], ["a.json", "b.json", "c.json"]),
        ("out/", ["--format", "markdown"], ["a.md", "b.md", "c.md"]),
        ("new/er", ["--format", "jsonl"], ["a.jsonl", "b.jsonl", "c.jsonl"]),
    ],
)
def test_several_files_go_into_a_folder(
    output: str, format_: list[str], names: list[str], folder: Path
) -> None:
    assert main(["parse", "*.txt", "sub/c.txt", "-o", output, *format_]) == 0
    assert sorted(path.name for path in (folder / output).iterdir()) == names


@pytest.mark.usefixtures("folder")
def test_a_folder_takes_a_single_file_too(folder: Path) -> None:
    assert main(["parse", "a.txt", "-o", "sub"]) == 0
    assert (folder / "sub" / "a.json").exists()


def test_several_files_go_into_one_of_json_lines(folder: Path) -> None:
    (folder / "o.jsonl").write_text("what was there\n", "utf-8")
    assert main(["parse", "a.txt", "sub/bad.txt", "b.txt", "-o", "o.jsonl"]) == 1
    assert _sources((folder / "o.jsonl").read_text("utf-8")) == ["a.txt", "b.txt"]


def test_files_in_a_folder_have_names_of_their_own() -> None:
    paths = ("x/one.pdf", "x/one.docx", "y/one.docx", "two.pdf", "TWO", ".hidden", "https://a.org/A/80/1?x=y")
    named = names_for(map(Input, paths), ".json")
    assert named == [
        *("one.pdf.json", "one.docx.json", "one.docx-2.json"),
        *("two.pdf.json", "TWO.json", ".hidden.json", "1.json"),
    ]


@pytest.mark.parametrize(("output", "format_"), [("a.txt", "text"), (".", "text"), ("sub/../a.txt", "json")])
def test_nothing_is_written_over_what_is_read(
    output: str, format_: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", "a.txt", "-o", output, "--format", format_]) == 1
    assert (folder / "a.txt").read_text("utf-8") == AGENDA.format("a.txt")
    assert "one of the files that are read" in capsys.readouterr().err


def test_where_nothing_can_be_written_is_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "a.txt", "-o", "none/o.json"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    (folder / "full").touch()
    assert main(["parse", "a.txt", "b.txt", "-o", "full"]) == 1
    assert capsys.readouterr().err.count("\n") == 2


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name a file"),
        (["-", "-"], "only once"),
        (["-", "--files-from", "-"], "only once"),
        (["a.txt", "-o", "o.nothing"], "no format has the suffix"),
        (["a.txt", "b.txt", "-o", "o.md"], "need a folder"),
        (["a.txt", "--format", "text", "--no-boxes"], "--no-boxes"),
    ],
)
def test_arguments_that_do_not_go_together_are_told(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["parse", *arguments])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_json_without_geometry_is_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(PDF), "--no-boxes"]) == 0
    bare = capsys.readouterr().out
    assert main(["parse", str(PDF)]) == 0
    whole = capsys.readouterr().out
    assert len(bare) < 0.7 * len(whole)
    assert '"box' not in bare
    document, other = Document.from_json(bare), Document.from_json(whole)
    assert document.header.place == other.header.place
    assert [one.page for one in document.tables] == [one.page for one in other.tables]
    assert [one.title for one in document.agenda.walk()] == [one.title for one in other.agenda.walk()]


@pytest.mark.usefixtures("folder")
def test_json_lines_without_geometry_stay_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(PDF), "a.txt", "--no-boxes"]) == 0
    printed = capsys.readouterr().out
    assert _sources(printed) == ["calendar.fr.pdf", "a.txt"]
    assert '"box' not in printed


@pytest.mark.usefixtures("folder")
def test_a_missing_extra_is_told_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(_document: Document) -> str:
        raise ImportError(name="icalendar")

    monkeypatch.setattr("undocparse.exports.icalendar.to_ics", write)
    assert main(["parse", "a.txt", "b.txt", "--format", "ics"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert 'pip install "undocparse[calendar]"' in told


@pytest.mark.parametrize(("module", "extra"), [("pyarrow", "archive"), ("filelock", "archive")])
def test_a_missing_extra_of_batch_is_told(
    module: str,
    extra: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["batch", str(PDF), "--out", str(tmp_path / "out")]) == 1
    assert f'pip install "undocparse[{extra}]"' in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_references_of_patterns_and_standard_input_go_to_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "d.txt").write_text(AGENDA.format("resolution 60/251"), "utf-8")
    _pipe(AGENDA.format("resolution 60/252").encode(), monkeypatch)
    assert main(["refs", "[cd].txt", "-", "-o", "o.csv"]) == 0
    assert capsys.readouterr().out == ""
    rows = (folder / "o.csv").read_text("utf-8").splitlines()
    assert [row.split(",")[:3] for row in rows[1:]] == [
        ["d.txt", "resolution", "60/251"],
        ["stdin", "resolution", "60/252"],
    ]


@pytest.mark.usefixtures("folder")
def test_an_interrupt_ends_it_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(_self: KeptReader, _source: object) -> Document:
        raise KeyboardInterrupt

    monkeypatch.setattr(KeptReader, "read", read)
    assert main(["parse", "a.txt", "b.txt"]) == 130
    assert capsys.readouterr() == ("", "")
