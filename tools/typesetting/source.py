"""Reads a fixture source: settings in TOML between two lines of `+++`, then one block a line.

= Heading            == Smaller heading       =! Annex (begins a page)      + Group heading
* 1.a | Title;       an agenda entry; `* 1 | Title | 4` is a line of a contents table
# 1.a | Title        the heading of an annotation; `# 3 4 | Items 3 and 4 | Title` prints its own label
## Title             a heading inside an annotation
#-                   the introduction begins: paragraphs that belong to no item
> Title ($A/1$)      a document listed under the item; its key is the first symbol, else the title
@ For decision (…)   a tag line           ~ Name, telephone     a line of a contact block
{12.} Text           a paragraph with its printed label; `{•}` is a bullet
! Text               a line that belongs to no part of the expected JSON
---                  a new page
anything else        a paragraph
[timetable …] … [end]  see `timetable.py`
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from .inline import SOFT_HYPHEN, Notes, Rich, read_rich
from .timetable import Table, read_table

Kind = Literal[
    "heading", "group", "entry", "item", "introduction", "paragraph", "document", "tag", "contact", "outside",
    "break", "table",
]  # fmt: skip
EMPTY = Rich(())
LABELLED = re.compile(r"\{(?P<label>[^}]+)\}\s+(?P<text>.*)")


@dataclass(frozen=True)
class Block:
    """One line of a source.

    Attributes:
        kind: what it is.
        rich: its text.
        keys: keys of the items that an entry or a heading is about.
        label: number as printed, where the source prints its own.
        level: depth of a heading; 3 begins a page.
        page: page number in a contents table.
        table: the timetable.
    """

    kind: Kind
    rich: Rich = EMPTY
    keys: tuple[str, ...] = ()
    label: str | None = None
    level: int = 1
    page: str | None = None
    table: Table | None = None


@dataclass
class Source:
    """A whole fixture source: settings, blocks and footnotes."""

    name: str
    settings: dict[str, Any]
    blocks: list[Block] = field(default_factory=list)
    notes: Notes = field(default_factory=lambda: Notes([]))

    @property
    def masthead(self) -> dict[str, Any]:
        """What the masthead prints."""
        masthead: dict[str, Any] = self.settings["masthead"]
        return masthead

    def style(self, name: str, default: str = "") -> str:
        """How something is printed, from the table `[print]`."""
        return str(self.settings.get("print", {}).get(name, default))


def read_source(path: Path) -> Source:
    """Settings, blocks and footnotes of one source file."""
    _, front, body = path.read_text("utf-8").split("+++\n", 2)
    source = Source(path.name.removesuffix(".src"), tomllib.loads(front))
    lines = iter(body.replace("\\-", SOFT_HYPHEN).splitlines())
    for line in lines:
        if line.startswith("[timetable"):
            table = read_table(line, lines, source.notes)
            source.blocks.append(Block("table", table=table))
        elif line.strip():
            block = _block(line.strip(), source.notes)
            if block.kind == "document" and source.blocks[-1].kind != "document":
                source.blocks += _list_heading(source)
            source.blocks.append(block)
    return source


def _list_heading(source: Source) -> list[Block]:
    """The word over a list of documents, which the settings give once for all."""
    word = source.settings.get("documentation", "")
    return [Block("heading", read_rich(word, source.notes, bold=True), level=2)] if word else []


def _block(line: str, notes: Notes) -> Block:  # noqa: PLR0911 - one return a sign
    sign, _, rest = line.partition(" ")
    match sign:
        case "=" | "==" | "=!":
            level = {"=": 1, "==": 2, "=!": 3}[sign]
            return Block("heading", read_rich(rest, notes, bold=True), level=level)
        case "##":
            return Block("heading", read_rich(rest, notes, bold=True), level=2)
        case "+":
            return Block("group", read_rich(rest, notes, bold=True))
        case "*":
            return _entry(rest, notes)
        case "#":
            return _item(rest, notes)
        case "#-":
            return Block("introduction")
        case ">":
            return Block("document", read_rich(rest, notes))
        case "@":
            return Block("tag", read_rich(rest, notes))
        case "~":
            return Block("contact", read_rich(rest, notes))
        case "!":
            return Block("outside", read_rich(rest, notes))
        case "---":
            return Block("break")
    return _paragraph(line, notes)


def _entry(text: str, notes: Notes) -> Block:
    keys, title, *page = (part.strip() for part in text.split("|"))
    found = () if keys == "-" else (keys,)
    return Block("entry", read_rich(title, notes), found, page=page[0] if page else None)


def _item(text: str, notes: Notes) -> Block:
    keys, *label, title = (part.strip() for part in text.split("|"))
    return Block(
        "item", read_rich(title, notes, bold=True), tuple(keys.split()), label=label[0] if label else None
    )


def _paragraph(line: str, notes: Notes) -> Block:
    if found := LABELLED.fullmatch(line):
        return Block("paragraph", read_rich(found["text"], notes), label=found["label"])
    return Block("paragraph", read_rich(line, notes))
