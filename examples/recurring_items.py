"""Which agenda items come back: every item of a folder in one table, and recurring titles by body and year.

Needs `pip install "undocparse[frames]"`. From the folder of the project:

    python examples/recurring_items.py fixtures/docs recurring

writes `recurring/items.csv`, a row an item (docs/codebook.md says what the columns hold), and
`recurring/titles.csv`, a row a title, body and year, of titles that more than one document has. A document
that is there in several formats counts once, by its symbol.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import undocparse
from undocparse.exports.flat import csv_of, frame_of_all
from undocparse.exports.plain import spreadsheet_cell


def read(folder: Path) -> Iterator[undocparse.Document]:
    """The documents of a folder; of files that cannot be read a line says why."""
    for path in sorted(folder.iterdir()):
        try:
            yield undocparse.parse(path, isolate=True)
        except undocparse.errors.UndocparseError as error:
            print(error, file=sys.stderr)


def main(folder: Path, out: Path) -> None:
    """Read the folder, write both tables, and print the titles that come back most."""
    documents = list(read(folder))
    out.mkdir(parents=True, exist_ok=True)
    (out / "items.csv").write_text("".join(csv_of(documents, "agenda")), "utf-8")

    mastheads = frame_of_all(documents, "documents", "pandas")
    mastheads["body"] = mastheads["body"].fillna(mastheads["organ"])
    mastheads["year"] = mastheads["date"].dt.year.astype("Int64")
    items = frame_of_all(documents, "agenda", "pandas")
    items = items.merge(mastheads[["document", "body", "year", "language"]], on="document")
    items["which"] = items["source_symbol"].fillna(items["source"])
    items["title"] = items["title"].str.casefold()

    items["documents"] = items.groupby("title")["which"].transform("nunique")
    recurring = items[items["documents"] > 1]
    groups = recurring.groupby(["documents", "title", "language", "body", "year"], dropna=False)
    titles = groups["which"].agg(lambda symbols: ",".join(sorted(set(symbols)))).reset_index(name="symbols")
    titles = titles.sort_values(["documents", "title", "year"], ascending=[False, True, True])
    titles["title"] = titles["title"].map(spreadsheet_cell)
    titles.to_csv(out / "titles.csv", index=False)
    print(titles[["documents", "title"]].drop_duplicates().head(20).to_string(index=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
