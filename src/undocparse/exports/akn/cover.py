"""The masthead: `<coverPage>` as the UN's editors fill it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from lxml import etree

from undocparse.exports.akn.iris import day
from undocparse.exports.akn.metadata import organizations
from undocparse.exports.akn.sheet import A, Sheet
from undocparse.exports.akn.texts import Part, Text, refers

COVER = "coverPage_1"
_SESSION = f"{COVER}__session_1"
_ITEM = "agenda item"
_LANGUAGE = "originalLanguage"


class _Row(NamedTuple):
    """How a field is marked up: element, concept that it refers to, kind of concept, class of the line."""

    tag: str
    concept: str
    kind: str
    css: str = ""


_PLAIN = {
    "symbol": _Row("docNumber", "symbol", "reference", "upperRight"),
    "organ": _Row("docAuthority", "issuingBody", "role", "rightBig"),
    "distribution": _Row("docStatus", "distribution", "concept", "rightSmall"),
    "body": _Row("docAuthority", "subsidiaryBody", "role"),
    "title": _Row("docTitle", "documentTitle", "reference"),
    "author": _Row("docProponent", "documentAuthor", "role"),
}
_LISTS = {
    "other_symbols": _Row("docNumber", "jointSymbol", "reference", "upperRight"),
    "original_languages": _Row("inline", _LANGUAGE, "concept", "rightSmall"),
}
_DAYS = {"date": "dateOfIssuance", "starts": "meetingStarts", "ends": "meetingEnds"}
_ORDER = (
    *("symbol", "other_symbols", "organ", "distribution", "date", "original_languages"),
    *("body", "session", "meeting", "agenda_items", "title", "author", "notes"),
)


def write_cover(sheet: Sheet, root: etree._Element) -> None:
    """Adds the cover page; none where the masthead says nothing."""
    cover = sheet.element(root, "coverPage", eid=COVER)
    for field in _ORDER:
        _write(sheet, cover, field)
    if not len(cover):
        root.remove(cover)


def _write(sheet: Sheet, cover: etree._Element, field: str) -> None:
    header = sheet.document.header
    if field == "session":
        _session(sheet, cover)
    elif field == "meeting":
        _meeting(sheet, cover)
    elif field == "notes":
        _notes(sheet, cover)
    elif field == "agenda_items":
        for key in header.agenda_items:
            row = sheet.element(cover, "p")
            sheet.element(row, "inline", key, name=_ITEM, title=key, refersTo=sheet.item(key))
    elif field in _DAYS:
        _day(sheet, sheet.element(cover, "p"), field)
    elif field in _LISTS:
        for value in getattr(header, field):
            _plain(sheet, cover, value, _LISTS[field])
    elif (value := getattr(header, field)) is not None:
        _plain(sheet, cover, value, _PLAIN[field])
    if len(cover) and not len(cover[-1]):
        cover.remove(cover[-1])


def _plain(sheet: Sheet, cover: etree._Element, value: str, row: _Row) -> None:
    line = sheet.element(cover, "p", kind=row.css)
    refers_to = sheet.concept(row.concept, row.kind)
    if row.tag == "docStatus":
        refers_to += f" {sheet.concept(f'{value}Distribution')}"
    elif row.tag == "docAuthority":
        organ, body = organizations(sheet)
        refers_to += f" {organ if row.concept == 'issuingBody' else body}"
    made = sheet.element(line, row.tag, value, refersTo=refers_to)
    if row.tag == "inline":
        made.set("name", row.concept)


def _day(sheet: Sheet, row: etree._Element, field: str) -> None:
    value = getattr(sheet.document.header, field)
    if at := day(value):
        concept = sheet.concept(_DAYS[field])
        sheet.element(row, "docDate", value, date=at, refersTo=concept)


def _session(sheet: Sheet, cover: etree._Element) -> None:
    session = sheet.document.header.session
    if session.text is None and session.number is None:
        return
    row = sheet.element(cover, "p")
    number = "" if session.number is None else str(session.number)
    _, body = organizations(sheet)
    sheet.element(row, "session", session.text or "", eid=_SESSION, refersTo=body, value=number)


def _meeting(sheet: Sheet, cover: etree._Element) -> None:
    header = sheet.document.header
    row = sheet.element(cover, "p")
    if header.place is None and not day(header.starts) and not day(header.ends):
        return
    meeting = sheet.element(row, "event", refersTo=sheet.entity("TLCEvent", "meeting", "event/un/meeting"))
    if header.place is not None:
        place = sheet.entity("TLCLocation", "meetingPlace", "location/un/meetingPlace", header.place)
        sheet.element(meeting, "location", header.place, refersTo=place)
    for field in ("starts", "ends"):
        _day(sheet, meeting, field)
    for child, after in pairwise(meeting):
        child.tail = "–" if child.tag == after.tag else ", "


def _notes(sheet: Sheet, cover: etree._Element) -> None:
    for index, text in enumerate(sheet.document.header.notes):
        row = sheet.element(cover, "p")
        eid = f"{COVER}__note_{index + 1}"
        note = sheet.element(row, "authorialNote", eid=eid, marker="*" * (index + 1), placement="bottom")
        sheet.fill(sheet.element(note, "p"), text, f"/header/notes/{index}")


def read_cover(root: etree._Element) -> tuple[Part, list[etree._Element]]:
    """The masthead, and the elements of its notes."""
    header = Part(other_symbols=[], original_languages=[], agenda_items=[], notes=[], places={})
    header["session"] = _session_part(None, None)
    header.eid = COVER
    notes = []
    for place in ("coverPage", "preface"):
        for element in root.iterfind(f"{A}{place}//*"):
            if element.tag == A + "authorialNote":
                notes.append(element)
                header["notes"].append(str(Text(element)))
            else:
                _read(header, element)
    job = root.find(f"{A}meta/{A}presentation//{A}docketNumber")
    if job is not None:
        header["job_number"] = str(Text(job))
    return header, notes


def _read(header: Part, element: etree._Element) -> None:
    tag = element.tag.removeprefix(A)
    named = [name.removeprefix("#") for name in refers(element)]
    if tag == "session":
        value = element.get("value", "")
        header["session"] = _session_part(int(value) if value.isdecimal() else None, _text(element))
    elif tag == "location":
        header["place"] = _text(element)
    elif tag == "inline" and element.get("name") == _ITEM:
        header["agenda_items"].append(element.get("title") or _text(element))
    elif tag == "docDate":
        for field, concept in _DAYS.items():
            if concept in named:
                header[field] = element.get("date")
    else:
        _read_plain(header, tag, named, _text(element))


def _session_part(number: int | None, text: str | None) -> Part:
    part = Part(number=number, text=text)
    part.eid = _SESSION
    return part


def _read_plain(header: Part, tag: str, named: list[str], text: Any) -> None:
    for field, row in _LISTS.items():
        if tag == row.tag and row.concept in named:
            header[field].append(text or "")
    for field, row in _PLAIN.items():
        bare = tag == "docStatus" or (tag == "docTitle" and not named)  # as in files of other hands
        if tag == row.tag and (bare or row.concept in named):
            header.setdefault(field, text)


def _text(element: etree._Element) -> str | None:
    return str(Text(element)) or None
