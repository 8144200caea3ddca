"""The words that mark the parts of an annotation, and the patterns made of them once per language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from undocparse.languages import words
from undocparse.languages.matching import alternatives, folded
from undocparse.model.annotations import Action, DocumentStatus, ParagraphKind
from undocparse.model.place import Model

_TAIL = r"(?:\s[^:.]{1,80})?"


class AnnotationWords(Model):
    """How a language marks the parts of an annotation.

    Attributes:
        annotations: headings over all annotations.
        introduction: headings over what precedes the first item.
        documentation: headings of document lists.
        closing: headings of lists of the whole document that stand behind ("list of documents").
        documentation_for: what joins such a heading to what it lists documents for ("for", "relating to").
        no_documents: what such a list says when it is empty.
        documents: kinds of documents; an entry of a list begins with one ("Report of the …").
        determiners: words that a sentence begins with and an entry does not ("The", "This").
        verbs: finite verbs: a text with one is a sentence rather than an entry.
        before_it: what says in a sentence that documents are before the body.
        following: what says that the documents are listed below ("the following documents").
        mentioned: words before a document that is mentioned only ("see").
        joined: words between two documents of one entry ("and", "and its").
        and_: words that join the last document to the others.
        leading: words between what announces a document and its title ("of the").
        decision: tags that ask for a decision.
        information: tags that do not.
        columns: column heads of tables of documents.
        contact: words of a line that heads a contact block.
        personal: titles before a person's name.
        telephone: words before a telephone number.
        email: words before an address.
        status: what says that a document is out or is yet to come.
        kinds: phrases that tell what a paragraph does, by kind; the first kind that has one decides.
    """

    annotations: tuple[str, ...]
    introduction: tuple[str, ...]
    documentation: tuple[str, ...]
    closing: tuple[str, ...]
    documentation_for: tuple[str, ...]
    no_documents: tuple[str, ...]
    documents: tuple[str, ...]
    determiners: tuple[str, ...]
    verbs: tuple[str, ...]
    before_it: tuple[str, ...]
    following: tuple[str, ...]
    mentioned: tuple[str, ...]
    joined: tuple[str, ...]
    and_: tuple[str, ...]
    leading: tuple[str, ...]
    decision: tuple[str, ...]
    information: tuple[str, ...]
    columns: tuple[str, ...]
    contact: tuple[str, ...]
    personal: tuple[str, ...]
    telephone: tuple[str, ...]
    email: tuple[str, ...]
    status: dict[DocumentStatus, tuple[str, ...]]
    kinds: dict[ParagraphKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns of one language.

    Attributes:
        over_all: folded headings that stand over all annotations or the introduction.
        columns: folded column heads of tables of documents.
        closing: the beginning of a heading over a list of the whole document.
        heading: a line that only heads a list of documents.
        heads_line: the same with the list's first documents behind it in one line; `weak` where only a full
            stop parts them.
        no_documents: an entry that says that there are none.
        entry: the beginning of an entry by the kind of document.
        determiner: the beginning of a sentence.
        verb: a finite verb.
        before_it: says in a sentence that documents are before the body.
        following: says that they are listed below.
        mentioned: stands right before a document that is mentioned only.
        joined: all that stands between two documents of one entry.
        shortened: a symbol that leaves its beginning out, behind a whole one ("and Add.1").
        lead: words that lead to a document's title in a sentence.
        empty: brackets that hold nothing when symbols are taken out.
        tag: a line that is "For decision", alone or with symbols behind it.
        action: the same words at the end of an entry.
        status: the status of a document, by a named group.
        contact_head: a word that heads a contact block.
        personal: a title and the name behind it.
        telephone: a word before a telephone number.
        email: a word before an address.
        kinds: in the order in which they are asked.
    """

    over_all: frozenset[str]
    columns: frozenset[str]
    closing: re.Pattern[str]
    heading: re.Pattern[str]
    heads_line: re.Pattern[str]
    no_documents: re.Pattern[str]
    entry: re.Pattern[str]
    determiner: re.Pattern[str]
    verb: re.Pattern[str]
    before_it: re.Pattern[str]
    following: re.Pattern[str]
    mentioned: re.Pattern[str]
    joined: re.Pattern[str]
    shortened: re.Pattern[str]
    lead: re.Pattern[str]
    empty: re.Pattern[str]
    tag: re.Pattern[str]
    action: re.Pattern[str]
    status: re.Pattern[str]
    contact_head: re.Pattern[str]
    personal: re.Pattern[str]
    telephone: re.Pattern[str]
    email: re.Pattern[str]
    kinds: tuple[tuple[ParagraphKind, re.Pattern[str]], ...]


