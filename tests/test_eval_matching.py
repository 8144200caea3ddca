"""What the gate takes for the same, and how it counts."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from evaluation.matching import alike, fold, unlabelled
from evaluation.scoring import Tally
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’ordre du jour : « points »", 'l\'ordre du jour: "points"'),
        ("Opening  of the session.", "opening of the session"),
        ("2018–2021", "2018-2021"),
        ("Ti\u00adtle*", "title"),
        ("ﬁnancial", "Financial;"),
    ],
)
def test_what_counts_as_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_titles_may_differ_a_little() -> None:
    assert alike("Organization of work of the Committee", "Organisation of work of the Committee", 0.95)
    assert not alike("Adoption of the agenda", "Adoption of the report", 0.95)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("12. Text", "Text"),
        ("(b) Text", "Text"),
        ("a) Text", "Text"),
        ("• Text", "Text"),
        ("Text (a) more", "Text (a) more"),
    ],
)
def test_a_paragraphs_number_is_not_its_text(text: str, bare: str) -> None:
    assert unlabelled(text) == bare


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


COUNTS = st.dictionaries(st.tuples(st.sampled_from("abc")), st.integers(1, 4)).map(Counter)


@given(COUNTS, COUNTS)
def test_a_tally_counts_every_value_once(want: Counter[Any], have: Counter[Any]) -> None:
    tally = Tally()
    tally.add(want, have)
    assert tally.right + tally.missed == want.total()
    assert tally.right + tally.extra == have.total()
    assert 0 <= min(tally.precision, tally.recall) <= tally.f1 <= max(tally.precision, tally.recall) <= 1
    assert (tally.f1 == 1) == (want == have)
