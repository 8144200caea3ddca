"""Mastheads of many forms: where they end, two fields on one line, places and days as lines print them."""

from __future__ import annotations

import pytest

import undocparse
from undocparse.languages.ordinals import ordinal
from undocparse.model import Document
from undocparse.sections.masthead.vocabulary import vocabulary
from undocparse.sections.masthead.when import read_when


def parsed(text: str, name: str = "document.html") -> Document:
    return undocparse.parse(text.encode(), name=name)


def paragraphs(*texts: str) -> str:
    """A page of paragraphs; those in asterisks are bold."""
    inner = (f"<b>{text[1:-1]}</b>" if text.startswith("*") else text for text in texts)
    return f"<html><body>{''.join(f'<p>{text}</p>' for text in inner)}</body></html>"


LIST = ("1. Opening of the session.", "2. Peat cutting.", "3. Other matters.")
MASTHEADS = {
    "one column": (
        "United Nations",
        "PEAT/COP/2031/1",
        "*Conference of the Parties to the Convention on Peat*",
        "Distr.: General",
        "Third session",
        "Bonn, 5–9 May 2031",
    ),
    "one line for two fields": (
        "United Nations PEAT/COP/2031/1",
        "Conference of the Parties to the Convention on Peat Distr.: General",
        "Third session",
        "Bonn, 5–9 May 2031",
    ),
    "margin below the meeting": (
        "*Conference of the Parties to the Convention on Peat*",
        "Third session",
        "Bonn, 5–9 May 2031",
        "PEAT/COP/2031/1",
        "Distr.: General",
    ),
}


@pytest.mark.parametrize("masthead", MASTHEADS.values(), ids=MASTHEADS)
def test_the_first_line_of_the_list_ends_a_masthead_of_any_form(masthead: tuple[str, ...]) -> None:
    document = parsed(paragraphs(*masthead, "*Annotated provisional agenda*", "*Provisional agenda*", *LIST))
    header = document.header
    assert [item.title for item in document.agenda] == [
        "Opening of the session",
        "Peat cutting",
        "Other matters",
    ]
    assert header.title == "Annotated provisional agenda"
    assert header.symbol == "PEAT/COP/2031/1"
    assert header.distribution == "general"
    assert header.organ == "Conference of the Parties to the Convention on Peat"
    assert (header.session.number, header.place, header.starts) == (3, "Bonn", "2031-05-05")


def test_a_heading_of_the_list_is_the_title_where_no_other_stands_above() -> None:
    document = parsed("PEAT/COP/2031/1\n\nProvisional agenda\n\n1. Opening.\n2. Peat.\n", "short.txt")
    assert (document.header.title, len(document.agenda)) == ("Provisional agenda", 2)


def test_a_conference_without_an_organ_is_the_body() -> None:
    name = "2031 United Nations Conference on Quiet Moors"
    document = parsed(paragraphs("A/CONF.299/2031/1", f"*{name}*", "Distr.: General", "*Agenda*", *LIST))
    assert (document.header.organ, document.header.body) == (None, name)


