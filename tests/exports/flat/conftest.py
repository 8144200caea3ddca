"""A few documents that have between them every part that tables are made of, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from undocparse import Document, parse
from undocparse.model import Agenda, AgendaItem, Header, Sitting
from undocparse.model.document import Source
from undocparse.model.timetable import Entry, Timetable

FIXTURES = Path(__file__).parent.parent.parent.parent / "fixtures" / "docs"
NAMES = ("bridges.fr.pdf", "tidal.en.docx", "committee.en.txt", "assembly.en.txt", "letter.fr.txt")


@pytest.fixture(scope="session")
def by_name() -> dict[str, Document]:
    return {name: parse(FIXTURES / name) for name in NAMES}


@pytest.fixture(scope="session")
def documents(by_name: dict[str, Document]) -> list[Document]:
    return list(by_name.values())


@pytest.fixture
def bridges(by_name: dict[str, Document]) -> Document:
    return by_name["bridges.fr.pdf"]


@pytest.fixture
def hostile() -> Document:
    """A document whose texts are formulas and lines, and whose meeting is in years that are misprints."""
    source = Source(name="=x.pdf", sha256="1" * 64, media_type="application/pdf", pages=1, reader="pdf")
    sitting = Sitting(date="1025-03-03", starts="10:00", entries=(Entry(title="@SUM(A1)"),))
    items = (
        AgendaItem(key="1.10", label="-", title='=HYPERLINK("http://x.example")', entries=("a\nb", "c")),
        AgendaItem(key="2", title="long " * 8000),
    )
    return Document(
        source=source,
        header=Header(symbol="+1", date="9999-12-31"),
        agenda=Agenda(items),
        timetable=Timetable((sitting,)),
    )
