"""Turns words of a data file into patterns that meet them however they are typeset."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TYPESET = {"'": "['’ʼ]", " ": r"\s+", "-": "[-‐‑–]"}


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of these phrases, longest first.

    An apostrophe meets straight and curly ones, a blank any white space, a hyphen any short dash.
    """
    ordered = sorted(set(phrases), key=len, reverse=True)
    return "|".join("".join(_TYPESET.get(c, re.escape(c)) for c in phrase) for phrase in ordered)


def folded(text: str) -> str:
    """A text for comparison: lower case, straight apostrophes, single blanks."""
    return " ".join(text.replace("’", "'").casefold().split())
