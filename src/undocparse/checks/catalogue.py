"""All diagnostics that the library gives: what each code means, and when it is given."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from undocparse.model.diagnostics import Severity
from undocparse.model.place import Model


class DiagnosticKind(Model):
    """One kind of diagnostic.

    Attributes:
        code: the stable name.
        severity: what it is given as; several where the evidence may be weaker.
        section: what `where.section` may be; empty where it is about the whole document.
        when: what must be the case, in one sentence.
        example: a case of it.
    """

    code: str
    severity: tuple[Severity, ...]
    section: tuple[str, ...]
    when: str
    example: str


@cache
def catalogue() -> tuple[DiagnosticKind, ...]:
    """Every kind, in the order of a document's parts.

    Raises:
        pydantic.ValidationError: the data file is malformed.
    """
    found = tomllib.loads((files(__package__) / "catalogue.toml").read_text("utf-8"))
    return tuple(DiagnosticKind(code=code, **fields) for code, fields in found.items())
