"""What a text says of a sitting itself: its number, its room, who may be there and in what form it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, get_args

from undocparse.languages import words
from undocparse.languages.matching import alternatives, folded
from undocparse.languages.script import script
from undocparse.model.place import Model
from undocparse.model.timetable import SittingKind
from undocparse.sections.timetable.vocabulary import TimetableWords

_FIGURES = re.compile(r"\d+")
_KINDS: tuple[SittingKind, ...] = get_args(SittingKind)
_LONG = 120  # characters; a text that says something of the sitting beside the hour is shorter
_BRACKET = 40  # characters; a remark in brackets has no more behind its first words
_ROOM = 60  # characters; what stands below the heading "Room" is its name if it is no longer
_DESIGNATED = r"(?-i:[A-Z]{0,2}[-‑]?\d{1,4}[A-Z]?|[IVX]{1,6}|[A-Z])(?![\w/])"
_ROMAN = r"(?-i:[IVXLC]{1,7})"


class SettingWords(Model):
    """How a language says one thing of a sitting.

    Attributes:
        alone: words that say it in brackets, by themselves or beside the number ("2nd meeting (closed)").
        named: names of such sittings, which a title begins with ("Informal consultations on draft texts").
    """

    alone: tuple[str, ...]
    named: tuple[str, ...]


class SittingWords(Model):
    """Table `[sittings]` of a language's data file.

    Attributes:
        counted: what has a number ("281st plenary meeting").
        before: what stands before that number, beside the word itself.
        behind: what stands behind it, beside the endings of ordinals.
        room_heads: headings of a column of rooms.
        rooms: what stands before the number or letter of a room, in Chinese behind it.
        room_number: what may stand between both ("No.").
        halls: rooms that have a name instead.
        informal: how a sitting is called that is not a formal one.
        closed: likewise, where only some may be there.
        open: likewise, where all may be there.
        private: likewise, as the treaty bodies and the Security Council call theirs.
        joint: likewise, where several bodies meet as one.
    """

    counted: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    room_heads: tuple[str, ...]
    rooms: tuple[str, ...]
    room_number: tuple[str, ...]
    halls: tuple[str, ...]
    informal: SettingWords
    closed: SettingWords
    open: SettingWords
    private: SettingWords
    joint: SettingWords


class Remark(NamedTuple):
    """What is said of a sitting: its number, its room, its setting."""

    meeting: str | None = None
    room: str | None = None
    setting: tuple[SittingKind, ...] = ()

    def with_(self, other: Remark) -> Remark:
        """Both together; where they differ, this one counts."""
        setting = tuple(dict.fromkeys((*self.setting, *other.setting)))
        return Remark(self.meeting or other.meeting, self.room or other.room, setting)


NOTHING = Remark()


def whole(said: Remark, each: Sequence[Remark]) -> Remark:
    """What holds for a whole sitting.

    A number or room holds where no other is printed in the sitting; what entries say of its setting, where
    all of them say it.

    Args:
        said: beside its day and time.
        each: of its entries.
    """
    meetings = {one.meeting for one in (said, *each) if one.meeting}
    rooms = {one.room for one in (said, *each) if one.room}
    shared = [kind for kind in each[0].setting if all(kind in one.setting for one in each)] if each else []
    return Remark(
        meetings.pop() if len(meetings) == 1 else None,
        rooms.pop() if len(rooms) == 1 else None,
        tuple(dict.fromkeys((*said.setting, *shared))),
    )


class _Patterns:
    """A language's words of sittings as compiled expressions."""

    def __init__(self, language: str) -> None:
        found, table = words(language, "sittings", SittingWords), words(language, "timetable", TimetableWords)
        spaced = script(language).spaced
        self.begin, self.end = (r"(?<![\w-])", r"(?![\w-])") if spaced else ("", "")
        self.meeting = _meeting(found, table, spaced=spaced)
        ordinal = rf"\d{{1,4}}(?:\s?[-‑]?(?:{alternatives((*table.ordinals, *found.behind))}))?"
        joint = rf"(?:\s*(?:[,–-]|{alternatives(table.and_)})\s*)"
        self.number = re.compile(rf"(?:{ordinal}|{_ROMAN})(?:{joint}(?:{ordinal}|{_ROMAN}))*", re.IGNORECASE)
        room = _room(found, table, spaced=spaced)
        self.room = re.compile(rf"{self.begin}(?P<room>{room})", re.IGNORECASE)
        self.room_mark = re.compile(
            rf"^(?P<whole>{room})\W*$|[(\[]\s*(?P<inside>{room})[^()\[\]]{{0,{_BRACKET}}}[)\]]"
            rf"|[,–—]\s*(?P<last>{room})\W*$",
            re.IGNORECASE,
        )
        self.roman = re.compile(_ROMAN)
        self.room_heads = frozenset(map(folded, found.room_heads))
        self.meeting_heads = frozenset(map(folded, table.meeting))
        alone = [(phrase, kind) for kind in _KINDS for phrase in getattr(found, kind).alone]
        named = [(phrase, kind) for kind in _KINDS for phrase in getattr(found, kind).named]
        self.kinds: dict[str, SittingKind] = {folded(phrase): kind for phrase, kind in (*alone, *named)}
        names, single = (alternatives(phrase for phrase, _ in pairs) for pairs in (named, alone))
        self.any_setting = re.compile(rf"{self.begin}(?P<a>{names}|{single}){self.end}", re.IGNORECASE)
        self.setting = re.compile(
            rf"^\W*(?P<a>{names}){self.end}|^\W*(?P<b>{single})\W*$"
            rf"|[(\[]\s*(?:[^\W\d]+\s+){{0,2}}?(?:(?P<c>{names}){self.end}[^()\[\]]{{0,{_BRACKET}}}|(?P<d>{single})\s*)[)\]]"
            rf"|[–—,:]\s*(?P<e>{names})\W*$|[–—]\s*(?P<f>{single})\W*$",
            re.IGNORECASE,
        )

    def settings(self, text: str, *, anywhere: bool = False) -> Iterator[SittingKind]:
        """The settings that a text names: at its beginning, in brackets, behind a dash; or anywhere."""
        for match in (self.any_setting if anywhere else self.setting).finditer(text):
            phrase = next(group for group in match.groups() if group)
            if kind := self.kinds.get(" ".join(folded(phrase).split())):
                yield kind


