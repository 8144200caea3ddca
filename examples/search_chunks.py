"""Chunks of text for a search index, as JSON Lines: each with the path of its item, symbol and pages.

Needs `pip install undocparse`. From the folder of the project:

    python examples/search_chunks.py fixtures/docs fixtures/bad > chunks.jsonl 2> failed.jsonl

prints a line a chunk, with an `id` that stays while the file stays, and on standard error a line for each
file, or part of one, that could not be read. The exit code is 1 where there was one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import undocparse

LONGEST = 800  # characters; what the index takes at once


def chunks(document: undocparse.Document) -> Iterator[dict[str, Any]]:
    """What an index keeps of each chunk: the text to search, and what to filter by and to show."""
    for chunk in document.chunks(LONGEST):
        yield {
            "id": chunk.id,
            "text": chunk.text,
            "kind": chunk.kind,
            "path": " > ".join(chunk.titles),
            "items": list(chunk.items),
            "heading": chunk.heading,
            "symbol": chunk.symbol,
            "date": document.header.date,
            "language": document.language,
            "source": document.source.name,
            "pages": list(chunk.pages),
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
            {"source": path.name, "error": found.code, "reason": found.message}
            for found in document.diagnostics
            if found.severity == "error"
        )
        for chunk in chunks(document):
            print(json.dumps(chunk, ensure_ascii=False))
    for line in failed:
        print(json.dumps(line, ensure_ascii=False), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main([Path(folder) for folder in sys.argv[1:]]))
