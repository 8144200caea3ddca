"""Annotations of any form, on plain text: headings, paragraphs, documents, contacts."""

from __future__ import annotations

import pytest

import undocparse
from undocparse.layout.blocks import blocks_of
from undocparse.layout.pages import Layout, Line, Page, Run
from undocparse.model import Annotation, Document
from undocparse.sections.item_labels import item_keys

_HEAD = {
    "en": "United Nations                                   KILN/COP/2031/1\n\n"
    "Conference of the Parties to the Convention on Brick Kilns\nFourth session\nGeneva, 5-7 May 2031\n\n"
    "Annotated provisional agenda\n\nProvisional agenda\n\n"
    "1.   Opening of the session.\n2.   Adoption of the agenda.\n3.   Emissions of small kilns.\n"
    "4.   Other matters.\n\nAnnotations\n\n",
    "fr": "Nations Unies                                   KILN/COP/2031/1\n\n"
    "Conférence des Parties à la Convention sur les briqueteries\nQuatrième session\n"
    "Genève, 5-7 mai 2031\n\nOrdre du jour provisoire annoté\n\nOrdre du jour provisoire\n\n"
    "1.   Ouverture de la session.\n2.   Adoption de l’ordre du jour.\n3.   Émissions des petits fours.\n"
    "4.   Questions diverses.\n\nAnnotations\n\n",
}
_TITLES = {
    "en": ("Opening of the session", "Adoption of the agenda", "Emissions of small kilns", "Other matters"),
    "fr": (
        "Ouverture de la session",
        "Adoption de l’ordre du jour",
        "Émissions des petits fours",
        "Questions diverses",
    ),
}
_PROSE = {
    "en": "The Conference kept this matter under review at its third session, held in Geneva.",
    "fr": "La Conférence est restée saisie de cette question à sa troisième session, tenue à Genève.",
}


def _read(body: str, language: str = "en") -> Document:
    return undocparse.parse((_HEAD[language] + body).encode(), name="kilns.txt")


def _third(body: str, language: str = "en") -> Annotation:
    """The annotation of item 3, below which the body stands."""
    titles, prose = _TITLES[language], _PROSE[language]
    parts = [f"{n}.   {title}\n\n{prose}\n" for n, title in enumerate(titles, 1)]
    parts[2] += f"\n{body}\n"
    document = _read("\n".join(parts), language)
    return next(one for one in document.annotations if one.items == ("3",))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "form",
    [
        "{n}.   {title}\n\n{prose}\n\n",
        "{n}.   {capitals}\n\n{prose}\n\n",
        "{title}\n\n{prose}\n\n",
        "{n}.\n\n{title}\n\n{prose}\n\n",
        "{item} {n}\n\n{title}\n\n{prose}\n\n",
        "{item} {n}: {title}\n\n{prose}\n\n",
        "{n}.   {title}. {prose}\n\n",
        "{item} {n} – {title}. {prose}\n\n",
    ],
)
def test_headings_of_any_form_head_their_items(form: str, language: str) -> None:
    item = {"en": "Item", "fr": "Point"}[language]
    body = "".join(
        form.format(n=n, title=title, capitals=title.upper(), item=item, prose=_PROSE[language])
        for n, title in enumerate(_TITLES[language], 1)
    )
    annotations = [one for one in _read(body, language).annotations if one.items]
    assert [one.items for one in annotations] == [("1",), ("2",), ("3",), ("4",)]
    assert all([p.text for p in one.paragraphs] == [_PROSE[language]] for one in annotations)


def test_paragraphs_with_numbers_are_no_headings() -> None:
    body = "".join(
        f"{n}.   {title}\n\n{2 * n}.   {_PROSE['en']}\n\n" for n, title in enumerate(_TITLES["en"], 1)
    )
    annotations = _read(body).annotations
    assert [(one.items, one.paragraphs[0].number) for one in annotations] == [
        (("1",), "2"),
        (("2",), "4"),
        (("3",), "6"),
        (("4",), "8"),
    ]


