"""The elements that symbols are made of: loads and checks `symbols.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from undocparse.model.place import Model


class Elements(Model):
    """What `symbols.toml` holds; the file says what each list is for."""

    linked: frozenset[str]
    unlinked: frozenset[str]
    serial: frozenset[str]
    attached: frozenset[str]
    spaced: frozenset[str]
    natures: frozenset[str]
    changes: tuple[str, ...]
    bodies: frozenset[str]
    sessions: frozenset[str]
    conferences: frozenset[str]
    mixed: frozenset[str]


@cache
def elements() -> Elements:
    """The elements of symbols, read once."""
    text = (files(__package__) / "symbols.toml").read_text("utf-8")
    return Elements.model_validate(tomllib.loads(text))
