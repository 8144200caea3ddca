"""Follows an agenda item over the sessions of an archive.

Titles are compared once each, however many agendas have them. Those that are alike enough are the item; those
that are less alike count where their annotations cite what the item's annotations in another document cite;
and the language versions of an agenda lend each other their items, since number and document are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from undocparse.archive.index import ArchivedDocument
from undocparse.languages.matching import folded

if TYPE_CHECKING:
    from undocparse.archive.archive import Archive

_POSSIBLE = 0.6  # likeness from which shared references make an item of it
_ITEMS = 2  # of a document; what is cited under more of them, as a meeting's mandate is, tells none apart
_Place = tuple[str, str]  # document and key


@dataclass(frozen=True, slots=True)
class Appearance:
    """An item on the agenda of one document.

    Attributes:
        document: whose agenda it is.
        key: of the item.
        title: of the item.
        likeness: of its title to the one asked for, 0 to 1.
        shared: what its annotations cite as those of other appearances do ("resolution A 60/251").
        translated: whether it was found as the same item in another language.
    """

    document: ArchivedDocument
    key: str
    title: str
    likeness: float
    shared: tuple[str, ...] = ()
    translated: bool = False

    @property
    def date(self) -> date | None:
        """First day of the meeting, or else the date of the document."""
        return self.document.date


def trace(archive: Archive, title: str, likeness: float) -> tuple[Appearance, ...]:
    """As `Archive.trace`."""
    known = {one.document: one for one in archive.index.documents}
    places = _titles(archive)
    near = _near(title, list(places), min(likeness, _POSSIBLE))
    cited = _cited(archive, [place for text in near for place in places[text]])
    sure = {place for text, score in near.items() if score >= likeness for place in places[text]}
    citing = _citing(sure, cited, known)
    found = {
        place: Appearance(known[place[0]], place[1], original, near[text])
        for text in near
        for place, original in places[text].items()
        if place in sure or any(citing[one] - {known[place[0]].symbol} for one in cited.get(place, ()))
    }
    found |= _translations(found, places, archive)
    return tuple(sorted((_with_shared(one, found, cited) for one in found.values()), key=_order))


def _citing(
    places: Iterable[_Place], cited: Mapping[_Place, frozenset[str]], known: Mapping[str, ArchivedDocument]
) -> dict[str, set[str | None]]:
    """For what is cited under the item, the symbols of the documents that do so."""
    citing: dict[str, set[str | None]] = defaultdict(set)
    for place in places:
        for one in cited.get(place, ()):
            citing[one].add(known[place[0]].symbol)
    return citing


def _titles(archive: Archive) -> dict[str, dict[_Place, str]]:
    """For each title, folded, the places that have it, and how they print it."""
    places: dict[str, dict[_Place, str]] = defaultdict(dict)
    columns = archive.items.select("document", "key", "title").collect()
    for document, key, title in columns.iter_rows():
        places[folded(title)][document, key] = title
    return places


def _near(title: str, titles: list[str], cutoff: float) -> dict[str, float]:
    """Titles that are alike in whatever order of words; one that opens with the other is nearly so."""
    wanted = folded(title)
    found = process.extract(
        wanted, titles, scorer=fuzz.token_sort_ratio, score_cutoff=100 * cutoff, limit=None
    )
    near = {text: round(score / 100, 3) for text, score, _ in found}
    for text in titles:
        if min(len(text), len(wanted)) > 3 and (text.startswith(wanted) or wanted.startswith(text)):
            near[text] = max(near.get(text, 0.0), 0.9)
    return near


def _cited(archive: Archive, places: list[_Place]) -> dict[_Place, frozenset[str]]:
    """The resolutions and decisions cited under these items and under hardly any other of their documents."""
    import polars  # noqa: PLC0415

    wanted = {document for document, _ in places}
    rows = (
        archive.references.filter(
            polars.col("document").is_in(list(wanted)),
            polars.col("kind").is_in(["resolution", "decision", "recommendation"]),
            polars.col("number").is_not_null(),
        )
        .select("document", "items", "kind", "body", "number")
        .collect()
    )
    under: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document, items, kind, body, number in rows.iter_rows():
        under[document, f"{kind} {body or '?'} {number}"].update(items or ())
    cited: dict[_Place, set[str]] = defaultdict(set)
    for (document, name), items in under.items():
        for key in items if len(items) <= _ITEMS else ():
            cited[document, key].add(name)
    return {place: frozenset(names) for place, names in cited.items()}


def _translations(
    found: dict[_Place, Appearance], places: dict[str, dict[_Place, str]], archive: Archive
) -> dict[_Place, Appearance]:
    """The same items of the same documents in other languages."""
    originals = {place: title for printed in places.values() for place, title in printed.items()}
    made: dict[_Place, Appearance] = {}
    for (_, key), one in found.items():
        for other in archive.resolve(one.document.symbol) if one.document.symbol else ():
            place = other.document, key
            if other.language != one.document.language and place in originals and place not in found:
                made[place] = replace(one, document=other, title=originals[place], translated=True)
    return made


def _with_shared(
    one: Appearance, found: dict[_Place, Appearance], cited: dict[_Place, frozenset[str]]
) -> Appearance:
    own = cited.get((one.document.document, one.key), frozenset())
    if not own:
        return one
    others = (
        cited.get(place, frozenset())
        for place, other in found.items()
        if other.document.symbol != one.document.symbol
    )
    return replace(one, shared=tuple(sorted(own & frozenset().union(*others))))


def _order(one: Appearance) -> tuple[str, str, str]:
    return str(one.date or ""), one.document.address, one.key
