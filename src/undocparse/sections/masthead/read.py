"""Reads the masthead of any UN document, from 1946 on, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, place_of
from undocparse.model.diagnostics import Diagnostic, Footnote
from undocparse.model.header import Header
from undocparse.model.place import Place, Where
from undocparse.sections.masthead.cover import is_cover, read_cover
from undocparse.sections.masthead.job_number import job_number
from undocparse.sections.masthead.meeting import Meeting, read_held, read_meeting
from undocparse.sections.masthead.organs import body_of, mended_name, organ_of
from undocparse.sections.masthead.page_one import overleaf
from undocparse.sections.masthead.symbols import OwnSymbol, clean, own_symbol
from undocparse.sections.masthead.titles import Title, is_garbled, read_title
from undocparse.sections.masthead.vocabulary import Vocabulary, plain, vocabulary
from undocparse.sections.masthead.zones import Zones, zones_of

_TITLE_TYPE = 1.15  # of the text's size
_POOR_LINE = 86  # of 100: how alike a usual line in a poor text layer must be


def read_masthead(
    layout: Layout, ledger: Ledger, language: str, footnotes: Sequence[Footnote] = ()
) -> tuple[Header, list[Diagnostic]]:
    """Read the masthead and claim its lines, title and author among them, as `header`.

    What another section has claimed is read too, but not claimed again: furniture takes the symbol where it
    is a running head as well, and the job number.

    Args:
        layout: the whole document; running heads of later pages are witnesses of the symbol.
        ledger: who has which line.
        language: BCP 47 primary subtag.
        footnotes: those of the document; the ones marked by asterisks on the first page are the header's.

    Returns:
        The header, and what was mended or is doubtful.
    """
    known = vocabulary(language)
    zones = zones_of(layout, ledger, known)
    parts = _parts(layout, zones, known)
    if parts.title.title is None and parts.meeting.items and zones.size:
        parts.title = _title_overleaf(layout, ledger, zones, known)
    if parts.title.title and is_garbled(parts.title.title):
        parts.title.title = None
    diagnostics = [*_about_symbol(parts.symbol), *_about_fields(zones, parts), *_mend_names(parts, known)]
    header = _header(zones, parts, layout, _notes(footnotes, layout))
    _claim(zones, parts, ledger)
    return header, diagnostics


@dataclass(slots=True)
class _Parts:
    """What the zones of a masthead say."""

    symbol: OwnSymbol
    meeting: Meeting
    title: Title
    organ: str | None
    organ_lines: list[Line]
    body: str | None = None
    body_lines: list[Line] = field(default_factory=list)


def _parts(layout: Layout, zones: Zones, known: Vocabulary) -> _Parts:
    """Symbol, meeting, title, organ and body, of a cover or of a masthead."""
    symbol = own_symbol(layout, zones.margin.symbols, known)
    if is_cover(zones):
        meeting, title, named = read_cover(zones, known)
        organ, lines = (named.text, named.lines) if named else (None, [])
    else:
        meeting = read_meeting(zones.meeting, known)
        title = read_title(
            zones.title,
            known,
            typed=zones.typed,
            of_item=bool(meeting.items),
            held=lambda paragraph: read_held(paragraph, meeting, known),
        )
        organ, lines = organ_of(zones, meeting, known)
    parts = _Parts(symbol, meeting, title, organ, lines)
    if (body := body_of(meeting, organ, known)) is not None:
        parts.body, parts.body_lines = body.text, body.lines
    return parts


def _title_overleaf(layout: Layout, ledger: Ledger, zones: Zones, known: Vocabulary) -> Title:
    """The title where the titles of the items fill the first page: in the larger type of titles."""
    lines = overleaf(layout, ledger)
    if not lines or not lines[0].bold or lines[0].size < _TITLE_TYPE * zones.size:
        return Title()
    return read_title(lines, known, typed=False, of_item=False, held=lambda _: False)


def _mend_names(parts: _Parts, known: Vocabulary) -> Iterator[Diagnostic]:
    """Mend usual names that a poor text layer garbled."""
    author, body = parts.title.author, parts.body
    if author and (usual := _usual(author, known)):
        parts.title.author = usual
        yield _mended("author", author, usual)
    if body and (name := mended_name(body, known.words.bodies)) != body:
        parts.body = name
        yield _mended("body", body, name)


def _header(zones: Zones, parts: _Parts, layout: Layout, notes: tuple[str, ...]) -> Header:
    margin, meeting = zones.margin, parts.meeting
    job, job_line = job_number(layout)
    return Header(
        symbol=parts.symbol.symbol,
        other_symbols=parts.symbol.others,
        distribution=margin.distribution,
        date=margin.date,
        original_languages=margin.originals,
        job_number=job,
        organ=parts.organ,
        body=parts.body,
        session=meeting.session,
        place=meeting.place,
        starts=meeting.starts,
        ends=meeting.ends,
        agenda_items=tuple(meeting.items),
        title=parts.title.title,
        author=parts.title.author,
        notes=notes,
        places=_places(zones, parts, [job_line] if job_line else []),
    )


def _notes(footnotes: Iterable[Footnote], layout: Layout) -> tuple[str, ...]:
    """The notes of the first page that asterisks mark."""
    first = next((page.number for page in layout.pages if page.lines), 1)
    return tuple(note.text for note in footnotes if note.page == first and note.mark.startswith("*"))


def _usual(author: str, known: Vocabulary) -> str | None:
    """The usual line of an author that a poor text layer garbled; null where it is not, or is another."""
    found = plain(author)
    if found in {plain(usual) for usual in known.words.authors}:
        return None
    best = max(known.words.authors, key=lambda usual: fuzz.ratio(found, plain(usual)))
    same = abs(len(best) - len(author)) <= 1 and len(best.split()) == len(author.split())
    return best if same and fuzz.ratio(found, plain(best)) >= _POOR_LINE else None


def _places(zones: Zones, parts: _Parts, job: Sequence[Line]) -> dict[str, Place]:
    lines: dict[str, Sequence[Line]] = {
        **zones.margin.fields,
        **parts.meeting.fields,
        "symbol": parts.symbol.lines,
        "job_number": job,
        "organ": parts.organ_lines,
        "body": parts.body_lines,
        "title": parts.title.title_lines,
        "author": parts.title.author_lines,
    }
    known = Header.model_fields
    return {name: place for name, found in lines.items() if name in known and (place := place_of(found))}


def _claim(zones: Zones, parts: _Parts, ledger: Ledger) -> None:
    title = parts.title
    lines = [*zones.margin.lines, *zones.organ, *zones.noise, *parts.symbol.lines]
    lines += [line for column in zones.meeting for line in column]
    lines += [*title.title_lines, *title.author_lines, *title.other]
    ledger.claim(ledger.free(zones.printed(lines)), "header")


def _about_symbol(symbol: OwnSymbol) -> list[Diagnostic]:
    if symbol.symbol is None:
        return []
    whole = "-".join([symbol.symbol, *symbol.others])
    if symbol.printed is None:
        message = f"The masthead prints no symbol; {whole} is from the running heads."
        return [Diagnostic(code="symbol-from-running-head", severity="info", message=message, after=whole)]
    if "".join(clean(symbol.printed).split()) == "".join(whole.split()) and not symbol.witness:
        return []
    return [_mended("symbol", symbol.printed, whole)]


def _about_fields(zones: Zones, parts: _Parts) -> list[Diagnostic]:
    mended = (*zones.margin.mended, *parts.meeting.mended)
    return [_mended(name, before, after) for name, before, after in mended]


def _mended(name: str, before: str, after: str) -> Diagnostic:
    return Diagnostic(
        code="masthead-mended",
        severity="warning",
        message=f"The {name.replace('_', ' ')} was mended: {before!r} was read as {after!r}.",
        where=Where(section="header", page=1),
        before=before,
        after=after,
    )
