"""The JSON Schema of a document: what `to_json` writes, for programs in any language."""

from __future__ import annotations

import inspect
from typing import Any, get_args

from pydantic import BaseModel

from undocparse.model.document import SCHEMA_VERSION, Document
from undocparse.model.tables import TableCell
from undocparse.model.timetable import GridCell

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema that it is written in."""
SCHEMA_ID = f"urn:undocparse:schema:document:{SCHEMA_VERSION}"
"""Name of the schema; it changes when documents written before do not fit it any more."""
_DAY: dict[str, str] = {"format": "date"}
_CLOCK: dict[str, str] = {"pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
_DIGEST: dict[str, str] = {"pattern": "^[0-9a-f]{64}$"}
_FORMS: dict[str, dict[str, dict[str, str]]] = {
    "Header": {"date": _DAY, "starts": _DAY, "ends": _DAY},
    "Sitting": {"date": _DAY, "starts": _CLOCK, "ends": _CLOCK},
    "Reference": {"date": _DAY},
    "Source": {"sha256": _DIGEST},
}
_ALIKE: dict[type[BaseModel], type[BaseModel]] = {
    GridCell: TableCell
}  # whose attributes another one describes
_ATTRIBUTES = "\n\nAttributes:\n"
_DEEPER = " " * 8  # than an attribute: where its text goes on


def document_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that the JSON of every document is valid by.

    Every property has a description, that of the model's attribute; dates have the format `date`.
    """
    schema = Document.model_json_schema(mode="serialization")
    parts = schema.pop("$defs")
    models = _models()
    for name, part in {**parts, "Document": schema}.items():
        if name in models:
            _describe(part, models[name])
    return {"$schema": DIALECT, "$id": SCHEMA_ID, **schema, "$defs": parts}


def attribute_descriptions(model: type[BaseModel]) -> dict[str, str]:
    """What the docstring of a model says of each of its attributes, each as a sentence on one line.

    Args:
        model: its docstring has a section "Attributes:" as Google's style has it; nothing where it has none.
    """
    _, _, section = inspect.cleandoc(model.__doc__ or "").partition(_ATTRIBUTES)
    found: dict[str, str] = {}
    name = ""
    for line in section.partition("\n\n")[0].splitlines():
        if line.startswith(_DEEPER):
            found[name] += f" {line.strip()}"
        else:
            name, _, text = line.strip().partition(": ")
            found[name] = f"{text[:1].upper()}{text[1:]}"
    return found


def _models() -> dict[str, type[BaseModel]]:
    """Every model that a document is made of, by the name that the schema has for it."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[Any] = [Document]
    while waiting:
        kind = waiting.pop()
        waiting.extend(get_args(kind))
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__name__ not in found:
            found[kind.__name__] = kind
            waiting.extend(field.annotation for field in kind.model_fields.values())
    return found


def _describe(part: dict[str, Any], model: type[BaseModel]) -> None:
    """Give a part of the schema its sentence, and each of its properties theirs and its form."""
    part["description"] = inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0]
    said = attribute_descriptions(_ALIKE.get(model, model))
    forms = _FORMS.get(model.__name__, {})
    for name, property_ in part.get("properties", {}).items():
        if name in said:
            property_["description"] = said[name]
        if name in forms:
            _text_of(property_).update(forms[name])


def _text_of(property_: dict[str, Any]) -> dict[str, Any]:
    """The branch of a property that is a text: itself, or the one beside null."""
    found: dict[str, Any] = next(
        branch for branch in (property_, *property_.get("anyOf", ())) if branch.get("type") == "string"
    )
    return found
