"""Every list that a document may hold: where it begins, what heads it, how far it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.labelling import Labelling, Step, goes_on, label
from undocparse.sections.agenda.readings import GROUP_STYLES, TOP_STYLES, Reading
from undocparse.sections.agenda.words import ListWords

_REACH = 4  # entries: how far above the first item the list's heading may stand
_TITLED_REACH = 14  # entries: how far below the masthead the list of a document that is an agenda may begin
_STARTS = 60  # starts that are followed at the most; more are numbered lists of other kinds
_NO_TITLE = 3  # a list of fewer numbers in brackets is a matter of chance


class Head(IntEnum):
    """What stands above a list, by how much it says."""

    NONE = 0
    CONTENTS = 1
    TITLE = 2
    LIST = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A list that may be the agenda.

    Attributes:
        labelling: its items.
        head: what stands above it.
        first: index of the first entry that belongs to it: its heading, a group heading, or the first item.
        group: heading over its first items.
    """

    labelling: Labelling
    head: Head
    first: int
    group: str | None

    @property
    def items(self) -> list[Step]:
        """The steps that are items."""
        return [step for step in self.labelling.steps if step.role == "item"]


_PATIENCE = {Head.NONE: 0.5, Head.CONTENTS: 2.0, Head.TITLE: 3.0, Head.LIST: 4.0}
"""How long a list may pay badly before it is given up: below a heading, mandates may stand first."""


class _Above(NamedTuple):
    """What stands above a list.

    Attributes:
        head: what it says.
        first: index of the first entry that belongs to the list.
        below: index of the first entry below its heading.
    """

    head: Head
    first: int
    below: int


def candidates(entries: Sequence[Entry], known: ListWords, *, titled: bool) -> Iterator[Candidate]:
    """All lists of two items or more.

    Args:
        entries: of the whole document.
        known: words of the language.
        titled: whether the document's title names an agenda, so that its first list is headed by it.
    """
    explained = starts = 0
    begun = False  # a list of items, and not only of what may head groups of them
    for index, entry in enumerate(entries):
        if not entry.readings:
            continue
        above = _above(entries, index, known, titled=titled and not begun)
        if index < explained and above.head < Head.LIST:
            continue
        for reading in entry.readings:
            if starts < _STARTS and _may_start(reading, above.head):
                starts += 1
                begun = begun or reading.style not in GROUP_STYLES
                found = _candidate(entries, index, reading, above, known)
                if found is not None:
                    if reading.style not in GROUP_STYLES:
                        explained = max(explained, _explained(entries, found))
                    yield found


def _may_start(reading: Reading, head: Head) -> bool:
    if reading.noisy:
        return head > Head.CONTENTS and reading.style == "number"
    first = reading.begins or reading.name == "1.1"
    if reading.style not in TOP_STYLES:
        return head > Head.CONTENTS and first
    return first or head > Head.CONTENTS or reading.style == "bracket"


def _candidate(
    entries: Sequence[Entry], index: int, reading: Reading, above: _Above, known: ListWords
) -> Candidate | None:
    found = label(entries, index, reading, known, patience=_PATIENCE[above.head])
    items = sum(1 for step in found.steps if step.role == "item")
    if items < (_NO_TITLE if reading.style == "bracket" else 2):
        return None
    group = _group_above(entries, index, above)
    steps = (*found.steps, *_tail(entries, found, known))
    return Candidate(Labelling(steps, found.score), above.head, above.first, group)


def _explained(entries: Sequence[Entry], found: Candidate) -> int:
    """Index behind a list in which no label was passed over: no other list begins inside it."""
    passed = (s for s in found.labelling.steps if s.role == "between" and entries[s.at].readings)
    return next((step.at for step in passed), found.labelling.last + 1)


def _tail(entries: Sequence[Entry], found: Labelling, known: ListWords) -> Iterator[Step]:
    """What still belongs to the last item: the rest of its title, and bullets below it."""
    last = entries[found.last]
    text = last.blocks[-1].text
    bullets = False
    for index in range(found.last + 1, len(entries)):
        entry = entries[index]
        if entry.kind == "bullet" and entry.indent >= last.indent and entry.breaks == 0:
            bullets = True
            yield Step(index, "between")
        elif (
            not bullets
            and not entry.readings
            and entry.emphatic == last.emphatic
            and goes_on(text, entry.block.text, known)
        ):
            text = entry.block.text
            yield Step(index, "continuation")
        else:
            return


def _above(entries: Sequence[Entry], index: int, known: ListWords, *, titled: bool) -> _Above:
    """What stands above an entry."""
    first = index
    for above in range(index - 1, max(index - 1 - _REACH, -1), -1):
        entry = entries[above]
        if known.heads_list(entry.block) and (not entry.readings or entry.readings[0].style in GROUP_STYLES):
            return _Above(Head.LIST, above, above + 1)
        if known.heads_contents(entry.block):
            return _Above(Head.CONTENTS, above, above + 1)
        if above == index - 1 and known.leads_in(entry.block):
            return _Above(Head.LIST, index, index)
        if not _may_stand_above(entry):
            break
        first = above if _is_group(entry) and above == first - 1 else first
    return _Above(Head.TITLE if titled and index <= _TITLED_REACH else Head.NONE, first, first)


def _may_stand_above(entry: Entry) -> bool:
    """Group headings, column heads and remarks stand between a list and its heading."""
    return _is_group(entry) or entry.kind in {"plain", "furniture", "remark", "documentation"}


def _is_group(entry: Entry) -> bool:
    labelled = any(reading.style in GROUP_STYLES for reading in entry.readings)
    return (labelled or entry.kind == "plain") and not entry.ends_sentence


def _group_above(entries: Sequence[Entry], index: int, head: _Above) -> str | None:
    """The heading over the first items, below the heading of the list."""
    above = index - 1
    while above >= head.below and entries[above].kind in {"furniture", "remark"}:
        above -= 1
    if above < head.below or not _is_group(entries[above]):
        return None
    entry = entries[above]
    return entry.text if entry.readings or entry.emphatic or head.head >= Head.LIST else None
