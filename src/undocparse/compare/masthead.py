"""Fields of two mastheads that must be equal in all versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from undocparse.compare.pairing import Pairing
from undocparse.compare.result import Difference
from undocparse.compare.saying import said

_EQUAL = ("symbol", "date", "starts", "ends", "session/number")


def masthead_differences(pairing: Pairing) -> Iterator[Difference]:
    """Symbol, dates, number of the session and items of the masthead that differ."""
    for field in _EQUAL:
        path = f"/header/{field}"
        first, second = pairing.first.text(path), pairing.second.text(path)
        if first != second:
            yield said("masthead", path if first else None, path if second else None, first, second)
    ones = pairing.first.document.header.agenda_items
    others = pairing.second.document.header.agenda_items
    if _known(pairing, map(pairing.first_key, ones)) != _known(pairing, map(pairing.second_key, others)):
        path = "/header/agenda_items"
        yield said("masthead", path, path, ", ".join(ones) or None, ", ".join(others) or None)


def _known(pairing: Pairing, names: Iterable[str]) -> list[str]:
    """Items without those that one agenda lacks, which is a finding of its own."""
    alone = {item.key for item in pairing.first.items.values()} - set(pairing.keys.values())
    return [name for name in names if name not in alone and not name.startswith("second ")]
