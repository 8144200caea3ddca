"""The document as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from undocparse.exports.plain import one_line
from undocparse.model import Annotation, Document, Sitting

_MARKS = re.compile(
    r"""(?x)
      [\\`*\[\]<|~]
    | (?<![^\W_])_ | _(?![^\W_])      # one within a word means nothing
    | &(?=\#?\w+;)
    | (?<!\S)[\#+>=-](?=[\#=-]*(?:\s|$))   # a heading, its end, an entry of a list, a rule
    | (?<!\S)>
    """
)
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")  # an entry of a numbered list


def to_markdown(document: Document) -> str:
    """Masthead, agenda, annotations and timetable as Markdown text.

    What the document says stands there as text: characters that mean something to Markdown or HTML have a
    backslash before them.
    """
    return "\n".join(_lines(document)).strip() + "\n"


def as_text(text: str) -> str:
    """Text as a line of Markdown (CommonMark, tables, strikethrough) that shows as just this text."""
    line = " ".join(one_line(text).split(" ")).strip()
    return _NUMBER.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line))


def _lines(document: Document) -> Iterator[str]:
    header = document.header
    yield f"# {as_text(header.title or header.symbol or document.source.name)}\n"
    for value in (header.symbol, header.date, header.organ, header.body, header.place):
        if value:
            yield f"- {as_text(value)}"
    yield ""
    for item in document.agenda.walk():
        yield f"{'  ' * item.key.count('.')}- {as_text(f'{item.label or item.key} {item.title}')}"
    for annotation in document.annotations:
        yield from _annotation(annotation)
    for sitting in document.timetable:
        yield from _sitting(sitting)


def _annotation(annotation: Annotation) -> Iterator[str]:
    yield f"\n## {as_text(annotation.heading or '…')}\n"
    for paragraph in annotation.paragraphs:
        yield as_text(f"{paragraph.number or ''} {paragraph.text}") + "\n"
    for listed in annotation.documents:
        yield f"- {as_text(listed.text)}"


def _sitting(sitting: Sitting) -> Iterator[str]:
    times = "-".join(at for at in (sitting.starts, sitting.ends) if at)
    said = " ".join(part for part in (sitting.date, times, sitting.track) if part)
    held = ", ".join(part for part in (sitting.room, *sitting.setting) if part)
    number = f" [{sitting.meeting}]" if sitting.meeting else ""
    yield f"\n### {as_text(said + number + (f' ({held})' if held else ''))}\n"
    for entry in sitting.entries:
        yield f"- {as_text(' '.join([*entry.items, entry.title]))}"
