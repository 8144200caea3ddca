"""Puts the parts of a drawn document together: what is set, and what a careful reader finds in it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from .agenda import AgendaList, expected, expected_documents
from .annotate import START, Annotations
from .axes import Spec
from .content import Author, Meeting, draw_frame, has
from .dates import Printer
from .elements import Break, Doc, Element, Style, Table, cell, line
from .items import draw_annotations, draw_items
from .masthead import masthead
from .sittings import draw_sittings
from .timetable import Timetable

Json = dict[str, Any]
MARGINS = {"narrow": (48.0, 48.0), "middle": (64.0, 64.0), "wide": (90.0, 84.0), "mirrored": (92.0, 56.0)}
LEADING = {"tight": 1.12, "normal": 1.22, "wide": 1.5}


def compose(spec: Spec) -> tuple[Doc, Json]:
    """One document and its gold, the same for every format."""
    meeting = draw_meeting(spec)
    printer = Printer(spec, meeting.words, year=_needs_year(spec, meeting))
    title, kind = _title(spec, meeting, printer)
    front, header, foot = masthead(spec, meeting, printer, title)
    doc = Doc(spec["language"], title, _style(spec, meeting, foot), list(front))
    gold: Json = {"file": "", "document_type": kind, "header": header}
    introduction = _distract_before(spec, meeting, doc)
    for part in _order(spec):
        _part(part, spec, meeting, printer, doc, gold)
    _distract_after(spec, meeting, printer, doc)
    if introduction and "agenda" in gold:  # text before the first item annotates none, as in waves/6
        first: Json = {"items": [], "paragraphs": [text[:START] for text in introduction], "documents": []}
        gold["annotations"] = [first, *gold.get("annotations", ())]
    if kind == "organization_of_work" and spec["distractor"] != "numbered":
        gold |= {"agenda": [], "annotations": []}
    return doc, gold


def draw_meeting(spec: Spec) -> Meeting:
    """The whole content of a document."""
    author = Author(spec)
    meeting = draw_frame(spec, author)
    meeting.items = draw_items(author, spec, meeting)
    meeting.annotations = draw_annotations(author, spec, meeting)
    meeting.sittings = draw_sittings(author, spec, meeting)
    return meeting


def _needs_year(spec: Spec, meeting: Meeting) -> bool:
    """A day without its year gets it from the masthead, which must say it."""
    return spec["place_dates"] == "none" and (
        spec["date_form"] == "none" or meeting.issued.year != meeting.starts.year
    )


def _style(spec: Spec, meeting: Meeting, foot: str) -> Style:
    watermark = meeting.words["watermark"] if spec["distractor"] == "watermark" else ""
    count = spec.random("count").choice(("{n}", "{n}", "– {n} –", "Page {n}", "{n}/…"))
    return Style(
        spec["paper"], MARGINS[spec["margins"]], spec["margins"] == "mirrored", float(spec["type_size"]),
        LEADING[spec["leading"]], spec["font"], spec["edge"] == "justified",
        spec["distractor"] == "line-numbers", watermark,
        meeting.symbol if spec["running_head"] != "none" else "",
        "center" if spec["running_head"] == "centred" else "edge", foot, count.replace("/…", ""),
        {"9": 96, "10": 84, "11": 78, "12": 72}[spec["type_size"]],
    )  # fmt: skip


def _title(spec: Spec, meeting: Meeting, printer: Printer) -> tuple[str, str]:
    """The title and the type of the document."""
    chance, words = spec.random("title"), meeting.words
    gaps = {
        "nth": printer.ordinal(meeting.session),
        "d": printer.date(meeting.issued - datetime.timedelta(days=9)),
    }
    name, kind = {
        "agenda": ("agenda_titles", "provisional_agenda"),
        "agenda+timetable": ("both_titles", "provisional_agenda"),
        "timetable": ("work_titles", "organization_of_work"),
        "letter": ("letter_titles", "other"),
    }.get(spec["parts"], ("annotated_titles", "annotated_agenda"))
    if spec["parts"] == "agenda" and chance.random() < 0.3:
        name, kind = "adopted_titles", "agenda"
    titles = words[name]
    if name == "annotated_titles" and not has(spec, "timetable"):
        titles = titles[:3]
    return chance.choice(titles).format(**gaps), kind


def _order(spec: Spec) -> list[str]:
    match spec["parts"]:
        case "annexed-agenda":
            return ["annotations", "annex", "agenda"]
        case "letter":
            return ["letter", "annex", "agenda"]
    return [part for part in ("agenda", "annotations", "timetable") if has(spec, part)]


def _part(part: str, spec: Spec, meeting: Meeting, printer: Printer, doc: Doc, gold: Json) -> None:
    words = meeting.words
    match part:
        case "agenda":
            titled = spec["parts"] in ("agenda", "agenda+timetable") and spec["distractor"] != "contents"
            doc.add(*AgendaList(spec, meeting, titled=titled).elements())
            gold["agenda"] = expected(meeting.items)
            if listed := expected_documents(meeting.items):
                gold["annotations"] = listed
        case "annotations":
            annotations = Annotations(spec, meeting, printer, doc)
            doc.add(*annotations.elements())
            gold["annotations"] = annotations.gold
        case "timetable":
            _timetable(spec, meeting, printer, doc, gold)
        case "letter":
            doc.add(*(line(text, before=8) for text in words["letter_paragraphs"]))
            doc.add(line(words["signed"], align="right", before=12))
        case "annex":
            bold = spec.number % 2 == 0
            doc.add(Break(), line(words["annex"], bold=bold, align="center" if bold else "left", before=0))


def _timetable(spec: Spec, meeting: Meeting, printer: Printer, doc: Doc, gold: Json) -> None:
    words, page = meeting.words, spec["timetable_page"]
    table = Timetable(spec, meeting, printer, numbered="agenda" in gold)
    alone = spec["parts"] == "timetable"
    turn: Any = page if page in ("landscape", "turned", "sideways") else None
    if page != "same":
        doc.add(Break(turn))
    heading: list[Element] = []
    if page != "same" or spec["repeat_head"] == "annex-continued":
        heading.append(line(words["annex"], bold=True, before=0 if page != "same" else 16))
    if not alone or spec.number % 3 == 0:
        text = spec.random("timetable title").choice(words["timetable_titles"])
        heading.append(line(text, bold=True, size=1.1, before=10, level=2))
    doc.add(*heading, *table.elements())
    gold["timetable"] = table.gold
    if turn and spec["distractor"] in ("documents", "resolutions"):
        doc.add(Break("portrait"))


def _distract_before(spec: Spec, meeting: Meeting, doc: Doc) -> list[str]:
    """Add what may stand above the first part; returns the paragraphs of an introduction."""
    words = meeting.words
    introduction: list[str] = []
    if spec["distractor"] == "contents" and has(spec, "agenda") and spec["agenda_form"] != "contents":
        names = [words["list_headings"][0], *([words["annex"]] if spec["parts"] == "letter" else [])]
        if has(spec, "annotations"):
            names.insert(1 - (spec["parts"] == "annexed-agenda"), words["annotation_headings"][0])
        if has(spec, "timetable"):
            names.append(words["annex"])
        doc.add(line(words["contents"], bold=True, before=12, align="center"))
        for at, name in enumerate(names):
            doc.add(line(name, label=["I.", "II.", "III."][at], page=str(at + 2), before=2))
    if spec["distractor"] == "numbered" and spec["parts"] in ("agenda", "timetable", "agenda+timetable"):
        author = Author(spec)
        author.body = meeting.body["short"]
        doc.add(line(words["introduction"], bold=True, before=12))
        introduction = [author.filled(text) for text in words["paragraphs"][7:10]]
        doc.add(*(line(text, label=f"{at}.", hanging=False) for at, text in enumerate(introduction, 1)))
    return introduction


def _distract_after(spec: Spec, meeting: Meeting, printer: Printer, doc: Doc) -> None:
    kind = spec["distractor"]
    if kind not in ("documents", "resolutions"):
        return
    words, author = meeting.words, Author(spec)
    chance = spec.random("distractor")
    resolutions = kind == "resolutions"
    fresh = Author(replace(spec, seed=spec.seed + 1))  # no titles of items: they would head them
    doc.add(
        line(
            words["distract_resolutions" if resolutions else "distract_documents"],
            bold=True,
            before=16,
            level=2,
        )
    )
    names = words["distract_resolution_heads" if resolutions else "distract_document_heads"]
    rows = [tuple(cell(name, bold=True) for name in names)]
    day = meeting.issued - datetime.timedelta(days=60)
    for at in range(chance.randint(3, 6)):
        day += datetime.timedelta(days=chance.randint(0, 6))
        first = (
            f"{meeting.session}/{at + 1}" if resolutions else author.symbol(meeting.body["root"], day.year)
        )
        rows.append((cell(first), cell(fresh.title()), cell(printer.date(day))))
    rules: Any = spec["timetable_rules"]
    doc.add(Table(tuple(rows), (0.32, 0.44, 0.24), rules, 1))
