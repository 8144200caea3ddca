"""Paragraphs, annexes and sections: what part of a decision or article is pointed at."""

from __future__ import annotations

import re
from functools import cache

from undocparse.languages.script import script
from undocparse.references.vocabulary import alternatives, head_pattern, of_the, reference_words

# "4", "4 (c)", "3 a)", "(b)", "a)", "II", "D"; atomic, since "I" is a capital and a Roman number
_ONE = (
    r"(?>\d{1,3}+(?![\d/])(?:\.\d{1,3})?(?:\s?(?:bis|ter))?(?:\s?\(?[a-z]{1,4}\)|\s?\(\d{1,2}\)){0,3}|\(?[a-z]{1,4}\)(?:\s?\(?[a-z]{1,4}\))?"
    r"|[IVXLC]+(?![\w’'])|[A-Z](?![\w’']))"
)
_NAMES = re.compile(r"\?P<\w+>")
_TOKEN = re.compile(r"\d+|[a-z]+(?=\))|bis|ter|[A-Z]+")
_VALUE = re.compile(_ONE)


class PinpointReader:
    """Reads pinpoints before and behind a reference, in one language."""

    def __init__(self, language: str) -> None:
        table = reference_words(language)
        kinds = ("paragraph", "subparagraph", "section", "annex", "chapter")
        words = "|".join(
            f"(?P<{kind}>{alternatives(getattr(table, kind), capitalized=True)})" for kind in kinds
        )
        plain = _NAMES.sub("?:", words)
        writing = script(language)
        joint, before = writing.joint, writing.before
        joins = alternatives((*table.and_, *table.to))
        many = rf"{_ONE}(?>(?:\s?,\s?(?:{joins}{joint})?|{writing.gap}{joins}{joint}|\s?[-\u2013]\s?){_ONE})*"
        number = rf"(?:{table.before_number}\s*(?P<first>{many})\s*)?" if table.before_number else ""
        piece = rf"{_NAMES.sub('?:', number)}(?:{plain})(?:\s*{many})?"
        gap = rf"(?:\s*,\s*|\s+)?{of_the(language)}"
        self._language = language
        self._of = re.compile(gap)
        self._stop = re.compile(rf"[,.;:()]|\s{alternatives(table.and_)}\s")
        self._before = re.compile(rf"{before}({piece}(?>(?:{gap}|\s*,\s*){piece})*){gap}\Z")
        self._directly_before = re.compile(rf"{before}({piece}(?>{gap}{piece})*)\s*\Z")
        self._after = re.compile(rf"\s*,?\s*\(?({piece}(?>\s*,\s*{piece})*)")
        self._piece = re.compile(rf"{number}(?:{words})\s*(?P<many>{many})?")
        self._to = re.compile(rf"(?:{writing.gap}{alternatives(table.to)}{writing.gap}|[-\u2013])")

    def before(self, text: str, position: int, *, linked: bool = True) -> tuple[tuple[str, ...], int]:
        """Pinpoints of a phrase that ends where a reference begins ("paragraph 3 (a) of"), and its start.

        Args:
            text: the passage.
            position: where the reference begins.
            linked: whether "of" must stand between; an anaphor such as "of that decision" brings its own.
        """
        pattern = self._before if linked else self._directly_before
        found = pattern.search(text, max(0, position - 160), position)
        if not found:
            return (), position
        return self._read(found[1]), found.start()

    def after(self, text: str, position: int) -> tuple[tuple[str, ...], int]:
        """Pinpoints behind a reference (", para. 99", ", annex I"), and their end."""
        found = self._after.match(text, position)
        if not found or self._of_another(text, found.end()):
            return (), position
        return self._read(found[1]), found.end()

    def _of_another(self, text: str, end: int) -> bool:
        """Whether the paragraph belongs to what follows: "decision 2/6, paragraph 5 of its decision 3/4"."""
        of = self._of.match(text, end)
        if not of:
            return False
        rest = self._stop.split(text[of.end() : of.end() + 80], maxsplit=1)[0]
        return any(head["near"] is not None for head in head_pattern(self._language).finditer(rest + " "))

    def _read(self, phrase: str) -> tuple[str, ...]:
        """What a phrase points at, outer parts first, whatever their order in the language."""
        pieces = [
            (
                next(kind for kind in _ORDER if piece[kind]),
                piece["many"] or piece.groupdict().get("first") or "",
            )
            for piece in self._piece.finditer(phrase)
        ]
        outer: list[str] = []
        values: list[str] = []
        for kind, many in sorted(pieces, key=lambda piece: _ORDER.index(piece[0])):
            if kind in _LABELS:
                outer.extend([f"{_LABELS[kind]} {many}".strip()] if many or kind == "annex" else [])
            else:
                stem = f"{values[0]}." if values else ""
                values = [f"{stem}{value}" for value in self._spread(many)] or values
        inner = values or [""]
        return tuple(", ".join(filter(None, [*outer, value])) for value in inner if outer or value)

    def _spread(self, many: str) -> list[str]:
        found = [(".".join(_TOKEN.findall(one[0])), one.start(), one.end()) for one in _VALUE.finditer(many)]
        spread: list[str] = []
        end = 0
        for value, start, stop in found:
            if spread and self._to.search(many[end:start]) and value.isdigit() and spread[-1].isdigit():
                spread.extend(
                    str(n) for n in range(int(spread[-1]) + 1, min(int(value), int(spread[-1]) + 60))
                )
            same_number = value.isalpha() and spread and "." in spread[-1]  # "1 (b) and (c)"
            spread.append(f"{spread[-1].rpartition('.')[0]}.{value}" if same_number else value)
            end = stop
        return spread


_ORDER = ("chapter", "annex", "section", "paragraph", "subparagraph")
_LABELS = {"section": "sect.", "annex": "annex", "chapter": "chap."}


@cache
def pinpoint_reader(language: str) -> PinpointReader:
    """The reader of a language."""
    return PinpointReader(language)
