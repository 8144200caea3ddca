"""The accuracy gate, on a tiny made-up gold file and parsers that are told what to answer."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from evaluation.components import COMPONENTS
from evaluation.floors import digest, read_floors
from evaluation.gate import Options, Suite, run
from evaluation.gold import GoldError, load_all, read_gold
from evaluation.known import Known, KnownError, as_toml, read_known
from evaluation.negatives import named, score_others
from evaluation.scoring import Miss, score

Json = dict[str, Any]
GOLD: Json = {
    "file": "a.txt",
    "document_type": "annotated_agenda",
    "header": {
        "symbol": "ZZZ/1/L.2",
        "language": "en",
        "session": 3,
        "place": None,
        "title": "Provisional agenda",
    },
    "agenda": [
        {"key": "1", "title": "Opening of the session", "items": []},
        {"key": "2", "title": "Lanterns", "items": [{"key": "2.a", "title": "Oil", "items": []}]},
    ],
    "annotations": [{"items": ["2.a"], "paragraphs": ["Oil is dear."], "documents": ["ZZZ/1/3"]}],
    "timetable": [
        {
            "date": "2001-02-05",
            "starts": "10:00",
            "ends": "13:00",
            "entries": [{"items": ["1"], "title": "Opening of the session", "continued": False}],
        }
    ],
    "references": [{"kind": "decision", "number": "2/6", "body": "ZZZ", "pinpoint": "4"}],
}


def answer(**changes: Any) -> Json:
    """What a parser that is right in everything would say, but for the changes."""
    found = copy.deepcopy(GOLD)
    found["language"] = "en"
    found["header"]["session"] = {"number": 3, "text": "Third session"}
    return found | changes


@pytest.fixture
def suite(tmp_path: Path) -> Suite:
    for folder in ("docs", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs" / "a.txt").write_text("ZZZ/1/L.2", "utf-8")
    write(tmp_path / "gold", GOLD)
    return Suite("fixtures", tmp_path / "docs", tmp_path / "gold")


def write(folder: Path, gold: Json | str) -> Path:
    path = folder / "a.gold.json"
    path.write_text(gold if isinstance(gold, str) else json.dumps(gold), "utf-8")
    return path


def gate(suite: Suite, found: Json, **options: Any) -> int:
    floors = suite.documents.parent / "floors.json"
    return run([suite], lambda path: found, Options(floors, **options))


@pytest.fixture
def pinned(suite: Suite) -> Suite:
    assert gate(suite, answer(), pin=True) == 0
    return suite


def test_what_is_right_passes_and_stays_pinned(pinned: Suite) -> None:
    assert gate(pinned, answer()) == 0
    floors = read_floors(pinned.documents.parent / "floors.json")["fixtures"]["floors"]
    assert set(floors.values()) == {1.0}
    assert {"agenda.strict_f1", "reference_detail.f1", "perfect", "parsed"} <= set(floors)


def test_a_suite_that_was_never_pinned_fails(suite: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate(suite, answer()) == 1
    assert "run with --pin" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("changes", "telling"),
    [
        ({"agenda": GOLD["agenda"][:1]}, "agenda.f1: 0.5000 is below its floor 1.0000"),
        ({"timetable": []}, "timetable: missed 2001-02-05 | 10:00 | 13:00 | 1 | False"),
        ({"references": []}, "references: missed decision | 2/6"),
        ({"document_type": "other"}, "document_type: extra other"),
        ({"language": "fr"}, "header: missed language | en"),
    ],
    ids=["agenda", "timetable", "references", "type", "language"],
)
def test_what_falls_below_its_floor_fails(
    pinned: Suite, changes: Json, telling: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate(pinned, answer(**changes)) == 1
    assert telling in capsys.readouterr().out


def test_a_parser_that_raises_has_found_nothing(pinned: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(path: Path) -> Json:
        raise RuntimeError(f"cannot read {path.name}")

    assert run([pinned], broken, Options(pinned.documents.parent / "floors.json")) == 1
    told = capsys.readouterr().out
    assert "RuntimeError: cannot read a.txt" in told
    assert "parsed: 0.0000 is below its floor" in told


def test_floors_fall_only_where_that_is_allowed(pinned: Suite, capsys: pytest.CaptureFixture[str]) -> None:
    worse = answer(agenda=GOLD["agenda"][:1])
    known = [
        Known("fixtures", Miss("a.txt", "agenda", key), "made up")
        for key in ("missed 2 | lanterns", "missed 2.a | oil")
    ]
    assert gate(pinned, worse, known=known, pin=True) == 1
    assert "not pinned" in capsys.readouterr().out
    assert gate(pinned, answer()) == 0
    assert gate(pinned, worse, known=known, pin=True, allow_regression=True) == 0
    assert gate(pinned, worse, known=known) == 0


@pytest.mark.parametrize("folder", ["docs", "gold"])
def test_other_inputs_or_other_gold_are_noticed(
    pinned: Suite, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next((pinned.documents.parent / folder).iterdir())
    path.write_text(path.read_text("utf-8") + " ", "utf-8")
    assert gate(pinned, answer()) == 1
    assert "gold or inputs are not those" in capsys.readouterr().out


def test_the_digest_does_not_depend_on_order(suite: Suite) -> None:
    files = [*suite.files()]
    assert digest(files) == digest(reversed(files)) != digest(files[:1])


def test_a_known_failure_that_passes_has_to_be_removed(
    pinned: Suite, capsys: pytest.CaptureFixture[str]
) -> None:
    known = [Known("fixtures", Miss("a.txt", "agenda", "missed 2 | lanterns"), "made up")]
    assert gate(pinned, answer(), known=known) == 1
    assert "passes now, remove it: a.txt: agenda: missed 2 | lanterns" in capsys.readouterr().out


def test_listed_misses_can_be_pasted(tmp_path: Path) -> None:
    miss = Miss("a.txt", "annotations", 'missed 1 | he said "oil" \\ no more')
    path = tmp_path / "known.toml"
    path.write_text("\n".join(as_toml("fixtures", [miss])).replace('reason = ""', 'reason = "hard"'), "utf-8")
    assert read_known(path) == [Known("fixtures", miss, "hard")]


@pytest.mark.parametrize(
    "text",
    [
        '[[failure]]\nsuite = "fixtures"\n',
        '[[failure]]\nsuite = "x"\ndocument = "a"\ncomponent = "agenda"\nkey = "missed"\nreason = " "\n',
        '[[failure]]\nsuite = "x"\ndocument = "a"\ncomponent = "agenda"\nkey = "missed"\nreason = "r"\n' * 2,
    ],
    ids=["fields", "reason", "twice"],
)
def test_a_malformed_list_of_known_failures_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(KnownError, match=r"known\.toml: entry"):
        read_known(path)


def changed(change: Callable[[Json], object]) -> Json:
    gold = copy.deepcopy(GOLD)
    change(gold)
    return gold


@pytest.mark.parametrize(
    ("gold", "telling"),
    [
        ("{", "Expecting"),
        ("[]", "not an object"),
        ('{"file": "a", "file": "b"}', "'file' stands twice"),
        (changed(lambda g: g.update(agendas=[])), "unknown field 'agendas'"),
        (changed(lambda g: g.pop("file")), "field 'file' is missing"),
        (changed(lambda g: g.update(document_type="agendum")), "'agendum' is none of"),
        (changed(lambda g: g["header"].update(symbols="A/1")), "header: unknown field 'symbols'"),
        (changed(lambda g: g["header"].update(date="5 May 2001")), "'5 May 2001' is not an ISO 8601 date"),
        (changed(lambda g: g["header"].update(starts="2001-02-30")), "'2001-02-30' is not an ISO 8601 date"),
        (changed(lambda g: g["header"].update(agenda_items="1")), "header.agenda_items: not a list"),
        (changed(lambda g: g["agenda"][0].update(key="2")), "agenda: '2' stands twice"),
        (changed(lambda g: g["agenda"][0].update(key="1 (a)")), "'1 \\(a\\)' is no item key"),
        (changed(lambda g: g["agenda"][1]["items"][0].update(key="3.a")), "'3.a' stands below '2'"),
        (changed(lambda g: g["agenda"][0].update(title="")), "'1' has no title"),
        (
            changed(lambda g: g["annotations"][0].update(items=["9"])),
            "annotations.0.: item '9' is not in the agenda",
        ),
        (changed(lambda g: g["annotations"][0].update(paragraphs=["x" * 61])), "no paragraph start"),
        (changed(lambda g: g["annotations"][0].update(documents=[""])), "neither symbol nor title"),
        (changed(lambda g: g["timetable"][0].update(date="2001-2-5")), "timetable.0..date: '2001-2-5'"),
        (changed(lambda g: g["timetable"][0].update(starts="10 a.m.")), "'10 a.m.' is not HH:MM"),
        (
            changed(lambda g: g["timetable"][0]["entries"][0].update(items=["7"])),
            "item '7' is not in the agenda",
        ),
        (changed(lambda g: g["timetable"][0]["entries"][0].update(continued="no")), "neither true nor false"),
        (changed(lambda g: g["references"][0].update(kind="letter")), "'letter' is none of"),
        (changed(lambda g: g["references"].append(g["references"][0])), "stands twice"),
        (changed(lambda g: g.update(files=["b.txt"])), "does not have the one named"),
    ],
)
def test_malformed_gold_is_refused(tmp_path: Path, gold: Json | str, telling: str) -> None:
    with pytest.raises(GoldError, match=telling):
        read_gold(write(tmp_path, gold))


def test_gold_without_its_document_is_refused(suite: Suite) -> None:
    (suite.documents / "a.txt").unlink()
    assert suite.gold is not None
    with pytest.raises(GoldError, match=r"no document 'a\.txt'"):
        load_all(suite.gold, suite.documents)


def test_strict_figures_are_stricter(suite: Suite) -> None:
    assert suite.gold is not None
    found = answer(agenda=[{**GOLD["agenda"][0], "title": "OPENING of the session."}, GOLD["agenda"][1]])
    result = score(load_all(suite.gold, suite.documents), lambda path: found)
    assert result.total("agenda").f1 == 1.0
    assert result.total("agenda", strict=True).f1 == pytest.approx(2 / 3)
    assert (result.perfect(), result.perfect(strict=True)) == (1.0, 0.0)


def test_a_second_body_is_wrong_and_a_further_pinpoint_is_not() -> None:
    _, count = COMPONENTS["reference_detail"]
    further = [*GOLD["references"], {"kind": "decision", "number": "2/6", "body": "YYY", "pinpoint": "9"}]
    want, have = count(GOLD, {"references": further}, False)
    assert list(have - want) == [("decision", "2/6", "body", "yyy")]
    assert not want - have


def test_what_gold_leaves_out_is_not_scored(suite: Suite) -> None:
    assert suite.gold is not None
    write(
        suite.gold, {"file": "a.txt", "document_type": "annotated_agenda", "header": {"symbol": "ZZZ/1/L.2"}}
    )
    result = score(load_all(suite.gold, suite.documents), lambda path: answer(agenda=[]))
    assert result.components() == ["header"]
    assert result.misses == []


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("A_80_150.en.pdf", "A80150"),
        ("E_2025_34 (Part I).en.pdf", "E202534PARTI"),
        ("DP-FPA_2025_1.en.pdf", "DPFPA20251"),
    ],
)
def test_files_of_other_kinds_are_named_after_their_symbol(name: str, symbol: str) -> None:
    assert named(Path(name)) == symbol


def test_documents_of_other_kinds_have_no_agenda_and_their_own_symbol(tmp_path: Path) -> None:
    for name in ("ZZZ_1.en.txt", "ZZZ_2.en.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    found = {"header": {"symbol": "ZZZ/1"}, "agenda": [{"key": "1", "title": "Oil"}]}
    misses = score_others(tmp_path, lambda path: found).misses
    assert misses == [
        Miss("ZZZ_1.en.txt", "agenda", "extra 1 items"),
        Miss("ZZZ_2.en.txt", "agenda", "extra 1 items"),
        Miss("ZZZ_2.en.txt", "symbol", "extra ZZZ/1"),
    ]
