"""Reads the masthead's right column: symbol, distribution, date of submission, languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from undocparse.languages import LANGUAGES
from undocparse.languages.calendar import find_dates
from undocparse.layout.pages import Line
from undocparse.sections.masthead.margin_date import date_of_issue
from undocparse.sections.masthead.margin_languages import (
    languages_in,
    only_languages,
    original_languages,
    own_name,
)
from undocparse.sections.masthead.symbols import is_symbol_line, is_tail
from undocparse.sections.masthead.vocabulary import Vocabulary, plain, vocabulary

_ROOT = re.compile(r"[A-Z]{1,6}(?:-[A-Z]{1,6})*")
_YEAR = re.compile(r"\d{4}")
_NO_NUMERAL = re.compile(r"[^ivx.\s]")
_BLANKS = re.compile(r"\s+")
_COLUMN = 18.0  # points; lines of the margin begin this near to each other
_POOR_LABEL = 75  # of 100: how alike a label in a poor text layer must be
_MIDDLE = 250.0  # points from the page's edge; lines set flush right begin further right
_FIRST = 8  # lines; the UN's own name stands among these


@dataclass(slots=True)
class Margin:
    """What the right column says, and the lines that say it.

    Attributes:
        symbols: the lines of the symbol, in order; root and tail may be two lines.
        distribution: the model's word.
        date: ISO 8601.
        originals: subtags of the original languages.
        version: subtag of the language that the document names as its own.
        left: left edge of the column; null without geometry.
        fields: lines by field name.
        other: the UN's name, the big root letter, "For decision".
        mended: what was read out of a poor text layer: field, text before and after.
    """

    symbols: list[Line] = field(default_factory=list)
    distribution: str | None = None
    date: str | None = None
    originals: tuple[str, ...] = ()
    version: str | None = None
    left: float | None = None
    fields: dict[str, list[Line]] = field(default_factory=dict)
    other: list[Line] = field(default_factory=list)
    mended: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All lines of the column, in reading order."""
        found = {line.number: line for lines in self.fields.values() for line in lines}
        found.update({line.number: line for line in (*self.symbols, *self.other)})
        return [found[number] for number in sorted(found)]

    @property
    def strong(self) -> bool:
        """Whether more than a symbol and a name is there."""
        return bool(self.fields)

    @property
    def bottom(self) -> float:
        """Where the lowest of its lines ends, in points."""
        return max((line.box[3] for line in self.lines if line.box), default=0.0)

    def has(self, line: Line) -> bool:
        """Whether the line is one of these."""
        groups = (self.symbols, self.other, *self.fields.values())
        return any(line.number == one.number for group in groups for one in group)


def read_margin(upper: Sequence[Line], known: Vocabulary) -> Margin:
    """What the first page's upper lines say of symbol, distribution, date and languages.

    Args:
        upper: lines of the upper part of the first page, in reading order.
        known: the words of the document's language.
    """
    margin = Margin(other=list(_name(upper)))
    margin.symbols = _symbol_lines(upper, margin)
    _read_distribution(upper, margin, known)
    _read_original(upper, margin, known)
    _read_only(upper, margin, known)
    found = [line for line in (*margin.symbols, *_flat(margin.fields)) if line.box]
    margin.left = min((line.box[0] for line in found if line.box), default=None)
    if margin.fields and (labels := [line for line in _flat(margin.fields) if line.box]):
        margin.left = min(line.box[0] for line in labels if line.box)
    _read_date(upper, margin, known)
    _read_version(upper, margin, known)
    margin.other += [line for line in upper if _in_column(line, margin) and _is_action(line, known)]
    return margin


def says_margin(text: str, known: Vocabulary) -> bool:
    """Whether a text is one field of the margin and nothing else: a symbol, "Distr.: General", a date."""
    if is_symbol_line(text) or plain(text) in known.own_names:
        return True
    label, poor = _after_label(text, known)
    if label is not None and not poor:
        return not label or label in known.distributions
    text = known.date_label.sub("", text)
    if ":" in text:
        return bool(original_languages([Line(0, 1, text)], known).tags)
    if (text[:1].isdigit() or text[:1] in "[(") and (dates := find_dates(text, known.language)):
        return (
            len(dates) == 1
            and dates[0].first == dates[0].last
            and dates[0].end - dates[0].start >= len(text) - 2
        )
    tags, only = languages_in(text, known)
    return bool(tags) and only


def _flat(fields: dict[str, list[Line]]) -> Iterator[Line]:
    return (line for lines in fields.values() for line in lines)


def _in_column(line: Line, margin: Margin) -> bool:
    """Whether a line begins in the margin's column, or ends where all its lines end."""
    if line.box is None or margin.left is None:
        return line.box is None
    right = {round(one.box[2]) for one in (*margin.symbols, *_flat(margin.fields)) if one.box}
    flush = len(right) == 1 and abs(line.box[2] - next(iter(right))) <= 1 and line.box[0] > _MIDDLE
    return flush or line.box[0] > margin.left - _COLUMN


def _is_action(line: Line, known: Vocabulary) -> bool:
    return plain(line.text) in {plain(action) for action in known.words.actions}


