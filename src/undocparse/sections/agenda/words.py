"""The words around a list of items, as patterns made once for a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from undocparse.languages import words
from undocparse.languages.matching import alternatives, folded
from undocparse.layout.blocks import Block
from undocparse.model.place import Model

_LONG_HEADING = 200  # characters; "Provisional agenda of the … session of the …" may be long, prose is longer
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
        open_ends: last words of a line whose title goes on in the next ("of the").
    """

    list_heading: tuple[str, ...]
    contents: tuple[str, ...]
    columns: tuple[str, ...]
    documentation: tuple[str, ...]
    document_kinds: tuple[str, ...]
    behind: tuple[str, ...]
    open_ends: tuple[str, ...]


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
        open_ends: last words that a title does not end with, folded.
    """

    language: str
    heading: re.Pattern[str]
    contents: frozenset[str]
    columns: frozenset[str]
    documentation: frozenset[str]
    document: re.Pattern[str]
    behind: re.Pattern[str]
    open_ends: frozenset[str]

    def heads_list(self, block: Block) -> bool:
        """Whether a block is a heading such as "Provisional agenda"."""
        text = block.text
        return len(text) < _LONG_HEADING and text[-1:] != "." and bool(self.heading.match(text))

    def heads_contents(self, block: Block) -> bool:
        """Whether a block is a heading such as "Contents"."""
        return len(block.text) < _LONG_HEADING and folded(block.text.strip(" :.")) in self.contents

    def is_column_head(self, block: Block) -> bool:
        """Whether a block is a head of the list's columns."""
        return len(block.text) < _LONG_HEADING and folded(block.text.strip(" :.")) in self.columns


@cache
def list_words(language: str) -> ListWords:
    """The patterns of a language."""
    found = words(language, "agenda", AgendaWords)
    return ListWords(
        language=language,
        heading=re.compile(rf"{_NUMBERED}(?:{alternatives(found.list_heading)})\b", re.IGNORECASE),
        contents=frozenset(map(folded, found.contents)),
        columns=frozenset(map(folded, found.columns)),
        documentation=frozenset(map(folded, found.documentation)),
        document=re.compile(rf"(?:{alternatives(found.document_kinds)})(?!\w)", re.IGNORECASE),
        behind=re.compile(rf"{_NUMBERED}(?:{alternatives(found.behind)})(?!\w)", re.IGNORECASE),
        open_ends=frozenset(map(folded, found.open_ends)),
    )
