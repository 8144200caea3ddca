"""Loads a language's data file, table by table, into the model that its section asks for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from undocparse.model.place import Model

_Words = TypeVar("_Words", bound=Model)

FALLBACK = "en"
"""The language whose words serve for tables that a language's data file lacks."""
_FILES: tuple[str, ...] = tuple(
    sorted(
        entry.name.removesuffix(".toml")
        for entry in files(__package__).iterdir()
        if entry.name.endswith(".toml")
    )
)


@cache
def _tables(language: str) -> dict[str, Any]:
    if language not in _FILES:
        return {}
    return tomllib.loads((files(__package__) / f"{language}.toml").read_text("utf-8"))


LANGUAGES: tuple[str, ...] = tuple(one for one in _FILES if not _tables(one).get("partial", False))
"""BCP 47 primary subtags of the languages whose data file has all tables."""
MASTHEAD_LANGUAGES: tuple[str, ...] = _FILES
"""Those and the languages of which only mastheads and dates are known."""


@cache
def words(language: str, table: str, model: type[_Words]) -> _Words:
    """One table of a language's data file, checked against the model.

    Args:
        language: BCP 47 primary subtag. For a language without the table, English words serve: a document in
            Russian is still read as far as numbers and symbols go.
        table: name of the table (`masthead`, `agenda`, …).
        model: what the table must hold; a field that the file lacks or has too many is an error.

    Raises:
        KeyError: no such table.
        pydantic.ValidationError: the table does not fit the model.
    """
    found = _tables(language)
    return model.model_validate(found[table] if table in found else _tables(FALLBACK)[table])
