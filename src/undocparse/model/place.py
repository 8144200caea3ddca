"""Where a value stands in the source."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points (1/72 inch) from the page's upper left corner."""


class Model(BaseModel):
    """What all parts of the object model share: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
