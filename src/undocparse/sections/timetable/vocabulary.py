"""The words of timetables, and the patterns made of them."""

from __future__ import annotations

import re
from functools import cache

from undocparse.languages import words
from undocparse.languages.calendar_grammar import CalendarWords
from undocparse.languages.clock import ClockWords
from undocparse.languages.matching import alternatives, folded
from undocparse.languages.script import script
from undocparse.layout.endings import OTHER_MARKS
from undocparse.model.place import Model
from undocparse.sections.item_labels import ItemWords

Role = str
"""What a column holds: `date`, `time`, `item`, `title`, `track`, `documents` or `other`."""

LONGEST_LIST = 400
"""Characters that a list of numbers of items has at most: every place of a text may be asked for one."""
_LONG_HEADING = 45  # characters; the heading of a column is no longer
_ROOM = 40  # characters; the name of a room or body has no more behind its first word
_WORD = re.compile(r"[^\W\d_]+")


class TimetableWords(Model):
    """How a language prints an organization of work.

    Attributes:
        titles: what such a timetable is called ("programme of work").
        annex: what it is an annex as.
        date: headings of a column of dates.
        time: headings of a column of times.
        item: headings of a column of item numbers.
        title: headings of a column of titles.
        documents: headings of a column of documents.
        meeting: headings of a column of meeting numbers.
        other: headings of columns that say nothing of the business.
        meeting_names: words that meetings are named by ("281st plenary meeting").
        continued: what says that business goes on from, or ends, an earlier sitting.
        undetermined: what stands for a date or time not yet known.
        no_sitting: what says that there is no meeting.
        breaks: what a break is called, where nothing takes place.
        deadline: what begins a line that only gives a deadline.
        after: what stands for the time of a sitting that follows another one.
        week: words for "week".
        of_week: what else the headings of weeks are made of ("Second and third").
        sub_items: what stands before the letters of sub-items at a title's end.
        segment: words of headings that part the business ("UNDP segment").
        and_: what joins dates and times.
        or_: what joins the words of a column's heading.
        ordinals: what makes the number of a meeting an ordinal ("st", "re").
        rooms: what the name of a room begins with, and what stands for one ("online").
        status: what a column says of documents ("Issued", "Forthcoming").
        not_days: words of headings over dates on which nobody meets ("date of issuance").
        on: what may stand before a day ("on").
        bodies: what meets, where meetings are told apart by it ("Plenary", "Working Group II").
    """

    titles: tuple[str, ...]
    annex: tuple[str, ...]
    date: tuple[str, ...]
    time: tuple[str, ...]
    item: tuple[str, ...]
    title: tuple[str, ...]
    documents: tuple[str, ...]
    meeting: tuple[str, ...]
    other: tuple[str, ...]
    meeting_names: tuple[str, ...]
    continued: tuple[str, ...]
    undetermined: tuple[str, ...]
    no_sitting: tuple[str, ...]
    breaks: tuple[str, ...]
    deadline: tuple[str, ...]
    after: tuple[str, ...]
    week: tuple[str, ...]
    of_week: tuple[str, ...]
    sub_items: tuple[str, ...]
    segment: tuple[str, ...]
    and_: tuple[str, ...]
    or_: tuple[str, ...]
    ordinals: tuple[str, ...]
    rooms: tuple[str, ...]
    status: tuple[str, ...]
    not_days: tuple[str, ...]
    bodies: tuple[str, ...]
    on: tuple[str, ...]


