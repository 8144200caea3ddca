"""Who took which line: the books that show that nothing is lost and nothing is counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from undocparse.layout.pages import Layout, Line


class Ledger:
    """Each line of a layout goes to exactly one section; what nobody claims is left over.

    Sections are `furniture`, `header`, `agenda`, `annotations`, `timetable`, `footnotes`.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._owner: dict[int, str] = {}

    def claim(self, lines: Iterable[Line], section: str) -> None:
        """Give these lines to a section.

        Raises:
            ValueError: a line belongs to another section already.
        """
        for line in lines:
            owner = self._owner.setdefault(line.number, section)
            if owner != section:
                raise ValueError(f"line {line.number} ({line.text!r}) is {owner}'s, not {section}'s")

    def owner(self, line: Line) -> str | None:
        """The section that has the line; null while it is free."""
        return self._owner.get(line.number)

    def free(self, lines: Iterable[Line] | None = None) -> list[Line]:
        """The lines (of all, or of these) that no section has claimed, in order."""
        owned = self._owner
        return [line for line in (self.layout.lines if lines is None else lines) if line.number not in owned]

    def of(self, section: str) -> Iterator[Line]:
        """The lines of a section, in reading order."""
        return (line for line in self.layout.lines if self._owner.get(line.number) == section)