_LISTED = {
    "en": (
        "Documentation\n\nReport of the Secretariat on clay (KILN/COP/2031/4)\n\nOral update on peat",
        "Documents: Report of the Secretariat on clay (KILN/COP/2031/4); oral update on peat.",
        "Documents\n\n• Report of the Secretariat on clay (KILN/COP/2031/4)\n\n• Oral update on peat",
        "Documents:\n\nKILN/COP/2031/4, Report of the Secretariat on clay\n\nOral update on peat",
        "The Conference will have before it the following documents:\n\n"
        "(a)  Report of the Secretariat on clay (KILN/COP/2031/4);\n\n(b)  Oral update on peat.",
    ),
    "fr": (
        "Documentation\n\nRapport du secrétariat sur l’argile (KILN/COP/2031/4)\n\nExposé oral sur la tourbe",
        "Documents : Rapport du secrétariat sur l’argile (KILN/COP/2031/4) ; exposé oral sur la tourbe.",
        "La Conférence sera saisie des documents suivants :\n\n"
        "a)   Rapport du secrétariat sur l’argile (KILN/COP/2031/4) ;\n\nb)   Exposé oral sur la tourbe.",
    ),
}


@pytest.mark.parametrize(
    ("language", "body"), [(language, body) for language, bodies in _LISTED.items() for body in bodies]
)
def test_documents_are_listed_in_any_form(language: str, body: str) -> None:
    clay, peat = _third(body, language).documents
    assert (clay.symbol, peat.symbol) == ("KILN/COP/2031/4", None)
    assert clay.title in {"Report of the Secretariat on clay", "Rapport du secrétariat sur l’argile"}
    assert (peat.title or "").casefold() in {"oral update on peat", "exposé oral sur la tourbe"}


@pytest.mark.parametrize(
    ("language", "sentence", "symbols"),
    [
        ("en", "The Conference will have before it the note on ash (KILN/COP/2031/5).", ["KILN/COP/2031/5"]),
        ("fr", "La Conférence sera saisie de la note sur la cendre (KILN/COP/2031/5).", ["KILN/COP/2031/5"]),
        ("en", "The note on ash was issued for the previous session (see KILN/COP/2028/5).", []),
        ("fr", "La note sur la cendre a été publiée pour la session précédente (voir KILN/COP/2028/5).", []),
    ],
)
def test_a_sentence_names_documents_that_are_before_the_body_and_no_past_ones(
    language: str, sentence: str, symbols: list[str]
) -> None:
    annotation = _third(sentence, language)
    assert [one.symbol for one in annotation.documents] == symbols
    assert annotation.paragraphs[-1].text == sentence


def test_a_document_named_in_a_sentence_is_one_reference() -> None:
    sentence = "The Conference will have before it the note on ash (KILN/COP/2031/5)."
    parts = [f"{n}.   {title}\n\n{sentence}\n" for n, title in enumerate(_TITLES["en"], 1)]
    numbers = [one.number for one in _read("\n".join(parts)).references if one.where.section == "annotations"]
    assert numbers == ["KILN/COP/2031/5"] * 4


