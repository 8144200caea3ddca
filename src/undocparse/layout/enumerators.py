"""Printed numbers, letters and bullets at the head of a line: "1.", "(a)", "a)", "iv.", "2.1", "A.", "•".

UN Editorial Manual, "Paragraphs and subparagraphs": (a) (i) a. i. in English; a) i) a. i. in French
and Spanish.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from undocparse.layout.foreign_labels import as_latin

Kind = Literal["decimal", "dotted", "lower", "upper", "roman", "upper_roman", "bullet"]

_ALIKE = str.maketrans("асеорхубвг", "aceopxybcd")
"""Cyrillic letters that Russian versions have for Latin ones in labels, and those that count on from "а"."""
_LABEL = re.compile(
    r"""(?:
      (?P<dotted>\d{1,3}(?:\.\d{1,2})+)[.)]?
    | (?P<decimal>\d{1,3})[.)]
    | \(\s?(?P<paren>[a-z]{1,5}|\d{1,3}|[A-Z])\s?\)
    | (?P<letter>[a-z]{1,5}|[асеорхубвг])\)
    | (?P<small>[a-z]{1,4})\.
    | (?P<upper_roman>[IVXL]{1,7})\.
    | (?P<upper>[A-Z])\.
    | (?P<bullet>[•▪·●○◦‣∙■□➢➤⁃–—\uf0b7\uf0a7\x7f-])
    )(?=\s|$)
    | (?:(?P<glued>\d{1,3})\.|\((?P<glued_paren>[a-z])\))
      (?=[A-ZÀ-Ý](?:[a-zà-ÿ’']|[A-ZÀ-Ý]{2}))  # the tab is lost, as on web pages
    """,
    re.VERBOSE,
)
_GAP_LABEL = re.compile(r"(?P<decimal>\d{1,3})$")
_ROMAN = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Enumerator(NamedTuple):
    """A printed label and what it may mean.

    Attributes:
        printed: as it stands ("(a)").
        kind: its style; a lone "i" or "v" is `lower` here and may be read as roman by its neighbours.
        value: its ordinal ("c" is 3); 0 for bullets and dotted numbers.
        name: the part of a key that it gives ("c", "12"; "2.1" for dotted numbers).
        width: how many characters of the text it takes, with the blank after it.
    """

    printed: str
    kind: Kind
    value: int
    name: str
    width: int

    @property
    def roman(self) -> int | None:
        """Its value as a Roman number; null where it is none."""
        return roman_value(self.name) if self.kind in {"lower", "roman", "upper_roman", "upper"} else None


def enumerator(text: str, *, gap_after: int | None = None) -> Enumerator | None:
    """The label that a text begins with; null where it begins with none.

    Args:
        text: a line or paragraph.
        gap_after: length of the first stretch of text, where a gap follows it; a bare number counts
            only then.
    """
    if (foreign := as_latin(text)) is not None:
        latin, end = foreign
        mark = enumerator(latin)
        return mark and mark._replace(printed=text[:end].strip(), width=_with_blanks(text, end))
    match = _LABEL.match(text)
    if match is None and gap_after is not None:
        match = _GAP_LABEL.match(text[:gap_after])
    if match is None or match.lastgroup is None:
        return None
    kind, name = _kind(match.lastgroup, match[match.lastgroup].translate(_ALIKE))
    if kind is None:
        return None
    return Enumerator(match[0], kind, _value(kind, name), name, _with_blanks(text, match.end()))


def _with_blanks(text: str, end: int) -> int:
    return end + len(text[end:]) - len(text[end:].lstrip())


def _kind(group: str, name: str) -> tuple[Kind | None, str]:
    if group in {"dotted", "decimal", "bullet"}:
        return group, name  # type: ignore[return-value]
    if group in {"upper_roman", "upper"}:
        kind: Kind = "upper_roman" if len(name) > 1 or name in "IVX" else "upper"
        return (kind, name) if kind == "upper" or roman_value(name) else (None, name)
    if name.isdecimal():
        return "decimal", name
    if len(name) == 1:
        return ("upper" if name.isupper() else "lower"), name
    if roman_value(name):
        return "roman", name
    doubled = len(name) == 2 and name[0] == name[1]  # (aa), (bb) follow (z)
    return ("lower", name) if doubled else (None, name)


def _value(kind: Kind, name: str) -> int:
    if kind == "decimal":
        return int(name)
    if kind in {"roman", "upper_roman"}:
        return roman_value(name) or 0
    if kind in {"lower", "upper"}:
        return ord(name[0].lower()) - ord("a") + 1 + 26 * (len(name) - 1)
    return 0


def roman_numeral(value: int) -> str:
    """A number from 1 to 3999 in Roman figures, in small letters."""
    numeral = ""
    for worth, letters in _NUMERALS:
        numeral += letters * (value // worth)
        value %= worth
    return numeral


def roman_value(name: str) -> int | None:
    """Value of a Roman number up to 89, in either case; null where it is none."""
    folded = name.lower()
    body = folded.removeprefix("l")
    if not _ROMAN.match(body) and not (body == "" and folded == "l"):
        return None
    total = 0
    for character, following in zip(folded, f"{folded[1:]} ", strict=True):
        value = _VALUES[character]
        total += -value if _VALUES.get(following, 0) > value else value
    return total
