"""Labels the whole stretch of a list at once: items of all levels, headings, what stands between, the end.

Dynamic programming over entries. A state is the open levels of the list (which number, which letter); of all
ways to reach a state only the best is kept, and of all states only those that are not far behind the best. So
each entry costs a handful of steps, however long the list is, and a number that fits by chance does not lead
astray: what matters is whether the list goes on behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from undocparse.layout.endings import begins_anew, ends_in
from undocparse.sections.agenda.entries import Entry
from undocparse.sections.agenda.evidence import (
    LEFT_OUT,
    RESTART,
    SAME_INDENT,
    SOFT,
    SOFT_LIMIT,
    Level,
    cost,
)
from undocparse.sections.agenda.readings import GROUP_STYLES, TOP_STYLES, Reading
from undocparse.sections.agenda.slots import Slot, first_slot, slots
from undocparse.sections.agenda.titles import clean_title
from undocparse.sections.agenda.words import ListWords

Role = Literal["item", "group", "continuation", "between"]

_BEHIND = 3.5  # states so far behind the best one are given up
_STATES = 8
_PATIENCE = 0.5  # items; a list without a heading that pays so badly is none
_LABELLED_GROUP, _EMPHATIC_GROUP, _BARE_GROUP = 0.9, 0.7, 0.4  # a heading that an item follows
_GOOD = 0.5  # a heading gains nothing from an item that hardly fits
_LONG_GROUP = 400  # characters


class Step(NamedTuple):
    """What an entry is in a labelling, and the step before it.

    Attributes:
        at: index of the entry.
        role: what it is.
        depth: of an item.
        key: of an item.
        reading: of an item.
        before: the step of an earlier entry.
    """

    at: int
    role: Role
    depth: int = 0
    key: str = ""
    reading: Reading | None = None
    before: Step | None = None


@dataclass(frozen=True, slots=True)
class Labelling:
    """The best labelling of a stretch.

    Attributes:
        steps: in order, from the first item to the last one.
        score: what speaks for it; an item that fits in all respects counts one.
    """

    steps: tuple[Step, ...]
    score: float

    @property
    def last(self) -> int:
        """Index of the entry of the last item."""
        return self.steps[-1].at


@dataclass(slots=True)
class _State:
    """A way to read the list so far.

    Attributes:
        score: sum of the gains, up to the last item.
        soft: cost of what was passed over since, of kinds that may stand in any number.
        hard: cost of other entries passed over since.
        path: the open levels.
        step: the last step.
        tail: the entry that the title of the last item ends with.
        pending: what the last group heading gains if an item follows.
        worth: what the state is worth where an item follows.
    """

    score: float
    path: tuple[Level, ...]
    step: Step
    tail: Entry
    soft: float = 0.0
    hard: float = 0.0
    pending: float = 0.0
    worth: float = field(init=False)

    def __post_init__(self) -> None:
        self.worth = self.score - (self.soft if self.soft < SOFT_LIMIT else SOFT_LIMIT) - self.hard

    def passing(self, step: Step, *, soft: float = 0.0, hard: float = 0.0, pending: float = 0.0) -> _State:
        """The state with an entry more that is no item."""
        held = pending or self.pending
        return _State(self.score, self.path, step, self.tail, self.soft + soft, self.hard + hard, held)

    def continued(self, step: Step, tail: Entry) -> _State:
        """The state with more of the last title."""
        return _State(self.score, self.path, step, tail, self.soft + 0.05, self.hard, self.pending)


def label(
    entries: Sequence[Entry], start: int, reading: Reading, known: ListWords, *, patience: float = _PATIENCE
) -> Labelling:
    """The best labelling of the list whose first item is the entry at `start`.

    Args:
        entries: of the whole document.
        start: index of the first item.
        reading: what its label means.
        known: words of the language.
        patience: how far below nothing a reading may fall before it is given up.
    """
    first = first_slot(entries[start], reading)
    step = Step(start, "item", 0, first.level.key, reading)
    best = _State(first.gain, (first.level,), step, entries[start])
    states = [best] if best.score > 0 or patience > _PATIENCE else []
    for index in range(start + 1, len(entries)):
        if not states:
            break
        entry = entries[index]
        if best.step.at > start and _is_title_again(entry, reading):
            break
        if not entry.readings:
            states = [s for s in (_passed(s, index, entry, known) for s in states) if s.worth > -patience]
            continue
        states = [s for s in _advance(states, index, entry, known) if s.worth > -patience]
        best = max((best, *(s for s in states if s.step.at == index and s.step.role == "item")), key=_score)
    return Labelling(_walk(best.step), best.score)


def _is_title_again(entry: Entry, first: Reading) -> bool:
    """Whether a line has the title of the first item again: the list is over, its annotations begin.

    A sub-item may have the title of its item, so that of another level is none.
    """
    if entry.readings and not any(
        one.value == first.value and one.style in TOP_STYLES for one in entry.readings
    ):
        return False
    text = entry.readings[0].title if entry.readings else entry.text
    if not text or abs(len(text) - len(first.title)) > 2:
        return False
    return clean_title(text).casefold() == clean_title(first.title).casefold()


def _score(state: _State) -> float:
    return state.score


def _walk(step: Step) -> tuple[Step, ...]:
    steps: list[Step] = []
    link: Step | None = step
    while link is not None:
        steps.append(link)
        link = link.before
    return tuple(reversed(steps))


def _advance(states: Sequence[_State], index: int, entry: Entry, known: ListWords) -> list[_State]:
    """The states behind a label: it is the next item of some, and passed over by others."""
    reached: dict[tuple[str, ...], _State] = {}
    for state in states:
        after = list(_taken(state, index, entry))
        dearer = LEFT_OUT if any(one.score > state.worth for one in after) else 0.0
        dearer += RESTART if _begins_again(entry, state.path[0]) else 0.0
        for one in (*after, _passed(state, index, entry, known, dearer)):
            key = tuple([level.key for level in one.path])
            if key not in reached or one.worth > reached[key].worth:
                reached[key] = one
    alive = sorted(reached.values(), key=lambda one: one.worth, reverse=True)
    return [one for one in alive[:_STATES] if one.worth > alive[0].worth - _BEHIND]


def _begins_again(entry: Entry, top: Level) -> bool:
    """Whether a label is the first of the first level once more, and stands no deeper."""
    restarts = any(one.style == top.style and one.value == 1 and not one.noisy for one in entry.readings)
    return restarts and entry.indent <= top.entry.indent + SAME_INDENT


def _taken(state: _State, index: int, entry: Entry) -> Iterator[_State]:
    """The state with the entry as its next item, in each place that it may take."""
    for slot in slots(entry, state.path):
        pending = state.pending if slot.depth == 0 and slot.gain > _GOOD else 0.0
        step = Step(index, "item", slot.depth, slot.level.key, slot.reading, state.step)
        yield _State(state.worth + slot.gain + pending, _opened(state, slot), step, entry)


def _opened(state: _State, slot: Slot) -> tuple[Level, ...]:
    return (*state.path[: slot.depth], slot.level)


def _passed(state: _State, index: int, entry: Entry, known: ListWords, dearer: float = 0.0) -> _State:
    """The state with the entry passed over: a heading, more of a title, or something between two items."""
    before = state.step
    if _continues(state, entry, known):
        return state.continued(Step(index, "continuation", before=before), entry)
    pending = _group_gain(state, entry)
    if pending > state.pending:
        return state.passing(Step(index, "group", before=before), soft=0.1, hard=dearer, pending=pending)
    step = Step(index, "between", before=before)
    if entry.kind in SOFT:
        return state.passing(step, soft=cost(entry), hard=dearer)
    return state.passing(step, hard=cost(entry) + dearer)


def _continues(state: _State, entry: Entry, known: ListWords) -> bool:
    """Whether the title before goes on: after a page or column, or where a line end was taken for its end."""
    if entry.readings or entry.kind not in {"plain", "prose", "document", "remark"}:
        return False
    before = state.tail
    if state.step.role not in {"item", "continuation"} or entry.emphatic != before.emphatic:
        return False
    return goes_on(before.blocks[-1].text, entry.block.text, known)


def goes_on(before: str, text: str, known: ListWords) -> bool:
    """Whether a title that ends so goes on with this text."""
    if text[:1].islower():
        return before[-1:] not in ".;"
    if text[:1] == "(" or (text[:1].isdigit() and not text.isdigit()):
        return before[-1:] not in ".;:"
    last = before.rsplit(maxsplit=1)[-1].casefold() if before else ""
    return (
        last in known.open_ends or before.endswith((",", "-", "–")) or before.count("(") > before.count(")")
    )


def _group_gain(state: _State, entry: Entry) -> float:
    """What a heading over the next items gains if one follows; 0 for what is none."""
    if len(entry.text) > _LONG_GROUP or entry.breaks or ends_in(entry.text, ";,"):
        return 0.0
    if entry.readings:
        return _LABELLED_GROUP if _heads_group(state, entry) else 0.0
    if entry.kind != "plain" or not begins_anew(entry.text):
        return 0.0
    top = state.path[0].entry
    if entry.emphatic and not top.emphatic:
        return _EMPHATIC_GROUP
    outside = entry.indent <= top.indent + 12.0 or entry.block.first.centred
    return _BARE_GROUP if outside and not entry.ends_sentence else 0.0


def _heads_group(state: _State, entry: Entry) -> bool:
    """Whether "A." or "I." is another style than that of the items."""
    styles = {reading.style for reading in entry.readings if not reading.noisy}
    return bool(styles & GROUP_STYLES) and state.path[0].style not in styles
