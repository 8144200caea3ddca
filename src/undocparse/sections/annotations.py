"""The annotations: paragraphs, documents and actions under each aligned heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from undocparse.languages import words
from undocparse.languages.matching import alternatives, folded
from undocparse.layout.blocks import Block
from undocparse.model.annotations import Action, Annotation, ListedDocument, Paragraph, ParagraphKind
from undocparse.model.place import Model
from undocparse.sections.alignment import Heading
from undocparse.symbols import find as find_symbols

_LONG_HEADING = 200  # characters
_SHORT_PROSE = 100  # characters; shorter ones are captions and entries
_LONG_CONTACT = 140  # characters
_CONTACT_END = re.compile(r"@|\+?\d[\d ().-]{6,}$")


class AnnotationWords(Model):
    """How a language marks the parts of an annotation.

    Attributes:
        annotations: headings over all annotations.
        introduction: headings over what precedes the first item.
        documentation: headings of document lists.
        no_documents: what such a list says when it is empty.
        decision: tags that ask for a decision.
        information: tags that do not.
        contact: words of a line that heads a contact block.
        kinds: phrases that tell what a paragraph does, by kind; the first kind that has one decides.
    """

    annotations: tuple[str, ...]
    introduction: tuple[str, ...]
    documentation: tuple[str, ...]
    no_documents: tuple[str, ...]
    decision: tuple[str, ...]
    information: tuple[str, ...]
    contact: tuple[str, ...]
    kinds: dict[ParagraphKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Patterns:
    documentation: frozenset[str]
    over_all: frozenset[str]
    no_documents: re.Pattern[str]
    tag: re.Pattern[str]
    contact: re.Pattern[str]
    kinds: tuple[tuple[ParagraphKind, re.Pattern[str]], ...]


@dataclass(slots=True)
class _Draft:
    """An annotation while its blocks are read."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    documents: list[ListedDocument] = field(default_factory=list)
    action: Action | None = None
    sub_heading: str | None = None
    listing: bool = False
    contact: bool = False


def read_annotations(
    headings: Sequence[Heading], blocks: Sequence[Block], before: Sequence[Block], language: str
) -> tuple[tuple[Annotation, ...], list[Block]]:
    """Annotations in document order, and the blocks that they took.

    Args:
        headings: as aligned with `blocks`.
        blocks: what follows the list of items.
        before: what stands between the title and the list.
        language: BCP 47 subtag.

    Returns:
        The annotations; contact blocks are none of theirs and stay with the rest.
    """
    known = _patterns(language)
    if not headings:
        return _introduction_alone([*before, *blocks], known)
    found: list[Annotation] = []
    taken: list[Block] = []
    introduction, used = _read([*before, *blocks[: headings[0].first]], known)
    if introduction.paragraphs or introduction.documents:
        found.append(_annotation(introduction))
    taken.extend(used)
    ends = [*(heading.first for heading in headings[1:]), len(blocks)]
    for heading, end in zip(headings, ends, strict=True):
        draft, used = _read(blocks[heading.last : end], known)
        taken.extend([*blocks[heading.first : heading.last], *used])
        found.append(_annotation(draft, heading, blocks[heading.first]))
    return tuple(found), taken


def _introduction_alone(
    blocks: Sequence[Block], known: _Patterns
) -> tuple[tuple[Annotation, ...], list[Block]]:
    """Without annotated headings the prose around the list introduces the agenda; the rest is not touched."""
    prose = [block for block in blocks if block.ends_sentence and len(block.text) > _SHORT_PROSE]
    draft, taken = _read(prose, known)
    return ((_annotation(draft),), taken) if draft.paragraphs else ((), [])


def _annotation(draft: _Draft, heading: Heading | None = None, block: Block | None = None) -> Annotation:
    return Annotation(
        items=heading.keys if heading else (),
        heading=heading.text if heading else None,
        title_similarity=heading.title_similarity if heading else None,
        paragraphs=tuple(draft.paragraphs),
        documents=tuple(draft.documents),
        action=draft.action,
        place=block.place if block else None,
    )


def _read(blocks: Iterable[Block], known: _Patterns) -> tuple[_Draft, list[Block]]:
    draft = _Draft()
    taken: list[Block] = []
    for block in blocks:
        if _is_contact(block, draft, known):
            continue
        taken.append(block)
        _read_block(block, draft, known)
    return draft, taken


