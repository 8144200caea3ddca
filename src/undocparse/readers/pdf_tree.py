"""What a PDF's page tree comes to, before an engine walks over it, and what it would read without end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from undocparse.limits import limit_reached
from undocparse.model.diagnostics import Diagnostic
from undocparse.readers.pdf_objects import Objects, Patch, object_at, places_of

_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R\b")
_NUMBER = re.compile(rb"(\d{1,12}) \d{1,5}$")
_IN_STREAMS = re.compile(rb"/N\s+(\d{1,6})\b")  # objects in a stream of them; others of the name are small
_FEW = 500  # pages; engines are quick with as many, whatever they are
_DEEP = 64  # nodes within each other; trees of a million pages have seven
_WITHOUT_END = 1_000_000  # nodes
_CONTENTS = re.compile(rb"/Contents\s*(?:\[|(\d+)\s+\d+\s+R)")
_ARRAY = re.compile(rb" obj\s*\[")
_TAIL = 1024  # bytes behind the end that engines do with
_PARTS = 5000
"""Streams that a page's content is read from. Pages have some hundred at most; the engine's time grows with
their square: 0.1 s for 4,000, 0.5 s for 8,000, over a minute for 100,000."""


def stands_for_too_many(objects: Objects) -> int:
    """How many pages the tree comes to, where they are more than the file has objects; else 0.

    Nodes that stand in the tree again and again make a million pages of two thousand bytes; those that stand
    below themselves twice have an engine walk for ever.

    Args:
        objects: the file's; a tree in compressed objects is not seen.
    """
    data = objects.data
    nodes = _nodes(data)
    pages = max(_pages(nodes), _steps(nodes))
    if pages <= _FEW or pages <= data.count(b"obj") + sum(map(int, _IN_STREAMS.findall(data))):
        return 0
    return pages


def _nodes(data: bytes) -> dict[bytes, list[bytes]]:
    """The nodes of trees, and the numbers of what is below each."""
    nodes: dict[bytes, list[bytes]] = {}
    for place in places_of(b"/Kids", data):
        start = object_at(data, place).start
        number = _NUMBER.search(data, max(start - 20, 0), start)
        kids = _KIDS.match(data, place)
        if number and kids:
            nodes[number[1]] = _REFERENCE.findall(kids[1])
    return nodes


def _pages(nodes: dict[bytes, list[bytes]]) -> int:
    """The leaves below the node that has most of them; what stands below itself counts for nothing."""
    leaves: dict[bytes, int] = {}
    entered: set[bytes] = set()
    for root in nodes:
        held = [root]
        while held:
            node = held[-1]
            entered.add(node)
            waits = [kid for kid in set(nodes[node]) if kid in nodes and kid not in entered]
            if waits and node not in leaves:
                held += waits
                continue
            held.pop()
            if node not in leaves:
                leaves[node] = sum(leaves.get(kid, 0 if kid in nodes else 1) for kid in nodes[node])
    return max(leaves.values(), default=0)


def _steps(nodes: dict[bytes, list[bytes]]) -> int:
    """The most nodes that a walk meets from one of them on, if it goes in circles down to some depth."""
    inner = {node: [kid for kid in kids if kid in nodes] for node, kids in nodes.items()}
    before: dict[bytes, int] = {}
    met = dict.fromkeys(nodes, 1)
    for _ in range(_DEEP):
        if met == before or max(met.values(), default=0) > _WITHOUT_END:
            break
        met, before = {node: 1 + sum(met[kid] for kid in kids) for node, kids in inner.items()}, met
    return max(met.values(), default=0)


def without_tail(data: bytes) -> bytes:
    """The file without what follows its end and is no object of it.

    Engines look for the end in the last bytes; where it is not there they search all that there is: 95 MB of
    other bytes took 8 s and 1 GB.
    """
    end = data.rfind(b"%%EOF") + 5
    return data[:end] if 5 <= end < len(data) - _TAIL and data.find(b"obj", end) < 0 else data


def short_contents(objects: Objects) -> Iterator[tuple[Patch, Diagnostic]]:
    """What to blank out of the lists of contents that are too long, and what to say of it.

    Args:
        objects: the file's.
    """
    data = objects.data
    for place in places_of(b"/Contents", data):
        found = _CONTENTS.match(data, place)
        start = found.end() if found else -1
        if found and found[1]:
            target = objects.find(found[1])
            array = _ARRAY.match(data, target.start) if target else None
            start = array.end() if array else -1
        end = data.find(b"]", start) if start > 0 else -1
        if end - start > 6 * _PARTS and (beyond := _beyond(data, start, end)):
            yield beyond


def _beyond(data: bytes, start: int, end: int) -> tuple[Patch, Diagnostic] | None:
    ends = [found.end() for found in _REFERENCE.finditer(data, start, end)]
    if len(ends) <= _PARTS:
        return None
    message = (
        f"Only the first {_PARTS} parts of a page's content were read: the limit left "
        f"{len(ends) - _PARTS} more out."
    )
    cut = ends[_PARTS - 1]
    return Patch(cut, b" " * (end - cut)), limit_reached(message)
