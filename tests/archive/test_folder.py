"""An archive's folder: what is wrong with it is told, what is damaged mended, readers see one state."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pyarrow.parquet
import pytest
from tests.archive.archives import contents, lay_out

from undocparse import batch, open_archive
from undocparse.archive import disk, streams
from undocparse.archive.faults import ArchiveError
from undocparse.archive.report import Report
from undocparse.archive.schemas import TABLES


def _run(sources: Path, out: Path, **options: object) -> Report:
    with ThreadPoolExecutor(1) as executor:
        return batch(sources, out, executor=executor, **options)  # type: ignore[arg-type]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    lay_out(tmp_path / "in", 3)
    return tmp_path / "in"


def _tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def _file(out: Path) -> Path:
    out.write_text("mine")
    return out


def _below_a_file(out: Path) -> Path:
    out.write_text("mine")
    return out / "deeper"


def _with_other_files(out: Path) -> Path:
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    return out


def _with_a_file_for_parts(out: Path) -> Path:
    out.mkdir()
    (out / ".parts").write_text("mine")
    return out


def _with_a_file_for_a_table(out: Path) -> Path:
    out.mkdir()
    (out / "items").write_text("mine")
    return out


def _with_other_files_in_a_table(out: Path) -> Path:
    (out / "items").mkdir(parents=True)
    (out / "items" / "mine.txt").write_text("mine")
    return out


def _that_points_elsewhere(out: Path) -> Path:
    out.mkdir()
    (out / ".current").symlink_to("../in")
    return out


def _of_another_format(out: Path) -> Path:
    (out / "manifest").mkdir(parents=True)
    (out / "manifest" / "part-00000.jsonl").write_text("")
    return out


def _ill_formed(out: Path) -> Path:
    return out.with_name(os.fsdecode(b"out\xff"))


@pytest.mark.parametrize(
    "made",
    [
        _file,
        _below_a_file,
        _with_other_files,
        _with_a_file_for_parts,
        _with_a_file_for_a_table,
        _with_other_files_in_a_table,
        _that_points_elsewhere,
        _of_another_format,
        _ill_formed,
    ],
)
def test_a_folder_that_is_refused_is_left_as_it_is(
    source: Path, tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    out = made(tmp_path / "out")
    before = _tree(tmp_path)
    with pytest.raises(ArchiveError) as caught:
        _run(source, out)
    assert caught.value.remedy
    assert _tree(tmp_path) == before


def test_a_full_disk_says_so_and_the_next_run_goes_on(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: object) -> None:
        raise OSError(28, "No space left on device")

    for place in ((disk, "sync"), (streams.os, "fsync")):
        monkeypatch.setattr(*place, full)
        with pytest.raises(ArchiveError, match="disk is full"):
            _run(source, tmp_path / "out")
        monkeypatch.undo()
    assert _run(source, tmp_path / "out").lost == 0
    _run(source, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def _gone(path: Path) -> None:
    path.unlink()


def _junk(path: Path) -> None:
    path.write_bytes(b"junk")


def _same_size(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("format", ["parquet", "jsonl"])
@pytest.mark.parametrize("harm", [_gone, _junk, _same_size])
@pytest.mark.parametrize("harmed", [["documents"], ["items"], ["json"], ["manifest"], list(TABLES)])
def test_damaged_tables_are_made_anew(
    source: Path, tmp_path: Path, harmed: list[str], harm: Callable[[Path], None], format: str
) -> None:
    out = tmp_path / "out"
    _run(source, out, format=format)
    before = contents(out)
    for name in harmed:
        harm(out / name / f"part-00000.{format}")
    report = _run(source, out, format=format)
    assert report.repairs or len(harmed) == len(TABLES)
    assert (report.failures, report.lost) == ((), 0)
    assert contents(out) == before
    assert _run(source, out, format=format).repairs == ()


def test_documents_whose_files_went_away_survive_damage_or_are_told(source: Path, tmp_path: Path) -> None:
    out, (first, *_) = tmp_path / "out", sorted(source.iterdir())
    _run(source, out)
    whole = contents(out)
    first.unlink()
    (out / "items" / "part-00000.parquet").unlink()
    assert _run(source, out).exit_code == 0
    assert contents(out) == whole
    next((out / "json").iterdir()).unlink()
    report = _run(source, out)
    assert [(failure.address, failure.error) for failure in report.failures] == [(str(first), "damaged")]


@pytest.mark.parametrize("harmed", ["state", "part", "note"])
def test_notes_and_parts_that_are_junk_stop_nothing(source: Path, tmp_path: Path, harmed: str) -> None:
    out, victim = tmp_path / "out", tmp_path / "victim.txt"
    _run(source, out)
    before = contents(out)
    victim.write_text("mine")
    if harmed == "state":
        note = {"files": {"../../../victim.txt": [1, 1, "x"]}, "parts": {"../../victim.txt": 1}}
        next(out.glob(".states/*/state.json")).write_text(json.dumps(note))
    elif harmed == "part":
        (out / ".parts" / "x.zip").write_bytes(b"junk")
    else:
        (out / ".next").mkdir()
        (out / ".next" / "note.json").write_text('{"move": [], "remove": ["../victim.txt"]}')
    assert _run(source, out).exit_code == 0
    assert victim.read_text() == "mine"
    assert contents(out) == before


def test_a_reader_keeps_to_the_state_that_it_opened(source: Path, tmp_path: Path) -> None:
    out, (first, *_) = tmp_path / "out", sorted(source.iterdir())
    _run(source, out)
    reader = open_archive(out)
    before = reader.json.collect()
    for turn in range(3):
        first.write_text(f"{turn}\n")
        _run(source, out)
        if turn == 0:
            assert reader.json.collect().equals(before)
            assert not open_archive(out).json.collect().equals(before)
    with pytest.raises(ArchiveError, match="gone"):
        reader.json.collect()
    assert len(list(out.glob(".states/*"))) == 2


def test_no_file_is_written_again_under_its_name(source: Path, tmp_path: Path) -> None:
    out, (first, *_) = tmp_path / "out", sorted(source.iterdir())
    seen: dict[str, bytes] = {}
    for turn in range(4):
        first.write_text(f"Another line, {turn}.\n")
        _run(source, out)
        for path in out.glob("[!.]*/part-*"):
            assert seen.setdefault(f"{path.parent.name}/{path.name}", path.read_bytes()) == path.read_bytes()


def test_other_readers_find_the_tables(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _run(source, out)
    rows = open_archive(out).items.collect().height
    assert duckdb.sql(f"SELECT count(*) FROM '{out}/items/*.parquet'").fetchall() == [(rows,)]
    assert pyarrow.parquet.read_table(out / "items").num_rows == rows > 0  # as pandas does


@pytest.mark.parametrize("copied", ["plain", "links followed"])
def test_plain_folders_are_read_and_changed_over(source: Path, tmp_path: Path, copied: str) -> None:
    _run(source, tmp_path / "made")
    out = tmp_path / "out"
    shutil.copytree(tmp_path / "made", out)
    if copied == "plain":
        for name in (".states", ".current"):
            shutil.rmtree(out / name)
    before = contents(out)
    assert open_archive(out).documents.collect().height == 3
    assert _run(source, out).progress.unchanged == 3
    next(iter(source.iterdir())).write_text("changed\n")
    assert _run(source, out).progress.read == 1
    assert contents(out) != before
    assert (out / "items").is_symlink()
    assert open_archive(out).documents.collect().height == 3


def test_systems_without_links_have_copies(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", none)
    monkeypatch.setattr(os, "link", none)
    for text in ("first\n", "second\n"):
        next(iter(source.iterdir())).write_text(text)
        _run(source, tmp_path / "out")
    assert not (tmp_path / "out" / "items").is_symlink()
    assert open_archive(tmp_path / "out").json.collect().height == 3
    _run(source, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


@pytest.mark.parametrize("format", ["parquet", "jsonl"])
@pytest.mark.parametrize("name", ["x[1]", "a*b?", "quo'te\"", "line\nend"])
def test_folders_of_any_name_can_be_read(source: Path, tmp_path: Path, name: str, format: str) -> None:
    _run(source, tmp_path / name, format=format)
    archive = open_archive(tmp_path / name)
    counted = archive.sql("SELECT count(*) FROM documents").item()
    assert archive.documents.collect().height == counted == 3


def test_a_state_that_is_gone_is_replaced_by_the_one_before(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _run(source, out)
    next(iter(source.iterdir())).write_text("changed\n")
    _run(source, out)
    before = contents(out)
    shutil.rmtree((out / ".current").resolve())
    with pytest.raises(ArchiveError):
        open_archive(out)
    assert _run(source, out).repairs
    assert contents(out) == before
