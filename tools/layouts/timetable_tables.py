"""Sets a timetable as a table, in one of many forms."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .content import Row, Sitting
from .elements import Break, Cell, Element, Para, Table, cell, line
from .timetable_pieces import Pieces


class Tables(Pieces):
    """The forms that are tables."""

    def columns(self, *, day: bool = True) -> list[str]:
        """Kinds of columns in their order."""
        time = ["time"] if self.has_time else []
        item = ["item"] if self.items == "column" else []
        if not day:
            return [*time, *item, "title"]
        match self.spec["timetable_date"]:
            case "right":
                return [*item, "title", *time, "date"]
            case "middle" if item or time:
                return [*item, "date", *time, "title"] if item else [*time, "date", "title"]
        return ["date", *time, *item, "title"]

    def widths(self, columns: list[str]) -> tuple[float, ...]:
        """Shares of the measure."""
        share = {"date": 0.19, "time": 0.17, "item": 0.1}
        rest = 1 - sum(share.get(name, 0) for name in columns)
        return tuple(share.get(name, rest) for name in columns)

    def head(self, columns: list[str]) -> list[tuple[Cell, ...]]:
        """The head row, if there is one."""
        if self.spec["timetable_head"] == "no":
            return []
        bold = self.spec.random("head").random() < 0.5
        pick = self.spec.number
        names = [self.words["heads"][name][pick % len(self.words["heads"][name])] for name in columns]
        return [tuple(Cell((line(name, bold=bold, italic=not bold, before=0.0),)) for name in names)]

    def day_rows_of(self, columns: list[str], day: str, sittings: list[Sitting]) -> list[tuple[Cell, ...]]:
        """The rows of a day, with cells merged, repeated or left empty."""
        merge, lines = self.spec["timetable_merge"], self._day_lines(sittings)
        found = []
        for at, (time, rows) in enumerate(lines):
            first = at == 0 or lines[at - 1][0] != time
            span = sum(1 for other, _ in lines if other == time)
            row: list[Cell] = []
            for name in columns:
                match name:
                    case "date":
                        row += _merged(day, merge, at == 0, len(lines))
                    case "time":
                        row += _merged(time, merge, first, span)
                    case "item":
                        row.append(cell(self.number(rows[0])))
                    case "title":
                        row.append(cell(*self.stack(rows, column="item" in columns)))
            found.append(tuple(row))
        return found + self._deadline(columns, day)

    def _day_lines(self, sittings: list[Sitting]) -> list[tuple[str, list[Row]]]:
        """The time and the entries of each row of a day; a break stands between morning and afternoon."""
        stacked = self.spec["timetable_cells"] == "stacked" and self.items != "column"
        lines: list[tuple[str, list[Row]]] = []
        for at, sitting in enumerate(sittings):
            if at == 1 and self.spec["timetable_extras"] == "lunch" and self.chance.random() < 0.6:
                ends = self.printer.hours["morning"][1], self.printer.hours["afternoon"][0]
                time = self.printer.range(*ends) if "range" in self.spec["timetable_time"] else ""
                lines.append((time, [Row((), self.chance.choice(self.words["lunch"]))]))
            self.expect(sitting, sitting.rows)
            time = self.printer.time(sitting.part)
            lines += [
                (time, some) for some in ([sitting.rows] if stacked else [[row] for row in sitting.rows])
            ]
        return lines

    def _deadline(self, columns: list[str], day: str) -> list[tuple[Cell, ...]]:
        """A row that is no sitting."""
        if self.spec["timetable_extras"] != "deadline" or self.chance.random() < 0.5:
            return []
        texts = {"title": self.chance.choice(self.words["deadline"])}
        if self.spec["timetable_merge"] == "repeated":
            texts["date"] = day
        return [tuple(cell(texts.get(name, "")) for name in columns)]

    def table(self, rows: list[tuple[Cell, ...]], columns: list[str], *, head: bool = True) -> Table:
        """A table in the document's form."""
        top = self.head(columns) if head else []
        rules: Any = self.spec["timetable_rules"]
        return Table(
            (*top, *rows), self.widths(columns), rules, len(top), self.spec["repeat_head"] == "yes",
            self.spec["timetable_merge"] == "middle",
        )  # fmt: skip

    def _table(self) -> Iterator[Element]:
        columns = self.columns()
        days = [self.day_rows_of(columns, self.day(first), own) for first, own in self.by_day()]
        days = self.with_extras(days, columns)
        half = len(days) // 2
        if self.spec["repeat_head"] == "annex-continued" and half:
            yield self.table([row for day in days[:half] for row in day], columns)
            yield Break()
            yield line(self.words["annex_continued"], bold=self.chance.random() < 0.5, before=0)
            rest = [row for day in days[half:] for row in day]
            yield self.table(rest, columns, head=self.chance.random() < 0.5)
        else:
            yield self.table([row for day in days for row in day], columns)

    def with_extras(
        self, days: list[list[tuple[Cell, ...]]], columns: list[str]
    ) -> list[list[tuple[Cell, ...]]]:
        """Days without meetings and days still open put among the others."""
        if self.extra_day:
            day = self.printer.days([self.extra_day])
            texts = {"date": day, "title": self.chance.choice(self.words["no_meeting"])}
            at = sum(1 for first, _ in self.by_day() if first.dates[0] < self.extra_day)
            days.insert(at, [tuple(cell(texts.get(name, "")) for name in columns)])
        if self.spec["timetable_extras"] == "to-be-determined" and "date" in columns:
            title = self.chance.choice(self.words["business"])
            texts = {"date": self.words["tbd"], "title": title}
            days.append([tuple(cell(texts.get(name, "")) for name in columns)])
            entry = {"items": [], "title": title, "continued": False}
            self.gold.append({"date": None, "starts": None, "ends": None, "entries": [entry]})
        return days

    def _table_a_day(self) -> Iterator[Element]:
        columns = self.columns(day=False)
        bold = self.chance.random() < 0.7
        for at, (first, own) in enumerate(self.by_day()):
            yield line(self.day(first, inline=True), bold=bold, italic=not bold, before=10, keep=True)
            yield self.table(
                self.day_rows_of(columns, "", own), columns, head=at == 0 or self.spec["repeat_head"] == "yes"
            )

    def _day_rows(self) -> Iterator[Element]:
        columns = self.columns(day=False)
        rows: list[tuple[Cell, ...]] = []
        for first, own in self.by_day():
            rows.append((cell(self.day(first).replace("\n", " "), columns=len(columns), bold=True),))
            rows += self.day_rows_of(columns, "", own)
        yield self.table(rows, columns)

    def _weeks(self) -> Iterator[Element]:
        columns = self.columns()
        form = self.chance.choice(self.words["week"])
        for (year, week), group in groupby(
            self.by_day(), key=lambda pair: pair[0].dates[0].isocalendar()[:2]
        ):
            monday = datetime.date.fromisocalendar(year, week, 1)
            days = {"a": self.printer.date(monday, year=False)}
            days["b"] = self.printer.date(monday + datetime.timedelta(days=4), year=self.printer.year)
            yield line(form.format(**days), bold=True, before=12, keep=True)
            rows = [row for first, own in group for row in self.day_rows_of(columns, self.day(first), own)]
            yield self.table(rows, columns)

    def stack(self, rows: list[Row], *, column: bool = False) -> list[str | Para]:
        """The entries of a cell: one below the other, with a gap or a sign that tells them apart."""
        texts = [self.business(row, column=column) for row in rows]
        if len(texts) > 1 and self.sign:
            return [line(text, label=self.sign, hang=10, before=0.0) for text in texts]
        return [line(text, before=3.0 * (at > 0)) for at, text in enumerate(texts)]

    def _matrix(self) -> Iterator[Element]:
        parts = list(dict.fromkeys(s.part for s in self.sittings))
        heads = [self.printer.time(part) or self.words["parts"][part] for part in parts]
        rows = [(cell(""), *(cell(head, bold=True) for head in heads))]
        for first, own in self.by_day():
            row = [cell(self.day(first))]
            for part in parts:
                some = [s for s in own if s.part == part]
                row.append(cell(*(text for s in some for text in self.stack(s.rows))))
                for sitting in some:
                    self.expect(sitting, sitting.rows)
            rows.append(tuple(row))
        yield Table(tuple(rows), (0.2, *[0.8 / len(parts)] * len(parts)), self._rules(), 1)

    def _rules(self) -> Any:
        return self.spec["timetable_rules"]

    def _matrix_days(self) -> Iterator[Element]:
        days = list(self.by_day())
        for begin in range(0, len(days), 5):
            some = days[begin : begin + 5]
            rows = [(cell(""), *(cell(self.day(first), bold=True) for first, _ in some))]
            for part in dict.fromkeys(s.part for s in self.sittings):
                row = [cell(self.printer.time(part) or self.words["parts"][part])]
                for _, own in some:
                    at = [s for s in own if s.part == part]
                    row.append(cell(*(text for s in at for text in self.stack(s.rows))))
                    for sitting in at:
                        self.expect(sitting, sitting.rows)
                rows.append(tuple(row))
            share = 0.86 / len(some)
            yield Table(tuple(rows), (0.14, *[share] * len(some)), self._rules(), 1, before=12)

    def _tracks_table(self) -> Iterator[Element]:
        count = len(self.tracks)
        time = ["time"] if self.has_time else []
        names = [self.words["heads"][name][0] for name in ("date", *time)]
        rows = [tuple(cell(name, bold=True) for name in (*names, *self.tracks))]
        for first, own in self.by_day():
            parts = list(dict.fromkeys(s.part for s in own))
            for at, part in enumerate(parts):
                row = _merged(self.day(first), self.spec["timetable_merge"], at == 0, len(parts))
                row += [cell(self.printer.time(part))] if time else []
                for track in range(count):
                    some = [s for s in own if s.part == part and s.track == track]
                    row.append(cell(*(text for s in some for text in self.stack(s.rows))))
                    for sitting in some:
                        self.expect(sitting, sitting.rows)
                rows.append(tuple(row))
        lead = [0.18, *([0.15] if time else [])]
        share = (1 - sum(lead)) / count
        yield Table(tuple(rows), (*lead, *[share] * count), self._rules(), 1,
                    middle=self.spec["timetable_merge"] == "middle")  # fmt: skip


def _merged(text: str, merge: str, first: bool, rows: int) -> list[Cell]:
    """The cell of a day or time: one over all its rows, one each, or one with empty ones below."""
    if merge in ("merged", "middle"):
        return [cell(text, rows=rows)] if first else []
    return [cell(text if first or merge == "repeated" else "")]
