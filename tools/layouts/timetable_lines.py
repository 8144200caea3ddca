"""Sets a timetable without a table: headings, tabs, bullets, sentences."""

from __future__ import annotations

from collections.abc import Iterator

from .content import Sitting
from .elements import Element, Run, Tabbed, line, words
from .timetable_pieces import Pieces


class Lines(Pieces):
    """The forms that are no tables."""

    def _day_headings(self) -> Iterator[Element]:
        italic = self.chance.random() < 0.5
        for first, own in self.by_day():
            yield line(self.day(first).replace("\n", " "), bold=True, before=10, keep=True)
            yield from self._blocks(own, italic=italic)

    def _blocks(self, sittings: list[Sitting], *, italic: bool) -> Iterator[Element]:
        for sitting in sittings:
            if time := self.printer.time(sitting.part):
                yield line(time, italic=italic, before=5, keep=True)
            yield from self._lines(sitting)

    def _lines(self, sitting: Sitting) -> Iterator[Element]:
        self.expect(sitting, sitting.rows)
        for row in sitting.rows:
            if self.items == "column" and row.keys:
                label = (
                    f"{self.words['item']} {self.number(row)}"
                    if self.lead.startswith("{item}")
                    else self.number(row)
                )
                yield line(self.business(row, column=True), label=label, indent=20, hang=62, before=2)
            else:
                yield line(self.business(row), indent=82 if self.items == "column" else 20, before=5)

    def _meetings(self) -> Iterator[Element]:
        for number, sitting in enumerate(self.sittings, 1):
            text = self.words["meeting"].format(n=number, th=self.printer.nth(number))
            yield line(text, bold=True, before=10, keep=True)
            when = ", ".join(
                part
                for part in (self.day(sitting).replace("\n", " "), self.printer.time(sitting.part))
                if part
            )
            yield line(when, italic=True, before=1, keep=True)
            yield from self._lines(sitting)

    def _tabbed(self) -> Iterator[Element]:
        repeat = self.spec["timetable_merge"] == "repeated"
        time = self.has_time
        item = self.items == "column"
        stops = [100.0, *([195.0] if time else [])]
        stops += [stops[-1] + 55] if item else []
        if self.spec["timetable_head"] == "yes":
            kinds = ["date", *(["time"] if time else []), *(["item"] if item else []), "title"]
            yield Tabbed(
                tuple(words(self.words["heads"][kind][0], bold=True) for kind in kinds), tuple(stops)
            )
        for first, own in self.by_day():
            day = self.day(first).replace("\n", " ")
            for sitting in own:
                self.expect(sitting, sitting.rows)
                when = self.printer.time(sitting.part)
                for row in sitting.rows:
                    cells = [day, *([when] if time else []), *([self.number(row)] if item else [])]
                    cells.append(self.business(row, column=item))
                    gap = 7.0 if self.items == "title" else 3.0
                    yield Tabbed(tuple((Run(text),) for text in cells), tuple(stops), before=gap)
                    day, when = (day, when) if repeat else ("", "")

    def _when(self, sitting: Sitting) -> str:
        day = self.day(sitting, inline=True)
        time = self.printer.time(sitting.part)
        if time and self.spec["timetable_time"] == "range" and self.chance.random() < 0.6:
            time = self.printer.from_to(sitting.part)
        elif self.spec["timetable_time"] in ("part", "part-range"):
            time = time[:1].lower() + time[1:]
        return f"{day}, {time}" if time else day

    def _bullets(self) -> Iterator[Element]:
        sign = self.chance.choice(("•", "–", "•"))
        for sitting in self.sittings:
            self.expect(sitting, sitting.rows)
            when = self._when(sitting)
            if len(sitting.rows) == 1:
                yield line(
                    f"{when}{self.colon} {self.business(sitting.rows[0])}",
                    label=sign,
                    indent=12,
                    hang=14,
                    before=4,
                )
                continue
            yield line(f"{when}{self.colon}", label=sign, indent=12, hang=14, before=4, keep=True)
            for row in sitting.rows:
                yield line(
                    self.business(row), label="–" if sign == "•" else "•", indent=30, hang=14, before=1
                )

    def _prose(self) -> Iterator[Element]:
        both = self.spec["timetable_time"] == "range"
        for first, own in self.by_day():
            if both and len(own) == 2 and self.chance.random() < 0.6:
                rows = own[0].rows[:1]
                self.expect(first, rows, ("morning", "afternoon"))
                times = f", {self.words['and']} ".join(
                    self.printer.from_to(p) for p in ("morning", "afternoon")
                )
                when = f"{self.day(first, inline=True)}, {times}"
                yield line(f"{_capital(when)}{self.colon} {self.business(rows[0])}.", before=5)
                continue
            for sitting in own:
                for row in sitting.rows:
                    self.expect(sitting, [row])
                    when = _capital(self._when(sitting))
                    yield line(f"{when}{self.colon} {self.business(row)}.", before=5)


def _capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
