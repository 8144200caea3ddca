from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from tests.compare.compare_building import annotated, changed, version
from translate.storage.tmx import tmxfile

from undocparse import Document
from undocparse.compare import to_tmx
from undocparse.errors import UndocparseError
from undocparse.model.pointers import value_at


def _units(text: str) -> list[dict[str, str]]:
    """Text by language of each unit, as an independent reader of TMX has them."""
    store = tmxfile()
    store.parse(text.encode())
    return [
        {
            node.get("{http://www.w3.org/XML/1998/namespace}lang"): "".join(node.find("seg").itertext())
            for node in unit.getlanguageNodes()
        }
        for unit in store.units
    ]


def test_an_independent_reader_has_titles_and_paragraphs_side_by_side() -> None:
    english, french = version("lanterns.en.docx"), version("lanterns.fr.pdf")
    units = _units(to_tmx([english, french, version("lanterns.es.txt")]))
    assert {"en", "fr", "es"} == {language for unit in units for language in unit}
    for item in english.agenda.walk():
        assert {item.title: french.agenda[item.key].title}.items() <= {
            unit["en"]: unit.get("fr") for unit in units
        }.items()
    paragraphs = [each.text for annotation in english.annotations for each in annotation.paragraphs]
    assert set(paragraphs) <= {unit["en"] for unit in units}


def test_the_original_language_is_the_source() -> None:
    versions = [version("lanterns.fr.pdf"), version("lanterns.en.docx")]
    assert 'srclang="en"' in to_tmx(versions)

    def forget(whole: dict[str, Any]) -> None:
        whole["header"]["original_languages"] = []

    assert 'srclang="*all*"' in to_tmx([changed(each, forget) for each in versions])


def test_paths_lead_to_the_texts() -> None:
    versions = {"en": version("lanterns.en.docx"), "fr": version("lanterns.fr.pdf")}
    tree = etree.fromstring(to_tmx(list(versions.values())).encode())
    variants = list(tree.iter("tuv"))
    assert variants
    for each in variants:
        document: Document = versions[each.get("{http://www.w3.org/XML/1998/namespace}lang")]
        assert value_at(document, each.findtext("prop")) == each.findtext("seg")


def test_texts_of_any_kind_are_xml() -> None:
    hostile = "a < b & c\x00\x1b ]]> \ud800\u2028<seg>"
    units = _units(to_tmx([annotated("en", hostile), annotated("fr", hostile)]))
    assert units[-1] == dict.fromkeys(("en", "fr"), "a < b & c�� ]]> � <seg>")


def test_two_versions_in_one_language_are_refused() -> None:
    with pytest.raises(UndocparseError, match="one language"):
        to_tmx([annotated("en", "Lamps"), annotated("en", "Lamps")])
