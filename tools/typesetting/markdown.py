"""The document as Markdown."""

from __future__ import annotations

from pathlib import Path

from .inline import SOFT_HYPHEN, Notes, Rich, read_rich
from .labels import cell_label, entry_label, heading_label
from .source import Block, Source
from .text_tables import title
from .timetable import Table


def set_markdown(source: Source, path: Path) -> None:
    """Write the document as Markdown in UTF-8."""
    lines = _masthead(source)
    for block in source.blocks:
        found = _block(source, block)
        lines += found if block.kind == "entry" and block.keys and "." in block.keys[0] else ["", *found]
    for number, note in enumerate(source.notes.texts, 1):
        lines += ["", f"[^{number}]: {_words(note)}"]
    for mark, text in source.masthead.get("notes", []):
        lines += ["", f"\\{mark} {read_rich(text, Notes([])).plain}"]
    lines += ["", source.masthead.get("foot", "")]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _words(rich: Rich) -> str:
    found = []
    for piece in rich.pieces:
        if piece.note is not None:
            found.append(f"[^{piece.text}]")
        else:
            found.append(f"*{piece.text}*" if piece.italic else piece.text)
    return "".join(found).replace(SOFT_HYPHEN, "")


def _masthead(source: Source) -> list[str]:
    head = source.masthead
    plain = Notes([])
    lines = [f"{head['nations']}  ", head["symbol"] + head.get("star", "").replace("*", "\\*")]
    lines += ["", f"# {head['organ']}", ""]
    lines += [f"{text}  " if text else "" for text in head["right"]]
    lines += ["", "---", ""]
    for text in head.get("below", []):
        bold = text.startswith("**")
        said = read_rich(text, plain).plain
        lines.append(f"**{said}**  " if bold else f"{said}  ")
    return [*lines, "", f"## {_words(read_rich(head['title'], source.notes))}"]


def _block(source: Source, block: Block) -> list[str]:  # noqa: PLR0911 - one return a kind
    text = _words(block.rich)
    match block.kind:
        case "heading":
            return [f"**{text}**"] if block.level == 2 else [f"### {text}"]
        case "group":
            return [f"**{text}**"]
        case "entry":
            depth = block.keys[0].count(".") if block.keys else 0
            label = entry_label(source, block.keys[0]) if block.keys else ""
            return [("  " * depth + ("- " if depth else "") + f"{label} {text}").rstrip()]
        case "item":
            level = "#####" if "." in block.keys[0] else "####"
            return [f"{level} **{heading_label(source, block)} {text}**"]
        case "paragraph" if block.label:
            return [f"{block.label} {text}"]
        case "table" if block.table:
            return _table(source, block.table)
        case "break" | "introduction":
            return []
    return [text]


def _table(source: Source, table: Table) -> list[str]:
    names = [name for name, _ in table.columns]
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    for day in table.days:
        lead = day.printed
        for sitting in day.sittings:
            for count, (row, *_) in enumerate(sitting.rows):
                if row is None:
                    continue
                cells = [
                    lead,
                    sitting.printed if count == 0 else "",
                    cell_label(source, row.keys),
                    title(row),
                ]
                lines.append("| " + " | ".join(cells) + " |")
                lead = ""
    return lines
