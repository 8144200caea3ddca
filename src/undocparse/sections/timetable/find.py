"""The timetable as a whole: found before the other sections are, read once the agenda is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from undocparse.languages import LANGUAGES
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Grid, Layout, rounded
from undocparse.model.agenda import Agenda
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.document import DocumentType
from undocparse.model.header import Header
from undocparse.model.timetable import GridCell, Timetable, TimetableGrid
from undocparse.sections.timetable.business import Business, Paragraphs
from undocparse.sections.timetable.columns import CellReader
from undocparse.sections.timetable.dates import issued_on, meeting_of, settle_dates
from undocparse.sections.timetable.evidence import Setting
from undocparse.sections.timetable.headed import HeadedDays, read_headed
from undocparse.sections.timetable.linking import link_entries
from undocparse.sections.timetable.lists import read_lines
from undocparse.sections.timetable.order import mend_order
from undocparse.sections.timetable.pieces import ItemTitles, titles_of
from undocparse.sections.timetable.plans import Plan
from undocparse.sections.timetable.ranks import Ranks, ranks_of
from undocparse.sections.timetable.region import Part, Region, find_region
from undocparse.sections.timetable.sittings import SittingDraft
from undocparse.sections.timetable.tables import read_grid

_YEAR = re.compile(r"(?<!\d)(?:19[4-9]\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class TimetableRegion:
    """Where a timetable stands, and the layout that it stands in."""

    region: Region
    layout: Layout


def find_timetable(
    layout: Layout, ledger: Ledger, header: Header, language: str, kind: DocumentType = "annotated_agenda"
) -> TimetableRegion | None:
    """Find the timetable and claim its lines, so that no other section takes them.

    Args:
        layout: the whole document.
        ledger: furniture, footnotes and masthead are claimed already.
        header: its dates give the year of days that are printed without.
        language: BCP 47 primary subtag.
        kind: an organization of work is mostly timetable; a document of another kind than agendas has one
            only under a heading that says so.

    Returns:
        Null where the document has no timetable, or its language no data file; then nothing is claimed.
    """
    if language not in LANGUAGES:
        return None
    setting = setting_of(header, kind)
    reader = CellReader(language, year_of(header, layout))
    region = find_region(layout, ledger, reader, setting)
    if region is None:
        return None
    ledger.claim(region.lines, "timetable")
    return TimetableRegion(region, layout)


def setting_of(header: Header, kind: DocumentType) -> Setting:
    """What is known of a document in which something may be a timetable."""
    return Setting(
        work=kind == "organization_of_work",
        meeting=meeting_of(header),
        issued=issued_on(header),
        strict=kind == "other",
    )


def read_timetable(
    found: TimetableRegion, agenda: Agenda | None, header: Header, language: str
) -> tuple[Timetable, tuple[TimetableGrid, ...], list[Diagnostic]]:
    """Read the sittings, link them to the agenda, and mend what is certainly wrong.

    Args:
        found: what `find_timetable` returned.
        agenda: null where the document has none.
        header: for the days and year of the meeting.
        language: as for `find_timetable`.

    Returns:
        The sittings, the tables that they were read from, and what was deduced, mended or doubtful.
    """
    drafts, plans = _read(found, titles_of(agenda), language, year_of(header, found.layout))
    diagnostics = [
        *settle_dates(drafts, header),
        *mend_order(drafts),
        *link_entries(drafts, agenda),
    ]
    grids = [part for part in found.region.parts if isinstance(part, Grid)]
    shown = tuple(_grid(grid, plan) for grid, plan in zip(grids, plans, strict=True))
    return Timetable(tuple(draft.sitting(language) for draft in drafts)), shown, diagnostics


def _read(
    found: TimetableRegion, titles: ItemTitles, language: str, year: int | None
) -> tuple[list[SittingDraft], list[Plan]]:
    """Read the timetable, and once more where its typography, known only then, tells entries otherwise."""
    paragraphs = Paragraphs(found.layout)
    business = Business(paragraphs, language, year, Ranks(), titles)
    plans = _read_parts(found.region.parts, business)
    ranks = _ranks(business.drafts, business.stacked)
    if any(ranks.is_entry(question) != answer for question, answer in business.asked):
        business = Business(paragraphs, language, year, ranks, titles)
        plans = _read_parts(found.region.parts, business)
    return business.drafts, plans


def _read_parts(parts: Iterable[Part], business: Business) -> list[Plan]:
    plans: list[Plan] = []
    for part in parts:
        if isinstance(part, Grid):
            plans.append(read_grid(part, business, plans[-1] if plans else None))
        elif isinstance(part, HeadedDays):
            read_headed(part, business)
        else:
            read_lines(part, business)
    return plans


def _ranks(drafts: list[SittingDraft], stacked: int) -> Ranks:
    items = {id(entry): entry for draft in drafts for entry in draft.entries if entry.keys}
    free = {id(draft.entries[0]): draft.entries[0] for draft in drafts if draft.entries}
    return ranks_of(items.values(), (entry for entry in free.values() if not entry.keys), stacked)


def year_of(header: Header, layout: Layout) -> int | None:
    """The year of days printed without: the meeting's, else the document's, else the first one printed."""
    printed = header.starts or header.ends or header.date
    if printed is None:
        found = (_YEAR.search(line.text) for page in layout.pages[:1] for line in page.lines)
        printed = next((match[0] for match in found if match), None)
    return int(printed[:4]) if printed else None


def _grid(grid: Grid, plan: Plan) -> TimetableGrid:
    cells = tuple(
        GridCell(
            row=cell.row,
            column=cell.column,
            rows=cell.rows,
            columns=cell.columns,
            text=cell.text,
            page=cell.lines[0].page if cell.lines else None,
            box=rounded(cell.box),
        )
        for cell in grid.cells
    )
    return TimetableGrid(cells=cells, roles=tuple(_role(column.role) for column in plan.columns))


def _role(role: str) -> str:
    return "other" if role == "meeting" else role
