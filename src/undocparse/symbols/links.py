"""Public links to documents."""

from __future__ import annotations

from urllib.parse import quote

OFFICIAL = ("ar", "en", "es", "fr", "ru", "zh")
"""The six languages in which the document system keeps its files."""


def public_link(symbol: str, language: str) -> str:
    """The document's address in the UN's document system; English where it keeps no other version.

    Args:
        symbol: canonical symbol of a single document.
        language: BCP 47 primary subtag.
    """
    return f"https://docs.un.org/{language if language in OFFICIAL else 'en'}/{quote(symbol, safe='/')}"
