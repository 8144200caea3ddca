"""The grammar of dates in words, as patterns made from a language's data file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from undocparse.languages.loader import words
from undocparse.languages.matching import alternatives
from undocparse.languages.script import script
from undocparse.model.place import Model

ISO = re.compile(r"(?<![\w-])((?:1[89]|20)\d\d)-(\d\d)-(\d\d)(?![\w-])")
"""A date as ISO 8601 writes it."""
SLASHED = re.compile(r"(?<![\w./-])([0-3]?\d)([/.])([0-3]?\d)\2((?:19|20)\d\d)(?![\w/-])")
"""A date in numbers between strokes or points."""
CALENDAR_NUMBERS = re.compile(
    r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?(?:\s?(?:至|[-–—])\s?(?:(\d{1,2})\s?月\s?)?(\d{1,2})\s?日|())?"
)
"""A date, or a span of days, as Chinese writes it."""
_DASH = "[-‐‑‒–—―−]"
_YEAR = r"(?:1[89]|20)\d\d"
_TORN_YEAR = r"(?:1\s?9|2\s?0)\s?\d\s?\d"
_NAMES = re.compile(r"\?P<\w+>")


class CalendarWords(Model):
    """How a language writes dates.

    Attributes:
        months: twelve lists: a month's name first, then its abbreviations.
        weekdays: seven lists from Monday on, likewise.
        suffixes: what makes a day's number an ordinal ("st", "er").
        to: what joins first and last day ("to"); dashes need not be given.
        and_: what joins days of a list ("and").
        before: words that belong to a date and may stand before it ("from").
        between: those of them after which `and_` joins first and last day.
        article: words that may stand before each day ("the", "le").
        of: words between day and month, and between month and year ("of", "de").
        year: words behind the year ("года").
        month_first: whether "January 8, 2025" is written too.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    suffixes: tuple[str, ...]
    to: tuple[str, ...]
    and_: tuple[str, ...]
    before: tuple[str, ...]
    between: tuple[str, ...]
    article: tuple[str, ...]
    of: tuple[str, ...]
    year: tuple[str, ...]
    month_first: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One order of day and month: the pattern of a whole expression, and of each day in it.

    Attributes:
        leads: whether year and month stand before the days that they are of.
    """

    expression: re.Pattern[str]
    unit: re.Pattern[str]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one language, and what its names mean.

    Attributes:
        forms: day before month, and month before day where the language has it.
        month: any month's name.
        span: what joins first and last day.
        list_: what joins the last two of a list.
        between: how an expression begins whose "and" joins first and last day.
        months: name to number, counted from 0.
        weekdays: name to number, 0 for Monday.
    """

    forms: tuple[Form, ...]
    month: re.Pattern[str]
    span: re.Pattern[str]
    list_: re.Pattern[str]
    between: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]


@cache
def grammar(language: str, torn: bool) -> Grammar:
    """The date grammar of a language.

    Args:
        language: BCP 47 primary subtag; one of `LANGUAGES`.
        torn: whether years may have blanks in them.
    """
    found = words(language, "calendar", CalendarWords)
    months, weekdays = _forms(found.months), _forms(found.weekdays)
    parts = _Parts(found, months, weekdays, _TORN_YEAR if torn else _YEAR, spaced=script(language).spaced)
    return Grammar(
        forms=parts.forms(),
        month=re.compile(parts.month_name),
        span=re.compile(parts.span),
        list_=re.compile(parts.list_),
        between=re.compile(rf"{_any(found.between)}\s"),
        months=months,
        weekdays=weekdays,
    )


