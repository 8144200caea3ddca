"""Stable public links of what references point at."""

from __future__ import annotations

from functools import lru_cache

from undocparse.model.references import ReferenceKind
from undocparse.references.authorities import bodies, instruments
from undocparse.symbols import from_canonical, public_link


@lru_cache(maxsize=4096)
def link_of(kind: ReferenceKind, number: str, body: str | None, language: str) -> str | None:
    """The link of a target; null where none exists (decisions have no symbol of their own).

    Args:
        kind: of the target.
        number: of the target.
        body: authority key.
        language: BCP 47 primary subtag.
    """
    if kind == "article":
        return instruments()[body].link if body in instruments() else None
    if kind == "resolution" and body in bodies() and (template := bodies()[body].resolution):
        first, _, second = number.partition("/")
        return public_link(template.format(number=number, first=first, second=second), language)
    if kind != "document":
        return None
    return from_canonical(number).uri(language)
