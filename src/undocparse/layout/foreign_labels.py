"""Labels of other alphabets as Latin ones: "(ب)" is "(b)", "1 -" in Arabic is "1.", "二." is "II."."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

from undocparse.languages.matching import letter, without_vowels

_HEAD = 16  # signs; no label is longer
_FOREIGN = re.compile("[\u0600-\u06ff\u3000-\u9fff\uff00-\uffef]")
_DASHED = re.compile(r"\d{1,3} [-\u2013]")
_FULL_WIDTH = str.maketrans("（）．、", "().,")


def as_latin(text: str) -> tuple[str, int] | None:
    """The Latin label for the one that a text begins with, and how many signs of the text it takes.

    Returns:
        Null where the text begins with none, or with one that is Latin already.
    """
    head = text[:_HEAD]
    if head.isascii() or not _FOREIGN.search(head):
        return None
    found = _pattern().match(head.translate(_FULL_WIDTH))
    if found is None or found.lastgroup is None:
        return None
    name = without_vowels(found[found.lastgroup])
    latin = _LATIN[found.lastgroup](name)
    return latin, found.end()


def is_label(text: str) -> bool:
    """Whether a text is such a label and nothing else: "(أ)", "1 -"."""
    if _DASHED.fullmatch(text):
        return True
    found = as_latin(text)
    return found is not None and found[1] == len(text)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "labels.toml").read_text("utf-8"))


_LATIN: dict[str, Callable[[str], str]] = {
    "dashed": lambda name: f"{int(name)}.",
    "full": lambda name: f"{int(name)}.",
    "paren": lambda name: f"({_tables()['letters'].get(name) or _tables()['romans'][name].lower()})",
    "digit": lambda name: f"({int(name)})",
    "letter": lambda name: f"{_tables()['letters'][name]})",
    "capital": lambda name: f"{_tables()['capitals'][name]}.",
    "roman": lambda name: f"{_tables()['romans'][name]}.",
    "han": lambda name: f"{_tables()['romans'][name]}.",
}


@cache
def _pattern() -> re.Pattern[str]:
    tables = _tables()
    han = _any(name for name in tables["romans"] if name > "\u3000")
    words = _any(name for name in tables["romans"] if name < "\u3000")
    letters, capitals = _any(tables["letters"]), _any(tables["capitals"])
    dash = r"\s?[-\u2013\u0640](?=\s|$)"
    return re.compile(
        rf"(?P<dashed>\d{{1,3}})\s?[-\u2013](?=\s*[\u0621-\u064a“”«(\"])"
        rf"|(?P<full>\d{{1,3}})[.,](?=\s*[\u3400-\u9fff《“])"
        rf"|\(\s?(?P<paren>{letters}|{han})\s?\)"
        rf"|\(\s?(?P<digit>[\u0660-\u0669]{{1,3}})\s?\)"
        rf"|(?P<letter>{letters})\s?\)"
        rf"|(?P<capital>{capitals}){dash}"
        rf"|(?P<roman>{words}){dash}"
        rf"|(?P<han>{han})[.,]"
    )


def _any(names: Iterable[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join("".join(map(letter, name)) for name in ordered) + ")"
