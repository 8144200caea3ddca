"""What a timetable is made of: printed days, times and business, and the expected sittings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .axes import Spec
from .content import Meeting, Row, Sitting
from .dates import Printer

Json = dict[str, Any]


class Pieces:
    """What the forms of one document's timetable share."""

    def __init__(self, spec: Spec, meeting: Meeting, printer: Printer, *, numbered: bool) -> None:
        """`numbered`: whether the document has an agenda, by whose titles entries get their numbers."""
        self.spec, self.meeting, self.printer, self.numbered = spec, meeting, printer, numbered
        self.words = meeting.words
        self.colon = "\u00a0:" if printer.french else ":"
        self.chance = spec.random("timetable")
        self.form = spec["timetable_form"]
        self.items = spec["timetable_items"]
        if self.items == "column" and self.form in ("matrix", "matrix-days", "tracks", "bullets", "prose"):
            self.items = "inline"
        self.sittings = list(meeting.sittings)
        self.tracks = self._tracks()
        self.gold: list[Json] = []
        self.extra_day: datetime.date | None = None
        titles = [item.title for top in meeting.items for item in top.walk()]
        self.unique = {title for title in titles if titles.count(title) == 1}
        self.sign = self.chance.choice(("•", "–", "" if self.items != "title" else "-"))
        self.continued_behind = self.chance.random() < 0.5
        self.lead = self.chance.choice(("{} ", "{}. ", f"{{item}} {{}}{self.colon} ", "{item} {}. "))

    def _tracks(self) -> list[str]:
        if self.form != "tracks":
            return []
        count = max((s.track for s in self.sittings), default=0) + 1
        return next(t for t in self.words["tracks"] if len(t) == count)

    # --- what is expected

    def expect(self, sitting: Sitting, rows: list[Row], parts: tuple[str, ...] | None = None) -> None:
        """Sittings of each listed date; a span is its first day."""
        for date in sitting.dates:
            for part in parts or (sitting.part,):
                starts, ends = self.printer.span_of(part)
                entries = [
                    {"items": self.keys_of(row), "title": row.title, "continued": bool(row.suffix)}
                    for row in rows
                ]
                self.gold.append(
                    {"date": date.isoformat(), "starts": starts, "ends": ends, "entries": entries}
                )

    def keys_of(self, row: Row) -> list[str]:
        """The items of an entry: printed, or told by its title where the agenda is there."""
        if self.items != "title":
            return list(row.keys)
        return list(row.keys) if self.numbered and row.title in self.unique else []

    # --- pieces

    def business(self, row: Row, *, column: bool = False) -> str:
        """The words of an entry with its number and "(continued)"."""
        title, suffix = row.title, f" {row.suffix}" if row.suffix else ""
        if not row.keys or self.items == "title" or column:
            return title + suffix
        keys = self.printer.keys(row.keys)
        item = self.words["item"] if len(row.keys) == 1 else self.words["items"]
        match self.items:
            case "bracket":
                mark = f" [{keys}]"
            case "behind":
                mark = f" ({item.lower()} {keys})"
            case _:
                return self.lead.format(keys, item=item) + title + suffix
        return title + mark + suffix if self.continued_behind else title + suffix + mark

    def number(self, row: Row) -> str:
        """The number in a column of its own."""
        return self.printer.keys(row.keys) if row.keys else ""

    def by_day(self) -> Iterator[tuple[Sitting, list[Sitting]]]:
        """Each day, list or span with its sittings."""
        for _, group in groupby(self.sittings, key=lambda s: tuple(s.dates)):
            own = list(group)
            yield own[0], own

    def day(self, sitting: Sitting, *, inline: bool = False) -> str:
        """The printed day of a sitting."""
        return self.printer.days(sitting.dates, sitting.until, inline=inline)

    @property
    def has_time(self) -> bool:
        """Whether any time is printed."""
        return self.spec["timetable_time"] != "none"
