"""Document symbols: finding, mending, taking apart, sorting, linking."""

# ruff: noqa: E501 - a row of a table is one line

import string
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse.symbols import Symbol, SymbolError, find, from_canonical, normalise, parse

WHOLE = [
    "A/80/150",
    "A/80/62-E/2025/12",
    "DP/FPA/OPS-ICEF-UNW-WFP/2025/CRP.1",
    "A/80/15 (Part I)",
    "A/80/6 (Sect. 29A)",
    "A/80/6 (Introduction)",
    "A/79/5 (Vol. I)",
    "A/520/Rev.17",
    "A/S-21/2",
    "A/ES-10/1000",
    "A/RES/3201 (S-VI)",
    "A/RES/79/93 A",
    "A/C.2/80/L.1/Add.1",
    "A/AC.105/C.1/L.409/Add.2",
    "A/CN.9/WG.III/WP.244",
    "A/CONF.151/26/Rev.1 (Vol. I)",
    "A/HRC/WG.6/45/KEN/1",
    "BWC/CONF.VIII/4",
    "C 2015/2 Rev.1",
    "CERD/C/PER/CO/22-23",
    "CL 154/1",
    "CTOC/COP/WG.2/2007/1",
    "DP-FPA/2025/1",
    "E/C.12/GC/25",
    "E/CN.4/Sub.2/AC.4/2005/1",
    "E/ICEF/672 (Part II)/Add.1",
    "E/ICEF/2025/P/L.8",
    "EB130/5",
    "FCCC/SBSTA/2011/MISC.14",
    "GC(58)/RES/10",
    "HRI/GEN/1/Rev.9 (Vol. I)",
    "ICCD/COP(8)/CST/8",
    "IDB.49/1/Add.1",
    "JIU/REP/2023/7",
    "S/PV.9000 (Resumption 1)",
    "S/RES/955 (1994)",
    "ST/LIB/SER.B/5/Rev.5",
    "T/L.1",
    "UNEP/CBD/BS/WG-L&R/4/1/Add.1",
    "UNEP/EA.5/Res.14",
    "UNEP/OzL.Pro/ExCom/70/1",
    "[E/ECE/]TRANS/SC.2/2001/20",
    "156 EX/7",
]


@pytest.mark.parametrize("symbol", WHOLE)
def test_a_symbol_comes_back_as_it_was(symbol: str) -> None:
    assert from_canonical(symbol) == parse(symbol)
    assert str(parse(symbol)) == symbol


MENDED = [
    ("a blank in the year", "DP/20 25/L.2", "DP/2025/L.2"),
    ("a line broken after the slash", "CAC/ COSP/\n2013/1", "CAC/COSP/2013/1"),
    ("an asterisk: reissued", "UNW/2025/5*", "UNW/2025/5"),
    ("an en dash between joint symbols", "A/80/74–E/2025/53", "A/80/74-E/2025/53"),
    ("no blank before the year", "S/RES/1373(2001)", "S/RES/1373 (2001)"),
    ("capitals", "A/80/150/ADD.1", "A/80/150/Add.1"),
    ("a blank after the point", "A/80/150/Rev. 1", "A/80/150/Rev.1"),
    ("a small letter in the part", "A/79/5 (vol.II)", "A/79/5 (Vol. II)"),
    ("a blank after the hyphen", "DP/FPA/OPS- ICEF-UNW-WFP/2025/CRP.1", "DP/FPA/OPS-ICEF-UNW-WFP/2025/CRP.1"),
    ("a non-breaking hyphen", "A/ES\u201110/1000", "A/ES-10/1000"),
]


@pytest.mark.parametrize(
    ("printed", "canonical"), [row[1:] for row in MENDED], ids=[row[0] for row in MENDED]
)
def test_faults_of_text_layers_are_mended(printed: str, canonical: str) -> None:
    assert normalise(printed) == canonical


@pytest.mark.parametrize(
    "text",
    ["HIV/AIDS", "UNDP/UNFPA/UNOPS", "km/h", "and/or", "9/11", "24/7", "A/HRC", "the A/C.2 Committee", "N/A 2",
     "TCP/IP", "S/4", "INC/1992",
     "https://example.org/A/80/150", "2024/25", "VAT/GST 20/30"],
)  # fmt: skip
def test_what_is_no_symbol(text: str) -> None:
    assert list(find(text)) == []


FOUND = [
    ("the full stop is not part of it", "See A/80/150.", ["A/80/150"]),
    ("brackets and commas", "(E/ICEF/2025/12, E/ICEF/2025/14)", ["E/ICEF/2025/12", "E/ICEF/2025/14"]),
    ("a link", "https://undocs.org/A/80/150", ["A/80/150"]),
    ("a range is two symbols", "E/2025/15–E/2025/17", ["E/2025/15", "E/2025/17"]),
    (
        "a blank after an opening bracket",
        "( A/80/100 and\u00a0A/80/100/Add.1)",
        ["A/80/100", "A/80/100/Add.1"],
    ),
]


