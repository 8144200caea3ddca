"""Chunks of text for a search index, as JSON Lines: each paragraph with its item, symbol and page.

Needs `pip install undocparse`. From the folder of the project:

    python examples/search_chunks.py fixtures/docs fixtures/bad > chunks.jsonl 2> failed.jsonl

prints a line a paragraph of the annotations, with an `id` that stays while the file stays, and on standard
error a line for each file, or part of one, that could not be read. The exit code is 1 where there was one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import undocparse
from undocparse.exports.flat import rows_of


def chunks(document: undocparse.Document) -> Iterator[dict[str, Any]]:
    """A chunk a paragraph; `path` leads from the first level of the agenda down to the item."""
    paths = {item["key"]: item["path"] for item in rows_of(document, "agenda")}
    headings = [annotation["heading"] for annotation in rows_of(document, "annotations")]
    for paragraph in rows_of(document, "paragraphs"):
        items = paragraph["items"].split(",") if paragraph["items"] else []
        yield {
            "id": f"{document.source.sha256[:16]}-{paragraph['annotation']}-{paragraph['position']}",
            "text": paragraph["text"],
            "items": items,
            "path": [paths[key] for key in items if key in paths],
            "heading": headings[paragraph["annotation"]],
            "kind": paragraph["kind"],
            "symbol": document.header.symbol,
            "language": document.language,
            "source": document.source.name,
            "page": paragraph["page"],
        }


def main(folders: list[Path]) -> int:
    """Print the chunks of all files, and what failed; the exit code."""
    failed: list[dict[str, Any]] = []
    for path in (path for folder in folders for path in sorted(folder.iterdir())):
        try:
            document = undocparse.parse(path, isolate=True)
        except undocparse.errors.UndocparseError as error:
            failed.append({"source": path.name, "error": error.code, "reason": error.reason})
            continue
        failed.extend(
            {"source": path.name, "error": found["code"], "reason": found["message"]}
            for found in rows_of(document, "diagnostics")
            if found["severity"] == "error"
        )
        for chunk in chunks(document):
            print(json.dumps(chunk, ensure_ascii=False))
    for line in failed:
        print(json.dumps(line, ensure_ascii=False), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main([Path(folder) for folder in sys.argv[1:]]))
