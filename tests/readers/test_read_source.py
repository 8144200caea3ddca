from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest

from undocparse import errors
from undocparse.readers import Source, load


def test_paths_bytes_and_files_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_bytes(b"Provisional agenda")
    expected = Source("agenda.txt", str(path), b"Provisional agenda")
    assert load(path) == load(str(path)) == expected
    with path.open("rb") as file:
        assert load(file) == expected
    assert load(b"Provisional agenda").data == expected.data
    assert load(io.BytesIO(b"x"), name="given.txt").name == "given.txt"
    assert load(memoryview(b"x")).name == "document"


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        pytest.param(lambda folder: folder / "missing.pdf", errors.UnreadableError, id="missing"),
        pytest.param(lambda folder: folder, errors.NotADocumentError, id="directory"),
        pytest.param(lambda folder: Path("/dev/null"), errors.NotADocumentError, id="device"),
        pytest.param(lambda folder: "a\0b", errors.UnreadableError, id="impossible-path"),
        pytest.param(lambda folder: b"", errors.EmptyError, id="no-bytes"),
        pytest.param(lambda folder: b"x" * 11, errors.TooLargeError, id="too-many-bytes"),
        pytest.param(lambda folder: io.BytesIO(b"x" * 11), errors.TooLargeError, id="file-too-large"),
    ],
)
def test_what_cannot_be_read_is_said(make: object, kind: type[Exception], tmp_path: Path) -> None:
    with pytest.raises(kind) as caught:
        load(make(tmp_path), max_bytes=10)  # type: ignore[operator]
    assert isinstance(caught.value, errors.UndocparseError)
    assert "\n" not in str(caught.value)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole: no disk is used
    with pytest.raises(errors.TooLargeError, match=r"large\.pdf"):
        load(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "secret.pdf"
    path.write_bytes(b"%PDF-")
    path.chmod(0)
    with pytest.raises(errors.UnreadableError, match="permission"):
        load(path)


@pytest.mark.parametrize("source", [io.StringIO("text"), 12], ids=["text-file", "number"])
def test_what_is_no_source_is_the_callers_mistake(source: object) -> None:
    with pytest.raises(TypeError):
        load(source)  # type: ignore[arg-type]


def test_a_closed_file_is_unreadable() -> None:
    file = io.BytesIO(b"x")
    file.close()
    with pytest.raises(errors.UnreadableError):
        load(file)


def test_what_was_loaded_is_not_loaded_again() -> None:
    loaded = load(b"text", name="a.txt")
    assert load(loaded) is loaded


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="only Linux has such files")
def test_a_file_that_holds_more_than_its_size_says_is_read_whole() -> None:
    assert load(Path("/proc/self/cmdline")).data == Path("/proc/self/cmdline").read_bytes()


class _Pipe(io.RawIOBase):
    """A file that gives each of these in turn; what is an error is raised."""

    def __init__(self, *parts: bytes | Exception) -> None:
        self._parts = iter(parts)

    def read(self, size: int = -1) -> bytes:
        part = next(self._parts, b"")
        if isinstance(part, Exception):
            raise part
        return part[:size]


def test_a_file_that_gives_less_than_asked_is_read_on() -> None:
    assert load(_Pipe(b"ab", b"c", b"de")).data == b"abcde"  # type: ignore[arg-type]
    with pytest.raises(errors.TooLargeError):
        load(_Pipe(*[b"abc"] * 4), max_bytes=10)  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(os, "set_blocking"), reason="the system's pipes always block")
def test_a_pipe_is_read_to_its_end_though_nothing_came_through_yet() -> None:
    reads, writes = os.pipe()
    os.set_blocking(reads, False)
    writer = threading.Timer(0.1, lambda: (os.write(writes, b"late"), os.close(writes)))
    with os.fdopen(reads, "rb", buffering=0) as pipe:
        writer.start()
        assert load(pipe).data == b"late"


@pytest.mark.parametrize("error", [RuntimeError("torn"), EOFError("torn"), KeyError("torn")])
def test_whatever_a_file_raises_is_unreadable(error: Exception) -> None:
    with pytest.raises(errors.UnreadableError, match="torn"):
        load(_Pipe(b"x", error), name="a.pdf")  # type: ignore[arg-type]
