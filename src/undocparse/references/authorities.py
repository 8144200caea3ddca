"""Bodies and instruments: their names in each language, the forms of their numbers, their symbols."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from pydantic import Field

from undocparse.languages.matching import folded
from undocparse.languages.script import script
from undocparse.model.place import Model
from undocparse.references.vocabulary import alternatives, reference_words
from undocparse.symbols import SymbolError, parse


class When(NamedTuple):
    """When something was adopted, in decimal years."""

    earliest: float = 0.0
    latest: float = 9999.0

    @classmethod
    def on(cls, day: str) -> When:
        """That day (ISO 8601)."""
        year, month, date = map(int, day.split("-"))
        decimal = year + (month - 1) / 12 + date / 366
        return cls(decimal, decimal)


_SLACK = 0.1  # years; a session of the Human Rights Council may begin a month before its usual one


class Body(Model):
    """One body of `data/bodies.toml`, where the fields are explained."""

    key: str
    roots: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    short: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    instrument: str | None = None
    shapes: frozenset[str] = frozenset()
    sessions: tuple[int, int] | None = None
    calendar: tuple[float, int, float] | None = None
    marks: tuple[str, ...] = ()
    resolution: str | None = None
    principal: bool = False
    default: bool = True

    def adopts(self, number: str, shape: str) -> bool:
        """Whether the number has the form of the body's own."""
        if shape not in self.shapes:
            return False
        if shape == "slash" and self.sessions:
            return self.sessions[0] <= int(number.partition("/")[0]) <= self.sessions[1]
        return shape not in _MARKED or self._has_mark(_SERIAL.sub("", number))

    def sat(self, number: str, when: When) -> bool:
        """Whether the session of a slash number was held at a time; a body without a calendar has none.

        Source: the dates of sessions in the annual reports of the bodies.
        """
        if self.calendar is None:
            return False
        session = int(number.partition("/")[0])
        origin, yearly, length = self.calendar
        start = origin + session / yearly
        return start - _SLACK <= when.latest and start + length + _SLACK >= when.earliest

    def _has_mark(self, number: str) -> bool:
        if not self.marks:
            return number[0].isdigit()
        return any(number.startswith(mark) and not number[len(mark)].isalpha() for mark in self.marks)


class Instrument(Model):
    """One instrument of `data/instruments.toml`, where the fields are explained."""

    key: str
    names: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    link: str | None = None
    roots: tuple[str, ...] = ()


