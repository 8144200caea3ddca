"""Resolutions and decisions that are cited by their document symbol."""

from __future__ import annotations

import re

from undocparse.model.references import ReferenceKind
from undocparse.references.authorities import bodies, body_of_root
from undocparse.references.notation import canonical, match_number
from undocparse.symbols import Symbol

_LETTER_OR_END = re.compile(r"(?: [A-Z])?$")
KIND_OF_NATURE: dict[str, ReferenceKind] = {"RES": "resolution", "DEC": "decision"}
"""What a symbol with this element is."""


def adopted_by_symbol(symbol: Symbol) -> tuple[str, str, str | None] | None:
    """Number, form and body of a resolution's symbol: A/RES/60/251, UNEP/EA.5/Res.14; null for others."""
    body = body_of_root(symbol.body) or symbol.body
    parts = symbol.parts
    named = (i for i, part in enumerate(parts) if part.partition(".")[0].upper() in KIND_OF_NATURE)
    if (at := next(named, None)) is None:
        return None  # "A/RES29": nothing parts the word from the number
    if "." in parts[at]:
        template = bodies()[body].resolution if body in bodies() else None
        if template and "{first}" in template and symbol.session and at == len(parts) - 1:
            return f"{symbol.session}/{parts[at].partition('.')[2]}", "slash", body
        return None
    number = canonical("/".join(parts[at + 1 :]))
    matched = match_number(number, 0) if at > 1 or len(parts[0]) == 1 else None
    if matched is None or not _LETTER_OR_END.match(number, matched[2]):
        return None
    return number, matched[1], body
