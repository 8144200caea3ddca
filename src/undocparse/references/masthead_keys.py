"""What a masthead names, in terms that are the same in all languages: keys of bodies, the kind of session."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from undocparse.languages import words
from undocparse.languages.matching import alternatives
from undocparse.languages.script import script
from undocparse.model.header import Header, Session, SessionKind
from undocparse.model.place import Model
from undocparse.references.authorities import bodies, body_names
from undocparse.symbols import SymbolError, parse

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MAIN_COMMITTEE = re.compile(r"A/(?:C\.\d|BUR|SPC)")  # rule 98 of the General Assembly
_YEARS = range(1945, 2100)


class SessionKindWords(Model):
    """How a language says what kind of session one is, in the form that follows its numbers.

    Attributes:
        emergency: "emergency special session" of the General Assembly (resolution 377 (V)).
        special: special or extraordinary.
        resumed: the second part of one that was adjourned.
        annual: of boards that meet several times a year.
        organizational: for elections and the programme of work.
        substantive: the other one of the year.
        regular: ordinary.
    """

    emergency: tuple[str, ...]
    special: tuple[str, ...]
    resumed: tuple[str, ...]
    annual: tuple[str, ...]
    organizational: tuple[str, ...]
    substantive: tuple[str, ...]
    regular: tuple[str, ...]


def with_keys(header: Header, language: str) -> Header:
    """The masthead, with the keys of organ and body, and year and kind of its session.

    The document's symbol says whose it is; where it has none, or is of no body, the printed names do.

    Args:
        header: as read.
        language: BCP 47 primary subtag; one of `LANGUAGES`.
    """
    own = _body_of_symbol(header.symbol)
    body_key = own or _key_of(header.body, language) or _key_of(header.organ, language)
    organ_key = _key_of(header.organ, language) or _principal(own)
    session = header.session
    if session.text or session.number:
        kind = _kind(session.text or "", language) or ("regular" if session.number else None)
        year = _year(session, header, _whose(body_key) if kind == "regular" else None)
        session = session.model_copy(update={"kind": kind, "year": year})
    return header.model_copy(update={"organ_key": organ_key, "body_key": body_key, "session": session})


def _body_of_symbol(symbol: str | None) -> str | None:
    if symbol is None:
        return None
    try:
        return parse(symbol).body
    except SymbolError:
        return None


def _key_of(name: str | None, language: str) -> str | None:
    return body_names(language).key_of(name) if name else None


def _principal(body: str | None) -> str | None:
    """The nearest body above, or the body itself, that adopts decisions of its own."""
    while body and body not in bodies():
        body = body.rpartition("/")[0]
    return body or None


def _kind(text: str, language: str) -> SessionKind | None:
    """The kind that the words of a session name; of several, the one that says most: emergency special."""
    pattern = _kinds(language)
    named = {match.lastgroup for match in pattern.finditer(text)}
    kinds: tuple[SessionKind, ...] = get_args(SessionKind)
    return next((kind for kind in kinds if kind in named), None)


@cache
def _kinds(language: str) -> re.Pattern[str]:
    found, writing = words(language, "session_kinds", SessionKindWords), script(language)
    named = "|".join(f"(?P<{kind}>{alternatives(getattr(found, kind))})" for kind in get_args(SessionKind))
    return re.compile(f"{writing.before}(?:{named}){writing.after}", re.IGNORECASE)


def _whose(body: str | None) -> str | None:
    """The body that counts the sessions of one: main committees meet in those of the General Assembly."""
    return "A" if body and _MAIN_COMMITTEE.fullmatch(body) else body


def _year(session: Session, header: Header, body: str | None) -> int | None:
    """The year as printed; else that of the first day; else by the rhythm in which the organ meets."""
    if printed := _YEAR.search(session.text or ""):
        return int(printed[0])
    if header.starts:
        return int(header.starts[:4])
    calendar = bodies()[body].calendar if body in bodies() else None
    if calendar is None or session.number is None:
        return None
    origin, yearly, _ = calendar
    year = int(origin + session.number / yearly)
    return year if year in _YEARS else None
