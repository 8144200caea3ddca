"""What tables and lists have in common: days and times begin, and paragraphs are set down for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.pages import Layout, Line
from undocparse.layout.words import Vocabulary
from undocparse.sections.timetable.entries import BULLET, Aside, Draft, EntryReader
from undocparse.sections.timetable.pieces import Cutter, ItemTitles, Part
from undocparse.sections.timetable.ranks import Question, Ranks
from undocparse.sections.timetable.remarks import NOTHING, Remark, remark_of
from undocparse.sections.timetable.sittings import Programme, SittingDraft
from undocparse.sections.timetable.slots import Day, Slot, read_slot
from undocparse.sections.timetable.vocabulary import patterns

_BRACKETS = ("(", "[")


@dataclass(slots=True)
class _Pending:
    """A line such as "Interactive dialogue with:", which is an entry only when nothing follows it."""

    draft: Draft
    track: str | None


class Paragraphs:
    """The paragraphs of a timetable; those of a cell are made once, though a timetable may be read twice."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._words = Vocabulary(line.text for page in layout.pages[-3:] for line in page.lines)
        self._made: dict[tuple[Line, ...], list[Block]] = {}

    def of(self, lines: Iterable[Line]) -> list[Block]:
        """Paragraphs of some lines."""
        key = tuple(lines)
        if key not in self._made:
            self._made[key] = blocks_of(key, self._layout, self._words)
        return self._made[key]

    def ruled(self, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
        """Some lines, parted where a rule is drawn between two of them."""
        start = 0
        for place, (above, below) in enumerate(pairwise(lines), 1):
            if self._is_ruled(above, below):
                yield lines[start:place]
                start = place
        yield lines[start:]

    def _is_ruled(self, above: Line, below: Line) -> bool:
        if above.page != below.page or not (above.box and below.box):
            return False
        top, bottom = sum(above.box[1::2]) / 2, sum(below.box[1::2]) / 2
        x0 = below.box[0] + 1
        return any(
            rule.horizontal and top < rule.top < bottom and rule.x0 <= x0 <= rule.x1
            for rule in self._layout.pages[below.page - 1].rulings
        )


class Business:
    """Gathers what a timetable says, paragraph by paragraph.

    Args:
        paragraphs: makes paragraphs of lines.
        language: BCP 47 primary subtag.
        year: year of days that are printed without one.
        ranks: how the timetable's own typography tells entries from what stands below them.
        titles: of the agenda's items.

    Attributes:
        asked: what the typography was asked, and what it answered.
        stacked: how many items stand below other entries in one cell.
    """

    def __init__(
        self, paragraphs: Paragraphs, language: str, year: int | None, ranks: Ranks, titles: ItemTitles
    ) -> None:
        self.language = language
        self.year = year
        self.known = patterns(language)
        self.entries = EntryReader(language, titles)
        self.programme = Programme()
        self.paragraphs = paragraphs.of
        self.ruled = paragraphs.ruled
        self.cutter = Cutter(self.known, titles)
        self.asked: list[tuple[Question, bool]] = []
        self.stacked = 0
        self._ranks = ranks
        self._pending: _Pending | None = None

    @property
    def drafts(self) -> list[SittingDraft]:
        """All sittings, once everything is read."""
        self.settle()
        self.programme.close()
        return self.programme.drafts

    def blocks(self, lines: Iterable[Line]) -> list[Block]:
        """What each paragraph of these lines sets down, one by one."""
        return [part for block in self.paragraphs(lines) for part in self.cutter.cut(block)]

    def slot(self, text: str) -> Slot:
        """Days and times of a text."""
        return read_slot(text, self.language, self.year)

    def begin_week(self, slot: Slot, lines: Iterable[Line]) -> None:
        """The week of this slot holds from here on."""
        self.settle()
        self.note_year(slot)
        self.programme.begin_week(slot.days, lines)
        self.programme.scopes.of_day(NOTHING)

    def begin_day(self, slot: Slot, lines: Iterable[Line]) -> None:
        """The days of this slot hold from here on, with their times; so does a year printed with them."""
        self.settle()
        self.note_year(slot)
        if slot.days:
            self.programme.begin(slot.moments, lines)
        else:
            self.programme.begin_day([Day(None)], lines)
        self.programme.scopes.of_day(self.remark(slot.rest))

    def note_year(self, slot: Slot) -> None:
        """Days printed without a year are in the year printed last."""
        if slot.days and slot.days[0].year_printed and slot.days[0].first:
            self.year = slot.days[0].first.year

    def begin_time(self, slot: Slot, lines: Iterable[Line]) -> None:
        """The times of this slot hold from here on."""
        self.settle()
        self.programme.begin_time(slot.times, slot.part, lines)
        self.programme.scopes.of_time(self.remark(slot.rest))

    def remark(self, text: str) -> Remark:
        """What a text beside the day or time, or in a line of its own, says of the sitting."""
        return remark_of(text, self.language) if text else NOTHING

    def read_title(self, block: Block, track: str | None, *, below: bool) -> None:
        """A paragraph in a column of titles; `below` another one in the same cell."""
        bulleted = self._is_bulleted(track)
        below = below and not (bulleted and BULLET.match(block.text.strip()))
        found = self.entries.read(block, bulleted=bulleted)
        if isinstance(found, str):
            self._take_aside(found, block, track)
        elif below and not found.keys and self._is_untitled(track):
            self.programme.entries(track)[-1].take_title(found)
        elif self._is_item(found):
            self.stacked += below
            self.add(found, track)
        elif self._is_entry(found, track, below=below):
            self.add(found, track)

    def _is_item(self, draft: Draft) -> bool:
        """Whether a paragraph is an item of the agenda, by its number or its title."""
        return bool(draft.keys) or self.cutter.is_title(draft.title)

    def _is_bulleted(self, track: str | None) -> bool:
        """Whether a bullet stands before an entry: before the first of a sitting, and then before all."""
        before = self.programme.entries(track)
        lines = before[-1].lines if before else ()
        return not before or bool(lines and BULLET.match(lines[0].text.strip()))

    def _is_entry(self, draft: Draft, track: str | None, *, below: bool) -> bool:
        before = self.programme.entries(track)
        question = Question(draft, before[-1] if before else None, below)
        answer = self._ranks.is_entry(question)
        self.asked.append((question, answer))
        return answer

    def _is_untitled(self, track: str | None) -> bool:
        """Whether the last entry is a number alone, so that its title is still to come."""
        before = self.programme.entries(track)
        return bool(before) and bool(before[-1].keys) and not before[-1].title

    def read_listed(self, block: Block) -> None:
        """A paragraph that stands in no table."""
        found = self.entries.read(block, bulleted=self._is_bulleted(None))
        if isinstance(found, str):
            self._take_aside(found, block, None)
        elif not found.keys and self._is_untitled(None):
            self.programme.entries(None)[-1].take_title(found)
        elif self._is_item(found) or self._ranks.is_level(found, self.programme.entries(None)):
            self.add(found, None)

    def add(self, draft: Draft, track: str | None) -> None:
        """Set an entry down, if a day or time was named for it."""
        self._pending = None
        if self.programme.has_slot and (draft.title or draft.keys):
            self.programme.add(draft, track)

    def settle(self) -> None:
        """A lead-in that nothing follows is what the sitting does."""
        pending, self._pending = self._pending, None
        if pending and not self.programme.entries(pending.track):
            self.add(pending.draft, pending.track)

    def _take_aside(self, kind: Aside, block: Block, track: str | None) -> None:
        if kind in {"no-sitting", "deadline"}:
            self.programme.cancel()
        elif kind == "detail" and block.text.strip()[:1] in _BRACKETS:
            self._take_remark(self.remark(block.text.strip()), track)
        elif kind == "lead-in":
            self._pending = _Pending(self.entries.draft((), block.text, [block]), track)

    def _take_remark(self, said: Remark, track: str | None) -> None:
        """A remark in brackets: of the entry above it, or of the sitting where there is none yet."""
        if entries := self.programme.entries(track):
            entries[-1].said = entries[-1].said.with_(said)
        else:
            self.programme.scopes.beside(said)

    def read_numbered(self, labels: Sequence[str], blocks: Sequence[Block], track: str | None) -> None:
        """Numbers that stand in a column of their own, and the paragraphs beside them."""
        if len(labels) > 1 and len(labels) == len(blocks):
            for label, block in zip(labels, blocks, strict=True):
                self.add(self.entries.labelled(label, [block]), track)
            return
        if labels:
            self.add(self.entries.labelled(" ".join(labels), list(blocks[:1])), track)
            blocks = blocks[1:]
        for number, block in enumerate(blocks):
            self.read_title(block, track, below=(bool(labels) or number > 0) and not isinstance(block, Part))
