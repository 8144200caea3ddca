"""Reading in a process of its own: it may die in any way, and what it reads is what is read here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import undocparse
from undocparse import Limits, errors, isolation
from undocparse.isolation import parse_apart

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "fixtures" / "docs"
# the process runs what it is given instead of reading it: so it can be made to fail in any way
OBEYS = (
    "isolation_child._load = isolation_child._warm = lambda: None; "
    "isolation_child._read = lambda request, *_: exec(request.read()); isolation_child."
)
LIMITS = Limits(seconds=120, memory=2_000_000_000)
DEATHS = [
    ("import os; os.kill(os.getpid(), 11)", errors.CrashError, "by signal 11"),
    ("import os; os._exit(3)", errors.CrashError, "exit code 3"),
    ("raise KeyError('key')", errors.CrashError, "KeyError: 'key'"),
    ("raise type('Panic', (BaseException,), {})('torn')", errors.CrashError, "Panic: torn"),
    ("bytearray(10**11)", errors.MemoryLimitError, "more memory"),
    (
        "import os; os.write(2, b'memory allocation of 9 bytes failed'); os.abort()",
        errors.MemoryLimitError,
        "more memory",
    ),
    (
        "from undocparse.errors import EmptyError; raise EmptyError('x.pdf', 'nothing', 'go')",
        errors.EmptyError,
        "nothing; go",
    ),
]


@pytest.fixture(params=[True, False], ids=["forked", "alone"])
def obedient(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server, or an interpreter for each, that runs what it is to read."""
    monkeypatch.setattr(isolation, "_BEGIN", isolation._BEGIN.replace("isolation_child.{}", OBEYS + "{}"))
    monkeypatch.setattr(isolation, "_started", [])
    monkeypatch.setattr(isolation, "FORKS", request.param and isolation.FORKS)
    yield
    isolation._close()


@pytest.mark.usefixtures("obedient")
def test_each_death_is_an_error_of_its_kind_and_the_next_reading_goes_on() -> None:
    for code, kind, words in DEATHS:
        with pytest.raises(kind, match=words) as caught:
            parse_apart(code.encode(), name="a.pdf", limits=LIMITS)
        assert caught.value.code == kind.code


@pytest.mark.usefixtures("obedient")
def test_a_process_that_hangs_is_ended_when_the_time_is_up() -> None:
    with pytest.raises(errors.TimeLimitError, match=r"a\.pdf: .* 0\.5 seconds"):
        parse_apart(b"import time; time.sleep(1000)", name="a.pdf", limits=Limits(seconds=0.5))


@pytest.mark.usefixtures("obedient")
def test_threads_get_the_answers_to_their_own_questions() -> None:
    if not isolation.FORKS:
        pytest.skip("interpreters of their own have nothing in common")

    def ask(number: int) -> str:
        with pytest.raises(errors.CrashError) as caught:
            parse_apart(f"raise KeyError({number})".encode(), limits=LIMITS)
        return caught.value.reason

    with ThreadPoolExecutor(4) as threads:
        reasons = list(threads.map(ask, range(8)))
    assert [f"KeyError: {number}" in reason for number, reason in enumerate(reasons)] == [True] * 8


@pytest.mark.usefixtures("obedient")
def test_an_answer_that_is_no_document_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_BEGIN", isolation._BEGIN.replace("exec(request.read())", "b'[]'"))
    with pytest.raises(errors.CrashError, match="no document"):
        parse_apart(b"x", limits=LIMITS)


def test_documents_are_those_that_are_read_here() -> None:
    for name in ("calendar.fr.pdf", "programme.en.txt"):  # the second finds the samples read
        assert undocparse.parse(DOCS / name, isolate=True) == undocparse.parse(DOCS / name)


def test_a_layout_cannot_be_kept_of_what_is_read_elsewhere() -> None:
    with pytest.raises(ValueError, match="exclude each other"):
        undocparse.parse(DOCS / "programme.en.txt", isolate=True, keep_layout=True)


def _script(folder: Path, *lines: str) -> Path:
    script = folder / "script.py"
    script.write_text("\n".join(["import sys", f"sys.path[:0] = {sys.path!r}", *lines]), "utf-8")
    return script


def test_a_script_without_a_main_guard_runs_once(tmp_path: Path) -> None:
    script = _script(
        tmp_path,
        "from undocparse.isolation import parse_apart",
        f"print(parse_apart({str(DOCS / 'calendar.fr.txt')!r}).source.name)",
    )
    found = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["calendar.fr.txt"]


@pytest.mark.skipif(not isolation.FORKS, reason="the system cannot fork")
def test_nothing_is_left_where_the_caller_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    code = f"import os, time; open({str(noted)!r}, 'w').write(f'{{os.getpid()}} {{os.getppid()}} ')"
    script = _script(
        tmp_path,
        "from undocparse import isolation",
        f"isolation._BEGIN = isolation._BEGIN.replace('isolation_child.{{}}', {OBEYS + '{}'!r})",
        f"isolation.parse_apart({(code + '; time.sleep(1000)').encode()!r})",
    )
    with subprocess.Popen([sys.executable, script]) as caller:
        while not noted.exists() or not noted.read_text().endswith(" "):
            assert caller.poll() is None
            time.sleep(0.05)
        caller.send_signal(signal.SIGKILL)
    until = time.monotonic() + 60
    left = [int(pid) for pid in noted.read_text().split()]
    while any(map(_runs, left)):
        assert time.monotonic() < until
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")  # one that nobody waits for stays as a zombie where there is no init
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
