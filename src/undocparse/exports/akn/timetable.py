"""The timetable as an attachment: each sitting a section of the debate to come."""

from __future__ import annotations

import re
from typing import get_args

from lxml import etree

from undocparse.exports.akn.iris import day
from undocparse.exports.akn.metadata import write_identification
from undocparse.exports.akn.sheet import A, Sheet
from undocparse.exports.akn.texts import Entities, Part, Text, child_text, in_order, refers
from undocparse.model import Entry, Sitting
from undocparse.model.timetable import SittingKind

TIMETABLE = "timetable"
_SITTING = "sitting"
_CONTINUED = "continued"
_PARTS = ("morning", "afternoon", "evening", "lunch")
_KINDS = get_args(SittingKind)
_TIMES = {"starts": "startEvent", "ends": "endEvent"}
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def write_timetable(sheet: Sheet, root: etree._Element) -> None:
    """Adds the attachment; none where there are no sittings."""
    timetable = sheet.document.timetable
    if not len(timetable):
        return
    home = sheet.element(sheet.element(root, "attachments"), "attachment", eid="annex_1")
    annex = sheet.element(home, "doc", name=TIMETABLE)
    write_identification(sheet, sheet.element(annex, "meta"), "annex_1")
    body = sheet.element(annex, "mainBody")
    for number, sitting in enumerate(timetable):
        _sitting(sheet, body, number, sitting)


def _sitting(sheet: Sheet, body: etree._Element, number: int, sitting: Sitting) -> None:
    eid = f"sitting_{number + 1}"
    made = sheet.element(body, "debateSection", eid=eid, name=_SITTING)
    if named := [*filter(None, (sitting.part,)), *sitting.setting]:
        made.set("refersTo", " ".join(map(sheet.concept, named)))
    if sitting.meeting is not None:
        sheet.element(made, "num", sitting.meeting)
    heading = sheet.element(made, "heading")
    event = sheet.element(
        heading,
        "event",
        refersTo=sheet.entity("TLCEvent", _SITTING, "event/un/sitting"),
    )
    if at := day(sitting.date):
        sheet.element(event, "date", at, date=at)
    for field, kind in _TIMES.items():
        value = getattr(sitting, field)
        if value and _CLOCK.fullmatch(value):
            if len(event):
                event[-1].tail = ", " if event[-1].tag == A + "date" else "–"
            sheet.element(event, "recordedTime", value, type=kind, time=f"{value}:00")
    if sitting.room is not None:
        event.tail = " " if len(event) else None
        place = sheet.named("TLCLocation", "room", sitting.room)
        sheet.element(heading, "location", sitting.room, refersTo=place)
    if sitting.track is not None:
        sheet.element(made, "subheading", sitting.track)
    for index, entry in enumerate(sitting.entries):
        _entry(sheet, made, entry, f"{eid}__entry_{index + 1}", f"/timetable/{number}/entries/{index}/title")


def _entry(sheet: Sheet, parent: etree._Element, entry: Entry, eid: str, path: str) -> None:
    made = sheet.element(parent, "p", eid=eid)
    named = [sheet.item(key) for key in entry.items]
    if entry.continued:
        named.append(sheet.concept(_CONTINUED))
    if named:
        made.set("refersTo", " ".join(named))
    sheet.fill(made, entry.title, path)


def read_timetable(root: etree._Element, entities: Entities) -> list[Part]:
    """The sittings of all attachments."""
    found = root.iterfind(f"{A}attachments/{A}attachment//{A}debateSection[@name='{_SITTING}']")
    return in_order([_read_sitting(each, entities) for each in found])


def _read_sitting(element: etree._Element, entities: Entities) -> Part:
    named = [name.removeprefix("#") for name in refers(element)]
    at = element.find(f"{A}heading//{A}date")
    part = Part(
        date=None if at is None else at.get("date"),
        part=next((name for name in named if name in _PARTS), None),
        track=child_text(element, "subheading"),
        meeting=child_text(element, "num"),
        room=child_text(element, "heading", "location"),
        setting=[name for name in named if name in _KINDS],
        entries=[_read_entry(each, entities) for each in element.iterfind(f"{A}p")],
    )
    for field, kind in _TIMES.items():
        time = element.find(f"{A}heading//{A}recordedTime[@type='{kind}']")
        part[field] = None if time is None else time.get("time", "")[:5] or None
    part.eid = element.get("eId", "")
    return part


def _read_entry(element: etree._Element, entities: Entities) -> Part:
    continued = f"#{_CONTINUED}" in refers(element)
    part = Part(title=str(Text(element)), items=entities.items(element), continued=continued)
    part.eid, part.text = element.get("eId", ""), element
    return part
