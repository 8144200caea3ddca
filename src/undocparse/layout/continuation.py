"""Whether a line goes on with the paragraph of the line before it, with geometry and without."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from undocparse.layout.endings import awaits_number, breaks_off, ends_sentence, is_open
from undocparse.layout.enumerators import Enumerator, enumerator
from undocparse.layout.pages import Line
from undocparse.layout.pitch import Measure, pitch_of

if TYPE_CHECKING:
    from undocparse.layout.blocks import Block

_WIDER_GAP = 1.22  # of the usual distance between lines: from here on a new paragraph begins
_SLIGHT_GAP = 1.09  # the same between a full stop and a capital: some set paragraphs 2 points apart
_INDENT = 4.0  # points; smaller shifts are unevenness
_HANGING = 72.0  # points; a hanging indent is no deeper than an inch
_HANGING_TITLE = 200.0  # points; a title behind its symbol goes on below itself (E/CN.6/1990/1)
_WIDEST = 1.5  # of the other gaps in a line: the one behind a label is wider
_LONG_LABEL = 14  # characters
_FULL = 5.0  # type sizes; a line that ends nearer to the edge had no room for the next word
_OFF_CENTRE = 5.0  # points, both edges together: typed lines are centred to half a letter
_SHORT_CAPITALS = 20  # characters; what is shorter may be a symbol or an abbreviation
_SIZE_STEP = 0.6  # points


def goes_on(block: Block, before: Line, line: Line, label: Enumerator | None, measure: Measure) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    if _begins_anew(block, before, line, label):
        return False
    if before.whole or line.whole or before.box is None or line.box is None:
        return _whole_goes_on(block, before, line)
    if (
        abs(before.size - line.size) > _SIZE_STEP
        or _weight_changes(before, line)
        or _capitals_end(block, line)
    ):
        return False
    if before.page != line.page or before.reach != line.reach:
        return _goes_on_overleaf(block, before, line, measure)
    if _is_apart(block, before, line, measure):
        return False
    return _fits(block, before, line, measure) or _centred_on(before, line)


def _weight_changes(before: Line, line: Line) -> bool:
    """Whether bold type begins or ends between two lines; in a run-in heading it ends inside the line."""
    if before.bold == line.bold:
        return False
    last = next((run.bold for run in reversed(before.runs) if not run.raised), before.bold)
    first = next((run.bold for run in line.runs if not run.raised), line.bold)
    return last != first


def _capitals_end(block: Block, line: Line) -> bool:
    """Whether a heading in capitals is over: the next line begins as a sentence or title does."""
    text = block.text
    if not line.text[:1].isupper() or line.text.isupper() or not text.isupper():
        return False
    return (
        len(text) > _SHORT_CAPITALS
        and line.text[1:2].islower()
        and text[-1].isalnum()
        and not breaks_off(text)
    )


def _is_apart(block: Block, before: Line, line: Line, measure: Measure) -> bool:
    """Whether a gap, or italic type that ends between two lines, shows a new paragraph."""
    pitch, usual = pitch_of(before, line), measure.pitch(line)
    if pitch is None or pitch <= 0 or pitch > _WIDER_GAP * usual:
        return True
    wider = pitch > _SLIGHT_GAP * usual and _is_closed(before)
    return line.text[:1].isupper() and (
        wider or _slant_ends(block, line) or _slant_begins(block, before, line, measure)
    )


def _is_closed(line: Line) -> bool:
    """Whether a line may end its paragraph: it ends as a sentence, or in a symbol or bracket."""
    return ends_sentence(line.text) or line.text[-1] in ")]" or "/" in line.text.rsplit(" ", 1)[-1]


def _slant_ends(block: Block, line: Line) -> bool:
    """Whether the lines so far are all in italic type and this one is not: a tag or heading and its text."""
    return block.first.italic and not line.italic and all(one.italic for one in block.lines)


def _slant_begins(block: Block, before: Line, line: Line, measure: Measure) -> bool:
    """Whether a short line is all in italic type behind a sentence that is not: a heading below it."""
    if not line.italic or not all(run.italic for run in line.runs) or not ends_sentence(before.text):
        return False
    return measure.room(line) > _FULL * line.size and not any(one.italic for one in block.lines)


def _begins_anew(block: Block, before: Line, line: Line, label: Enumerator | None) -> bool:
    """Whether a line shows by itself that it begins a block."""
    if line.text[:1].isdigit() and not line.label and before.bold == line.bold and _breaks_at_number(before):
        return False
    if line.label or _hangs(line) or before.heading != line.heading or block.leads_to:
        return True
    return label is not None and not _within_sentence(block, before, line)


def _breaks_at_number(before: Line) -> bool:
    """Whether a number must follow a line; behind "; and" the next entry of a list does."""
    text = before.text
    return awaits_number(text) or (breaks_off(text) and ";" not in text[-8:])


def _within_sentence(block: Block, before: Line, line: Line) -> bool:
    """Whether "(b)" at a line's start only enumerates inside a running sentence."""
    if before.box is None or line.box is None or not line.text.startswith("(") or block.label:
        return False
    if _hangs(block.first):
        return False
    return abs(line.indent - _text_left(block)) < _INDENT and not ends_sentence(before.text)


