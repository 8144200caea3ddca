"""Documents drawn at random: their gold is sound, and the parser reads a fixed sample."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from evaluation.gold import _faults
from tools.layouts.axes import AXES, draw
from tools.layouts.compose import compose
from tools.layouts.report import Result, pooled, score_all
from tools.layouts.write import SETTERS

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
SAMPLE = [draw(20, number) for number in range(16)]


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return score_all(SAMPLE)


@pytest.mark.parametrize("number", range(0, 60, 5))
def test_expected_results_are_well_formed(number: int) -> None:
    _, gold = compose(draw(7, number))
    assert list(_faults(gold | {"file": "drawn.pdf"})) == []


def test_each_value_of_an_axis_comes_up_equally_often() -> None:
    for axis, values in AXES.items():
        if axis == "format":
            continue
        drawn = Counter(draw(3, number).values[axis] for number in range(len(values) * 2))
        assert drawn == Counter(values * 2), axis


def test_the_same_number_gives_the_same_file() -> None:
    one, other = (compose(draw(5, 4)) for _ in range(2))
    assert one[1] == other[1]
    assert SETTERS["pdf"](one[0]) == SETTERS["pdf"](other[0])


@pytest.mark.parametrize("component", FLOORS)
def test_the_sample_is_read_no_worse_than_before(component: str, results: list[Result]) -> None:
    f1, mean, _ = pooled(results, component)
    assert min(f1, mean) >= FLOORS[component]


def test_an_entry_without_a_title_is_no_fault_of_the_reader() -> None:
    assert score_all([draw(3, 28)])[0].error == ""


def test_no_drawn_document_raises(results: list[Result]) -> None:
    assert [result.error for result in results if result.error] == []
