"""What one version of a document has and another lacks."""

from __future__ import annotations

from collections.abc import Iterator

from undocparse.compare.facts import fact_differences
from undocparse.compare.masthead import masthead_differences
from undocparse.compare.pairing import Pairing
from undocparse.compare.result import Difference, DifferenceKind, Pair
from undocparse.compare.saying import said
from undocparse.compare.version import Version
from undocparse.model import Document, Reference

_PARTS = ("annotation", "paragraph", "document", "footnote", "sitting")


def differences(a: Document, b: Document) -> tuple[Difference, ...]:
    """In what two versions of a document differ that ought to be alike: languages, or formats.

    Wording is not compared. What stands in a part that one version lacks is no finding of its own.

    Args:
        a: the first version.
        b: the second.

    Returns:
        Masthead first, then agenda, annotations, documents, timetable, footnotes, references, then dates,
        times and numbers of the texts that both have.
    """
    pairing = Pairing(Version(a), Version(b))
    return tuple(_all(pairing))


def _all(pairing: Pairing) -> Iterator[Difference]:
    yield from masthead_differences(pairing)
    lone = [set[str](), set[str]()]
    yield from _items(pairing, lone)
    parts = list(_parts(pairing, lone))
    yield from parts
    yield from _sittings(pairing)
    yield from _references(pairing, lone, parts)
    yield from fact_differences(pairing)


def _items(pairing: Pairing, lone: list[set[str]]) -> Iterator[Difference]:
    """Items; what stands below a missing one goes with it. Fills in the keys of what is missing."""
    pairs = [pair for pair in pairing.pairs if pair.kind == "item"]
    firsts = {pairing.first.items[pair.first].key for pair in pairs if pair.first and not pair.second}
    seconds = {pairing.second.items[pair.second].key for pair in pairs if pair.second and not pair.first}
    for keys, gone in zip((firsts, seconds), lone, strict=True):
        gone |= {f"item {key}" for key in keys}
    for pair in pairs:
        one = pairing.first.items[pair.first] if pair.first else None
        other = pairing.second.items[pair.second] if pair.second else None
        if (one and one.parent_key in firsts) or (other and other.parent_key in seconds):
            continue
        here, there = one.key if one else None, other.key if other else None
        if here == there or (here and there and _renumbered_above(pairing, here, there)):
            continue
        depth = max(each.level for each in (one, other) if each is not None)
        kind: DifferenceKind = "item" if depth == 1 else "sub_item"
        yield said(kind, pair.first, pair.second, here, there)


def _renumbered_above(pairing: Pairing, first: str, second: str) -> bool:
    """Whether two keys differ because those of the items above do."""
    above, _, last = first.rpartition(".")
    other_above, _, other_last = second.rpartition(".")
    return last == other_last and above != other_above and pairing.keys.get(other_above) == above


def _parts(pairing: Pairing, lone: list[set[str]]) -> Iterator[Difference]:
    """Annotations, paragraphs, documents and footnotes that one version lacks."""
    for pair in pairing.pairs:
        if pair.kind not in _PARTS or pair.kind == "sitting":
            continue
        if pair.kind == "document" and pair.first and pair.second:
            yield from _symbols(pairing, pair, lone)
            continue
        if pair.first and pair.second:
            continue
        place, path = (0, pair.first) if pair.first else (1, pair.second)
        version = (pairing.first, pairing.second)[place]
        if path is None or _inside(path, lone[place]):
            continue
        lone[place].add(path)
        if pair.kind == "annotation" and _of_missing_items(version, path, lone[place]):
            continue
        shown = _shown(version, pair.kind, path)
        kind: DifferenceKind = pair.kind  # type: ignore[assignment]  # parts are named as differences are
        yield said(kind, pair.first, pair.second, *((shown, None) if place == 0 else (None, shown)))


