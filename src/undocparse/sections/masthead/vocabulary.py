"""The words of mastheads, and the patterns made from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from undocparse.languages import words
from undocparse.languages.calendar_grammar import CalendarWords
from undocparse.languages.matching import alternatives, without_vowels
from undocparse.languages.script import script
from undocparse.layout.endings import OTHER_MARKS
from undocparse.model.place import Model
from undocparse.sections.item_labels import ItemWords, latin_items

_MARKS = " *.,;:" + OTHER_MARKS
_PLAIN = str.maketrans("àâäçéèêëîïôöùûüñóíáú’‘", "aaaceeeeiioouuunoiau''")


class MastheadWords(Model):
    """What a language prints in mastheads.

    Attributes:
        name: the name of the United Nations.
        organs: names that stand in the masthead's large type.
        bodies: bodies often named below it; a name that is one letter off in a poor text layer is mended.
        body_nouns: how names of bodies begin.
        not_body: how lines begin that stand among the bodies and name none ("Convened under").
        distribution_label: what stands before the distribution.
        distributions: what it may be, by the model's word for it.
        original: what stands before the original languages.
        only: the word after languages that are the only ones ("English only").
        and_: what joins two of them.
        languages: names of languages, by BCP 47 subtag.
        actions: what is expected of the reader ("For decision").
        session: the word for a session.
        year: the word for a year, by which the Security Council counts ("Eightieth year").
        meeting: the word for a meeting, which some conferences use in its place.
        item: the words before item numbers.
        item_tail: how what follows them begins ("of the").
        nowhere: what stands in the place of a city, and is none.
        held: words before a city.
        date_label: what may stand before the date of submission.
        conferences: how names of conferences begin; these are bodies where no organ is printed.
        convening: how a line begins that says where and when a session opens ("To convene at").
        undated: what stands in the place of days that are not fixed yet ("dates to be determined").
        cities: where the United Nations has its seats: a line that has such a name alone says where.
        parts: what brackets after a symbol may begin or end with ("Part").
        letters: how titles of letters begin.
        author_kinds: what a document is, in the line that names its author ("Note").
        author_links: what joins that and the author ("by").
        author_ends: what follows the sponsors ("draft resolution").
        author_starts: how other lines of authors begin ("Rapporteur:").
        authors: lines of authors that are the same everywhere.
        changes: what a document is to another ("Addendum").
        adopted: how a line begins that says who adopted the document ("Adopted by").
        ends: headings that the masthead is over before.
        cover: how lines of a cover begin that are neither body nor title.
    """

    name: tuple[str, ...]
    organs: tuple[str, ...]
    bodies: tuple[str, ...]
    body_nouns: tuple[str, ...]
    not_body: tuple[str, ...]
    distribution_label: tuple[str, ...]
    distributions: dict[str, tuple[str, ...]]
    original: tuple[str, ...]
    only: tuple[str, ...]
    and_: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]
    actions: tuple[str, ...]
    session: tuple[str, ...]
    meeting: tuple[str, ...]
    year: tuple[str, ...]
    item: tuple[str, ...]
    item_tail: tuple[str, ...]
    nowhere: tuple[str, ...]
    held: tuple[str, ...]
    undated: tuple[str, ...]
    date_label: tuple[str, ...]
    conferences: tuple[str, ...]
    convening: tuple[str, ...]
    cities: tuple[str, ...]
    parts: tuple[str, ...]
    letters: tuple[str, ...]
    author_kinds: tuple[str, ...]
    author_links: tuple[str, ...]
    author_ends: tuple[str, ...]
    author_starts: tuple[str, ...]
    authors: tuple[str, ...]
    changes: tuple[str, ...]
    adopted: tuple[str, ...]
    ends: tuple[str, ...]
    cover: tuple[str, ...]


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text for comparison: lower case, no accents, straight apostrophes, single blanks, no marks."""
    low = without_vowels(text.casefold())
    return " ".join((low if low.isascii() else low.translate(_PLAIN)).split()).strip(_MARKS)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, ready for comparison.

    Attributes:
        words: as in the data file.
        item: a line that names agenda items; its group `numbers` has the numbers.
        author: a line that names what the document is, and by whom.
        sponsors: a line that names those who submit a draft.
        names: how a line begins that names a body.
        name_ends: how a name ends whose noun comes last ("Legal Subcommittee"), after a capital.
        sessions: the words for a session; `meetings` those for a meeting.
        and_nowhere: how a place ends that the meeting is held at beside an online one.
        organs: plain names of organs, with the name as in the data file.
        languages: plain names of languages, with their subtags.
        distributions: plain distributions, with the model's word.
        language: BCP 47 primary subtag.
        headed_item: how a line of a list begins that prints the word for an item: "Item 1.", "Point 1".
        labels: what stands before distribution and original languages.
        ends: plain headings that the masthead is over before.
        own_names: plain names of the United Nations.
        open_end: how a line ends that goes on in the next one ("timetable and").
        undated: days that are not fixed yet, or a month with its year alone.
        date_label: a label before a date, with its colon.
        conferences: the name of a conference, with its year or number before it.
        convening: how a line begins that says where and when a session opens.
        city: any of the cities, in a text.
        nowhere: plain words for places that are none.
        cities: plain names of cities.
    """

    words: MastheadWords
    item: re.Pattern[str]
    author: re.Pattern[str]
    sponsors: re.Pattern[str]
    names: re.Pattern[str]
    name_ends: re.Pattern[str]
    sessions: re.Pattern[str]
    meetings: re.Pattern[str]
    and_nowhere: re.Pattern[str]
    organs: dict[str, str]
    languages: dict[str, str]
    distributions: dict[str, str]
    language: str
    headed_item: re.Pattern[str]
    labels: re.Pattern[str]
    ends: frozenset[str]
    own_names: frozenset[str]
    open_end: re.Pattern[str]
    undated: re.Pattern[str]
    date_label: re.Pattern[str]
    conferences: re.Pattern[str]
    convening: re.Pattern[str]
    city: re.Pattern[str]
    nowhere: frozenset[str]
    cities: frozenset[str]

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
    found = words(language, "masthead", MastheadWords)
    return Vocabulary(
        words=found,
        item=_item(found),
        author=_author(found),
        sponsors=re.compile(rf"(?:{alternatives(found.author_ends)})", re.IGNORECASE),
        names=re.compile(rf"(?:{alternatives(found.body_nouns)})\b"),
        name_ends=re.compile(rf"^[^\W\d_a-zà-ÿ].*\b(?:{alternatives(found.body_nouns)})$"),
        sessions=_words(found.session, language),
        and_nowhere=re.compile(
            rf"\s+(?:{alternatives(found.and_)})\s+(?:{alternatives(found.nowhere)})$", re.IGNORECASE
        ),
        meetings=_words(found.meeting, language),
        organs={plain(name): name for name in found.organs},
        languages={plain(name): tag for tag, names in found.languages.items() for name in names},
        distributions={plain(name): tag for tag, names in found.distributions.items() for name in names},
        language=language,
        headed_item=_headed_item(language),
        labels=re.compile(
            rf"(?<!\w)(?:{alternatives((*found.distribution_label, *found.original))})", re.IGNORECASE
        ),
        ends=frozenset(plain(heading) for heading in found.ends),
        own_names=frozenset(plain(name) for name in found.name),
        open_end=re.compile(
            rf"(?:\b(?:{alternatives((*found.and_, *found.item_tail))})|,|['’-])\s*$", re.IGNORECASE
        ),
        undated=_undated(found, language),
        date_label=re.compile(rf"(?:{alternatives(found.date_label)})\s?:\s?", re.IGNORECASE),
        conferences=re.compile(rf"(?:\w+\s){{0,2}}(?:{alternatives(found.conferences)})\b", re.IGNORECASE),
        convening=re.compile(rf"(?:{alternatives(found.convening)})\b", re.IGNORECASE),
        city=re.compile(rf"(?<!\w)(?:{alternatives(found.cities)})(?!\w)"),
        nowhere=frozenset(plain(word) for word in found.nowhere),
        cities=frozenset(plain(city) for city in found.cities),
    )


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
