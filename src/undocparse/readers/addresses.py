"""Fetches documents from addresses of the web and of other stores, within limits of size and time."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from time import monotonic
from typing import Any, NoReturn
from urllib.parse import unquote, urlsplit

from undocparse.errors import MissingExtraError, UndocparseError, UnreadableError
from undocparse.extras import need
from undocparse.limits import Limits, out_of_time
from undocparse.readers.source import Source, check_size, load, writable

_WEB = ("http://", "https://")
_PART = 1 << 18  # bytes; between two parts the clock is looked at
_UNNAMED = "document"
_CHECK = "check the address and your access to it"


def is_address(text: str) -> bool:
    """Whether a text is an address (`https://…`, `s3://…`, `memory://…`) and not a path."""
    scheme, mark, _ = text.partition("://")
    return bool(mark) and scheme.replace("+", "").replace("-", "").isalnum()


def name_of(address: str) -> str:
    """The last part of an address's path, as the name of a file; `document` where it has none.

    Args:
        address: of the web or of a store that fsspec knows; of a chain (`zip://a.pdf::https://…`) the first.
    """
    path = urlsplit(address.partition("::")[0])
    last = unquote(path.path or path.netloc).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return _UNNAMED if last in {"", ".", ".."} else last


def fetch(address: str, limits: Limits | None = None) -> tuple[bytes, str]:
    """The bytes behind an address, and a name for them.

    Args:
        address: of the web, or of another store that fsspec knows.
        limits: how many `bytes` may be fetched and in how many `seconds`; those of `Limits()` where not
            given. A store other than the web that never answers is waited for all the same.

    Raises:
        MissingExtraError: fsspec is not installed, or for the web aiohttp (extra `web`).
        UnreadableError: there is no such file, or it cannot be fetched.
        TooLargeError: it has more bytes than the limit.
        TimeLimitError: fetching it took too long.
    """
    limits = limits or Limits()
    fsspec = need("fsspec", "web")
    web = address.startswith(_WEB)
    if web:
        need("aiohttp", "web")
    try:
        data = _fetched(fsspec, address, limits, web=web)
    except UndocparseError:
        raise
    except Exception as error:  # each store has errors of its own
        _raise(error, address, limits)
    check_size(len(data), address, limits.bytes)
    return data, name_of(address)


def load_address(address: str, limits: Limits | None = None, *, name: str | None = None) -> Source:
    """What is behind an address, as `load` gives the content of a file; errors name the address.

    Args:
        address: as for `fetch`.
        limits: as for `fetch`.
        name: what to call it, instead of the last part of the address.

    Raises:
        EmptyError: there are no bytes.
        UndocparseError: as `fetch`.
    """
    data, found = fetch(address, limits)
    return replace(load(data, name=address, max_bytes=len(data)), name=writable(name or found))


def _fetched(fsspec: Any, address: str, limits: Limits, *, web: bool) -> bytes:
    """All bytes, or more than are allowed.

    Raises:
        UndocparseError: they are too many or take too long.
    """
    until = monotonic() + limits.seconds
    with ExitStack() as stack:
        if web:
            store = _web_store(limits)
            size = None
        else:
            store, path = fsspec.core.url_to_fs(address)
            size = store.size(path)
        check_size(size or 0, address, limits.bytes)
        # of a file whose size is told, with blocks of none, the web store makes a stream without asking first
        opened = store.open(address, "rb", size=1, block_size=0) if web else store.open(path, "rb")
        file = stack.enter_context(opened)
        parts = []
        left = limits.bytes + 1
        while left > 0 and (part := file.read(min(left, _PART))):
            parts.append(part)
            left -= len(part)
            if monotonic() > until:
                raise out_of_time(address, limits.seconds)
        return b"".join(parts)


def _web_store(limits: Limits) -> Any:
    """A store that asks each server once, without asking for sizes before, and not for ever."""
    from aiohttp import ClientTimeout  # noqa: PLC0415 - of an extra
    from fsspec.implementations.http import HTTPFileSystem  # noqa: PLC0415

    # proxies of the environment are used, as by other programs
    options = {"timeout": ClientTimeout(total=limits.seconds), "trust_env": True}
    return HTTPFileSystem(client_kwargs=options)


def _raise(error: Exception, address: str, limits: Limits) -> NoReturn:
    """Raise what a store raised as an error of ours."""
    if isinstance(error, FileNotFoundError):
        raise UnreadableError(address, "there is no such file", "check the address") from error
    if isinstance(error, TimeoutError) or type(error).__name__ == "FSTimeoutError":
        raise out_of_time(address, limits.seconds) from error
    if isinstance(error, ImportError):
        if error.name and error.name.partition(".")[0] in {"aiohttp", "yarl"}:
            raise MissingExtraError(error.name, "web") from error
        raise UnreadableError(address, f"its store needs a package ({error})", "install it") from error
    reason = f"the file cannot be fetched ({type(error).__name__}: {error})"
    raise UnreadableError(address, reason, _CHECK) from error