@pytest.mark.parametrize(("text", "symbols"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_symbols_in_text(text: str, symbols: list[str]) -> None:
    found = list(find(text))
    assert [str(one.symbol) for one in found] == symbols
    assert all(normalise(text[one.start : one.end]) == str(one.symbol) for one in found)


PARTS = [
    ("CTOC/COP/WG.2/2007/1", "CTOC/COP/WG.2", "CTOC/COP", "2007", None),
    ("A/80/150", "A", None, "80", None),
    ("A/520/Rev.17", "A", None, None, None),
    ("A/C.2/80/L.1", "A/C.2", "A", "80", "L"),
    ("A/CONF.230/2025/1", "A/CONF.230", "A", "2025", None),
    ("ICCD/COP(8)/CST/8", "ICCD/COP/CST", "ICCD/COP", "8", None),
    ("IDB.49/1", "IDB", None, "49", None),
    ("UNEP/EA.5/Res.14", "UNEP/EA", "UNEP", "5", "RES"),
    ("CRC/C/KEN/CO/5-6", "CRC/C", "CRC", None, "CO"),
    ("A/S-21/2", "A", None, "S-21", None),
    ("E/2025/L.16", "E", None, "2025", "L"),
    ("UNW/2025/CRP.2", "UNW", None, "2025", "CRP"),
]


@pytest.mark.parametrize(
    ("text", "body", "parent", "session", "nature"), PARTS, ids=[row[0] for row in PARTS]
)
def test_what_a_symbol_says(
    text: str, body: str | None, parent: str | None, session: str | None, nature: str | None
) -> None:
    symbol = parse(text)
    assert (symbol.body, symbol.parent, symbol.session, symbol.nature) == (body, parent, session, nature)


def test_changes_and_parts() -> None:
    symbol = parse("A/80/74/Add.1/Rev.2 (Part II)")
    assert symbol.changes == ("Add.1", "Rev.2 (Part II)")
    assert symbol.part == "Part II"
    assert str(symbol.main) == "A/80/74"


def test_sorting_is_by_number() -> None:
    symbols = ["A/80/62/Add.1", "A/80/100", "A/80/9", "A/80/62"]
    assert [str(one) for one in sorted(map(parse, symbols))] == [
        "A/80/9",
        "A/80/62",
        "A/80/62/Add.1",
        "A/80/100",
    ]


LINKS = [
    ("A/80/150", "fr", "https://docs.un.org/fr/A/80/150"),
    ("S/RES/955 (1994)", "en", "https://docs.un.org/en/S/RES/955%20%281994%29"),
    ("A/80/150", "de", "https://docs.un.org/en/A/80/150"),
    ("CL 154/1", "en", None),
    ("UNICEF/2025/EB/5", "en", None),
]


@pytest.mark.parametrize(("symbol", "language", "link"), LINKS)
def test_links(symbol: str, language: str, link: str | None) -> None:
    assert parse(symbol).uri(language) == link


@pytest.mark.parametrize("text", ["", "resolution", "A/80/150 and A/80/151", "HIV/AIDS"])
def test_what_cannot_be_parsed(text: str) -> None:
    with pytest.raises(SymbolError):
        parse(text)


_ROOTS = st.sampled_from(
    ["A", "S", "E", "DP", "CTOC/COP", "UNEP/CBD", "E/CN.6", "A/HRC/EMRIP", "TD/B", "UNW"]
)
_SESSIONS = st.sampled_from(["80", "2025", "1999", "S-21"])
_SERIES = st.sampled_from(["", "L.", "CRP.", "INF/", "WP.", "NGO/", "SR."])
_CHANGES = st.lists(st.sampled_from(["Add.1", "Rev.2", "Corr.3", "Add.12"]), max_size=2)


@st.composite
def symbols(draw: Callable[..., Any]) -> str:
    number = draw(st.integers(1, 9999))
    main = f"{draw(_ROOTS)}/{draw(_SESSIONS)}/{draw(_SERIES)}{number}"
    return "/".join([main, *draw(_CHANGES)])


@given(symbols())
def test_round_trip(symbol: str) -> None:
    assert from_canonical(symbol) == parse(symbol)
    assert str(parse(symbol)) == symbol
    assert normalise(normalise(symbol)) == symbol


@given(symbols(), st.sampled_from(["{}.", "({})", "see {}; then", "“{}”", "{}*", "in {}, and"]))
def test_a_symbol_is_found_in_any_surrounding(symbol: str, frame: str) -> None:
    assert [str(one.symbol) for one in find(frame.format(symbol))] == [symbol]


@given(st.text(alphabet=string.ascii_letters + string.digits + " ./()-–*[]&", max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for one in find(text):
        assert 0 <= one.start < one.end <= len(text)
        assert isinstance(one.symbol, Symbol)
        assert from_canonical(str(one.symbol)) == one.symbol
        assert str(one.symbol)