def _meeting(found: SittingWords, table: TimetableWords, *, spaced: bool) -> re.Pattern[str]:
    """A numbered meeting: "281st plenary meeting", "1st and 2nd meetings", "séance no 3", "第281次会议"."""
    counted = alternatives(found.counted)
    joint = rf"(?:\s*(?:[,、–-]|{alternatives(table.and_)})\s*)"
    if not spaced:
        before, behind = alternatives(found.before), alternatives(found.behind)
        joint = rf"\s*+(?:[,、–-]|{alternatives(table.and_)})\s*+"
        further = rf"(?:\s*+(?:{behind})?+{joint}(?:{before})?+\s*+\d{{1,4}})*+"
        listed = rf"(?:{before})\s?(?P<first>\d{{1,4}}{further})\s*+(?:{behind})"
        return re.compile(rf"{listed}[^\W\d]{{0,6}}?(?:{counted})", re.IGNORECASE)
    ordinal = rf"\d{{1,4}}\s?[-‑]?(?:{alternatives(table.ordinals)})(?!\w)" if table.ordinals else r"(?!)"
    number = alternatives(found.room_number)
    return re.compile(
        rf"(?<![\w/.-])(?P<first>{ordinal}(?:{joint}{ordinal})*)(?:\s+[^\W\d]+){{0,3}}?\s+(?:{counted})(?!\w)"
        rf"|(?<!\w)(?:{counted})(?:\s+[^\W\d]+)?\s+(?:(?:{number})\s*)?(?P<last>\d{{1,4}})(?![\w/]|[.:]\d)",
        re.IGNORECASE,
    )


def _room(found: SittingWords, table: TimetableWords, *, spaced: bool) -> str:
    """The name of a room: "Conference Rooms 2 and 3", "salle XX", "第4会议室", "General Assembly Hall"."""
    names, number = alternatives(found.rooms), alternatives(found.room_number)
    further = rf"(?:\s*(?:[,、]|{alternatives(table.and_)})\s*{_DESIGNATED})*"
    if spaced:
        return (
            rf"(?:{alternatives(found.halls)})(?!\w)"
            rf"|(?:{names})\s+(?:(?:{number})\s*)?{_DESIGNATED}{further}"
        )
    before = alternatives(found.before)
    return (
        rf"{alternatives(found.halls)}|(?:{before})?\s?\d{{1,4}}\s?(?:{number})?\s?(?:{names})"
        rf"|(?:{names})\s?\d{{1,4}}"
    )


