"""The parts of two versions of a document, paired by structure."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from undocparse.compare.references import pair_references
from undocparse.compare.result import Pair, UnitKind
from undocparse.compare.sequence import Strand, align_sequences
from undocparse.compare.sittings import pair_sittings
from undocparse.compare.version import Version
from undocparse.model import Annotation

Keys = dict[str, str]
"""Keys of agenda items of the second version, with those of the first that they stand for."""


class Pairing:
    """The parts of two versions, paired.

    Attributes:
        first: one version.
        second: the other.
        keys: keys of the second version's items with those of the first.
        pairs: in document order of the first version, as far as there is one.
    """

    def __init__(self, first: Version, second: Version) -> None:
        self.first, self.second = first, second
        self.keys: Keys = {}
        self._own = [{item.key for item in version.items.values()} for version in (first, second)]
        self.stretch = _stretch(first, second)
        self.pairs: list[Pair] = [*self._items(), *self._title(), *self._annotations()]
        self.pairs += self._documents()
        self.pairs += pair_sittings(first.document.timetable, second.document.timetable)
        self.pairs += self._footnotes()
        self.pairs += pair_references(first, second, list(self.pairs))

    def first_key(self, key: str) -> str:
        """One name in both versions for the item that a key of the first means; a stray key names itself."""
        return key if key in self._own[0] or key not in self._own[1] else self.second_key(key)

    def second_key(self, key: str) -> str:
        """The same for a key of the second version."""
        return self.keys.get(key, f"second {key}") if key in self._own[1] else key

    def _title(self) -> Iterator[Pair]:
        titled = [version.document.header.title for version in (self.first, self.second)]
        if any(titled):
            yield Pair(
                kind="title",
                first="/header/title" if titled[0] else None,
                second="/header/title" if titled[1] else None,
            )

    def _items(self) -> Iterator[Pair]:
        """Items by key; one of another key that stands at the same place is the same, renumbered."""
        first = {item.key: path for path, item in self.first.items.items()}
        second = {item.key: path for path, item in self.second.items.items()}
        lone = {path: key for key, path in second.items() if key not in first}
        self.keys = {key: key for key in second if key in first}
        for key, path in first.items():
            other = second.get(key)
            if other is None and path in lone:
                other = path
                self.keys[lone.pop(path)] = key
            yield Pair(kind="item", first=path, second=other)
        for path in lone:
            yield Pair(kind="item", second=path)

    def _annotations(self) -> Iterator[Pair]:
        """Annotations by the items that they cover, those of the same items in order."""
        first, second = (version.document.annotations for version in (self.first, self.second))
        ones, others = _grouped(first, self.first_key), _grouped(second, self.second_key)
        for items in dict.fromkeys((*ones, *others)):
            one, other = ones.get(items, []), others.get(items, [])
            for left, right in self._in_order(one, other):
                yield from self._annotation(left, right)

    def _in_order(self, one: list[int], other: list[int]) -> Iterator[tuple[int | None, int | None]]:
        """Annotations of the same items: as many go one by one, else those that are alike."""
        if len(one) == len(other):
            yield from zip(one, other, strict=True)
            return
        left = [self._annotation_strand(self.first, each) for each in one]
        right = [self._annotation_strand(self.second, each) for each in other]
        for here, there in align_sequences(left, right, self.stretch):
            yield None if here is None else one[here], None if there is None else other[there]

    def _annotation_strand(self, version: Version, index: int) -> Strand:
        annotation = version.document.annotations[index]
        facts = frozenset(each.symbol for each in annotation.documents if each.symbol)
        texts = [paragraph.text for paragraph in annotation.paragraphs]
        inner = (
            version.strand(f"/annotations/{index}/paragraphs/{place}/text") for place in range(len(texts))
        )
        return Strand(
            " ".join([annotation.heading or "", *texts]), facts.union(*(each.facts for each in inner))
        )

    def _annotation(self, one: int | None, other: int | None) -> Iterator[Pair]:
        yield Pair(kind="annotation", first=_path(one), second=_path(other))
        yield from self._headings(one, other)
        left, right = _paragraphs(self.first, one), _paragraphs(self.second, other)
        matched = align_sequences([each for _, each in left], [each for _, each in right], self.stretch)
        for here, there in matched:
            yield Pair(
                kind="paragraph",
                first=None if here is None else left[here][0],
                second=None if there is None else right[there][0],
            )

    def _headings(self, one: int | None, other: int | None) -> Iterator[Pair]:
        found = [
            f"/annotations/{index}/heading"
            if index is not None and version.document.annotations[index].heading
            else None
            for version, index in ((self.first, one), (self.second, other))
        ]
        if any(found):
            yield Pair(kind="heading", first=found[0], second=found[1])

    def _documents(self) -> Iterator[Pair]:
        """Listed documents: by symbol under the same items, in order without one, by symbol elsewhere."""
        lone_first: list[str] = []
        lone_second: list[str] = []
        for pair in [each for each in self.pairs if each.kind == "annotation"]:
            left, right = _listed(self.first, pair.first), _listed(self.second, pair.second)
            for one, other in _by_symbol(left, right):
                del left[one], right[other]
                yield Pair(kind="document", first=one, second=other)
            for one, other in self._unsymbolled(left, right):
                del left[one], right[other]
                yield Pair(kind="document", first=one, second=other)
            lone_first += left
            lone_second += right
        yield from self._moved(lone_first, lone_second)

    def _unsymbolled(
        self, left: dict[str, str | None], right: dict[str, str | None]
    ) -> list[tuple[str, str]]:
        """Documents without symbol, aligned in order."""
        ones = [path for path, symbol in left.items() if symbol is None]
        others = [path for path, symbol in right.items() if symbol is None]
        matched = align_sequences(
            [self.first.strand(f"{path}/text") for path in ones],
            [self.second.strand(f"{path}/text") for path in others],
            self.stretch,
        )
        return [(ones[a], others[b]) for a, b in matched if a is not None and b is not None]

    def _moved(self, first: list[str], second: list[str]) -> Iterator[Pair]:
        symbols = [
            {path: version.text(f"{path}/symbol") for path in paths}
            for version, paths in ((self.first, first), (self.second, second))
        ]
        pairs = _by_symbol(symbols[0], symbols[1])
        gone = {path for pair in pairs for path in (f"1{pair[0]}", f"2{pair[1]}")}
        homes = {pair.first: pair.second for pair in self.pairs if pair.kind == "annotation" and pair.first}
        left = [path for path in first if f"1{path}" not in gone]
        right = [path for path in second if f"2{path}" not in gone]
        for path in left:
            home = homes.get(path.rpartition("/documents/")[0])
            other = next((each for each in right if each.rpartition("/documents/")[0] == home), None)
            if other is not None:
                right.remove(other)
            yield Pair(kind="document", first=path, second=other)
        yield from (Pair(kind="document", second=path) for path in right)
        yield from (Pair(kind="document", first=one, second=other) for one, other in pairs)

    def _footnotes(self) -> Iterator[Pair]:
        """Footnotes by mark, those of the same mark in order."""
        marks = []
        for version in (self.first, self.second):
            found: defaultdict[str, list[str]] = defaultdict(list)
            for index, note in enumerate(version.document.footnotes):
                found[note.mark].append(f"/footnotes/{index}")
            marks.append(found)
        for mark in dict.fromkeys((*marks[0], *marks[1])):
            yield from _zipped("footnote", marks[0].get(mark, []), marks[1].get(mark, []))


def _zipped(kind: UnitKind, first: Sequence[str], second: Sequence[str]) -> Iterator[Pair]:
    for place in range(max(len(first), len(second))):
        yield Pair(
            kind=kind,
            first=first[place] if place < len(first) else None,
            second=second[place] if place < len(second) else None,
        )


def _path(index: int | None) -> str | None:
    return None if index is None else f"/annotations/{index}"


def _grouped(
    annotations: tuple[Annotation, ...], key: Callable[[str], str]
) -> dict[tuple[str, ...], list[int]]:
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, annotation in enumerate(annotations):
        groups[tuple(sorted(map(key, annotation.items)))].append(index)
    return groups


def _paragraphs(version: Version, index: int | None) -> list[tuple[str, Strand]]:
    if index is None:
        return []
    found = []
    for place, paragraph in enumerate(version.document.annotations[index].paragraphs):
        pointer = f"/annotations/{index}/paragraphs/{place}"
        found.append((pointer, version.strand(f"{pointer}/text", paragraph.number)))
    return found


def _listed(version: Version, annotation: str | None) -> dict[str, str | None]:
    """Pointers of the documents of an annotation, with their symbols."""
    if annotation is None:
        return {}
    documents = version.document.annotations[int(annotation.rpartition("/")[2])].documents
    return {f"{annotation}/documents/{place}": each.symbol for place, each in enumerate(documents)}


def _by_symbol(left: dict[str, str | None], right: dict[str, str | None]) -> list[tuple[str, str]]:
    """Documents of the same symbol; of several those at the same place of their lists, else in order."""
    found: dict[str, str] = {}
    for same in (True, False):
        for path, symbol in left.items():
            if symbol is None or path in found:
                continue
            free = (each for each in right if right[each] == symbol and each not in found.values())
            other = next((each for each in free if not same or _last(each) == _last(path)), None)
            if other is not None:
                found[path] = other
    return [(path, found[path]) for path in left if path in found]


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _stretch(first: Version, second: Version) -> float:
    """Logarithm of how much longer the second version's words are, by the titles of items they both have."""
    lengths = [{item.key: len(item.title) for item in version.items.values()} for version in (first, second)]
    both = lengths[0].keys() & lengths[1].keys()
    sums = [sum(each[key] for key in both) for each in lengths]
    return math.log((sums[1] + 8) / (sums[0] + 8))  # 8 letters, so that no title at all is no error
