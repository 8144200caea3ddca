"""What does not add up in annotations and the documents listed in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from undocparse.checks.evidence import Evidence, begins_small, counted, doubt, quoted, squeezed
from undocparse.layout.endings import ends_sentence
from undocparse.model.agenda import AgendaItem
from undocparse.model.annotations import Annotation, Paragraph
from undocparse.model.diagnostics import Diagnostic
from undocparse.symbols.find import find

_ALIKE = 0.5  # similarity below which a heading is hardly the title of its item
_WITHIN = 70.0  # rapidfuzz points: words of a shortened heading that are in the title
_LONGEST = 4000  # characters; the longest paragraph of the corpus has about 2,500
_BEGINNING = 400  # characters; longer than any title
_BRACKET = 2  # characters: a symbol in brackets begins or ends a line with them
_SENTENCE = 3  # words; fewer are the status of a document, or the end of a symbol or heading
_ADOPTED = re.compile(r"(?:^|/)(?:RES|DEC)[/.]", re.IGNORECASE)  # decisions are mentioned (IDB.48/Dec.12)
_TOLD = 12  # letters; a shorter title may stand anywhere in running text


def annotations_missing(evidence: Evidence) -> Iterator[Diagnostic]:
    """An annotated agenda by its title in which no item has an annotation."""
    document = evidence.document
    if document.document_type == "annotated_agenda" and not any(a.items for a in document.annotations):
        message = "The document is an annotated agenda, but no annotation of an item was read in it."
        yield doubt("annotations-missing", "annotations", message, severity="error")


def items_without_annotation(evidence: Evidence) -> Iterator[Diagnostic]:
    """Items of an annotated agenda of which neither they, nor what is above or below them, are annotated."""
    if evidence.document.document_type != "annotated_agenda":
        return
    headed = {key for annotation in evidence.document.annotations for key in annotation.items}
    if not headed:
        return
    for item in evidence.document.agenda:
        if not any(each.key in headed for each in item.walk()):
            message = f"Item {item.key} of the agenda, {quoted(item.title)}, has no annotation."
            yield doubt("item-without-annotation", "annotations", message, items=(item.key,))


def headings_unlike_titles(evidence: Evidence) -> Iterator[Diagnostic]:
    """Headings of annotations that have little in common with the titles of their items."""
    titles = {item.key: item.title for item in evidence.document.agenda.walk()}
    for number, annotation in enumerate(evidence.document.annotations):
        if annotation.title_similarity is not None and _is_unlike(annotation, titles):
            message = f"The heading {quoted(annotation.heading or '')} is little like the title of its item."
            path = f"/annotations/{number}/heading"
            yield doubt(
                "annotation-heading-unlike", "annotations", message, items=annotation.items, path=path
            )


def _is_unlike(annotation: Annotation, titles: dict[str, str]) -> bool:
    if (annotation.title_similarity or 0) >= _ALIKE:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415

    own = " ".join(titles.get(key, "") for key in annotation.items).casefold()
    return fuzz.token_set_ratio((annotation.heading or "").casefold(), own) < _WITHIN


def paragraphs_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """Paragraphs that look torn, or as if a heading had been swallowed."""
    headed = {key for annotation in evidence.document.annotations for key in annotation.items}
    titles = _Titles(item for item in evidence.document.agenda.walk() if item.key not in headed)
    for number, annotation in enumerate(evidence.document.annotations):
        for at, paragraph in enumerate(annotation.paragraphs):
            if why := _why(paragraph, titles):
                message = f"The paragraph {quoted(paragraph.text)} {why}."
                path = f"/annotations/{number}/paragraphs/{at}/text"
                yield doubt(
                    "paragraph-doubtful", "annotations", message,
                    items=annotation.items, page=paragraph.page, path=path,
                )  # fmt: skip


class _Titles:
    """Titles of items, found at the beginning of a text without a look at each."""

    def __init__(self, items: Iterable[AgendaItem]) -> None:
        self._keys: dict[str, str] = {}
        for item in items:
            if len(title := squeezed(item.title)) >= _TOLD:
                self._keys.setdefault(title, item.key)
        self._lengths = sorted({*map(len, self._keys)}, reverse=True)

    def begins(self, text: str) -> str | None:
        """The key of the item that has the longest title which the text begins with."""
        beginning = squeezed(text[:_BEGINNING])
        found = (self._keys.get(beginning[:length]) for length in self._lengths if length <= len(beginning))
        return next(filter(None, found), None)


def _why(paragraph: Paragraph, titles: _Titles) -> str | None:
    if len(paragraph.text) > _LONGEST:
        return f"has {len(paragraph.text)} characters"
    if begins_small(paragraph.text) and paragraph.number is None and paragraph.place is not None:
        return "begins with a small letter"
    if len(paragraph.text.split()) < _SENTENCE and not ends_sentence(paragraph.text):
        return "is less than a sentence"
    key = titles.begins(paragraph.text)
    return f"begins like the heading of item {key}" if key else None


def paragraph_numbers_out_of_order(evidence: Evidence) -> Iterator[Diagnostic]:
    """Numbers of paragraphs that run through the document and leave one out, or come twice."""
    numbered = [
        (int(paragraph.number.strip(".")), annotation, paragraph)
        for annotation in evidence.document.annotations
        for paragraph in annotation.paragraphs
        if paragraph.number and paragraph.number.strip(".").isdecimal()
    ]
    for (before, _, _), (number, annotation, paragraph) in pairwise(numbered):
        if number not in {before + 1, 1}:
            message = f"Paragraph {number}, {quoted(paragraph.text)}, follows paragraph {before}."
            yield doubt(
                "paragraph-number-skipped", "annotations", message,
                items=annotation.items, page=paragraph.page,
            )  # fmt: skip


def documents_missing(evidence: Evidence) -> Iterator[Diagnostic]:
    """A heading that announces documents, or lines that list them, where no document was read."""
    if any(annotation.documents for annotation in evidence.document.annotations):
        return
    heading = evidence.patterns.documentation
    below = [line for section, lines in evidence.stretches if section != "header" for line in lines]
    announced = next((line for line in below if heading.fullmatch(line.text.strip())), None)
    if announced:
        message = (
            f"{quoted(announced.text)} on page {announced.page} announces documents, but none were read."
        )
        yield doubt("documents-missing", "documents", message, page=announced.page)
        return
    listed = [line for line in below if _is_entry(line.text)] if evidence.is_agenda else []
    if len(listed) > 1:
        message = f"{counted(listed)}, such as {quoted(listed[0].text)}, list documents, but none were read."
        yield doubt("documents-missing", "documents", message, page=listed[0].page)


def _is_entry(text: str) -> bool:
    """Whether a line begins or ends with a symbol, as an entry of a list does."""
    return any(one.start <= _BRACKET or len(text) - one.end <= _BRACKET for one in find(text))


def documents_told_in_paragraphs(evidence: Evidence) -> Iterator[Diagnostic]:
    """Symbols in a paragraph under the heading of documentation, which are in no list of documents."""
    for annotation in evidence.document.annotations:
        symbols = {listed.symbol for listed in annotation.documents}
        for paragraph in annotation.paragraphs:
            told = _told(paragraph, evidence) if annotation.items else []
            if told and not symbols & set(told):
                message = f"{', '.join(told)} stand under documentation, but not in the list of documents."
                yield doubt(
                    "document-not-listed", "documents", message,
                    items=annotation.items, page=paragraph.page,
                )  # fmt: skip


def _told(paragraph: Paragraph, evidence: Evidence) -> list[str]:
    """The symbols of a paragraph that stands under the heading of documentation, or says what there is."""
    headed = evidence.patterns.documentation.fullmatch(paragraph.heading or "")
    if headed is None and paragraph.kind != "documentation":
        return []
    return [str(one.symbol) for one in find(paragraph.text) if not _ADOPTED.search(str(one.symbol))]


def _goes_on(text: str) -> bool:
    """Whether a symbol breaks off where its number is still to come ("E/2026/_")."""
    return any(text[one.end : one.end + 1] == "/" for one in find(text))


def documents_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """Listed documents that look torn, or as if two had become one."""
    for number, annotation in enumerate(evidence.document.annotations):
        alike = Counter(one.text for one in annotation.documents)
        for at, listed in enumerate(annotation.documents):
            title = listed.title or ""
            crowded = sum(1 for _ in find(listed.text)) > 2 * alike[listed.text]
            if begins_small(title) or crowded or _goes_on(listed.text) or len(title) > _LONGEST // 4:
                message = f"The listed document {quoted(listed.text)} may be a part of one, or several."
                yield doubt(
                    "document-doubtful", "documents", message, items=annotation.items,
                    page=listed.page, path=f"/annotations/{number}/documents/{at}/text",
                )  # fmt: skip
