"""The axes from which documents are drawn: each value of an axis comes up equally often."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .set_docx import office

AXES: dict[str, tuple[str, ...]] = {
    "language": ("en", "fr"),
    "format": ("pdf", "pdf", "pdf", "pdf", "pdf", "docx", "html", "txt", "office"),
    "parts": (
        "agenda", "agenda+timetable", "annotated", "annotated+timetable", "annotated+timetable", "timetable",
        "timetable", "annotations-only", "annexed-agenda", "letter",
    ),
    "paper": ("a4", "letter"),
    "margins": ("narrow", "middle", "wide", "mirrored"),
    "type_size": ("9", "10", "11", "12"),
    "leading": ("tight", "normal", "wide"),
    "font": ("Times", "Times", "Helvetica", "Courier"),
    "edge": ("justified", "ragged"),
    "running_head": ("symbol", "centred", "none"),
    "house": (
        "new-york", "geneva", "vienna", "simple", "tabbed", "blanks", "right", "letterhead", "symbol-above",
        "symbol-below", "centred", "no-distribution",
    ),
    "structure": ("organ+body", "organ+body", "organ", "conference"),
    "date_form": ("plain", "label", "none"),
    "original": ("plain", "capitals", "brackets", "two", "none"),
    "job": ("none", "foot", "vienna", "geneva"),
    "session_form": ("before", "after", "with-place", "year", "none"),
    "place_dates": (
        "place-range", "range", "two-days", "three-days", "two-months", "one-day", "lines", "no-year-twice",
        "none",
    ),
    "item_line": ("none", "plain", "titled"),
    "author": ("none", "none", "author"),
    "title_form": ("larger", "bold", "capitals", "centred", "plain", "underlined"),
    "agenda_form": (
        "dot", "bare", "item", "paren", "decimal", "roman", "table", "contents", "bracket", "dot-wide",
    ),
    "sub_form": ("(a)", "a)", "a.", "dash", "bullet", "none"),
    "third_level": ("no", "no", "yes"),
    "list_heading": ("none", "plain", "roman", "centred", "capitals"),
    "groups": ("none", "none", "bold", "lettered", "roman", "capitals", "long", "plain"),
    "length": ("4", "7", "7", "12", "20", "45", "90", "180"),
    "mandates": ("none", "brackets"),
    "agenda_documents": ("none", "none", "lines"),
    "title_end": ("dot", "none", "semicolon"),
    "annotation_heading": (
        "bold", "item-over", "run-in", "underlined", "capitals", "centred", "number-alone", "unnumbered",
        "shortened", "reworded", "italic",
    ),
    "paragraph_numbers": ("none", "through", "per-item", "through-tab"),
    "documentation": (
        "none", "list", "table", "sentence", "bullets", "symbol-first", "tab", "decision", "below-heading",
    ),
    "status": ("none", "none", "words"),
    "footnotes": ("none", "some"),
    "contacts": ("none", "none", "some"),
    "timetable_form": (
        "table", "table", "table", "matrix", "matrix-days", "tracks", "table-a-day", "day-rows",
        "day-headings",
        "meetings", "weeks", "tabbed", "bullets", "prose",
    ),
    "timetable_rules": ("grid", "lines", "none"),
    "timetable_date": ("left", "left", "right", "middle"),
    "timetable_merge": ("merged", "middle", "repeated", "first"),
    "timetable_time": ("range", "range", "start", "part", "none", "part-range"),
    "time_style": ("am", "colon", "point"),
    "date_style": ("weekday-year", "weekday", "short", "broken", "day-month", "abbreviated"),
    "timetable_head": ("yes", "yes", "no"),
    "timetable_cells": ("row", "row", "stacked"),
    "timetable_items": ("column", "column", "inline", "bracket", "behind", "title"),
    "timetable_days": ("single", "single", "lists", "spans"),
    "timetable_extras": ("none", "no-meeting", "deadline", "lunch", "to-be-determined", "notes"),
    "timetable_page": ("same", "same", "new", "landscape", "turned", "sideways"),
    "timetable_length": ("short", "middle", "long"),
    "repeat_head": ("yes", "no", "annex-continued"),
    "distractor": ("none", "none", "documents", "contents", "resolutions", "line-numbers", "watermark",
                   "numbered"),
}  # fmt: skip
"""Name: values; one that stands twice is drawn twice as often."""

PART = {
    "agenda": ("agenda_form", "sub_form", "third_level", "list_heading", "groups", "length", "mandates",
               "agenda_documents", "title_end"),
    "annotations": ("annotation_heading", "paragraph_numbers", "footnotes", "contacts"),
    "documents": ("documentation", "status"),
    "timetable": ("timetable_form", "timetable_rules", "timetable_date", "timetable_merge", "timetable_time",
                  "time_style", "date_style", "timetable_head", "timetable_cells", "timetable_items",
                  "timetable_days", "timetable_extras", "timetable_page", "timetable_length",
                  "repeat_head"),
    "header": ("house", "structure", "date_form", "original", "job", "session_form", "place_dates",
               "item_line", "author", "title_form"),
}  # fmt: skip
"""Component: the axes that are about it; the others are about all."""


@dataclass(frozen=True)
class Spec:
    """One drawn document: its number and the value of each axis."""

    seed: int
    number: int
    values: dict[str, str]

    def __getitem__(self, axis: str) -> str:
        return self.values[axis]

    @property
    def name(self) -> str:
        """Name of its files without the ending."""
        return f"d{self.number:04d}"

    def random(self, what: str) -> random.Random:
        """A source of chance of its own for each part, so that a new axis changes nothing else."""
        return random.Random(f"{self.seed}/{self.number}/{what}")


def draw(seed: int, number: int, fixed: dict[str, str] | None = None) -> Spec:
    """The document of that number: every block of as many documents as an axis has values holds each once."""
    values = {}
    for axis, options in AXES.items():
        block, at = divmod(number, len(options))
        order = list(options)
        random.Random(f"{seed}/{axis}/{block}").shuffle(order)
        values[axis] = order[at]
    values |= fixed or {}
    if values["format"] == "office" and not office():
        values["format"] = "pdf"
    return Spec(seed, number, values)
