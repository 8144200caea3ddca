"""Finds symbols in running text and takes them apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from undocparse.symbols.elements import elements
from undocparse.symbols.grammar import JOINT, spaced_pattern, symbol_pattern
from undocparse.symbols.mend import mended
from undocparse.symbols.symbol import Symbol

_KEPT = 20_000  # characters; longer texts are paragraphs without an end, and too large to be kept
_LONGEST_ROOT = 80  # characters up to the first slash; the pattern allows 70
_MAY_BE_SPACED = re.compile(r"\s(?:\d{2,4}|C|EX)/")
_JOINED = re.compile(r"(?<![A-Z])-(?=[A-Z][A-Z.\d]*/)")
_PART = re.compile(r"(?:[^/(]|\([^)]*\))+")
_SESSION_OF_ROOT = re.compile(r"(?:[.-]?\d+|\(\w+\)|-(?:M|SS)-\d+)$")
_ADDRESS = re.compile(r"(?:undocs\.org/|docs\.un\.org/(?:[a-z]{2}/)?)$", re.IGNORECASE)
_TORN_LETTERS = re.compile(r"(?:[A-Z]\s){2}$")
_WEB = re.compile(r"https?://\S*$|www\.\S*$")
_SERIES_ELEMENT = re.compile(
    r"(?:[A-Z]{1,5}\.|/(?:INF|NGO|RES|DEC|SR|PV|CRP|WP|L)(?:/|$)|/(?:Add|Rev|Corr)\.)"
    r"|/[A-Z][A-Z-]{1,9}\(\d{1,3}\)/"
)
_YEAR_AND_NUMBER = re.compile(r"[A-Z]{2,8}(?:/[A-Z]{2,8})*/(?:19|20)\d\d/\d{1,3}$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_JOB_NUMBER = re.compile(r"[A-Z]{1,3}\.\d\d-")


class Found(NamedTuple):
    """A symbol in a text: `text[start:end]` is how it is printed there."""

    start: int
    end: int
    symbol: Symbol


class SymbolError(ValueError):
    """The text is no document symbol."""


def find(text: str) -> Iterator[Found]:
    """Every document symbol of a text, in order.

    Blanks and line breaks inside a symbol are mended; marks that follow it are not part of it.
    """
    if "/" not in text:
        return iter(())
    return iter(_kept(text) if len(text) < _KEPT else _found(text))


@lru_cache(maxsize=4096)
def _kept(text: str) -> tuple[Found, ...]:
    """The sections ask for the symbols of a text, and then the references do."""
    return _found(text)


def _found(text: str) -> tuple[Found, ...]:
    slashed = list(_slashed(text))
    if not _MAY_BE_SPACED.search(text):
        return tuple(slashed)
    starts = [one.start for one in slashed]
    spaced = [
        one
        for one in _spaced(text)
        if not any(_covers(slashed, starts, place) for place in (one.start, one.end - 1))
    ]
    return tuple(sorted([*slashed, *spaced], key=lambda one: one.start))


def _covers(found: list[Found], starts: list[int], place: int) -> bool:
    """Whether a character belongs to one of the symbols, which stand in order."""
    before = bisect_right(starts, place) - 1
    return before >= 0 and place < found[before].end


def _slashed(text: str) -> Iterator[Found]:
    position = 0
    while candidate := _next(text, position):
        start = candidate.start()
        surface, canonical = _trimmed(candidate[0]) if _begins_here(text, start) else ("", "")
        if not surface:
            position = start + 1 if text[start] == "[" else _after_word(text, start)
            continue
        found = _with_joint(text, Found(start, start + len(surface), _taken_apart(canonical)))
        yield found
        position = found.end


def _next(text: str, position: int) -> re.Match[str] | None:
    """The next candidate: symbols are looked for around slashes only, which most of a text has none of."""
    slash = text.find("/", position)
    return symbol_pattern().search(text, max(position, slash - _LONGEST_ROOT)) if slash >= 0 else None


def parse(text: str) -> Symbol:
    """The symbol that the text is, with blanks and dashes mended.

    Raises:
        SymbolError: the text is not one symbol.
    """
    stripped = text.strip().rstrip("*†").strip()
    first = next(find(stripped), None)
    if first is None or first.start != 0 or first.end != len(stripped):
        raise SymbolError(f"not a document symbol: {text!r}")
    return first.symbol


def from_canonical(spelling: str) -> Symbol:
    """The symbol whose `str()` this is; nothing is mended or judged, so it is much faster than `parse`."""
    first, *joint = _JOINED.split(spelling)
    if "/" not in first:  # the hyphen is one of the root
        return _taken_apart(spelling)
    symbol = _taken_apart(first)
    return Symbol(symbol.parts, tuple(map(_taken_apart, joint)), symbol.prefix)


def normalise(text: str) -> str:
    """The canonical spelling of a symbol ("DP/20 25/L.2*" is "DP/2025/L.2").

    Raises:
        SymbolError: the text is not one symbol.
    """
    return str(parse(text))


def _taken_apart(canonical: str) -> Symbol:
    prefix = ""
    if canonical.startswith("["):
        prefix, _, canonical = canonical.partition("]")
        prefix, canonical = prefix + "]", canonical.lstrip()
    return Symbol(tuple(_PART.findall(canonical)), (), prefix)


def _begins_here(text: str, start: int) -> bool:
    if start == 0:
        return True
    before = text[start - 1]
    if before == "/":
        return _ADDRESS.search(text, max(0, start - 24), start) is not None
    if _of_word(before) or before in "._%=&#@-":
        return False
    if _TORN_LETTERS.search(text, max(0, start - 4), start):
        return False  # "E / C N A/109": a torn symbol, of which this is not the beginning
    return not _WEB.search(text, max(0, start - 200), start)


def _after_word(text: str, start: int) -> int:
    """Where to look on: behind the word that begins here."""
    end = start + 1
    while end < len(text) and (_of_word(text[end]) or text[end] in "/."):
        end += 1
    return end


def _of_word(sign: str) -> bool:
    """Whether a sign is of one word with the letters of symbols; Chinese and Arabic letters are not."""
    return sign.isalnum() and (sign.isascii() or not sign.isalpha() or sign.lower() != sign.upper())


def _trimmed(surface: str) -> tuple[str, str]:
    """The longest plausible symbol at the beginning of what the pattern took, and its canonical spelling.

    Both are empty where there is none.
    """
    while "/" in surface:
        canonical = mended(surface)
        if plausible(canonical):
            return surface, canonical
        surface = surface.rpartition("/")[0].rstrip()
    return "", ""


def plausible(canonical: str) -> bool:
    """Whether a string in the form of a symbol is one: it ends in a number, its root or series is known.

    "HIV/AIDS", "UNDP/UNFPA" and "UN/IMO" have the form; none has a number.
    """
    first, *rest = (
        canonical.partition("]")[2].lstrip().split("/") if "[" in canonical else canonical.split("/")
    )
    if not rest or not _ends_well(rest[-1]):
        return False
    if _JOB_NUMBER.match(first):
        return False
    if not _known_root(first):
        return _like_a_series(first, rest, canonical)
    if len(rest) == 1 and len(first) > 1 and _YEAR.match(rest[0]) and first not in elements().serial:
        return False  # "INC/1992"
    # "A/2", "S/4": too short to be told from a fraction or an abbreviation
    return len(first) > 1 or len(rest) > 1 or len(rest[0]) > 1


def _like_a_series(first: str, rest: list[str], canonical: str) -> bool:
    """Whether a symbol of an unknown root has elements that only symbols have: "XYZ/WG.2/4", "C-25/DEC.9".

    A body with the number of its session in brackets is one ("XYZ/COP(3)/4").
    """
    if rest[-1].startswith("DEC.") and first[-1].isdigit():
        return True
    if len(first) < 2:
        return False
    return (len(rest) >= 2 and _SERIES_ELEMENT.search(canonical) is not None) or (
        _YEAR_AND_NUMBER.match(canonical) is not None
    )


def _ends_well(last: str) -> bool:
    if last[-1] == ")":
        return True
    stem, _, number = last.partition(".")
    if stem in elements().bodies and number and last[-1].isdigit() and not stem.startswith(("WP", "CONF")):
        return False  # "A/AC.109", "E/CN.4" name a series, no document
    return any(character.isdigit() for character in last) or last in ("Summary",)


def _known_root(first: str) -> bool:
    known = elements()
    if first in known.linked or first in known.unlinked:
        return not (first in ("C", "EC") and first in known.spaced)
    stem = first
    while (cut := _SESSION_OF_ROOT.sub("", stem)) != stem:
        stem = cut
    if first[len(stem) : len(stem) + 1].isdigit():
        return stem in known.attached
    if stem in known.linked or stem in known.unlinked:
        return len(stem) > 1
    return stem.split("-")[0] in known.linked and len(stem.split("-")[0]) > 1


def _with_joint(text: str, found: Found) -> Found:
    """Adds the further symbols of a joint document ("A/80/62-E/2025/12")."""
    joint: list[Symbol] = []
    end = found.end
    pattern = symbol_pattern()
    while (hyphen := JOINT.match(text, end)) and (more := pattern.match(text, hyphen.end())):
        surface, canonical = _trimmed(more[0])
        other = _taken_apart(canonical) if surface else None
        if other is None or other.parts[0] == found.symbol.parts[0] or len(joint) > 4:
            break
        joint.append(other)
        end = hyphen.end() + len(surface)
    if not joint:
        return found
    return Found(found.start, end, Symbol(found.symbol.parts, tuple(joint), found.symbol.prefix))


def _spaced(text: str) -> Iterator[Found]:
    for candidate in spaced_pattern().finditer(text):
        yield Found(*candidate.span(), Symbol(tuple(" ".join(candidate[0].split()).split("/"))))
