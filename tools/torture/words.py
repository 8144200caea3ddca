"""Changes to text: letters that look alike, characters of control, long numbers, doubled and nested words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

from .pieces import LONG, PIECES

ALIKE: Mapping[str, str] = PIECES["alike"]

STRANGE = (
    "\x00\x07\x08\x1b\x7f\x80\x9b\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\ufffd\uffff"
    "\u0301\u0345\ud800\udfff𐀀🜁"
)
_BRACKETS: list[str] = PIECES["brackets"]
_PHRASES: list[str] = PIECES["phrases"]
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\S+")
_ENDS = "!x.,;:\n)"


def look_alikes(text: str, rng: Random) -> str:
    """One character is everywhere, or here and there, another that looks alike."""
    for character in rng.sample([*ALIKE], rng.choice((1, 1, 3, 8))):
        other = rng.choice(ALIKE[character])
        share = rng.choice((0.02, 0.3, 1.0))
        text = "".join(other if each == character and rng.random() < share else each for each in text)
    return text


def strangers(text: str, rng: Random) -> str:
    """Characters of control, marks of direction, halves of pairs."""
    for _ in range(rng.choice((1, 3, 20))):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(STRANGE) + text[at:]
    return text


def long_number(text: str, rng: Random) -> str:
    """A number has more digits."""
    digits = rng.choice("0179²٣") * rng.choice((2, 5, 9, 70, *LONG))
    return _exchange(_NUMBER, text, digits, rng)


def repeat(text: str, rng: Random) -> str:
    """A short stretch stands there again and again, with something else behind."""
    start = rng.randrange(len(text) + 1)
    piece = text[start : start + rng.choice((1, 2, 3, 5, 9, 30))]
    return _repeated(text, start, piece, rng)


def repeat_phrase(text: str, rng: Random) -> str:
    """The same with what expressions of ours look for."""
    return _repeated(text, rng.randrange(len(text) + 1), rng.choice(_PHRASES), rng)


def insert_phrase(text: str, rng: Random) -> str:
    """What expressions of ours look for stands where nobody expects it."""
    for _ in range(rng.choice((1, 3, 10))):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(("", " ", "\n", "\n\n")) + rng.choice(_PHRASES) + text[at:]
    return text


def swap_words(text: str, rng: Random) -> str:
    """Words change places."""
    found = [*_WORD.finditer(text)]
    if len(found) < 2:
        return text
    one, other = sorted(rng.sample(found, 2), key=lambda match: match.start())
    between = text[one.end() : other.start()]
    return text[: one.start()] + other[0] + between + one[0] + text[other.end() :]


def move_lines(text: str, rng: Random) -> str:
    """Lines stand elsewhere, or again."""
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    taken = lines[start : start + rng.choice((1, 2, 10))]
    at = rng.randrange(len(lines) + 1)
    return "\n".join([*lines[:at], *taken * rng.choice((1, 1, 5, 100)), *lines[at:]])


def break_lines(text: str, rng: Random) -> str:
    """Every line ends after few characters, or none ends."""
    width = rng.choice((1, 2, 7, 0))
    if not width:
        return text.replace("\n", " ")
    start = rng.randrange(len(text) + 1)
    taken = text[start : start + 3000]
    broken = "\n".join(taken[at : at + width] for at in range(0, len(taken), width))
    return text[:start] + broken + text[start + 3000 :]


def nest(text: str, rng: Random) -> str:
    """Brackets stand in brackets, deep."""
    pair = rng.choice(_BRACKETS)
    depth = rng.choice((2, 20, 300))
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice((1, 10, 60)))
    return f"{text[:start]}{pair[0] * depth}{text[start:end]}{pair[1] * depth}{text[end:]}"


def indent(text: str, rng: Random) -> str:
    """Lines begin further right, at random."""
    widths = (0, 1, 4, 8, 40, 300)
    return "\n".join(" " * rng.choice(widths) + line for line in text.split("\n"))


def _repeated(text: str, start: int, piece: str, rng: Random) -> str:
    count = rng.choice((3, 12, 25, 40, 120, 600, 2500))
    return f"{text[:start]}{piece * count}{rng.choice(_ENDS)}{text[start:]}"


def _exchange(pattern: re.Pattern[str], text: str, other: str, rng: Random) -> str:
    found = [*pattern.finditer(text)]
    if not found:
        return text
    chosen = rng.choice(found)
    return text[: chosen.start()] + other + text[chosen.end() :]


CHANGES: tuple[Callable[[str, Random], str], ...] = (
    look_alikes, look_alikes, look_alikes, strangers, long_number, repeat, repeat_phrase,
    insert_phrase, insert_phrase, swap_words, move_lines, break_lines, nest, indent,
)  # fmt: skip


def reword(text: str, rng: Random) -> tuple[str, str]:
    """One change to a text, and its name."""
    change = rng.choice(CHANGES)
    return change(text, rng), change.__name__


def encoded(text: str, rng: Random) -> bytes:
    """The text in UTF-8 most often, halves of pairs too; else in another encoding, as far as it goes."""
    name = rng.choice(("utf-8",) * 8 + ("utf-16", "utf-16-le", "cp1252", "mac-roman", "iso2022_jp", "utf-32"))
    if name.startswith("utf"):
        return text.encode(name, "surrogatepass")
    return text.encode(name, "replace")
