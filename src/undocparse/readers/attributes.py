"""Numbers in attributes of XML and HTML, which may hold anything."""

from __future__ import annotations

_FAR = 1_000_000


def integer(text: str | None, otherwise: int, *, low: int = -_FAR, high: int = _FAR) -> int:
    """A whole number, brought within limits; `otherwise` where there is none."""
    value = number(text)
    return otherwise if value is None else min(max(int(value), low), high)


def number(text: str | None) -> float | None:
    """A number within a million of zero; null where there is none."""
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and abs(value) <= _FAR else None
