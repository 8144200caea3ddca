"""Writes docs/codebook.md: what each column of the flat tables holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from undocparse.exports.flat.codebook import kind_of, meaning_of
from undocparse.exports.flat.registry import Column, TableSpec, tables

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"
INTRODUCTION = """\
# Codebook of the flat tables

A document as plain tables: every value is a text, a number, true or false, a date or a time, and lists are
joined into one text. The same tables are written as

```python
from undocparse.exports.flat import (
    csv_of,
    frame_of,
    frame_of_all,
    frames_of,
    rows_of,
    rows_of_all,
    to_csv,
    to_xlsx,
    write_data_package,
)

rows_of(document, "agenda")  # a dict a row; rows_of_all(documents, "agenda") for several documents
to_csv(document, "sittings")  # text; csv_of(documents, "sittings") gives lines
to_xlsx(documents)  # bytes: a sheet a table, and this codebook; needs undocparse[excel]
write_data_package(documents, folder)  # a CSV file a table, and datapackage.json (Frictionless)
frame_of(document, "agenda", "polars")  # "pandas", "arrow"; frames_of(document), frame_of_all(documents, ...)
```

- Tables of several documents, workbooks and data packages have the columns `source` and `source_symbol`
  before all others, and `document` behind them; it joins the tables. `documents` has these among its own.
  In tables of one document (`rows_of`, `to_csv`, `frame_of`) they are left out.
- Columns have the names of the tables of [archives](archive.md) where they hold the same thing. There lists
  stay lists; `agenda` is called `items`, `listed` is `listed_documents`, the rows of `sittings` are in
  `sittings` and `entries`, those of `tables` in `tables` and `cells`, and `source` is `name`.
- “always” means that every row has a value. Elsewhere empty means that the document does not say.
- Dates are `YYYY-MM-DD`, times `HH:MM` by the clock of the meeting's place, flags `true` and `false`. In
  frames dates are dates and times are texts; in workbooks both are what a spreadsheet takes for them.
- Keys (`1.a`) and numbers (`2/6`, `1.10`) are texts: spreadsheets that open CSV make dates and decimal
  numbers of some of them, and so do readers that guess types (in pandas give `dtype={"key": "string"}`).
  Workbooks and data packages say what is a text.
- In CSV a text that a spreadsheet would calculate has an apostrophe before it, and every text is on one
  line; `verbatim=True` turns both off. In workbooks no text is ever a formula or a link; one that is too
  long for a cell (32,767 UTF-16 units) is cut and ends in “…”.

`examples/` has scripts that work with them: recurring items, a shelf list, chunks for a search index.
The page is made of `src/undocparse/exports/flat/tables.toml` by `tools/make_codebook.py`.
"""


def page() -> str:
    """The whole page."""
    parts = (line for spec in tables().values() for line in _table(spec))
    return "\n".join([INTRODUCTION, *parts])


def _table(spec: TableSpec) -> Iterator[str]:
    yield f"## {spec.name}\n"
    yield f"One row: {spec.row[0].lower()}{spec.row[1:]}\n"
    yield "| column | type | unit | description | example |"
    yield "| --- | --- | --- | --- | --- |"
    yield from map(_row, spec.all_columns)
    yield ""


def _row(column: Column) -> str:
    cells = (f"`{column.name}`", kind_of(column), column.unit, meaning_of(column), column.example)
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
