"""What the markup does not say of a document: values by the element that they belong to, in `<proprietary>`.

Each value stands beside what a reader takes from the markup itself. It counts as long as the markup says just
that: where somebody has changed a title or a date in the markup, the markup is right.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from undocparse.exports.akn.sheet import A, O
from undocparse.exports.akn.texts import Part

_FIELD = O + "field"
_MENTION = O + "mention"
_PIECE = (
    1_000_000  # characters; libxml2 refuses a text of ten million, and the tables of a yearbook may have more
)


class Rest(NamedTuple):
    """One value that the markup does not say.

    Attributes:
        of: identifier of the element; empty for the document.
        name: of the field.
        value: what it is.
        read: what is read from the markup in its place.
    """

    of: str
    name: str
    value: Any
    read: Any


def differences(true: Mapping[str, Any], read: Part) -> Iterator[Rest]:
    """What has to be added to a part read from markup to make it what it should be.

    Args:
        true: the object of the model as JSON.
        read: the same as read.
    """
    for name, value in true.items():
        found = read.get(name)
        if isinstance(found, Part) and isinstance(value, dict):
            yield from differences(value, found)
        elif _pairs(value, found):
            for each, part in zip(value, found or (), strict=True):
                yield from differences(each, part)
        elif value != found:
            yield Rest(read.eid, name, value, found)


def _pairs(value: Any, found: Any) -> bool:
    """Whether two lists hold the same objects, one by one."""
    return (
        isinstance(value, list)
        and isinstance(found, list)
        and len(value) == len(found)
        and all(isinstance(part, Part) and part.eid for part in found)
    )


def add(rest: Iterator[Rest] | list[Rest], whole: Part) -> None:
    """Adds values to the parts that they belong to, where the markup says what it said."""
    parts = {part.eid: part for part in _walk(whole)}
    for each in rest:
        part = parts.get(each.of)
        if part is not None and part.get(each.name) == each.read:
            part[each.name] = each.value


def _walk(part: Part) -> Iterator[Part]:
    yield part
    for value in part.values():
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, Part):
                yield from _walk(each)


def write_rest(rest: list[Rest], mentions: dict[int, Any], meta: etree._Element) -> None:
    """Writes values, and mentions that no element stands for, into `<proprietary>`.

    Args:
        rest: the values.
        mentions: references as JSON, by their number among all of the document, counted from 1.
        meta: to stand in, before the presentation.
    """
    if not rest and not mentions:
        return
    home = etree.Element(A + "proprietary", source="#undocparse")
    for each in rest:
        made = etree.SubElement(home, _FIELD, {"of": each.of} if each.of else {}, name=each.name)
        if each.read is not None:
            made.set("read", _told(each.read))
        _write_long(made, _told(each.value))
    for number, mention in mentions.items():
        etree.SubElement(home, _MENTION, number=str(number)).text = _told(mention)
    presentation = meta.find(A + "presentation")
    meta.insert(len(meta) if presentation is None else meta.index(presentation), home)


def read_rest(root: etree._Element) -> tuple[list[Rest], dict[int, Any]]:
    """What `write_rest` wrote.

    Raises:
        ValueError: a value is no JSON.
    """
    home = f"{A}meta/{A}proprietary/"
    rest = [
        Rest(
            each.get("of", ""),
            each.get("name", ""),
            json.loads("".join(each.itertext())),
            json.loads(each.get("read", "null")),
        )
        for each in root.iterfind(home + _FIELD)
    ]
    mentions = {
        int(each.get("number", "")): json.loads(each.text or "") for each in root.iterfind(home + _MENTION)
    }
    return rest, mentions


def _write_long(element: etree._Element, text: str) -> None:
    element.text = text[:_PIECE]
    for start in range(_PIECE, len(text), _PIECE):
        etree.SubElement(element, O + "piece").text = text[start : start + _PIECE]


def _told(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))  # in ASCII, so that XML holds every character
