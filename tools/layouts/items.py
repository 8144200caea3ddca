"""Draws the items of an agenda and what is said about them."""

from __future__ import annotations

from .axes import Spec
from .content import Annotation, Author, Item, Listed, Meeting, has, letter, roman


def draw_items(author: Author, spec: Spec, meeting: Meeting) -> list[Item]:
    """The agenda."""
    words, chance = author.words, author.chance
    count = int(spec["length"])
    if spec["agenda_form"] == "roman":
        count = min(count, 24)  # longer lists in Roman figures are not seen
    if has(spec, "annotations"):
        count = min(count, 14)
    elif spec["parts"] == "letter":
        count = min(count, 45)
    first = [chance.choice(words["openings"]), *chance.sample(words["procedure"], min(2, max(1, count // 4)))]
    last = chance.sample(words["closing"], min(2, max(1, count // 4)))
    middle = [author.title() for _ in range(max(1, count - len(first) - len(last)))]
    number = 1 if spec["agenda_form"] != "bracket" else chance.choice((1, 7, 52, 98))
    items = []
    for title in (*first, *middle, *last):
        items.append(Item(str(number), title))
        number += chance.choice((1, 1, 1, 2, 5)) if spec["agenda_form"] == "bracket" else 1
    if spec["agenda_form"] == "roman":
        for at, item in enumerate(items, 1):
            item.key = roman(at)
    for item in items[2:-1]:
        if spec["mandates"] == "brackets" and chance.random() < 0.6:
            item.mandate = _mandate(author, meeting)
        if chance.random() < 0.3 and spec["sub_form"] != "none":
            _below(author, spec, item, many=len(items) > 40 and chance.random() < 0.1)
        listed = spec["agenda_documents"] == "lines" and spec["agenda_form"] not in ("contents", "table")
        if listed and chance.random() < 0.5 and not has(spec, "annotations"):
            item.documents = [
                Listed(
                    author.one("document_titles"), author.symbol(meeting.body["root"], meeting.starts.year)
                )
                for _ in range(chance.randint(1, 2))
            ]
    return items


def _mandate(author: Author, meeting: Meeting) -> str:
    numbers = [author.resolution() for _ in range(author.chance.choice((1, 1, 2)))]
    meeting.resolutions += numbers
    if meeting.words["and"] == "and":
        word = "resolution" if len(numbers) == 1 else "resolutions"
        return f"({author.chance.choice(('', 'General Assembly '))}{word} {' and '.join(numbers)})"
    word = "résolution" if len(numbers) == 1 else "résolutions"
    return f"({word} {' et '.join(numbers)}{author.chance.choice(('', ' de l’Assemblée générale'))})"


def _below(author: Author, spec: Spec, item: Item, *, many: bool) -> None:
    chance, words = author.chance, author.words
    count = 30 if many else chance.randint(2, 4)
    free = [title for title in words["subtitles"] if title not in author.used]
    chosen = chance.sample(free, min(count, len(free)))
    if spec["timetable_items"] == "title":
        author.used |= set(chosen)
    titles = [author.filled(title) for title in chosen]
    titles += [author.title() for _ in range(count - len(titles))]
    if spec["sub_form"] in ("dash", "bullet") and spec["agenda_form"] != "decimal":
        item.entries = titles[:4]
        return
    for at, title in enumerate(titles, 1):
        item.items.append(Item(f"{item.key}.{at if spec['agenda_form'] == 'decimal' else letter(at)}", title))
    if spec["third_level"] == "yes" and chance.random() < 0.5:
        below = chance.choice(item.items)
        thirds = chance.sample(words["thirds"], chance.randint(2, 3))
        decimal = spec["agenda_form"] == "decimal"
        below.items = [
            Item(f"{below.key}.{at if decimal else roman(at).lower()}", title)
            for at, title in enumerate(thirds, 1)
        ]


def draw_annotations(author: Author, spec: Spec, meeting: Meeting) -> list[Annotation]:
    """What is said about the items."""
    if not has(spec, "annotations"):
        return []
    chance, found = author.chance, []
    if spec["parts"] != "annexed-agenda" and chance.random() < 0.3:
        found.append(Annotation(None, [author.filled(author.words["paragraphs"][at]) for at in (7, 9)]))
    for item in (one for top in meeting.items for one in top.walk()):
        if item.key.count(".") > 1:
            continue
        annotation = Annotation(item)
        found.append(annotation)
        if item.items and chance.random() < 0.4:
            continue
        pool = chance.sample(author.words["paragraphs"], chance.choice((1, 1, 2, 3, 4)))
        annotation.paragraphs = [author.filled(text) for text in pool]
        if chance.random() < 0.35:
            number = author.resolution()
            meeting.resolutions.append(number)
            annotation.paragraphs.insert(
                0, author.filled(chance.choice(author.words["mandate_paragraphs"]), r=number)
            )
        if spec["documentation"] != "none" and chance.random() < 0.6:
            annotation.documents = [
                _listed(author, spec, meeting) for _ in range(chance.choice((1, 1, 2, 3)))
            ]
    return found


def _listed(author: Author, spec: Spec, meeting: Meeting) -> Listed:
    status = author.one("statuses") if spec["status"] == "words" else ""
    bare = spec["documentation"] in ("list", "bullets", "below-heading") and author.chance.random() < 0.15
    if bare:
        return Listed(author.one("untitled_documents"), None, status)
    return Listed(
        author.one("document_titles"), author.symbol(meeting.body["root"], meeting.starts.year), status
    )
