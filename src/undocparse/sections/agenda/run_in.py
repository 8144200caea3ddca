"""Headings that run into the paragraph below them: "3. Other matters. The Committee may wish …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from undocparse.layout.pages import Run
from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.words import ListWords

_LONG_TITLE = 300  # characters
_LONG_PLAIN = 120  # characters of a title that type does not set apart
_STOP = re.compile(r"[.:]\s+(?:[–—-]\s+)?(?=[A-ZÀ-Ý«“\"(])|\.?\s+[–—]\s+(?=[A-ZÀ-Ý«“\"(])")
_EDGES = " .:;–—-"


def set_apart(entry: Entry) -> Entry | None:
    """The entry as a heading where the type of its beginning is set apart from the text behind; else None."""
    title = _title(entry)
    return _headed(entry, title) if title else None


def by_sentence(entry: Entry, known: ListWords) -> Entry | None:
    """The entry as a heading where its first sentence has no verb, as in formats without type; else None."""
    if not entry.readings or entry.block.bold:
        return None
    stop = _STOP.search(entry.text)
    title = entry.text[: stop.start()].strip() if stop else ""
    if not 2 < len(title) < _LONG_PLAIN or known.verb.search(title.lower()):
        return None
    return _headed(entry, title)


def _headed(entry: Entry, title: str) -> Entry:
    readings = tuple(reading._replace(title=title) for reading in entry.readings)
    return replace(entry, readings=readings, text=title, breaks=0, sentence=False, emphatic=True)


def _title(entry: Entry) -> str:
    """The title behind the label, if it is bold or italic and what follows it is not."""
    runs = _runs(entry)
    first = next(runs, None)
    if first is None or not entry.readings or len(entry.blocks) > 1:
        return ""
    kept = [first.text] if _apart(first) else []
    label = entry.readings[0].printed
    if not kept and first.text.strip() != label:
        return ""
    for run in runs:
        if not _apart(run):
            title = " ".join(kept).removeprefix(label).strip(_EDGES)
            return title if 2 < len(title) < _LONG_TITLE and entry.text.startswith(title[:12]) else ""
        kept.append(run.text)
    return ""


def _runs(entry: Entry) -> Iterator[Run]:
    return (run for line in entry.block.lines for run in line.runs if not run.raised and run.text.strip())


def _apart(run: Run) -> bool:
    return run.bold or run.italic