class Named(NamedTuple):
    """A name in a text.

    Attributes:
        start: of the name, without article.
        end: behind it.
        keys: whom it can mean; empty for a body that no data file has.
        full: whether it is the full name, which means one only.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    full: bool


_MARKED = frozenset({"code", "prefix", "point", "symbol"})
_SERIAL = re.compile(r"^(?:\d+|-)/")


@cache
def bodies() -> dict[str, Body]:
    """All bodies by key, in the order of the file."""
    return {body.key: body for body in map(Body.model_validate, _table("bodies.toml")["body"])}


@cache
def bodies_by_shape() -> dict[str, tuple[str, ...]]:
    """For each form of numbers the keys of the bodies that have it, in the order of the file."""
    shapes = {shape for body in bodies().values() for shape in body.shapes}
    return {shape: tuple(b.key for b in bodies().values() if shape in b.shapes) for shape in shapes}


@cache
def instruments() -> dict[str, Instrument]:
    """All instruments by key, in the order of the file."""
    rows = map(Instrument.model_validate, _table("instruments.toml")["instrument"])
    return {instrument.key: instrument for instrument in rows}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / name).read_text("utf-8"))


@cache
def body_of_root(root: str) -> str | None:
    """Key of the body whose documents have this symbol root."""
    for body in bodies().values():
        if root == body.key or root in body.roots:
            return body.key
    return None


def path_of(symbol: str | None) -> tuple[str, ...]:
    """The bodies that a meeting's symbol leads to, nearest first.

    A working group leads to its conference, a body under a treaty to the conference of that treaty.
    """
    root = symbol_root(symbol)
    path: list[str] = []
    while root:
        if key := body_of_root(root):
            path.append(key)
        root = root.rpartition("/")[0]
    treaty = instrument_of(symbol)
    path.extend(body.key for body in bodies().values() if treaty and body.instrument == treaty)
    return tuple(dict.fromkeys(path))


def symbol_root(symbol: str | None) -> str:
    """Root of the body that a symbol belongs to; empty where there is no symbol."""
    if not symbol:
        return ""
    try:
        return parse(symbol).body
    except SymbolError:
        return ""


def own_root(symbol: str | None) -> str | None:
    """Root of the body that a meeting belongs to, where the data do not have it."""
    try:
        parsed = parse(symbol) if symbol else None
    except SymbolError:
        return None
    if parsed is None or body_of_root(parsed.convener):
        return None
    return parsed.convener


def instrument_of(symbol: str | None) -> str | None:
    """Key of the instrument that the meetings of this symbol are about; the longest root decides."""
    root = symbol_root(symbol)
    fitting = [
        (len(start), instrument.key)
        for instrument in instruments().values()
        for start in instrument.roots
        if root == start or root.startswith(start + "/")
    ]
    return max(fitting)[1] if fitting else None


_GAP = re.compile(r"[\s’'‘`´]+")


def plain(name: str) -> str:
    """A name as the tables have it: small letters, plain hyphens, one blank for blanks and apostrophes."""
    return folded(_GAP.sub(" ", name))


def _bare(name: str) -> str:
    return "".join(sign for sign in normalize("NFD", plain(name)) if not combining(sign))


class Names:
    """Finds the names of bodies or instruments in texts of one language."""

    def __init__(self, full: dict[str, str], short: dict[str, tuple[str, ...]], language: str) -> None:
        table = reference_words(language)
        writing = script(language)
        full = {form: key for name, key in full.items() for form in writing.spread([name])}
        short = {form: keys for name, keys in short.items() for form in writing.spread([name])}
        self._full = {plain(name): key for name, key in full.items()}
        self._short = {plain(name): keys for name, keys in short.items()}
        self._determiners = table.determiners
        # abbreviations and short names mean a body only as written; a full name may stand in capitals
        written = [name for name in full if name.isupper()]
        spelt = [name for name in full if not name.isupper()]
        names = rf"(?:(?i:{alternatives(spelt)})|{alternatives([*written, *short])})"
        self._pattern = re.compile(f"{writing.before}{names}{writing.after}")
        of = alternatives(table.organ_of)
        self._goes_on = re.compile(
            rf"\s*(?:{of})\s*(?:(?:{alternatives(table.the)})\s*)?(?={writing.capital})"
        )
        self._to = re.compile(rf"\s*{alternatives(table.parties_to)}\s*(?={writing.capital})")
        nouns = {noun for instrument in instruments().values() for noun in instrument.nouns.get(language, ())}
        self._noun = re.compile(rf"{alternatives(nouns)}{writing.after}(?!\s*(?:{of})\s)")
        self._word_before = re.compile(r"([A-ZÀ-ÖØ-Þ][\w’'-]+)\s+\Z")

    def find(self, text: str) -> list[Named]:
        """All names, in order."""
        return [self._named(text, found) for found in self._pattern.finditer(text)]

    def key_of(self, name: str) -> str | None:
        """Whom a whole name means, in capitals without accents too ("CONSEIL ECONOMIQUE ET SOCIAL")."""
        return self._bare.get(_bare(name))

    @cached_property
    def _bare(self) -> dict[str, str]:
        return {_bare(name): key for name, key in self._full.items()}

    def _of_another(self, text: str, end: int) -> bool:
        """Whether "Conference of the Parties" goes on with a treaty that the data do not have."""
        to = self._to.match(text, end)
        return to is not None and not self._noun.match(text, to.end())

    def _named(self, text: str, found: re.Match[str]) -> Named:
        name = plain(found[0])
        if key := self._full.get(name):
            return Named(found.start(), found.end(), (key,), True)
        keys = self._short.get(name, ())  # none: a letter that only ignoring case makes equal ("İ")
        before = self._word_before.search(text, max(0, found.start() - 25), found.start())
        opens = before is None or text[: before.start()].rstrip()[-1:] in ("", ".", "?", ":", ";")
        stranger = not opens and before is not None and before[1] not in self._determiners
        if (
            stranger
            or self._goes_on.match(text, found.end())
            or (" " in name and self._of_another(text, found.end()))
        ):
            keys = ()  # "Council of Europe", "Ministerial Council": a body that the data do not have
        return Named(found.start(), found.end(), keys, False)


@cache
def body_names(language: str) -> Names:
    """Names of bodies, "Conference of the Parties to" each treaty among them."""
    full: dict[str, str] = {}
    short: dict[str, tuple[str, ...]] = {}
    for body in bodies().values():
        for form in body.short.get(language, ()):
            short[form] = (*short.get(form, ()), body.key)
        for name in (*body.names.get(language, ()), *_conference_names(body, language)):
            full[name] = body.key
    return Names(full, {form: keys for form, keys in short.items() if form not in full}, language)


def _conference_names(body: Body, language: str) -> list[str]:
    if body.instrument is None:
        return []
    links = reference_words(language).parties_to
    return [
        f"{term} {link}{'' if link.endswith('’') else ' '}{name}"
        for term in body.short.get(language, ())
        if " " in term
        for link in links
        for name in instruments()[body.instrument].names.get(language, ())
    ]


@cache
def instrument_names(language: str) -> Names:
    """Names of instruments, and the nouns that stand for them afterwards."""
    full: dict[str, str] = {}
    short: dict[str, tuple[str, ...]] = {}
    for instrument in instruments().values():
        for name in instrument.names.get(language, ()):
            full[name] = instrument.key
        for noun in instrument.nouns.get(language, ()):
            short[noun] = (*short.get(noun, ()), instrument.key)
    return Names(full, short, language)
