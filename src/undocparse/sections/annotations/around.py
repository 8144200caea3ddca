"""What stands among the blocks that are read: tables, and the timetable, which is taken out before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from undocparse.layout.blocks import Block
from undocparse.layout.pages import Line, PrintedTable


@dataclass(frozen=True, slots=True)
class Around:
    """Tables and timetable of a document.

    Attributes:
        tables: by the number of each of their lines.
        timetable: number of the timetable's first line; None where there is none.
        opening: the text of that line, which is the timetable's heading where it has one.
    """

    tables: Mapping[int, PrintedTable] = field(default_factory=dict)
    timetable: int | None = None
    opening: str = ""

    def table(self, block: Block) -> PrintedTable | None:
        """The table that a block begins in."""
        return self.tables.get(block.first.number)

    def parted(self, first: Block, second: Block) -> bool:
        """Whether the timetable begins between two blocks."""
        return self.timetable is not None and first.first.number < self.timetable < second.first.number


def around_of(tables: Iterable[PrintedTable], timetable: Iterable[Line] = ()) -> Around:
    """What stands around the blocks.

    Args:
        tables: of the whole document.
        timetable: its lines.
    """
    numbered = {line.number: table for table in tables for line in table.lines}
    first = min(timetable, key=lambda line: line.number, default=None)
    return Around(numbered, first.number, first.text) if first else Around(numbered)
