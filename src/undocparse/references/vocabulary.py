"""The words of cross-references in one language, and the expressions made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from undocparse.languages.loader import words
from undocparse.languages.matching import letter, one_of, without_vowels
from undocparse.languages.script import script
from undocparse.model.place import Model
from undocparse.model.references import ReferenceKind


class ReferenceWords(Model):
    """Table `[references]` of a language's data file.

    Attributes:
        resolution: forms of the word; so `decision`, `recommendation`, `article`, `rule`.
        rules_of_procedure: what makes an article a rule.
        said_rules: the rules of procedure named before.
        not_before_rule: words before "rule" that make it something else ("staff rule 4.1").
        several: the plural forms, which may govern a list of bare numbers.
        draft: before the word: what follows is a document.
        number_mark: between word and number.
        and_: between the members of a list. to: between the ends of a range.
        of: between a paragraph and what it is a paragraph of.
        linking: words that may stand between a number and the name of the body that adopted it.
        which: words that may stand between a number and the body in "in which the Assembly".
        the: articles and possessives. own: possessives alone.
        owned: words for resolutions and decisions that say "its" themselves.
        latter: "of the latter".
        paragraph: words for paragraphs; so `subparagraph`, `section`, `annex`, `chapter`.
        same: before the word: an earlier one is meant; `same_after`: behind the word.
        another: before the word without number: one that has no number.
        acting: before the resolution by which a body acts ("In its resolution …, the Council decided").
        subordinate: before one that is mentioned by the way ("recalling …").
        thereof: the instrument named before.
        first: how article 1 may be written.
        such_as: before numbers that stand for others: "resolutions on the Sudan, in particular 1591 (2005)".
        about: before a subject. entitled: before a title. dated: before a date. adopted: stem of the verb.
        at_session: before the session.
        session: the word.
        parties_to: between "Conference of the Parties" and its treaty.
        declined: whether names are declined, so that no word need stand between a noun and its body.
        organ_of: after the short name of a body: another body is meant ("the Council of Europe").
        determiners: capitalized words that are no part of a body's name.
        abbreviations: words whose full stop ends no sentence.
        before_number: what begins a number that stands before its noun ("第" of "第60/251号决议"); so
            `after_number`. Empty where the noun comes first.
        letters: words for the letters of parts ("47/120 ألف" is 47/120 A).
        series: marks of sessions within numbers, with those of English ("دإ-24/2" is S-24/2).
    """

    resolution: tuple[str, ...]
    decision: tuple[str, ...]
    recommendation: tuple[str, ...]
    article: tuple[str, ...]
    rule: tuple[str, ...]
    rules_of_procedure: tuple[str, ...]
    said_rules: tuple[str, ...]
    not_before_rule: tuple[str, ...]
    several: frozenset[str]
    draft: tuple[str, ...]
    number_mark: tuple[str, ...]
    and_: tuple[str, ...]
    to: tuple[str, ...]
    of: tuple[str, ...]
    linking: frozenset[str]
    which: frozenset[str]
    the: tuple[str, ...]
    own: tuple[str, ...]
    owned: frozenset[str]
    latter: tuple[str, ...]
    paragraph: tuple[str, ...]
    subparagraph: tuple[str, ...]
    section: tuple[str, ...]
    annex: tuple[str, ...]
    chapter: tuple[str, ...]
    same: tuple[str, ...]
    same_after: tuple[str, ...]
    another: tuple[str, ...]
    acting: tuple[str, ...]
    subordinate: tuple[str, ...]
    thereof: tuple[str, ...]
    first: tuple[str, ...]
    such_as: tuple[str, ...]
    about: tuple[str, ...]
    entitled: tuple[str, ...]
    dated: tuple[str, ...]
    adopted: tuple[str, ...]
    at_session: tuple[str, ...]
    session: tuple[str, ...]
    parties_to: tuple[str, ...]
    declined: bool
    organ_of: tuple[str, ...]
    determiners: frozenset[str]
    abbreviations: frozenset[str]
    before_number: str
    after_number: str
    letters: dict[str, str]
    series: dict[str, str]

    model_config = Model.model_config | {"alias_generator": lambda name: name.rstrip("_")}


def reference_words(language: str) -> ReferenceWords:
    """The words of a language; English ones for a language without data: symbols need no words."""
    table: ReferenceWords = words(language, "references", ReferenceWords)
    return table


_APOSTROPHE = r"(?:\s?[’'‘`´]\s?|\s)"


def alternatives(forms: Iterable[str], *, capitalized: bool = False) -> str:
    """An expression for any of the forms; any space is a blank, any sign or none an apostrophe.

    Args:
        forms: words and phrases as the data file has them.
        capitalized: whether the first letter may be a capital.
    """
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return f"(?:{one_of([_flexible(form, capitalized) for form in ordered])})" if ordered else "(?!)"


def _flexible(form: str, capitalized: bool) -> tuple[str, ...]:
    head, tail = form[0], form[1:]
    start = f"[{head}{head.upper()}]" if capitalized and head.upper() != head else letter(head)
    pieces = (
        r"\s+" if c.isspace() else _APOSTROPHE if c in "’'" else "[-‐‑]" if c == "-" else letter(c)
        for c in tail
    )
    return (start, *pieces)


def of_the(language: str) -> str:
    """An expression for "of the", which languages that decline names do without."""
    table = reference_words(language)
    lacking = "?" if table.declined else ""
    return rf"(?:{alternatives(table.of)}\s*){lacking}(?:{alternatives(table.the)}\s*)?"


_KINDS: tuple[ReferenceKind, ...] = ("resolution", "decision", "recommendation", "article", "rule")


def may_have_heads(text: str, language: str) -> bool:
    """Whether a text has any word that `head_pattern` looks for: most texts have none, and end here."""
    low = without_vowels(text.casefold())
    for word in _head_words(language):  # noqa: SIM110 - a generator takes twice as long as the search
        if word in low:
            return True
    return False


@cache
def _head_words(language: str) -> tuple[str, ...]:
    table = reference_words(language)
    forms = sorted({form.casefold() for kind in _KINDS for form in getattr(table, kind)}, key=len)
    return tuple(form for i, form in enumerate(forms) if not any(short in form for short in forms[:i]))


@cache
def head_pattern(language: str) -> re.Pattern[str]:
    """A word such as "resolutions" or "Art.", with the word for draft and the number mark.

    The named group that matched is the kind; the group `near` tells that a number may stand right behind.
    """
    table = reference_words(language)
    writing = script(language)
    forms = {kind: writing.spread(getattr(table, kind)) for kind in _KINDS}
    kinds = "|".join(
        f"(?P<{kind}>{alternatives(form, capitalized=True)})" for kind, form in forms.items() if form
    )
    mark = alternatives(table.number_mark)
    draft = alternatives(table.draft, capitalized=True)
    begins = rf"[\d(]|[A-Z\[-]|{alternatives([*table.first, *table.series])}"
    return re.compile(
        rf"{writing.before}(?:(?P<draft>{draft})\s+)?(?:{kinds})"
        rf"(?:(?P<mark>\s*{mark})?(?:\s+|(?<=\.))(?={begins})(?P<near>)|(?=[\s,]))"
    )


def adopted_kind(head: re.Match[str]) -> ReferenceKind | None:
    """Resolution, decision or recommendation, by a match of `head_pattern`; None for articles and rules."""
    return next((kind for kind in _KINDS[:3] if head[kind]), None)
