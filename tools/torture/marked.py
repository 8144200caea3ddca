"""Changes to HTML and Markdown that know how they are built."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .pieces import MARKED
from .words import reword

_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?P<name>p|li|td|tr|table|ol|ul|h\d|strong|em|th)>.*?</(?P=name)>", re.DOTALL)
_CELL = re.compile(r"<t[dh]")
_NUMBERS = ("0", "-1", "3", "200", "1000", "65535", "99999999999", "²", "9" * 5000)


def nest_element(text: str, rng: Random) -> str:
    """An element stands in many of one kind."""
    name = rng.choice(MARKED["elements"])
    depth = rng.choice((2, 10, 60, 400, 3000))
    at = rng.randrange(len(text) + 1)
    return f"{text[:at]}{f'<{name}>' * depth}{text[at : at + 20]}{f'</{name}>' * depth}{text[at + 20 :]}"


def double_element(text: str, rng: Random) -> str:
    """An element stands there many times."""
    found = [*_ELEMENT.finditer(text)]
    if not found:
        return text
    chosen = rng.choice(found)
    return text[: chosen.end()] + chosen[0] * rng.choice((1, 5, 40, 150)) + text[chosen.end() :]


def drop_tag(text: str, rng: Random) -> str:
    """A tag is missing, or stands elsewhere."""
    found = [*re.finditer(r"</?[a-z][^<>]*>", text)]
    if not found:
        return text
    chosen = rng.choice(found)
    rest = text[: chosen.start()] + text[chosen.end() :]
    at = rng.randrange(len(rest) + 1)
    return rest[:at] + rng.choice(("", chosen[0])) + rest[at:]


def give_attribute(text: str, rng: Random) -> str:
    """A tag has an attribute with a number that nobody expects; all cells have, at times."""
    attribute = rng.choice(MARKED["attributes"]).format(n=rng.choice(_NUMBERS))
    if rng.random() < 0.2:
        return _CELL.sub(lambda match: f"{match[0]} {attribute}", text)
    found = [*_TAG.finditer(text)]
    if not found:
        return text
    at = rng.choice(found).end() - 1
    return f"{text[:at]} {attribute}{text[at:]}"


def insert_entity(text: str, rng: Random) -> str:
    """A reference to a character that no text should have."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(MARKED["entities"]) * rng.choice((1, 1, 30)) + text[at:]


def mark_lines(text: str, rng: Random) -> str:
    """Lines begin with marks, many deep at times."""
    mark = rng.choice(MARKED["lines"]) * rng.choice((1, 1, 3, 40, 500))
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    for at in range(start, min(len(lines), start + rng.choice((1, 5, 30)))):
        lines[at] = mark + lines[at]
    return "\n".join(lines)


def widen_table(text: str, rng: Random) -> str:
    """Rows of a table have many cells, or there are many rows."""
    rows, columns = rng.choice(((3, 100), (60, 4), (20, 20), (2, 2)))
    row = "|" + " 1 |" * columns + "\n"
    rule = "|" + "---|" * columns + "\n"
    at = text.find("\n", rng.randrange(len(text) + 1)) + 1
    return f"{text[:at]}\n{row}{rule}{row * rows}\n{text[at:]}"


def emphasize(text: str, rng: Random) -> str:
    """Marks of emphasis, links and notes that do not end."""
    mark = rng.choice(MARKED["emphasis"])
    at = rng.randrange(len(text) + 1)
    return text[:at] + mark * rng.choice((1, 10, 300, 3000)) + text[at:]


_HTML: tuple[Callable[[str, Random], str], ...] = (
    nest_element, double_element, drop_tag, give_attribute, give_attribute, insert_entity,
)  # fmt: skip
_MARKDOWN: tuple[Callable[[str, Random], str], ...] = (mark_lines, widen_table, emphasize, insert_entity)


def remark(kind: str, text: str, rng: Random) -> tuple[str, str]:
    """One change to a text in HTML or Markdown, or to its words, and its name."""
    if kind == "text" or rng.random() < 0.5:
        return reword(text, rng)
    change = rng.choice(_HTML if kind == "html" else _MARKDOWN)
    return change(text, rng), change.__name__
