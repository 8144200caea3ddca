"""Turns the blocks of a source into strips for PDF pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from .inline import Notes, Piece, Rich, read_rich
from .labels import entry_label, heading_label
from .pdf_pages import LEFT, TEXT, WIDTH, Rule, Strip, Text, draw, paginate
from .pdf_tables import table_strips
from .pdf_text import wrap
from .source import Block, Source

SIZE, LEADING = 10.0, 12.2
HANG = 27.0
"""Room for a number before a heading, in points."""


def set_pdf(source: Source, path: Path) -> None:
    """Write the document as PDF."""
    strips = [*_masthead(source)]
    for block in source.blocks:
        strips += _block(source, block)
    draw(paginate(_pages(strips), source), source, path)


def _pages(strips: list[Strip]) -> list[Strip]:
    """Page breaks, which are empty strips, made a mark of the strip that follows."""
    found: list[Strip] = []
    fresh = False
    for strip in strips:
        if strip.height == 0:
            fresh = True
            continue
        found.append(replace(strip, fresh=True) if fresh else strip)
        fresh = False
    return found


@dataclass(frozen=True)
class Shape:
    """How a paragraph is set; the label stands at `label_x` beside its first line."""

    size: float = SIZE
    before: float = 0.0
    keep: bool = False
    justify: bool = False
    first: float = 0.0
    label: str = ""
    label_x: float = 0.0
    bold_label: bool = False


PLAIN = Shape()


def lines_of(rich: Rich, x: float, width: float, shape: Shape = PLAIN) -> list[Strip]:
    """A paragraph as one strip a line; its first two lines are kept together."""
    strips = []
    lines = wrap(rich, width, shape.size, shape.first)
    for count, line in enumerate(lines):
        indent = shape.first if count == 0 else 0
        marks = [Text(x + indent, line, width=width - indent if shape.justify else None)]
        if shape.label and count == 0:
            label = Rich((Piece(shape.label, bold=shape.bold_label),))
            marks.append(Text(shape.label_x, wrap(label, 400, shape.size)[0]))
        before = shape.before if count == 0 else 0.0
        keep = shape.keep or (count == 0 and len(lines) > 1)
        strips.append(Strip(shape.size * LEADING / SIZE, tuple(marks), before, keep))
    return strips


def _masthead(source: Source) -> list[Strip]:
    head = source.masthead
    notes = Notes([])
    right = 595.3 - LEFT if source.style("page") == "a4" else 612 - LEFT
    root, _, tail = head["symbol"].partition("/")
    small = wrap(Rich((Piece("/" + tail + head.get("star", "")),)), 400, 10)[0]
    large = wrap(Rich((Piece(root),)), 400, 20)[0]
    nations = wrap(Rich((Piece(head["nations"]),)), 400, 13)[0]
    top = Strip(
        24,
        (
            Text(TEXT, nations, down=6),
            Text(right, small, down=8, right=True),
            Text(right - small.width(), large, down=-1, right=True),
            Rule(LEFT, right, 24, 0.8),
        ),
    )
    organ = wrap(read_rich(head["organ"], notes, bold=True), 235, 14)
    marks: list[Text | Rule] = [Text(TEXT, line, down=4 + 16 * at) for at, line in enumerate(organ)]
    for at, text in enumerate(head["right"]):
        if text:
            marks.append(Text(right - 150, wrap(read_rich(text, notes), 150, SIZE)[0], down=6 + 11.5 * at))
    depth = max(96.0, 16.0 * len(organ) + 12)
    strips = [top, Strip(depth, (*marks, Rule(LEFT, right, depth, 1.6)), before=2)]
    for text in head.get("below", []):
        strips += lines_of(read_rich(text, notes), LEFT, 330, Shape(before=0 if strips[2:] else 8))
    strips += lines_of(
        read_rich(head["title"], source.notes, bold=True), TEXT, WIDTH - 20, Shape(size=14, before=22)
    )
    if author := head.get("author"):
        strips += lines_of(read_rich(author, source.notes, bold=True), TEXT, WIDTH, Shape(size=11, before=8))
    return strips


def _block(source: Source, block: Block) -> list[Strip]:  # noqa: PLR0911 - one return a kind
    rich = block.rich
    match block.kind:
        case "heading":
            return _heading(block)
        case "group":
            return lines_of(rich, TEXT, WIDTH, Shape(size=11, before=12, keep=True))
        case "entry":
            return _entry(source, block)
        case "item":
            return _item(source, block)
        case "paragraph":
            return _paragraph(source, block)
        case "document":
            return lines_of(rich, TEXT, WIDTH, Shape(before=5))
        case "tag":
            return lines_of(
                Rich(tuple(Piece(p.text, italic=True) for p in rich.pieces)), TEXT, WIDTH, Shape(keep=True)
            )
        case "contact":
            return lines_of(rich, TEXT, WIDTH, Shape(before=5 if rich.plain.endswith(":") else 0))
        case "outside":
            return lines_of(rich, TEXT, WIDTH, Shape(before=6))
        case "break":
            return [Strip(0)]
        case "table" if block.table:
            return table_strips(source, block.table)
    return []


def _heading(block: Block) -> list[Strip]:
    if block.level == 3:
        return [Strip(0), *lines_of(block.rich, LEFT, 400, Shape(size=14, keep=True))]
    size, before = (12.0, 18.0) if block.level == 1 else (SIZE, 9.0)
    return lines_of(block.rich, TEXT, WIDTH, Shape(size=size, before=before, keep=True))


def _entry(source: Source, block: Block) -> list[Strip]:
    depth = block.keys[0].count(".") if block.keys else 0
    label = entry_label(source, block.keys[0]) if block.keys else ""
    x = TEXT + HANG * (depth + 1)
    if block.page is None:
        wide = WIDTH - HANG * (depth + 1)
        return lines_of(block.rich, x, wide, Shape(before=4, label=label, label_x=x - HANG))
    strips = lines_of(
        block.rich, x, WIDTH + 25 - HANG * (depth + 1), Shape(before=4, label=label, label_x=x - HANG)
    )
    last = strips[-1]
    set_line = next(mark for mark in last.marks if isinstance(mark, Text))
    start = set_line.x + set_line.line.width() + 4
    dots = "." * int((TEXT + WIDTH + 45 - start) / 2.5)
    leader = Text(start, wrap(Rich((Piece(dots),)), 900, SIZE)[0])
    page = Text(TEXT + WIDTH + 65, wrap(Rich((Piece(block.page),)), 50, SIZE)[0], right=True)
    return [*strips[:-1], replace(last, marks=(*last.marks, leader, page))]


def _item(source: Source, block: Block) -> list[Strip]:
    label = heading_label(source, block)
    size = 12.0 if not any("." in key for key in block.keys) else SIZE + 0.5
    if source.style("two_lines"):
        above = lines_of(Rich((Piece(label, bold=True),)), TEXT, WIDTH, Shape(size=11, before=14, keep=True))
        return [*above, *lines_of(block.rich, TEXT, WIDTH, Shape(size=11, keep=True))]
    if source.style("run_in"):
        text = Rich((Piece(label + " ", bold=True), *block.rich.pieces), block.rich.mentions)
        return lines_of(text, TEXT, WIDTH, Shape(size=size, before=14, keep=True))
    return lines_of(
        block.rich,
        TEXT,
        WIDTH - 20,
        Shape(size=size, before=13, keep=True, label=label, label_x=TEXT - HANG, bold_label=True),
    )


def _paragraph(source: Source, block: Block) -> list[Strip]:
    if block.label is None:
        indent = 27.0 if source.style("indent") else 0.0
        return lines_of(block.rich, TEXT, WIDTH, Shape(before=6, justify=True, first=indent))
    if block.label[0].isdigit():
        return lines_of(
            block.rich,
            TEXT,
            WIDTH,
            Shape(before=6, justify=True, first=HANG, label=block.label, label_x=TEXT),
        )
    return lines_of(
        block.rich,
        TEXT,
        WIDTH,
        Shape(before=5, justify=True, first=2 * HANG, label=block.label, label_x=TEXT + HANG),
    )
