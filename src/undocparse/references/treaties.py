"""Finds articles of treaties and rules of procedure, in the orders of both languages."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from undocparse.languages.script import script
from undocparse.references.mentions import Item, Mention
from undocparse.references.notation import number_range
from undocparse.references.pinpoints import pinpoint_reader
from undocparse.references.reading import Reader, Reading
from undocparse.references.vocabulary import alternatives, of_the, reference_words

_TOKEN = re.compile(r"\w+")


class ArticleReader:
    """Reads the numbers behind "articles" and "rules", and what they belong to, in one language."""

    def __init__(self, language: str) -> None:
        table = reference_words(language)
        and_, to, of = (alternatives(forms) for forms in (table.and_, table.to, table.of))
        the, first = alternatives(table.the), alternatives(table.first)
        joint = script(language).joint
        self.several = frozenset(form.casefold() for form in table.several)
        self.strangers = tuple(word.casefold() for word in table.not_before_rule)
        self.first = frozenset(table.first)
        bare = r"\d{1,3}+(?:\s?(?:bis|ter|quater))?[A-Z]?(?![\w/]|,\d)|[IVXLC]{1,6}(?![\w’'])"
        inner = r"(?:\.\d{1,2})?(?:\s?\([a-z\d]{1,4}\)|\s?[a-z\d]{1,4}\)){0,3}"
        self.item = re.compile(rf"({first}(?!\w)|{bare})({inner})")
        # "Article 8 International cooperation": the heading of the article itself
        capital = script(language).capital if script(language).cased else "(?!)"
        self.heading = re.compile(rf"(?:{first}|{bare})\s*(?:\Z|{capital})")
        self.separator = re.compile(rf"\s*(?:,\s*(?:{and_}{joint})?|\s{and_}{joint})(?:{the}\s*)?")
        self.range = re.compile(rf"(?:\s+{to}\s+|\s?[-\u2013]\s?)")
        self.of = re.compile(rf"\s*,?\s*{of_the(language)}")
        self.rules = re.compile(rf"\s*(?:\w+\s+)?{alternatives(table.rules_of_procedure)}")
        self.said_rules = re.compile(rf"\s*,?\s*(?:(?:{of})\s*)?{alternatives(table.said_rules)}")
        self.thereof = re.compile(rf"\s*,?\s*{alternatives(table.thereof)}(?!\w)")
        self.rules_name = re.compile(alternatives(table.rules_of_procedure))
        self.own = re.compile(rf"{alternatives(table.own)}\s+(?:\w+\s+)?\Z")


@cache
def article_reader(language: str) -> ArticleReader:
    """The reader of a language."""
    return ArticleReader(language)


def find_article(reading: Reading, head: re.Match[str]) -> Mention | None:
    """The mention that "article", "articles" or "rule" begins; null where no number follows."""
    reader = article_reader(reading.language)
    kind = "rule" if head.groupdict().get("rule") else "article"
    if kind == "rule" and reading.text[max(0, head.start() - 40) : head.start()].rstrip().casefold().endswith(
        reader.strangers or ("\0",)
    ):
        return None
    if head.start() == 0 and reader.heading.match(reading.text, head.end()):
        return None
    items, pinned, end = _items(reading.text, head.end(), reader, head[kind].casefold() in reader.several)
    if not items:
        return None
    start = head.start(kind)
    mention = Mention(kind, start, end, items, start, pinned)  # type: ignore[arg-type]
    pins, behind = pinpoint_reader(reading.language).after(reading.text, end)
    if pins and not pinned and len(items) == 1:
        mention.pinpoints, mention.end = pins, behind
    before, phrase = pinpoint_reader(reading.language).before(reading.text, start)
    if before and not mention.pinpoints:
        mention.pinpoints, mention.phrase = before, phrase
    elif before:
        mention.phrase = phrase
    return mention


def _items(
    text: str, position: int, reader: ArticleReader, several: bool
) -> tuple[list[Item], tuple[str, ...], int]:
    """Numbers, the pinpoint of the only one, and where reading stopped."""
    found = reader.item.match(text, position)
    if not found:
        return [], (), position
    items, end = [_item(found, reader)], found.end()
    pinned = ".".join(_TOKEN.findall(found[2]))
    while several:
        ranged = reader.range.match(text, end)
        gap = ranged or reader.separator.match(text, end)
        found = reader.item.match(text, gap.end()) if gap else None
        if not gap or not found:
            break
        last, item = items[-1], _item(found, reader)
        item.listed = True
        if ranged:
            between = number_range(last.number, item.number)
            items.extend(Item(number, "bare", last.start, item.end, True) for number in between)
        items.append(item)
        end = found.end()
    return items, (pinned,) if pinned and len(items) == 1 else (), end


def _item(found: re.Match[str], reader: ArticleReader) -> Item:
    number = "1" if found[1] in reader.first else " ".join(found[1].split())
    return Item(number, "bare", *found.span())


def attribute_article(document: Reader, index: int, mention: Mention) -> None:
    """Finds the treaty of an article, or whose rules of procedure a rule is in; an article may be a rule."""
    reading = document.readings[index]
    reader = article_reader(reading.language)
    text, end = reading.text, mention.end
    of = reader.of.match(text, end)
    rules = reader.rules.match(text, of.end()) if of else None
    if rules or reader.said_rules.match(text, end) or mention.kind == "rule":
        _becomes_rule(reading, mention)
        named = rules.end() if rules else None
        mention.body = _rules_owner(document, index, mention, named)
        mention.explicit = rules is not None
        return
    if reader.thereof.match(text, end):
        mention.body = _last_treaty(document, index, mention.start)
        return
    mention.body = _treaty(document, index, mention, of.end() if of else None)
    if not mention.explicit and _goes_on_about_rules(reading, mention):
        _becomes_rule(reading, mention)
        mention.body = _rules_owner(document, index, mention, None)


_ANY = ""
"""Stands for any number among those of rules."""


def _becomes_rule(reading: Reading, mention: Mention) -> None:
    mention.kind = "rule"
    for number in (_ANY, *(item.number for item in mention.items)):
        reading.rule_ends[number] = min(reading.rule_ends.get(number, mention.end), mention.end)


def _goes_on_about_rules(reading: Reading, mention: Mention) -> bool:
    """Whether "article 23.3" follows "article 23.1 of the rules of procedure" in the same passage."""
    numbers = [item.number for item in mention.items] if mention.body is not None else [_ANY]
    return any(reading.rule_ends.get(number, mention.end) <= mention.start for number in numbers)


def _treaty(document: Reader, index: int, mention: Mention, name_at: int | None) -> str | None:
    reading = document.readings[index]
    near = reading.last_instruments(max(0, mention.phrase - 250), (name_at or mention.start) + 1)
    for one in near:
        if one.start == name_at:
            mention.explicit = True
            return document.treaty(one, index)
        if one.end <= mention.phrase and not reading.text[one.end : mention.phrase].strip(" ,’'s"):
            return document.treaty(one, index)
    if name_at is not None and reading.text[name_at : name_at + 1].isupper():
        mention.explicit = True
        return None  # an instrument that the data do not have
    return document.instrument


def _last_treaty(document: Reader, index: int, position: int) -> str | None:
    named = document.readings[index].last_instruments(0, position)
    return document.treaty(named[-1], index) if named else document.instrument


def _rules_owner(document: Reader, index: int, mention: Mention, name_end: int | None) -> str | None:
    """Whose rules: named behind "rules of procedure", the last ones named, or those of the meeting's body."""
    if name_end is not None and (key := rules_named(document, index, name_end)):
        return key
    places = _rules_by_place(document)
    before = bisect_right(places, (index, mention.start), key=lambda place: place[:2])
    return places[before - 1][2] if before else document.default_body


def _rules_by_place(document: Reader) -> list[tuple[int, int, str]]:
    """Every place that says whose rules of procedure it speaks of: passage, position, body."""
    if document.rules is None:
        document.rules = [
            (index, name.end(), key)
            for index, reading in enumerate(document.readings)
            for name in article_reader(reading.language).rules_name.finditer(reading.text)
            if (key := rules_named(document, index, name.end()))
        ]
    return document.rules


def rules_named(document: Reader, index: int, end: int) -> str | None:
    """The body named behind "rules of procedure" ("of the General Assembly")."""
    reading = document.readings[index]
    table = reference_words(reading.language)
    linking = table.linking
    for one in reading.bodies_between(end, end + 61):
        gap = reading.text[end : one.start]
        words = _TOKEN.findall(gap)
        # one word may stand between: "established for committees of the General Assembly"
        if any(mark in gap for mark in ",.;:()") or not (table.declined or words):
            return None
        if words and words[0] not in linking:
            return None
        return document.body(one, index) if sum(word not in linking for word in words) <= 1 else None
    return None
