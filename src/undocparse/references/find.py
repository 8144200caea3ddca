"""Finds all references of a document and says what each points at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from undocparse.languages.loader import FALLBACK, LANGUAGES
from undocparse.model.place import Where
from undocparse.model.references import Reference
from undocparse.references.adopted import find_adopted, find_farther
from undocparse.references.anaphora import find_anaphors, resolve
from undocparse.references.authorities import bodies
from undocparse.references.context import Findings, Meeting, Passage
from undocparse.references.documents import find_documents
from undocparse.references.links import link_of
from undocparse.references.mentions import Item, Mention
from undocparse.references.numbered import find_numbered
from undocparse.references.owners import Owners
from undocparse.references.pinpoints import pinpoint_reader
from undocparse.references.reading import Reader, Reading
from undocparse.references.treaties import attribute_article, find_article
from undocparse.references.vocabulary import adopted_kind, head_pattern, may_have_heads, reference_words

_ADOPTED = frozenset({"resolution", "decision", "recommendation"})


def find_references(passages: Sequence[Passage], meeting: Meeting) -> list[Reference]:
    """Every reference of a document, in document order.

    Args:
        passages: the strings of the model in which references are looked for.
        meeting: whose document it is.

    Returns:
        One reference a mention and target; `passage.text[start:end]` is its `text`.
    """
    return list(read_references(passages, meeting).references)


def find_in(text: str, language: str) -> list[Reference]:
    """Every reference of one text that belongs to no meeting.

    Args:
        text: any text.
        language: BCP 47 primary subtag.
    """
    return find_references([Passage(text, "text")], Meeting(language))


def read_references(passages: Sequence[Passage], meeting: Meeting) -> Findings:
    """As `find_references`, and the anaphora that stay open."""
    language = meeting.language if meeting.language in LANGUAGES else FALLBACK
    document = Reader(passages, meeting, language)
    for reading in document.readings:
        reading.mentions = _mentions(reading, meeting.symbol)
    _attribute(document)
    resolve(document)
    found = [one for reading in document.readings for one in _references(reading, meeting.language)]
    resolved = tuple(one for one in found if one.number is not None)
    return Findings(resolved, tuple(one for one in found if one.number is None))


def _mentions(reading: Reading, own_symbol: str | None) -> list[Mention]:
    """What the grammar finds in one passage, in order."""
    mentions: list[Mention] = []
    headed = may_have_heads(reading.text, reading.language)
    if not headed and "/" not in reading.text:
        return mentions
    if headed:
        first = reference_words(reading.language).before_number == ""
        mentions.extend(_headed(reading) if first else find_numbered(reading))
    mentions.extend(find_documents(reading, own_symbol))
    mentions.extend(find_anaphors(reading))
    mentions.sort(key=lambda mention: mention.start)
    _set_brackets(reading.text, mentions)
    return mentions


def _set_brackets(text: str, mentions: list[Mention]) -> None:
    """Says of each mention, in order, whether it stands in brackets."""
    opening = closing = -1
    seen = 0
    for mention in mentions:
        opening = max(opening, text.rfind("(", seen, mention.start))
        closing = max(closing, text.rfind(")", seen, mention.start))
        mention.bracketed, seen = opening > closing, mention.start


def _headed(reading: Reading) -> list[Mention]:
    """What words such as "resolutions" and "article" begin."""
    mentions: list[Mention] = []
    others: list[re.Match[str]] = []
    for head in head_pattern(reading.language).finditer(reading.text):
        mention = None
        if head["near"] is not None:
            mention = find_adopted(reading, head) if adopted_kind(head) else find_article(reading, head)
        if mention:
            mentions.append(mention)
        else:
            others.append(head)
    return [*mentions, *find_farther(reading, others, mentions)]


def _attribute(document: Reader) -> None:
    """Finds the body or instrument of every mention: from what stands beside it first, then from the rest."""
    owners = Owners(document)
    adopted = []
    for index, reading in enumerate(document.readings):
        for mention in reading.mentions:
            if mention.kind in ("article", "rule"):
                attribute_article(document, index, mention)
            elif mention.kind in _ADOPTED and not mention.anaphor:
                if not mention.explicit:
                    owners.attribute_beside(index, mention)
                _take_pinpoints(reading, mention)
                adopted.append((index, mention))
    for index, mention in adopted:
        owners.attribute_elsewhere(index, mention)
    doubtful = {id(mention) for _, mention in adopted if _doubtful(mention)}
    for index in {index for index, mention in adopted if id(mention) in doubtful}:
        reading = document.readings[index]
        reading.mentions = [mention for mention in reading.mentions if id(mention) not in doubtful]


def _take_pinpoints(reading: Reading, mention: Mention) -> None:
    if not mention.pinpoints:
        mention.pinpoints, mention.phrase = pinpoint_reader(reading.language).before(
            reading.text, mention.phrase
        )


def _doubtful(mention: Mention) -> bool:
    """Whether the number alone could be anything: "resolution 300 of", "decision point 6.5"."""
    shape = mention.items[0].shape
    if shape == "bare" and mention.kind == "resolution":
        return not mention.explicit or mention.body is None
    if shape == "point" and mention.kind == "resolution" and mention.items[0].number[0].isdigit():
        body = bodies().get(mention.items[0].body or mention.body or "")
        return "CoP" not in mention.items[0].number and (body is None or "point" not in body.shapes)
    return False


def _references(reading: Reading, language: str) -> Iterator[Reference]:
    for mention in reading.mentions:
        for position, item in enumerate(mention.items or [Item("", "", mention.start, mention.end)]):
            start = mention.start if position == 0 and not item.listed else item.start
            yield from _spread(reading, mention, item, start, language)


def _spread(reading: Reading, mention: Mention, item: Item, start: int, language: str) -> Iterator[Reference]:
    """One reference a paragraph pointed at."""
    passage = reading.passage
    for index, pinpoint in enumerate(item.pinpoints or mention.pinpoints or (None,)):
        where = Where(
            section=passage.section,
            items=passage.items,
            page=passage.page,
            path=passage.path,
            start=start,
            end=item.end,
        )
        yield Reference(
            kind=mention.kind,
            number=item.number or None,
            body=item.body or mention.body,
            pinpoint=pinpoint,
            text=passage.text[start : item.end],
            via="anaphora" if mention.anaphor else "list" if item.listed or index else "explicit",
            uri=link_of(mention.kind, item.number, item.body or mention.body, language),
            title=passage.text[slice(*item.title)] if item.title else None,
            session=mention.session,
            date=item.date,
            where=where,
        )
