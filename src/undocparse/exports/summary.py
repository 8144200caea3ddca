"""What a person wants to see of a document: masthead, tree of items, timetable, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from undocparse.exports.plain import visible
from undocparse.model import Agenda, AgendaItem, Document, ItemView, Sitting
from undocparse.model.diagnostics import Severity
from undocparse.words import _, many

_WIDTH = 120  # columns; tables are set for a wide terminal


def summary(document: Document) -> Iterator[RenderableType]:
    """Parts for a `rich` console, in the order to print them; no text of the document moves the cursor."""
    header = document.header
    yield _text(f"{header.symbol or document.source.name}  {header.title or ''}", style="bold")
    meeting = [header.organ, header.body, header.session.text, header.place, _days(document)]
    yield _text(" · ".join(part for part in meeting if part))
    if len(document.agenda):
        yield agenda_tree(document.agenda, document)
    if len(document.timetable):
        yield timetable_table(document.timetable)
    yield Text(
        f"{document.document_type}, {document.language}, "
        f"{many('%d page', '%d pages', document.source.pages)}, "
        f"{many('%d reference', '%d references', len(document.references))}, {_counts(document)}",
        style="dim",
    )


def to_text(document: Document) -> str:
    """The summary as plain text, as wide as it needs."""
    console = Console(file=StringIO(), width=_WIDTH, color_system=None, legacy_windows=False)
    for part in summary(document):
        console.print(part, soft_wrap=True)
    written: str = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in written.splitlines()) + "\n"


def _text(text: str, style: str = "") -> Text:
    """Text of the document as it stands, whatever it holds."""
    return Text(visible(text), style=style)


def _counts(document: Document) -> str:
    """Lines that no section has, and diagnostics by severity, the gravest first."""
    found = Counter(one.severity for one in document.diagnostics)
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    by_severity = ", ".join(f"{found[name]} {name}" for name in severities if found[name])
    diagnostics = many("%d diagnostic", "%d diagnostics", found.total())
    unassigned = many("%d line unassigned", "%d lines unassigned", len(document.unassigned))
    return f"{unassigned}, {diagnostics}" + (f" ({by_severity})" if by_severity else "")


def _days(document: Document) -> str:
    days = (document.header.starts, document.header.ends)
    return _(" to ").join(day for day in days if day)


def agenda_tree(agenda: Agenda, document: Document | None = None) -> Tree:
    """The items as a tree; of an annotated document with what is said of each."""
    tree = Tree(_("Agenda"))
    _grow(tree, agenda, document if document and document.annotations else None)
    return tree


def _grow(tree: Tree, items: Iterable[AgendaItem], document: Document | None) -> None:
    for item in items:
        counts = _said_of(ItemView(document, item)) if document else ""
        branch = tree.add(Text.assemble((item.key, "bold"), f"  {visible(item.title)}", (counts, "dim")))
        _grow(branch, item.items, document)


def _said_of(view: ItemView) -> str:
    paragraphs = many("%d paragraph", "%d paragraphs", len(view.paragraphs))
    return f"  [{paragraphs}, {many('%d document', '%d documents', len(view.documents))}]"


def timetable_table(sittings: Iterable[Sitting]) -> Table:
    """One row a sitting."""
    table = Table(_("Date"), _("Time"), _("Track"), _("Items"))
    for sitting in sittings:
        time = "-".join(at for at in (sitting.starts, sitting.ends) if at) or sitting.part or ""
        rows = (_text(f"{' '.join(entry.items)}  {entry.title}".strip()) for entry in sitting.entries)
        table.add_row(sitting.date or "", time, _text(sitting.track or ""), Text("\n").join(rows))
    return table


def item_parts(view: ItemView) -> Iterator[RenderableType]:
    """An item with its path, its paragraphs and documents, and when it is taken up."""
    yield _text(" > ".join(f"{item.key} {item.title}" for item in view.path), style="bold")
    yield from (_text(paragraph.text) for paragraph in view.paragraphs)
    yield from (_text(f"- {listed.text}") for listed in view.documents)
    if view.sittings:
        yield timetable_table(view.sittings)
