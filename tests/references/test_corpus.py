"""On real documents, where they are: symbols round-trip, spans are exact; time grows with the text."""

import time
from pathlib import Path

import pytest

from undocparse.references import find_in
from undocparse.symbols import find, parse

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
TEXTS = sorted((CORPUS / "docs").glob("*.md"))
needs_corpus = pytest.mark.skipif(not TEXTS, reason="no corpus beside the checkout")


@needs_corpus
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_symbols_round_trip_and_spans_are_exact(path: Path) -> None:
    text = path.read_text("utf-8")
    for one in find(text):
        assert str(parse(str(one.symbol))) == str(one.symbol)
    for reference in find_in(text, "fr"):
        assert text[reference.where.start : reference.where.end] == reference.text


def test_time_grows_with_the_text_in_a_straight_line() -> None:
    paragraph = (
        "Pursuant to paragraph 6 of its decision 2017/5, the Executive Board will consider the annual report "
        "of the organization on its plan, with measures to follow up on reviews and the views of "
        "delegations. The report (UNW/2025/2) will be introduced by the secretariat. "
    )
    find_in(paragraph, "en")
    # in turns, since machines change their pace
    rounds = [[_seconds(paragraph * times) / times for times in (40, 400)] for _ in range(4)]
    few, many = (min(each) for each in zip(*rounds, strict=True))
    assert many < 2 * few


def _seconds(text: str) -> float:
    started = time.process_time()
    find_in(text, "en")
    return time.process_time() - started
