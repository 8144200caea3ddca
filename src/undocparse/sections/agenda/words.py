"""The words around a list of items, as patterns made once for a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from undocparse.languages import words
from undocparse.languages.matching import alternatives, folded
from undocparse.layout.blocks import Block
from undocparse.layout.endings import ends_in
from undocparse.model.place import Model
from undocparse.sections.item_labels import ItemWords

_LONG_HEADING = 400  # characters; conferences have long names (A/RES/75/212: 250)
_NUMBERED = r"(?:[IVXA-D]+\.\s+)?"


class AgendaWords(Model):
    """How a language heads the list of items, and what stands between and behind the items.

    Attributes:
        list_heading: words that a heading of the list begins with or is.
        contents: headings of a table of contents.
        columns: column heads of a contents table ("Item", "Page").
        documentation: headings of the documents of an item.
        document_kinds: what a listed document begins with ("Report of").
        behind: headings that end the list ("Annotations").
        verbs: finite verbs, which sentences have and titles lack.
        open_ends: last words of a line whose title goes on in the next ("of the").
        of_meeting: what may stand between the heading's words and the name of a meeting ("of the").
        annex: headings of an annex.
        adopted: beginnings of titles of documents that adopt an agenda ("Draft decision").
        report: beginnings of titles of reports, which may hold agendas of the past.
    """

    list_heading: tuple[str, ...]
    contents: tuple[str, ...]
    columns: tuple[str, ...]
    documentation: tuple[str, ...]
    document_kinds: tuple[str, ...]
    behind: tuple[str, ...]
    verbs: tuple[str, ...]
    open_ends: tuple[str, ...]
    of_meeting: tuple[str, ...]
    annex: tuple[str, ...]
    adopted: tuple[str, ...]
    report: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListWords:
    """The same as patterns.

    Attributes:
        language: BCP 47 subtag.
        heading: beginning of a heading of the list.
        contents: whole headings of a table of contents, folded.
        columns: whole column heads, folded.
        documentation: whole headings of documents, folded.
        document: beginning of a listed document.
        behind: beginning of a heading that ends the list.
        verb: a finite verb, in lower case.
        open_ends: last words that a title does not end with, folded.
        heading_tail: what may follow the words of a heading of the list.
        annex: beginning of a heading of an annex.
        adopted: beginning of a title of a document that adopts an agenda.
        report: beginning of a report's title.
        item: the word for an item and a number.
        named: the list's name inside a sentence as `list`, or what names an item of it.
    """

    language: str
    heading: re.Pattern[str]
    contents: frozenset[str]
    columns: frozenset[str]
    documentation: frozenset[str]
    document: re.Pattern[str]
    behind: re.Pattern[str]
    verb: re.Pattern[str]
    open_ends: frozenset[str]
    heading_tail: re.Pattern[str]
    annex: re.Pattern[str]
    adopted: re.Pattern[str]
    report: re.Pattern[str]
    item: re.Pattern[str]
    named: re.Pattern[str]

    def leads_in(self, block: Block) -> bool:
        """Whether a paragraph announces the list: "The provisional agenda … is as follows:"."""
        text = block.text
        return ends_in(text, ":") and any(name["list"] for name in self.named.finditer(text))

    def says(self, text: str) -> bool:
        """Whether a text has a finite verb, as sentences have and titles lack."""
        return self.verb.search(text.lower()) is not None

    def heads_list(self, block: Block) -> bool:
        """Whether a block is a heading such as "Provisional agenda"."""
        text = block.text
        if len(text) >= _LONG_HEADING or ends_in(text, "."):
            return False
        match = self.heading.match(text)
        return match is not None and self.heading_tail.fullmatch(text, match.end()) is not None

    def heads_section(self, block: Block) -> bool:
        """Whether a lettered block is the heading of a part, such as "II. Annotations", and no item."""
        label = block.label
        if label is None or not label.name.isupper() or len(block.text) >= _LONG_HEADING:
            return False
        if self.heads_list(block):
            return True
        match = self.behind.match(block.text)
        return match is not None and self.heading_tail.fullmatch(block.text, match.end()) is not None

    def heads_contents(self, block: Block) -> bool:
        """Whether a block is a heading such as "Contents"."""
        return len(block.text) < _LONG_HEADING and folded(block.text.strip(" :.")) in self.contents

    def is_column_head(self, block: Block) -> bool:
        """Whether a block is a head of the list's columns."""
        return len(block.text) < _LONG_HEADING and folded(block.text.strip(" :.")) in self.columns


def _beginning(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(phrases)})(?!\w)", re.IGNORECASE)


@cache
def list_words(language: str) -> ListWords:
    """The patterns of a language."""
    found = words(language, "agenda", AgendaWords)
    labels = words(language, "item_labels", ItemWords)
    items, of_it = alternatives((*labels.item, *labels.items)), alternatives(labels.of_the_agenda)
    return ListWords(
        language=language,
        heading=re.compile(rf"{_NUMBERED}(?:{alternatives(found.list_heading)})\b", re.IGNORECASE),
        contents=frozenset(map(folded, found.contents)),
        columns=frozenset(map(folded, found.columns)),
        documentation=frozenset(map(folded, found.documentation)),
        document=_beginning(found.document_kinds),
        behind=re.compile(rf"{_NUMBERED}(?:{alternatives(found.behind)})(?!\w)", re.IGNORECASE),
        verb=re.compile(rf"(?:{alternatives(found.verbs, apart=True)})(?!\w)"),
        open_ends=frozenset(map(folded, found.open_ends)),
        heading_tail=re.compile(
            rf"[\s*:]*(?:(?:{alternatives(found.of_meeting)})(?:\s|(?<=['’])).{{1,400}}|)", re.I
        ),
        annex=_beginning(found.annex),
        adopted=_beginning(found.adopted),
        report=_beginning(found.report),
        item=re.compile(rf"(?:{items})\s+(?:\d|(?-i:[IVXL]{{1,7}}\b))", re.IGNORECASE),
        named=re.compile(
            rf"\b(?:(?:{items})(?:\s+\d\S*)?(?:\s+(?:{of_it}))?|(?P<list>{alternatives(found.list_heading)}))\b",
            re.IGNORECASE,
        ),
    )
