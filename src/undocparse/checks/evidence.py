"""What the checks look at: the document as read, the lines it was read from, and who claimed them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Any

from undocparse.languages import words
from undocparse.languages.calendar_grammar import CalendarWords
from undocparse.languages.matching import alternatives
from undocparse.layout.endings import BlockWords
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line
from undocparse.model.diagnostics import Diagnostic, Severity
from undocparse.model.document import Document
from undocparse.model.place import Where
from undocparse.sections.agenda.words import AgendaWords
from undocparse.sections.annotations.vocabulary import AnnotationWords
from undocparse.sections.masthead.words import MastheadWords
from undocparse.sections.timetable.vocabulary import TimetableWords

AGENDAS = {"preliminary_list", "provisional_agenda", "annotated_agenda", "agenda"}
"""Document types that have a list of items by their name."""
_APART = {"furniture", "footnotes"}
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}  # nearly all that is to go
_SENTENCE = re.compile(r"(?<![a-zà-ÿ])[a-zà-ÿ]{4,}+[.;]\s+[A-ZÀ-Ý][a-zà-ÿ]*\s+\w+")
_HEAD = 25  # lines; a masthead has no more
_ENDING = 40  # characters; the words that a title does not end in have fewer
_SHOWN = 60  # characters of a line that a message quotes


@dataclass(frozen=True, slots=True)
class Patterns:
    """A language's words as compiled expressions.

    Attributes:
        dangling: ends of texts that a title does not end in.
        list_heading: a line that heads a list of items.
        documentation: a line that heads a list of documents.
        timetable: a line that heads an organization of work.
        idle: what says of a day that nobody meets, or names the deadline on it.
        column_head: a line that is the head of a column or the number of a page.
        open_span: ends of lines that give the first day of a span.
        distribution: the label of the distribution.
        original: the label of the original languages.
        session: the word for a session.
    """

    dangling: re.Pattern[str]
    list_heading: re.Pattern[str]
    documentation: re.Pattern[str]
    timetable: re.Pattern[str]
    idle: re.Pattern[str]
    column_head: re.Pattern[str]
    open_span: re.Pattern[str]
    distribution: re.Pattern[str]
    original: re.Pattern[str]
    session: re.Pattern[str]


@dataclass(frozen=True)
class Evidence:
    """One document with its lines.

    Attributes:
        language: one that has a data file.
    """

    document: Document
    layout: Layout
    ledger: Ledger
    language: str

    @property
    def patterns(self) -> Patterns:
        """The words of the document's language."""
        return _patterns(self.language)

    @property
    def is_agenda(self) -> bool:
        """Whether the document is of a type that has a list of items by its name."""
        return self.document.document_type in AGENDAS

    @cached_property
    def stretches(self) -> list[tuple[str | None, list[Line]]]:
        """Neighbouring lines with the section that claimed them; null for those that nobody did.

        Furniture, footnotes and empty lines are left out.
        """
        found: list[tuple[str | None, list[Line]]] = []
        owner = self.ledger.owner
        before: str | None = ""
        for line in self.layout.lines:
            section = owner(line)
            if section in _APART or not line.text or line.text.isspace():
                continue
            if section != before:
                found.append((section, []))
                before = section
            found[-1][1].append(line)
        return found

    @cached_property
    def free(self) -> list[Line]:
        """Printed lines that no section claimed."""
        return [line for section, lines in self.stretches if section is None for line in lines]

    @property
    def head(self) -> list[Line]:
        """The first lines of the document, where its masthead is."""
        return list(islice(self.layout.lines, _HEAD))

    def of(self, section: str) -> list[Line]:
        """The printed lines of a section."""
        return [line for owner, lines in self.stretches if owner == section for line in lines]


def doubt(
    code: str, section: str | None, message: str, *, severity: Severity = "warning", **place: Any
) -> Diagnostic:
    """A diagnostic about a section, or about the whole document where that is null.

    `place` is what else `Where` says: items, page, path.
    """
    where = Where(section=section, **place) if section else None
    return Diagnostic(code=code, severity=severity, message=message, where=where)


def why_torn(text: str, evidence: Evidence, longest: int) -> str | None:
    """How a title of no more than so many characters shows that it is a part of one, or more than one.

    Returns:
        Null where it reads like a title.
    """
    signs = {
        f"has {len(text)} characters": len(text) > longest,
        "begins with a small letter": begins_small(text),
        "breaks off": evidence.patterns.dangling.search(text[-_ENDING:]) is not None,
        "has a bracket without its other half": text.count("(") != text.count(")"),
        "has more than one sentence": _SENTENCE.search(text) is not None,
    }
    return next((why for why, shown in signs.items() if shown), None)


def squeezed(text: str) -> str:
    """Letters and figures alone, in lower case: what is left of a text however it was broken into lines."""
    text = text.translate(_NO_LETTERS)
    return (text if text.isalnum() else _NOT_ALPHANUMERIC.sub("", text)).casefold()


def quoted(text: str) -> str:
    """The beginning of a text, for a message."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[: _SHOWN - 1].rstrip()}…”"


def counted(lines: Sized) -> str:
    """How many lines, in words."""
    return f"{len(lines)} lines" if len(lines) != 1 else "One line"


def pages(lines: Iterable[Line]) -> str:
    """The pages of these lines, in words: "page 3", "pages 1, 2 and 5"."""
    numbers = list(map(str, sorted({line.page for line in lines})))
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    return f"pages {', '.join(numbers[:-1])} and {numbers[-1]}"


def begins_small(text: str) -> bool:
    """Whether a text begins like the rest of a sentence; "e-government" and "iPad" do not."""
    return text[:1].islower() and text[1:2] not in {"-", "‑"} and not text[1:2].isupper()


@cache
def _patterns(language: str) -> Patterns:
    own = words(language, "blocks", BlockWords)
    documentation = alternatives(words(language, "annotations", AnnotationWords).documentation)
    schedule = words(language, "timetable", TimetableWords)
    masthead = words(language, "masthead", MastheadWords)
    heads = (*schedule.date, *schedule.time, *schedule.item, *schedule.documents)
    lists = alternatives(words(language, "agenda", AgendaWords).list_heading)
    joints = alternatives(words(language, "calendar", CalendarWords).to)
    return Patterns(
        dangling=re.compile(rf"(?<!\w)(?:{alternatives(own.dangling)})$", re.IGNORECASE),
        list_heading=re.compile(rf"(?:{lists})\s*:?", re.IGNORECASE),
        documentation=re.compile(rf"(?:{documentation})\s*[:.]?", re.IGNORECASE),
        timetable=_word(alternatives(schedule.titles)),
        idle=_word(alternatives((*schedule.no_sitting, *schedule.breaks, *schedule.deadline))),
        column_head=re.compile(rf"(?:{alternatives(heads)}|page \d+)", re.IGNORECASE),
        open_span=re.compile(rf"(?:[-–—]|(?<!\w)(?:{joints}))$", re.IGNORECASE),
        distribution=_word(alternatives(masthead.distribution_label)),
        original=_word(alternatives(masthead.original)),
        session=_word(alternatives(masthead.session)),
    )


def _word(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
