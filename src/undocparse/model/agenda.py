"""The agenda: a tree of items in document order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any, overload

from pydantic import ConfigDict, RootModel

from undocparse.errors import NoSuchKeyError, nearest
from undocparse.model.place import Model, Place

if TYPE_CHECKING:
    from undocparse.exports.flat.frames import FrameLibrary


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

    @property
    def level(self) -> int:
        """1 for an item of the first level, 2 for its sub-items; the column `level` of tables is one less."""
        return self.key.count(".") + 1

    @property
    def parent_key(self) -> str | None:
        """Key of the item above; null for an item of the first level."""
        return self.key.rpartition(".")[0] or None

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

    def get(self, key: str) -> AgendaItem | None:
        """The item with this key, at whatever level; null where there is none.

        Args:
            key: `1.a`, or as documents print it: "1 (a)", "Item 1 (a)".
        """
        wanted = plain_key(key)
        return next((item for item in self.walk() if item.key in {key, wanted}), None)

    def path(self, key: str) -> tuple[AgendaItem, ...]:
        """The items from the first level down to one, itself included.

        Raises:
            NoSuchKeyError: there is no such item.
        """
        item = self[key]
        above = accumulate(item.key.split("."), "{}.{}".format)
        return tuple(found for each in above if (found := self.get(each)) is not None)

    def to_frame(self, library: FrameLibrary | None = None) -> Any:
        """A data frame with one row an item, at whatever level; `docs/codebook.md` has its columns.

        Args:
            library: which to use; by default polars if it is installed, else pandas.

        Raises:
            MissingExtraError: the library is not installed.
        """
        from undocparse.exports.flat.frames import agenda_frame  # noqa: PLC0415 - loaded when asked for only

        return agenda_frame(self, library)

    def __contains__(self, item: object) -> bool:
        """Whether it has an item with this key, or this very item, at any level."""
        if isinstance(item, str):
            return self.get(item) is not None
        return any(item == each for each in self.walk())

    def __iter__(self) -> Iterator[AgendaItem]:  # type: ignore[override]
        return iter(self.root)

    def __len__(self) -> int:
        return len(self.root)

    @overload
    def __getitem__(self, key: int | str) -> AgendaItem: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[AgendaItem, ...]: ...

    def __getitem__(self, key: int | str | slice) -> AgendaItem | tuple[AgendaItem, ...]:
        """An item by its key, at whatever level, or by its place among those of the first level.

        Raises:
            NoSuchKeyError: there is no item with this key.
            IndexError: there are not as many items.
        """
        if not isinstance(key, str):
            return self.root[key]
        if (item := self.get(key)) is None:
            remedy = nearest(key, (each.key for each in self.walk()))
            raise NoSuchKeyError(key, "the agenda has no such item", remedy)
        return item

    def __repr__(self) -> str:
        return f"<Agenda: {len(self)} items, {sum(1 for _ in self.walk())} with those below them>"

    __str__ = __repr__

    def __rich__(self) -> Any:
        from undocparse.exports.summary import agenda_tree  # noqa: PLC0415 - on terminals only

        return agenda_tree(self)

    def _repr_html_(self) -> str:
        from undocparse.exports.notebook import agenda_html  # noqa: PLC0415 - in notebooks only

        return agenda_html(self)


_WORD = re.compile(r"^\W*[^\W\d_]{3,}\.?\s")  # "Item", "Point"
_PART = re.compile(r"\d+|[^\W\d_]+")


def plain_key(printed: str) -> str:
    """The key of an item as documents print it: "1 (a)", "1 a)" and "Item 1 (a)" are `1.a`."""
    return ".".join(_PART.findall(_WORD.sub("", printed).casefold()))
