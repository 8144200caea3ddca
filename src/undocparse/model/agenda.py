"""The agenda: a tree of items in document order."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict, RootModel

from undocparse.model.place import Model, Place


class AgendaItem(Model):
    """One item of the agenda.

    Attributes:
        key: language-free number of the item: `1`, `1.a`, `1.a.i`.
        label: the number as printed ("1.", "(a)", "Item 5").
        title: without closing punctuation and footnote marks.
        group: the heading that the item stands under ("Joint segment").
        entries: what stands below it without a number of its own, bullets and dashes.
        items: sub-items in document order.
        place: where the title is printed.
    """

    key: str
    label: str | None = None
    title: str
    group: str | None = None
    entries: tuple[str, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    place: Place | None = None

    def walk(self) -> Iterator[AgendaItem]:
        """The item itself, then everything below it, in document order."""
        yield self
        for item in self.items:
            yield from item.walk()


class Agenda(RootModel[tuple[AgendaItem, ...]]):
    """The agenda's items of the first level; `walk()` gives all of them."""

    model_config = ConfigDict(frozen=True)
    root: tuple[AgendaItem, ...] = ()

    def walk(self) -> Iterator[AgendaItem]:
        """All items, parents before their children, in document order."""
        for item in self.root:
            yield from item.walk()

    def __iter__(self) -> Iterator[AgendaItem]:  # type: ignore[override]
        return iter(self.root)

    def __len__(self) -> int:
        return len(self.root)

    def __getitem__(self, index: int) -> AgendaItem:
        return self.root[index]
