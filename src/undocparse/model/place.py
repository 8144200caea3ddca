"""Where a value stands in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict

_SHOWN = 60  # characters of a text in a representation: a line has room for the rest
_FEW = 3  # parts of a tuple that are shown one by one
_GEOMETRY = frozenset({"places", "box", "boxes"})

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points (1/72 inch) from the page's upper left corner."""


class Model(BaseModel):
    """What all parts of the object model share: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __repr_args__(self) -> Iterator[tuple[str, Any]]:
        """What is not as it is by default; of texts the beginning, of long tuples how many there are."""
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            geometry = name in _GEOMETRY or isinstance(value, Place)
            if not geometry and value != field.get_default(call_default_factory=True):
                yield name, _short(value)


def _short(value: Any) -> Any:
    if isinstance(value, str) and len(value) > _SHOWN:
        return f"{value[: _SHOWN - 1]}…"
    if isinstance(value, tuple) and len(value) > _FEW:
        return _Told(f"<{len(value)} of them>")
    return value


class _Told(str):
    """What stands in a representation without quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class Place(Model):
    """Where a value is printed.

    Attributes:
        page: counted from 1; null where the format has no pages.
        boxes: one per printed line, in reading order; empty where the format has no geometry.
    """

    page: int | None = None
    boxes: tuple[Box, ...] = ()


class Where(Model):
    """What part of the document something is about, and which characters of it.

    Attributes:
        section: `header`, `agenda`, `annotations`, `timetable`, `footnotes` or `unassigned`.
        items: keys of the agenda items concerned.
        page: counted from 1.
        path: JSON pointer to the string that `start` and `end` count in
            (`/annotations/3/paragraphs/0/text`).
        start: first character, counted from 0.
        end: character after the last one.
    """

    section: str
    items: tuple[str, ...] = ()
    page: int | None = None
    path: str | None = None
    start: int | None = None
    end: int | None = None
