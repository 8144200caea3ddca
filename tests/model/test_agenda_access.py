"""Items by key, as the model writes keys and as documents print them."""

from __future__ import annotations

import pickle

import pytest

from undocparse.errors import NoSuchKeyError, UndocparseError
from undocparse.model import Agenda, AgendaItem, Document, Source

AGENDA = Agenda(
    (
        AgendaItem(
            key="1",
            title="Organizational matters",
            items=(
                AgendaItem(
                    key="1.a", title="Opening", items=(AgendaItem(key="1.a.i", title="Minute of silence"),)
                ),
                AgendaItem(key="1.b", title="Officers"),
            ),
        ),
        AgendaItem(key="2", title="Debate"),
    )
)


@pytest.mark.parametrize("key", ["1.a", "1 (a)", "1 a)", "Item 1 (a)", "Point 1 a)", "1(A)"])
def test_an_item_is_found_as_documents_print_its_number(key: str) -> None:
    assert AGENDA[key].title == "Opening"
    assert key in AGENDA


def test_places_count_the_first_level() -> None:
    assert [AGENDA[0].key, AGENDA[-1].key, AGENDA[1:][0].key] == ["1", "2", "2"]
    with pytest.raises(IndexError):
        AGENDA[2]


def test_an_item_is_in_the_agenda_at_any_level() -> None:
    assert AgendaItem(key="1.b", title="Officers") in AGENDA
    assert AgendaItem(key="1.b", title="Others") not in AGENDA
    assert "3" not in AGENDA


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(
        NoSuchKeyError, match=r"1\.c: the agenda has no such item; there is 1\.b, 1\.a"
    ) as caught:
        AGENDA["1.c"]
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, UndocparseError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_levels_parents_and_paths() -> None:
    assert [(item.level, item.parent_key) for item in AGENDA.walk()] == [
        (1, None), (2, "1"), (3, "1.a"), (2, "1"), (1, None),
    ]  # fmt: skip
    assert [item.key for item in AGENDA.path("1.a.i")] == ["1", "1.a", "1.a.i"]


def test_a_view_knows_what_is_above_it() -> None:
    source = Source(name="x", sha256="0" * 64, media_type="text/plain", pages=1, reader="text")
    view = Document(source=source, agenda=AGENDA).item("Item 1 (b)")
    assert view.parent is not None
    assert (view.parent.key, view.parent.parent, view.level) == ("1", None, 2)
