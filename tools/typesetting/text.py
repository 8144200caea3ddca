"""The document as plain text, saved the way a careful person would."""

from __future__ import annotations

import textwrap
from pathlib import Path

from .inline import SOFT_HYPHEN, Notes, Rich, read_rich
from .labels import entry_label, heading_label
from .source import Block, Source
from .text_tables import table_lines

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def set_text(source: Source, path: Path) -> None:
    """Write the document as text in UTF-8."""
    lines = _masthead(source)
    before: Block | None = None
    for block in source.blocks:
        if before is None or not _close(before, block):
            lines.append("")
        lines += _block(source, block)
        before = block
    lines += _notes(source)
    lines += ["", source.masthead.get("foot", "")]
    path.write_text("\n".join(line.rstrip() for line in lines) + "\n", "utf-8")


def words(rich: Rich) -> str:
    """Text with footnote marks as raised figures."""
    parts = (piece.text if piece.note is None else piece.text.translate(RAISED) for piece in rich.pieces)
    return "".join(parts).replace(SOFT_HYPHEN, "")


def fill(source: Source, text: str, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of the document's measure."""
    measure = int(source.style("measure", "84"))
    return textwrap.wrap(
        text,
        measure,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _close(above: Block, block: Block) -> bool:
    """Whether no blank line stands between two blocks."""
    both = {above.kind, block.kind}
    return both in ({"entry"}, {"contact"}) or (above.kind == "item" and block.kind == "tag")


def _masthead(source: Source) -> list[str]:
    head = source.masthead
    plain = Notes([])
    measure = int(source.style("measure", "84"))
    symbol = head["symbol"] + head.get("star", "")
    lines = [head["nations"].ljust(measure - len(symbol)) + symbol, ""]
    left = textwrap.wrap(head["organ"], 48)
    right = [read_rich(line, plain).plain for line in head["right"]]
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ""
        lines.append(one.ljust(58) + (right[at] if at < len(right) else ""))
    lines.append("")
    for text in head.get("below", []):
        lines += fill(source, read_rich(text, plain).plain)
    lines += ["", *fill(source, words(read_rich(head["title"], source.notes)))]
    if author := head.get("author"):
        lines += ["", author]
    return lines


def _block(source: Source, block: Block) -> list[str]:  # noqa: PLR0911 - one return a kind
    text = words(block.rich)
    match block.kind:
        case "entry":
            return _entry(source, block, text)
        case "item":
            return _item(source, block, text)
        case "table" if block.table:
            return table_lines(source, block.table)
        case "paragraph" if block.label:
            if block.label[0].isdigit():
                return fill(source, text, f"{block.label:<5} ", "")
            return fill(source, text, f"    {block.label:<4} ")
        case "paragraph" if source.style("indent"):
            return fill(source, text, "     ", "")
        case "break" | "introduction":
            return []
    return fill(source, text)


def _entry(source: Source, block: Block, text: str) -> list[str]:
    depth = block.keys[0].count(".") if block.keys else 0
    label = entry_label(source, block.keys[0]) if block.keys else ""
    lines = fill(source, text, " " * 5 * depth + f"{label:<4} ")
    if block.page is not None:
        measure = int(source.style("measure", "84"))
        lines[-1] = f"{lines[-1]} ".ljust(measure - 3, ".") + f" {block.page}"
    return lines


def _item(source: Source, block: Block, text: str) -> list[str]:
    label = heading_label(source, block)
    if source.style("two_lines"):
        return [label, *fill(source, text)]
    if source.style("run_in"):
        return fill(source, f"{label} {text}")
    return fill(source, text, f"{label:<4} ")


def _notes(source: Source) -> list[str]:
    if not source.notes.texts and not source.masthead.get("notes"):
        return []
    lines = ["", "_" * 20]
    for mark, text in source.masthead.get("notes", []):
        lines += fill(source, read_rich(text, Notes([])).plain, f"{mark} ")
    for number, note in enumerate(source.notes.texts, 1):
        lines += fill(source, words(note), f"{str(number).translate(RAISED)} ")
    return lines
