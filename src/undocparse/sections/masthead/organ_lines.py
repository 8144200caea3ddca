"""Finds the lines of the organ's name: in large type beside the margin, or in the type of the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from undocparse.layout.pages import Line
from undocparse.sections.document_type import AgendaTitles
from undocparse.sections.masthead.margin import Margin
from undocparse.sections.masthead.meeting import is_place, kind_of
from undocparse.sections.masthead.paragraphs import Paragraph, is_open
from undocparse.sections.masthead.vocabulary import Vocabulary, plain

_LARGE = 1.19  # of the text's size: the organ's type
_SAME = 0.7  # points between type sizes that count as one
_NEAR = 4.0  # points between left edges that count as one
_ROW = 4.0  # points between tops of lines that stand in one row
_CLOSE = 0.6  # of the type size: a wider gap parts two names
_BLANK_LINE = 0.5  # of a line's height; formats without geometry part paragraphs by more


def organ_lines(
    upper: Sequence[Line], margin: Margin, size: float, known: Vocabulary, titles: AgendaTitles
) -> list[Line]:
    """The lines in large type beside the margin, and what goes on below it in the same type.

    Where nothing is large, the first name in bold, or the first at all.

    Args:
        upper: lines of the upper part of the first page, in reading order.
        margin: its lines are not the organ's.
        size: the size that most of the text is set in, in points; 0 where the format knows none.
        known: the words of the document's language.
        titles: what titles of agendas are made of.
    """
    if not margin.lines:
        return []
    taken = {line.number for line in margin.lines}
    free = [line for line in upper if line.number not in taken]
    beside = [line for line in free if _beside(line, margin)]
    beside = list(takewhile(lambda line: not _is_below_organ(line, known, titles), beside))
    large = [line for line in beside if _is_large(line, size, known)]
    if margin.lines[0].box and not margin.strong:  # a cover, or a masthead that has a symbol alone
        named = bool(beside) and not large and known.names.match(beside[0].text) is not None
        return _whole_name(beside[0], free, known, titles) if named else []
    if not large:
        return _in_text_size(beside, free, known, titles)
    organ = [large[0]]
    for line in free[free.index(large[0]) + 1 :]:
        if line in large or _follows(organ[-1], line):
            organ.append(line)
    return organ


def _in_text_size(
    beside: Sequence[Line], free: Sequence[Line], known: Vocabulary, titles: AgendaTitles
) -> list[Line]:
    """The organ in a document of one type size: in bold, or where nothing is bold, whatever stands first.

    A name that the vocabulary knows comes before others.
    """
    lettered = [line for line in beside if sum(map(str.isalpha, line.text)) > 1]
    bold = [line for line in lettered if line.bold]
    if any(_in_row(one, two) for one, two in pairwise(lettered)):
        return bold or lettered  # the name in two languages, side by side
    names: list[list[Line]] = []
    for line in bold or lettered:
        if not any(line in name for name in names):
            names.append(_whole_name(line, free, known, titles))
    usual = (name for name in names if plain(Paragraph(name).text) in known.organs)
    return next(usual, names[0] if names else [])


def _whole_name(first: Line, free: Sequence[Line], known: Vocabulary, titles: AgendaTitles) -> list[Line]:
    """A name from its first line on, to where another one begins."""
    name = [first]
    for line in free[free.index(first) + 1 :]:
        if _is_below_organ(line, known, titles) or not name_goes_on(name, line, known):
            break
        name.append(line)
    return name


def name_goes_on(name: Sequence[Line], line: Line, known: Vocabulary) -> bool:
    """Whether a line of the same type right below a name is the rest of it and no name of its own."""
    last, before, text = name[-1], Paragraph(list(name)).text, line.text.strip()
    if last.bold != line.bold or abs(last.size - line.size) > _SAME or not _is_close(last, line):
        return False
    longer = plain(f"{before} {text}")
    if is_open(before) or text[:1].islower() or any(organ.startswith(longer) for organ in known.organs):
        return True
    if plain(before) in known.organs or plain(before) in known.own_names or is_place(text, known):
        return False
    return not (known.names.search(before) and known.names_body(text))


def _is_close(before: Line, line: Line) -> bool:
    if before.box is None or line.box is None:
        return line.number == before.number + 1 and (line.gap is None or line.gap < _BLANK_LINE)
    return -_ROW < line.box[1] - before.box[3] < _CLOSE * line.size


def _in_row(line: Line, other: Line) -> bool:
    return line.box is not None and other.box is not None and abs(line.box[1] - other.box[1]) < _ROW


def _is_below_organ(line: Line, known: Vocabulary, titles: AgendaTitles) -> bool:
    """Whether a line is one on the meeting, or a title: nothing of the organ stands below it."""
    text = line.text.strip()
    return kind_of(text, known) is not None or titles.names_agenda(text)


def _is_large(line: Line, size: float, known: Vocabulary) -> bool:
    return (
        line.heading == 1
        if size == 0
        else (line.size >= _LARGE * size and len(line.text) > 2 and any(c.isalpha() for c in line.text))
    ) and plain(line.text) not in known.words.ends


def _beside(line: Line, margin: Margin) -> bool:
    """Whether the line stands no lower than the margin's last line and to its left."""
    if line.box is None:
        return line.number < margin.lines[-1].number or not margin.strong
    if margin.left and line.box[0] > margin.left - _NEAR:
        return False
    return line.box[1] < margin.bottom + 2 or not margin.strong


def _follows(before: Line, line: Line) -> bool:
    if before.box is None or line.box is None:
        return False
    close = -_ROW < line.box[1] - before.box[3] < _CLOSE * line.size
    return close and abs(before.size - line.size) < _SAME and before.bold == line.bold
