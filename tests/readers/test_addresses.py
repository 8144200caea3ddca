"""Documents from the web and other stores: fetched within limits, or an error that says why not."""

from __future__ import annotations

import http.server
import json
import sys
import threading
import time
from collections.abc import Iterator

import fsspec
import pytest

import undocparse
from undocparse import Limits, errors
from undocparse.cli import main
from undocparse.readers.addresses import fetch, is_address, load_address, name_of

AGENDA = b"Provisional agenda\n\n1. Opening of the session.\n2. Other matters.\n"


class _Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/none"):
            self.send_error(404)
            return
        if self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", "/agenda.txt")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()  # no length is told: it ends when the connection does
        parts = [AGENDA] if "agenda" in self.path else [b"x"] * 100
        for part in parts:
            self.wfile.write(part)
            if len(parts) > 1:
                self.wfile.flush()
                time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A web server on this machine."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def memory() -> Iterator[str]:
    """A store in memory with one agenda."""
    store = fsspec.filesystem("memory")
    store.pipe("/fetched/agenda.txt", AGENDA)
    yield "memory://fetched"
    store.rm("/fetched", recursive=True)


def test_bytes_and_name_of_a_file_in_another_store(memory: str) -> None:
    assert fetch(f"{memory}/agenda.txt") == (AGENDA, "agenda.txt")


@pytest.mark.parametrize("path", ["agenda.txt?version=2", "moved/agenda.txt"])
def test_bytes_and_name_of_a_page(path: str, site: str) -> None:
    assert fetch(f"{site}/{path}") == (AGENDA, "agenda.txt")


def test_what_is_not_there_is_told(site: str, memory: str) -> None:
    for address in (f"{site}/none.pdf", f"{memory}/none.pdf"):
        with pytest.raises(errors.UnreadableError, match="there is no such file") as caught:
            fetch(address)
        assert caught.value.name == address


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(errors.UnreadableError, match="cannot be fetched"):
        fetch("http://127.0.0.1:9/agenda.pdf", Limits(seconds=20))


def test_no_more_is_fetched_than_the_limit(site: str, memory: str) -> None:
    for address in (f"{site}/agenda.txt", f"{memory}/agenda.txt"):
        assert len(fetch(address, Limits(bytes=len(AGENDA)))[0]) == len(AGENDA)
        with pytest.raises(errors.TooLargeError):
            fetch(address, Limits(bytes=len(AGENDA) - 1))


def test_no_longer_is_waited_than_the_limit(site: str) -> None:
    began = time.monotonic()
    with pytest.raises(errors.TimeLimitError, match=r"1 seconds"):
        fetch(f"{site}/slow.txt", Limits(seconds=1))
    assert time.monotonic() - began < 8


@pytest.mark.parametrize(("module", "scheme"), [("fsspec", "memory"), ("aiohttp", "https")])
def test_a_missing_package_names_the_extra(module: str, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(errors.MissingExtraError, match=r"undocparse\[web\]"):
        fetch(f"{scheme}://127.0.0.1/agenda.txt")


def test_a_store_without_its_package_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(errors.UnreadableError, match="s3fs"):
        fetch("s3://bucket/agenda.pdf")


def test_the_web_needs_no_requests(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "requests", None)
    assert fetch(f"{site}/agenda.txt")[0] == AGENDA


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://a.org/x/A%20B.pdf?lang=en#top", "A B.pdf"),
        ("https://a.org/x/", "x"),
        ("https://a.org", "a.org"),
        ("https://a.org/%2e%2e", "document"),
        ("https://a.org/x%2F..%5Cy.pdf", "y.pdf"),
        ("s3://bucket/A/80/150.pdf", "150.pdf"),
        ("zip://in/a.pdf::https://a.org/b.zip", "a.pdf"),
    ],
)
def test_names_are_those_of_files(address: str, name: str) -> None:
    assert name_of(address) == name


@pytest.mark.parametrize(("text", "found"), [("s3://a/b", True), ("a/b.pdf", False), ("C:\\a://b", False)])
def test_addresses_and_paths_are_told_apart(text: str, *, found: bool) -> None:
    assert is_address(text) == found


def test_the_library_reads_an_address(site: str) -> None:
    assert undocparse.parse(f"{site}/agenda.txt").source.name == "agenda.txt"
    assert undocparse.parse(f"{site}/agenda.txt", name="mine.txt").source.name == "mine.txt"
    with pytest.raises(errors.TooLargeError):
        undocparse.parse(f"{site}/agenda.txt", max_bytes=len(AGENDA) - 1)


def test_errors_name_the_address(memory: str) -> None:
    fsspec.filesystem("memory").pipe("/fetched/empty.txt", b"")
    with pytest.raises(errors.EmptyError, match=f"^{memory}/empty.txt: the file is empty"):
        load_address(f"{memory}/empty.txt")


def test_the_command_reads_an_address(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", f"{site}/none.txt", f"{site}/agenda.txt"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["source"]["name"] == "agenda.txt"
    assert printed.err.startswith(f"undocparse: {site}/none.txt: there is no such file")
