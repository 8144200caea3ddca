"""Tells agendas from other documents, in the words of AKN4UN's life cycle of agendas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from undocparse.languages import words
from undocparse.languages.matching import alternatives
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Layout
from undocparse.model.document import DocumentType
from undocparse.model.header import Header
from undocparse.model.place import Model

_SEGMENT = re.compile(r"\s*[:;–—]\s+|\.\s+|\s+-\s+")
_UPPER_LINES = 40  # of the document: a title that was not recognised as one stands among these
_TITLE = 420  # characters; a longer text is no title
_HEADING = 45  # characters; the heading over annotations is no longer
# Numbers that return each session in the main series of the General Assembly (research.un.org, "Agenda").
_ASSEMBLY = re.compile(r"A/(?:\d{2,3}|(?:E?S-)\d{1,2})/(\d{1,3})(?:/(?:Rev|Corr|Add)\.\d+)*")
_ASSEMBLY_TYPES: dict[str, DocumentType] = {
    "50": "preliminary_list",
    "100": "annotated_agenda",
    "150": "provisional_agenda",
    "251": "agenda",
}


class DocumentTypeWords(Model):
    """What titles of agendas are made of.

    Attributes:
        agenda: the word for an agenda, or what stands for one ("list of items").
        before: words that may stand before it and leave it an agenda ("provisional", "annotated", "draft").
        not_after: what follows it where it is no agenda ("item", "2030", "for Development").
        annotated: words that make it an annotated one.
        provisional: words that make it a provisional one.
        preliminary: words that make it a preliminary list.
        work: names of the organization of work.
        work_not_after: what follows those where they name something else ("and budget").
        business: how items begin that are about an agenda and are no title of one ("Adoption of the").
        behind: words that may end a title behind the word, where that comes last ("草案": draft); empty
            where a title begins with the word.
    """

    agenda: tuple[str, ...]
    before: tuple[str, ...]
    not_after: tuple[str, ...]
    annotated: tuple[str, ...]
    provisional: tuple[str, ...]
    preliminary: tuple[str, ...]
    work: tuple[str, ...]
    work_not_after: tuple[str, ...]
    business: tuple[str, ...]
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaTitles:
    """What titles of agendas are made of, as patterns; made once for each language by `agenda_titles`."""

    agenda: re.Pattern[str]
    work: re.Pattern[str]
    annotated: re.Pattern[str]
    provisional: re.Pattern[str]
    preliminary: re.Pattern[str]
    business: re.Pattern[str]

    def annotates(self, text: str) -> bool:
        """Whether a line is the heading over annotations, and not the name of a document with its symbol."""
        if "/" in text or not self.annotated.search(text):
            return False
        return self.agenda.match(text) is not None

    def names_agenda(self, text: str) -> bool:
        """Whether a text begins as the title of an agenda or of an organization of work does."""
        if len(text) > _TITLE or self.business.match(text):
            return False
        return self.agenda.match(text) is not None or self.work.match(text) is not None


def document_type(header: Header, layout: Layout, language: str) -> DocumentType:
    """What kind of agenda the document is; `other` for all that is none.

    The title decides: an agenda's title begins with the word, whatever adjectives stand before it, so that a
    report on "the 2030 Agenda" is none. A heading over annotations makes an agenda an annotated one. Where no
    title was found, the numbers decide that return each session in the General Assembly.

    Args:
        header: title and symbol are asked.
        layout: headings are asked.
        language: BCP 47 primary subtag.
    """
    known = agenda_titles(language)
    prior = _prior(header)
    if header.title is None:
        first = next((page.lines for page in layout.pages if page.lines), [])
        titles = islice((line.text for line in first), _UPPER_LINES)
        found = next((kind for text in titles if len(text) < 80 and (kind := _by_title(text, known))), None)
        return _with_annotations(prior or found or "other", layout, known)
    kind = _by_title(header.title, known)
    if kind is None:
        return prior if prior and known.preliminary.search(header.title) else "other"
    return _with_annotations(kind, layout, known)


def _prior(header: Header) -> DocumentType | None:
    match = _ASSEMBLY.fullmatch(header.symbol or "")
    return _ASSEMBLY_TYPES.get(match[1]) if match else None


def _by_title(title: str, known: AgendaTitles) -> DocumentType | None:
    """What a title says; the first part of it that names an agenda decides."""
    for part in _parts(title):
        if known.agenda.match(part):
            return _agenda_type(title, known)
        if known.work.match(part):
            return "organization_of_work"
    return None


def _parts(title: str) -> Iterator[str]:
    """The title, and what follows each colon or dash in it."""
    yield title
    yield from (title[match.end() :] for match in _SEGMENT.finditer(title))


def _agenda_type(title: str, known: AgendaTitles) -> DocumentType:
    if known.annotated.search(title):
        return "annotated_agenda"
    if known.preliminary.search(title):
        return "preliminary_list"
    return "provisional_agenda" if known.provisional.search(title) else "agenda"


def _with_annotations(kind: DocumentType, layout: Layout, known: AgendaTitles) -> DocumentType:
    """An agenda that has a heading over annotations is an annotated one."""
    if kind not in {"provisional_agenda", "agenda", "preliminary_list"}:
        return kind
    short = (line.text for line in layout.lines if len(line.text) <= _HEADING and line.region == "body")
    headings = (text[label.width :] if (label := enumerator(text)) else text for text in short)
    annotated = any(known.annotates(text) for text in headings)
    return "annotated_agenda" if annotated else kind


@cache
def agenda_titles(language: str) -> AgendaTitles:
    """What titles of agendas are made of in a language.

    Args:
        language: BCP 47 primary subtag.
    """
    found = words(language, "document_type", DocumentTypeWords)
    if found.behind:
        return _noun_last(found)
    before = rf"(?>(?:{alternatives(found.before)})(?:\s+|(?<=['’])))*"  # "projet d'" or "projet", "d'"
    return AgendaTitles(
        agenda=re.compile(
            rf"{before}(?:{alternatives(found.agenda)})(?!\w)(?!\s+(?:{alternatives(found.not_after)}))",
            re.IGNORECASE,
        ),
        work=re.compile(
            rf"{before}(?:{alternatives(found.work)})(?!\w)(?!.*\b(?:{alternatives(found.work_not_after)}))",
            re.IGNORECASE,
        ),
        annotated=_any(found.annotated),
        provisional=_any(found.provisional),
        preliminary=_any(found.preliminary),
        business=_any(found.business),
    )


def _noun_last(found: DocumentTypeWords) -> AgendaTitles:
    """As in Chinese, where what the agenda is of stands before the word: "大会第七十八届会议临时议程"."""
    tail = rf"(?:{alternatives(found.behind)})*[\s*]*$"
    last = r"[^.。;；:：]{0,200}?"
    return AgendaTitles(
        agenda=re.compile(rf"{last}(?<!{'|'.join(found.not_after)})(?:{alternatives(found.agenda)}){tail}"),
        work=re.compile(
            rf"(?!.*(?:{alternatives(found.work_not_after)})){last}(?:{alternatives(found.work)}){tail}"
        ),
        annotated=re.compile(alternatives(found.annotated)),
        provisional=re.compile(alternatives(found.provisional)),
        preliminary=re.compile(alternatives(found.preliminary)),
        business=re.compile(alternatives(found.business)),
    )


def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)", re.IGNORECASE)
