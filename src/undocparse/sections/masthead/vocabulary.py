"""The words of mastheads, and the patterns made from them."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache

from undocparse.languages import words
from undocparse.languages.calendar_grammar import CalendarWords
from undocparse.languages.matching import alternatives, without_vowels
from undocparse.languages.script import script
from undocparse.layout.endings import OTHER_MARKS
from undocparse.sections.item_labels import ItemWords, latin_items
from undocparse.sections.masthead.words import MastheadWords

_MARKS = " *.,;:" + OTHER_MARKS
_PLAIN = str.maketrans("àâäçéèêëîïôöùûüñóíáú’‘", "aaaceeeeiioouuunoiau''")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text for comparison: lower case, no accents, straight apostrophes, single blanks, no marks."""
    low = without_vowels(text.casefold())
    return " ".join((low if low.isascii() else low.translate(_PLAIN)).split()).strip(_MARKS)


class Vocabulary:
    """The words of one language, ready for comparison; what is asked for is made then.

    A masthead asks all languages for some of their words, and one of them for its expressions.

    Attributes:
        language: BCP 47 primary subtag.
        words: as in the data file.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.words = words(language, "masthead", MastheadWords)

    @cached_property
    def item(self) -> re.Pattern[str]:
        """A line that names agenda items; its group `numbers` has the numbers."""
        return _item(self.words)

    @cached_property
    def author(self) -> re.Pattern[str]:
        """A line that names what the document is, and by whom."""
        return _author(self.words)

    @cached_property
    def sponsors(self) -> re.Pattern[str]:
        """A line that names those who submit a draft."""
        return re.compile(rf"(?:{alternatives(self.words.author_ends)})", re.IGNORECASE)

    @cached_property
    def names(self) -> re.Pattern[str]:
        """How a line begins that names a body."""
        return re.compile(rf"(?:{alternatives(self.words.body_nouns)})\b")

    @cached_property
    def name_ends(self) -> re.Pattern[str]:
        """How a name ends whose noun comes last ("Legal Subcommittee"), after a capital."""
        return re.compile(rf"^[^\W\d_a-zà-ÿ].*\b(?:{alternatives(self.words.body_nouns)})$")

    @cached_property
    def sessions(self) -> re.Pattern[str]:
        """The words for a session."""
        return _words(self.words.session, self.language)

    @cached_property
    def meetings(self) -> re.Pattern[str]:
        """The words for a meeting."""
        return _words(self.words.meeting, self.language)

    @cached_property
    def and_nowhere(self) -> re.Pattern[str]:
        """How a place ends that the meeting is held at beside an online one."""
        return re.compile(
            rf"\s+(?:{alternatives(self.words.and_)})\s+(?:{alternatives(self.words.nowhere)})$",
            re.IGNORECASE,
        )

    @cached_property
    def organs(self) -> dict[str, str]:
        """Plain names of organs, with the name as in the data file."""
        return {plain(name): name for name in self.words.organs}

    @cached_property
    def languages(self) -> dict[str, str]:
        """Plain names of languages, with their subtags."""
        return {plain(name): tag for tag, names in self.words.languages.items() for name in names}

    @cached_property
    def distributions(self) -> dict[str, str]:
        """Plain distributions, with the model's word."""
        return {plain(name): tag for tag, names in self.words.distributions.items() for name in names}

    @cached_property
    def headed_item(self) -> re.Pattern[str]:
        """How a line of a list begins that prints the word for an item: "Item 1.", "Point 1"."""
        return _headed_item(self.language)

    @cached_property
    def labels(self) -> re.Pattern[str]:
        """What stands before distribution and original languages."""
        return re.compile(
            rf"(?<!\w)(?:{alternatives((*self.words.distribution_label, *self.words.original))})",
            re.IGNORECASE,
        )

    @cached_property
    def ends(self) -> frozenset[str]:
        """Plain headings that the masthead is over before."""
        return frozenset(map(plain, self.words.ends))

    @cached_property
    def own_names(self) -> frozenset[str]:
        """Plain names of the United Nations."""
        return frozenset(map(plain, self.words.name))

    @cached_property
    def open_end(self) -> re.Pattern[str]:
        """How a line ends that goes on in the next one ("timetable and")."""
        return re.compile(
            rf"(?:\b(?:{alternatives((*self.words.and_, *self.words.item_tail))})|,|['’-])\s*$", re.IGNORECASE
        )

    @cached_property
    def undated(self) -> re.Pattern[str]:
        """Days that are not fixed yet, or a month with its year alone."""
        return _undated(self.words, self.language)

    @cached_property
    def date_label(self) -> re.Pattern[str]:
        """A label before a date, with its colon."""
        return re.compile(rf"(?:{alternatives(self.words.date_label)})\s?:\s?", re.IGNORECASE)

    @cached_property
    def conferences(self) -> re.Pattern[str]:
        """The name of a conference, with its year or number before it."""
        return re.compile(rf"(?:\w+\s){{0,2}}(?:{alternatives(self.words.conferences)})\b", re.IGNORECASE)

    @cached_property
    def convening(self) -> re.Pattern[str]:
        """How a line begins that says where and when a session opens."""
        return re.compile(rf"(?:{alternatives(self.words.convening)})\b", re.IGNORECASE)

    @cached_property
    def city(self) -> re.Pattern[str]:
        """Any of the cities, in a text."""
        return re.compile(rf"(?<!\w)(?:{alternatives(self.words.cities)})(?!\w)")

    @cached_property
    def nowhere(self) -> frozenset[str]:
        """Plain words for places that are none."""
        return frozenset(map(plain, self.words.nowhere))

    @cached_property
    def cities(self) -> frozenset[str]:
        """Plain names of cities."""
        return frozenset(map(plain, self.words.cities))

    def item_line(self, text: str) -> re.Match[str] | None:
        """What a line says of agenda items; null where it names none."""
        return self.item.fullmatch(latin_items(text, self.language))

    def names_body(self, text: str) -> bool:
        """Whether a text begins or ends as names of bodies do ("Committee on …", "Legal Subcommittee")."""
        return self.names.match(text) is not None or self.name_ends.search(text) is not None


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of mastheads in a language.

    Args:
        language: BCP 47 primary subtag.
    """
    return Vocabulary(language)


def _words(phrases: tuple[str, ...], language: str) -> re.Pattern[str]:
    edge = r"\b" if script(language).spaced else ""
    return re.compile(rf"{edge}(?:{alternatives(phrases)}){edge}", re.IGNORECASE)


def _undated(found: MastheadWords, language: str) -> re.Pattern[str]:
    calendar = words(language, "calendar", CalendarWords)
    months = alternatives(name for names in calendar.months for name in names)
    of = f"(?:(?:{alternatives(calendar.of)})\\s+)?" if calendar.of else ""
    return re.compile(
        rf"\(?(?<!\w)(?:(?:{alternatives(found.undated)})|(?:{months})\s+{of}(?:19|20)\d\d)(?!\w)\)?",
        re.IGNORECASE,
    )


def _headed_item(language: str) -> re.Pattern[str]:
    found = words(language, "item_labels", ItemWords)
    item = alternatives((*found.item, *found.items))
    return re.compile(rf"(?:{item})\s+(?P<number>\d{{1,3}}|(?-i:[IVXL]{{1,7}}))\b", re.IGNORECASE)


_LETTERS = r"\(?\s?[a-z]{1,4}\s?\)"


def _item(found: MastheadWords) -> re.Pattern[str]:
    """As in "Item 3 (b) of the provisional agenda*", "Points 23 a) et 7 a) de l'ordre du jour".

    Each number after the first is an atomic group: "a) a) a)" and "V V V" can be cut in many ways, of which
    one is as good as another.
    """
    number = rf"(?:(?-i:[IVXL]+\b)|\d{{1,3}})(?:\.\d{{1,2}})*+(?:\s?{_LETTERS})*+"
    joint = rf"(?:\s*+[,;–-]\s*+|\s++)(?:(?:{alternatives((*found.and_, '&'))})\s+)?(?:[^\W\d_]{{1,2}}\s+)?"
    numbers = rf"{number}(?>{joint}(?:{number}|{_LETTERS}))*"
    tail = rf"(?:\s*(?:{alternatives(found.item_tail)})\s*.*)?"
    return re.compile(
        rf"(?:(?:{alternatives(found.item)})\s?|\w{{3,5}}\s(?=\d{{1,3}}\s(?:{alternatives(found.item_tail)})\s))"
        rf"(?P<numbers>{numbers}),?(?P<tail>{tail})\s*\*{{0,4}}[.:]?",
        re.IGNORECASE,
    )


def _author(found: MastheadWords) -> re.Pattern[str]:
    """As in "Note by the Secretariat", "Algeria and Brazil: draft resolution", "Rapporteur: …"."""
    kinds, links = alternatives(found.author_kinds), alternatives(found.author_links)
    bound = "(?:(?<=['’])|\\b)"
    return re.compile(
        rf"[(\[]?(?:(?:\w+\s){{0,3}}?(?:{kinds})\b(?:\s\w+){{0,2}}?\s(?:{links}){bound}"
        rf"|.+:[^\w:]*+(?<=\s)(?:{alternatives(found.author_ends)})\W*$|(?:{alternatives(found.author_starts)}))",
        re.IGNORECASE,
    )
