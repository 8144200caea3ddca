"""The summary of a document in the language of the locale."""

from __future__ import annotations

from pathlib import Path

import pytest

from undocparse.cli import main

DOCS = Path(__file__).parent.parent.parent / "fixtures" / "docs"


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (
            "fr_FR.UTF-8",
            ("Ordre du jour\n├──", "Heure", "Points", "1 paragraphe,", "2 paragraphes,", "4 pages"),
        ),
        ("C", ("Agenda\n├──", "Time", "Items", "[1 paragraph,", "[2 paragraphs,", "1 diagnostic ")),
    ],
)
def test_heads_and_counts(
    locale: str, told: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.delenv("LANGUAGE", raising=False)
    assert main(["parse", str(DOCS / "bridges.fr.pdf"), "--format", "text"]) == 0
    printed = capsys.readouterr().out
    assert [words for words in told if words not in printed] == []
