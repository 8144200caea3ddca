"""Takes footnotes out of the flow and keeps them with their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, Page, usual_size
from undocparse.model.diagnostics import Footnote

_SEPARATOR = re.compile(r"[_—–-]{5,}\s*")
_STARS = re.compile(r"(\*{1,4}|[†‡])\s?(?=[^\s*])")
_LONE_STAR = re.compile(r"\*{1,4}|[†‡]")
_STARRED = re.compile(r"[\w).,;:](\*{1,4})(?!\*)")
_LEGEND = re.compile(r"\*+\s?[^\W\d_]")
_PRINTED_MARK = re.compile(
    r"(?:\*{1,4}|[†‡])(?=\s?[^\s*])|(?:\d{1,2}|[a-z]|\*{1,3})(?=/\s+\S)|(?:\d{1,2}|[a-z])(?=\s+\S)"
    r"|\d{1,2}(?=[A-ZÀ-Ý][\w/’']|/?$)"
)
_GLUED = re.compile(r"\d{1,2}(?=\s?[A-ZÀ-Ý][\w/’'])|\d{1,2}/?$")
_FOOT = 0.6  # of the page's height: notes without a rule stand below this
_SHORT_RULE = (40.0, 220.0)  # points; the rule over footnotes is about two inches long
_DIGITS = 4  # of the number of a note; longer ones are none
_APART = 0.5  # of the type size: room for the rule, of which real ones take three times as much
_SMALLER = 0.93  # of the body's type size


def take_footnotes(layout: Layout, ledger: Ledger) -> list[Footnote]:
    """Claim all footnotes of a layout.

    In a PDF a footnote begins with a mark that is raised, or stands below the rule (drawn, or typed as
    underscores) at the foot of the page; it goes on to the next mark or the end of the page.

    Returns:
        The footnotes in the order of their pages.
    """
    notes = list(_given(layout, ledger))
    body = usual_size(layout.lines)
    for page in layout.pages:
        free = [line for line in ledger.free(page.lines) if line.region == "body"]
        for _, column in groupby(free, key=lambda line: line.reach):
            lines = list(column)
            start = _first_note(page, lines, body, after=_last_number(notes))
            if start is not None:
                notes.extend(_claim(lines[start:], ledger))
    notes.extend(_legends(layout, ledger))
    return notes


def _given(layout: Layout, ledger: Ledger) -> Iterator[Footnote]:
    """The notes that the format itself marks as such (Word)."""
    lines = [line for line in ledger.free() if line.region == "note"]
    ledger.claim(lines, "footnotes")
    for mark, group in groupby(lines, key=lambda line: line.mark):
        found = list(group)
        yield Footnote(mark=mark or "", text=" ".join(line.text for line in found), page=found[0].page)


def _last_number(notes: Sequence[Footnote]) -> int:
    """The highest number of a note so far; 0 where none has one."""
    marks = (note.mark for note in notes if note.mark.isdecimal() and len(note.mark) <= _DIGITS)
    return max(map(int, marks), default=0)


def _first_note(page: Page, lines: list[Line], body: float, after: int) -> int | None:
    """Index of the line that the footnotes of a page or column begin with; null where there are none.

    Args:
        page: with its drawn lines.
        lines: of the page, or of one of its columns.
        body: usual type size.
        after: number of the last note before them.
    """
    if not page.height:
        return None
    rule = _rule_place(page, lines)
    start = _numbered_on(page, lines, body, after) if rule is None else None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        below_rule = rule is not None and line.box is not None and line.box[1] > rule - 2
        if _SEPARATOR.fullmatch(line.text):
            if start is not None:
                return index
            continue  # the dashes that end a document stand below its last notes
        if not below_rule and line.size > _SMALLER * body and not _is_start(line):
            break
        if (below_rule and _mark_of(line)) or (_is_start(line) and _is_small(line, body)):
            start = index if start is None else min(start, index)
    if start is not None and start and _SEPARATOR.fullmatch(lines[start - 1].text):
        start -= 1
    return start


def _numbered_on(page: Page, lines: list[Line], body: float, after: int) -> int | None:
    """Index of the first of the small lines at the foot whose marks, not set apart, go on with the count."""
    foot = len(lines)
    while foot and _is_small(lines[foot - 1], body) and _stands_low(page, lines[foot - 1]):
        foot -= 1
    marks = [(n, m[0]) for n in range(foot, len(lines)) if (m := _GLUED.match(lines[n].text))]
    numbers = [int(mark.rstrip("/")) for _, mark in marks]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    sure = all(mark.endswith("/") for _, mark in marks) and numbers[0] > after
    return marks[0][0] if sure or numbers[0] == after + 1 else None


def _stands_low(page: Page, line: Line) -> bool:
    return line.box is not None and line.box[1] > _FOOT * page.height


def _is_small(line: Line, body: float) -> bool:
    return line.size <= _SMALLER * body


def _rule_place(page: Page, lines: list[Line]) -> float | None:
    """How far down the short rule over the footnotes stands; null where none is drawn.

    A rule with text at its height or with other rules beside it belongs to a table.
    """
    low = 0.4 * page.height
    if not any(_may_follow_rule(above, line, low) and _mark_of(line) for above, line in pairwise(lines)):
        return None  # and the page's drawn lines, which take time, are not asked for
    short = [
        r
        for r in page.rulings
        if r.horizontal and _SHORT_RULE[0] <= r.x1 - r.x0 <= _SHORT_RULE[1] and r.top > low
    ]
    lonely = [r for r in short if sum(abs(r.top - o.top) < 3 for o in page.rulings if o.horizontal) == 1]
    if not lonely:
        return None
    lowest = max(lonely, key=lambda r: r.top)
    below = [line for line in lines if line.box and line.box[1] > lowest.top - 2]
    return lowest.top if below and _mark_of(below[0]) else None


def _may_follow_rule(above: Line, line: Line, low: float) -> bool:
    """Whether a line stands at the foot, apart from the one above, as the first note below a rule does."""
    if line.box is None or above.box is None or line.column or line.box[1] <= low - 2:
        return False
    return line.box[1] - above.box[3] > _APART * line.size


def _is_start(line: Line) -> bool:
    """Whether the line begins with a mark that only a footnote has."""
    raised = bool(line.runs and line.runs[0].raised and len(line.runs) > 1)
    return raised or bool(_STARS.match(line.text) or _LONE_STAR.fullmatch(line.text))


def _mark_of(line: Line) -> str | None:
    if line.runs and line.runs[0].raised and len(line.runs) > 1:
        return line.runs[0].text
    match = _PRINTED_MARK.match(line.text)
    return match[0] if match else None


def _claim(lines: list[Line], ledger: Ledger) -> Iterator[Footnote]:
    mark, parts, page = "", list[str](), lines[0].page
    for line in lines:
        ledger.claim([line], "furniture" if _SEPARATOR.fullmatch(line.text) else "footnotes")
        if _SEPARATOR.fullmatch(line.text):
            continue
        new = _mark_of(line)
        if new and parts:
            yield Footnote(mark=mark, text=_joined(parts), page=page)
            parts = []
        if new:
            mark = new
        parts.append(_without_mark(line, new))
    if parts:
        yield Footnote(mark=mark, text=_joined(parts), page=page)


def _without_mark(line: Line, mark: str | None) -> str:
    text = line.text
    if mark and text.startswith(mark):
        text = text[len(mark) :].lstrip(" /")
    return text.strip()


def _joined(parts: Iterable[str]) -> str:
    text = ""
    for part in parts:
        text += part if not text or text.endswith(("/", "\u2010")) else f" {part}"
    return text.replace("\u2010 ", "").strip()


def _legends(layout: Layout, ledger: Ledger) -> Iterator[Footnote]:
    """Lines that explain an asterisk of the text in its flow ("* Documents for action")."""
    free = [line for line in ledger.free() if line.region == "body" and line.text]
    lines = [line for line in free if "*" in line.text]
    starred = {match[1] for line in lines if (match := _STARRED.search(line.text))}
    for line in lines:
        match = _STARS.match(line.text)
        if match and match[1] in starred and not line.bold and _LEGEND.match(line.text):
            ledger.claim([line], "footnotes")
            yield Footnote(mark=match[1], text=line.text[match.end() :].strip(), page=line.page)
