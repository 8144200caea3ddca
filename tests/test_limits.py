"""Limits: what lies beyond them is left out and told, or ends in an error; none touches what lies within."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import undocparse
from undocparse import Limits, limits
from undocparse.errors import TimeLimitError, TooLargeError
from undocparse.limits import Budget

BRIDGES = Path(__file__).parent.parent / "fixtures" / "docs" / "bridges.fr.pdf"


@pytest.mark.parametrize("kind", ["pages", "lines", "cells", "items"])
def test_a_budget_gives_what_is_left_and_tells_the_rest(kind: str) -> None:
    budget = Budget(Limits(**{kind: 5}))
    take = getattr(budget, kind)
    assert [take(3), take(3), take(3)] == [3, 2, 0]
    (told,) = budget.diagnostics()
    assert (told.code, told.severity) == ("limit-reached", "error")
    assert f"first 5 {kind}" in told.message
    assert "4 more" in told.message


def test_a_budget_that_sufficed_tells_nothing() -> None:
    budget = Budget(Limits(pages=2))
    assert budget.pages(2) == 2
    assert budget.diagnostics() == []


def test_depth_beyond_the_limit_is_an_error() -> None:
    budget = Budget(Limits(nesting=3), "deep.html")
    budget.nesting(3)
    with pytest.raises(TooLargeError, match=r"deep\.html: .* 3 deep"):
        budget.nesting(4)


@pytest.mark.parametrize("wrong", [{"pages": 0}, {"seconds": math.nan}, {"memory": -1}])
def test_limits_are_above_nothing(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Limits(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(("wanted", "lines"), [(Limits(pages=1), False), (Limits(lines=20), True)])
def test_a_document_beyond_a_limit_is_read_in_part_and_says_so(wanted: Limits, *, lines: bool) -> None:
    document = undocparse.parse(BRIDGES, limits=wanted, keep_layout=True)
    assert "limit-reached" in {each.code for each in document.diagnostics}
    assert document.layout is not None
    read = document.layout.layout
    assert sum(1 for _ in read.lines) == 20 if lines else len(read.pages) == 1
    assert document.header.symbol == "PONT/COSP/2016/1"


def test_time_that_is_up_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10_000, 7))
    monkeypatch.setattr(limits, "monotonic", lambda: next(clock))
    with pytest.raises(TimeLimitError, match="longer than 20 seconds"):
        undocparse.parse(BRIDGES, limits=Limits(seconds=20))


def test_bytes_of_the_limits_are_those_of_the_file() -> None:
    with pytest.raises(TooLargeError):
        undocparse.parse(BRIDGES, limits=Limits(bytes=100))
    assert undocparse.parse(BRIDGES, limits=Limits(bytes=100), max_bytes=10**6).source.pages
