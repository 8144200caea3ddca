"""A cluster gives the same tables, even when one of its workers is killed on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.archives import contents, lay_out
from tests.archive.hazards import read_slowly

from undocparse.archive.dask import ClusterError, cluster
from undocparse.archive.run import batch

pytest.importorskip("distributed")
_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    file = tmp_path / "scheduler.json"
    common = ["--scheduler-file", str(file), "--no-dashboard"]
    started = [_start("scheduler", "--host", "127.0.0.1", "--port", "0", *common)]
    workers = [
        _start(
            "worker", "--host", "127.0.0.1", "--no-nanny", "--nthreads", "1", *common[:2], "--no-dashboard"
        )
        for _ in range(2)
    ]
    try:
        deadline = time.monotonic() + 30
        while not (file.exists() and file.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.05)  # it is there before its content is
        yield json.loads(file.read_text())["address"], workers
    finally:
        for process in [*workers, *started]:
            process.kill()
            process.wait()


def _start(role: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", role, *arguments]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    return subprocess.Popen(command, cwd=_ROOT, env=environment, **quiet)  # type: ignore[call-overload, no-any-return]


def test_one_of_two_workers_is_killed_and_nothing_is_lost(
    tmp_path: Path, scheduler: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = scheduler
    sources = lay_out(tmp_path / "in", 200)
    batch(sources, tmp_path / "local", jobs=2)
    killed: list[int] = []

    def kill_one(progress: object) -> None:
        if progress.read and not killed:  # type: ignore[attr-defined]
            workers[0].send_signal(signal.SIGKILL)
            killed.append(workers[0].pid)

    with cluster(address) as (executor, window):
        report = batch(
            sources,
            tmp_path / "cluster",
            executor=executor,
            window=window,
            work=read_slowly,
            progress=kill_one,
        )
    assert killed
    assert report.lost == 0
    assert report.failures == ()
    assert contents(tmp_path / "cluster") == contents(tmp_path / "local")


def test_a_scheduler_that_is_not_there_is_a_clear_error() -> None:
    with pytest.raises(ClusterError, match="no scheduler answers"), cluster("tcp://127.0.0.1:9", timeout=1.0):
        pass