def action_of(match: re.Match[str]) -> Action:
    """What a tag asks for."""
    return "decision" if match["decision"] else "information"


@cache
def lexicon(language: str) -> Lexicon:
    """The patterns of a language.

    Args:
        language: BCP 47 subtag.
    """
    found = words(language, "annotations", AnnotationWords)
    documentation = alternatives(found.documentation)
    tail = rf"(?:\s(?:{alternatives(found.documentation_for)})\b{_TAIL})?"
    asks = rf"(?:(?P<decision>{alternatives(found.decision)})|{alternatives(found.information)})"
    return Lexicon(
        over_all=frozenset(map(folded, (*found.annotations, *found.introduction))),
        columns=frozenset(map(folded, found.columns)),
        closing=_compiled(rf"(?:{alternatives(found.closing)})(?!\w)"),
        heading=_compiled(rf"\W{{0,3}}(?:{documentation}){tail}\W{{0,3}}$"),
        heads_line=_compiled(rf"(?:{documentation}){tail}\s?(?::|(?P<weak>\.)|\.?\s?[–—])\s+(?=\S)"),
        no_documents=_compiled(rf"(?:{alternatives(found.no_documents)})\b"),
        entry=_compiled(
            rf"(?:\W{{0,2}}[\w’'.,-]+\s){{0,4}}?\W{{0,2}}(?:{alternatives(found.documents)})(?!\w)"
        ),
        determiner=_compiled(rf"(?:{alternatives(found.determiners)})(?:(?<=['’])|(?!\w))"),
        verb=_compiled(rf"(?:{alternatives(found.verbs, apart=True)})(?!\w)"),
        before_it=_compiled(rf"(?:{alternatives(found.before_it, apart=True)})(?!\w)"),
        following=_compiled(rf"(?:{alternatives(found.following, apart=True)})(?!\w)"),
        mentioned=_compiled(rf"(?<!\w)(?:{alternatives(found.mentioned)})\W+$"),
        joined=_compiled(rf"[\W_]*(?:(?:{alternatives(found.joined)})[\W_]*)*$"),
        shortened=re.compile(
            rf"(?:,\s*|\s+(?:{alternatives(found.and_)})\s+)"
            r"((?:Add|Corr|Rev)\.\d+(?:/(?:Add|Corr|Rev)\.\d+)?|(?:INF|CRP|WP|L)[./]\d+(?:/(?:Add|Rev)\.\d+)?)"
        ),
        lead=_compiled(rf"\A(?:(?:{alternatives((*found.and_, *found.leading))})(?:\s+|(?<=['’])))+"),
        empty=_compiled(rf"[(\[][\W_]*(?:(?:{alternatives(found.and_)})[\W_]*)*[)\]]\*?"),
        tag=_compiled(rf"[(\[]?{asks}[)\]]?\s*(?:$|[:([])"),
        action=_compiled(rf"[\s,;:([–—-]+{asks}[)\].]*$"),
        status=_compiled(
            "|".join(
                rf"(?P<{status}>{alternatives(phrases, apart=True)})(?!\w)"
                for status, phrases in found.status.items()
            )
        ),
        contact_head=_compiled(rf"\b(?:{alternatives(found.contact)})\b"),
        personal=re.compile(rf"(?:{alternatives(found.personal)})\s+(?=[A-ZÀ-Ý])"),
        telephone=_compiled(rf"\b(?:{alternatives(found.telephone)})(?!\w)\s*:?"),
        email=_compiled(rf"\b(?:{alternatives(found.email)})(?!\w)\s*:?"),
        kinds=tuple(
            (kind, re.compile(rf"(?:{alternatives(map(str.lower, phrases), apart=True)})(?!\w)"))
            for kind, phrases in found.kinds.items()
        ),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
