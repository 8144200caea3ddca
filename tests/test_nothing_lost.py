"""Every line of the source ends in exactly one place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import undocparse

ROOT = Path(__file__).parent.parent
SECTIONS = {"furniture", "header", "agenda", "annotations", "timetable", "footnotes"}
FIXTURES = sorted((ROOT / "fixtures" / "docs").iterdir())


def words(text: str) -> Counter[str]:
    """The words of a text; joining lines may close a hyphen, so only letters and figures count."""
    return Counter("".join(letter for letter in text if letter.isalnum()))


def check(path: Path) -> None:
    document = undocparse.parse(path, keep_layout=True)
    layout, ledger = document.layout.layout, document.layout.ledger
    lines = list(layout.lines)
    assert len({line.number for line in lines}) == len(lines)
    owners = Counter(ledger.owner(line) for line in lines)
    assert set(owners) <= SECTIONS | {None}
    free = [line.text for line in ledger.free() if line.text.strip()]
    assert [text for text in document.unassigned if text.strip()] == free
    gathered = [line for section in SECTIONS for line in ledger.of(section)]
    assert sorted(line.number for line in [*gathered, *ledger.free()]) == sorted(
        line.number for line in lines
    )


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_no_line_of_a_fixture_is_lost(path: Path) -> None:
    check(path)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_words_of_annotations_are_in_the_model(path: Path) -> None:
    """What the annotations claim is also what they say: headings, paragraphs and listed documents."""
    document = undocparse.parse(path, keep_layout=True)
    claimed = words(
        " ".join(f"{line.label or ''} {line.text}" for line in document.layout.ledger.of("annotations"))
    )
    said = " ".join(
        " ".join(
            [
                annotation.heading or "",
                *(f"{p.heading or ''} {p.number or ''} {p.text}" for p in annotation.paragraphs),
                *(d.text for d in annotation.documents),
                *(c.text for c in annotation.contacts),
            ]
        )
        for annotation in document.annotations
    )
    lost = claimed - words(said)
    assert lost.total() <= claimed.total() * 0.05