def _forms(lists: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Each name as in the data, with a capital, and in capitals, and its place in the list.

    Case counts: "may" and "mon" are no names in English.
    """
    return {
        form: place
        for place, names in enumerate(lists)
        for name in names
        for form in (name, name.capitalize(), name.upper())
    }


def _any(phrases: tuple[str, ...]) -> str:
    """Any of these phrases in any case; nothing where there is none."""
    return rf"(?i:{alternatives(phrases)})"


class _Parts:
    """The parts that expressions are built of; those named are read out of each day."""

    def __init__(
        self,
        found: CalendarWords,
        months: dict[str, int],
        weekdays: dict[str, int],
        year: str,
        *,
        spaced: bool,
    ) -> None:
        weekday = alternatives(weekdays)
        of = rf"(?:{_any(found.of)}\s++)?"
        article = rf"(?:{_any(found.article)}\s++)?"
        gap = r"\s++" if spaced else r"\s*+"
        self._spaced = spaced
        self._year_words, self._day_words = _any(found.year), _any(found.suffixes)
        self._month_first = found.month_first
        self._weekday_name = weekday
        self.span = rf"(?:\s*+{_DASH}\s*+|,?{gap}{_any(found.to)}{gap})"
        self.list_ = rf"(?:(?:\s*+[,;])?{gap}{_any(found.and_)}{gap})"
        self._joint = rf"(?:{self.span}|{self.list_}|\s*+,\s*+)"
        self._before = rf"(?<![\w./:-])(?:{_any((*found.before, *found.between))}\s+)?"
        self._weekday = rf"(?:(?P<weekday>{weekday})(?:{self.span}(?:{weekday}))?,?\s+)?{article}"
        self._after = rf"(?:(?:,?\s*\(|,\s*|\s+)(?P<after>{weekday})\)?(?!\w|,?\s*{article}\d))?"
        self._day = rf"(?P<day>[0-3]?\d)(?!\d)(?:\s?{_any(found.suffixes)}(?!\w))?"
        whole = r"(?![^\W\d_])" if spaced else ""
        self.month_name = rf"(?:{alternatives(months)}){whole}"
        self._month = rf"{of}(?P<month>{self.month_name})"
        self._year = rf"(?:,?\s*{of}(?P<year>{year})(?!\d))?"

    def forms(self) -> tuple[Form, ...]:
        """The orders that the language has."""
        if not self._spaced:
            return (self._year_first(), self.day_first())
        return (self.day_first(), self.month_first()) if self._month_first else (self.day_first(),)

    def _year_first(self) -> Form:
        """As in "2025年6月9日星期一至13日": each part has its word behind it."""
        year = rf"(?:(?P<year>(?:1[89]|20)\d\d)\s?{self._year_words}\s?)"
        month = rf"(?P<month>{self.month_name})\s?"
        after = rf"(?:\s?[(（]?\s?(?P<weekday>{self._weekday_name})\s?[)）]?)?"
        day = rf"(?P<day>[0-3]?\d)\s?{self._day_words}{after}"
        short = rf"(?P<day>[0-3]?\d)(?!\d)(?:\s?{self._day_words})?{after}"
        unit = rf"(?:{year}?{month})?{short}"
        joint = rf"(?:{self.span}|{self.list_}|\s*+[,，、]\s*+)"
        more = rf"(?:{year}?{month})?{day}"
        expression = rf"{year}?{month}{short}(?>{joint}{more}){{0,12}}"
        return Form(re.compile(rf"(?<![\d./:-]){_NAMES.sub('?:', expression)}"), re.compile(unit), leads=True)

    def day_first(self) -> Form:
        """As in "Tuesday, 18 February 2025": the last day of an expression has its month.

        In Chinese versions the date of the document is printed so, in English.
        """
        day = self._weekday + self._day
        month = rf"\s*+{self._month}{self._year}{self._after}"
        return self._form(rf"(?>{day}(?:{month})?{self._joint}){{0,8}}{day}{month}", rf"{day}(?:{month})?")

    def month_first(self) -> Form:
        """As in "February 18, 2025": the first day of an expression has its month."""
        day = self._day + self._year
        unit = rf"{self._weekday}(?:{self._month}\s+)?{day}"
        ends = r"(?:(?<=\d{4})|(?!\s+[a-z]|\s?[.:/]\d))"
        return self._form(rf"{self._weekday}{self._month}\s+{day}(?>{self._joint}{unit}){{0,8}}{ends}", unit)

    def _form(self, expression: str, unit: str) -> Form:
        return Form(re.compile(self._before + _NAMES.sub("?:", expression)), re.compile(unit))
