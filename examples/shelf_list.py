"""A spreadsheet of a folder of documents: what each is, what was doubtful, which files have the wrong name.

Needs `pip install undocparse`. From the folder of the project:

    python examples/shelf_list.py fixtures/docs shelf.csv

writes a row a file: symbol, title, dates, the doubts that reading left, and whether the file's name agrees
with the symbol in the masthead ("A_C.7_104_L.1.en.pdf" does with A/C.7/104/L.1). Files that cannot be read
are rows too.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path
from typing import Any

import undocparse
from undocparse.exports.flat import rows_of
from undocparse.exports.plain import spreadsheet_cell

MASTHEAD = ("symbol", "title", "language", "date", "organ", "body", "session", "starts", "ends", "pages")
COLUMNS: tuple[str, ...] = ("file", "name", *MASTHEAD, "doubts", "failed")
PARTS = re.compile(r"[^\W_]+")  # of a symbol or a name, whatever parts them: "/", "_", "."


def agreement(name: str, symbol: str | None) -> str:
    """Whether a file's name begins with the symbol; no name without a number is taken for one."""
    if symbol is None:
        return "masthead without symbol"
    parts, wanted = PARTS.findall(name.casefold()), PARTS.findall(symbol.casefold())
    if parts[: len(wanted)] == wanted:
        return "agrees"
    return "differs" if any(character.isdigit() for character in name) else "names no symbol"


def row(path: Path) -> dict[str, Any]:
    """What the spreadsheet says of one file."""
    try:
        document = undocparse.parse(path, isolate=True)
    except undocparse.errors.UndocparseError as error:
        return {"file": path.name, "failed": str(error)}
    (masthead,) = rows_of(document, "documents")
    found = [each for each in rows_of(document, "diagnostics") if each["severity"] != "info"]
    doubts = " ".join(each["message"] for each in found)
    said = {name: masthead[name] for name in MASTHEAD}
    return {"file": path.name, "name": agreement(path.stem, masthead["symbol"]), **said, "doubts": doubts}


def main(folder: Path, out: Path) -> None:
    """Read the folder and write the spreadsheet."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:  # with the mark that Excel knows UTF-8 by
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for path in sorted(folder.iterdir()):
            cells = row(path).items()
            writer.writerow({n: spreadsheet_cell(v) if isinstance(v, str) else v for n, v in cells})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
