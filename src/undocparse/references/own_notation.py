"""Numbers that a language writes in its own letters: "217 ألف (د-3)" is 217 A (III), "دإ-24/2" is S-24/2."""

from __future__ import annotations

import re

from undocparse.languages.matching import folded
from undocparse.layout.enumerators import roman_numeral
from undocparse.references.notation import LETTER
from undocparse.references.vocabulary import ReferenceWords, alternatives


class OwnNotation:
    """Reads them in one language, as `notation` writes them."""

    def __init__(self, table: ReferenceWords) -> None:
        self._letters, self._series = table.letters, table.series
        letter, series = alternatives(table.letters), alternatives(table.series)
        self._letter = re.compile(rf"\s?({letter})(?!\w)")
        self._number = re.compile(
            rf"(?P<old>\d{{1,4}})(?:\s(?P<part>{letter}|[A-Z]))?\s?\((?P<in>{series})\s?-\s?(?P<session>\d{{1,2}})\)"
            rf"|(?P<special>{series})\s?-\s?(?P<of>\d{{1,2}})\s?/\s?(?P<serial>\d{{1,4}})(?!\w)"
            rf"|(?P<decision>\d{{1,3}})\s?/\s?(?P<code>{series})\s?-\s?(?P<at>\d{{1,3}})(?!\w)"
        )

    def match(self, text: str, position: int) -> tuple[str, str, int] | None:
        """Number, shape and end of the number that begins at a position; null where none does."""
        found = self._number.match(text, position) if self._series else None
        if found is None:
            return None
        if found["old"]:
            mark, session = self._mark(found["in"]), roman_numeral(int(found["session"])).upper()
            session = f"{mark}-{session}" if mark else session
            part = f" {self._letters.get(folded(found['part']), found['part'])}" if found["part"] else ""
            return f"{found['old']}{part} ({session})", "old", found.end()
        if found["special"]:
            number = f"{self._mark(found['special'])}-{found['of']}/{found['serial']}"
            return number, "special", found.end()
        return f"{found['decision']}/{self._mark(found['code'])}.{found['at']}", "code", found.end()

    def _mark(self, printed: str) -> str:
        return self._series[folded(printed)]

    def letter(self, text: str, position: int) -> tuple[str, int] | None:
        """The letter of a part, and its end."""
        if found := LETTER.match(text, position):
            return found[1], found.end()
        own = self._letter.match(text, position) if self._letters else None
        return (self._letters[folded(own[1])], own.end()) if own else None
