"""The measure of doubt, on components that are right or wrong and on codes that doubt them."""

from __future__ import annotations

from evaluation.doubt import Case, by_code, codes_by_component, faults, unlike


def case(component: str, right: bool, *codes: str) -> Case:
    return Case("a.txt", component, right, frozenset(codes), bool(codes), bool(codes))


def test_a_diagnostic_is_about_its_section_and_one_without_place_about_all() -> None:
    found = codes_by_component(
        [
            {"code": "agenda-missing", "severity": "error", "where": {"section": "agenda"}},
            {"code": "no-text-layer", "severity": "error", "where": None},
            {"code": "timetable-year-deduced", "severity": "info", "where": {"section": "timetable"}},
        ]
    )
    assert found["agenda"] == {"agenda-missing", "no-text-layer"}
    assert found["timetable"] == {"no-text-layer"}


def test_precision_and_recall_of_a_code() -> None:
    every = [case("agenda", False, "a-b"), case("agenda", False), case("agenda", True, "a-b")]
    precision, recall, alone = by_code(every)["agenda", "a-b"]
    assert (precision.share, recall.share, alone) == (0.5, 0.5, 1)


def test_both_bars_are_held() -> None:
    assert not list(faults([case("agenda", False, "a-b"), case("header", True)]))
    assert len(list(faults([case("agenda", False), case("header", True, "a-b")]))) == 2


def test_cases_that_mislead_are_listed() -> None:
    every = [case("agenda", False), case("header", True, "a-b"), case("timetable", True)]
    assert [line.split()[:3] for line in unlike(every)] == [
        ["wrong", "in", "silence"],
        ["right", "but", "doubted"],
    ]
