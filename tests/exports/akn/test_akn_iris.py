"""Names of works, expressions and manifestations."""

from __future__ import annotations

import pytest
from tests.exports.akn.akn_building import SOURCE

from undocparse import Document
from undocparse.exports.akn.iris import (
    actor_above,
    actor_of,
    address_of,
    iris_of,
    long_code,
    number_of,
    short_code,
)
from undocparse.model import Header


def named(
    symbol: str | None, *others: str, date: str | None = "2025-07-16", **fields: str | None
) -> Document:
    header = Header(symbol=symbol, other_symbols=others, date=date)
    return Document(
        **({"source": SOURCE, "header": header, "document_type": "agenda", "language": "fr"} | fields)
    )


@pytest.mark.parametrize(
    ("document", "work"),
    [
        (named("A/80/150"), "debateReport/agenda/unga/2025-07-16/A-80-150"),
        (named("A/C.2/80/L.1/Rev.1"), "debateReport/agenda/unga-c.2/2025-07-16/A-C.2-80-L.1-Rev.1"),
        (named("A/HRC/60/1"), "debateReport/agenda/unga-hrc/2025-07-16/A-HRC-60-1"),
        (named("E/ICEF/2025/11"), "debateReport/agenda/unecosoc-icef/2025-07-16/E-ICEF-2025-11"),
        (named("S/2025/9"), "debateReport/agenda/unsc/2025-07-16/S-2025-9"),
        (
            named("CTOC/COP/WG.2/2007/1"),
            "debateReport/agenda/unctoc-cop-wg.2/2025-07-16/CTOC-COP-WG.2-2007-1",
        ),
        (named("A/80/62", "E/2025/12"), "debateReport/agenda/unga/2025-07-16/A-80-62-E-2025-12"),
        (named("A/80/74 (Part I)"), "debateReport/agenda/unga/2025-07-16/A-80-74_(Part_I)"),
        (named("A/80/1", date=None), "debateReport/agenda/unga/0001-01-01/A-80-1"),
        (named("A/80/1", date="2025-02-30"), "debateReport/agenda/unga/0001-01-01/A-80-1"),
        (named(None), "debateReport/agenda/un/2025-07-16/sha256-0123456789abcdef"),
        (named("A/80/1", document_type="other"), "doc/other/unga/2025-07-16/A-80-1"),
    ],
)
def test_names_of_works(document: Document, work: str) -> None:
    assert iris_of(document).work == f"/akn/un/{work}/"


def test_names_of_expressions_and_manifestations_are_those_that_the_editors_use() -> None:
    work = "/akn/un/debateReport/agenda/unga/2025-07-16/A-80-150/"
    names = iris_of(named("A/80/150"))
    assert names == (work, f"{work}fra@/", f"{work}fra@.xml")
    assert names.parts("main") == (f"{work}!main/", f"{work}fra@!main/", f"{work}fra@/!main.xml")
    assert names.parts("annex_1").manifestation == f"{work}fra@/!annex_1.xml"


@pytest.mark.parametrize(
    ("symbol", "above"),
    [
        ("A/HRC/EMRIP/2025/1", "unga"),  # the principal organ, whatever stands between
        ("E/ICEF/2025/11", "unecosoc"),
        ("CTOC/COP/WG.2/2007/1", "unctoc-cop"),
        ("A/80/1", None),
        (None, None),
    ],
)
def test_the_organ_above_a_body(symbol: str | None, above: str | None) -> None:
    assert actor_above(symbol) == above


def test_what_no_name_can_hold_is_quoted() -> None:
    assert number_of("A/80/1?#<é>") == "A-80-1%3F%23%3C%C3%A9%3E"
    assert actor_of("É T\ud800/1") == "un%C3%A9_t%EF%BF%BD"


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("https://docs.un.org/en/A/RES/103/88 A", "https://docs.un.org/en/A/RES/103/88%20A"),
        ("https://docs.un.org/en/A/80/1%20B#p.2", "https://docs.un.org/en/A/80/1%20B#p.2"),
        ("http://[x", "http%3A//%5Bx"),
        ("100%", "100%25"),
    ],
)
def test_addresses_are_such_as_the_schema_takes(uri: str, address: str) -> None:
    assert address_of(uri) == address


@pytest.mark.parametrize(
    ("short", "long"), [("fr", "fra"), ("zh", "zho"), ("ar", "ara"), (None, "und"), ("xx", "xx")]
)
def test_languages_have_three_letters(short: str | None, long: str) -> None:
    assert long_code(short) == long
    assert short_code(long) == short
