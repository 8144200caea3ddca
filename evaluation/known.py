"""Known failures: misses that are expected; one that no longer happens has to be taken off the list."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.scoring import Miss

FIELDS = {"suite", "document", "component", "key", "reason"}


class KnownError(Exception):
    """The list of known failures is malformed."""


@dataclass(frozen=True)
class Known:
    """One expected miss, and why it is not mended."""

    suite: str
    miss: Miss
    reason: str


def read_known(path: Path) -> list[Known]:
    """The list; empty where there is no file.

    Raises:
        KnownError: an entry has unknown or missing fields, stands twice, or gives no reason.
    """
    if not path.exists():
        return []
    found: list[Known] = []
    for at, given in enumerate(tomllib.loads(path.read_text("utf-8")).get("failure", []), 1):
        if set(given) != FIELDS or not given["reason"].strip():
            raise KnownError(f"{path.name}: entry {at} must have exactly {sorted(FIELDS)}, and a reason")
        known = Known(
            given["suite"], Miss(given["document"], given["component"], given["key"]), given["reason"]
        )
        if any((known.suite, known.miss) == (other.suite, other.miss) for other in found):
            raise KnownError(f"{path.name}: entry {at} ({known.miss}) stands twice")
        found.append(known)
    return found


def check_known(
    suite: str, misses: Iterable[Miss], known: Iterable[Known], *, all_known: bool
) -> Iterator[str]:
    """Listed misses that are gone, and with `all_known` misses that are not listed."""
    listed = {entry.miss for entry in known if entry.suite == suite}
    happened = set(misses)
    for miss in sorted(listed - happened):
        yield f"known failure passes now, remove it: {said(miss)}"
    for miss in sorted(happened - listed) if all_known else ():
        yield f"new failure: {said(miss)}"


def said(miss: Miss) -> str:
    """A miss in one line."""
    return f"{miss.document}: {miss.component}: {miss.key}"


def as_toml(suite: str, misses: Iterable[Miss]) -> Iterator[str]:
    """Entries to paste into the list; the reasons are to be written by a person."""
    for miss in sorted(set(misses)):
        yield "[[failure]]"
        for name, value in (
            ("suite", suite),
            ("document", miss.document),
            ("component", miss.component),
            ("key", miss.key),
            ("reason", ""),
        ):
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            yield f'{name} = "{escaped}"'
        yield ""
