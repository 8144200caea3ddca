"""Gives a timetable the short lines right above it: "Annex", its title, its dates, heads of columns."""

from __future__ import annotations

from undocparse.layout.blocks import Block, blocks_of
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line
from undocparse.symbols import find

_LONG = 100  # characters
_MOST = 6  # blocks


def claim_headings(layout: Layout, ledger: Ledger) -> None:
    """Claim, as `timetable`, the headings that stand between the text and the first line of the timetable.

    A heading has no label, no symbol and no stop at its end; in formats with pages it stands on the
    timetable's own page.
    """
    first = next(iter(ledger.of("timetable")), None)
    if first is None:
        return
    above = [line for line in ledger.free() if line.number < first.number and _near(line, first)]
    for block in reversed(blocks_of(above, layout)[-_MOST:]):
        if not _is_heading(block):
            return
        ledger.claim(block.lines, "timetable")


def _near(line: Line, first: Line) -> bool:
    return line.page == first.page and first.number - line.number < 4 * _MOST


def _is_heading(block: Block) -> bool:
    if block.label is not None or len(block.text) > _LONG or block.ends_sentence:
        return False
    return next(iter(find(block.text)), None) is None
