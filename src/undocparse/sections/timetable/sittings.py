"""Fills dates and times down a timetable and gathers the entries of each sitting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from undocparse.languages.clock import Part, TimeMention
from undocparse.layout.pages import Line, place_of
from undocparse.model.timetable import Entry, Sitting
from undocparse.sections.timetable.entries import Draft
from undocparse.sections.timetable.remarks import NOTHING, Remark, Scopes, remark_in_title, whole
from undocparse.sections.timetable.slots import Day, Moment


@dataclass(slots=True)
class SittingDraft:
    """A sitting in the making; `day` is printed, `date` what it comes to, `said` what stands beside them."""

    day: Day
    date: date | None
    starts: str | None
    ends: str | None
    part: Part | None
    track: str | None
    entries: list[Draft] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    said: Remark = NOTHING

    def sitting(self, language: str) -> Sitting:
        """The sitting as part of the object model."""
        said = self._said(language)
        return Sitting(
            date=self.date.isoformat() if self.date else None,
            starts=self.starts,
            ends=self.ends,
            part=self.part,
            track=self.track,
            meeting=said.meeting,
            room=said.room,
            setting=said.setting,
            entries=tuple(_entry(draft) for draft in self.entries),
            place=place_of(self.lines),
        )

    def _said(self, language: str) -> Remark:
        """What is said of it beside its time, in all of its entries, or in the name of its track."""
        each = [entry.said.with_(remark_in_title(entry.title, language)) for entry in self.entries]
        said = whole(self.said, each)
        return said.with_(remark_in_title(self.track, language)) if self.track else said


def _entry(draft: Draft) -> Entry:
    return Entry(items=draft.keys, title=draft.title, continued=draft.continued, place=place_of(draft.lines))


def _part_of(moments: Sequence[Moment]) -> Part | None:
    return next((time.part for moment in moments for time in moment.times if time.part), None)


class Programme:
    """The sittings of a timetable as its rows are read, one after the other.

    A day holds until the next one, a time until the next time or day. A printed time is a sitting even where
    nothing is set down for it; a day is one only when something is.
    """

    def __init__(self) -> None:
        self.drafts: list[SittingDraft] = []
        self._moments: list[Moment] = []
        self._week: tuple[Day, ...] = ()
        self._part: Part | None = None
        self._open = False
        self._waiting = False
        self._lines: list[Line] = []
        self._day_lines: list[Line] = []
        self._name: str | None = None
        self._current: dict[str | None, list[SittingDraft]] = {}
        self.scopes = Scopes()

    @property
    def has_slot(self) -> bool:
        """Whether a day, week, time or meeting was named yet."""
        return self._open

    @property
    def is_begun(self) -> bool:
        """Whether something is set down already for the time."""
        return bool(self._current)

    def begin_week(self, days: Sequence[Day], lines: Iterable[Line]) -> None:
        """A week that holds from here on; its first day counts where no day of it is named."""
        self.begin_day((), lines)
        self._week = tuple(days[:1])

    def begin_day(self, days: Sequence[Day], lines: Iterable[Line]) -> None:
        """A day, or several, that hold from here on."""
        self.begin([Moment(tuple(days), ())] if days else [], lines)

    def begin(self, moments: Sequence[Moment], lines: Iterable[Line]) -> None:
        """Days with their times, that hold from here on."""
        self.close()
        self._open = True
        self._moments = list(moments)
        self._waiting = any(time.starts for moment in moments for time in moment.times)
        self._part, self._name = _part_of(moments), None
        self._day_lines, self._lines = list(lines), []

    def begin_time(self, times: Sequence[TimeMention], part: Part | None, lines: Iterable[Line]) -> None:
        """A time, or several, that hold from here on; none where a sitting follows without a time.

        It is on the days named last: of "9 June, 10 a.m.; 10 June" it is on the second.
        """
        self.close()
        self._open = True
        days = self._moments[-1].days if self._moments else ()
        timed = tuple(time for time in times if time.starts)
        self._moments, self._part = [Moment(days, timed)], part
        self._waiting = bool(timed)
        self._lines = list(lines)

    def name_meeting(self, name: str | None) -> None:
        """What the meeting is called; tells sittings at the same time apart."""
        self._name = name

    def cancel(self) -> None:
        """There is no meeting at this time."""
        self.scopes.cancelled()
        self._waiting = False

    def entries(self, track: str | None = None) -> list[Draft]:
        """What is set down already for the time and track."""
        current = self._current.get(track)
        return current[0].entries if current else []

    def add(self, draft: Draft, track: str | None = None) -> None:
        """Set something down for the time, on this track."""
        if track not in self._current:
            self._current[track] = self._begin(track)
        draft.said = draft.said.with_(self.scopes.row)
        for sitting in self._current[track]:
            sitting.entries.append(draft)

    def close(self) -> None:
        """Nothing more belongs to the time."""
        if self._waiting and not self._current:
            self._begin(None)
        self._current = {}
        self._waiting = False
        self.scopes.ended()

    def _begin(self, track: str | None) -> list[SittingDraft]:
        begun = []
        self._waiting = False
        said = self.scopes.begun()
        for days, printed in self._moments or [Moment((), ())]:
            times = [time for time in printed if time.starts]
            for day in days or self._week or (Day(None),):
                for when in day.dates(timed=bool(times)):
                    for time in times or [TimeMention(None, None, self._part, 0, 0)]:
                        part = time.part or self._part
                        draft = SittingDraft(day, when, time.starts, time.ends, part, track)
                        draft.lines, draft.said = [*self._day_lines, *self._lines], said
                        begun.append(draft)
        self._tell_apart(begun)
        self.drafts.extend(begun)
        return begun

    def _tell_apart(self, begun: Sequence[SittingDraft]) -> None:
        """Sittings of named meetings at the same time are parallel: the names are their tracks."""
        if self._name is None:
            return
        for draft in begun:
            same = (draft.date, draft.starts, draft.ends)
            if any((d.date, d.starts, d.ends) == same and d.track != self._name for d in self.drafts):
                draft.track = draft.track or self._name
