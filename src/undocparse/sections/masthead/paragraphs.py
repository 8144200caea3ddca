"""Joins the lines of a masthead to paragraphs: by type, by gaps, and by what would still have fitted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from undocparse.layout.endings import goes_on_in_capitals
from undocparse.layout.pages import Line
from undocparse.layout.words import Vocabulary, join

_SAME = 0.7  # points between type sizes that count as one
_APART = 0.72  # of the type size: a wider gap parts paragraphs
_MARK = re.compile("[*†‡]")
_MARKS = re.compile(r"(?<=\S)\s?(?:\*{1,4}|[†‡])(?=[\s,;:.)\]]|$)")
_BRACKETED = re.compile(r"[\[(][^()]{12,}[\])]\W*")
_OPEN = re.compile(r"(?:\b[a-zà-ÿ]{1,4}|,|['’])$")
_NO_WORDS = Vocabulary(())
_TYPESET_HYPHENS = ("\u00ad", "\u2010")


@dataclass(slots=True)
class Paragraph:
    """Some lines of a masthead that say one thing."""

    lines: list[Line]

    @property
    def text(self) -> str:
        """One line, without the footnote marks behind it."""
        text = ""
        for line in self.lines:
            text = _joined(text, line.text.strip())
        text = " ".join(text.split())
        return _MARKS.sub("", text).strip() if _MARK.search(text) else text

    @property
    def size(self) -> float:
        """Type size of its first line, in points."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether its first line is bold or a heading."""
        return self.lines[0].bold or bool(self.lines[0].heading)

    @property
    def capitals(self) -> bool:
        """Whether it is set in capitals."""
        return capitals(self.text)


def is_open(text: str) -> bool:
    """Whether a name breaks off: it is not over with a preposition, a comma or an apostrophe."""
    return _OPEN.search(text) is not None


def _joined(before: str, after: str) -> str:
    """A hyphen at a line's end stays: words that are broken there have a typesetter's hyphen."""
    if before.endswith("-") and not before.endswith(" -"):
        return before + after
    return join(before, after, _NO_WORDS)


def capitals(text: str) -> bool:
    """Whether a text is set in capitals; some letters of a poor text layer may not be."""
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) > 0.85 * len(letters) > 0


def paragraphs_of(
    lines: Sequence[Line],
    begins: Callable[[Line], bool] | None = None,
    names: Callable[[str, str], bool] | None = None,
) -> list[Paragraph]:
    """The paragraphs that these lines make.

    Args:
        lines: lines of one column, in reading order.
        begins: whether a line is a paragraph for itself by what it says; where given, a line also begins
            one where its first word would have fitted into the line before.
        names: whether a line (second) names something else than the lines before it (first) do.
    """
    right = max((line.box[2] for line in lines if line.box), default=0.0)
    found: list[Paragraph] = []
    for line in lines:
        apart = not found or _parts(found[-1], line, right, begins)
        if not apart and not (names is not None and names(found[-1].text, line.text)):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def _parts(before: Paragraph, line: Line, right: float, begins: Callable[[Line], bool] | None) -> bool:
    """Whether a line begins a new paragraph."""
    last = before.lines[-1]
    if last.bold != line.bold or abs(last.size - line.size) > _SAME or last.heading != line.heading:
        return True
    if any(_BRACKETED.fullmatch(one.text) or (begins is not None and begins(one)) for one in (line, last)):
        return True
    if last.box and line.box:
        gap = line.box[1] - last.box[3]
        if gap > _APART * line.size or gap < -2 * line.size:
            return True
        return begins is not None and _would_have_fitted(last, line, right)
    if line.gap is not None and line.gap >= 0.5:
        return True
    return capitals(last.text) and not capitals(line.text)


def _would_have_fitted(last: Line, line: Line, right: float) -> bool:
    """Whether the line's first word had room at the end of the line before: then it was not broken there."""
    if last.box is None or line.box is None or last.text.endswith(("-", "/", *_TYPESET_HYPHENS)):
        return False
    if capitals(last.text) and not capitals(line.text) and len(line.text) > 12:
        return True
    if goes_on_in_capitals(line.text.strip()):
        return False
    width = (line.box[2] - line.box[0]) / max(len(line.text), 1)
    word = len(line.text.split(" ", 1)[0]) + 1
    left_aligned = abs(last.box[0] - line.box[0]) < 24
    return left_aligned and last.box[2] + 1.15 * word * width < right
