"""Finds the agenda among all numbered lists of a document, and says what is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2

from undocparse.layout.blocks import Block
from undocparse.model.diagnostics import Diagnostic
from undocparse.sections.agenda.candidates import Candidate, Head, candidates
from undocparse.sections.agenda.entries import Entry, entries_of
from undocparse.sections.agenda.headings import from_headings
from undocparse.sections.agenda.labelling import Step
from undocparse.sections.agenda.titles import clean_title
from undocparse.sections.agenda.tree import AgendaList, tree
from undocparse.sections.agenda.words import ListWords, list_words

_USUAL_TITLE = 110  # characters on average; a list without a heading above it may not have longer ones
_LONG_TITLE = 450  # characters
_LEAD = 3  # entries; so few lead in to the list below the heading of its part
_LATE = 8.0  # a list that begins with another number is less likely the one, if there is one that does not
_HEADED, _FIT, _SIZE = 6.0, 8.0, 4.0
"""What a heading above a list, the fit of its items, and twice as many items are worth in comparison."""


def find_agenda(
    blocks: Sequence[Block], language: str, *, titled: bool = False, least: Head = Head.NONE
) -> tuple[AgendaList | None, list[Diagnostic]]:
    """The list of agenda items among these blocks.

    Every place where a numbered list begins is tried; the one for which most speaks is taken: a heading above
    it that names an agenda, and many items that fit each other.

    Args:
        blocks: of the whole document below the masthead, timetable left out.
        language: BCP 47 subtag.
        titled: whether the document's own title names an agenda.
        least: what must stand above the list at the least; above NONE, headings do not stand in for a list.

    Returns:
        The list, or None where there is none; and what had to be deduced.
    """
    known = list_words(language)
    entries = entries_of(blocks, known)
    found = [c for c in candidates(entries, known, titled=titled) if _reads_like_titles(c, entries)]
    found = [c for c in found if c.head >= least]
    best = max(found, key=_worth, default=None)
    agenda = _agenda_list(best, entries, blocks, known) if best else None
    of_sentences = best is not None and _is_of_sentences(best, entries)
    if least > Head.NONE or (best and not of_sentences and not _holds_text(best)):
        return agenda, []
    headings = from_headings(entries, known, titled=titled)
    least_gain = 0 if best and _annotates(best, entries, known) else 1
    if headings is None or (agenda and not of_sentences and not _goes_further(headings, agenda, least_gain)):
        return agenda, []
    message = "The document has no list of items: its headings were taken as the agenda."
    return headings, [Diagnostic(code="agenda-from-headings", severity="info", message=message)]


def _is_of_sentences(candidate: Candidate, entries: Sequence[Entry]) -> bool:
    """Whether half of the items are sentences: numbered paragraphs of an introduction, as it seems."""
    items = candidate.items
    return 2 * sum(entries[step.at].sentence for step in items) >= len(items)


def _holds_text(candidate: Candidate) -> bool:
    """Whether about as much stands between items as there are items: they may be headings of annotations."""
    between = sum(step.role == "between" for step in candidate.labelling.steps)
    return between >= len(candidate.items) - 1


def _annotates(candidate: Candidate, entries: Sequence[Entry], known: ListWords) -> bool:
    """Whether running text stands behind most items: they are the headings of annotations, and no list."""
    between = (entries[step.at] for step in candidate.labelling.steps if step.role == "between")
    text = sum(entry.is_text or (entry.ends_sentence and known.says(entry.text)) for entry in between)
    return 2 * text >= sum(step.depth == 0 for step in candidate.items)


def _goes_further(headings: AgendaList, agenda: AgendaList, least_gain: int) -> bool:
    """Whether headings are all items of a list and so many more: the list ended where the text grew long."""
    items = {id(node.blocks[0]) for node in agenda.walk()}
    headed = {id(node.blocks[0]) for node in headings.walk()}
    return items <= headed and len(headed) >= len(items) + least_gain


def _worth(candidate: Candidate) -> float:
    items = len(candidate.items)
    late = _LATE if candidate.items[0].key not in {"1", "1.1", "1.a", "I", "A"} else 0.0
    return _HEADED * candidate.head + _FIT * candidate.labelling.score / items + _SIZE * log2(items) - late


def _reads_like_titles(candidate: Candidate, entries: Sequence[Entry]) -> bool:
    """Numbered paragraphs are no agenda: titles are short, and hold no two sentences."""
    items = candidate.items
    if candidate.head == Head.NONE and not _runs_on(items):
        return False
    if candidate.labelling.score < 0.4 * len(items):
        return False
    texts = [step.reading.title.strip() for step in items if step.reading]
    odd = sum(1 for s in items if entries[s.at].breaks or len(entries[s.at].text) > _LONG_TITLE)
    if candidate.head == Head.NONE and sum(map(len, texts)) > _USUAL_TITLE * len(texts):
        return False
    return 4 * odd <= len(texts) and 3 * texts.count("") <= len(texts)


def _runs_on(items: Sequence[Step]) -> bool:
    """Whether most numbers follow each other: without a heading, numbers that skip are a matter of chance."""
    top = [s.reading for s in items if s.depth == 0 and s.reading]
    if top and top[0].style == "bracket":
        return True
    return 4 * sum(1 for a, b in pairwise(top) if b.value > a.value + 1) < len(top)


def _heads_above(entries: Sequence[Entry], first: int, known: ListWords) -> Iterator[int]:
    """More headings of the list above its own or above the paragraph that leads in to it (E/1997/100)."""
    for at in range(max(first - _LEAD, 0), first):
        if known.heads_list(entries[at].block) and not entries[at].ends_sentence:
            yield at


def _agenda_list(
    candidate: Candidate, entries: Sequence[Entry], blocks: Sequence[Block], known: ListWords
) -> AgendaList:
    group = clean_title(candidate.group) if candidate.group else None
    nodes = tree(entries, candidate.labelling, group)
    first, last = entries[candidate.first].first, entries[candidate.labelling.last].last
    while any(block.leads_to for block in blocks[last : last + 2]):
        last += 1  # a table of contents may go on with entries that are no items (the annex)
    found = AgendaList(nodes, first=first, last=last)
    beneath = {id(block) for node in found.walk() for block in node.beneath}
    heads = [entries[at].block for at in _heads_above(entries, candidate.first, known)]
    found.blocks = [*heads, *(block for block in blocks[first:last] if id(block) not in beneath)]
    return found
