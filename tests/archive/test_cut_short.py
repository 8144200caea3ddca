"""A publication that is cut short at any step is finished by the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.archive.archives import contents, lay_out

from undocparse.archive.publish import publish
from undocparse.archive.schemas import TABLES
from undocparse.archive.sources import find_sources
from undocparse.archive.store import Store
from undocparse.archive.work import Chunk, read_chunk


@pytest.mark.parametrize("steps", range(0, 22, 2))
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

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def step(path: Path, *args: object, **options: object) -> object:
            nonlocal done
            if done == steps:
                raise Killed
            done += 1
            return real(path, *args, **options)

        return step

    for name in ("rename", "replace", "symlink_to", "unlink"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    with pytest.raises(Killed):
        publish(Store(tmp_path / "cut", "parquet"))
    monkeypatch.undo()
    assert len({(tmp_path / "cut" / name).exists() for name in TABLES}) == 1, (
        "some tables of a state, not all"
    )
    publish(Store(tmp_path / "cut", "parquet"))
    assert contents(tmp_path / "cut") == contents(tmp_path / "calm")
