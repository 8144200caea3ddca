"""A query sees the tables and nothing else, unless it may."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars
import pytest

from undocparse import Archive

SECRET = polars.DataFrame({"secret": [1]})


@pytest.mark.parametrize(
    "query",
    [
        "COPY (SELECT 1) TO '{folder}/out.csv'",
        "SELECT 1; COPY items TO '{folder}/out.csv'",
        "COPY items TO '{archive}/items/part-00000.parquet'",
        "EXPORT DATABASE '{folder}/all'",
        "ATTACH '{folder}/other.db'",
        "SELECT * FROM '{folder}/secret.csv'",
        "SELECT * FROM read_text('{folder}/secret.csv')",
        "SELECT * FROM glob('{folder}/*')",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "SET allowed_directories = ['/']",
        "SELECT * FROM SECRET",
    ],
)
def test_a_query_reaches_no_file(archive: Archive, tmp_path: Path, query: str) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with pytest.raises(duckdb.Error):
        archive.sql(query.format(folder=tmp_path, archive=archive.folder))
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_a_query_that_may_reaches_files(archive: Archive, tmp_path: Path) -> None:
    archive.sql(f"COPY items TO '{tmp_path}/out.csv'; SELECT 1", unrestricted=True)
    found = archive.sql(f"SELECT count(*) FROM '{tmp_path}/out.csv'", unrestricted=True).item()
    assert found == archive.sql('SELECT count(*) FROM "items"').item() > 0
