"""Every word of a source stands in the layout's lines exactly as often."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_files import cell, para, read_word, row, run, table

from undocparse.errors import UndocparseError
from undocparse.layout.pages import Layout
from undocparse.readers import load, read

ROOT = Path(__file__).parent.parent.parent
FIXTURES = sorted((ROOT / "fixtures" / "docs").glob("*"))
CORPUS = sorted((ROOT.parent / "shared" / "corpus").glob("*/*"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
WORD = re.compile(r"[^\W_]+")
words_ = st.text("abcdefgé0123456789.,;()/-–", min_size=1, max_size=12)
sentences = st.lists(words_, min_size=1, max_size=12).map(" ".join)


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.replace("\u00ad", "").translate(FIGURES).casefold()))


def letters(counted: Counter[str]) -> Counter[str]:
    """The characters: where raised marks are words apart, words cannot be compared."""
    return Counter("".join(counted.elements()))


def found(layout: Layout) -> Counter[str]:
    return words(" ".join(run.text for line in layout.lines for run in line.runs))


def typed_in_word(path: Path) -> Counter[str]:
    """All `w:t` of the main part and its notes; this knows nothing of how the reader goes about it."""
    total: Counter[str] = Counter()
    with zipfile.ZipFile(path) as archive:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name not in archive.namelist():
                continue
            for paragraph in etree.fromstring(archive.read(name)).iter(f"{W}p"):
                parts = (
                    t.text or "" if t.tag == f"{W}t" else " "
                    for t in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
                )
                total += words("".join(parts))
    return total


def missing_in_word(path: Path) -> Counter[str]:
    layout = read(load(path))
    body = " ".join(run.text for line in layout.lines if line.region in {"body", "note"} for run in line.runs)
    return letters(typed_in_word(path)) - letters(words(body))


@pytest.mark.parametrize(
    "path", [p for p in [*FIXTURES, *CORPUS] if p.suffix == ".docx"], ids=lambda path: path.name
)
def test_word_files(path: Path) -> None:
    assert missing_in_word(path) == Counter()


@pytest.mark.parametrize("path", [p for p in FIXTURES if p.suffix == ".txt"], ids=lambda path: path.name)
def test_texts(path: Path) -> None:
    assert letters(found(read(load(path)))) == letters(words(path.read_text("utf-8")))


MARKUP = re.compile(r"</?\w+>|^\|?(?:\s*:?-{3,}:?\s*\|)+\s*$|(?<=\d\.) ", re.MULTILINE)


@pytest.mark.parametrize(
    "path", [p for p in [*FIXTURES, *CORPUS] if p.suffix == ".md"], ids=lambda path: path.name
)
def test_markdown(path: Path) -> None:
    layout = read(load(path))
    said = Counter(
        line.mark for line in layout.lines if line.region == "note" and (line.mark or "").isdigit()
    )
    marks = words(" ".join(mark for mark in said.elements() if mark))
    assert letters(found(layout) + marks) == letters(words(MARKUP.sub("", path.read_text("utf-8"))))


@given(st.lists(sentences, min_size=1, max_size=8))
def test_any_text(paragraphs: list[str]) -> None:
    content = "\n\n".join(paragraphs)
    layout = read(load(content.encode()))
    assert layout.reader == "text"
    assert found(layout) == words(content)


@given(st.lists(st.lists(sentences, min_size=1, max_size=4), min_size=1, max_size=5), st.booleans())
def test_any_word_file(rows: list[list[str]], as_table: bool) -> None:
    if as_table:
        body = table(*(row(*(cell(text) for text in texts)) for texts in rows))
    else:
        body = "".join(para("".join(run(f"{text}\t") for text in texts)) for texts in rows)
    layout = read_word(body)
    assert found(layout) == words(" ".join(text for texts in rows for text in texts))
    assert [line.number for line in layout.lines] == list(range(len(list(layout.lines))))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UndocparseError):
        read(load(data), convert_timeout=0.001)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
def test_any_markdown_is_read(content: str) -> None:
    layout = read(load(("# Agenda\n\n" + content).encode("utf-8", "replace")))
    assert layout.pages
