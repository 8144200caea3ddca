"""One document in markup, read part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from undocparse.exports.akn.body_reading import BodyReading
from undocparse.exports.akn.cover import read_cover
from undocparse.exports.akn.metadata import read_kind
from undocparse.exports.akn.texts import Entities, Part, Text, links_of
from undocparse.exports.akn.timetable import read_timetable

_NUMBER = re.compile(r"ref_(\d+)")


class _Carrier(NamedTuple):
    """A text that may hold references, and where in the model it stands."""

    part: Part
    path: str
    section: str
    items: list[str]
    page: int | None


class Reading:
    """What the markup of a document says, first without its references.

    Args:
        root: the document's element (`debateReport`).

    Attributes:
        whole: the document as far as it is read.
    """

    def __init__(self, root: etree._Element) -> None:
        self._entities = Entities(root)
        body = BodyReading(root, self._entities)
        self._lines = body.lines
        header, self._notes = read_cover(root)
        kind, language = read_kind(root)
        self.whole = Part(
            document_type=kind,
            language=language,
            header=header,
            agenda=body.agenda,
            annotations=body.annotations,
            timetable=read_timetable(root, self._entities),
            timetable_grids=[],
            tables=[],
            footnotes=body.footnotes,
            diagnostics=[],
            unassigned=[str(Text(line)) for line in body.lines],
        )

    def references(self) -> list[tuple[int | None, Part]]:
        """Every reference that an element stands for, with its number; null where it has none."""
        found = []
        for carrier in self._carriers():
            for element, start, end, text in links_of(carrier.part):
                part = self._entities.reference(element, text)
                part["where"] = {
                    **{"section": carrier.section, "items": carrier.items, "page": carrier.page},
                    **{"path": carrier.path, "start": start, "end": end},
                }
                number = _NUMBER.fullmatch(part.eid)
                found.append((int(number[1]) if number else None, part))
        return found

    def _carriers(self) -> Iterator[_Carrier]:
        for index, note in enumerate(self._notes):
            yield _Carrier(_texted(note), f"/header/notes/{index}", "header", [], 1)
        yield from _titles(self.whole["agenda"], "/agenda")
        for index, annotation in enumerate(self.whole["annotations"]):
            for field in ("paragraphs", "documents"):
                for at, part in enumerate(annotation[field]):
                    path = f"/annotations/{index}/{field}/{at}/text"
                    yield _Carrier(part, path, "annotations", annotation["items"], part.get("page"))
        for index, sitting in enumerate(self.whole["timetable"]):
            for at, entry in enumerate(sitting["entries"]):
                path = f"/timetable/{index}/entries/{at}/title"
                yield _Carrier(entry, path, "timetable", entry["items"], _page(entry))
        for index, note in enumerate(self.whole["footnotes"]):
            yield _Carrier(note, f"/footnotes/{index}/text", "footnotes", [], note.get("page"))
        for index, line in enumerate(self._lines):
            yield _Carrier(_texted(line), f"/unassigned/{index}", "unassigned", [], None)


def _titles(items: list[Part], path: str) -> Iterator[_Carrier]:
    for index, item in enumerate(items):
        yield _Carrier(item, f"{path}/{index}/title", "agenda", [item["key"]], _page(item))
        yield from _titles(item["items"], f"{path}/{index}/items")


def _page(part: Part) -> Any:
    return (part.get("place") or {}).get("page")


def _texted(element: etree._Element) -> Part:
    part = Part()
    part.text = element
    return part
