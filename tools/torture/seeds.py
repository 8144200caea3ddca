"""The sound files that mutants are made from: the fixtures in every format, or any files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt
from tools.typesetting.markdown import set_markdown
from tools.typesetting.source import read_source

FIXTURES = Path(__file__).parents[2] / "fixtures"
KINDS = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".txt": "text",
}
"""Formats by suffix. Files that LibreOffice converts are left out: one takes as long as a hundred others."""


@dataclass(frozen=True)
class Seed:
    """A sound file.

    Attributes:
        name: of the file, without folders.
        kind: a value of `KINDS`.
        data: its bytes.
    """

    name: str
    kind: str
    data: bytes


def fixture_seeds() -> list[Seed]:
    """All fixtures; each is set as Markdown and as HTML too."""
    files = sorted((FIXTURES / "docs").iterdir())
    return [*file_seeds(path for path in files if path.suffix != ".md"), *_marked()]


def file_seeds(paths: Iterable[Path]) -> list[Seed]:
    """Files of the formats known, in the order given."""
    return [
        Seed(path.name, kind, path.read_bytes()) for path in paths if (kind := KINDS.get(path.suffix.lower()))
    ]


def _marked() -> Iterator[Seed]:
    render = MarkdownIt("commonmark").enable("table").render
    with TemporaryDirectory() as folder:
        for source in sorted((FIXTURES / "sources").glob("*.src")):
            path = Path(folder) / f"{source.stem}.md"
            set_markdown(read_source(source), path)
            text = path.read_text("utf-8")
            yield Seed(path.name, "markdown", text.encode())
            page = f"<html><head><title>{source.stem}</title></head><body>\n{render(text)}</body></html>\n"
            yield Seed(f"{source.stem}.html", "html", page.encode())
