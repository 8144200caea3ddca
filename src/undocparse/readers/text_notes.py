"""Footnotes of plain text: what stands below a typed rule and begins with a mark."""

from __future__ import annotations

import re

from undocparse.layout.pages import Line, Page

_RULE = re.compile(r"[_‗]{5,}|[-–—]{5,}|[─━]{5,}")
_MARK = re.compile(
    r"(\*{1,4}|[†‡§])\s*(?=[^\s*])|(\d{1,3}|[a-z])[/.)]?\s+(?=\S)|\((\d{1,2}|[a-z]|\*+)\)\s+(?=\S)"
)
_ONLY_UNDERSCORES = re.compile(r"[_‗]+")


def mark_notes(page: Page) -> None:
    """Give the lines below a typed rule the region `note`, each with its mark; the rule becomes furniture.

    Notes end with the page, or at a blank row after which no mark begins a line.
    """
    lines = page.lines
    for at, line in enumerate(lines):
        if not _RULE.fullmatch(line.text) or at + 1 == len(lines):
            continue
        first = lines[at + 1]
        if first.column or _mark(first) is None or not (_is_rule_of_notes(line, first)):
            continue
        line.region = "foot"
        _mark_from(lines, at + 1)


def _is_rule_of_notes(rule: Line, first: Line) -> bool:
    """Whether a rule is one over notes: dashes also part what is none, numbered paragraphs for instance."""
    starred = first.text[:1] in "*†‡§" or bool(first.runs and first.runs[0].raised)
    return starred or bool(_ONLY_UNDERSCORES.fullmatch(rule.text))


def _mark_from(lines: list[Line], start: int) -> None:
    mark = ""
    for line in lines[start:]:
        found = _mark(line)
        if found is None and line.gap and line.gap >= 1:
            break
        if found is not None:
            mark = found
            _strip(line)
        line.region, line.mark = "note", mark


def _mark(line: Line) -> str | None:
    if len(line.runs) > 1 and line.runs[0].raised:
        return line.runs[0].text
    match = _MARK.match(line.text)
    return next(filter(None, match.groups())) if match else None


def _strip(line: Line) -> None:
    """Take the mark off the text; the runs keep it."""
    if len(line.runs) > 1 and line.runs[0].raised:
        rest = line.text[len(line.runs[0].text) :].lstrip()
    else:
        match = _MARK.match(line.text)
        rest = line.text[match.end() :] if match else line.text
    cut = len(line.text) - len(rest)
    line.marks = tuple((mark, place - cut) for mark, place in line.marks if place > cut)
    line.text = rest
