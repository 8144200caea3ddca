"""Loads a language's data file, table by table, into the model that its section asks for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from undocparse.model.place import Model

_Words = TypeVar("_Words", bound=Model)

FALLBACK = "en"
"""The language whose words serve for documents in a language without data file."""
LANGUAGES: tuple[str, ...] = tuple(
    sorted(
        entry.name.removesuffix(".toml")
        for entry in files(__package__).iterdir()
        if entry.name.endswith(".toml")
    )
)
"""BCP 47 primary subtags of the languages that have a data file, which has all tables."""


@cache
def _tables(language: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{language}.toml").read_text("utf-8"))


@cache
def words(language: str, table: str, model: type[_Words]) -> _Words:
    """One table of a language's data file, checked against the model.

    Args:
        language: BCP 47 primary subtag. For one without a data file English words serve: an Arabic document
            is still read as far as numbers and symbols go.
        table: name of the table (`masthead`, `agenda`, …).
        model: what the table must hold; a field that the file lacks or has too many is an error.

    Raises:
        KeyError: no such table.
        pydantic.ValidationError: the table does not fit the model.
    """
    return model.model_validate(_tables(language if language in LANGUAGES else FALLBACK)[table])
