"""How a language's script works: where its words begin, whether blanks part them, what stands for a sign.

Source: the Unicode Standard (general categories and numeric values of signs).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from undocparse.languages.loader import words
from undocparse.model.place import Model


class Script(Model):
    """Table `[script]` of a language's data file.

    Attributes:
        spaced: whether blanks part words.
        cased: whether letters have capitals.
        decimal_comma: whether decimals stand behind a comma.
        clitics: words written as one with the next ("و": and).
        contracted: how a beginning changes behind a clitic: "ال" behind "ل" is "لل".
    """

    spaced: bool
    cased: bool
    decimal_comma: bool
    clitics: tuple[str, ...]
    contracted: dict[str, str]

    @property
    def gap(self) -> str:
        """What parts two words, as an expression."""
        return r"\s+" if self.spaced else r"\s*"

    @property
    def joint(self) -> str:
        """What parts a word such as "and" from the next, as an expression; a clitic has nothing there."""
        return r"\s+" if self.spaced and not self.clitics else r"\s*"

    @property
    def before(self) -> str:
        """What must be so where a word begins, as an expression without width."""
        if not self.spaced:
            return ""
        behind = "".join(rf"|(?<=(?<![\w-]){clitic})" for clitic in self.clitics)
        return rf"(?:(?<![\w-]){behind})" if behind else r"(?<![\w-])"

    @property
    def after(self) -> str:
        """What must be so where a word ends, as an expression without width."""
        return r"(?![\w-])" if self.spaced else ""

    @property
    def capital(self) -> str:
        """How a name begins, as a set of signs."""
        return "[A-ZÀ-ÖØ-Þ]" if self.cased else r"[^\W\d_]"

    def spread(self, forms: Iterable[str]) -> tuple[str, ...]:
        """The forms, and those that a clitic changes."""
        known = tuple(dict.fromkeys(forms))
        changed = (
            new + form.removeprefix(old)
            for old, new in self.contracted.items()
            for form in known
            if form.startswith(old)
        )
        return (*known, *changed)


@cache
def script(language: str) -> Script:
    """The script of a language.

    Args:
        language: BCP 47 primary subtag; one of `LANGUAGES`.
    """
    found: Script = words(language, "script", Script)
    return found


_SIGNS = re.compile("[\u3400-\u9fff]")
_LETTERS_A_SIGN = 3  # Chinese versions of UN documents have a third of the letters of the English ones


def extent(text: str) -> int:
    """How long a text is, in letters: what says as much in Chinese has fewer signs.

    >>> extent("General Assembly"), extent("大会")
    (16, 6)
    """
    return len(text) if text.isascii() else len(text) + (_LETTERS_A_SIGN - 1) * len(_SIGNS.findall(text))


_PLAIN = str.maketrans(
    {
        **{chr(zero + value): str(value) for zero in (0x660, 0x6F0, 0xFF10) for value in range(10)},
        **dict(zip("،、，؛；：（）［］／％－．“”", ',,,;;:()[]/%-.""', strict=True)),
        "\u3000": " ",
    }
)
_NOTE_MARK = re.compile(r"\(\s?\)")


def plain_signs(text: str, language: str) -> str:
    """A text with the digits, commas, brackets and quotation marks of all scripts as in ASCII, sign for sign.

    Places in it are places in the text. Empty brackets, which footnote marks leave in Arabic, become blanks.

    >>> plain_signs("القرار ٧٠/١، الفقرة ٣", "ar")[7:12]
    '70/1,'
    """
    if script(language).cased:
        return text
    return _NOTE_MARK.sub(lambda mark: " " * len(mark[0]), text.translate(_PLAIN))
