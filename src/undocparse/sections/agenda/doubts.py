"""What is doubtful about a list: numbers that it skips, and numbers that go on behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from undocparse.model.diagnostics import Diagnostic
from undocparse.model.place import Where
from undocparse.sections.agenda.candidates import Candidate
from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.evidence import SAME_INDENT
from undocparse.sections.agenda.labelling import Step

_BEHIND = 25  # entries behind the list that are asked
_AHEAD = 3  # numbers by which they may go on


def doubts(found: Candidate, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """The diagnostics of a list.

    Args:
        found: the list.
        entries: of the whole document.
    """
    top = [step for step in found.items if step.depth == 0]
    yield from _skipped(top)
    yield from _goes_on(top[-1], found.labelling.last, entries)


def _skipped(top: Sequence[Step]) -> Iterator[Diagnostic]:
    numbers = [int(step.key) for step in top if step.key.isdigit()]
    for before, after in pairwise(numbers):
        if after != before + 1:
            message = f"The agenda goes from item {before} to item {after}."
            where = Where(section="agenda", items=(str(before), str(after)))
            yield Diagnostic(code="agenda-number-skipped", severity="warning", message=message, where=where)


def _goes_on(last: Step, end: int, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Numbered lines of the same form behind the list may be items that it lost."""
    reading, item = last.reading, entries[last.at]
    if reading is None:
        return
    for entry in entries[end + 1 : end + 1 + _BEHIND]:
        if entry.kind == "behind":
            return
        alike = entry.block.bold == item.block.bold and abs(entry.indent - item.indent) <= SAME_INDENT
        if alike and not entry.breaks and entry.ends_sentence != item.ends_sentence:
            continue
        if alike and any(
            r.style == reading.style and 0 < r.value - reading.value <= _AHEAD for r in entry.readings
        ):
            message = (
                f"The agenda ends at item {last.key}, but numbers go on behind it: “{entry.block.text[:60]}”."
            )
            where = Where(section="agenda", items=(last.key,))
            yield Diagnostic(code="agenda-ended-early", severity="warning", message=message, where=where)
            return