def _whole_goes_on(block: Block, before: Line, line: Line) -> bool:
    """Without geometry: a paragraph that a page cut in two goes on in lower case, with no stop before."""
    if before.whole and line.whole:
        plain = not (before.heading or before.bold or line.bold or before.centred)
        if line.text[:1].isdigit():
            return plain and awaits_number(block.text)
        cut = is_open(block.text) and line.text[:1].islower()
        return plain and cut and len(block.text) > 60
    if line.whole and before.box is not None:
        return False  # the first cell of a typed table, below a typed line
    if line.gap is None or line.gap >= 1 or before.page != line.page:
        overleaf = is_open(block.text) and line.text[:1].islower() and before.bold == line.bold
        return overleaf and (before.page != line.page) and len(block.text) > 60
    return _typed_goes_on(block, before, line)


def _typed_goes_on(block: Block, before: Line, line: Line) -> bool:
    """Plain text: the lines of a paragraph stand under each other, with or without a hanging indent."""
    if len(block.lines) > 1:
        return abs(line.indent - before.indent) < 2 * _INDENT
    hanging = block.label.width * 5.0 if block.label else 0.0
    if abs(line.indent - before.indent - hanging) < 3 * _INDENT:
        return True
    return line.indent <= before.indent and (block.label is None or not line.text[:1].isupper())


def _goes_on_overleaf(block: Block, before: Line, line: Line, measure: Measure) -> bool:
    if before.centred or line.centred:
        return False
    if line.text[:1].islower():
        return block.text[-1] not in ".;:" or (block.text[-1] == "." and _abbreviated(block.text))
    if block.ends_sentence or not is_open(block.text) or block.bold or _ends_in_symbol(block.text):
        return False
    return len(block.lines) > 1 or measure.room(before) < _FULL * before.size


def _ends_in_symbol(text: str) -> bool:
    """Whether a text ends as the entry of a document does: "(A/80/1)"."""
    return text[-2:-1].isdigit() and text[-1] == ")" and "/" in text.rsplit("(", 1)[-1]


def _abbreviated(text: str) -> bool:
    """Whether the last word looks like an abbreviation ("para.", "art.")."""
    return len(text.rsplit(" ", 1)[-1]) <= 6


def _fits(block: Block, before: Line, line: Line, measure: Measure) -> bool:
    """Whether indent and line end agree that the paragraph goes on."""
    if before.box is None or line.box is None or _is_left_of_bullet(block, line):
        return False
    left = _text_left(block)
    room = measure.room(before)
    first_word = line.text.split(" ", 1)[0]
    width = (line.box[2] - line.box[0]) * (len(first_word) + 1) / max(len(line.text), 1)
    full = room < width + 0.5 * line.size
    behind_symbol = "/" in before.text.split(" ", 1)[0] and not before.bold
    deepest = _HANGING_TITLE if behind_symbol else _HANGING
    if line.indent > left + _INDENT:
        hanging = len(block.lines) == 1 and (not ends_sentence(before.text) or _title_parted(block, line))
        open_ended = full or line.text[:1].islower() or breaks_off(before.text) or _below_text(block, line)
        return hanging and (open_ended or behind_symbol) and line.indent < left + deepest
    if full or breaks_off(before.text) or (line.text[:1].isdigit() and awaits_number(before.text)):
        return True
    closed = ends_sentence(before.text) or before.text.rstrip("*").endswith(")")  # an entry and its symbol
    if closed and line.text[:1].isupper():
        return room < 2 * width
    if line.text[:1].islower() or (line.text[:1] in "([" and not ends_sentence(before.text)):
        return True
    return block.bold or room < 0.35 * ((line.reach or measure.right(line.page)) - left)


def _is_left_of_bullet(block: Block, line: Line) -> bool:
    """Whether a line stands left of the bullet of the block: what a bullet heads hangs behind it."""
    bullet = block.label is not None and block.label.kind == "bullet"
    return bullet and line.indent < block.first.indent - _INDENT


def _title_parted(block: Block, line: Line) -> bool:
    """Whether a labelled title has its colon at the line's end, and goes on in lower case behind it."""
    return block.label is not None and block.text.endswith(":") and line.text[:1].islower()


def _below_text(block: Block, line: Line) -> bool:
    """Whether a line begins right below the text behind its paragraph's label, as typists set entries."""
    first = block.first
    if block.label is None or first.label or first.box is None:
        return False
    character = (first.box[2] - first.box[0]) / max(len(first.text), 1)
    return abs(line.indent - first.indent - block.label.width * character) < 0.5 * character


def _centred_on(before: Line, line: Line) -> bool:
    """Whether a line goes on below the middle of a longer one, as in a centred heading of two lines."""
    if before.box is None or line.box is None or before.italic != line.italic:
        return False
    if ends_sentence(before.text) and not (before.text.endswith(":") and line.text[:1].islower()):
        return False
    shorter = line.indent > before.indent + _INDENT and line.box[2] < before.box[2] - _INDENT
    return shorter and abs(sum(before.box[::2]) - sum(line.box[::2])) <= _OFF_CENTRE


def _text_left(block: Block) -> float:
    """Where the text of the block's continuing lines begins."""
    if len(block.lines) > 1:
        return block.left
    line = block.first
    return line.runs[1].x0 if _hangs(line) else line.indent


def _hangs(line: Line) -> bool:
    """Whether a short first run stands apart from its text, as a label does ("Item 12.     Title").

    In a line whose words are spread over its whole width the first gap is as wide as the others, and only a
    number or letter is a label.
    """
    if len(line.runs) < 2 or line.runs[1].raised or len(line.runs[0].text) > _LONG_LABEL:
        return False
    first, *others = (after.x0 - before.x1 for before, after in pairwise(line.runs))
    spread = first <= _WIDEST * max(others, default=0.0)
    return first > line.size and not (spread and enumerator(line.runs[0].text) is None)
