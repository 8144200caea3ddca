"""The JSON Schema says what every property is, and every document that is read fits it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from undocparse import Document, parse
from undocparse.exports.schema import SCHEMA_ID, attribute_descriptions, document_schema
from undocparse.model.document import SCHEMA_VERSION, Source
from undocparse.model.place import Model

FIXTURES = Path(__file__).parent.parent.parent / "fixtures" / "docs"
FILES = sorted(FIXTURES.iterdir())
SCHEMA = document_schema()


def errors(document: dict[str, Any]) -> list[str]:
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return [error.json_path for error in validator.iter_errors(document)]


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part, definition in {**schema["$defs"], "Document": schema}.items():
        for name, property_ in definition.get("properties", {}).items():
            yield f"{part}.{name}", property_


def test_the_schema_is_a_schema_and_says_which() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA_ID == f"urn:undocparse:schema:document:{SCHEMA_VERSION}"
    assert SCHEMA["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]


def test_every_property_has_a_sentence() -> None:
    found = dict(properties(SCHEMA))
    assert {"Document.agenda", "AgendaItem.key", "Session.number", "GridCell.row"} <= found.keys()
    said = {name: property_.get("description", "") for name, property_ in found.items()}
    assert [name for name, text in said.items() if not text.endswith(".") or "\n" in text] == []


def test_descriptions_are_those_of_the_models() -> None:
    key = SCHEMA["$defs"]["AgendaItem"]["properties"]["key"]["description"]
    assert key == "Language-free number of the item: `1`, `1.a`, `1.a.i`."
    assert SCHEMA["$defs"]["AgendaItem"]["description"] == "One item of the agenda."


def test_an_attribute_that_runs_over_lines_is_one_sentence() -> None:
    class Pond(Model):
        """Water.

        Attributes:
            deep: how deep it is,
                in metres: from the top.
            wide: how wide.

        Other:
            shore: no attribute.
        """

    assert attribute_descriptions(Pond) == {
        "deep": "How deep it is, in metres: from the top.",
        "wide": "How wide.",
    }
    assert attribute_descriptions(Source)["sha256"] == "Of its bytes, in hexadecimal."


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_read_fits(path: Path) -> None:
    assert errors(json.loads(parse(path).to_json())) == []


@pytest.fixture(scope="module")
def bridges() -> Document:
    return parse(FIXTURES / "bridges.fr.txt")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("header.date", "29 August 2016"),
        ("header.starts", "2016-02-30"),
        ("timetable[0].date", "2016-13-01"),
        ("timetable[0].starts", "9:30"),
        ("timetable[0].ends", "24:00"),
        ("source.sha256", "ABC"),
        ("document_type", "report"),
    ],
)
def test_what_is_no_day_time_or_kind_does_not_fit(bridges: Document, path: str, value: str) -> None:
    document = json.loads(bridges.to_json())
    part, name = path.rsplit(".", 1) if "." in path else ("", path)
    holder = {"": document, "header": document["header"], "source": document["source"]}.get(
        part, document["timetable"][0]
    )
    holder[name] = value
    assert errors(document) == [f"$.{path}"]
