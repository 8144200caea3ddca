"""Resolves "in the same decision", "ladite résolution": to the one that is meant, or to none.

The antecedent is the one by which the sentence before acts ("In its decision 2/6 the Conference decided"),
not the one that stands nearest. What stands in brackets is none. One without a number ("a decision on trade")
is a candidate that cannot be named. Where more than one is left, the anaphor stays open: wrong is worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from undocparse.languages.script import script
from undocparse.model.references import ReferenceKind
from undocparse.references.mentions import Item, Mention
from undocparse.references.pinpoints import pinpoint_reader
from undocparse.references.reading import Reader, Reading
from undocparse.references.vocabulary import alternatives, reference_words

_KINDS: tuple[ReferenceKind, ...] = ("resolution", "decision")
_REACH = 2
"""How many passages without a candidate an anaphor may look over."""


_Target = tuple[str, str | None] | None


_TITLE = 2000  # characters; a title between a decision and its number in brackets is shorter


class _Candidates:
    """What an anaphor may mean: the targets of the highest rank that was seen, in any order."""

    def __init__(self) -> None:
        self._rank = 0
        self._targets: set[_Target] = set()

    def add(self, rank: int, target: _Target) -> None:
        if rank > self._rank:
            self._rank, self._targets = rank, set()
        if rank == self._rank:
            self._targets.add(target)

    def chosen(self) -> _Target:
        """The only one; None where there is none or more."""
        return next(iter(self._targets)) if len(self._targets) == 1 else None

    def __bool__(self) -> bool:
        return bool(self._targets)


@cache
def _anaphors(language: str) -> re.Pattern[str]:
    table = reference_words(language)
    kinds = "|".join(f"(?P<{kind}>{alternatives(getattr(table, kind)[:1])})" for kind in _KINDS)
    first = kinds.replace("?P<", "?P<after_")
    same = alternatives(table.same, capitalized=True)
    after, writing = alternatives(table.same_after), script(language)
    gap = writing.gap
    return re.compile(
        rf"{writing.before}(?:(?P<same>{same}){gap}(?:{kinds})|(?:{first}){gap}{after})"
        rf"{writing.after}(?!\s+(?:[\dIVXLC]+[/(]|\d|[A-Z]))"
    )


@cache
def _words(language: str) -> tuple[str, ...]:
    table = reference_words(language)
    return tuple(getattr(table, kind)[0] for kind in _KINDS)


@cache
def _unnumbered(language: str) -> re.Pattern[str]:
    table = reference_words(language)
    kinds = "|".join(f"(?P<{kind}>{alternatives(getattr(table, kind)[:1])})" for kind in _KINDS)
    another = alternatives(table.another, capitalized=True)
    return re.compile(
        rf"(?<![\w-]){another}\s+(?:\w+\s+){{0,2}}(?:{kinds})(?![\w-]|\s+(?:[\dIVXLC-]+[/(]|\d))"
    )


@cache
def _acting(language: str) -> re.Pattern[str]:
    table = reference_words(language)
    own = alternatives((*table.own, *table.the))
    return re.compile(rf"(?<!\w){alternatives(table.acting, capitalized=True)}\s*(?:{own}\s*)?\Z")


@cache
def _by_the_way(language: str) -> re.Pattern[str]:
    table = reference_words(language)
    own = alternatives((*table.own, *table.the))
    return re.compile(rf"(?<!\w){alternatives(table.subordinate, capitalized=True)}\s*(?:{own}\s*)?\Z")


def find_anaphors(reading: Reading) -> list[Mention]:
    """The anaphors of a passage, not yet resolved."""
    found: list[Mention] = []
    if not any(word in reading.text for word in _words(reading.language)):
        return found
    for match in _anaphors(reading.language).finditer(reading.text):
        kind = next(k for k in _KINDS if match[k] or match[f"after_{k}"])
        mention = Mention(kind, match.start(), match.end(), phrase=match.start(), anaphor=True)
        reader = pinpoint_reader(reading.language)
        noun = match.start(kind) if match[kind] else match.start(f"after_{kind}")
        mention.pinpoints, mention.phrase = reader.before(reading.text, noun)
        if not mention.pinpoints:
            mention.pinpoints, mention.phrase = reader.before(reading.text, match.start(), linked=False)
        found.append(mention)
    return found


def resolve(document: Reader) -> None:
    """Gives each anaphor of the document the target that it means, where that is certain."""
    if not any(mention.anaphor for reading in document.readings for mention in reading.mentions):
        return
    memory: dict[str, tuple[int, _Candidates]] = {}
    for index, reading in enumerate(document.readings):
        if reading.mentions:
            near = {kind: seen for kind, seen in memory.items() if _reaches(document, index, seen[0])}
            _resolve_passage(reading, index, near)
            memory = near


def _reaches(document: Reader, index: int, seen: int) -> bool:
    """Whether an anaphor may look back so far: some passages, never into another section or agenda item."""
    here, there = document.readings[index].passage, document.readings[seen].passage
    return index - seen <= _REACH and (here.section, here.items) == (there.section, there.items)


def _resolve_passage(reading: Reading, index: int, memory: dict[str, tuple[int, _Candidates]]) -> None:
    for kind in _KINDS:
        sentence_end = -1
        current = _Candidates()
        for start, mention in _events(reading, kind):
            if start >= sentence_end:
                if current:
                    memory[kind] = (index, current)
                current, sentence_end = _Candidates(), reading.sentence(start)[1]
            if mention is None:
                current.add(2, None)
            elif mention.anaphor:
                _, earlier = memory.get(kind, (index, current))
                target = (current or earlier).chosen()
                if target:
                    mention.items = [Item(target[0], "", mention.start, mention.end)]
                    mention.body = target[1]
                current.add(3, target)
            else:
                rank = _rank(reading, mention)
                for item in mention.items if rank else ():
                    current.add(rank, (item.number, item.body or mention.body))
        if current:
            memory[kind] = (index, current)


def _events(reading: Reading, kind: str) -> Iterable[tuple[int, Mention | None]]:
    events: list[tuple[int, Mention | None]] = [(m.start, m) for m in reading.mentions if m.kind == kind]
    taken = {start for start, _ in events}
    if any(mention.anaphor for mention in reading.mentions) or taken:
        for match in _unnumbered(reading.language).finditer(reading.text):
            if (
                match[kind]
                and match.start(kind) not in taken
                and not _named_in_brackets(reading, kind, match.end())
            ):
                events.append((match.start(), None))
    return sorted(events, key=lambda event: event[0])


def _named_in_brackets(reading: Reading, kind: str, position: int) -> bool:
    """Whether "a decision entitled “…” (EC-94/DEC.2)" gives its number in brackets, which is no aside."""
    opening = reading.text.find("(", position, min(reading.sentence(position)[1], position + _TITLE))
    named = reading.mention_at(opening + 1, kind) if opening >= 0 else None
    if named is None:
        return False
    named.bracketed = False
    return True


def _rank(reading: Reading, mention: Mention) -> int:
    """3: the body acts by it; 2: it is mentioned; 1: by the way; 0: in brackets."""
    if mention.bracketed:
        return 0
    before = reading.text[max(0, mention.phrase - 60) : mention.phrase]
    if _acting(reading.language).search(before) and _acts(reading, mention):
        return 3
    return 1 if _by_the_way(reading.language).search(before) else 2


def _acts(reading: Reading, mention: Mention) -> bool:
    start, _ = reading.sentence(mention.start)
    return mention.explicit or not reading.last_bodies(start, mention.phrase)
