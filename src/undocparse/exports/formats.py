"""What a document can be written as: one registry, which methods, command line and documentation read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from undocparse.errors import UndocparseError

if TYPE_CHECKING:
    from undocparse.model.document import Document

Writer = Callable[["Document"], str | bytes]


class Format(NamedTuple):
    """A form that a document is written in.

    Attributes:
        name: as after `--format`.
        suffix: of files in it, with the dot.
        home: module and function that write it, joined by a colon; loaded when asked for only.
        help: what it holds, in a few words.
        extra: of undocparse that it needs; empty where it needs none.
    """

    name: str
    suffix: str
    home: str
    help: str
    extra: str = ""

    @property
    def write(self) -> Writer:
        """The function that writes a document: text, or bytes where the form is no text.

        It raises `MissingExtraError` where the extra is not installed.
        """
        module, _, function = self.home.partition(":")
        writer: Writer = getattr(import_module(module), function)
        return writer


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("json", ".json", "undocparse.exports.plain_json:to_json", "the whole document"),
        Format("jsonl", ".jsonl", "undocparse.exports.plain_json:to_line", "the whole document on one line"),
        Format("text", ".txt", "undocparse.exports.summary:to_text", "masthead, tree of items, timetable"),
        Format("markdown", ".md", "undocparse.exports.markdown:to_markdown", "masthead, agenda, annotations"),
        Format("html", ".html", "undocparse.exports.html:to_html", "the whole document as one page", "view"),
        Format(
            "ics", ".ics", "undocparse.exports.icalendar:to_ics", "the timetable as a calendar", "calendar"
        ),
        Format("csv", ".csv", "undocparse.exports.flat.csv_files:to_csv", "the agenda, a line an item"),
        Format(
            "xlsx",
            ".xlsx",
            "undocparse.exports.flat.workbook:to_xlsx",
            "a workbook, a sheet a table",
            "excel",
        ),
        # .xml, as the names end that Akoma Ntoso gives such files, and as the UN's own files do
        Format("akn", ".xml", "undocparse.exports.akn:to_akn", "the whole document as Akoma Ntoso"),
    )
}
"""By name, in the order in which help texts list them."""


def format_of(path: str | PurePath) -> Format:
    """The form that a file's suffix names.

    Raises:
        UndocparseError: no form has this suffix.
    """
    suffix = PurePath(path).suffix.casefold()
    found = next((each for each in FORMATS.values() if each.suffix == suffix), None)
    if found is None:
        known = ", ".join(each.suffix for each in FORMATS.values())
        raise UndocparseError(str(path), f"no format has the suffix {suffix!r}", f"use one of {known}")
    return found
