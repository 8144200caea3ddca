"""Reads covers of reports, which have no masthead: symbol, name, title, organ, "Official Records"."""

from __future__ import annotations

from collections.abc import Sequence

from undocparse.model.header import Session
from undocparse.sections.masthead.meeting import Meeting, read_held
from undocparse.sections.masthead.paragraphs import Paragraph, paragraphs_of
from undocparse.sections.masthead.session import session_number
from undocparse.sections.masthead.titles import Title
from undocparse.sections.masthead.vocabulary import Vocabulary, plain
from undocparse.sections.masthead.zones import Zones

_LARGE = 15.5  # points; no masthead of the usual kind sets its title larger


def is_cover(zones: Zones) -> bool:
    """Whether the first page is a cover: large type, and nothing of what a masthead's margin says."""
    margin = zones.margin
    below = [line for column in zones.meeting for line in column] + zones.title
    plain = not margin.strong and not zones.organ
    return bool(margin.lines) and plain and any(line.size > _LARGE for line in below)


def read_cover(zones: Zones, known: Vocabulary) -> tuple[Meeting, Title, Paragraph | None]:
    """Meeting, title and organ of a cover.

    The organ stands below the title, with "Official Records" and the session. A body may stand above the
    title: a report's title begins with the kind of document that it is.
    """
    lines = sorted(
        (line for column in (*zones.meeting, zones.title) for line in column), key=lambda line: line.number
    )
    found = [p for p in paragraphs_of(lines) if plain(p.text) not in {plain(n) for n in known.words.name}]
    organ = next((p for p in found if plain(p.text) in known.organs), None)
    meeting, above = Meeting(), []
    for paragraph in found[: found.index(organ)] if organ else found:
        if not read_held(paragraph, meeting, known):
            above.append(paragraph)
    for paragraph in found[found.index(organ) :] if organ else ():
        if known.sessions.search(paragraph.text) and meeting.session.text is None:
            meeting.session = Session(number=session_number(paragraph.text, known), text=paragraph.text)
            meeting.fields["session"] = paragraph.lines
    title = _title(above, meeting, known)
    taken = {line.number for line in title.title_lines}
    title.other = [line for p in found for line in p.lines if line.number not in taken]
    return meeting, title, organ


def _is_report(text: str, known: Vocabulary) -> bool:
    return plain(text).startswith(tuple(f"{plain(kind)} " for kind in known.words.author_kinds))


def _title(above: Sequence[Paragraph], meeting: Meeting, known: Vocabulary) -> Title:
    large = [p for p in above if p.size > 0.6 * max(one.size for one in above)]
    if not large:
        return Title()
    second = large[1] if len(large) > 1 else None
    if second and not _is_report(large[0].text, known) and _is_report(second.text, known):
        meeting.names.append(large[0])
        return Title(title=second.text, title_lines=list(second.lines))
    return Title(title=large[0].text, title_lines=list(large[0].lines))
