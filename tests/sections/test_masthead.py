"""Mastheads of several bodies: their fields, where these stand, and what is left to other sections."""

from __future__ import annotations

from typing import Any

import pytest

from undocparse.languages.detect import detect
from undocparse.layout.ledger import Ledger
from undocparse.model.header import Header
from undocparse.readers import read
from undocparse.readers.source import load
from undocparse.sections.masthead import read_masthead


def header_of(text: str) -> tuple[str, Header, list[str]]:
    layout = read(load(text.encode(), name="document.txt"))
    ledger = Ledger(layout)
    language, _ = detect(layout)
    header, _ = read_masthead(layout, ledger, language)
    return language, header, [line.text for line in ledger.free()]


CONVENTION = """\
                                                                 MOSS/COP/8/1/Add.1
MOSS
                                                                 Distr.
                                                                 GENERAL

                                                                 MOSS/COP/8/1/Add.1
                                                                 30 November 2005

                                                                 ORIGINAL: ENGLISH

CONFERENCE OF THE PARTIES TO THE CONVENTION
   ON MOSSES AND LICHENS
Eighth meeting
Curitiba, Brazil, 20-31 March 2006
Item 3.2 of the provisional agenda*

                ANNOTATIONS TO THE PROVISIONAL AGENDA

                     Note by the Executive Secretary

INTRODUCTION

1. Mosses grow where nobody looks.
"""
TYPED_FRENCH = """\
NATIONS UNIES
ASSEMBLEE                                                Distr.
GENERALE                                                 GENERALE

                                                         A/C.5/36/912
                                                         12 novembre 1981
                                                         FRANCAIS
                                                         ORIGINAL : ANGLAIS

Trente-sixième session
CINQUIEME COMMISSION
Points 100 et 101 de l'ordre du jour

                    ENTRETIEN DES FONTAINES DU PALAIS

                          Rapport du Secrétaire général

1. Les fontaines du Palais sont vieilles.
"""
COUNCIL = """\
United Nations                                              A/HRC/59/912
General Assembly                                            Distr.: General
                                                            3 April 2025

                                                            English
                                                            Original: Arabic/English/
                                                            Russian

Human Rights Council
Fifty-ninth session
16 June–11 July 2025
Agenda items 2 and 3 (a)
Annual report on fountains
Promotion of drinking

      Right to fountains

      Report of the Special Rapporteur on the right to fountains

Summary

Fountains are for everybody.
"""
BOARD_FRENCH = """\
Nations Unies                                              IDB.49/1/Add.9
Organisation des Nations Unies                             Distr. générale
pour le développement industriel                           21 avril 2021

                                                           Français
                                                           Original : anglais

Conseil du développement industriel
Quarante-neuvième session
Vienne, 12-15 juillet 2021
Point 2 de l'ordre du jour provisoire
Adoption de l'ordre du jour

      Ordre du jour provisoire annoté

1. Élection du Bureau
"""
DRAFT = """\
United Nations                                            A/C.3/77/L.912/Rev.1
General Assembly                                          Distr.: Limited
                                                          8 November 2022

                                                          Original: English

Seventy-seventh session
Third Committee
Agenda item 68 (b)
Fountains in public places

      Ruritania, Freedonia and Sylvania:* revised draft resolution

      Fountains and their keepers

The General Assembly,
Recalling its resolution 75/1,
"""
TWO_LANGUAGES = """\
UNITED NATIONS                          NATIONS UNIES

ECONOMIC          CONSEIL                        RESTRICTED
AND               ECONOMIQUE                     E/CN.7/AC.2/93
SOCIAL COUNCIL    ET SOCIAL                      14 March 1949
                                                 ORIGINAL: ENGLISH

COMMISSION ON NARCOTIC DRUGS
Fourth Session
Item 5 of the Provisional Agenda

                    DRAFT PROGRAMME OF WORK
                    (Memorandum by the Secretary-General)

1. The Commission meets in spring.
"""
JOINT = """\
United Nations                                            A/81/912-S/2026/913
General Assembly                                          Distr.: General
Security Council                                          2 April 2026

                                                          Original: French

General Assembly                          Security Council
Eighty-first session                      Eighty-first year
Agenda items 14, 32 and 132

      Letter dated 1 April 2026 from the Permanent Representative
      of Ruritania addressed to the Secretary-General

I am writing about the fountains of the capital.
"""
CASES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "convention",
        CONVENTION,
        {
            "symbol": "MOSS/COP/8/1/Add.1",
            "distribution": "general",
            "date": "2005-11-30",
            "body": "CONFERENCE OF THE PARTIES TO THE CONVENTION ON MOSSES AND LICHENS",
            "place": "Curitiba",
            "starts": "2006-03-20",
            "ends": "2006-03-31",
            "agenda_items": ("3.2",),
            "title": "ANNOTATIONS TO THE PROVISIONAL AGENDA",
            "author": "Note by the Executive Secretary",
        },
    ),
    (
        "typed, French",
        TYPED_FRENCH,
        {
            "symbol": "A/C.5/36/912",
            "distribution": "general",
            "original_languages": ("en",),
            "organ": "ASSEMBLEE GENERALE",
            "body": "CINQUIEME COMMISSION",
            "agenda_items": ("100", "101"),
            "title": "ENTRETIEN DES FONTAINES DU PALAIS",
            "author": "Rapport du Secrétaire général",
        },
    ),
    (
        "council of an organ",
        COUNCIL,
        {
            "organ": "General Assembly",
            "body": "Human Rights Council",
            "original_languages": ("ar", "en", "ru"),
            "place": None,
            "starts": "2025-06-16",
            "agenda_items": ("2", "3.a"),
            "title": "Right to fountains",
            "author": "Report of the Special Rapporteur on the right to fountains",
        },
    ),
    (
        "board, French",
        BOARD_FRENCH,
        {
            "organ": "Organisation des Nations Unies pour le développement industriel",
            "body": "Conseil du développement industriel",
            "place": "Vienne",
            "date": "2021-04-21",
            "title": "Ordre du jour provisoire annoté",
            "author": None,
        },
    ),
    (
        "draft resolution",
        DRAFT,
        {
            "symbol": "A/C.3/77/L.912/Rev.1",
            "distribution": "limited",
            "body": "Third Committee",
            "agenda_items": ("68.b",),
            "title": "Fountains and their keepers",
            "author": "Ruritania, Freedonia and Sylvania: revised draft resolution",
        },
    ),
    (
        "two languages",
        TWO_LANGUAGES,
        {
            "symbol": "E/CN.7/AC.2/93",
            "distribution": "restricted",
            "date": "1949-03-14",
            "organ": "ECONOMIC AND SOCIAL COUNCIL",
            "body": "COMMISSION ON NARCOTIC DRUGS",
            "title": "DRAFT PROGRAMME OF WORK",
            "author": "Memorandum by the Secretary-General",
        },
    ),
    (
        "joint document",
        JOINT,
        {
            "symbol": "A/81/912",
            "other_symbols": ("S/2026/913",),
            "organ": "General Assembly",
            "body": None,
            "agenda_items": ("14", "32", "132"),
            "title": "Letter dated 1 April 2026 from the Permanent Representative of Ruritania addressed "
            "to the Secretary-General",
            "author": None,
        },
    ),
]
SESSIONS = {
    "convention": 8,
    "typed, French": 36,
    "council of an organ": 59,
    "board, French": 49,
    "draft resolution": 77,
    "two languages": 4,
    "joint document": 81,
}


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_masthead(name: str, text: str, expected: dict[str, Any]) -> None:
    language, header, _ = header_of(text)
    assert language == ("fr" if "French" in name else "en")
    assert {field: getattr(header, field) for field in expected} == expected
    assert header.session.number == SESSIONS[name]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_text_is_left_to_others(name: str, text: str, expected: dict[str, Any]) -> None:
    _, _, free = header_of(text)
    body = text.rstrip().splitlines()[-1]
    assert " ".join(body.split()) in free
    assert expected["title"] not in free


def test_places_of_fields() -> None:
    layout = read(load(COUNCIL.encode(), name="document.txt"))
    header, _ = read_masthead(layout, Ledger(layout), "en")
    assert {"symbol", "date", "organ", "body", "title", "author", "agenda_items"} <= set(header.places)
    assert all(place.page == 1 for place in header.places.values())
