"""Dates, times and item numbers as UN documents print them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from .axes import Spec

Day = datetime.date


class Printer:
    """Prints days, times and item numbers in the way that a document does."""

    def __init__(self, spec: Spec, words: dict[str, Any], *, year: bool) -> None:
        """`year`: whether days of the timetable must say their year."""
        self.spec, self.words, self.french = spec, words, spec["language"] == "fr"
        self.year = year or spec["date_style"] in ("weekday-year", "broken")
        chance = spec.random("times")
        self.hours = {
            "morning": chance.choice(
                (("10:00", "13:00"), ("10:00", "13:00"), ("09:00", "12:00"), ("09:30", "12:30"))
            ),
            "afternoon": chance.choice(
                (("15:00", "18:00"), ("15:00", "18:00"), ("14:30", "17:30"), ("15:00", "17:30"))
            ),
        }
        self.dash = chance.choice(("–", "-", " – ", " to "))

    # --- days

    def number(self, day: Day) -> str:
        """The day of the month."""
        return "1er" if self.french and day.day == 1 else str(day.day)

    def month(self, day: Day) -> str:
        """Name of the month."""
        return str(self.words["months"][day.month - 1])

    def date(self, day: Day, *, year: bool = True) -> str:
        """3 May 2027."""
        return f"{self.number(day)} {self.month(day)}" + (f" {day.year}" if year else "")

    def weekday(self, day: Day) -> str:
        """Monday; in French with a small letter, but for the beginning of a cell."""
        return str(self.words["weekdays"][day.weekday()])

    def span(self, first: Day, last: Day, *, year: bool = True, dash: str = "–") -> str:
        """3–7 May 2027; 31 May–4 June 2027."""
        if first == last:
            return self.date(first, year=year)
        if first.month == last.month:
            return f"{self.number(first)}{dash}{self.date(last, year=year)}"
        if dash in ("–", "-") and self.french:
            dash = f" {dash} "
        return f"{self.date(first, year=False)}{dash}{self.date(last, year=year)}"

    def listed(self, days: Sequence[Day], *, year: bool = True) -> str:
        """4, 5 and 6 October 2027."""
        parts = [
            self.date(day, year=year and at == len(days) - 1)
            if at == len(days) - 1 or day.month != days[at + 1].month
            else self.number(day)
            for at, day in enumerate(days)
        ]
        return ", ".join(parts[:-1]) + f" {self.words['and']} {parts[-1]}" if len(parts) > 1 else parts[0]

    def days(self, days: Sequence[Day], until: Day | None = None, *, inline: bool = False) -> str:
        """The day, list or span of a sitting in the form of the axis `date_style`."""
        if until and len(days) > 1:
            span = self.span(days[0], until, year=False, dash=f" {self.words['to']} ")
            return f"{span} {self.words['and']} {self.date(days[1], year=self.year)}"
        if len(days) > 1:
            return self.listed(days, year=self.year)
        day = days[0]
        if until:
            return self.span(day, until, year=self.year, dash=f" {self.words['to']} ")
        style, year = self.spec["date_style"], self.year
        comma = " " if self.french else ", "
        name = self.weekday(day)
        if self.french and not inline:
            name = name.capitalize()
        match style:
            case "short":
                return self.date(day, year=year)
            case "broken" if not inline:
                return f"{name}{comma.rstrip()}\n{self.date(day, year=year)}"
            case "day-month" if not self.french:
                return f"{name} {self.date(day, year=year)}"
            case "abbreviated" if not self.french:
                return f"{name[:3]}. {self.date(day, year=year)}"
            case "abbreviated":
                return f"{name[:3]}. {self.date(day, year=year)}"
        return f"{name}{comma}{self.date(day, year=year)}"

    # --- times

    def span_of(self, part: str) -> tuple[str | None, str | None]:
        """What the expected result says of a part of the day."""
        if not part:
            return None, None
        match self.spec["timetable_time"]:
            case "range" | "part-range":
                return self.hours[part]
            case "start":
                return self.hours[part][0], None
        return None, None

    def hour(self, time: str) -> str:
        """10 a.m.; 10 h 30."""
        hour, minute = int(time[:2]), time[3:]
        style = self.spec["time_style"]
        if style == "colon":
            return time if not time.startswith("0") else time[1:] if hour < 10 and not self.french else time
        if self.french:
            if style == "point":
                return f"{hour}\u00a0h\u00a0{minute}"
            return f"{hour}\u00a0heures" if minute == "00" else f"{hour}\u00a0h\u00a0{minute}"
        half = "a.m." if hour < 12 else "p.m."
        short = (hour - 1) % 12 + 1
        return f"{short}.{minute} {half}" if style == "point" or minute != "00" else f"{short} {half}"

    def range(self, starts: str, ends: str) -> str:
        """10 a.m.–1 p.m."""
        dash = self.dash
        if self.french and dash == " to ":
            dash = " à "
        elif self.french and dash == "–":
            dash = "-"
        return f"{self.hour(starts)}{dash}{self.hour(ends)}"

    def time(self, part: str) -> str:
        """The time of a sitting in the form of the axis `timetable_time`; empty where none is printed."""
        if not part:
            return ""
        match self.spec["timetable_time"]:
            case "range":
                return self.range(*self.hours[part])
            case "start":
                return self.hour(self.hours[part][0])
            case "part":
                return str(self.words["parts"][part])
            case "part-range":
                return f"{self.words['parts'][part]}, {self.range(*self.hours[part])}"
        return ""

    def from_to(self, part: str) -> str:
        """From 10 a.m. to 1 p.m."""
        starts, ends = (self.hour(time) for time in self.hours[part])
        return f"de {starts} à {ends}" if self.french else f"from {starts} to {ends}"

    # --- numbers

    def key(self, key: str) -> str:
        """1 (a); in French 1 a)."""
        first, *rest = key.split(".")
        if rest and rest[0].isdigit():
            return key
        return " ".join([first, *(f"{part})" if self.french else f"({part})" for part in rest)])

    def keys(self, keys: Sequence[str]) -> str:
        """1; 3 and 4; 3, 4 and 5."""
        parts = [self.key(key) for key in keys]
        return ", ".join(parts[:-1]) + f" {self.words['and']} {parts[-1]}" if len(parts) > 1 else parts[0]

    def ordinal(self, number: int) -> str:
        """Third; "troisième"."""
        return str(self.words["ordinals"][number - 1])

    def nth(self, number: int) -> str:
        """What follows a number in figures: 3rd, 3e."""
        if self.french:
            return "re" if number == 1 else "e"
        if number % 100 in (11, 12, 13):
            return "th"
        return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
