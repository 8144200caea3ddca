"""Reads the title and the line that names the author."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from undocparse.languages.script import extent
from undocparse.layout.endings import ends_in
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.sections.document_type import agenda_titles
from undocparse.sections.masthead.paragraphs import Paragraph, capitals, paragraphs_of
from undocparse.sections.masthead.vocabulary import Vocabulary, plain
from undocparse.sections.masthead.when import read_when

_MOST = 7  # paragraphs; nothing so far down is a title
_LONG = 420  # characters; no title is longer
_CENTRED = 9.0  # points between the middles of lines that are centred on each other
_NAME_IN_BRACKETS = re.compile(r"\([^()\d]{4,60}\)")
_RESOLUTION = re.compile(r"\d{1,4}(?:/\d{1,4}|\s\([\dIVXLC]+\))(?:\s[A-Z])?\.\s+(?=\S)")  # "79/226. Title"
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4}|\s\([\dIVXLC]+\))(?:\s[A-Z])?\.")
_ROW = 4.0  # points between tops of lines that stand in one row
_TORN = re.compile(
    r"[^\W\d_]\d[^\W\d_]|[a-zà-ÿ][A-ZÀ-Ý]|[~{}<>|=^\\]|^[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]{2,}$"
)
_FEW = 4  # words; fewer say nothing of shares
_SAME = 0.7  # points between type sizes that count as one


@dataclass(slots=True)
class Title:
    """Title and author, and the lines that are part of the masthead."""

    title: str | None = None
    author: str | None = None
    title_lines: list[Line] = field(default_factory=list)
    author_lines: list[Line] = field(default_factory=list)
    other: list[Line] = field(default_factory=list)


def read_title(
    lines: Sequence[Line],
    known: Vocabulary,
    *,
    typed: bool,
    of_item: bool,
    held: Callable[[Paragraph], bool],
) -> Title:
    """Title and author.

    In typed documents the title of the agenda item stands in capitals above the document's own; the author's
    line comes below the title, in draft resolutions above it.

    Args:
        lines: from the title on.
        known: the words of the document's language.
        typed: whether the document has no bold type.
        of_item: whether the masthead names an agenda item.
        held: takes a paragraph that says where and when a meeting was held, and says whether it did.
    """
    parts = paragraphs_of(_usable(lines, known), None, lambda before, line: _is_below(before, line, known))
    whole = _with_brackets(parts[:_MOST], known)
    found = list(takewhile(lambda p: not _is_text(p, whole[0], known, typed=typed), whole))
    changes = [p for p in found if _is_change(p.text, known) or (not _is_letter(p.text, known) and held(p))]
    rest = [p for p in found if p not in changes]
    if not rest:
        return Title(other=[line for p in changes for line in p.lines])
    title, author = _choose(rest, known, of_item=of_item)
    if author is None and len(rest) == 1 and (below := _title_below_text(title, whole, known)):
        return _drafted(below, title)
    last = max(found.index(one) for one in (title, author) if one is not None)
    last = max((found.index(one) for one in changes if found.index(one) == last + 1), default=last)
    named = {id(one) for one in (title, author) if one is not None}
    return Title(
        title=_without_stop(_RESOLUTION.sub("", title.text)),
        author=_without_stop(_bare(author.text)) if author else None,
        title_lines=title.lines,
        author_lines=author.lines if author else [],
        other=[line for p in found[: last + 1] if id(p) not in named for line in p.lines],
    )


def _is_change(text: str, known: Vocabulary) -> bool:
    """Whether a paragraph says what became of the document ("Addendum", "Adopted by the Assembly at …")."""
    return plain(text) in _plain(known.words.changes) or _says_adopted(text, known)


def _says_adopted(text: str, known: Vocabulary) -> bool:
    return plain(text).startswith(tuple(f"{plain(words)} " for words in known.words.adopted))


def _is_below(before: str, line: str, known: Vocabulary) -> bool:
    """Whether a line right below a title is no part of it: who adopted it, or the author below capitals."""
    if _says_adopted(line, known):
        return True
    return capitals(before) and not capitals(line) and _is_author(line, known)


def is_garbled(title: str) -> bool:
    """Whether most words of a title are none, as in a poor text layer: it is doubted rather than printed."""
    words = title.split()
    torn = [word for word in words if _TORN.search(word)]
    return len(words) >= _FEW and 2 * len(torn) > len(words)


def _plain(words: Sequence[str]) -> set[str]:
    return {plain(word) for word in words}


def _bare(text: str) -> str:
    """A text without the brackets around it."""
    return text[1:-1].strip() if text[:1] + text[-1:] in {"()", "[]"} else text


def _without_stop(text: str) -> str:
    """Titles lose their closing punctuation, unless it belongs to an abbreviation or a question."""
    if ends_in(text, ";:,") or text.endswith(" "):
        return text.rstrip(" ;:,；：，؛،")
    return text.removesuffix(".").removesuffix("。")


def _usable(lines: Sequence[Line], known: Vocabulary) -> list[Line]:
    """The lines from the title on, down to a heading that only text has.

    The number of a resolution and its title, which stand beside each other, are one line (A/RES/48/161).
    """
    ends = _plain(known.words.ends)
    usable: list[Line] = []
    for line in list(takewhile(lambda line: plain(line.text) not in ends, lines))[:60]:
        if usable and _NUMBER.fullmatch(usable[-1].text.strip()) and _in_row(usable[-1], line):
            usable[-1] = replace(line, text=f"{usable[-1].text.strip()} {line.text.strip()}")
        else:
            usable.append(line)
    return usable


def _in_row(line: Line, other: Line) -> bool:
    return line.box is not None and other.box is not None and abs(line.box[1] - other.box[1]) < _ROW


def _title_below_text(first: Paragraph, found: Sequence[Paragraph], known: Vocabulary) -> Paragraph | None:
    """The title of a draft that stands, larger, below the sentence that recommends it (E/CN.5/2025/L.6)."""
    if not known.sponsors.search(first.text) or not _is_author(first.text, known):
        return None
    return next((p for p in found[1:] if p.bold and p.size > first.size + _SAME), None)


def _drafted(title: Paragraph, author: Paragraph) -> Title:
    return Title(
        title=_without_stop(title.text),
        author=_without_stop(author.text),
        title_lines=title.lines,
        author_lines=author.lines,
    )


def _is_text(paragraph: Paragraph, first: Paragraph, known: Vocabulary, *, typed: bool) -> bool:
    """Whether the document's text begins with this paragraph."""
    line, text = paragraph.lines[0], paragraph.text
    mark = enumerator(text)
    if (paragraph is not first and read_when(text, known) is not None) or _RESOLUTION.match(text):
        return False
    if line.label or (mark is not None and (paragraph is not first or len(text) > 60)):
        return True
    if extent(text) > _LONG:
        return True
    if paragraph is first:
        return False
    if first.bold and not paragraph.bold:
        return text[:1] not in "([" and not (
            plain(text) in _plain(known.words.changes) or _is_author(text, known)
        )
    return not paragraph.bold and not _is_centred(paragraph) and not _is_author(text, known)


