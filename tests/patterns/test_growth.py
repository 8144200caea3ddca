"""No expression of the package may take much longer than the text that it is asked about is long."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.patterns.growth import slow, ways_to_ask
from tests.patterns.near_misses import near_misses

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def weighed() -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.patterns"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)  # type: ignore[no-any-return]


def test_all_expressions_are_weighed(weighed: dict[str, Any]) -> None:
    assert weighed["unseen"] == []
    assert weighed["expressions"] > 400


def test_no_expression_takes_long_on_near_misses(weighed: dict[str, Any]) -> None:
    assert weighed["slow"] == {}


@pytest.mark.parametrize("expression", [r"(?:a+)+!", r"(?:1,?\s?)+x(?:\d+\s?)+y", r"(a|ab|b)*$"])
def test_what_doubles_is_found(expression: str) -> None:
    pattern = re.compile(expression)
    found = [slow(ask, miss) for miss in near_misses(pattern) for ask in ways_to_ask(pattern)[:1]]
    assert max(one.power for one in found if one) > 5


def test_the_expressions_do_not_depend_on_the_order_of_sets() -> None:
    """They would be weighed on other texts each time, and what doubles be found by chance."""
    listing = (
        "from tests.patterns.gathering import gather;"
        "print(sorted({repr(one.pattern.pattern) for one in gather()}))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", listing],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