def _symbols(pairing: Pairing, pair: Pair, lone: list[set[str]]) -> Iterator[Difference]:
    """Listed documents that stand for each other and have other symbols."""
    found = [
        version.text(f"{path}/symbol")
        for version, path in ((pairing.first, pair.first), (pairing.second, pair.second))
    ]
    if found[0] != found[1] and pair.first and pair.second:
        lone[0].add(pair.first)
        lone[1].add(pair.second)
        shown = [
            _shown(version, "document", path)
            for version, path in ((pairing.first, pair.first), (pairing.second, pair.second))
        ]
        yield said("document", pair.first, pair.second, *shown)


def _inside(path: str, lone: set[str]) -> bool:
    """Whether a part stands in one that is missing as a whole."""
    steps = path.split("/")
    return any("/".join(steps[:length]) in lone for length in range(2, len(steps)))


def _of_missing_items(version: Version, path: str, lone: set[str]) -> bool:
    items = version.document.annotations[int(path.rpartition("/")[2])].items
    return bool(items) and all(f"item {key}" in lone for key in items)


def _shown(version: Version, kind: str, path: str) -> str:
    """What names a part: heading, beginning of a paragraph, symbol."""
    if kind == "annotation":
        return version.text(f"{path}/heading") or "introduction"
    if kind == "document":
        found = version.text(f"{path}/symbol") or version.text(f"{path}/title")
        return found or version.text(f"{path}/text") or ""
    if kind == "footnote":
        return f"{version.text(f'{path}/mark')} {version.text(f'{path}/text')}"
    return version.text(f"{path}/text") or ""


def _sittings(pairing: Pairing) -> Iterator[Difference]:
    """Sittings that one version lacks or holds at another time, or with other items."""
    ones, others = pairing.first.document.timetable, pairing.second.document.timetable
    known = set(pairing.keys.values())
    for pair in pairing.pairs:
        if pair.kind != "sitting":
            continue
        one = ones[_index(pair.first)] if pair.first else None
        other = others[_index(pair.second)] if pair.second else None
        times = [
            None if each is None else " ".join(filter(None, (each.date, each.starts, each.ends)))
            for each in (one, other)
        ]
        if one is None or other is None:
            yield said(
                "sitting", pair.first, pair.second, times[0] or _undated(one), times[1] or _undated(other)
            )
            continue
        if times[0] != times[1]:
            yield said("sitting_time", pair.first, pair.second, times[0], times[1])
        left = {key for entry in one.entries for key in entry.items} & known
        right = {pairing.keys[key] for entry in other.entries for key in entry.items if key in pairing.keys}
        if left != right:
            back = {old: new for new, old in pairing.keys.items()}
            shown = (", ".join(sorted(left - right)), ", ".join(sorted(back[key] for key in right - left)))
            yield said("business", pair.first, pair.second, shown[0] or None, shown[1] or None)


def _undated(sitting: object) -> str | None:
    """What names a sitting without date and hour; null for none."""
    return None if sitting is None else "undated"


def _index(path: str) -> int:
    return int(path.rpartition("/")[2])


def _references(pairing: Pairing, lone: list[set[str]], parts: list[Difference]) -> Iterator[Difference]:
    """References that one version lacks, or has with another number, body or paragraph."""
    told = {each for part in parts if part.kind == "document" for each in (part.first, part.second)}
    for pair in pairing.pairs:
        if pair.kind != "reference":
            continue
        one = pairing.first.reference(pair.first) if pair.first else None
        other = pairing.second.reference(pair.second) if pair.second else None
        hidden = (
            each is not None and _inside(f"{each.where.path}", gone)
            for each, gone in zip((one, other), lone, strict=True)
        )
        shown = [None if each is None else target(each) for each in (one, other)]
        if shown[0] == shown[1] or any(hidden) or any(each and each.number in told for each in (one, other)):
            continue
        yield said("reference", pair.first, pair.second, shown[0], shown[1])


def target(reference: Reference) -> str:
    """What a reference points at, in one line."""
    body = f" of {reference.body}" if reference.body else ""
    paragraph = f", {reference.pinpoint}" if reference.pinpoint else ""
    return f"{reference.kind} {reference.number}{body}{paragraph}"
