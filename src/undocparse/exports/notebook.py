"""What a notebook shows of documents, agendas and timetables: short HTML, all texts escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from undocparse.exports.plain import one_line

if TYPE_CHECKING:
    from undocparse.model.agenda import Agenda, AgendaItem
    from undocparse.model.document import Document
    from undocparse.model.item_view import ItemView
    from undocparse.model.timetable import Sitting

_MOST = 12  # rows; a cell's output is looked over, not read


def document_html(document: Document) -> str:
    """Masthead, agenda, the first sittings, and what was doubtful."""
    header = document.header
    meeting = (header.organ, header.body, header.session.text, header.place, header.starts, header.ends)
    counts = (
        f"{document.document_type}, {document.language}, {document.source.pages} pages, "
        f"{len(document.references)} references, {len(document.diagnostics)} diagnostics, "
        f"{len(document.unassigned)} lines unassigned"
    )
    parts = [
        f"<strong>{_text(header.symbol or document.source.name)}</strong> {_text(header.title or '')}",
        _text(" · ".join(part for part in meeting if part)),
        agenda_html(document.agenda) if len(document.agenda) else "",
        timetable_html(document.timetable) if len(document.timetable) else "",
        f"<small>{_text(counts)}</small>",
    ]
    return "".join(f"<div>{part}</div>" for part in parts if part)


def agenda_html(agenda: Agenda) -> str:
    """All items as a nested list."""
    return _list(agenda)


def timetable_html(sittings: Iterable[Sitting]) -> str:
    """The first sittings as a table."""
    every = list(sittings)
    rows = [_row("th", ("Date", "Time", "Track", "Items"))]
    rows += [_row("td", _cells(sitting)) for sitting in every[:_MOST]]
    more = f"<small>… {len(every) - _MOST} more sittings</small>" if len(every) > _MOST else ""
    return f"<table>{''.join(rows)}</table>{more}"


def item_html(view: ItemView) -> str:
    """An item with its path, paragraphs, documents and sittings."""
    path = " > ".join(f"{item.key} {item.title}" for item in view.path)
    paragraphs = "".join(f"<p>{_text(paragraph.text)}</p>" for paragraph in view.paragraphs)
    documents = "".join(f"<li>{_text(listed.text)}</li>" for listed in view.documents)
    listed = f"<ul>{documents}</ul>" if documents else ""
    sittings = timetable_html(view.sittings) if view.sittings else ""
    return f"<div><strong>{_text(path)}</strong>{paragraphs}{listed}{sittings}</div>"


def _text(text: str) -> str:
    return escape(one_line(text))


def _list(items: Iterable[AgendaItem]) -> str:
    entries = "".join(
        f"<li><b>{_text(item.key)}</b> {_text(item.title)}{_list(item.items) if item.items else ''}</li>"
        for item in items
    )
    return f"<ul style='list-style: none'>{entries}</ul>"


def _row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


def _cells(sitting: Sitting) -> Iterator[str]:
    yield _text(sitting.date or "")
    yield _text(sitting.hours)
    yield _text(sitting.track or "")
    yield "<br>".join(_text(f"{' '.join(entry.items)} {entry.title}".strip()) for entry in sitting.entries)