def test_the_line_that_says_when_a_session_opens_gives_place_and_day() -> None:
    document = parsed(
        paragraphs(
            "United Nations A/91/150",
            "*General Assembly*",
            "Distr.: General",
            "Ninety-first session",
            "*Provisional agenda of the ninety-first regular session*",
            "*To convene at United Nations Headquarters, New York, on Tuesday, 9 September 2036, at 3 p.m.*",
            *LIST,
        )
    )
    header = document.header
    assert (header.place, header.starts, header.session.number) == ("New York", "2036-09-09", 91)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Geneva, 3–7 May 2027", ("Geneva", "2027-05-03", "2027-05-07")),
        ("en", "Vienna, 4, 5 and 6 October 2027", ("Vienna", "2027-10-04", "2027-10-06")),
        ("en", "3–7 May 2027, Geneva", ("Geneva", "2027-05-03", "2027-05-07")),
        ("en", "Nairobi, dates to be determined", ("Nairobi", None, None)),
        ("en", "Geneva, October 2027", ("Geneva", None, None)),
        ("en", "Virtual meeting", (None, None, None)),
        ("en", "Virtual meeting, 4–6 October 2027", (None, "2027-10-04", "2027-10-06")),
        ("en", "New York", ("New York", None, None)),
        ("fr", "Genève, 1er-5 juin 2027", ("Genève", "2027-06-01", "2027-06-05")),
        ("fr", "Vienne, dates à déterminer", ("Vienne", None, None)),
        ("fr", "Nairobi, octobre 2027", ("Nairobi", None, None)),
    ],
)
def test_lines_on_place_and_days(
    language: str, text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    when = read_when(text, vocabulary(language))
    assert when is not None
    assert (when.place, when.starts, when.ends) == expected


@pytest.mark.parametrize(
    "text", ["Restricted to participants", "The Board last met in October 2027 and took note", "Peat cutting"]
)
def test_what_says_nothing_of_place_and_days(text: str) -> None:
    assert read_when(text, vocabulary("en")) is None


def test_spanish_ordinals_with_accents_in_both_parts() -> None:
    assert ordinal("Septuagésimo séptimo período de sesiones", "es") == 77


def test_the_symbol_of_a_series_that_nobody_knows() -> None:
    document = parsed(paragraphs("PEATF/CRIC(30)/1", "*Peat Forum*", "Distr.: General", "*Agenda*", *LIST))
    assert document.header.symbol == "PEATF/CRIC(30)/1"


TWO_LINES = (
    ("Executive Board of the United Nations", "Lantern Fund", None),
    ("United Nations Environment Assembly of the", "United Nations Environment Programme", None),
    ("Economic Commission for Bogs", "Inland Canal Committee", "Inland Canal Committee"),
    ("General Assembly", "Ad hoc committee on the law of hedges", "Ad hoc committee on the law of hedges"),
)


@pytest.mark.parametrize(("first", "second", "body"), TWO_LINES, ids=[two for _, two, _ in TWO_LINES])
def test_a_second_line_is_the_rest_of_the_organ_or_the_name_of_a_body(
    first: str, second: str, body: str | None
) -> None:
    text = (
        f"UNITED NATIONS{'':36}LAMP/2031/4\n{first:50}Distr.: General\n{second:50}4 May 2031\n\n"
        "Fifth session\nBonn, Germany\n5-9 May 2031\n\nProvisional agenda\n\n1. Opening.\n\n2. Wicks.\n"
    )
    header = parsed(text, "document.txt").header
    assert (header.organ, header.body) == (first if body else f"{first} {second}", body)
    assert (header.place, header.date) == ("Bonn", "2031-05-04")


def test_a_date_with_a_label_is_that_of_the_document_wherever_it_stands() -> None:
    lines = ("FOUNTAINS/2031/4", "Date: 4 May 2031", "*Council on Fountains*", "Bonn, 5–9 May 2031")
    header = parsed(paragraphs(*lines, "*Provisional agenda*", *LIST)).header
    assert (header.date, header.place, header.starts) == ("2031-05-04", "Bonn", "2031-05-05")


def test_a_city_right_below_a_body_is_no_part_of_its_name() -> None:
    text = (
        "United Nations\nGeneral Assembly\nDistr.: Limited\n4 May 2031\nA/AC.398/L.1\n\n"
        "Committee on Inland Lighthouses\nBonn, Germany\n9-13 June 2031\n\nTimetable\n\n"
        "Monday, 9 June\n\n1. Opening of the session\n\nTuesday, 10 June\n\n2. Wicks\n"
    )
    header = parsed(text, "document.txt").header
    assert (header.body, header.place) == ("Committee on Inland Lighthouses", "Bonn")
    assert (header.title, header.date, header.starts) == ("Timetable", "2031-05-04", "2031-06-09")


BELOW_THE_TITLE = (
    ("Monday, 5 May: Opening of the session", "Tuesday, 6 May: Peat cutting"),
    ("5 to 6 May: Opening of the session", "7 to 9 May: Peat cutting"),
    ("Opening of the session [12]", "Peat cutting [13]"),
    ("Date", "Time"),
)


@pytest.mark.parametrize("rows", BELOW_THE_TITLE, ids=[first for first, _ in BELOW_THE_TITLE])
def test_a_timetable_or_items_with_numbers_behind_end_a_masthead(rows: tuple[str, ...]) -> None:
    head = ("United Nations", "PEAT/COP/2031/1", "Distr.: General", "Bonn, 5–9 May 2031")
    header = parsed(paragraphs(*head, "*Proposed programme of work*", *rows)).header
    assert (header.title, header.starts) == ("Proposed programme of work", "2031-05-05")


def test_an_agendas_title_in_capitals_below_an_item_is_the_documents_own() -> None:
    lines = (
        "United Nations",
        "PEAT/COP/2031/1",
        "Distr.: General",
        "Bonn, 5–9 May 2031",
        "Item 2 of the agenda",
    )
    centred = "<p style='text-align: center'>PROVISIONAL AGENDA AND ANNOTATIONS</p>"
    text = paragraphs(*lines, "*Agenda*", "Joint segment", *LIST)
    document = parsed(text.replace("<p><b>Agenda", f"{centred}<p><b>Agenda"))
    assert document.header.title == "PROVISIONAL AGENDA AND ANNOTATIONS"
    assert next(item.title for item in document.agenda) == "Opening of the session"


def test_who_adopted_an_agenda_is_no_part_of_its_title() -> None:
    text = (
        "Ninety-four session\nAgenda of the ninety-fourth session of the Assembly\n"
        "Adopted by the Assembly at its 9th plenary meeting, on 20 September 2039\n"
        "1.\tOpening of the session.\n2.\tPeat cutting.\n3.\tOther matters.\n"
    )
    header = parsed(text, "document.txt").header
    assert (header.title, header.session.number) == (
        "Agenda of the ninety-fourth session of the Assembly",
        94,
    )


@pytest.mark.parametrize(
    ("printed", "number"), [("Fifty-seven", 57), ("rrwenty-sixth", 26), ("Annual", None)]
)
def test_a_wrong_or_torn_ordinal_is_mended_and_said(printed: str, number: int | None) -> None:
    document = parsed(paragraphs("PEAT/L.9/2031", "Distr.: Limited", f"{printed} session", "*Agenda*", *LIST))
    assert document.header.session.number == number
    assert any(one.code == "masthead-mended" for one in document.diagnostics) == (number is not None)


def test_letters_that_head_the_symbol_and_text_on_the_agenda_are_no_names_and_no_titles() -> None:
    text = paragraphs(
        "UNITED NATIONS",
        "PEAT",
        "Convention on Peat and Bogs",
        "Distr.",
        "GENERAL",
        "PEAT/B/53/1",
        "21 July 2036",
        "PEAT AND BOGS BOARD",
        "Third session",
        "Bonn, 5–9 May 2031",
        "Item 1 (b) of the provisional agenda",
        "ADOPTION OF THE AGENDA",
        "Note by the secretariat",
        "The provisional agenda for the third session of the Board stands in section I below, and the notes "
        "of the secretariat on each of its items, with lists of documents before the Board, in section II.",
        "I. PROVISIONAL AGENDA",
        *LIST,
    )
    header = parsed(text).header
    assert header.organ == "Convention on Peat and Bogs"
    assert (header.body, header.title) == ("PEAT AND BOGS BOARD", "ADOPTION OF THE AGENDA")
    assert header.author == "Note by the secretariat"


def test_capitals_that_go_on_with_a_small_word_and_the_author_below_them_are_parted_rightly() -> None:
    text = (
        "NATIONS UNIES\n\nDistr.\nGENERALE\n\nPEAT/C/70/1\n20 décembre 2036\n\n"
        "FRANCAIS\nOriginal: ANGLAIS\n\n"
        "COMITÉ POUR LA PROTECTION\nDE LA TOURBE\nSoixante-dixième session\nGenève, 19-23 février 2037\n\n"
        "ORDRE DU JOUR PROVISOIRE\nNote du Secrétaire général\n\n"
        "ORDRE DU JOUR\n\n1. Ouverture de la session.\n\n2. Adoption de l'ordre du jour.\n"
    )
    header = parsed(text, "document.txt").header
    assert header.body == "COMITÉ POUR LA PROTECTION DE LA TOURBE"
    assert (header.title, header.author) == ("ORDRE DU JOUR PROVISOIRE", "Note du Secrétaire général")


def test_a_date_that_ends_a_sentence_is_not_that_of_the_document() -> None:
    text = (
        "PEAT/GC.23/6\n\nDecision 23/12: Peat cutting\n\nThe Governing Council,\n\n"
        "Recalling General Assembly resolutions 90/297 of 15 December 2035 and 93/242 of 28 July 2038,\n\n"
        "1. Decides to cut no peat;\n\n2. Approves the budget.\n"
    )
    assert parsed(text, "document.txt").header.date is None
