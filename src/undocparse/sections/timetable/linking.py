"""Ties the entries of sittings to the items of the agenda: by number, and by title where that helps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from undocparse.languages.matching import folded
from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.diagnostics import Diagnostic, Severity
from undocparse.model.place import Where
from undocparse.sections.timetable.entries import Draft
from undocparse.sections.timetable.sittings import SittingDraft

_SAME = 92.0  # similarity from 0 to 100: from here on two titles are the same one
_OTHER = 55.0  # below this they are not
_SHORT = 12  # characters; shorter titles are no evidence against a number
_PARTING = ("(", "[", ",", ":", ";")  # what an agenda's title goes on with where a timetable shortens it


def link_entries(drafts: Iterable[SittingDraft], agenda: Agenda | None) -> list[Diagnostic]:
    """Give entries without a number the item whose title they bear; mend numbers that the title contradicts.

    A number is taken to be wrong only where the title is another item's own and not at all like that of the
    item with the number.

    Args:
        drafts: sittings; their entries are changed in place.
        agenda: null where the document has none; then nothing is changed.

    Returns:
        One diagnostic for each entry that was changed or that names an item the agenda lacks.
    """
    items = list(agenda.walk()) if agenda else []
    if not items:
        return []
    titles = {item.key: folded(item.title) for item in items}
    found: list[Diagnostic] = []
    seen: set[int] = set()
    for sitting in drafts:
        for entry in sitting.entries:
            if id(entry) not in seen:
                seen.add(id(entry))
                found.extend(_link(entry, items, titles))
    return found


def _link(entry: Draft, items: Sequence[AgendaItem], titles: dict[str, str]) -> Iterator[Diagnostic]:
    if not entry.keys:
        if not entry.unlinked and (key := _by_title(entry.title, items, titles)):
            entry.keys = (key,)
            message = f"“{entry.title}” has no item number in the timetable; its title is that of item {key}."
            yield _diagnostic("timetable-item-deduced", message, entry, after=key)
        return
    missing = [key for key in entry.keys if key not in titles]
    contradicted = len(entry.keys) == 1 and _contradicts(entry, titles)
    if not missing and not contradicted:
        return
    key = _by_title(entry.title, items, titles) if len(entry.keys) == 1 else None
    if key and key != entry.keys[0]:
        before = entry.keys[0]
        entry.keys = (key,)
        message = f"The timetable gives “{entry.title}” the number {before}; in the agenda it is item {key}."
        yield _diagnostic("timetable-item-contradicts-title", message, entry, before=before, after=key)
    elif missing:
        message = f"The timetable schedules {', '.join(missing)}, which the agenda does not have."
        yield _diagnostic("timetable-item-unknown", message, entry)


def _contradicts(entry: Draft, titles: dict[str, str]) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415

    title, own = folded(entry.title), titles.get(entry.keys[0], "")
    if len(title) < _SHORT or not own:
        return False
    return max(fuzz.ratio(title, own), fuzz.partial_ratio(title, own)) < _OTHER


def _by_title(title: str, items: Sequence[AgendaItem], titles: dict[str, str]) -> str | None:
    """The only item with this title, or whose title goes on behind it; null where several are or none."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    wanted = folded(title)
    if not wanted:
        return None
    same = [item.key for item in items if fuzz.ratio(wanted, titles[item.key]) >= _SAME]
    if len(same) > 1:
        same = [key for key in same if titles[key] == wanted]
    if not same:
        same = [item.key for item in items if _is_shortened(wanted, titles[item.key])]
    return same[0] if len(same) == 1 else None


def _is_shortened(wanted: str, title: str) -> bool:
    """Whether a title is another one without its mandate: "General debate (resolution 1/2)"."""
    return title.startswith(wanted) and title[len(wanted) :].lstrip()[:1] in _PARTING


def _diagnostic(
    code: str, message: str, entry: Draft, *, before: str | None = None, after: str | None = None
) -> Diagnostic:
    page = entry.lines[0].page if entry.lines else None
    where = Where(section="timetable", items=entry.keys, page=page)
    severity: Severity = "warning" if before or not after else "info"
    return Diagnostic(code=code, severity=severity, message=message, where=where, before=before, after=after)