class Patterns:
    """A language's timetable words as compiled expressions."""

    def __init__(self, language: str) -> None:
        found = words(language, "timetable", TimetableWords)
        begin, end = _edges(language)
        self.titles = _search(language, found.titles)
        self.annex = re.compile(rf"(?:{alternatives(found.annex)})(?:\s+[IVXL\d]+\.?)?\*?", re.IGNORECASE)
        self.continued = re.compile(
            rf"\s*(?:[(\[]\s*(?:{alternatives(found.continued)})\s*\.?[)\]]"
            rf"|[,–—-]\s*(?:{alternatives(found.continued)})\.?$)",
            re.IGNORECASE,
        )
        self.ends_continued = re.compile(rf"(?:{self.continued.pattern})\s*$", re.IGNORECASE)
        self.undetermined = re.compile(
            rf"[(\[]?\s*(?:[^()\d]{{0,24}}\s)?(?:{alternatives(found.undetermined)})\s*[)\]]?", re.IGNORECASE
        )
        self._no_sitting = _search(language, found.no_sitting)
        self._break = re.compile(rf"\W*(?:{alternatives(found.breaks)})\W*", re.IGNORECASE)
        self.deadline = _search(language, found.deadline)
        self.after = re.compile(rf"(?:{alternatives(found.after)}){end}", re.IGNORECASE)
        self.segment = _search(language, found.segment)
        self.meeting, self.numbered_meeting = _meetings(found)
        self.meeting_lead = re.compile(
            rf"(?:[^\W\d][\w’'-]*\s+|\d{{1,4}}(?:{alternatives(found.ordinals)})\s+){{1,6}}"
            rf"(?:{alternatives((*found.meeting, *found.meeting_names))}){end}\s*,\s*",
            re.IGNORECASE,
        )
        hours = alternatives(words(language, "clock", ClockWords).hour)
        self.awaits_minutes = re.compile(rf"\d\s?(?:{hours}|[.:])\s*$", re.IGNORECASE)
        week_words = alternatives((*found.week, *found.of_week))
        number = rf"\d{{1,2}}(?:{alternatives(found.ordinals)})?"
        self.week = re.compile(rf"\W*+(?>(?:{week_words}|{number}){end}\W*+)+", re.IGNORECASE)
        self.week_word = _search(language, found.week)
        self.sub_items = re.compile(
            rf"\s(?:{alternatives(found.sub_items)})\s+(?P<letters>\(?[a-z]\).*)$", re.IGNORECASE
        )
        named = words(language, "item_labels", ItemWords)
        self.labels = _labels(named, found)
        self.several = re.compile(rf"(?P<numbers>{_numbers(named)}+)[.:]\s+", re.IGNORECASE)
        self.item = re.compile(rf"(?:{alternatives((*named.item, *named.items))})\s+\d", re.IGNORECASE)
        self.numbered = re.compile(
            rf"(?:{alternatives((*named.items, *named.item))})\s+\d|\d{{1,3}}(?:\.|\s?\(?[a-z]\)|\s)",
            re.IGNORECASE,
        )
        self.listed = _listed(named, language)
        self.quoted = re.compile(
            rf"{self.listed.pattern}\s*[“«\"„]\s*(?P<title>[^”»\"]+?)\s*[”»\"](?P<marks>\s*\([^()]*\))?",
            re.IGNORECASE,
        )
        self.tail = _tail(named)
        self.mentioned = re.compile(
            rf"{begin}(?:{alternatives((*named.items, *named.item))})\s+(?P<numbers>{_numbers(named)}*)",
            re.IGNORECASE,
        )
        self.on = found.on
        self.room = re.compile(
            rf"(?:{alternatives(found.rooms)}){end}[^.:;]{{0,{_ROOM}}}|[^\W\d]\w*\s(?:{alternatives(found.rooms)})",
            re.IGNORECASE,
        )
        self.status = re.compile(rf"(?:{alternatives(found.status)}){end}.{{0,20}}", re.IGNORECASE)
        self.not_days = _search(language, found.not_days)
        self.body = re.compile(
            rf"(?:[^\W\d][\w.-]*\s+){{0,3}}(?:{alternatives(found.bodies)}){end}[^.:;]{{0,{_ROOM}}}",
            re.IGNORECASE,
        )
        joints = rf"[\s,;:()/–—‑{OTHER_MARKS}-]|{begin}(?:{alternatives(found.and_)}){end}"
        self.joint = re.compile(rf"(?:{alternatives(found.and_)}){script(language).joint}", re.IGNORECASE)
        self.only_joints = re.compile(rf"(?:{joints})*", re.IGNORECASE)
        self._heads: dict[str, list[Role]] = {}
        for role in _ROLES:
            for word in dict.fromkeys(map(folded, getattr(found, role))):
                self._heads.setdefault(word, []).append(role)
        self._splitter = re.compile(rf"\s*(?:/|,|\n|\b(?:{alternatives(found.or_)})\b)\s*")

    def column_roles(self, heading: str) -> tuple[Role, ...]:
        """What a column with this heading holds; two roles for "Date/time", none for unknown words."""
        if not heading or len(heading) > _LONG_HEADING:
            return ()
        text = folded(heading).strip(" .:*")
        if whole := self._heads.get(text):
            return tuple(whole)
        parts = [part.strip(" .") for part in self._splitter.split(text)]
        known = [self._heads.get(part) for part in parts if part]
        return tuple(dict.fromkeys(roles[0] for roles in known if roles)) if all(known) else ()

    def loose_role(self, heading: str) -> Role | None:
        """What the first word that names a column says, in a heading of several words.

        "Approximate dates of consideration" is over dates, "Projected date of issuance" is over nothing that
        is scheduled.
        """
        if not heading or len(heading) > _LONG_HEADING or any(map(str.isdigit, heading)):
            return None
        text = folded(heading).strip(" .:*")
        role = next((self._heads[word][0] for word in _WORD.findall(text) if word in self._heads), None)
        return "other" if role == "date" and self.not_days.search(text) else role

    def is_overleaf(self, text: str) -> bool:
        """Whether a text only says on another page what goes on there: "Annex (continued)"."""
        plain, continued = self.continued.subn("", text)
        if self.annex.fullmatch(plain.strip()):
            return True
        return bool(continued) and len(plain) < _LONG_HEADING and bool(self.titles.search(plain))

    def is_idle(self, text: str) -> bool:
        """Whether a text says that nobody meets: there is no meeting, or a break."""
        return bool(self._no_sitting.search(text) or self._break.fullmatch(text))

    def is_week(self, text: str) -> bool:
        """Whether a line is the heading of a week, or of several ("Second, third and fourth weeks")."""
        return bool(self.week_word.search(text)) and bool(self.week.fullmatch(text))


