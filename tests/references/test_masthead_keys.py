"""Authority keys of a masthead, and year and kind of its session."""

from __future__ import annotations

import pytest

from undocparse.model import Header, Session
from undocparse.references.masthead_keys import with_keys


@pytest.mark.parametrize(
    ("organ", "language"),
    [
        ("General Assembly", "en"),
        ("GENERAL ASSEMBLY", "en"),
        ("Assemblée générale", "fr"),
        ("ASSEMBLEE GENERALE", "fr"),
        ("Asamblea General", "es"),
        ("Генеральная Ассамблея", "ru"),
        ("الجمعية العامة", "ar"),
        ("大会", "zh"),
    ],
)
def test_an_organ_has_the_same_key_in_all_languages(organ: str, language: str) -> None:
    assert with_keys(Header(organ=organ), language).organ_key == "A"


@pytest.mark.parametrize(
    ("symbol", "organ", "body", "keys"),
    [
        ("A/C.6/80/L.1", "General Assembly", "Sixth Committee", ("A", "A/C.6")),
        ("E/ICEF/2025/11", "Economic and Social Council", "Executive Board", ("E", "E/ICEF")),
        ("A/80/150", None, None, ("A", "A")),
        (None, "Economic and Social Council", "Human Rights Council", ("E", "A/HRC")),
        (None, None, "Committee of the whole village", (None, None)),
    ],
)
def test_the_symbol_says_whose_a_document_is_and_names_do_where_there_is_none(
    symbol: str | None, organ: str | None, body: str | None, keys: tuple[str | None, str | None]
) -> None:
    header = with_keys(Header(symbol=symbol, organ=organ, body=body), "en")
    assert (header.organ_key, header.body_key) == keys


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Eightieth session", "en", "regular"),
        ("Tenth emergency special session", "en", "emergency"),
        ("Resumed fifth session", "en", "resumed"),
        ("Annual session 2025", "en", "annual"),
        ("Dixième session extraordinaire d’urgence", "fr", "emergency"),
        ("Session de fond de 2036", "fr", "substantive"),
        ("Segundo período ordinario de sesiones de 2025", "es", "regular"),
        ("Двадцать восьмая специальная сессия", "ru", "special"),
        ("الدورة الاستثنائية الطارئة العاشرة", "ar", "emergency"),
        ("第十届紧急特别会议", "zh", "emergency"),
    ],
)
def test_the_kind_of_a_session_is_read_in_all_languages(text: str, language: str, kind: str) -> None:
    header = with_keys(Header(session=Session(number=10, text=text)), language)
    assert header.session.kind == kind


@pytest.mark.parametrize(
    ("header", "year"),
    [
        (
            Header(symbol="E/ICEF/2025/11", session=Session(text="Annual session 2024"), starts="2025-06-10"),
            2024,
        ),
        (
            Header(
                symbol="E/ICEF/2025/11", session=Session(number=3, text="Third session"), starts="2026-01-05"
            ),
            2026,
        ),
        (Header(symbol="A/C.6/80/L.1", session=Session(number=80, text="Eightieth session")), 2025),
        (Header(symbol="A/S-32/1", session=Session(number=32, text="Thirty-second special session")), None),
        (Header(symbol="A/HRC/RES/54/24", session=Session(number=54, text="Fifty-fourth session")), 2023),
        (Header(symbol="A/AC.105/2", session=Session(number=54, text="Fifty-fourth session")), None),
        (Header(symbol="IDB.49/1", session=Session(number=49, text="Forty-ninth session")), None),
    ],
    ids=[
        "printed",
        "of the first day",
        "by the rhythm of the Assembly",
        "special sessions have none",
        "by its own rhythm",
        "of a body below",
        "unknown",
    ],
)
def test_the_year_of_a_session_is_printed_or_follows(header: Header, year: int | None) -> None:
    assert with_keys(header, "en").session.year == year


def test_without_session_nothing_is_said_of_one() -> None:
    assert with_keys(Header(symbol="A/80/150"), "en").session == Session()
