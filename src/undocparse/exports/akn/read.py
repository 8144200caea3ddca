"""Akoma Ntoso read back into a document."""

from __future__ import annotations

import hashlib
from typing import Any

from lxml import etree
from pydantic import ValidationError

from undocparse.errors import UndocparseError
from undocparse.exports.akn.reading import Reading
from undocparse.exports.akn.rest import add, read_rest
from undocparse.exports.akn.sheet import A
from undocparse.exports.akn.texts import Part
from undocparse.model import Document

_REMEDY = "give a file that to_akn wrote"


class AkomaNtosoError(UndocparseError):
    """A text is no Akoma Ntoso, no XML at all, or declares entities."""

    code = "not-akoma-ntoso"


def from_akn(text: str | bytes, *, name: str = "Akoma Ntoso") -> Document:
    """The document that `to_akn` wrote.

    What the markup says counts: a title or date that was changed there is changed in the document. Entities
    are never expanded and nothing is fetched.

    Args:
        text: the file.
        name: of the file, for errors.

    Raises:
        AkomaNtosoError: the text is no such file; the error says what is wrong.
    """
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    root = _document(data, name, "utf-8" if isinstance(text, str) else None)
    try:
        return Document.model_validate(_read(root, data, name))
    except ValidationError as error:
        first = error.errors()[0]
        at = "/".join(map(str, first["loc"]))
        raise AkomaNtosoError(name, f"{at or 'document'}: {first['msg']}", _REMEDY) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise AkomaNtosoError(name, f"what it has of its own is damaged ({error})", _REMEDY) from error


def _document(data: bytes, name: str, encoding: str | None) -> etree._Element:
    """The document's element of a file, without comments."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=encoding,
    )
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise AkomaNtosoError(name, f"it is no XML ({error.msg})", _REMEDY) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise AkomaNtosoError(name, "it declares a document type, which may hold entities", "take it out")
    if tree.tag != A + "akomaNtoso":
        raise AkomaNtosoError(name, f"its root is {tree.tag}, not akomaNtoso of version 3.0", _REMEDY)
    found = next(iter(tree), None)
    if found is None or found.find(A + "meta") is None:
        raise AkomaNtosoError(name, "it holds no document with meta", _REMEDY)
    return found


def _read(root: etree._Element, data: bytes, name: str) -> dict[str, Any]:
    rest, mentions = read_rest(root)
    reading = Reading(root)
    whole = reading.whole
    add(rest, whole)
    found = Part(references=[])
    ranked: list[tuple[int, int, dict[str, Any]]] = [(number, 0, each) for number, each in mentions.items()]
    last = 0
    for at, (number, part) in enumerate(reading.references(), 1):
        last = last if number is None else number  # one without a number stands behind the one before it
        ranked.append((last, at, part))
    found["references"] = [each for _, _, each in sorted(ranked, key=lambda one: one[:2])]
    add(rest, found)
    whole["references"] = found["references"]
    whole.setdefault("source", _source(data, name))
    return whole


def _source(data: bytes, name: str) -> dict[str, Any]:
    """Of a file that does not say from what it was made: the file itself."""
    digest = hashlib.sha256(data).hexdigest()
    return {"name": name, "sha256": digest, "media_type": "application/akn+xml", "pages": 1, "reader": "akn"}