_ROLES: tuple[Role, ...] = ("date", "time", "item", "title", "documents", "meeting", "other")
"""Roles that headings name, each with the field of its words; a heading of several has them in this order."""


def _meetings(found: TimetableWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names of meetings ("Working Group of the Whole"), and numbers of meetings ("281st plenary meeting")."""
    ordinal = rf"\d{{1,4}}\s?(?:{alternatives(found.ordinals)})"
    names, meeting = alternatives(found.meeting_names), alternatives(found.meeting)
    named = rf"(?:{ordinal}\s+)?(?:[^\W\d]+\s+){{0,3}}(?:{names})(?!\w)[^:.]{{0,30}}"
    numbered = (
        rf"\(?{ordinal}(?:\s+[^\W\d]+){{0,2}}\s+(?:{meeting})(?:\s+(?:{names}))?\)?"
        rf"|(?:{meeting})\s+(?:\w{{1,2}}[.°]?\s?)?\d{{1,4}}"
    )
    return re.compile(named, re.IGNORECASE), re.compile(numbered, re.IGNORECASE)


def _numbers(item: ItemWords) -> str:
    """One item number and a further one: "3, 4", "5 (a) to (c)"; those who use it repeat the further one.

    That is an atomic group: "1, 1, 1" and "a) a) a)" can be cut in many ways, of which one is as good as
    another.
    """
    sub = r"\s?\(?\s?[a-z]{1,4}\s?\)"
    number = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?|(?-i:[IVXL]{{1,7}})(?!\w))(?:{sub})*+"
    joint = alternatives((*item.and_, *item.to))
    return rf"{number}(?>(?:[\s,;/–—-]|\b(?:{joint})\b)+(?:{number}|{sub}))"


def _listed(item: ItemWords, language: str) -> re.Pattern[str]:
    """The number of an item before its title in a list: "Item 5:", "le point 5 a),", "5 (a)", "5.", "[5]"."""
    articles = alternatives(words(language, "calendar", CalendarWords).article)
    named = rf"(?:(?:{articles})\s+)?(?:{alternatives((*item.items, *item.item))})\s+"
    return re.compile(
        rf"(?:{named}(?P<numbers>{_numbers(item)}*)\s*[.,:–—-]?(?=\s|$)"
        rf"|(?:\[\s*)?{_numbers(item)}*\s*(?:[.:–—-]|\])?(?=\s+(?-i:[A-ZÀ-ÖØ-ÞŒ“«\"])))\s*",
        re.IGNORECASE,
    )


def _tail(item: ItemWords) -> re.Pattern[str]:
    """Item numbers behind a title: "[76]", "(item 59)", "(point 1 a))", ", items 3 and 4"."""
    word = rf"(?:{alternatives((*item.items, *item.item))})"
    numbers, agenda = rf"{_numbers(item)}*", rf"(?:\s+(?:{alternatives(item.of_the_agenda)}))?"
    return re.compile(
        rf"\s*(?:\[\s*(?:{word}\s+)?(?P<square>{numbers}){agenda}\s*\]"
        rf"|\(\s*{word}\s+(?P<round>{numbers}){agenda}\s*\)"
        rf"|\s[,–—-]\s+{word}\s+(?P<behind>{numbers}){agenda}|,\s+{word}\s+(?P<comma>{numbers}){agenda})\s*[.;]?\s*$",
        re.IGNORECASE,
    )


def _labels(item: ItemWords, found: TimetableWords) -> re.Pattern[str]:
    """Nothing but item numbers: "Item 5", "1 (a)", "1 a)", "3, 4 and 5 (continued)"."""
    return re.compile(
        rf"(?:(?:{alternatives((*item.item, *item.items))})\s+)?(?P<numbers>{_numbers(item)}*)\s*[.:]?\*?"
        rf"\s*(?:[(\[]?\s*(?:{alternatives(found.continued)})\s*[)\]]?)?",
        re.IGNORECASE,
    )


def _edges(language: str) -> tuple[str, str]:
    """What must be so where a word begins, and where it ends."""
    return (r"(?<!\w)", r"(?!\w)") if script(language).spaced else ("", "")


def _search(language: str, phrases: tuple[str, ...]) -> re.Pattern[str]:
    begin, end = _edges(language)
    return re.compile(rf"{begin}(?:{alternatives(phrases)}){end}", re.IGNORECASE)


@cache
def patterns(language: str) -> Patterns:
    """The compiled expressions of a language."""
    return Patterns(language)
