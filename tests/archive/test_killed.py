"""Killed at any moment, the same command goes on and leaves what an undisturbed run leaves."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.archive.archives import contents, lay_out

from undocparse.archive.publish import publish
from undocparse.archive.run import batch
from undocparse.archive.sources import find_sources
from undocparse.archive.store import Store
from undocparse.archive.work import Chunk, read_chunk

_KILLS = 20
_RUN = """
import sys
from concurrent.futures import ThreadPoolExecutor
from tests.archive.hazards import read_slowly
from undocparse.archive.run import batch
print("ready", flush=True)
with ThreadPoolExecutor(2) as executor:
    batch([sys.argv[1]], sys.argv[2], executor=executor, work=read_slowly)
"""


def _start(sources: Path, out: Path) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", _RUN, str(sources), str(out)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, start_new_session=True)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
def test_twenty_kills_lose_nothing(tmp_path: Path) -> None:
    lay_out(tmp_path / "in", 160)
    batch([tmp_path / "in"], tmp_path / "calm", jobs=2)
    calm = contents(tmp_path / "calm")
    moments = random.Random(7)
    kills = 0
    while kills < _KILLS:
        process = _start(tmp_path / "in", tmp_path / "out")
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moments.uniform(0.0, 0.9))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
        if process.returncode == 0:
            assert contents(tmp_path / "out") == calm
            shutil.rmtree(tmp_path / "out")
    report = batch([tmp_path / "in"], tmp_path / "out", jobs=2)
    assert report.lost == 0
    assert contents(tmp_path / "out") == calm


@pytest.mark.parametrize("steps", range(0, 14, 2))
def test_a_publication_cut_short_is_finished_by_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    sources = lay_out(tmp_path / "in", 6)
    for name in ("calm", "cut"):
        store = Store(tmp_path / name, "parquet")
        for half in (sources[:3], sources[3:]):
            store.add(read_chunk(Chunk(tuple(find_sources(half)), "1", 10**8)))
    publish(Store(tmp_path / "calm", "parquet"))

    class Killed(BaseException):
        pass

    done = 0
    replace, unlink = Path.replace, Path.unlink

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def step(path: Path, *args: object, **options: object) -> object:
            nonlocal done
            if done == steps:
                raise Killed
            done += 1
            return real(path, *args, **options)

        return step

    monkeypatch.setattr(Path, "replace", counted(replace))
    monkeypatch.setattr(Path, "unlink", counted(unlink))
    with pytest.raises(Killed):
        publish(Store(tmp_path / "cut", "parquet"))
    monkeypatch.undo()
    publish(Store(tmp_path / "cut", "parquet"))
    assert contents(tmp_path / "cut") == contents(tmp_path / "calm")