def _read_block(block: Block, draft: _Draft, known: _Patterns) -> None:
    """One block: a heading of a list, a tag, an entry, a sub-heading or a paragraph."""
    name = folded(block.body.strip(" :.")) if len(block.text) < _LONG_HEADING else ""
    if name in known.documentation:
        draft.listing = True
    elif name in known.over_all:
        draft.listing = False
    elif match := known.tag.match(block.text):
        draft.action = draft.action or ("decision" if match["decision"] else "information")
        draft.documents.extend(_listed(block, untitled=True))
    elif _is_sub_heading(block):
        draft.listing, draft.sub_heading = False, block.text
    elif draft.listing and _is_listed(block):
        if not known.no_documents.match(block.body):
            draft.documents.extend(_listed(block))
    else:
        draft.listing = False
        draft.paragraphs.append(_paragraph(block, draft, known))


def _is_contact(block: Block, draft: _Draft, known: _Patterns) -> bool:
    """Names, posts and addresses after a line such as "Focal point:"."""
    if block.text.endswith(":") and len(block.text) < _LONG_CONTACT and known.contact.search(block.text):
        draft.contact = True
        return True
    if draft.contact and not block.bold and block.label is None and not known.tag.match(block.text):
        addressed = bool(_CONTACT_END.search(block.text)) and len(block.text) < 2 * _LONG_CONTACT
        if addressed or (len(block.text) < _LONG_CONTACT and not block.text.endswith((".", ":"))):
            return True
    draft.contact = False
    return False


def _is_sub_heading(block: Block) -> bool:
    emphatic = block.bold or block.first.italic
    return emphatic and len(block.text) < _LONG_HEADING and not block.text.endswith((".", ";", ","))


def _is_listed(block: Block) -> bool:
    """Entries of a document list are no numbered paragraphs and hold no two sentences without a symbol."""
    if block.label is not None and block.label.kind == "decimal":
        return False
    has_symbol = next(iter(find_symbols(block.body.strip())), None) is not None
    return has_symbol or len(re.findall(r"[a-zà-ÿ]{3,}\. [A-ZÀ-Ý]", block.text)) < 1


def _listed(block: Block, *, untitled: bool = False) -> Iterator[ListedDocument]:
    text = block.body.strip()
    symbols = list(dict.fromkeys(str(found.symbol) for found in find_symbols(text)))
    title = None if untitled else _listed_title(text)
    if not symbols and not untitled:
        yield ListedDocument(title=title, text=text, page=block.page)
    for symbol in symbols:
        yield ListedDocument(symbol=symbol, title=title, text=text, page=block.page)


def _listed_title(text: str) -> str | None:
    """The entry without its symbols and what encloses them."""
    for found in reversed(list(find_symbols(text))):
        text = text[: found.start] + text[found.end :]
    bare = re.sub(r"[(\[][^\w]*(?:et|and|[,;\s])*[^\w]*[)\]]\*?", "", text)
    return bare.strip(" .;:,*") or None


def _paragraph(block: Block, draft: _Draft, known: _Patterns) -> Paragraph:
    kind, rule = _kind(block.text, known)
    return Paragraph(
        number=_number(block),
        text=block.body.strip(),
        page=block.page,
        kind=kind,
        rule=rule,
        heading=draft.sub_heading,
        place=block.place,
    )


def _number(block: Block) -> str | None:
    if block.label is None or block.label.kind == "bullet":
        return None
    return block.label.printed.rstrip(".")


def _kind(text: str, known: _Patterns) -> tuple[ParagraphKind | None, str | None]:
    low = text.lower()  # several times as fast as patterns that ignore case
    for kind, pattern in known.kinds:
        if match := pattern.search(low):
            return kind, text[match.start() : match.end()]
    return "background", None


@cache
def _patterns(language: str) -> _Patterns:
    found = words(language, "annotations", AnnotationWords)
    decision, information = alternatives(found.decision), alternatives(found.information)
    return _Patterns(
        documentation=frozenset(map(folded, found.documentation)),
        over_all=frozenset(map(folded, (*found.annotations, *found.introduction))),
        no_documents=re.compile(rf"(?:{alternatives(found.no_documents)})", re.IGNORECASE),
        tag=re.compile(
            rf"[(\[]?(?:(?P<decision>{decision})|{information})[)\]]?\s*(?:$|[:([])", re.IGNORECASE
        ),
        contact=re.compile(rf"\b(?:{alternatives(found.contact)})\b", re.IGNORECASE),
        kinds=tuple(
            (kind, re.compile(rf"(?:{alternatives(map(str.lower, phrases), apart=True)})(?!\w)"))
            for kind, phrases in found.kinds.items()
        ),
    )