@cache
def _patterns(language: str) -> _Patterns:
    return _Patterns(language)


@lru_cache(maxsize=4096)
def remark_of(text: str, language: str) -> Remark:
    """What a text says that stands beside the hour, or in a line of its own.

    Args:
        text: without its day and time; a long one says nothing.
        language: BCP 47 primary subtag.
    """
    if not text or len(text) > _LONG:
        return NOTHING
    known = _patterns(language)
    meeting, room = known.meeting.search(text), known.room.search(text)
    setting = known.settings(text, anywhere=meeting is not None)
    return Remark(
        _figures(meeting["first"] or meeting.groupdict().get("last") or "", known) if meeting else None,
        " ".join(room["room"].split()) if room else None,
        tuple(dict.fromkeys(setting)),
    )


@lru_cache(maxsize=4096)
def remark_in_title(title: str, language: str) -> Remark:
    """What the title of an entry says: "Informal consultations (closed)", "Briefing, Conference Room 4"."""
    known = _patterns(language)
    match = known.room_mark.search(title)
    room = next((group for group in match.groups() if group), None) if match else None
    setting = tuple(dict.fromkeys(known.settings(title)))
    return Remark(None, " ".join(room.split()) if room else None, setting)


def remark_below(heads: Sequence[str], text: str, language: str) -> Remark:
    """What a cell says below its column's headings, folded: "Room", "Meeting", or what says neither."""
    known, text = _patterns(language), text.strip()
    said = remark_of(text, language)
    if any(head in known.room_heads for head in heads):
        named = len(text) <= _ROOM and any(map(str.isalnum, text)) and not said.meeting
        return said._replace(room=text) if named else said
    counted = any(head in known.meeting_heads for head in heads)
    if counted and not said.meeting and known.number.fullmatch(text):
        return said._replace(meeting=_figures(text, known))
    return said


def remark_alone(text: str, language: str) -> Remark:
    """What a line says that is no more than a remark on a sitting: "1st meeting (closed)", "Salle XX"."""
    if len(text) > _ROOM:
        return NOTHING
    known = _patterns(language)
    if not (known.meeting.match(text) or known.room.match(text)):
        return NOTHING
    rest = known.any_setting.sub("", known.room.sub("", known.meeting.sub("", text)))
    return NOTHING if any(map(str.isalnum, rest)) else remark_of(text, language)


def _figures(text: str, known: _Patterns) -> str:
    """The number of a meeting in figures; of several, or a Roman one, the text as printed."""
    numbers = _FIGURES.findall(text)
    alone = len(numbers) == 1 and not known.roman.search(text)
    return str(int(numbers[0])) if alone else " ".join(text.split())


class Scopes:
    """What is said of sittings, and how far it holds.

    What stands beside a day or its hour holds for the sittings that begin there; a room or setting beside a
    day holds until the next one. A line of its own speaks of the sitting that begins next. What stands in a
    row of its own below the hour is said of the entries of that row.
    """

    def __init__(self) -> None:
        self.row = NOTHING
        self._day = NOTHING
        self._slot = NOTHING
        self._next = NOTHING
        self._taken = NOTHING
        self._fresh = False

    def of_day(self, said: Remark) -> None:
        """A day begins."""
        self._day, self._slot, self.row = said._replace(meeting=None), said, NOTHING
        self._fresh = True

    def of_time(self, said: Remark) -> None:
        """A time begins; the number printed with its day is still that of the first sitting."""
        self._slot, self.row = said.with_(self._slot) if self._fresh else said, NOTHING
        self._fresh = False

    def beside(self, said: Remark) -> None:
        """More that stands in the row of the day or time."""
        self._slot = self._slot.with_(said)

    def ahead(self, said: Remark) -> None:
        """A line of its own."""
        self._next = said.with_(self._next)

    def begun(self) -> Remark:
        """What is said of a sitting that begins now."""
        self._fresh = False
        self._taken, self._next = self._taken.with_(self._next), NOTHING
        return self._slot.with_(self._taken).with_(self._day)

    def ended(self) -> None:
        """The sittings at this time have all that is set down for them."""
        self._taken = self.row = NOTHING

    def cancelled(self) -> None:
        """Nobody meets at this time."""
        self._slot = self._next = NOTHING
