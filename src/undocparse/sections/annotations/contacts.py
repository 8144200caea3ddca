"""Contact persons: names, posts, telephone numbers and addresses, in a block below a word or in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from undocparse.layout.blocks import Block
from undocparse.layout.endings import ends_in
from undocparse.layout.pages import place_of
from undocparse.model.annotations import Contact
from undocparse.sections.annotations.vocabulary import Lexicon

_LONG_HEAD = 140  # characters
_LONG_LINE = 280  # characters
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?:\+|\b)\d[\d ().-]{5,}\d")
_LETTER = re.compile(r"[^\W\d_]{2}")
_PARTS = re.compile(r"\s*[;,|]\s+|\s*\((?=[^)]*[@+\d])|\s+[–—-]\s+|\s*\)(?:\s|$)")
_EDGES = " \t.,;:()<>[]–—-"


class ContactReader:
    """Collects the contact blocks of one annotation.

    Args:
        lexicon: words of the document's language.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._open = False
        self._drafts: list[_Draft] = []

    def takes(self, block: Block, *, listed: bool) -> bool:
        """Whether the block belongs to a contact block; it is read then.

        Args:
            block: the next one of the annotation.
            listed: whether it reads as a heading, tag or document.
        """
        named = self._lexicon.personal.match(block.text) is not None  # "M." is no letter that labels a line
        text = (block.text if named else block.body).strip()
        if self._is_head(text):
            self._open = True
            self._drafts.append(_Draft([block]))
            behind = _behind_head(block, text)
            self._read(behind, block)
        elif not listed and self._goes_on(block, text, named=named):
            self._read([line.text for line in block.lines] if len(block.lines) > 1 else [text], block)
        else:
            self._open = False
        return self._open

    def contacts(self) -> Iterator[Contact]:
        """The persons and offices, in order."""
        return (draft.contact() for draft in self._drafts if draft.is_known)

    def _is_head(self, text: str) -> bool:
        """A short line that ends in a colon, or that goes on with a name or address behind it."""
        if len(text) < _LONG_HEAD and self._lexicon.contact_head.fullmatch(text.strip(" :.")):
            return True
        head, colon, behind = text.partition(":")
        if not colon or len(text) > _LONG_LINE or self._lexicon.contact_head.search(head) is None:
            return False
        if not behind.strip():
            return len(head) < _LONG_HEAD
        named = self._lexicon.personal.match(behind.strip()) is not None
        return len(head) < _LONG_HEAD // 2 and (named or _addressed(behind))

    def _goes_on(self, block: Block, text: str, *, named: bool) -> bool:
        if not self._open or block.bold or (block.label is not None and not named):
            return False
        if len(text) < _LONG_LINE and _addressed(text):
            return True
        return len(text) < _LONG_HEAD and not ends_in(text, ".:")

    def _read(self, lines: Iterable[str], block: Block) -> None:
        for line in lines:
            for part in _PARTS.split(line):
                word = part.strip(_EDGES)
                if word and not self._drafts[-1].take(word, self._lexicon):
                    self._drafts.append(_Draft())
                    self._drafts[-1].take(word, self._lexicon)
                if block not in self._drafts[-1].blocks[-1:]:
                    self._drafts[-1].blocks.append(block)


def _behind_head(block: Block, text: str) -> list[str]:
    """What stands behind the colon, line by line."""
    first, *others = [line.text for line in block.lines]
    if ":" in first:
        return [first.partition(":")[2], *others]
    return [text.partition(":")[2]]


def _addressed(text: str) -> bool:
    return _EMAIL.search(text) is not None or _NUMBER.search(text) is not None


@dataclass(slots=True)
class _Draft:
    """A contact while its parts are read."""

    blocks: list[Block] = field(default_factory=list)
    name: str = ""
    post: list[str] = field(default_factory=list)
    telephone: str = ""
    email: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything was read behind the head."""
        return bool(self.name or self.telephone or self.email)

    def take(self, part: str, lexicon: Lexicon) -> bool:
        """Put a part in its place; false where it begins the next contact."""
        email, number = _EMAIL.search(part), _NUMBER.search(part)
        name = part
        for match, word in ((email, lexicon.email), (number, lexicon.telephone)):
            if match:
                name = word.sub("", name.replace(match[0], "")).strip(_EDGES)
        name = name if _LETTER.search(name) else ""
        if (email and self.email) or (number and self.telephone) or (name and self._is_full(name, lexicon)):
            return False
        self.email = email[0] if email else self.email
        self.telephone = number[0].strip() if number else self.telephone
        if name and not self.name and not self.post:
            self.name = name
        elif name:
            self.post.append(name)
        return True

    def _is_full(self, name: str, lexicon: Lexicon) -> bool:
        """Whether a name or post is that of the next contact."""
        return bool(self.name) and (bool(self.email) or lexicon.personal.match(name) is not None)

    def contact(self) -> Contact:
        """The contact as part of the object model."""
        return Contact(
            name=self.name or None,
            post=", ".join(self.post) or None,
            telephone=self.telephone or None,
            email=self.email or None,
            text=" ".join(block.text for block in self.blocks),
            page=self.blocks[0].page,
            place=place_of([line for block in self.blocks for line in block.lines]),
        )
