"""Draws the sittings of a meeting."""

from __future__ import annotations

import datetime
import random

from .axes import Spec
from .content import Author, Item, Meeting, Row, Sitting, has


def draw_sittings(author: Author, spec: Spec, meeting: Meeting) -> list[Sitting]:
    """Sittings from the first to the last day, two a day, items in their order."""
    if not has(spec, "timetable"):
        return []
    chance = author.chance
    days = _working_days(meeting)
    flat = [item for top in meeting.items for item in ([top] if not top.items else top.items)]
    parts = ("morning",) if spec["timetable_time"] == "none" else ("morning", "afternoon")
    ratio = len(flat) / (len(days) * len(parts))
    tracks = len(_tracks(author, spec))
    found: list[Sitting] = []
    at = 0
    for day in days:
        for part in parts:
            step = max(1, min(4, round(ratio))) if ratio > 0.7 else int(not found or chance.random() < ratio)
            for track in range(max(1, tracks)):
                rows, at = _rows(author, spec, flat, at, step)
                found.append(Sitting([day], part, rows, track=track))
    if tracks or spec["timetable_form"].startswith("matrix"):
        return found
    return _joined(spec, found, chance)


def _tracks(author: Author, spec: Spec) -> list[str]:
    if spec["timetable_form"] != "tracks":
        return []
    options = author.words["tracks"]
    return list(options[spec.number % len(options)])


def _working_days(meeting: Meeting) -> list[datetime.date]:
    days = [
        meeting.starts + datetime.timedelta(days=n) for n in range((meeting.ends - meeting.starts).days + 1)
    ]
    return [day for day in days if day.weekday() < 5]


def _rows(author: Author, spec: Spec, flat: list[Item], at: int, step: int) -> tuple[list[Row], int]:
    chance, rows = author.chance, []
    alone = spec["timetable_form"] != "tracks"
    if alone and at and (at < len(flat) or chance.random() < 0.5) and (not step or chance.random() < 0.35):
        before = flat[at - 1]
        rows.append(Row((before.key,), before.title, chance.choice(author.words["continued"])))
    for item in flat[at : at + step]:
        rows.append(Row((item.key,), item.title))
    if chance.random() < 0.3 or not rows:
        rows.append(Row((), author.one("business")))
    if spec["timetable_items"] in ("column", "behind") and len(rows) > 1 and chance.random() < 0.15:
        keys = tuple(key for row in rows for key in row.keys)
        if len(set(keys)) == 2 and all("." not in key for key in keys):
            rows = [Row(tuple(dict.fromkeys(keys)), author.title())]
    return rows, min(at + step, len(flat))


def _joined(spec: Spec, sittings: list[Sitting], chance: random.Random) -> list[Sitting]:
    """Some days in lists or spans, where the axis says so; a span has no times."""
    if spec["timetable_days"] == "single":
        return sittings
    found: list[Sitting] = []
    days = sorted({s.dates[0] for s in sittings})
    skip: set[datetime.date] = set()
    for at, day in enumerate(days):
        if day in skip:
            continue
        own = [s for s in sittings if s.dates[0] == day]
        later = days[at + 1 : at + 1 + chance.choice((1, 2, 4))]
        if at and later and chance.random() < 0.5:
            skip |= set(later)
            if spec["timetable_days"] == "spans" or len(later) > 2:
                rows = list({(row.keys, row.title): row for sitting in own for row in sitting.rows}.values())
                own = [Sitting([day], "", rows, later[-1])]
                if spec["timetable_days"] == "lists":
                    own[0].until = later[-2]
                    own[0].dates.append(later[-1])
            else:
                for sitting in own:
                    sitting.dates += later
        found += own
    return found
