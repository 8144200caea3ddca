"""Fields of two mastheads that must be equal in all versions."""

from __future__ import annotations

from collections.abc import Iterator

from undocparse.compare.pairing import Pairing
from undocparse.compare.result import Difference
from undocparse.compare.saying import said
from undocparse.compare.version import Version

_EQUAL = ("symbol", "date", "starts", "ends", "session/number")


def masthead_differences(pairing: Pairing) -> Iterator[Difference]:
    """Symbol, dates, number of the session and items of the masthead that differ."""
    for field in _EQUAL:
        path = f"/header/{field}"
        first, second = _value(pairing.first, path), _value(pairing.second, path)
        if first != second:
            yield said("masthead", path if first else None, path if second else None, first, second)
    ones = pairing.first.document.header.agenda_items
    others = pairing.second.document.header.agenda_items
    if ones != tuple(pairing.keys.get(key, key) for key in others) and not _lost(pairing, ones, others):
        path = "/header/agenda_items"
        yield said("masthead", path, path, ", ".join(ones) or None, ", ".join(others) or None)


def _lost(pairing: Pairing, ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the items that only one masthead names are items that the other's agenda lacks."""
    known = set(pairing.keys.values())
    left = [key for key in ones if key in known or not pairing.first.items]
    right = [pairing.keys.get(key, "") for key in others if key in pairing.keys or not pairing.second.items]
    return left == right and bool(pairing.first.items and pairing.second.items) and bool(known)


def _value(version: Version, path: str) -> str | None:
    return version.text(path)
