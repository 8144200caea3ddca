"""One archive of all fixtures, read once for all tests."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.archive.archives import FIXTURES

from undocparse import Archive, batch, open_archive


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    out = tmp_path_factory.mktemp("archive")
    with ThreadPoolExecutor(2) as executor:
        batch([FIXTURES / "docs", FIXTURES / "bad"], out, executor=executor)
    return open_archive(out)
