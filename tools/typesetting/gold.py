"""The expected JSON of a fixture, from its source alone."""

from __future__ import annotations

from typing import Any

from .inline import Mention, Notes, Rich, read_rich
from .source import Block, Source
from .timetable import Row, Table

START = 60
Json = dict[str, Any]


def gold_of(source: Source, files: list[str]) -> Json:
    """What a careful reader finds in the document; the same for every format that it is set in."""
    settings = source.settings
    gold: Json = {
        "file": files[0],
        "files": files,
        "document_type": settings["document_type"],
        "header": _header(settings),
        "agenda": _agenda(source.blocks),
        "annotations": _annotations(source.blocks),
        "timetable": [
            sitting for block in source.blocks if block.table for sitting in _sittings(block.table)
        ],
        "references": _references(source),
    }
    for name in settings.get("unscored", []):
        del gold[name]
    return gold


def _header(settings: Json) -> Json:
    """The header's fields; those listed as `unsaid` are null, which TOML cannot write."""
    header = {"language": settings["language"], **settings["header"]}
    return header | dict.fromkeys(header.pop("unsaid", []))


def bare(title: str) -> str:
    """A title without its closing punctuation."""
    return title.rstrip(" .;:")


def _agenda(blocks: list[Block]) -> list[Json]:
    tree: list[Json] = []
    seen: dict[str, Json] = {}
    for block in blocks:
        if block.kind != "entry" or not block.keys:
            continue
        key = block.keys[0]
        item: Json = {"key": key, "title": bare(block.rich.plain), "items": []}
        parent = seen.get(key.rpartition(".")[0])
        (parent["items"] if parent else tree).append(item)
        seen[key] = item
    return tree


def _annotations(blocks: list[Block]) -> list[Json]:
    found: list[Json] = []
    current: Json | None = None
    for block in blocks:
        if block.kind in {"item", "introduction"}:
            current = {"items": list(block.keys), "paragraphs": [], "documents": []}
            found.append(current)
        elif block.kind == "heading" and block.level != 2:
            current = None
        elif current is not None and block.kind == "paragraph":
            current["paragraphs"].append(block.rich.plain[:START])
        elif current is not None and block.kind in {"document", "tag"}:
            current["documents"] += _listed(block)
    return [entry for entry in found if entry["paragraphs"] or entry["documents"]]


def _listed(block: Block) -> list[str]:
    symbols = [mention.number for mention in block.rich.mentions if mention.kind == "document"]
    if block.kind == "tag":
        return symbols
    return symbols or [bare(block.rich.plain)]


def _sittings(table: Table) -> list[Json]:
    found = []
    for day in table.days:
        for sitting in day.sittings:
            for track in range(max(1, len(table.tracks))):
                rows = [row[track] for row in sitting.rows if track < len(row)]
                entries = [_timetable_entry(row) for row in rows if row and row.entry]
                for starts, ends in sitting.spans if entries else ():
                    when = {"date": day.date if day.date != "-" else None, "starts": starts, "ends": ends}
                    found.append({**when, "entries": entries})
    return found


def _timetable_entry(row: Row) -> Json:
    return {"items": list(row.keys), "title": bare(row.title.plain), "continued": bool(row.suffix)}


def _references(source: Source) -> list[Json]:
    texts: list[Rich] = [block.rich for block in source.blocks]
    for block in source.blocks:
        for day in block.table.days if block.table else ():
            texts += [row.title for s in day.sittings for rows in s.rows for row in rows if row]
    texts += [read_rich(text, Notes([])) for _, text in source.masthead.get("notes", [])]
    mentions: list[Mention] = [mention for text in [*texts, *source.notes.texts] for mention in text.mentions]
    mentions += [Mention(*entry) for entry in source.settings.get("more_references", [])]
    return [
        {name: value for name, value in vars(mention).items() if value} for mention in dict.fromkeys(mentions)
    ]
