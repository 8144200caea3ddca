"""Item numbers as a document prints them: "1.", "(a)", "Item 3", "3, 4 and 5"."""

from __future__ import annotations

from .source import Block, Source


def entry_label(source: Source, key: str) -> str:
    """The number of an item in the agenda: "1.", "(a)" or "a)", "(i)"."""
    last = key.rsplit(".", 1)[-1]
    depth = key.count(".")
    if depth == 1 and last.isdigit():
        return f"{key}."
    return source.style(("first", "second", "third")[depth], "{}.").format(last)


def heading_label(source: Source, block: Block) -> str:
    """The number before the heading of an annotation: "1.", "Item 1", "ITEM 1."."""
    if block.label is not None:
        return block.label
    key = block.keys[0]
    if "." in key:
        return entry_label(source, key)
    return source.style("heading", source.style("first", "{}.")).format(key)


def cell_label(source: Source, keys: tuple[str, ...]) -> str:
    """The numbers in a cell of the timetable: "1 (a)", "Item 3", "3, 4 and 5"."""
    if not keys:
        return ""
    numbers = [_full(source, key) for key in keys]
    if len(numbers) > 1:
        numbers = [", ".join(numbers[:-1]) + f" {source.style('and')} " + numbers[-1]]
    return source.style("cell", "{}").format(numbers[0])


def _full(source: Source, key: str) -> str:
    first, *rest = key.split(".")
    if rest and rest[0].isdigit():
        return key
    return " ".join([first, *(source.style("second", "({})").format(part) for part in rest)])
