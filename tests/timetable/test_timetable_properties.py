"""What is written is read: any timetable, however it is set."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timetable_building import Printed, grid_layout, printed_day, read

from undocparse.model.header import Header

TIMES = (("10:00", "13:00"), ("13:15", "14:45"), ("15:00", "18:00"), ("18:15", "20:00"))
PRINTED = {
    "en": ("10 a.m.–1 p.m.", "1.15–2.45 p.m.", "3–6 p.m.", "6.15–8 p.m."),
    "fr": ("10 heures-13 heures", "13 h 15-14 h 45", "15 h à 18 h", "18 h 15-20 heures"),
}
HEADS = {"en": ("Date", "Time", "Item", "Title"), "fr": ("Date", "Heure", "Point", "Titre ou description")}
CONTINUED = {"en": "(continued)", "fr": "(suite)"}
WORDS = {
    "en": ("Review", "of", "the", "lighthouses", "and", "harbours", "in", "landlocked", "countries", "buoys"),
    "fr": ("Examen", "des", "phares", "et", "des", "ports", "dans", "les", "pays", "bouées"),
}
MEETING = Header(starts="2031-03-03", ends="2031-03-28")


@dataclass(frozen=True)
class Entry:
    keys: tuple[str, ...]
    title: str
    continued: bool


@dataclass(frozen=True)
class Sitting:
    day: date
    slot: int
    tracks: tuple[tuple[Entry, ...], ...]


def titles(language: str) -> st.SearchStrategy[str]:
    """Titles of up to three lines; the first word is a capital one, the last one no short word."""
    inner = st.lists(st.sampled_from(WORDS[language][1:]), min_size=0, max_size=16)
    last = "lighthouses" if language == "en" else "phares"
    return inner.map(lambda words: " ".join([WORDS[language][0], *words, last]))


def entries(language: str) -> st.SearchStrategy[Entry]:
    sub = st.sampled_from(["", *(f".{letter}" for letter in string.ascii_lowercase[:4])])
    key = st.tuples(st.integers(1, 29), sub).map(lambda parts: f"{parts[0]}{parts[1]}")
    return st.builds(Entry, st.tuples(key), titles(language), st.booleans())


@st.composite
def programmes(draw: st.DrawFn, tracks: int) -> tuple[str, list[Sitting]]:
    language = draw(st.sampled_from(["en", "fr"]))
    days = sorted(draw(st.sets(st.integers(0, 25), min_size=1, max_size=5)))
    business = st.lists(entries(language), min_size=1, max_size=4).map(tuple)
    found = []
    for day in days:
        for slot in sorted(draw(st.sets(st.integers(0, 3), min_size=1, max_size=3))):
            filled = [draw(business), *(draw(st.just(()) | business) for _ in range(tracks - 1))]
            found.append(Sitting(date(2031, 3, 3) + timedelta(days=day), slot, tuple(filled)))
    if len(found) < 2:
        found.append(Sitting(found[0].day + timedelta(days=1), 0, found[0].tracks))
    return language, found


def label(key: str, language: str) -> str:
    first, _, letter = key.partition(".")
    return f"{first} {'(' if language == 'en' else ''}{letter})" if letter else first


def printed_title(entry: Entry, language: str) -> str:
    return f"{entry.title} {CONTINUED[language]}" if entry.continued else entry.title


def rows_of(
    language: str, sittings: list[Sitting], *, repeat: int = 0, spread: bool = False
) -> list[list[str]]:
    """A row an entry; dates and times only where they begin, headings again every `repeat` rows."""
    tracks = len(sittings[0].tracks)
    heads = list(HEADS[language][:2]) + list(HEADS[language][2:]) * tracks
    rows: list[list[str]] = []
    if tracks > 1:
        rows.append(["", "", *(text for n in range(tracks) for text in (f"Pavillon {n + 1} bis", ""))])
    rows.append(heads)
    before: date | None = None
    for sitting in sittings:
        for step in range(max(map(len, sitting.tracks))):
            if repeat and len(rows) % repeat == 0:
                rows.append(heads)
            day = printed_day(sitting.day, language) if (before != sitting.day or spread) else ""
            time = PRINTED[language][sitting.slot] if not step else ""
            row = [day if not step else "", time]
            for track in sitting.tracks:
                entry = track[step] if step < len(track) else None
                row += [label(entry.keys[0], language), printed_title(entry, language)] if entry else ["", ""]
            rows.append(row)
            before = sitting.day
    return rows


def expected(sittings: list[Sitting]) -> list[object]:
    return [
        (s.day.isoformat(), *TIMES[s.slot], [(e.keys, e.title, e.continued) for e in track])
        for s in sittings
        for track in s.tracks
        if track
    ]


def got(layout: object, language: str) -> list[object]:
    timetable, _ = read(layout, language, MEETING)  # type: ignore[arg-type]
    return [
        (s.date, s.starts, s.ends, [(e.items, e.title, e.continued) for e in s.entries]) for s in timetable
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    programme=st.integers(1, 2).flatmap(programmes),
    repeat=st.sampled_from([0, 4, 7]),
    spread=st.booleans(),
)
def test_grid_says_what_was_set(programme: tuple[str, list[Sitting]], repeat: int, spread: bool) -> None:
    language, sittings = programme
    rows = rows_of(language, sittings, repeat=repeat, spread=spread)
    assert got(grid_layout(rows), language) == expected(sittings)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programme=programmes(1), depth=st.sampled_from([300.0, 700.0]))
def test_print_says_what_was_set(programme: tuple[str, list[Sitting]], depth: float) -> None:
    language, sittings = programme
    printed = Printed((60.0, 150.0, 260.0, 300.0), depth=depth)
    for row in rows_of(language, sittings):
        printed.row(row)
    assert got(printed.layout(), language) == expected(sittings)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(programme=programmes(2))
def test_printed_tracks_say_what_was_set(programme: tuple[str, list[Sitting]]) -> None:
    language, sittings = programme
    printed = Printed((40.0, 130.0, 235.0, 275.0, 400.0, 440.0), right=570.0)
    for row in rows_of(language, sittings):
        printed.row(row)
    assert got(printed.layout(), language) == expected(sittings)
