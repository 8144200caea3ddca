"""Reads the masthead of any UN document, from 1946 on, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, place_of
from undocparse.model.diagnostics import Diagnostic, Footnote
from undocparse.model.header import Header
from undocparse.model.place import Where
from undocparse.sections.masthead.cover import is_cover, read_cover
from undocparse.sections.masthead.job_number import job_number
from undocparse.sections.masthead.meeting import Meeting, read_held, read_meeting
from undocparse.sections.masthead.organs import body_of, mended_name, organ_of
from undocparse.sections.masthead.symbols import OwnSymbol, clean, own_symbol
from undocparse.sections.masthead.titles import Title, read_title
from undocparse.sections.masthead.vocabulary import Vocabulary, plain, vocabulary
from undocparse.sections.masthead.zones import Zones, zones_of

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
    zones = zones_of(layout, ledger, known, language)
    symbol = own_symbol(layout, zones.margin.symbols, known)
    diagnostics = [*_about_symbol(symbol), *_about_margin(zones)]
    meeting, title, organ, organ_lines = _parts(zones, known, language)
    body = body_of(meeting, organ, known)
    if title.author and (usual := _usual(title.author, known)):
        diagnostics.append(_mended("author", title.author, usual))
        title.author = usual
    body_name = mended_name(body.text, known.words.bodies) if body else None
    if body and body_name and body_name != body.text:
        diagnostics.append(_mended("body", body.text, body_name))
    job, job_line = job_number(layout)
    header = Header(
        symbol=symbol.symbol,
        other_symbols=symbol.others,
        distribution=zones.margin.distribution,
        date=zones.margin.date,
        original_languages=zones.margin.originals,
        job_number=job,
        organ=organ,
        body=body_name,
        session=meeting.session,
        place=meeting.place,
        starts=meeting.starts,
        ends=meeting.ends,
        agenda_items=tuple(meeting.items),
        title=title.title,
        author=title.author,
        notes=_notes(footnotes, layout),
        places=_places(
            zones,
            meeting,
            symbol=symbol.lines,
            job_number=[job_line] if job_line else [],
            organ=organ_lines,
            body=body.lines if body else [],
            title=title.title_lines,
            author=title.author_lines,
        ),
    )
    _claim(zones, symbol, title, ledger)
    return header, diagnostics


def _parts(zones: Zones, known: Vocabulary, language: str) -> tuple[Meeting, Title, str | None, list[Line]]:
    """Meeting, title and organ, of a cover or of a masthead."""
    if is_cover(zones):
        meeting, title, named = read_cover(zones, known, language)
        return meeting, title, named.text if named else None, named.lines if named else []
    meeting = read_meeting(zones.meeting, known, language)
    title = read_title(
        zones.title,
        known,
        typed=zones.typed,
        of_item=bool(meeting.items),
        held=lambda paragraph: read_held(paragraph, meeting, known, language),
    )
    return meeting, title, *organ_of(zones, meeting, known, language)


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


def _places(zones: Zones, meeting: Meeting, **more: Sequence[Line]) -> dict[str, object]:
    lines: dict[str, Sequence[Line]] = {**zones.margin.fields, **meeting.fields, **more}
    lines.pop("only", None)
    lines.pop("version", None)
    return {name: place for name, found in lines.items() if (place := place_of(found))}


def _claim(zones: Zones, symbol: OwnSymbol, title: Title, ledger: Ledger) -> None:
    lines = [*zones.margin.lines, *zones.organ, *zones.noise, *symbol.lines]
    lines += [line for column in zones.meeting for line in column]
    lines += [*title.title_lines, *title.author_lines, *title.other]
    ledger.claim(ledger.free(lines), "header")


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


def _about_margin(zones: Zones) -> list[Diagnostic]:
    return [_mended(field, before, after) for field, before, after in zones.margin.mended]


def _mended(field: str, before: str, after: str) -> Diagnostic:
    return Diagnostic(
        code="masthead-mended",
        severity="warning",
        message=f"The {field.replace('_', ' ')} was mended: {before!r} was read as {after!r}.",
        where=Where(section="header", page=1),
        before=before,
        after=after,
    )
