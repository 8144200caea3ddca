"""Two versions of a document compared, for a command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Literal, TextIO

from undocparse.compare.differences import differences
from undocparse.compare.result import Difference
from undocparse.compare.tmx import to_tmx
from undocparse.exports.plain import visible
from undocparse.model import Document

CompareFormat = Literal["text", "json", "tmx"]


def run_compare(
    first: Document, second: Document, form: CompareFormat = "text", output: Path | None = None
) -> int:
    """Print in what two versions differ, or their aligned texts.

    Args:
        first: one version.
        second: the other.
        form: `text` prints a line a difference, `json` an object, `tmx` the aligned texts.
        output: a file to write to; standard output where not given.

    Returns:
        0 where the versions are alike, 1 where they differ.

    Raises:
        UndocparseError: TMX is asked for of two versions in one language.
        OSError: the file cannot be written.
    """
    found = differences(first, second)
    text = (
        {"text": _text, "json": _json}[form](first, second, found)
        if form != "tmx"
        else to_tmx((first, second))
    )
    if output is None:
        _show(text, sys.stdout)
    else:
        output.write_text(text, "utf-8", errors="backslashreplace", newline="")
    return 1 if found else 0


def _show(text: str, stream: TextIO) -> None:
    stream.write(visible(text, lines=True) if stream.isatty() else text)


def _text(first: Document, second: Document, found: tuple[Difference, ...]) -> str:
    lines = [
        f"first: {visible(first.source.name)} ({first.language})",
        f"second: {visible(second.source.name)} ({second.language})",
    ]
    for each in found:
        paths = " | ".join(path or "-" for path in (each.first_path, each.second_path))
        lines.append(f"{each.kind}: {visible(each.message)} [{paths}]")
    count = len(found)
    lines.append("no differences" if not found else f"{count} difference{'s' if count > 1 else ''}")
    return "\n".join(lines) + "\n"


def _json(first: Document, second: Document, found: tuple[Difference, ...]) -> str:
    whole = {
        "first": {"name": first.source.name, "language": first.language},
        "second": {"name": second.source.name, "language": second.language},
        "differences": [each.model_dump(mode="json") for each in found],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
