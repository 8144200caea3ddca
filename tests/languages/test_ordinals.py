from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse.languages.ordinals import ordinal

CASES = [
    ("First session", "en", 1),
    ("Thirty-ninth session", "en", 39),
    ("Eighteenth session", "en", 18),
    ("EIGHTIETH SESSION", "en", 80),
    ("Seventy ninth session", "en", 79),
    ("One hundred and twentieth session", "en", 120),
    ("Hundred-third session", "en", 103),
    ("79th session", "en", 79),
    ("Resumed 2nd session", "en", 2),
    ("Annual session 2025", "en", None),
    ("Première session", "fr", 1),
    ("Cinquième session", "fr", 5),
    ("Quatre-vingtième session", "fr", 80),
    ("QUATRE-VINGTIÈME SESSION", "fr", 80),
    ("Quatre-vingt-unième session", "fr", 81),
    ("Quatre-vingt-onzième session", "fr", 91),
    ("Quatre-vingt-dix-neuvième session", "fr", 99),
    ("Soixante-dix-neuvième session", "fr", 79),
    ("Soixante et onzième session", "fr", 71),
    ("Soixante-quatrième session", "fr", 64),
    ("Vingt et unième session", "fr", 21),
    ("Vingt-et-unième session", "fr", 21),
    ("Cent vingtième session", "fr", 120),
    ("CINQUIEME SESSION", "fr", 5),
    ("5e réunion", "fr", 5),
    ("1re séance", "fr", 1),
    ("32ème session", "fr", 32),
    ("Session annuelle de 2025", "fr", None),
]


@pytest.mark.parametrize(("text", "language", "value"), CASES, ids=[each[0] for each in CASES])
def test_ordinal(text: str, language: str, value: int | None) -> None:
    assert ordinal(text, language) == value


@given(st.integers(1, 199))
def test_digits(value: int) -> None:
    assert ordinal(f"{value}th session", "en") == value
    assert ordinal(f"{value}e session", "fr") == value
