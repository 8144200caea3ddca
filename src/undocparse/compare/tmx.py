"""Aligned texts as a translation memory: TMX 1.4, which every program of translators reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from undocparse.compare.align import align
from undocparse.compare.references import text_path
from undocparse.compare.result import Row
from undocparse.errors import UndocparseError
from undocparse.exports.plain import one_line
from undocparse.model import Document
from undocparse.model.pointers import value_at
from undocparse.version import __version__

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNKNOWN = "und"  # BCP 47 for a language that is not known
_REMEDY = "give one version a language, as TMX has one text a language"
_TEXTS = frozenset({"title", "item", "heading", "paragraph", "document", "footnote"})


def to_tmx(documents: Sequence[Document]) -> str:
    """Titles, headings and paragraphs of two or more languages of a document, aligned, as TMX 1.4.

    One unit a text that at least two languages have; its attribute `tuid` is the kind of text and its place
    in the file, a property `path` of each variant is the JSON pointer to it. `srclang` is the language that
    the masthead calls the original, if it is among them; else `*all*`. Texts of several lines are one line.

    Raises:
        UndocparseError: there are fewer than two, or two in one language.
    """
    languages = [document.language or _UNKNOWN for document in documents]
    if len(set(languages)) < len(languages):
        raise UndocparseError("tmx", "two versions are in one language", _REMEDY)
    alignment = align(documents)
    tree = etree.Element("tmx", version="1.4")
    tree.append(_header(documents, languages))
    body = etree.SubElement(tree, "body")
    for number, (kind, texts) in enumerate(_units(alignment.rows, documents), 1):
        unit = etree.SubElement(body, "tu", tuid=f"{kind}-{number}")
        for place, path, text in texts:
            variant = etree.SubElement(unit, "tuv", {_XML_LANG: languages[place]})
            etree.SubElement(variant, "prop", type="path").text = path
            etree.SubElement(variant, "seg").text = text
    return _written(tree)


def _header(documents: Sequence[Document], languages: list[str]) -> etree._Element:
    originals = {language for each in documents for language in each.header.original_languages}
    found = [language for language in languages if language in originals]
    return etree.Element(
        "header",
        {
            "creationtool": "undocparse",
            "creationtoolversion": __version__,
            "segtype": "paragraph",
            "o-tmf": "undocparse",
            "adminlang": "en",
            "srclang": found[0] if len(found) == 1 else "*all*",
            "datatype": "plaintext",
        },
    )


def _units(
    rows: Sequence[Row], documents: Sequence[Document]
) -> Iterator[tuple[str, list[tuple[int, str, str]]]]:
    """Kind of text, then number of the version, pointer and text for each language that has it."""
    for row in rows:
        if row.kind not in _TEXTS:
            continue
        found = []
        for place, pointer in enumerate(row.paths):
            path = f"{pointer}/title" if row.kind == "document" and pointer else text_path(row.kind, pointer)
            text = value_at(documents[place], path) if path else None
            if path and text and one_line(text).strip():
                found.append((place, path, one_line(text).strip()))
        if len(found) > 1:
            yield row.kind, found


def _written(tree: etree._Element) -> str:
    etree.indent(tree, " ")
    written: bytes = etree.tostring(
        tree, encoding="UTF-8", xml_declaration=True, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    )
    return written.decode() + "\n"
