"""What speaks for and against an entry being the next item, and what it costs to pass over one.

The unit is one item that fits in all respects. The weights were set on published agendas (A/80/150,
A/C.6/80/L.1, E/HLPF/2025/1) and on small invented lists of every form; none decides alone.
"""

from __future__ import annotations

from typing import NamedTuple

from undocparse.layout.endings import ends_in
from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.readings import GROUP_STYLES, Reading

SAME_INDENT = 6.0  # points; uneven setting and scans shift a label that much
_DEEPER = 4.0  # points
_STEP = 3  # a list may skip a number or two (deleted items) without a doubt
_LENGTHS = ((800, 1.5), (450, 1.0), (250, 0.6), (150, 0.3))
"""Lengths in characters, and what they cost: titles of the General Assembly reach 420, paragraphs 150."""
_SENTENCE = 1.2
"""What it costs that a text has a finite verb and a stop: titles are nouns."""
_SENTENCES = (0.0, 0.7, 1.5)
"""What it costs that sentences end inside a text."""

_COST = {
    "item": 0.6,
    "bullet": 0.05,
    "documentation": 0.05,
    "document": 0.05,
    "prose": 0.5,
    "remark": 0.1,
    "furniture": 0.02,
    "behind": 6.0,
    "plain": 0.2,
}
DEAR_TOP = {"A": 0.7, "I": 0.4}
"""What labels of the first level cost that more often head groups of numbered items."""
RESTART = 6.0
"""What it costs to pass over a label that begins the first level again: another list begins there."""
LEFT_OUT = 0.8
"""What it costs more to pass over an entry whose label goes on with an open level."""
SOFT = frozenset({"bullet", "documentation", "document", "remark", "furniture", "plain"})
"""Kinds that may stand between two items in any number: their cost together has a limit."""
SOFT_LIMIT = 0.8


class Level(NamedTuple):
    """An open level of the list, as its last item left it.

    Attributes:
        style: of its labels.
        value: ordinal of the last item.
        key: key of the last item.
        entry: the last item.
        size: how many items it has so far.
    """

    style: str
    value: int
    key: str
    entry: Entry
    size: int


def cost(entry: Entry) -> float:
    """What it costs to pass over an entry inside the list."""
    return _COST[entry.kind]


def gain_of_first(entry: Entry, reading: Reading) -> float:
    """How well an entry begins a list."""
    return _gain(entry, reading)


def gain_of_sibling(entry: Entry, reading: Reading, level: Level) -> float:
    """How well an entry goes on with a level; only for one whose value is higher."""
    before = level.entry
    gain = _gain(entry, reading) - _gap(reading.value - level.value, noisy=reading.noisy)
    gain += 0.2 if _is_set_alike(entry, before) else -0.4
    if entry.block.bold != before.block.bold:
        gain -= 0.7
    if abs(entry.block.size - before.block.size) > 1:
        gain -= 0.4
    if (entry.block.leads_to is None) != (before.block.leads_to is None):
        gain -= 0.3
    return gain


def _is_set_alike(entry: Entry, before: Entry) -> bool:
    """Whether two labels stand at one edge, or their lines about one middle, as centred headings do."""
    if abs(entry.indent - before.indent) <= SAME_INDENT:
        return True
    one, other = entry.block.first.box, before.block.first.box
    return one is not None and other is not None and abs(one[0] + one[2] - other[0] - other[2]) <= SAME_INDENT


def gain_of_child(entry: Entry, reading: Reading, parent: Level) -> float:
    """How well an entry begins a level below an item."""
    above = parent.entry
    gain = _gain(entry, reading) - (0.0 if reading.value == 1 else 0.9)
    if entry.indent > above.indent + _DEEPER:
        gain += 0.3
    elif entry.indent < above.indent - _DEEPER:
        gain -= 0.5
    if ends_in(above.text, ":"):
        gain += 0.3
    if entry.block.bold and not above.block.bold:
        gain -= 0.7
    if reading.style == "number" and parent.style == "item" and entry.ends_sentence:
        gain -= _SENTENCE  # below "Item 3", what has a number and a stop is a paragraph
    if reading.style in GROUP_STYLES:
        gain -= 0.5  # capitals more often head a group than sub-items
    return gain


def only_child(level: Level) -> float:
    """What it costs to leave a level that has one item: who divides has two parts."""
    return 0.7 if level.size == 1 else 0.0


def _gain(entry: Entry, reading: Reading) -> float:
    gain = 0.7 if reading.noisy else 1.0
    gain -= _SENTENCES[entry.breaks] + (_SENTENCE if entry.sentence else 0.0)
    gain -= next((loss for length, loss in _LENGTHS if len(entry.text) > length), 0.0)
    if not entry.text:
        gain -= 0.5
    return gain


def _gap(step: int, *, noisy: bool) -> float:
    if step == 1:
        return 0.0
    if noisy:
        return 2.0
    return 0.4 if step <= _STEP else 0.8