@pytest.mark.parametrize(
    ("entry", "symbol", "title", "status", "action"),
    [
        ("Note on ash (KILN/COP/2031/5, forthcoming)", "KILN/COP/2031/5", "Note on ash", "forthcoming", None),
        ("Note on ash (KILN/COP/2031/5) – issued", "KILN/COP/2031/5", "Note on ash", "issued", None),
        ("Note on ash (KILN/COP/2031/5) – for decision", "KILN/COP/2031/5", "Note on ash", None, "decision"),
        ("KILNS/AHEG(4)/7 – Note on ash", "KILNS/AHEG(4)/7", "Note on ash", None, None),
        ("Note on ash (KILNS/AHEG(4)/7)", "KILNS/AHEG(4)/7", "Note on ash", None, None),
        ("Note on ash (KILN/COP/2031/_)", None, "Note on ash", "forthcoming", None),
    ],
)
def test_an_entry_says_whether_its_document_is_out_and_what_is_asked(
    entry: str, symbol: str | None, title: str, status: str | None, action: str | None
) -> None:
    (document,) = _third(f"Documentation\n\n{entry}").documents
    assert (document.symbol, document.title) == (symbol, title)
    assert (document.status, document.action) == (status, action)
    assert document.place is not None


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Focal point:\n\nMs. Ilse Orban\n\nChief, Clay Section\n\norban@example.org / 212 555 0147"),
        ("en", "Contact: Ms. Ilse Orban, Chief, Clay Section (tel. 212 555 0147; email: orban@example.org)"),
        (
            "fr",
            "Contact : Mme Ilse Orban, Chef de la Section (tél. 212 555 0147 ; orban@example.org)",
        ),
    ],
)
def test_contact_persons_are_no_paragraphs(language: str, body: str) -> None:
    annotation = _third(body, language)
    (contact,) = annotation.contacts
    assert (contact.telephone, contact.email) == ("212 555 0147", "orban@example.org")
    assert contact.name in {"Ms. Ilse Orban", "Mme Ilse Orban"}
    assert contact.post in {"Chief, Clay Section", "Chef de la Section"}
    assert len(annotation.paragraphs) == 1


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The matter is set out in the report on clay pits, paragraph", "9. It was raised in Geneva."),
        ("fr", "La question relève, de l’avis du secrétariat, de l’article", "9. Elle a été posée à Genève."),
    ],
)
def test_a_number_that_belongs_to_the_line_above_begins_no_paragraph(
    language: str, first: str, second: str
) -> None:
    assert [one.text for one in _third(f"{first}\n{second}", language).paragraphs][1:] == [
        f"{first} {second}"
    ]


def test_annotations_stand_before_the_list_where_that_is_an_annex() -> None:
    head, _, items = _HEAD["en"].partition("Provisional agenda\n\n")
    items = items.removesuffix("Annotations\n\n")
    body = "".join(f"{title}\n\n{_PROSE['en']}\n\n" for title in _TITLES["en"])
    text = f"{head}Annotations\n\n{body}Annex\n\nProvisional agenda\n\n{items}"
    document = undocparse.parse(text.encode(), name="kilns.txt")
    assert [one.items for one in document.annotations] == [("1",), ("2",), ("3",), ("4",)]
    assert [one.text for one in document.annotations[3].paragraphs] == [_PROSE["en"]]


def test_documents_in_the_annex_of_a_letter_belong_to_the_items_above_them() -> None:
    text = _HEAD["en"].replace("Annotated provisional agenda", "Letter dated 2 March 2031 from the Chair")
    text = text.replace("Provisional agenda\n\n1.", "I have the honour to transmit the agenda.\n\nAnnex\n\n"
                        "Provisional agenda\n\n1.").removesuffix("Annotations\n\n")  # fmt: skip
    text = text.replace("4.   Other", "     Report on small kilns (KILN/COP/2031/4)\n\n4.   Other")
    document = undocparse.parse(text.encode(), name="letter.txt")
    assert document.document_type == "other"
    assert [(one.items, [d.symbol for d in one.documents]) for one in document.annotations] == [
        (("3",), ["KILN/COP/2031/4"])
    ]


@pytest.mark.parametrize("numbers", [(1, 2, 3, 4, 5), (1, 2, 3, 5, 6)])
def test_headings_are_the_agenda_where_the_text_below_them_grows_long(numbers: tuple[int, ...]) -> None:
    titles = (*_TITLES["en"][:3], "Training of kiln masters", "Other matters")
    below = [f"<p>{_PROSE['en']} It asked for more of the same in part {part}.</p>" for part in "ABCDEFGH"]
    body = "".join(
        f"<p><b>{number}. {title}</b></p>{''.join(below[: 1 if number < 4 else 8])}"
        for number, title in zip(numbers, titles, strict=True)
    )
    head = _HEAD["en"].partition("Provisional agenda\n")[0]
    html = "".join(f"<p>{part}</p>" for part in head.split("\n\n") if part) + body
    document = undocparse.parse(f"<html><body>{html}</body></html>".encode(), name="kilns.html")
    assert [one.items for one in document.annotations] == [(str(number),) for number in numbers]


