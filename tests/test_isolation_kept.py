"""Many documents in one process apart: it is kept and replaced; each comes to what it comes to alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import undocparse
from undocparse import Limits, errors, isolation, isolation_kept
from undocparse.isolation_kept import KeptReader

DOCS = Path(__file__).parent.parent / "fixtures" / "docs"
# the process runs what it is given instead of reading it, and answers with a document that bears a name
OBEYS = (
    "isolation_child._load = isolation_child._warm = lambda: None; "
    "isolation_child._read = lambda request, *_: "
    "(scope := dict(reads=reads), exec(request.read(), scope), scope['made'](scope))[-1]; "
    "reads = []; isolation_child."
)
MADE = """
import os
def made(scope):
    reads.append(1)
    name = f"{os.getpid()} {len(reads)}"
    source = {"name": name, "sha256": "", "media_type": "", "pages": 1, "reader": "text"}
    return __import__("json").dumps({"source": source}).encode()
"""
LIMITS = Limits(seconds=60, memory=2_000_000_000)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeptReader]:
    """A reader whose process runs what it is to read."""
    if not isolation.FORKS:
        pytest.skip("the system cannot fork")
    monkeypatch.setattr(isolation, "_BEGIN", isolation._BEGIN.replace("isolation_child.{}", OBEYS + "{}"))
    monkeypatch.setattr(isolation, "_started", [])
    with KeptReader(LIMITS) as reader:
        yield reader
    isolation._close()


def _ran(reader: KeptReader, code: str = "") -> tuple[str, str]:
    """The process that read, and how many it has read by then."""
    process, count = reader.read((MADE + code).encode(), name="a.pdf").source.name.split()
    return process, count


def test_one_process_reads_them_all(kept: KeptReader) -> None:
    found = [_ran(kept) for _ in range(3)]
    assert len({process for process, _ in found}) == 1
    assert [count for _, count in found] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("os._exit(3)", errors.CrashError),
        ("os.kill(os.getpid(), 11)", errors.CrashError),
        ("raise KeyError", errors.CrashError),
        ("bytearray(10**11)", errors.MemoryLimitError),
    ],
)
def test_what_kills_it_is_an_error_of_that_file_and_another_process_goes_on(
    code: str, kind: type[Exception], kept: KeptReader
) -> None:
    first, _ = _ran(kept)
    with pytest.raises(kind):
        _ran(kept, code)
    again, count = _ran(kept)
    assert (again != first, count) == (True, "1")


def test_what_fails_only_after_others_is_read_in_a_new_process(kept: KeptReader) -> None:
    first, _ = _ran(kept)
    assert _ran(kept, "if reads: os._exit(3)")[0] != first


def test_each_file_has_the_whole_time(kept: KeptReader) -> None:
    kept._limits = Limits(seconds=2, memory=LIMITS.memory)
    for _ in range(3):
        _ran(kept, "import time; time.sleep(0.9)")
    with pytest.raises(errors.TimeLimitError):
        _ran(kept, "import time; time.sleep(60)")
    assert _ran(kept)[1] == "1"


def test_a_process_is_replaced_after_many(kept: KeptReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation_kept, "_MOST", 2)
    assert [_ran(kept)[1] for _ in range(3)] == ["1", "2", "1"]


def test_the_process_goes_with_its_reader(kept: KeptReader) -> None:
    process, _ = _ran(kept)
    kept.close()
    server = isolation._started[-1]
    server.keep().close()  # asked after the end of the first, so that this was seen
    _ran(kept)
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)


def test_documents_are_those_that_are_read_here() -> None:
    names = ("calendar.fr.pdf", "programme.en.txt", "calendar.fr.docx")
    with KeptReader() as reader:
        for name in names:
            assert reader.read(DOCS / name) == undocparse.parse(DOCS / name)


def test_without_forks_each_has_an_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation_kept, "FORKS", False)
    with KeptReader() as reader:
        assert reader.read(DOCS / "programme.en.txt") == undocparse.parse(DOCS / "programme.en.txt")
