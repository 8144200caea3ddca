"""Mutants of the fixtures: whatever bytes come in, a document or an error raised on purpose comes out."""

from __future__ import annotations

import pytest
from tools.torture.mutants import make
from tools.torture.outcome import Outcome
from tools.torture.run import Plan, outcomes
from tools.torture.seeds import KINDS, Seed, fixture_seeds
from tools.torture.table import faults, figures, is_faulty


@pytest.fixture(scope="module")
def seeds() -> list[Seed]:
    return fixture_seeds()


def test_no_mutant_takes_the_parser_down(seeds: list[Seed]) -> None:
    found = [*outcomes(Plan(seeds, run=7, numbers=range(120), jobs=1))]
    assert {outcome.kind for outcome in found} == {*KINDS.values()}
    assert [*faults(outcome for outcome in found if outcome.how == "crash")] == []


def test_a_mutant_can_be_made_again(seeds: list[Seed]) -> None:
    first = [make(seeds, 3, number) for number in range(40)]
    assert [make(seeds, 3, number) for number in range(40)] == first
    assert len({mutant.data for mutant in first}) == len(first)


def test_faults_are_told_by_kind_and_counted_by_format() -> None:
    crash = Outcome(1, "pdf", (), "crash", "ValueError: no", "pipeline.py:1 parse")
    found = [
        crash,
        Outcome(2, "pdf", (), "dead", "exit code -11"),
        Outcome(3, "text", (), "document", seconds=3),
        Outcome(4, "text", (), "typed error"),
        Outcome(5, "text", (), "document", memory=600_000_000),
    ]
    assert [is_faulty(outcome) for outcome in found] == [True, True, False, False, True]
    assert "pdf  crash  ValueError  pipeline.py:1 parse  [1]" in next(faults(found))
    rows = [[cell.strip() for cell in line.split("|")[1:10]] for line in figures(found)[2:]]
    assert rows == [
        ["pdf", "2", "0", "0", "1", "1", "0", "0", "0"],
        ["text", "3", "2", "1", "0", "0", "1", "0", "1"],
        ["all", "5", "2", "1", "1", "1", "1", "0", "1"],
    ]
