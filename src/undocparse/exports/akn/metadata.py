"""What stands in `<meta>`: identification, entities, the foot of the first page."""

from __future__ import annotations

from lxml import etree

from undocparse.exports.akn.iris import (
    UNKNOWN_DATE,
    actor_above,
    actor_of,
    day,
    iris_of,
    long_code,
    number_of,
    short_code,
)
from undocparse.exports.akn.sheet import UN, A, Sheet
from undocparse.model import Document

STAGES = {
    "preliminary_list": "preliminaryList",
    "provisional_agenda": "provisionalAgenda",
    "annotated_agenda": "annotatedAgenda",
    "agenda": "adoptedAgenda",
    "organization_of_work": "organizationOfWork",
    "other": "other",
}
"""The stage in the life of an agenda that a type is; the guidelines' words where they have one."""

_UN = "United Nations"
_TYPES = {stage: kind for kind, stage in STAGES.items()}


def class_of(document: Document) -> tuple[str, str]:
    """Element and name of the document's class.

    An agenda is a `debateReport`, `agendaAnnotated` or `agendaListing`. What is no agenda may be a letter, a
    resolution or a report: the model does not say, so that it is `doc`, Akoma Ntoso's class for any document.
    """
    if document.document_type == "other":
        return "doc", "other"
    annotated = document.document_type == "annotated_agenda"
    return "debateReport", "agendaAnnotated" if annotated else "agendaListing"


def write_identification(sheet: Sheet, meta: etree._Element, component: str = "main") -> None:
    """Names, dates, authors of work, expression and manifestation, for the whole or a component of it."""
    document, header = sheet.document, sheet.document.header
    iris = iris_of(document)
    this = iris.parts(component)
    tool = sheet.entity("TLCProcess", "undocparse", "process/un/undocparse")
    _, issuer = organizations(sheet)
    found = sheet.element(meta, "identification", source=tool)
    issued = day(header.date) or UNKNOWN_DATE
    rows = (
        ("Work", this.work, iris.work, issued, "issued", issuer, "author"),
        ("Expression", this.expression, iris.expression, issued, "issued", issuer, "issuer"),
        ("Manifestation", this.manifestation, iris.manifestation, UNKNOWN_DATE, "markup", tool, "editor"),
    )
    for name, part, whole, at, event, author, role in rows:
        level = sheet.element(found, f"FRBR{name}")
        sheet.element(level, "FRBRthis", value=part)
        sheet.element(level, "FRBRuri", value=whole)
        sheet.element(level, "FRBRdate", date=at, name=event)
        as_role = sheet.entity("TLCRole", role, f"role/un/{role}")
        etree.SubElement(level, A + "FRBRauthor", {"href": author, "as": as_role})
    _say_of_work(sheet, found[0])
    sheet.element(found[1], "FRBRlanguage", language=long_code(document.language))


def organizations(sheet: Sheet) -> tuple[str, str]:
    """Refers to the organ and the body of the masthead; the symbol is that of the lower of the two.

    Where one of them is not printed, the other stands for both.
    """
    header = sheet.document.header
    actor, above = actor_of(header.symbol), actor_above(header.symbol)
    if not header.body:
        organ = sheet.entity("TLCOrganization", "organ", f"organization/un/{actor}", header.organ or _UN)
        return organ, organ
    body = sheet.entity("TLCOrganization", "body", f"organization/un/{actor}", header.body)
    if not header.organ:
        return body, body
    return sheet.entity("TLCOrganization", "organ", f"organization/un/{above or 'organ'}", header.organ), body


def _say_of_work(sheet: Sheet, work: etree._Element) -> None:
    document = sheet.document
    sheet.element(work, "FRBRcountry", value="un")
    agenda = document.document_type != "other"
    sheet.element(work, "FRBRsubtype", value="agenda" if agenda else "other")
    for symbol in (document.header.symbol, *document.header.other_symbols):
        if symbol and number_of(symbol):
            sheet.element(work, "FRBRnumber", value=number_of(symbol), showAs=symbol)
    sheet.element(work, "FRBRname", value=STAGES[document.document_type])


def write_entities(sheet: Sheet, meta: etree._Element) -> None:
    """Everything that the file refers to; to be written when all the rest is."""
    references = sheet.element(meta, "references", source="#undocparse")
    for tag, told in sheet.entities.values():
        etree.SubElement(references, A + tag, told)


def write_foot(sheet: Sheet, meta: etree._Element) -> None:
    """The foot of the first page with the job number, where the UN's editors put it."""
    job = sheet.document.header.job_number
    if job is None:
        return
    place = sheet.element(meta, "presentation", source="#undocparse")
    for name in ("footerFirstPage", "footerFirstPageLeft", "internalCode"):
        place = etree.SubElement(place, f"{{{UN}}}{name}")
    concept = sheet.concept("publicationJobNumber", "reference")
    sheet.element(place, "docketNumber", job, refersTo=concept)


def read_kind(root: etree._Element) -> tuple[str, str | None]:
    """Type and language that a file says of its document."""
    stage = root.find(f".//{A}FRBRWork/{A}FRBRname")
    language = root.find(f".//{A}FRBRExpression/{A}FRBRlanguage")
    kind = _TYPES.get(stage.get("value", "")) if stage is not None else None
    return kind or _KINDS.get(root.get("name"), "other"), short_code(
        language.get("language") if language is not None else None
    )


_KINDS = {"agendaAnnotated": "annotated_agenda", "agendaListing": "agenda"}
