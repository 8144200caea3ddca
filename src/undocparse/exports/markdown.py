"""The document as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from undocparse.model import Annotation, Document, Sitting


def to_markdown(document: Document) -> str:
    """Masthead, agenda, annotations and timetable as Markdown text."""
    return "\n".join(_lines(document)).strip() + "\n"


def _lines(document: Document) -> Iterator[str]:
    header = document.header
    yield f"# {header.title or header.symbol or document.source.name}\n"
    for value in (header.symbol, header.date, header.organ, header.body, header.place):
        if value:
            yield f"- {value}"
    yield ""
    for item in document.agenda.walk():
        yield f"{'  ' * item.key.count('.')}- {item.label or item.key} {item.title}"
    for annotation in document.annotations:
        yield from _annotation(annotation)
    for sitting in document.timetable:
        yield from _sitting(sitting)


def _annotation(annotation: Annotation) -> Iterator[str]:
    yield f"\n## {annotation.heading or '…'}\n"
    for paragraph in annotation.paragraphs:
        yield f"{paragraph.number or ''} {paragraph.text}".strip() + "\n"
    for listed in annotation.documents:
        yield f"- {listed.text}"


def _sitting(sitting: Sitting) -> Iterator[str]:
    times = "-".join(at for at in (sitting.starts, sitting.ends) if at)
    yield "\n" + " ".join(part for part in ("###", sitting.date, times, sitting.track) if part) + "\n"
    for entry in sitting.entries:
        yield f"- {' '.join(entry.items)} {entry.title}".replace("-  ", "- ")
