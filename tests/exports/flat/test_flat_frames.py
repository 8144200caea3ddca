"""Flat tables as data frames of three libraries."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any, get_args

import pandas
import polars
import pyarrow
import pytest

from undocparse import Document
from undocparse.errors import MissingExtraError, UndocparseError
from undocparse.exports.flat import frame_of, frame_of_all, frames_of, rows_of_all, tables
from undocparse.exports.flat.frames import FrameLibrary

LIBRARIES = get_args(FrameLibrary)
KINDS = {
    "polars": {"text": polars.String, "integer": polars.Int64, "flag": polars.Boolean, "date": polars.Date},
    "pandas": {"text": "string", "integer": "Int64", "flag": "boolean", "date": "datetime64[s]"},
    "arrow": {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "flag": pyarrow.bool_(),
        "date": pyarrow.date32(),
    },
}


def types(frame: Any, library: str) -> dict[str, Any]:
    if library == "polars":
        return dict(frame.schema)
    if library == "pandas":
        return {name: str(kind) for name, kind in frame.dtypes.items()}
    return {field.name: field.type for field in frame.schema}


def values(frame: Any, library: str) -> list[dict[str, Any]]:
    if library == "polars":
        return list(frame.to_dicts())
    if library == "arrow":
        return list(frame.to_pylist())
    plain = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [
        {name: value.date() if isinstance(value, pandas.Timestamp) else value for name, value in row.items()}
        for row in plain
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_have_their_types_with_rows_and_without(
    library: FrameLibrary, by_name: dict[str, Document]
) -> None:
    for name in ("bridges.fr.pdf", "letter.fr.txt"):
        for table, frame in frames_of(by_name[name], library).items():
            found = types(frame, library)
            assert list(found) == [column.name for column in tables()[table].columns]
            for column in tables()[table].columns:
                if wanted := KINDS[library].get(column.type):
                    assert found[column.name] == wanted, (table, column.name)


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_value_is_there(library: FrameLibrary, documents: list[Document]) -> None:
    for table, spec in tables().items():
        days = {column.name for column in spec.all_columns if column.type == "date"}
        wanted = [
            {name: date.fromisoformat(v) if v and name in days else v for name, v in row.items()}
            for row in rows_of_all(documents, table)
        ]
        assert values(frame_of_all(documents, table, library), library) == wanted


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_year_that_is_a_misprint_is_a_day_too(library: FrameLibrary, hostile: Document) -> None:
    assert values(frame_of(hostile, "sittings", library), library)[0]["date"] == date(1025, 3, 3)
    assert values(frame_of(hostile, "documents", library), library)[0]["date"] == date(9999, 12, 31)


def test_a_frame_can_be_asked_questions(by_name: dict[str, Document]) -> None:
    frame = frame_of_all(by_name.values(), "sittings")
    days = frame.group_by("source").agg(polars.col("date").n_unique()).sort("source").rows()
    assert days == [("bridges.fr.pdf", 4), ("committee.en.txt", 7), ("tidal.en.docx", 3)]


@pytest.mark.parametrize(
    ("library", "module"), [("polars", "polars"), ("pandas", "pandas"), ("arrow", "pyarrow")]
)
def test_without_the_library_it_is_said_what_to_install(
    library: FrameLibrary, module: str, bridges: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"undocparse\[frames\]") as raised:
        frame_of(bridges, "agenda", library)
    assert raised.value.name == module


def test_pandas_is_used_where_polars_is_not_there(bridges: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("undocparse.exports.frames.find_spec", lambda name: name == "pandas")
    assert isinstance(frame_of(bridges, "agenda"), pandas.DataFrame)
    monkeypatch.setattr("undocparse.exports.frames.find_spec", lambda _name: None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError):
        frame_of(bridges, "agenda")


def test_other_libraries_are_refused(bridges: Document) -> None:
    with pytest.raises(UndocparseError, match="there is polars, pandas, arrow"):
        frame_of(bridges, "agenda", "numpy")  # type: ignore[arg-type]
