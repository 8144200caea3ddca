"""What is counted of each part of a document: gold and found values as two multisets.

Each function gives what the gold file wants and what the parser found; what stands in both counts as right.
`strict` compares characters, otherwise the rules of `matching` hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from evaluation.gold import HEADER_FIELDS, Json
from evaluation.matching import NAME, TITLE, alike, fold, plain, unlabelled

Key = tuple[Any, ...]
Pair = tuple[Counter[Key], Counter[Key]]
Component = Callable[[Json, Json, bool], Pair]
TEXTS = {"organ", "body", "place", "title", "author"}
LISTS = {"original_languages", "other_symbols", "agenda_items"}
START = 40


def count_header(gold: Json, found: Json, strict: bool) -> Pair:
    """One value a field that the gold file names; a wrong value is both missed and extra."""
    want: Counter[Key] = Counter()
    have: Counter[Key] = Counter()
    for field in HEADER_FIELDS:
        if field not in gold.get("header", {}):
            continue
        wanted, got = gold["header"][field], header_value(found, field)
        want[(field, str(wanted))] += 1
        right = found and _same_field(field, wanted, got, strict)
        have[(field, str(wanted) if right else f"not {got}")] += 1
    return want, have


def header_value(found: Json, field: str) -> Any:
    """A field of the parser's header; the session is its number."""
    if field == "language":
        return found.get("language")
    value = (found.get("header") or {}).get(field)
    return value.get("number") if field == "session" and isinstance(value, dict) else value


def _same_field(field: str, wanted: Any, got: Any, strict: bool) -> bool:
    if wanted in (None, []):
        return got in (None, "", [])
    if got is None:
        return False
    if field in LISTS:
        if not isinstance(got, list):
            return False
        return list(got) == wanted if strict else sorted(map(fold, got)) == sorted(map(fold, wanted))
    if strict:
        return plain(wanted) == plain(got)
    return alike(wanted, got, NAME) if field in TEXTS else fold(wanted) == fold(got)


def count_agenda(gold: Json, found: Json, strict: bool) -> Pair:
    """Key and title of every item at every depth."""
    titles: dict[str, list[str]] = defaultdict(list)
    for item in walk(found.get("agenda")):
        titles[item["key"]].append(item["title"] or "")
    norm = plain if strict else fold
    have: Counter[Key] = Counter((key, norm(title)) for key, some in titles.items() for title in some)
    want: Counter[Key] = Counter()
    for item in walk(gold.get("agenda")):
        near = (t for t in titles.get(item["key"], []) if not strict and alike(t, item["title"], TITLE))
        want[(item["key"], norm(next(near, item["title"])))] += 1
    return want, have


def walk(items: Any) -> Iterator[Json]:
    """All items of a tree, parents first."""
    for item in items or []:
        yield item
        yield from walk(item.get("items"))


def count_annotations(gold: Json, found: Json, strict: bool) -> Pair:
    """Items and the beginning of each paragraph."""
    return _paragraphs(gold, strict), _paragraphs(found, strict)


def _paragraphs(document: Json, strict: bool) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for annotation in document.get("annotations") or []:
        for paragraph in annotation.get("paragraphs") or []:
            text = paragraph if isinstance(paragraph, str) else paragraph["text"]
            start = plain(text)[:START] if strict else fold(unlabelled(text))[:START]
            found[(_items(annotation), start)] += 1
    return found


def _items(part: Json) -> str:
    return "+".join(sorted(part.get("items") or [])) or "-"


def count_documents(gold: Json, found: Json, strict: bool) -> Pair:
    """Documents listed under an item: symbol, or title where there is none."""
    norm = plain if strict else fold
    pair = []
    for document in (gold, found):
        counter: Counter[Key] = Counter()
        for annotation in document.get("annotations") or []:
            for listed in annotation.get("documents") or []:
                name = listed if isinstance(listed, str) else listed.get("symbol") or listed.get("title")
                counter[(_items(annotation), norm(name)[:60].rstrip())] += 1
        pair.append(counter)
    return pair[0], pair[1]


def count_timetable(gold: Json, found: Json, strict: bool) -> Pair:
    """Date, times, items (title where there are none), "continued" of each row; strictly, the title too."""
    return _rows(gold, strict), _rows(found, strict)


def _rows(document: Json, strict: bool) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for sitting in document.get("timetable") or []:
        when = (sitting.get("date"), sitting.get("starts"), sitting.get("ends"))
        for entry in sitting.get("entries") or []:
            items = tuple(sorted(entry.get("items") or []))
            title = plain(entry.get("title")) if strict else fold(entry.get("title"))[:START]
            what: Key = (items, title) if strict else (items or title,)
            found[(*when, *what, bool(entry.get("continued")))] += 1
    return found


def count_references(gold: Json, found: Json, strict: bool) -> Pair:
    """Distinct targets: kind and number."""
    pair = [
        Counter(dict.fromkeys((target(r, strict) for r in document.get("references") or []), 1))
        for document in (gold, found)
    ]
    return pair[0], pair[1]


def target(reference: Json, strict: bool) -> Key:
    """What a reference points at."""
    number = reference.get("number")
    return reference["kind"], plain(number) if strict else fold(number).upper()


def count_reference_detail(gold: Json, found: Json, strict: bool) -> Pair:
    """Body and pinpoint of the targets for which the gold file names one.

    A second body for such a target is wrong; a pinpoint that gold does not name is not counted
    unless `strict`, for gold names the telling ones only.
    """
    norm = plain if strict else fold
    named: dict[Key, set[str]] = defaultdict(set)
    for reference in gold.get("references") or []:
        for field in ("body", "pinpoint"):
            if reference.get(field):
                named[(*target(reference, strict), field)].add(norm(reference[field]))
    want: Counter[Key] = Counter({(*key, value): 1 for key, values in named.items() for value in values})
    have: Counter[Key] = Counter()
    for reference in found.get("references") or []:
        for field in ("body", "pinpoint"):
            key = (*target(reference, strict), field)
            value = norm(reference.get(field))
            if value and key in named and (field == "body" or strict or value in named[key]):
                have[(*key, value)] = 1
    return want, have


COMPONENTS: dict[str, tuple[str, Component]] = {
    "header": ("header", count_header),
    "agenda": ("agenda", count_agenda),
    "annotations": ("annotations", count_annotations),
    "documents": ("annotations", count_documents),
    "timetable": ("timetable", count_timetable),
    "references": ("references", count_references),
    "reference_detail": ("references", count_reference_detail),
}
"""Name: the part of the gold file that it needs, and what counts it."""