def _is_centred(paragraph: Paragraph) -> bool:
    """Whether the lines are set in the middle; a line for itself may be, if it is short."""
    boxes = [line.box for line in paragraph.lines if line.box]
    if paragraph.lines[0].centred:
        return True
    if len(boxes) < 2:
        return len(paragraph.text) < 75
    middles = [(box[0] + box[2]) / 2 for box in boxes]
    ragged = max(box[0] for box in boxes) - min(box[0] for box in boxes) > _CENTRED
    return ragged and max(middles) - min(middles) < 2 * _CENTRED


def _is_author(text: str, known: Vocabulary) -> bool:
    begins = text.lstrip("([")[:1]
    return not begins.islower() and known.author.match(text) is not None and len(text) < 250


def _choose(
    found: Sequence[Paragraph], known: Vocabulary, *, of_item: bool
) -> tuple[Paragraph, Paragraph | None]:
    """Which paragraph is the title, and which the author's line."""
    first = found[0]
    numbered = next((p for p in found if _RESOLUTION.match(p.text)), None)
    if numbered is not None or len(found) == 1:
        return numbered or first, None
    if _is_letter(first.text, known):
        return first, None
    if _is_author(first.text, known) and _is_title_below(first, found[1], known):
        return found[1], first
    titles = agenda_titles(known.language)
    of_items = list(
        takewhile(lambda p: of_item and not p.bold and p.capitals and not titles.names_agenda(p.text), found)
    )
    after = found[len(of_items) :] if of_items else found
    own = [p for p in after if not _is_author(p.text, known)]
    title = own[0] if own and own[0] is after[0] else first
    below = after[after.index(title) + 1 :] if title in after else after or found[1:]
    return title, next(_authors(title, below, known), None)


def _with_brackets(found: Sequence[Paragraph], known: Vocabulary) -> list[Paragraph]:
    """The paragraphs; an author's has the committee's usual name in brackets ("(Fourth Committee)")."""
    joined: list[Paragraph] = []
    for one in found:
        last = joined[-1] if joined else None
        named = _NAME_IN_BRACKETS.fullmatch(one.text) and known.names.search(one.text)
        if last and named and last.bold == one.bold and _is_author(last.text, known):
            joined[-1] = Paragraph([*last.lines, *one.lines])
        else:
            joined.append(one)
    return joined


def _is_letter(text: str, known: Vocabulary) -> bool:
    return any(plain(text).startswith(plain(words)) for words in known.words.letters)


def _is_title_below(first: Paragraph, second: Paragraph, known: Vocabulary) -> bool:
    """Whether the title stands below the author's line, as in draft resolutions."""
    if _is_author(second.text, known) or second.bold != first.bold:
        return False
    sponsored = known.sponsors.search(first.text) is not None
    return second.size > first.size + _SAME or (sponsored and second.size > first.size - _SAME)


def _authors(title: Paragraph, after: Sequence[Paragraph], known: Vocabulary) -> Iterator[Paragraph]:
    """Lines below the title that name the author, in type no larger than its own."""
    for paragraph in after:
        if paragraph.size <= title.size + _SAME and _is_author(paragraph.text, known):
            yield paragraph
