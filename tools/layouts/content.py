"""What a drawn meeting is about: body, session, items, documents, sittings; no layout."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from .axes import Spec

Words = dict[str, Any]


@cache
def read_words(language: str) -> Words:
    """The words of a language."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))


@dataclass
class Item:
    """An item of the agenda; `entries` are lines below it without a number."""

    key: str
    title: str
    mandate: str = ""
    items: list[Item] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    documents: list[Listed] = field(default_factory=list)
    group: str = ""

    @property
    def printed(self) -> str:
        """The title as printed in the item's line."""
        return f"{self.title} {self.mandate}".strip()

    def walk(self) -> Iterator[Item]:
        """This item and all below."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass
class Listed:
    """A document: its symbol is None where none is printed."""

    title: str
    symbol: str | None = None
    status: str = ""


@dataclass
class Annotation:
    """What is said about items."""

    item: Item | None
    paragraphs: list[str] = field(default_factory=list)
    documents: list[Listed] = field(default_factory=list)


@dataclass
class Row:
    """One entry of a timetable."""

    keys: tuple[str, ...]
    title: str
    suffix: str = ""


@dataclass
class Sitting:
    """Entries at one time; several dates are as many sittings, `until` makes a span of the first one."""

    dates: list[datetime.date]
    part: str
    rows: list[Row]
    until: datetime.date | None = None
    track: int = 0


@dataclass
class Meeting:
    """All that is said in a document."""

    words: Words
    body: dict[str, str]
    session: int
    place: tuple[str, str]
    starts: datetime.date
    ends: datetime.date
    issued: datetime.date
    symbol: str
    items: list[Item] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    sittings: list[Sitting] = field(default_factory=list)
    resolutions: list[str] = field(default_factory=list)


class Author:
    """Draws the words of one document; no title twice."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.words = read_words(spec["language"])
        self.chance = spec.random("content")
        topics = self.words["topics"]
        pairs = [(a, b) for a in self.words["titles"] for b in topics]
        self.chance.shuffle(pairs)
        self.titles = iter(pairs)
        self.count = 1
        self.body = ""
        self.used: set[str] = set()

    def one(self, name: str) -> str:
        """One of the phrases of that name, with a topic put in."""
        return self.filled(self.chance.choice(self.words[name]))

    def filled(self, phrase: str, **given: str) -> str:
        """The phrase with its topic."""
        topic = self.chance.choice(self.words["topics"])
        return fill(phrase, t=topic, body=self.body, **given)

    def title(self) -> str:
        """A title not used yet."""
        template, topic = next(self.titles)
        return fill(template, t=topic)

    def symbol(self, root: str, year: int) -> str:
        """The next symbol of the body."""
        self.count += self.chance.choice((1, 1, 1, 2, 3))
        tail = self.chance.choice(("", "", "", "", "/Add.1", "/Rev.1"))
        series = self.chance.choice(("", "", "", "CRP.", "INF/", "L."))
        return f"{root}/{year}/{series}{self.count}{tail}"

    def resolution(self) -> str:
        """A number of a resolution of the Assembly."""
        return f"{self.chance.randint(48, 80)}/{self.chance.randint(2, 299)}"


def fill(phrase: str, **given: str) -> str:
    """The phrase with its gaps filled; `{T}` is `{t}` with a capital."""
    topic = given.get("t", "")
    text = phrase.format_map({"T": topic[:1].upper() + topic[1:], **_blank(phrase), **given})
    return re.sub(r"\bde (?=des? |du )", "", text)


def _blank(phrase: str) -> dict[str, str]:
    return {name: "{" + name + "}" for name in ("t", "body", "doc", "doc2", "s", "s2", "r", "n", "d")}


def draw_frame(spec: Spec, author: Author) -> Meeting:
    """Body, session, place and dates of a meeting."""
    chance, words = author.chance, author.words
    body = dict(chance.choice(words["bodies"]))
    if spec["structure"] in ("organ", "conference"):
        body |= words[spec["structure"]]
    author.body = body["short"]
    year = chance.choice((1997, 2004, 2012, 2019, 2025, 2026, 2027, 2027))
    starts = datetime.date(year, chance.randint(2, 11), chance.randint(1, 20))
    starts -= datetime.timedelta(days=starts.weekday())
    days = {"short": 3, "middle": 5, "long": 12}[spec["timetable_length"]]
    match spec["place_dates"]:
        case "two-months":
            starts = _last_monday(starts)
        case "two-days":
            days = 2
        case "three-days":
            days = 3
        case "one-day":
            days = 1
    ends = starts + datetime.timedelta(days=days - 1 + (2 if days == 12 else 0))
    if ends.weekday() > 4:
        ends -= datetime.timedelta(days=ends.weekday() - 4)
    meeting = Meeting(
        words, body, chance.randint(2, 30), tuple(chance.choice(words["places"])), starts, ends,
        starts - datetime.timedelta(days=chance.randint(30, 90)), f"{body['root']}/{year}/1",
    )  # fmt: skip
    if chance.random() < 0.3:
        meeting.symbol = f"{body['root']}/{year}/L.{chance.randint(1, 40)}"
    return meeting


def _last_monday(day: datetime.date) -> datetime.date:
    """The last Monday of the month whose week goes into the next one, or the next such Monday."""
    while (day + datetime.timedelta(days=2)).month == day.month:
        day += datetime.timedelta(days=7)
    return day


def has(spec: Spec, part: str) -> bool:
    """Whether the document has that part."""
    parts = spec["parts"]
    return {
        "agenda": parts not in ("timetable", "annotations-only"),
        "annotations": parts.startswith("annotat") or parts == "annexed-agenda",
        "timetable": "timetable" in parts,
    }[part]


def letter(number: int) -> str:
    """A to z, then aa, bb."""
    turn, at = divmod(number - 1, 26)
    return chr(97 + at) * (turn + 1)


def roman(number: int) -> str:
    """The number in Roman figures."""
    text = ""
    for value, sign in zip(
        (100, 90, 50, 40, 10, 9, 5, 4, 1), ["C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"], strict=True
    ):
        text += sign * (number // value)
        number %= value
    return text
