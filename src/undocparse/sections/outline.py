"""An agenda item as it is read: what sections pass on before it becomes part of the object model."""

from __future__ import annotations

from dataclasses import dataclass, field

from undocparse.layout.blocks import Block


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
        entries: what stands below it without a number of its own: bullets and dashes.
        beneath: documentation and mandates that stand between it and the next item.
    """

    key: str
    label: str
    title: str
    group: str | None = None
    blocks: list[Block] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    beneath: list[Block] = field(default_factory=list)