def test_a_roman_number_is_evidence_where_the_title_is_cut_short() -> None:
    agenda = (
        "I.   Opening of the session.\nII.   Report of the working group on the firing of glazed bricks, "
        "tiles and pipes, and on the use of kiln dust.\nIII.   Other matters.\n\nAnnotations\n\n"
    )
    titles = ("I.   Opening of the session", "II.   Report of the working group", "III.   Other matters")
    head = _HEAD["en"].partition("1.   Opening")[0]
    body = "\n\n".join(f"{title}\n\n{_PROSE['en']}" for title in titles)
    document = undocparse.parse((head + agenda + body).encode(), name="kilns.txt")
    assert [one.items for one in document.annotations] == [("I",), ("II",), ("III",)]


def test_a_heading_may_name_an_item_by_a_number_with_points() -> None:
    assert item_keys("1.1, 2.3 and 4", "en") == ("1.1", "2.3", "4")
    assert item_keys("3.2 (b)", "en") == ("3.2.b",)
    text = _HEAD["en"].replace("4.   Other", "    3.1  Clamp kilns.\n    3.2  Bottle kilns.\n4.   Other")
    body = "".join(f"Item {key}\n\n{title}\n\n{_PROSE['en']}\n\n"
                   for key, title in (("3.1", "Clamp kilns"), ("3.2", "Bottle kilns")))  # fmt: skip
    document = undocparse.parse((text + body).encode(), name="kilns.txt")
    assert [one.items for one in document.annotations] == [("3.1",), ("3.2",)]


@pytest.mark.parametrize("last", ["… in 2029.", "… (KILN/COP/2031/3)", "For decision: KILN/COP/2031/3"])
def test_a_slightly_wider_gap_parts_paragraphs_where_the_first_may_end(last: str) -> None:
    def line(text: str, top: float) -> Line:
        run = Run(text, 72.0, 520.0, 11.0)
        return Line(0, 1, text, (run,), box=(72.0, top, 520.0, top + 11), size=11.0, indent=72.0)

    lines = [line("The Conference took note of the report on small kilns", 100), line(last, 113)]
    lines += [line("Parties will exchange views on their experience with kilns", 128)]
    lines += [line("that burn less coal.", 141)]
    assert len(blocks_of(lines, Layout("pdf", "application/pdf", [Page(1, lines)], []))) == 2


@pytest.mark.parametrize(
    ("entry", "symbols"),
    [
        ("Report on kilns (KILN/COP/2031/4 and Add.1)", ["KILN/COP/2031/4", "KILN/COP/2031/4/Add.1"]),
        ("Views of Parties (KILN/COP/2031/INF/4, INF/5 and INF/6)",
         ["KILN/COP/2031/INF/4", "KILN/COP/2031/INF/5", "KILN/COP/2031/INF/6"]),
    ],
)  # fmt: skip
def test_symbols_that_leave_their_beginning_out_are_listed_whole(entry: str, symbols: list[str]) -> None:
    documents = _third(f"Documentation\n\n{entry}").documents
    assert [one.symbol for one in documents] == symbols
    assert {one.title for one in documents} == {entry.partition(" (")[0]}


@pytest.mark.parametrize(
    "listed",
    [
        "Documents\nReport on kilns\tKILN/COP/2031/4, issued\n"
        "Note on bricks\tKILN/COP/2031/5, in preparation",
        "Report on kilns (KILN/COP/2031/4, issued)\n\nNote on bricks (KILN/COP/2031/5, in preparation)",
    ],
)
def test_the_status_stands_behind_the_symbol(listed: str) -> None:
    annotation = _third(listed)
    assert [(one.title, one.symbol, one.status) for one in annotation.documents] == [
        ("Report on kilns", "KILN/COP/2031/4", "issued"),
        ("Note on bricks", "KILN/COP/2031/5", "forthcoming"),
    ]
    assert len(annotation.paragraphs) == 1
