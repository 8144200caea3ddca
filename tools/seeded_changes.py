"""Single differences, made in the JSON of a document as if its text had been set otherwise."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from undocparse.languages.calendar import find_dates
from undocparse.languages.clock import find_times

Json = dict[str, Any]
Maker = Callable[[Json, random.Random], bool]
"""Makes one difference; false where the document has nothing to make it of."""


def _drop_references(document: Json, prefix: str) -> None:
    kept = [
        each for each in document["references"] if not f"{each['where']['path']}/".startswith(f"{prefix}/")
    ]
    document["references"] = kept


def _remove(document: Json, parts: list[Any], index: int, path: str) -> None:
    """Take a part out of a list; what is said of those behind it moves up."""
    del parts[index]
    _drop_references(document, f"{path}/{index}")
    for reference in document["references"]:
        found = re.match(rf"{path}/(\d+)(.*)", reference["where"]["path"] or "")
        if found and int(found[1]) > index:
            reference["where"]["path"] = f"{path}/{int(found[1]) - 1}{found[2]}"


def _without_item(document: Json, keys: set[str]) -> None:
    """Take items out of annotations and timetable."""
    for index in reversed(range(len(document["annotations"]))):
        items = document["annotations"][index]["items"]
        if items and set(items) <= keys:
            _remove(document, document["annotations"], index, "/annotations")
    for sitting in document["timetable"]:
        sitting["entries"] = [each for each in sitting["entries"] if not set(each["items"]) & keys]
    document["header"]["agenda_items"] = [
        key for key in document["header"]["agenda_items"] if key not in keys
    ]


def remove_item(document: Json, draw: random.Random) -> bool:
    """An item of the first level, with all below it."""
    index = draw.randrange(len(document["agenda"]))
    item = document["agenda"][index]
    _remove(document, document["agenda"], index, "/agenda")
    _without_item(document, {item["key"], *(each["key"] for each in item["items"])})
    return True


def remove_sub_item(document: Json, draw: random.Random) -> bool:
    """A sub-item."""
    parents = [index for index, item in enumerate(document["agenda"]) if item["items"]]
    if not parents:
        return False
    parent = draw.choice(parents)
    items = document["agenda"][parent]["items"]
    index = draw.randrange(len(items))
    key = items[index]["key"]
    _remove(document, items, index, f"/agenda/{parent}/items")
    _without_item(document, {key})
    return True


def _parts(document: Json, name: str) -> Iterator[tuple[int, list[Any], int]]:
    for place, annotation in enumerate(document["annotations"]):
        for index in range(len(annotation[name])):
            yield place, annotation[name], index


def remove_paragraph(document: Json, draw: random.Random) -> bool:
    """A paragraph of an annotation."""
    place, parts, index = draw.choice(list(_parts(document, "paragraphs")))
    _remove(document, parts, index, f"/annotations/{place}/paragraphs")
    return True


def remove_document(document: Json, draw: random.Random) -> bool:
    """A listed document."""
    place, parts, index = draw.choice(list(_parts(document, "documents")))
    _remove(document, parts, index, f"/annotations/{place}/documents")
    return True


def change_document(document: Json, draw: random.Random) -> bool:
    """The symbol of a listed document."""
    found = [
        (place, parts, index)
        for place, parts, index in _parts(document, "documents")
        if parts[index]["symbol"]
    ]
    place, parts, index = draw.choice(found)
    old = parts[index]["symbol"]
    new = f"{old[:-1]}{_digit(old[-1], draw)}" if old[-1].isdigit() else f"{old}/Add.1"
    parts[index]["symbol"] = new
    for reference in document["references"]:
        if (
            reference["where"]["path"] == f"/annotations/{place}/documents/{index}/text"
            and reference["number"] == old
        ):
            reference["number"] = new
    return True


def remove_sitting(document: Json, draw: random.Random) -> bool:
    """A sitting."""
    index = draw.randrange(len(document["timetable"]))
    _remove(document, document["timetable"], index, "/timetable")
    return True


def change_sitting(document: Json, draw: random.Random) -> bool:
    """The start, end or date of a sitting."""
    sitting = draw.choice(document["timetable"])
    field = draw.choice([name for name in ("starts", "ends", "date") if sitting[name]])
    old = sitting[field]
    sitting[field] = f"{old[:-1]}{_digit(old[-1], draw)}"
    return True


def change_masthead(document: Json, draw: random.Random) -> bool:
    """A date of the masthead, or its symbol."""
    field = draw.choice(("symbol", "date", "starts", "ends"))
    old = document["header"][field]
    document["header"][field] = f"{old[:-1]}{_digit(old[-1], draw)}"
    return True


def change_reference(document: Json, draw: random.Random) -> bool:
    """The number of a reference in a paragraph, in its text too."""
    found = [
        each
        for each in document["references"]
        if "/paragraphs/" in (each["where"]["path"] or "")
        and each["via"] == "explicit"
        and re.search(r"\d", each["number"] or "")
        and each["number"] in each["text"]
    ]
    reference = draw.choice(found)
    old = reference["number"]
    place = draw.choice([match.start() for match in re.finditer(r"\d", old)])
    new = f"{old[:place]}{_digit(old[place], draw)}{old[place + 1 :]}"
    where = reference["where"]
    for each in found:
        same = each["where"]["path"] == where["path"] and each["where"]["start"] == where["start"]
        if same and each["number"] == old:
            each["number"] = new
            each["text"] = each["text"].replace(old, new)
    paragraph = _paragraph(document, where["path"])
    text = paragraph["text"]
    inside = text[where["start"] : where["end"]].replace(old, new)
    paragraph["text"] = f"{text[: where['start']]}{inside}{text[where['end'] :]}"
    return True


def change_pinpoint(document: Json, draw: random.Random) -> bool:
    """The paragraph of a resolution or decision that a text points at, in its text too."""
    found = []
    for reference in document["references"]:
        where = reference["where"]
        if "/paragraphs/" in (where["path"] or "") and re.fullmatch(r"\d+", reference["pinpoint"] or ""):
            before = _paragraph(document, where["path"])["text"][: where["start"]]
            places = [
                match.start() for match in re.finditer(rf"(?<!\d){reference['pinpoint']}(?!\d)", before)
            ]
            found += [(reference, places[-1])] if places else []
    if not found:
        return False
    reference, place = draw.choice(found)
    paragraph = _paragraph(document, reference["where"]["path"])
    _set_digit(paragraph, place, draw)
    reference["pinpoint"] = f"{paragraph['text'][place]}{reference['pinpoint'][1:]}"
    return True


def remove_reference(document: Json, draw: random.Random) -> bool:
    """A reference in a paragraph that is named there once, its characters too."""
    mentions = Counter(
        (each["where"]["path"], each["kind"], each["number"]) for each in document["references"]
    )
    spans = Counter((each["where"]["path"], each["where"]["start"]) for each in document["references"])
    found = [
        each
        for each in document["references"]
        if "/paragraphs/" in (each["where"]["path"] or "")
        and each["via"] == "explicit"
        and mentions[each["where"]["path"], each["kind"], each["number"]] == 1
        and spans[each["where"]["path"], each["where"]["start"]] == 1
    ]
    if not found:
        return False
    reference = draw.choice(found)
    document["references"].remove(reference)
    where = reference["where"]
    paragraph = _paragraph(document, where["path"])
    blank = "x" * (where["end"] - where["start"])
    paragraph["text"] = f"{paragraph['text'][: where['start']]}{blank}{paragraph['text'][where['end'] :]}"
    return True


def change_date(document: Json, draw: random.Random) -> bool:
    """The day or year of a date in a paragraph."""
    found = [
        (paragraph, mention.start, mention.end)
        for _, paragraph, apart in _texts(document)
        for mention in find_dates(paragraph["text"], document["language"])
        if not _overlaps(mention.start, mention.end, apart)
    ]
    if not found:
        return False
    paragraph, start, end = draw.choice(found)
    digits = [start + match.start() for match in re.finditer(r"\d(?!\d)", paragraph["text"][start:end])]
    _set_digit(paragraph, draw.choice(digits), draw)
    return True


def change_number(document: Json, draw: random.Random) -> bool:
    """A number in a paragraph that is no date, time, part of a reference or paragraph that one points at."""
    found = []
    pinpoints = {
        (each["where"]["path"], part)
        for each in document["references"]
        for part in re.findall(r"\d+", each["pinpoint"] or "")
    }
    for path, paragraph, apart in _texts(document):
        text = paragraph["text"]
        dates = [(each.start, each.end) for each in find_dates(text, document["language"])]
        times = [(each.start, each.end) for each in find_times(text, document["language"])]
        for match in re.finditer(r"(?<![\w/])\d+(?![\w/])", text):
            known = _overlaps(match.start(), match.end(), [*apart, *dates, *times])
            if not known and (path, match[0]) not in pinpoints:
                found.append((paragraph, match.end() - 1))
    if not found:
        return False
    paragraph, place = draw.choice(found)
    _set_digit(paragraph, place, draw)
    return True


def _texts(document: Json) -> Iterator[tuple[str, Json, list[tuple[int, int]]]]:
    """Paragraphs, their pointers, and spans of references in them."""
    for place, parts, index in _parts(document, "paragraphs"):
        path = f"/annotations/{place}/paragraphs/{index}/text"
        where = [each["where"] for each in document["references"] if each["where"]["path"] == path]
        yield path, parts[index], [(each["start"], each["end"]) for each in where]


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in spans)


def _set_digit(paragraph: Json, place: int, draw: random.Random) -> None:
    text = paragraph["text"]
    paragraph["text"] = f"{text[:place]}{_digit(text[place], draw)}{text[place + 1 :]}"


def _digit(old: str, draw: random.Random) -> str:
    return draw.choice([each for each in "123456789" if each != old])


def _paragraph(document: Json, path: str) -> Json:
    _, _, annotation, _, paragraph, _ = path.split("/")
    found: Json = document["annotations"][int(annotation)]["paragraphs"][int(paragraph)]
    return found


MAKERS: tuple[tuple[str, Maker], ...] = (
    ("item", remove_item),
    ("sub_item", remove_sub_item),
    ("paragraph", remove_paragraph),
    ("document", remove_document),
    ("document", change_document),
    ("sitting", remove_sitting),
    ("sitting_time", change_sitting),
    ("masthead", change_masthead),
    ("reference", change_reference),
    ("reference", change_pinpoint),
    ("reference", remove_reference),
    ("date", change_date),
    ("number", change_number),
)
