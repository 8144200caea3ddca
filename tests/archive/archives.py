"""Small archives for tests: copies of the fixtures, and what a run over them leaves."""

from __future__ import annotations

import shutil
from pathlib import Path

from undocparse.archive.schemas import TABLES
from undocparse.archive.streams import read_table

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def lay_out(folder: Path, count: int) -> list[Path]:
    """Copies of fixtures in text and Markdown, each with content of its own, under steady names."""
    folder.mkdir(parents=True, exist_ok=True)
    originals = sorted(path for path in (FIXTURES / "docs").iterdir() if path.suffix in {".txt", ".md"})
    made = []
    for number in range(count):
        original = originals[number % len(originals)]
        path = folder / f"{number:04}-{original.name}"
        shutil.copy(original, path)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n\n{number}\n")
        made.append(path)
    return made


def contents(out: Path, *, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Every table of an archive as sorted rows."""
    found: dict[str, list[str]] = {}
    for name, schema in TABLES.items():
        files = sorted((out / name).glob("part-*"))
        rows = [row for path in files for row in read_table(path, schema).to_pylist()]
        found[name] = sorted(repr({k: v for k, v in row.items() if k not in without}) for row in rows)
    return found
