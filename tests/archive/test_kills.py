"""A dozen kills at calls of the file system; `make torture` has a thousand, and kills workers too."""

from __future__ import annotations

import os

import pytest
from tools.torture.kills import FAULTS, torture


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a thing of POSIX")
@pytest.mark.parametrize("format", ["parquet", "jsonl"])
def test_kills_lose_nothing(format: str) -> None:
    found = torture(6, seed=3, format=format, workers=False)
    assert sum(count for kind, count in found.items() if kind.startswith("kills")) == 6
    assert {fault: found[fault] for fault in FAULTS} == dict.fromkeys(FAULTS, 0)
