from __future__ import annotations

import sys

import pytest

from undocparse.languages.detect import detect
from undocparse.layout.pages import Layout, Line, Page

TEXTS = {
    "en": "The fountains of the capital were built by the keepers of the gardens and have been in use.\n"
    "They are cleaned in the spring, with brushes that were made for this, and drained in the autumn.\n"
    "This is done by the keepers, who will be paid for it from the budget of the gardens.",
    "fr": "Les fontaines de la capitale ont été construites par les gardiens des jardins et sont utilisées.\n"
    "Elles sont nettoyées au printemps, avec des brosses faites pour cela, et vidées en automne.\n"
    "Cette tâche est confiée aux gardiens, qui sont payés pour cela par le budget des jardins.",
    "es": "Las fuentes de la capital fueron construidas por los guardianes de los jardines y se utilizan.\n"
    "Se limpian en la primavera, con los cepillos que se hicieron para ello, y se vacían en el otoño.\n"
    "Los guardianes se encargan de esta tarea y se les paga por ello con el presupuesto de los jardines.",
    "ru": "Фонтаны столицы были построены хранителями садов и с тех пор используются каждый год.",
    "ar": "بنيت نوافير العاصمة من قبل حراس الحدائق وتستخدم منذ ذلك الحين كل عام",
    "zh": "首都的喷泉由园林管理员建造，此后每年都在使用。",
}


def layout_of(*texts: str) -> Layout:
    return Layout("text", "text/plain", [Page(1, lines=[Line(n, 1, text) for n, text in enumerate(texts)])])


@pytest.mark.parametrize("language", TEXTS)
def test_text_alone(language: str) -> None:
    assert detect(layout_of(*TEXTS[language].split("\n")))[0] == language


MASTHEADS = [
    ("en", ["United Nations", "Distr.: General", "8 May 2025", "Original: French", "Eightieth session"]),
    ("fr", ["Nations Unies", "Distr. générale", "8 mai 2025", "Français", "Original : anglais"]),
    ("es", ["Naciones Unidas", "Distr. general", "8 de mayo de 2025", "Español", "Original: inglés"]),
]


@pytest.mark.parametrize(("language", "lines"), MASTHEADS, ids=[each[0] for each in MASTHEADS])
def test_masthead_settles_it(language: str, lines: list[str]) -> None:
    assert detect(layout_of(*lines)) == (language, [])


def test_masthead_and_text_disagree() -> None:
    found, diagnostics = detect(layout_of(*MASTHEADS[0][1], *TEXTS["fr"].split("\n")))
    assert found == "en"
    assert [diagnostic.code for diagnostic in diagnostics] == ["language-disagreement"]


def test_two_languages_side_by_side() -> None:
    french = [line for line in MASTHEADS[1][1] if line != "Français"]
    lines = [line for pair in zip(MASTHEADS[0][1], french, strict=False) for line in pair]
    found, diagnostics = detect(layout_of(*lines))
    assert found == "en"
    assert [diagnostic.code for diagnostic in diagnostics] == ["language-bilingual"]


def test_nothing_to_go_by_is_said() -> None:
    found, diagnostics = detect(layout_of("12", "—"))
    assert found == "en"
    assert [diagnostic.code for diagnostic in diagnostics] == ["language-unknown"]


def test_statistics_are_the_last_resort_and_stable() -> None:
    text = "Hydranten, Brunnen: Wasser. Fontaines anciennes, sources profondes, bassins rectangulaires"
    assert len({detect(layout_of(text))[0] for _ in range(5)}) == 1


def test_statistical_detector_is_not_loaded_where_the_masthead_settles_it() -> None:
    sys.modules.pop("langdetect", None)
    detect(layout_of(*MASTHEADS[1][1]))
    assert "langdetect" not in sys.modules
