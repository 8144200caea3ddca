"""Files are found wherever they are, once each, in a steady order; what is not there stays in the list."""

from __future__ import annotations

import http.server
import inspect
import os
import threading
import time
import warnings
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import fsspec
import pytest
from tests.archive.archives import FIXTURES

from undocparse.archive.sources import Filters, SourceFile, find_sources
from undocparse.errors import TooLargeError, UnreadableError

_DOCS = FIXTURES / "docs"
_TEXT = (_DOCS / "seeds.en.txt").read_bytes()
_LIMIT = 10**8


def _names(sources: list[SourceFile]) -> list[str]:
    return [source.name for source in sources]


def test_a_folder_a_file_and_a_pattern(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c d.txt", "sub/é\nx.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(_TEXT)
    (tmp_path / "sub" / "circle").symlink_to(tmp_path)
    found = find_sources([tmp_path])
    assert _names(found) == ["a.txt", "b.txt", "c d.txt", "é\nx.txt"]
    assert all(source.read(_LIMIT).data == _TEXT and source.size == len(_TEXT) for source in found)
    assert _names(find_sources([f"{tmp_path}/*.txt", tmp_path / "a.txt"])) == ["a.txt", "b.txt"]
    assert _names(find_sources([f"{tmp_path}/**/c*.txt"])) == ["c d.txt"]


def test_what_is_not_there_says_so_when_it_is_read(tmp_path: Path) -> None:
    (found,) = find_sources([tmp_path / "nothing.pdf"])
    with pytest.raises(UnreadableError, match="no such file"):
        found.read(_LIMIT)
    (found,) = find_sources(["memory://nowhere/x.pdf"])
    with pytest.raises(UnreadableError, match="no such file"):
        found.read(_LIMIT)
    (found,) = find_sources(["nostore://x.pdf"])
    with pytest.raises(UnreadableError, match="cannot be fetched"):
        found.read(_LIMIT)


def test_the_members_of_a_zip_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("one/a.txt", _TEXT)
        archive.writestr("b.txt", b"b")
        archive.writestr("one/.hidden", b"c")
    found = find_sources([tmp_path])
    assert _names(found) == ["b.txt", "a.txt"]
    assert found[1].read(_LIMIT).data == _TEXT
    with pytest.raises(TooLargeError):
        found[1].read(10)


def test_a_zip_archive_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    for texts in ({"a.txt": b"first"}, {"long name before.txt": b"other", "a.txt": b"second"}):
        with zipfile.ZipFile(tmp_path / "new.zip", "w") as archive:
            for name, text in texts.items():
                archive.writestr(name, text)
        (tmp_path / "new.zip").replace(tmp_path / "all.zip")
        found = {source.name: source.read(_LIMIT).data for source in find_sources([tmp_path / "all.zip"])}
        assert found == texts


def test_a_word_file_called_zip_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "report.zip"
    path.write_bytes((_DOCS / "seeds.en.docx").read_bytes())
    assert _names(find_sources([path])) == ["report.zip"]


def test_a_broken_zip_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    assert _names(find_sources([tmp_path])) == ["broken.zip"]


def test_another_store() -> None:
    store = fsspec.filesystem("memory")
    for name in ("a.txt", "deep/b.txt"):
        store.pipe(f"/meetings/{name}", _TEXT)
    found = find_sources(["memory://meetings"])
    assert _names(found) == ["a.txt", "b.txt"]
    assert found[1].read(_LIMIT).data == _TEXT
    assert _names(find_sources(["memory://meetings/*.txt"])) == ["a.txt"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "a.txt").write_bytes(_TEXT)
    handler = partial(_Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_web_server(served: str) -> None:
    pytest.importorskip("aiohttp")
    (found,) = find_sources([f"{served}/a.txt"])
    assert (found.name, found.read(_LIMIT).data) == ("a.txt", _TEXT)
    (missing,) = find_sources([f"{served}/b.txt"])
    with pytest.raises(UnreadableError):
        missing.read(_LIMIT)


def test_filters() -> None:
    def kept(**options: object) -> int:
        return len(find_sources([_DOCS], Filters(**options)))  # type: ignore[arg-type]

    everything = list(_DOCS.iterdir())
    assert kept() == len(everything)
    assert kept(include=["*.pdf"]) == sum(path.suffix == ".pdf" for path in everything)
    assert kept(exclude=["*.en.*"]) == sum(".en." not in path.name for path in everything)
    assert kept(include=["*.txt"], min_bytes=10**9) == 0
    assert kept(max_bytes=10**4) == sum(path.stat().st_size <= 10**4 for path in everything)
    assert kept(media_types=["application/pdf"]) == sum(path.suffix == ".pdf" for path in everything)


def test_ten_thousand_files_are_found_quickly(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.txt").touch()
    began = time.process_time()
    assert len(find_sources([tmp_path])) == 2000
    assert time.process_time() - began < 1.0


def _missing(sources: list[SourceFile]) -> dict[str, str | None]:
    return {source.name: source.missing for source in sources}


def test_names_of_any_bytes_have_addresses_of_their_own(tmp_path: Path) -> None:
    odd = [
        b"z\xff.txt",
        b"z%FF.txt",
        b"a::b.txt",
        b"q'\".txt",
        b"li\nne.txt",
        b"[x]*?.txt",
        "u\u2028.txt".encode(),
    ]
    for name in odd:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(name)
    found = find_sources(tmp_path)
    assert {source.read(_LIMIT).data for source in found} == set(odd)
    assert all(source.address.encode() and source.read(_LIMIT).name.encode() for source in found)
    assert [again for source in found for again in find_sources(source.address)] == found


def test_every_member_of_a_zip_archive_is_read(tmp_path: Path) -> None:
    names = ["a.txt", "a.txt", "a.txt", "a.txt#1", "b::/c.txt", "li\nne.txt"]
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        warnings.simplefilter("ignore")
        for number, name in enumerate(names):
            archive.writestr(name, f"{number}")
    found = find_sources(tmp_path / "x.zip")
    assert sorted(source.read(_LIMIT).data for source in found) == [b"0", b"1", b"2", b"3", b"4", b"5"]
    plain = next(source for source in found if source.address.startswith("zip://a.txt::"))
    assert plain.read(_LIMIT).data == b"2"
    assert [again for source in found for again in find_sources(source.address)] == found


def test_links_that_lead_nowhere_or_elsewhere_are_told(tmp_path: Path) -> None:
    inside, elsewhere = tmp_path / "in", tmp_path / "elsewhere"
    for folder in (inside, inside / "sub", elsewhere):
        folder.mkdir()
    (inside / "sub" / "a.txt").write_bytes(_TEXT)
    for name, target in {"gone": "x", "one": "two", "two": "one", "again": "sub", "out": elsewhere}.items():
        (inside / name).symlink_to(target)
    found = find_sources(inside)
    assert sorted(_names(found)) == ["a.txt", "gone", "one", "out", "two"]
    for source in found:
        if source.name != "a.txt":
            with pytest.raises(UnreadableError):
                source.read(_LIMIT)
    assert _missing(found)["out"] == "this is a link to a folder elsewhere"


@pytest.mark.parametrize("address", ["*.xyz", "**x", "empty", "empty.zip", "x" * 5000, "a\0b"])
def test_an_address_without_a_file_is_told(tmp_path: Path, address: str) -> None:
    (tmp_path / "empty").mkdir()
    zipfile.ZipFile(tmp_path / "empty.zip", "w").close()
    (found,) = find_sources(f"{tmp_path}/{address}")
    with pytest.raises(UnreadableError):
        found.read(_LIMIT)


def test_a_store_without_a_file_is_told() -> None:
    fsspec.filesystem("memory").mkdir("/bare")
    for address in ("memory://bare", "memory://bare/*.txt"):
        (found,) = find_sources(address)
        assert found.missing


def test_folders_are_walked_without_a_call_for_each_depth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path.joinpath(*"d" * 100)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_bytes(_TEXT)
    depths: list[int] = []
    scandir = os.scandir

    def noted(folder: str) -> object:
        depths.append(len(inspect.stack(0)))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", noted)
    assert _names(find_sources(tmp_path)) == ["a.txt"]
    assert len(depths) > 100
    assert len(set(depths)) == 1


def test_folders_that_fit_a_pattern_are_walked_and_archives_are_not(tmp_path: Path) -> None:
    for name in ("2025/a.txt", "2025/results/.states/1/x.parquet", "2025/results/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(_TEXT)
    assert _names(find_sources(f"{tmp_path}/20*")) == ["a.txt"]
    assert _missing(find_sources(tmp_path / "2025" / "results"))


def test_what_is_no_address_is_a_clear_error() -> None:
    for wrong in ([1], [None], [b"bytes"], b"bytes", 7):
        with pytest.raises(TypeError):
            find_sources(wrong)  # type: ignore[arg-type]
