"""Turns a labelling into the tree of items with their groups and what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from undocparse.layout.blocks import Block
from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.sections.agenda.entries import SYMBOL, Entry
from undocparse.sections.agenda.labelling import Labelling, Step
from undocparse.sections.agenda.titles import clean_title
from undocparse.sections.outline import Node

_ANNOTATING = frozenset({"documentation", "document", "prose"})


@dataclass(slots=True)
class AgendaList:
    """The list of items as found.

    Attributes:
        nodes: the tree.
        blocks: all blocks that the list takes, its heading and group headings included.
        first: index of the first of them among the blocks that were searched.
        last: index after the last one.
        from_headings: there was no list; the annotated headings stood in for it.
    """

    nodes: list[Node]
    blocks: list[Block] = field(default_factory=list)
    first: int = 0
    last: int = 0
    from_headings: bool = False

    def agenda(self) -> Agenda:
        """The list as part of the object model."""
        return Agenda(tuple(_item(node) for node in self.nodes))

    def walk(self) -> Iterator[Node]:
        """All nodes, parents before their children."""
        stack = list(reversed(self.nodes))
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.items))


def _item(node: Node) -> AgendaItem:
    return AgendaItem(
        key=node.key,
        label=node.label,
        title=clean_title(node.title),
        group=node.group,
        entries=tuple(map(clean_title, node.entries)),
        items=tuple(_item(child) for child in node.items),
        place=node.blocks[0].place,
    )


def tree(entries: Sequence[Entry], found: Labelling, group: str | None = None) -> list[Node]:
    """The items of a labelling.

    Args:
        entries: those that were labelled.
        found: their labelling.
        group: heading over the first items.
    """
    grower = _Grower(group)
    for step in found.steps:
        grower.add(entries[step.at], step)
    return grower.finish()


class _Grower:
    """Hangs one entry after the other into the tree."""

    def __init__(self, group: str | None) -> None:
        self.nodes: list[Node] = []
        self._path: list[Node] = []
        self._group = group
        self._next_group = group
        self._held: list[Entry] = []

    def add(self, entry: Entry, step: Step) -> None:
        """Take an entry as what its step says."""
        match step.role:
            case "item":
                self._add_item(entry, step)
            case "continuation":
                node = self._path[-1]
                node.title = f"{node.title} {entry.block.text}"
                node.blocks.extend(entry.blocks)
            case "group":
                self._next_group = clean_title(entry.text)
            case "between":
                self._held.append(entry)

    def _add_item(self, entry: Entry, step: Step) -> None:
        self._release()
        if step.depth == 0:
            self._group = self._next_group
        self._next_group = self._group
        reading = step.reading
        if reading is None:
            return
        node = Node(step.key, reading.printed, reading.title, self._group, list(entry.blocks))
        del self._path[step.depth :]
        (self._path[-1].items if self._path else self.nodes).append(node)
        self._path.append(node)

    def finish(self) -> list[Node]:
        """The tree, after the last entry."""
        self._release()
        for node in self.nodes:
            _lift(node)
        return self.nodes

    def _release(self) -> None:
        """What stood between two items belongs to the one before: bullets, and what annotates it."""
        first = next((n for n, entry in enumerate(self._held) if _annotates(entry)), len(self._held))
        for n, entry in enumerate(self._held):
            node = self._path[-1]
            if n < first and _is_bullet(entry):
                node.entries.append(entry.text)
            elif first < len(self._held):
                node.beneath.extend(entry.blocks)
        self._held = []


def _annotates(entry: Entry) -> bool:
    """Whether what stands below an item begins its annotation.

    A bullet "Report of …" without a symbol is but a part of the item.
    """
    return entry.kind in _ANNOTATING and (not _is_bullet(entry) or SYMBOL.search(entry.text) is not None)


def _is_bullet(entry: Entry) -> bool:
    return entry.kind == "bullet" or (entry.block.label is not None and entry.block.label.kind == "bullet")


def _lift(node: Node) -> None:
    """Documentation behind the last of several sub-items alone is that of the whole item (E/HLPF/2025/1)."""
    for child in node.items:
        _lift(child)
    if len(node.items) > 1 and node.items[-1].beneath and not any(one.beneath for one in node.items[:-1]):
        node.beneath.extend(node.items[-1].beneath)
        node.items[-1].beneath = []
