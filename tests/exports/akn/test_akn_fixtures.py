"""Every fixture as Akoma Ntoso: valid, and nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from tests.exports.akn.akn_building import AKN, FIXTURES, OWN, faults, read

from undocparse.exports.akn import from_akn, to_akn

NO_PLACE = {
    *("schema_version", "source", "place", "page", "where"),  # where it was read, and from what
    *("rule", "title_similarity", "diagnostics"),  # how it was understood
    *("tables", "timetable_grids"),  # the print that is marked up by what it means
}
OF_THE_MASTHEAD = {
    "coverPage_1": {"places", "organ_key", "body_key"},
    "coverPage_1__session_1": {"year", "kind"},
}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_a_fixture_is_valid_and_comes_back_the_same(path: Path) -> None:
    written = to_akn(read(path))
    assert faults(written) == []
    assert from_akn(written) == read(path)


@pytest.mark.parametrize("path", FIXTURES[::3], ids=lambda path: path.name)
def test_what_the_markup_can_say_stands_in_no_other_place(path: Path) -> None:
    root = etree.fromstring(to_akn(read(path)).encode())
    for field in root.iter(f"{OWN}field"):
        assert field.get("name") in OF_THE_MASTHEAD.get(field.get("of"), NO_PLACE)


def test_mentions_that_cross_others_or_have_no_text_are_kept_beside_the_markup() -> None:
    bridges, letter = (
        etree.fromstring(to_akn(read(next(p for p in FIXTURES if p.name == name))).encode())
        for name in ("bridges.fr.pdf", "letter.fr.pdf")
    )
    assert '"number":"13"' in bridges.findtext(f".//{OWN}mention")  # "articles 12 à 14": 12 to 13, 13 to 14
    assert len(letter.findall(f".//{OWN}mention")) == 2
    assert letter.find(f"{AKN}doc") is not None


def test_the_same_document_gives_the_same_file() -> None:
    assert to_akn(read(FIXTURES[0])) == to_akn(read(FIXTURES[0]).model_copy())


def test_the_examples_of_the_documentation_are_real() -> None:
    guide = (FIXTURES[0].parents[2] / "docs" / "exports.md").read_text("utf-8")
    examples = re.findall(r"```xml\n(.*?)```", guide, re.DOTALL)
    written = _unindented(to_akn(read(next(p for p in FIXTURES if p.name == "bridges.fr.pdf"))))
    assert len(examples) == 2
    assert all(_unindented(example) in written for example in examples)


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())
