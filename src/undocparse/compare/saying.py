"""Differences in a sentence each."""

from __future__ import annotations

from undocparse.compare.result import Difference, DifferenceKind
from undocparse.exports.plain import one_line

_LONGEST = 80  # characters of a value in a sentence: what is longer, its path leads to
_NAMES: dict[DifferenceKind, str] = {
    "sub_item": "sub-item",
    "sitting_time": "time of the sitting",
    "business": "items of the sitting",
}


def said(
    kind: DifferenceKind,
    first_path: str | None,
    second_path: str | None,
    first: str | None,
    second: str | None,
) -> Difference:
    """A difference with its sentence."""
    name = _NAMES.get(kind, kind.replace("_", " "))
    if first is None or second is None:
        value, side = (second, "second") if first is None else (first, "first")
        message = f"Only the {side} version has the {name} “{_short(value or '')}”."
    else:
        message = (
            f"The {name} is “{_short(first)}” in the first version and “{_short(second)}” in the second."
        )
    return Difference(
        kind=kind,
        first_path=first_path,
        second_path=second_path,
        first=first,
        second=second,
        message=message,
    )


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
