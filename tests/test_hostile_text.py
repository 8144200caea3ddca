"""What text may not do to a reading: cost more than its length, end in an error that is none of ours."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from undocparse import Document, parse
from undocparse.limits import Limits
from undocparse.references.find import find_in

HEAD = """\
Committee on Examples
Fifty-first session

Provisional agenda

1. Opening of the session.
2. Other matters.
"""
ANNOTATED = f"{HEAD}\nAnnotations\n\n1. Opening of the session\n"


def _numbered(n: int) -> str:
    titles = [f"{i}. Question {i} of the agenda\n" for i in range(1, n + 1)]
    texts = [f"{title}\nThe Committee will consider question {i}.\n\n" for i, title in enumerate(titles, 1)]
    return "Provisional agenda\n\n" + "".join(titles) + "\nAnnotations\n\n" + "".join(texts)


GROWING: dict[str, Callable[[int], str]] = {
    "short lines": lambda n: "x\n" * (5 * n),
    "lines that are dates": lambda n: "Monday, 3 March 2025\n" * n,
    "lines that are symbols": lambda n: "A/C.3/80/L.1\n" * n,
    "lines that are set in": lambda n: "        set in line of text\n" * (3 * n),
    "strokes": lambda n: ANNOTATED + "A/" * (20 * n) + "\n",
    "letters without a blank": lambda n: ANNOTATED + "a" * (40 * n) + ".\n",
    "articles": lambda n: ANNOTATED + "article 5 " * (3 * n) + "\n",
    "anaphora": lambda n: ANNOTATED + "see the same decision, " * (2 * n) + "\n",
    "annotated items": lambda n: _numbered(n // 4),
}


def _time(text: str) -> float:
    began = time.process_time()
    parse(text.encode(), name="text.txt")
    return time.process_time() - began


@pytest.mark.parametrize("make", GROWING.values(), ids=GROWING)
def test_time_grows_as_the_text_does(make: Callable[[int], str]) -> None:
    parse(make(10).encode(), name="text.txt")  # patterns are compiled when they are first asked
    # a square makes sixteen of it, busy machines double it
    assert any(_time(make(600)) < 9 * _time(make(150)) for _ in range(3))


DOUBLED = {
    "letters of items": f"{HEAD}Item 1 {'a) ' * 60}!\n",
    "pinpoints": f"{ANNOTATED}paras. {'I, ' * 60}x resolution 60/251\n",
    "numbers of items": f"{HEAD}Date    Time    Item\n3 March\n10 a.m.    {'1, ' * 60}x    Opening\n",
    "job numbers": f"{HEAD}25-00227{'7' * 90}!\n",
    "symbols in a cell": f"{HEAD}3 March\n10 a.m.    {'A/1' * 60}!    Opening\n",
    "weeks": f"{HEAD}week {'1' * 60}x\n",
}


@pytest.mark.parametrize("text", DOUBLED.values(), ids=DOUBLED)
def test_repeated_labels_cost_no_more_than_other_text(text: str) -> None:
    assert _time(text) < 20  # each one more made twice the time of it: these would not end


@pytest.mark.parametrize(
    ("text", "number", "body"),
    [
        ("article 5 of the Treaty on the Non‑Proliferation of Nuclear Weapons", "5", "NPT"),
        ("resolution 60/251 of the UNİTED NATİONS General Assembly", "60/251", "A"),
    ],
)
def test_names_are_known_with_other_dashes_and_letters(text: str, number: str, body: str) -> None:
    assert [(one.number, one.body) for one in find_in(text, "en")] == [(number, body)]


@pytest.mark.parametrize(("word", "number"), [("Fıfty-first", 51), ("FİFTY‐FIRST", 51), ("Fifty‑first", 51)])
def test_sessions_are_read_in_other_letters(word: str, number: int) -> None:
    text = HEAD.replace("Fifty-first", word)
    assert parse(text.encode(), name="text.txt").header.session.number == number


@pytest.mark.parametrize(
    "line",
    [
        "3, ² Opening",
        "Item ² Opening",
        "9" * 5000,
        "1. Opening, page " + "7" * 5000,
        "٣. Opening",
        "²) Opening",
    ],
)
def test_no_digit_is_too_strange_or_too_long(line: str) -> None:
    document = parse(f"{HEAD}{line}\n{line}    12\n{line}    13\n".encode(), name="text.txt")
    assert Document.from_json(document.to_json()) == document


def test_what_no_json_can_hold_does_not_come_in() -> None:
    marks = "".join(map(chr, (*range(9), *range(14, 32), 127)))
    text = f"{HEAD * 40}3. Title{marks} of it\n".encode() + b"\xed\xa0\x80 4. A half of a pair\n"
    document = parse(text, name="text.txt")
    assert not set(marks) & set(document.to_json())
    assert Document.from_json(document.to_json()) == document


@pytest.mark.parametrize(
    ("text", "kept"),
    [("line\n" * 50, 20), ("page\n\f" * 50, 20), ("a\tb\nc\td\n" * 50, 80)],
    ids=["lines", "pages", "rows"],
)
def test_text_beyond_the_limit_is_told(text: str, kept: int) -> None:
    document = parse(text.encode(), name="text.txt", limits=Limits(lines=kept, pages=20))
    assert [one.severity for one in document.diagnostics if one.code == "limit-reached"]
