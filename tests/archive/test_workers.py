"""Workers die, at work and at birth, and are replaced; choices that make no sense are told."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.archive import hazards
from tests.archive.archives import lay_out

from undocparse import batch
from undocparse.archive import pool
from undocparse.archive.report import Progress
from undocparse.archive.sources import Filters
from undocparse.archive.work import Chunk, Part
from undocparse.cli import main
from undocparse.limits import Limits

_ROOT = Path(__file__).resolve().parents[2]


def _die_at_birth(monkeypatch: pytest.MonkeyPatch, times: float) -> None:
    greet = pool._Worker.greet
    births = 0

    def killed(worker: pool._Worker) -> None:
        nonlocal births
        births += 1
        if births <= times:
            os.kill(worker._process.pid or 0, signal.SIGKILL)
        greet(worker)

    monkeypatch.setattr(pool._Worker, "greet", killed)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_a_worker_that_is_killed_at_its_birth_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path / "in", 3)
    _die_at_birth(monkeypatch, 2)
    report = batch(tmp_path / "in", tmp_path / "out", jobs=1)
    assert (report.progress.read, report.lost, report.exit_code) == (3, 0, 0)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_workers_that_cannot_live_are_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path / "in", 3)
    _die_at_birth(monkeypatch, math.inf)
    assert main(["batch", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--jobs", "1"]) == 3
    assert capsys.readouterr().err.count("workers end as they begin") == 1


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_a_worker_that_is_killed_by_chance_costs_no_document(tmp_path: Path) -> None:
    lay_out(tmp_path / "in", 2)
    (tmp_path / "in" / "0.txt").write_bytes(hazards.DIES_ONCE + str(tmp_path / "died").encode())
    report = batch(tmp_path / "in", tmp_path / "out", jobs=1, work=hazards.read)
    assert (report.progress.read, report.failures) == (3, ())


def test_workers_that_are_ended_at_work_are_let_go_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe that two threads close is one of somebody else's the second time."""
    lay_out(tmp_path / "in", 1)[0].write_bytes(hazards.HANGS)
    at_work, let_go = _watched(monkeypatch)

    def interrupt(_: Progress) -> None:
        if at_work:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch(tmp_path / "in", tmp_path / "out", jobs=1, work=hazards.read, progress=interrupt)
    assert let_go == at_work


def _watched(monkeypatch: pytest.MonkeyPatch) -> tuple[list[pool._Worker], list[pool._Worker]]:
    """Workers that are given something to do, and those that are let go, as it happens."""
    at_work: list[pool._Worker] = []
    let_go: list[pool._Worker] = []
    read, end = pool._Worker.read, pool._Worker.end

    def watched_read(worker: pool._Worker, work: pool.Work, chunk: Chunk, seconds: float) -> Part:
        at_work.append(worker)
        return read(worker, work, chunk, seconds)

    def watched_end(worker: pool._Worker) -> None:
        let_go.append(worker)
        end(worker)

    monkeypatch.setattr(pool._Worker, "read", watched_read)
    monkeypatch.setattr(pool._Worker, "end", watched_end)
    return at_work, let_go


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    lay_out(tmp_path / "in", 2)
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, undocparse\nprint(undocparse.batch(*sys.argv[1:], jobs=1).progress.read)\n"
    )
    command = [sys.executable, str(script), str(tmp_path / "in"), str(tmp_path / "out")]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(_ROOT / "src")},
    )
    assert (done.stdout, done.stderr, done.returncode) == ("2\n", "", 0)


@pytest.mark.parametrize(
    "choice",
    [
        {"jobs": 0},
        {"jobs": -1},
        {"timeout": 0.0},
        {"timeout": math.nan},
        {"timeout": math.inf},
        {"memory": 2**20},
        {"max_bytes": 0},
        {"window": 0},
    ],
)
def test_choices_that_make_no_sense_are_told(tmp_path: Path, choice: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(choice))):
        batch(tmp_path, tmp_path / "out", **choice)  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--jobs", "0"],
        ["--timeout", "0"],
        ["--timeout", "nan"],
        ["--memory", "1"],
        ["--max-bytes", "0"],
        ["--media-type", "application/unheard"],
    ],
)
def test_misuse_is_exit_code_2(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["batch", str(tmp_path), "--out", str(tmp_path / "out"), *options]
    try:
        code: object = main(command)
    except SystemExit as end:
        code = end.code
    assert code == 2
    assert options[1] in capsys.readouterr().err


def test_filters_that_nothing_can_pass_are_told() -> None:
    with pytest.raises(ValueError, match="bytes"):
        Filters(max_bytes=0)


def test_a_batch_keeps_to_limits(tmp_path: Path) -> None:
    lay_out(tmp_path / "in", 1)
    report = batch(tmp_path / "in", tmp_path / "out", jobs=1, limits=Limits(bytes=10))
    assert [failure.error for failure in report.failures] == ["too-large"]
