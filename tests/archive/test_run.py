"""A batch reads everything once, says what it could not read, and goes on where it stopped."""

from __future__ import annotations

import shutil
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from tests.archive import hazards
from tests.archive.archives import FIXTURES, contents, lay_out

from undocparse.archive import run as running
from undocparse.archive.report import Progress, Report
from undocparse.archive.run import batch
from undocparse.archive.store import ArchiveError


def _in_threads(sources: list[Path], out: Path, **options: object) -> Report:
    with ThreadPoolExecutor(2) as executor:
        return batch(sources, out, executor=executor, **options)  # type: ignore[arg-type]


def test_every_executor_gives_the_same_tables(tmp_path: Path) -> None:
    sources = lay_out(tmp_path / "in", 70)
    assert batch(sources, tmp_path / "local", jobs=2).exit_code == 0
    executors: dict[str, Executor] = {
        "threads": ThreadPoolExecutor(2),
        "processes": ProcessPoolExecutor(2, mp_context=get_context("spawn")),
    }
    expected = contents(tmp_path / "local")
    assert len(expected["documents"]) == len(sources)
    for name, executor in executors.items():
        with executor:
            batch(sources, tmp_path / name, executor=executor)
        assert contents(tmp_path / name) == expected


def test_progress_counts_up_to_the_total(tmp_path: Path) -> None:
    seen: list[int] = []

    def tell(progress: Progress) -> None:
        assert progress.total == 40
        seen.append(progress.done)

    report = _in_threads(lay_out(tmp_path / "in", 40), tmp_path / "out", progress=tell)
    assert seen == sorted(seen)
    assert seen[-1] == report.progress.read == 40
    assert report.lost == 0


def test_a_document_that_takes_its_worker_along_is_a_record(tmp_path: Path) -> None:
    good = lay_out(tmp_path / "in", 12)
    fates = {"dies": hazards.DIES, "hangs": hazards.HANGS, "eats": hazards.EATS}
    bad = [tmp_path / "in" / f"0005-{name}.txt" for name in fates]
    for path, fate in zip(bad, fates.values(), strict=True):
        path.write_bytes(fate + b"with it")
    report = batch(
        [tmp_path / "in"], tmp_path / "out", jobs=2, work=hazards.read, timeout=30.0, memory=3 * 2**30
    )
    assert {Path(f.address).name.split("-")[1]: f.error for f in report.failures} == {
        "dies.txt": "crash",
        "hangs.txt": "timeout",
        "eats.txt": "memory",
    }
    assert "signal 9" in next(f.reason for f in report.failures if f.error == "crash")
    assert (report.progress.read, report.lost, report.exit_code) == (len(good), 0, 1)


def test_an_executor_that_breaks_leaves_work_for_the_next_run(tmp_path: Path) -> None:
    sources = lay_out(tmp_path / "in", 40)
    killer = tmp_path / "in" / "0033-dies.txt"
    killer.write_bytes(hazards.DIES)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        report = batch([tmp_path / "in"], tmp_path / "out", executor=executor, work=hazards.read)
    assert report.lost > 0
    assert report.exit_code == 3
    killer.unlink()
    again = batch([tmp_path / "in"], tmp_path / "out", jobs=1)
    assert again.lost == 0
    assert again.progress.read + again.progress.unchanged == len(sources)
    batch([tmp_path / "in"], tmp_path / "fresh", jobs=1)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_what_is_finished_is_not_read_again(tmp_path: Path) -> None:
    sources = lay_out(tmp_path / "in", 5)
    _in_threads(sources, tmp_path / "out")
    before = contents(tmp_path / "out")
    again = _in_threads(sources, tmp_path / "out")
    assert (again.progress.read, again.progress.unchanged) == (0, 5)
    assert contents(tmp_path / "out") == before


def test_the_same_content_is_read_once(tmp_path: Path) -> None:
    sources = lay_out(tmp_path / "in", 3)
    twin = tmp_path / "in" / "9999-twin.txt"
    shutil.copy(sources[0], twin)
    report = _in_threads([*sources, twin], tmp_path / "out")
    assert (report.progress.read, report.progress.duplicates) == (3, 1)
    assert len(contents(tmp_path / "out")["documents"]) == 3
    assert sum("'duplicate'" in row for row in contents(tmp_path / "out")["manifest"]) == 1


def test_a_changed_file_replaces_its_rows(tmp_path: Path) -> None:
    sources = lay_out(tmp_path / "in", 4)
    _in_threads(sources, tmp_path / "out")
    with sources[1].open("a", encoding="utf-8") as file:
        file.write("One more line.\n")
    report = _in_threads(sources, tmp_path / "out")
    assert (report.progress.read, report.progress.unchanged) == (1, 3)
    _in_threads(sources, tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_another_version_reads_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = lay_out(tmp_path / "in", 4)
    _in_threads(sources, tmp_path / "out")
    monkeypatch.setattr(running, "__version__", "999.0")
    report = _in_threads(sources, tmp_path / "out")
    assert report.progress.read == 4
    found = contents(tmp_path / "out")
    assert len(found["documents"]) == 4
    assert all("999.0" in row for row in found["manifest"])


def test_failures_are_tried_again_when_asked(tmp_path: Path) -> None:
    source = tmp_path / "late.txt"
    report = _in_threads([source], tmp_path / "out")
    assert [failure.error for failure in report.failures] == ["unreadable"]
    bad = FIXTURES / "bad" / "empty.pdf"
    _in_threads([bad], tmp_path / "out")
    assert _in_threads([bad], tmp_path / "out").progress.unchanged == 1
    again = _in_threads([bad], tmp_path / "out", retry_failed=True)
    assert (again.progress.failed, again.progress.unchanged) == (1, 0)
    shutil.copy(lay_out(tmp_path / "in", 1)[0], source)
    assert _in_threads([source], tmp_path / "out").progress.read == 1


def test_json_lines_hold_the_same_rows(tmp_path: Path) -> None:
    sources = lay_out(tmp_path / "in", 6)
    _in_threads(sources, tmp_path / "parquet")
    _in_threads(sources, tmp_path / "jsonl", format="jsonl")
    assert contents(tmp_path / "jsonl") == contents(tmp_path / "parquet")
    assert (tmp_path / "jsonl" / "items" / "part-00000.jsonl").exists()


def test_an_archive_keeps_its_format_and_its_folder(tmp_path: Path) -> None:
    sources = lay_out(tmp_path / "in", 1)
    _in_threads(sources, tmp_path / "out")
    with pytest.raises(ArchiveError, match="kept as parquet"):
        _in_threads(sources, tmp_path / "out", format="jsonl")
    with pytest.raises(ArchiveError, match="other files"):
        _in_threads(sources, tmp_path / "in")
