"""The best sequence of headings: highest sum, both orders kept."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from undocparse.sections.alignment import best_path

_ROW = st.dictionaries(st.integers(0, 4), st.integers(1, 9).map(float), max_size=3)


def _rises(pairs: tuple[tuple[int, int], ...]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(st.lists(_ROW, max_size=5))
def test_no_other_sequence_has_a_higher_sum(rows: list[dict[int, float]]) -> None:
    found = best_path([sorted(row.items()) for row in rows], 5)
    pairs = [(c, n) for c, row in enumerate(rows) for n in row]
    every = (chosen for size in range(6) for chosen in combinations(pairs, size) if _rises(chosen))
    assert _rises(tuple(found))
    assert sum(rows[c][n] for c, n in found) == max(sum(rows[c][n] for c, n in one) for one in every)


def test_of_two_equal_candidates_the_first_is_taken() -> None:
    assert best_path([[(0, 3.0)], [(0, 3.0)]], 1) == [(0, 0)]


def test_without_items_or_candidates_there_is_no_heading() -> None:
    assert best_path([], 3) == []
    assert best_path([[], []], 0) == []
