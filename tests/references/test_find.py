"""Decisions, resolutions, articles, rules and documents: what is found, whose it is, which paragraph."""

# ruff: noqa: E501 - a row of a table is one line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse.references import Meeting, Passage, find_in, find_references

Row = tuple[str, str | None, str | None, str | None]

NONE = Meeting("en")
NULLE = Meeting("fr")
UNTOC = Meeting("fr", "CTOC/COP/WG.2/2007/1")
UNCAC = Meeting("fr", "CAC/COSP/2013/1")
UNICEF = Meeting("en", "E/ICEF/2025/11")
WOMEN = Meeting("en", "UNW/2025/L.3")
CLIMATE = Meeting("en", "FCCC/CP/2015/1")
NATURE = Meeting("fr", "UNEP/CBD/COP/13/1")
RIGHTS = Meeting("en", "A/HRC/EMRIP/2025/1")


def found(text: str, meeting: Meeting) -> list[Row]:
    references = find_references([Passage(text)], meeting)
    for one in references:
        assert text[one.where.start : one.where.end] == one.text
    return [(one.kind, one.number, one.body, one.pinpoint) for one in references]


def rows(kind: str, body: str | None, *numbers: str) -> list[Row]:
    return [(kind, number, body, None) for number in numbers]


NUMBERS = [
    ("resolution 60/251 of the General Assembly", rows("resolution", "A", "60/251")),
    ("General Assembly resolution 3201 (S-VI)", rows("resolution", "A", "3201 (S-VI)")),
    ("General Assembly resolutions S-8/1 and ES-10/20", rows("resolution", "A", "S-8/1", "ES-10/20")),
    ("resolutions 79/93 A and B", rows("resolution", "A", "79/93 A", "79/93 B")),
    ("General Assembly resolutions 79/93 A–C", rows("resolution", "A", "79/93 A", "79/93 B", "79/93 C")),
    ("Assembly resolution 3411 A and B (XXX)", rows("resolution", "A", "3411 A (XXX)", "3411 B (XXX)")),
    (
        "Security Council resolutions 1373 (2001) and 2242(2015)",
        rows("resolution", "S", "1373 (2001)", "2242 (2015)"),
    ),
    ("Security Council resolution 1325", rows("resolution", "S", "1325")),
    ("ECOSOC resolution 1296 (XLIV)", rows("resolution", "E", "1296 (XLIV)")),
    ("decision 1/CP.21", rows("decision", "FCCC/CP", "1/CP.21")),
    ("decision 16/COP.14", rows("decision", "ICCD/COP", "16/COP.14")),
    ("decision BS-III/5", rows("decision", "UNEP/CBD/BS/COP-MOP", "BS-III/5")),
    (
        "decision XXX/1 of the Meeting of the Parties to the Montreal Protocol",
        rows("decision", "UNEP/OzL.Pro", "XXX/1"),
    ),
    ("resolution WHA65.5", rows("resolution", "WHA", "WHA65.5")),
    ("Resolution Conf. 12.8 (Rev. CoP17)", rows("resolution", "CITES", "Conf. 12.8 (Rev. CoP17)")),
    (
        "Economic Commission for Europe decisions C (71) and D (71)",
        rows("decision", "E/ECE", "C (71)", "D (71)"),
    ),
    ("Executive Council decision EC-M-33/DEC.1", rows("decision", "EC", "EC-M-33/DEC.1")),
    ("A/RES/60/251", rows("resolution", "A", "60/251")),
    ("A/RES/79/93 A", rows("resolution", "A", "79/93 A")),
    ("S/RES/1373 (2001)", rows("resolution", "S", "1373 (2001)")),
    ("A/HRC/RES/33/25", rows("resolution", "A/HRC", "33/25")),
    ("UNEP/EA.5/Res.14", [("document", "UNEP/EA.5/Res.14", None, None)]),
    ("resolution UNEP/EA.5/Res.14", rows("resolution", "UNEP/EA", "5/14")),
    ("See CD/1985.", [("document", "CD/1985", None, None)]),
    ("Supplement No. 49 (A/77/49), vol. II", [("document", "A/77/49 (Vol. II)", None, None)]),
    ("CBD/COP/DEC/14/8", rows("decision", "UNEP/CBD/COP", "14/8")),
    ("draft resolution A/C.3/80/L.60", [("document", "A/C.3/80/L.60", None, None)]),
    ("General recommendation No. 35 of the CEDAW Committee", rows("recommendation", "CEDAW/C", "35")),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_numberings(text: str, expected: object) -> None:
    assert found(text, NONE) == expected


LISTS = [
    (NONE, "Council resolutions 2016/27 on trade and transport, and 2022/24 on peace, 2023/3, and 40 others",
     rows("resolution", None, "2016/27", "2022/24", "2023/3")),
    (NONE, "Council resolutions 2016/27 on trade, decision 2020/1 and 2022/24",
     [*rows("resolution", None, "2016/27"), *rows("decision", None, "2020/1", "2022/24")]),
    (NONE, "General Assembly resolution 70/1 on the 2030 Agenda and 2025/26 was", rows("resolution", "A", "70/1")),
    (UNICEF, "in accordance with its decisions 2010/18 , 2018/11 and 2022/14.",
     rows("decision", "E/ICEF", "2010/18", "2018/11", "2022/14")),
    (UNCAC, "des résolutions 4/1, 4/2 et 4/6 adoptées par la Conférence",
     rows("resolution", "CAC/COSP", "4/1", "4/2", "4/6")),
    (NONE, "rules 134 to 136", rows("rule", None, "134", "135", "136")),
    (WOMEN, "decisions 2023/1 to 2023/3", rows("decision", "UNW", "2023/1", "2023/2", "2023/3")),
    (UNICEF, "Recalls its decisions 2020/6, paragraph 5, 2021/4, paragraph 3, and 2023/4",
     [("decision", "2020/6", "E/ICEF", "5"), ("decision", "2021/4", "E/ICEF", "3"), ("decision", "2023/4", "E/ICEF", None)]),
    (CLIMATE, "decisions 1/CP.21, 3/CMA.1 and 4/CMP.2",
     [("decision", "1/CP.21", "FCCC/CP", None), ("decision", "3/CMA.1", "FCCC/PA/CMA", None),
      ("decision", "4/CMP.2", "FCCC/KP/CMP", None)]),
    (NULLE, "A/BUR/53/1 et Add.1", rows("document", None, "A/BUR/53/1", "A/BUR/53/1/Add.1")),
    (NULLE, "A/520/Rev.15 et Amend.1 et 2",
     rows("document", None, "A/520/Rev.15", "A/520/Rev.15/Amend.1", "A/520/Rev.15/Amend.2")),
    (NONE, "E/2025/15 and Add.1 and Corr.1", rows("document", None, "E/2025/15", "E/2025/15/Add.1", "E/2025/15/Corr.1")),
    (NONE, "E/2025/15–E/2025/17", rows("document", None, "E/2025/15", "E/2025/16", "E/2025/17")),
    (NONE, "A/79/5 (Vol. I)–(Vol. III)",
     rows("document", None, "A/79/5 (Vol. I)", "A/79/5 (Vol. II)", "A/79/5 (Vol. III)")),
    (NONE, "A/79/5/Add.1–3", rows("document", None, "A/79/5/Add.1", "A/79/5/Add.2", "A/79/5/Add.3")),
    (NONE, "A/80/62-E/2025/12", rows("document", None, "A/80/62-E/2025/12", "A/80/62", "E/2025/12")),
    (NONE, "A/76/8-S/2022/6/Corr.1", rows("document", None, "A/76/8-S/2022/6/Corr.1", "A/76/8", "S/2022/6/Corr.1")),
    (NONE, "Council resolutions on the lake, in particular 1591 (2005), 1651 (2005), supplemented by 2664 (2022)",
     rows("resolution", "S", "1591 (2005)", "1651 (2005)", "2664 (2022)")),
    (NONE, "Assembly resolutions 45/248 B, section VI, of 21 December 1990, 55/231 of 23 December 2000 and 58/269",
     [("resolution", "45/248 B", "A", "sect. VI"), *rows("resolution", "A", "55/231", "58/269")]),
    (NONE, "Assembly resolutions 62/68 of 6 December 2007, whose annex has the text, as well as 65/28 of 6 December 2010",
     rows("resolution", "A", "62/68", "65/28")),
    (NULLE, "les résolutions du Conseil de sécurité 658 (1990) du 27 juin 1990 et 690 (1991) du 29avril 1991",
     rows("resolution", "S", "658 (1990)", "690 (1991)")),
    (NULLE, "les résolutions de l’Assemblée générale 70/125 du 16 décembre 2015 (avec un texte), 75/176 du 16 décembre 2020",
     rows("resolution", "A", "70/125", "75/176")),
    (NONE, "resolutions on trade, in particular those of 2020, and 40 others", []),
]  # fmt: skip


@pytest.mark.parametrize(("meeting", "text", "expected"), LISTS, ids=[row[1] for row in LISTS])
def test_lists_and_ranges(meeting: Meeting, text: str, expected: list[Row]) -> None:
    kinds = [
        (kind, number, None if kind == "document" else body, pin)
        for kind, number, body, pin in found(text, meeting)
    ]
    assert sorted(kinds, key=str) == sorted(expected, key=str)


OWNERS = [
    ("its: the subject that follows", WOMEN, "Pursuant to paragraph 6 of its decision 2017/5, the Executive Board will meet.",
     ("decision", "2017/5", "UNW", "6")),
    ("its: the body before it", RIGHTS, "The commitment was reiterated by the General Assembly in its resolution 71/321.",
     ("resolution", "71/321", "A", None)),
    ("sa : le sujet qui suit", UNCAC, "Dans sa résolution 58/4 du 31 octobre 2003, l’Assemblée générale a adopté un texte.",
     ("resolution", "58/4", "A", None)),
    ("the latter", UNCAC, "La Conférence et le Groupe d’examen de l’application se réunissent, comme le prévoit la décision 4/1 "
     "de ce dernier.", ("decision", "4/1", "CAC/COSP/IRG", None)),
    ("the subject of an opening", UNTOC, "Dans la décision 3/4, la Conférence des Parties a fait siens ces avis.",
     ("decision", "3/4", "CTOC/COP", None)),
    ("a relative clause", NONE, "Assembly decision 79/545, by which the Assembly invited", ("decision", "79/545", "A", None)),
    ("the meeting's own body", UNTOC, "conformément à la décision 2/6", ("decision", "2/6", "CTOC/COP", None)),
    ("not the meeting's: no such session", UNTOC, "voir la résolution 55/25", ("resolution", "55/25", "A", None)),
    ("not the board's: no such form", UNICEF, "on the implementation of resolution 72/279",
     ("resolution", "72/279", "A", None)),
    ("only one body numbers so", UNTOC, "la résolution 1373 (2001)", ("resolution", "1373 (2001)", "S", None)),
    ("a body that no data have", NONE, "the Council of Europe adopted its decision 3/4", ("decision", "3/4", None, None)),
    ("de la Conférence", NATURE, "décision 14/8 de la Conférence des Parties", ("decision", "14/8", "UNEP/CBD/COP", None)),
    ("the session held that day", RIGHTS, "The Council and the Assembly met. In its resolution 57/167 of 18 December 2002, the Council",
     ("resolution", "57/167", "A", None)),
    ("another session of that number", NONE, "The Assembly met. Its resolution 57/7 of 9 October 2024 was noted.",
     ("resolution", "57/7", "A/HRC", None)),
    ("no session after the document", Meeting("en", "A/HRC/4/1", date="2007-03-01"), "The Council noted resolution 41/11.",
     ("resolution", "41/11", "A", None)),
    ("its: the body whose resolution the document is", Meeting("en", "A/RES/76/156"), "The Human Rights Council met. "
     "Recalling its resolution 36/55,", ("resolution", "36/55", "A", None)),
    ("whose the one before in the sentence is", Meeting("en", "E/CN.6/1999/1"),
     "In its resolution 54/3 the Assembly asked the Commission to heed resolution 44/108.", ("resolution", "44/108", "A", None)),
    ("each of two bodies", NONE, "Security Council and General Assembly resolutions 1645 (2005) and 60/180",
     ("resolution", "60/180", "A", None)),
    ("du Conseil, entre le mot et le numéro", NULLE, "résolution du Conseil des droits de l’homme 60/11",
     ("resolution", "60/11", "A/HRC", None)),
    ("a body between meeting and treaty", Meeting("en", "FCCC/SBI/2023/1"), "see decision 1/CP.26",
     ("decision", "1/CP.26", "FCCC/CP", None)),
    ("a board without data", Meeting("en", "E/TIDE/2019/7"), "In its decision 2018/14, the Executive Board asked",
     ("decision", "2018/14", "E/TIDE", None)),
    ("a body without data: the symbol's root", Meeting("en", "XYZW/CONF.3/WG.1/2020/1"), "by decision 3/4",
     ("decision", "3/4", "XYZW/CONF.3", None)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("meeting", "text", "expected"), [row[1:] for row in OWNERS], ids=[row[0] for row in OWNERS]
)
def test_whose_it_is(meeting: Meeting, text: str, expected: object) -> None:
    assert found(text, meeting)[-1] == expected


def test_a_body_named_once_holds_for_the_document() -> None:
    passages = [
        Passage("Human Rights Council resolution 33/25 was adopted."),
        Passage("See resolution 33/25."),
    ]
    assert [one.body for one in find_references(passages, NONE)] == ["A/HRC", "A/HRC"]


PINPOINTS = [
    ("paragraph 11 of General Assembly resolution 60/251", "11"),
    ("A/80/150, para. 99", "99"),
    ("annex I to resolution 48/162 of 20 December 1993", "annex I"),
    (
        "paragraph 4 (c) of section D of the annex to General Assembly resolution 58/316",
        "annex, sect. D, 4.c",
    ),
    ("section II, paragraph 3, of its resolution 55/25", "sect. II, 3"),
    ("resolution 76/258, annex", "annex"),
    ("article 32, paragraph 3 (a), of the Charter of the United Nations", "3.a"),
    ("Article 6.4 of the Paris Agreement", "4"),
    ("article 5 (2) (b) of the Paris Agreement", "2.b"),
    ("rule 50.2 of the rules of procedure", "2"),
]


@pytest.mark.parametrize(("text", "expected"), PINPOINTS, ids=[row[0] for row in PINPOINTS])
def test_pinpoints(text: str, expected: object) -> None:
    assert [pinpoint for _, _, _, pinpoint in found(text, NONE)] == [expected]


def test_several_paragraphs_are_several_references() -> None:
    text = "paragraphs 8 and 9 of Security Council resolution 1952 (2010)"
    assert found(text, NONE) == [
        ("resolution", "1952 (2010)", "S", "8"),
        ("resolution", "1952 (2010)", "S", "9"),
    ]


TREATIES = [
    (UNTOC, "conformément au paragraphe 3 a) de l’article 32 de la Convention", [("article", "32", "UNTOC", "3.a")]),
    (UNCAC, "articles 15, 16 et 17 de la Convention", rows("article", "UNCAC", "15", "16", "17")),
    (UNCAC, "paragraphe 3 de l'article 57", [("article", "57", "UNCAC", "3")]),
    (NONE, "Articles 10 and 11 of the Universal Declaration of Human Rights", rows("article", "UDHR", "10", "11")),
    (NULLE, "alinéa a) du paragraphe 1 de l’article 30 de la Convention relative aux droits de l’enfant",
     [("article", "30", "CRC", "1.a")]),
    (NULLE, "article premier de la Charte des Nations Unies", rows("article", "UN-Charter", "1")),
    (NONE, "UNCLOS article 76", rows("article", "UNCLOS", "76")),
    (NONE, "article 6 of the Model Convention", rows("article", None, "6")),
    (UNCAC, "article 17 du règlement intérieur", rows("rule", "CAC/COSP", "17")),
    (UNCAC, "Conformément au paragraphe 2 de l’article 18 du règlement intérieur", [("rule", "18", "CAC/COSP", "2")]),
    (UNCAC, "Selon l’article 19 dudit règlement", rows("rule", "CAC/COSP", "19")),
    (NONE, "rule 99 of the rules of procedure of the General Assembly", rows("rule", "A", "99")),
    (NONE, "rule 37 of the Security Council’s provisional rules", rows("rule", None, "37")),
    (RIGHTS, "the rules of procedure established for committees of the General Assembly. Rule 103 of the rules of procedure",
     rows("rule", "A", "103")),
]  # fmt: skip


@pytest.mark.parametrize(("meeting", "text", "expected"), TREATIES, ids=[row[1] for row in TREATIES])
def test_articles_and_rules(meeting: Meeting, text: str, expected: object) -> None:
    assert found(text, meeting) == expected


NOTHING = [
    "Item 137: Programme planning",
    "Recommendation 5 was implemented",
    "decision-making 2/6",
    "the rule of law 2030",
    "staff rule 4.1",
    "resolution of disputes",
    "spatial resolution 300 m",
    "from 1 to 3 October 2007",
    "decision 5 days later",
    "Article 8 International cooperation",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_reference(text: str) -> None:
    assert found(text, NONE) == []


def test_titles_dates_and_sessions() -> None:
    text = (
        "Dans la résolution 71/256 du 23 décembre 2016, intitulée « Un titre », et les résolutions 4/1 et 4/2 adoptées par "
        "la Conférence à sa quatrième session"
    )
    first, second, _ = find_references([Passage(text)], UNCAC)
    assert (first.title, first.date) == ("Un titre", "2016-12-23")
    assert second.session == "quatrième session"


def test_a_running_head_is_no_reference() -> None:
    head = Passage("CTOC/COP/WG.2/2007/1", "unassigned")
    listed = Passage("Ordre du jour (CTOC/COP/WG.2/2007/1)", "annotations")
    assert [one.where.section for one in find_references([head, listed], UNTOC)] == ["annotations"]


def test_both_languages_say_the_same() -> None:
    french = "Au paragraphe 5 b) de sa résolution 48/141, l’Assemblée générale; articles 8 et 9 de la Charte des Nations Unies"
    english = "In paragraph 5 (b) of its resolution 48/141, the General Assembly; Articles 8 and 9 of the Charter of the United Nations"
    assert found(french, NULLE) == found(english, NONE)


def test_spaces_and_apostrophes_do_not_matter() -> None:
    plain = "la résolution 60/251 de l'Assemblée générale"
    narrow = "la résolution\u202f60/251 de\u00a0l’Assemblée\u00a0générale"
    assert found(plain, NULLE) == found(narrow, NULLE)


def test_a_language_without_words_still_has_symbols() -> None:
    assert [one.number for one in find_in("Véase A/80/150.", "es")] == ["A/80/150"]


@given(st.text(alphabet="resolutindcARES0123456789/().,;- ’XV", max_size=120))
def test_spans_hold_for_any_text(text: str) -> None:
    for one in find_in(text, "en"):
        assert text[one.where.start : one.where.end] == one.text


def test_a_symbol_whose_number_is_not_parted_off_is_given_as_printed() -> None:
    assert [one.number for one in find_in("as A/RES29 says", "en")] == ["A/RES29"]
