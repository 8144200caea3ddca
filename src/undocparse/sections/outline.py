"""Grows the tree of items from their labels, one after the other, and says when one does not fit."""

from __future__ import annotations

from dataclasses import dataclass, field

from undocparse.layout.blocks import Block
from undocparse.layout.enumerators import roman_value
from undocparse.sections.item_labels import ItemLabel

_GAP = 3  # a list may skip a number or two (deleted items), not more


@dataclass(slots=True)
class Node:
    """An item as it grows.

    Attributes:
        key: `3.b`.
        label: as printed.
        title: pieces of the title; more than one where it goes on after a page.
        group: heading that it stands under.
        blocks: where it is printed.
        items: its sub-items.
    """

    key: str
    label: str
    title: str
    group: str | None = None
    blocks: list[Block] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)


class Outline:
    """A list of items in the making: `add` takes the next label if it fits."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._path: list[tuple[str, int, Node]] = []  # style, value and node of each open level

    def __len__(self) -> int:
        return len(self.nodes)

    @property
    def last(self) -> Node | None:
        """The item added last, at whatever depth."""
        return self._path[-1][2] if self._path else None

    def fits(self, label: ItemLabel) -> bool:
        """Whether this label may come next."""
        return self._slot(label) is not None

    def add(self, label: ItemLabel, block: Block, group: str | None = None) -> Node:
        """Hang the item into the tree.

        Raises:
            ValueError: the label does not fit; ask `fits` first.
        """
        slot = self._slot(label)
        if slot is None:
            raise ValueError(f"{label.printed} does not fit")
        depth, style, value, name = slot
        del self._path[depth:]
        parent = self._path[-1][2] if self._path else None
        key = name if parent is None or style == "dotted" else f"{parent.key}.{name}"
        node = Node(key, label.printed, label.title, group, [block])
        (parent.items if parent else self.nodes).append(node)
        self._path.append((style, value, node))
        return node

    def _slot(self, label: ItemLabel) -> tuple[int, str, int, str] | None:
        """Depth, style, value and key part that the label gets; null where it fits nowhere."""
        name = label.names[0].split(".")[-1] if label.level != "dotted" else label.names[0]
        if label.level == "top" and "." in label.names[0]:
            return self._combined(label)
        if label.level == "top":
            return (0, "top", label.value, name) if self._follows(0, "top", label.value) else None
        if label.level == "dotted":
            return self._dotted(label)
        if label.level in {"letter", "roman"} and self._path:
            return self._lettered(name, label.value)
        return None

    def _follows(self, depth: int, style: str, value: int) -> bool:
        if depth >= len(self._path):
            return value == 1 or depth == 0
        known, last, _ = self._path[depth]
        return known == style and last < value <= last + _GAP

    def _combined(self, label: ItemLabel) -> tuple[int, str, int, str] | None:
        """Of "1 (b)" the number says which item it is, so that must be the open one."""
        stem, _, name = label.names[0].partition(".")
        if self._path and self._path[0][2].key == stem:
            return 1, "letter", 0, name
        return None

    def _dotted(self, label: ItemLabel) -> tuple[int, str, int, str] | None:
        """Of "2.1" the part before the last stop is the parent's key."""
        stem, _, last = label.names[0].rpartition(".")
        for depth, (_, _, node) in enumerate(self._path):
            if node.key == stem:
                return depth + 1, "dotted", int(last), label.names[0]
        return None

    def _lettered(self, name: str, value: int) -> tuple[int, str, int, str] | None:
        """Letters below numbers, Roman numbers below letters; "(i)" is a letter only after "(h)"."""
        roman = roman_value(name)
        for depth in range(len(self._path) - 1, 0, -1):
            style, last, _ = self._path[depth]
            if style == "roman" and roman and last < roman <= last + _GAP:
                return depth, "roman", roman, name
            if (
                style == "letter"
                and len(name) <= 2
                and last < value <= last + _GAP
                and not (roman and len(name) > 1)
            ):
                return depth, "letter", value, name
        depth = len(self._path)
        if roman == 1 and depth >= 1:
            return depth, "roman", 1, name
        if value == 1 and name == "a" and depth >= 1:
            return (depth, "letter", 1, name) if self._path[-1][0] != "letter" else None
        return None
