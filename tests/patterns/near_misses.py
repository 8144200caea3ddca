"""Texts that an expression almost meets: what its repeats may match, many times, and then what fails.

They are made from the expression's own parse tree, so that each of its repeats gets a text of its own.
"""

from __future__ import annotations

import random
import re
import re._constants as op  # type: ignore[import-untyped]
import re._parser as parser  # type: ignore[import-untyped]
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from zlib import crc32

MANY = 12  # a repeat of at most so many times cannot take long by itself
_ENDS = ("!", "\x00", "x", "1", " ")
_SIGNS = "XA1a -. ,/("
_ANY = "a1 .,(A/-:\x00é"
_CATEGORIES = {
    op.CATEGORY_DIGIT: "1",
    op.CATEGORY_NOT_DIGIT: "a ",
    op.CATEGORY_SPACE: " ",
    op.CATEGORY_NOT_SPACE: "a1",
    op.CATEGORY_WORD: "a1",
    op.CATEGORY_NOT_WORD: " .",
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


class NearMiss(NamedTuple):
    """`head` + `pump` * n + `tail`."""

    head: str
    pump: str
    tail: str

    def text(self, times: int) -> str:
        return self.head + self.pump * times + self.tail


class _Dice(random.Random):
    """What is drawn; a set that has `favourite` gives that: two parts that can take the same sign double."""

    favourite = ""


def near_misses(pattern: re.Pattern[str], samples: int = 2, most: int = 12) -> list[NearMiss]:
    """Some for each repeat of the expression, and some for the expression as a whole; the same each time."""
    drawn = _Dice(crc32(pattern.pattern.encode("utf-8", "surrogatepass")))
    tree = parser.parse(pattern.pattern, pattern.flags)
    seen = set()
    for head, body in _repeats(list(tree), "", drawn):
        for n in range(samples):
            pump = _sample(body, drawn, 1 + n % 2)
            for tail in _ENDS[: 2 + n]:
                seen.add(NearMiss(head, pump, tail))
        for drawn.favourite in _shared(body):
            seen.update(NearMiss(head, _sample(body, drawn, 2), "!") for _ in range(samples))
        drawn.favourite = ""
    for _ in range(samples):
        whole = _sample(list(tree), drawn, 2)
        seen.add(NearMiss("", whole, "\x00"))
        seen.add(NearMiss("", whole[:-1], "\x00"))
    found = sorted(one for one in seen if one.pump)
    return found if len(found) <= most else sorted(drawn.sample(found, most))


def _repeats(nodes: list[Any], head: str, drawn: _Dice) -> Iterator[tuple[str, list[Any]]]:
    """The body of each repeat without a low bound above, with a text that leads up to it."""
    for node in nodes:
        code, value = node
        if code in _REPEATS and value[1] > MANY:
            yield head, list(value[2])
        for inner in _inside(code, value):
            yield from _repeats(inner, head, drawn)
        head += _sample([node], drawn, 0)


def _shared(body: list[Any]) -> list[str]:
    """The signs that most sets of a body have, where two have them; a few."""
    sets = [value for code, value in _leaves(body) if code is op.IN and value[0][0] is not op.NEGATE]
    matching = [re.compile(_set_of(value)) for value in sets]
    counted = {sign: sum(bool(one.match(sign)) for one in matching) for sign in _SIGNS}
    best = max(counted.values())
    return [sign for sign in _SIGNS if best > 1 and counted[sign] == best][:2]


def _leaves(nodes: list[Any]) -> Iterator[Any]:
    for code, value in nodes:
        yield code, value
        for inner in _inside(code, value):
            yield from _leaves(inner)


def _inside(code: Any, value: Any) -> list[list[Any]]:
    """What a node is made of."""
    if code in _REPEATS:
        return [list(value[2])]
    if code is op.BRANCH:
        return [list(branch) for branch in value[1]]
    if code is op.SUBPATTERN:
        return [list(value[3])]
    if code is op.ATOMIC_GROUP:
        return [list(value)]
    return [list(value[1])] if code in (op.ASSERT, op.ASSERT_NOT) else []


def _sample(nodes: list[Any], drawn: _Dice, more: int) -> str:
    """A text that the nodes meet, look-arounds aside; each repeat takes `more` than it must."""
    return "".join(_one(node, drawn, more) for node in nodes)


def _one(node: Any, drawn: _Dice, more: int) -> str:
    code, value = node
    if code in _REPEATS:
        times = min(value[0] + (more and drawn.randint(0, more)), value[1])
        return "".join(_sample(list(value[2]), drawn, more) for _ in range(times))
    make = _SAMPLES.get(code)  # none for anchors, look-arounds, what a group met before
    return make(value, drawn, more) if make else ""


def _of_set(value: list[Any], drawn: _Dice) -> str:
    if drawn.favourite and re.match(_set_of(value), drawn.favourite):
        return drawn.favourite
    if value[0][0] is op.NEGATE:
        known = re.compile(_set_of(value))
        return drawn.choice([c for c in _ANY if known.match(c)] or ["\u2603"])
    code, one = drawn.choice(value)
    if code is op.RANGE:
        return chr(drawn.randint(*one))
    if code is op.CATEGORY:
        return drawn.choice(_CATEGORIES[one])
    return chr(one)


def _set_of(value: list[Any]) -> str:
    negated = value[0][0] is op.NEGATE
    return f"[{'^' if negated else ''}{''.join(map(_as_set, value[negated:]))}]"


def _as_set(node: Any) -> str:
    code, one = node
    if code is op.RANGE:
        return f"{re.escape(chr(one[0]))}-{re.escape(chr(one[1]))}"
    if code is op.CATEGORY:
        name = str(one).removeprefix("CATEGORY_")
        letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.removeprefix("NOT_")]
        return "\\" + (letter.upper() if name.startswith("NOT_") else letter)
    return re.escape(chr(one))


_SAMPLES: dict[Any, Callable[[Any, _Dice, int], str]] = {
    op.LITERAL: lambda value, drawn, more: chr(value),
    op.NOT_LITERAL: lambda value, drawn, more: next(c for c in _ANY if c != chr(value)),
    op.ANY: lambda value, drawn, more: drawn.choice(_ANY),
    op.IN: lambda value, drawn, more: _of_set(value, drawn),
    op.BRANCH: lambda value, drawn, more: _sample(list(drawn.choice(value[1])), drawn, more),
    op.SUBPATTERN: lambda value, drawn, more: _sample(list(value[3]), drawn, more),
    op.ATOMIC_GROUP: lambda value, drawn, more: _sample(list(value), drawn, more),
}
