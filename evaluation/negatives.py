"""Documents of other kinds: no error, no invented agenda, and the symbol that the file is named after."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.scoring import Miss, Parser, Row, Score

NO_TEXT = "no-text-layer"
"""What the parser says of pictures of pages, in which no symbol can be read."""


def score_others(folder: Path, parser: Parser) -> Score:
    """One row a file; there is no gold but its name."""
    files = [path for path in sorted(folder.iterdir()) if path.suffix in {".pdf", ".docx", ".txt", ".md"}]
    return Score([_row(path, parser) for path in files])


def _row(path: Path, parser: Parser) -> Row:
    row = Row(path.name)
    try:
        found = parser(path)
    except Exception as error:  # whatever is raised, the gate goes on and tells of it
        row.error = f"{type(error).__name__}: {error}"
        row.misses.append(Miss(row.document, "parse", type(error).__name__))
        return row
    if found.get("agenda"):
        row.misses.append(Miss(row.document, "agenda", f"extra {len(found['agenda'])} items"))
    header = found.get("header") or {}
    symbols = [header.get("symbol"), *(header.get("other_symbols") or [])]
    if not header.get("symbol") and NO_TEXT in {one["code"] for one in found.get("diagnostics") or []}:
        return row
    if named(path) not in {_bare(symbol) for symbol in symbols if symbol}:
        row.misses.append(Miss(row.document, "symbol", f"extra {header.get('symbol')}"))
    return row


def named(path: Path) -> str:
    """The symbol that a file is named after, letters and figures alone ("A_80_150.en.pdf" is A80150)."""
    return _bare(re.sub(r"\.[a-z]{2}\.\w+$", "", path.name))


def _bare(symbol: str) -> str:
    return re.sub(r"[\W_]", "", symbol).upper()
