"""What stands at the head of two pages is no running head if it begins like an item of a list."""

from __future__ import annotations

import pytest

from undocparse.layout.furniture import claim_furniture
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, Page, Run


def _page(number: int, head: str, top: float = 50.0) -> Page:
    lines = [
        Line(
            10 * number + row,
            number,
            text,
            (Run(text, 72.0, 300.0, 10.0, False, False),),
            box=(72.0, y, 300.0, y + 10.0),
            size=10.0,
            indent=72.0,
        )
        for row, (text, y) in enumerate(((head, top), (f"Wells of district {number}", 300.0)))
    ]
    return Page(number, 595.0, 842.0, lines)


@pytest.mark.parametrize(
    ("head", "left"), [("10. Depth of wells", 4), ("(b) Depth of wells", 4), ("Assembly of Wells", 2)]
)
def test_heads_of_two_pages(head: str, left: int) -> None:
    layout = Layout("pdf", "application/pdf", [_page(1, head), _page(2, head)])
    ledger = Ledger(layout)
    claim_furniture(layout, ledger)
    assert len(ledger.free()) == left


def test_one_text_at_a_head_and_at_a_foot_is_no_running_line() -> None:
    layout = Layout(
        "pdf", "application/pdf", [_page(1, "and their keepers", 790.0), _page(2, "and their keepers")]
    )
    ledger = Ledger(layout)
    claim_furniture(layout, ledger)
    assert len(ledger.free()) == 4


@pytest.mark.parametrize(
    ("heads", "left"), [(("Item 4", "Item 9"), 4), (("12.", "15."), 4), (("Page 1", "Page 2"), 2)]
)
def test_numbers_at_heads_that_rise_as_pages_do(heads: tuple[str, str], left: int) -> None:
    layout = Layout("pdf", "application/pdf", [_page(n, head) for n, head in enumerate(heads, 1)])
    ledger = Ledger(layout)
    claim_furniture(layout, ledger)
    assert len(ledger.free()) == left


def test_a_word_that_heads_pages_by_chance_stands_inside_others_too() -> None:
    pages = [_page(1, "Documents"), _page(2, "Documents"), _page(3, "Documents", 400.0)]
    pages.append(_page(4, "Documents", 400.0))
    layout = Layout("pdf", "application/pdf", pages)
    ledger = Ledger(layout)
    claim_furniture(layout, ledger)
    assert len(ledger.free()) == 8
