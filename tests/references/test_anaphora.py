"""Anaphora as a table: each text ends in an anaphor; then its target, or None where it must stay open."""

# ruff: noqa: E501 - a row of a table is one line

import pytest

from undocparse.references import Meeting, Passage, read_references

TABLE = [
    ("the sentence before", "en", "In its resolution 72/313, the Assembly invited. In the same resolution, it asked", "72/313"),
    ("the paragraph before", "fr", "Dans la décision 3/4, la Conférence a prié. ¶ Dans la même décision, elle a prié", "3/4"),
    ("the main clause, not the nearest", "fr",
     "Dans sa résolution 3/1, la Conférence a agi sous réserve de la résolution 1/1. Dans la même résolution, elle", "3/1"),
    ("what stands in brackets does not count", "en",
     "In its resolution 70/1, the General Assembly decided (see resolution 71/2). In the same resolution, it", "70/1"),
    ("recalled by the way", "en",
     "Recalling its resolution 60/251, the Council adopted resolution 33/25. In that resolution, the Council", "33/25"),
    ("ladite", "fr", "Au paragraphe 4 de sa résolution 4/1, la Conférence a agi. Ladite résolution comporte une annexe.", "4/1"),
    ("two of one rank", "en", "The Assembly noted resolutions 70/1 and 70/2. In the same resolution, it", None),
    ("one without number", "en", "The Council adopted a decision on trade. In the same decision, it", None),
    ("one without number comes between", "en",
     "The Board took decision 2024/1. It then adopted a decision on trade. In the same decision, it", None),
    ("named in brackets", "en",
     "The Council adopted a decision entitled “Trade” (EC-94/DEC.2). In paragraph 12 of that decision, it", "EC-94/DEC.2"),
    ("another kind", "en", "In its resolution 70/1, the Assembly decided. In the same decision, it", None),
    ("nothing before", "en", "In the same decision, the Board", None),
    ("too far away", "en", "See resolution 70/1. ¶ One. ¶ Two. ¶ Three. ¶ In the same resolution, it", None),
    ("cette", "fr", "L’Assemblée a adopté sa résolution 79/1. Par cette résolution, elle", "79/1"),
    ("susmentionnée", "fr", "Dans sa résolution 79/1, l’Assemblée a agi. La résolution susmentionnée prévoit", "79/1"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "target"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_anaphora(language: str, text: str, target: str | None) -> None:
    findings = read_references(
        [Passage(part) for part in text.split(" ¶ ")], Meeting(language, "CAC/COSP/2013/1")
    )
    anaphora = [one for one in (*findings.references, *findings.open) if one.via == "anaphora"]
    assert [one.number for one in anaphora] == [target]
    assert bool(findings.open) == (target is None)


@pytest.mark.parametrize(
    "text",
    [
        "the Board noted that resolution 60/251 was adopted",
        "in that decision-making body",
        "that decisions be taken",
    ],
)
def test_what_is_no_anaphor(text: str) -> None:
    findings = read_references([Passage(text)], Meeting("en"))
    assert not findings.open
    assert all(one.via != "anaphora" for one in findings.references)


def test_an_anaphor_does_not_reach_into_another_item() -> None:
    passages = [
        Passage("See decision 2/6.", items=("1",)),
        Passage("In the same decision, the Board", items=("2",)),
    ]
    assert len(read_references(passages, Meeting("en")).open) == 1


def test_nor_over_a_paragraph_without_any() -> None:
    texts = [("See decision 2/6.", "1"), ("Nothing here.", "2"), ("In the same decision, the Board", "2")]
    passages = [Passage(text, items=(item,)) for text, item in texts]
    assert len(read_references(passages, Meeting("en")).open) == 1


def test_an_anaphor_may_have_its_own_paragraph() -> None:
    text = "Dans sa résolution 4/3, la Conférence a agi. Elle a décidé, au paragraphe 16 de cette résolution, que"
    references = read_references([Passage(text)], Meeting("fr", "CAC/COSP/2013/1")).references
    assert [(one.number, one.pinpoint) for one in references] == [("4/3", None), ("4/3", "16")]