def _name(upper: Sequence[Line]) -> Iterator[Line]:
    """The lines that say "United Nations", in whatever language, where it stands first.

    It may be set over two lines, and in the first years stands there in two languages.
    """
    names = {plain(name) for one in LANGUAGES for name in vocabulary(one).words.name}
    halves = {word for name in names for word in name.split()}
    seen: list[Line] = []
    for line in upper[:_FIRST]:
        text = plain(line.text)
        whole = text in names or any(_is_name_with_noise(text, name) for name in names)
        if seen and not _in_row(seen[0], line) and (_is_complete(seen, names) or not text):
            return
        if whole or (len(text.split()) <= 4 and halves.issuperset(text.split())):
            seen.append(line)
            yield line


def _in_row(first: Line, line: Line) -> bool:
    if first.box is None or line.box is None:
        return False
    return abs(first.box[1] - line.box[1]) < 4


def _is_complete(seen: Sequence[Line], names: set[str]) -> bool:
    text = " ".join(plain(line.text) for line in seen)
    return any(name in text for name in names)


def _is_name_with_noise(text: str, name: str) -> bool:
    """Whether numbers of an outline, which some word processors leave there, surround the name."""
    return name in text and not _NO_NUMERAL.search(text.replace(name, " "))


def _symbol_lines(upper: Sequence[Line], margin: Margin) -> list[Line]:
    """The lines of the symbol: one, two of a joint document, or root and tail in two sizes."""
    found: list[Line] = []
    for index, line in enumerate(upper):
        text = line.text.strip()
        if found and not _beside(found[-1], line):
            if line.number - found[-1].number > 3:
                break
            continue
        if is_symbol_line(text) or (found and is_tail(text)):
            found.append(line)
        elif _ROOT.fullmatch(text) and not found:
            tail = next((one for one in upper[index + 1 : index + 4] if _continues(line, one)), None)
            if tail is not None:
                found.append(line)
            elif line.size > 20 or line.box is None:
                margin.other.append(line)
    return found


def _beside(before: Line, line: Line) -> bool:
    """Whether a line goes on with the symbol: in its row, or right below it."""
    if before.box is None or line.box is None:
        return line.number - before.number == 1
    return abs(before.box[3] - line.box[3]) < 10 or (
        -4 < line.box[1] - before.box[3] < 6 and abs(line.box[0] - before.box[0]) < 60
    )


def _continues(root: Line, tail: Line) -> bool:
    if not is_tail(tail.text):
        return False
    if root.box is None or tail.box is None:
        return tail.number - root.number == 1
    return abs(root.box[2] - tail.box[0]) < 12 and abs(root.box[3] - tail.box[3]) < 10


def _read_distribution(upper: Sequence[Line], margin: Margin, known: Vocabulary) -> None:
    """As in "Distr.: General", in one line or two; else the word alone, as in the first years."""
    for index, line in enumerate(upper):
        value, poor = _after_label(line.text, known)
        if value is None or len(value) > 30:
            continue
        lines = [line]
        if poor or not value:
            below = next((one for one in upper[index + 1 : index + 6] if _same_column(line, one)), None)
            if below is None or plain(below.text) not in known.distributions:
                continue
            value, lines = plain(below.text), [line, below]
        margin.distribution = known.distributions.get(value) or value
        margin.fields["distribution"] = lines
        return
    for line in upper:
        is_word = len(line.text) > 5 and line.text[0].isupper() and line.text[-1] != "."
        if is_word and (found := known.distributions.get(plain(line.text))):
            margin.distribution, margin.fields["distribution"] = found, [line]
            return


def _after_label(text: str, known: Vocabulary) -> tuple[str | None, bool]:
    """What follows the label of the distribution, null where it is not there; whether it is garbled."""
    found = plain(text)
    labels = {plain(label) for label in known.words.distribution_label}
    for label in sorted(labels, key=len, reverse=True):
        rest = found[len(label) :]
        if found.startswith(label) and not rest[:1].isalpha():
            return rest.strip(" .:"), False
    poor = any(fuzz.ratio(_BLANKS.sub("", found), label) > _POOR_LABEL for label in labels)
    return ("", True) if poor else (None, False)


def _same_column(line: Line, other: Line) -> bool:
    return line.box is None or other.box is None or abs(line.box[0] - other.box[0]) < _COLUMN


def _read_original(upper: Sequence[Line], margin: Margin, known: Vocabulary) -> None:
    found = original_languages(upper, known)
    if found.tags:
        margin.originals, margin.fields["original_languages"] = found.tags, found.lines
        margin.mended += [("original_languages", before, after) for before, after in found.mended]


def _read_only(upper: Sequence[Line], margin: Margin, known: Vocabulary) -> None:
    found = only_languages([line for line in upper if not margin.has(line)], known)
    if found.tags:
        margin.originals = margin.originals or found.tags
        margin.fields["only"] = found.lines


def _read_version(upper: Iterable[Line], margin: Margin, known: Vocabulary) -> None:
    for line in upper:
        if margin.has(line) or not _in_column(line, margin):
            continue
        tags = languages_in(line.text, known)[0] or own_name(line.text)
        if len(tags) == 1 and margin.strong:
            margin.version = margin.version or tags[0]
            margin.fields.setdefault("version", []).append(line)


def _read_date(upper: Sequence[Line], margin: Margin, known: Vocabulary) -> None:
    free = [line for line in upper if not margin.has(line)]
    inside = [line for line in free if _in_column(line, margin)]
    if (printed := date_of_issue(upper, free, inside, margin.symbols, known)) is None:
        return
    margin.date, margin.fields["date"] = printed.iso, [printed.line]
    if not _YEAR.search(printed.text):
        margin.mended.append(("date", printed.text, margin.date))
