"""What a drawn document consists of, the same for every typesetter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Run:
    """Text in one style; `note` is the number of a footnote, whose raised mark the run is."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    note: int | None = None


@dataclass(frozen=True)
class Para:
    """A paragraph.

    Attributes:
        runs: its text.
        label: what stands before it: "1.", "(a)", a bullet.
        indent: of the label, or of the text where there is no label; in points.
        hang: room for the label in points; the text of later lines goes there too if `hanging`.
        hanging: whether later lines stand below the first word instead of below the label.
        align: None is the document's own: justified or ragged.
        size: type size relative to the text.
        before: blank space above in points.
        page: number at the right end of a row of dots, in a table of contents.
        level: 1 to 3 for headings that HTML and Word mark as such.
        keep: stands on one page with what follows.
    """

    runs: tuple[Run, ...]
    label: str = ""
    indent: float = 0.0
    hang: float = 24.0
    hanging: bool = True
    align: Align | None = None
    size: float = 1.0
    before: float = 6.0
    page: str | None = None
    level: int = 0
    keep: bool = False

    @property
    def text(self) -> str:
        """The words without footnote marks."""
        return "".join(run.text for run in self.runs if run.note is None)


@dataclass(frozen=True)
class Tabbed:
    """One line with tab stops, in points; `blanks` sets blanks instead of tabs where that makes sense."""

    cells: tuple[tuple[Run, ...], ...]
    stops: tuple[float, ...]
    blanks: bool = False
    before: float = 2.0


@dataclass(frozen=True)
class Cell:
    """A cell that goes over `columns` and `rows`."""

    paras: tuple[Para, ...] = ()
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of cells; a row lacks the cells that others cover.

    Attributes:
        rows: the cells.
        widths: share of the measure, for each column.
        rules: lines round all cells, between rows only, or none.
        head: how many rows are heads.
        repeat: whether heads are set again on the next page.
        middle: whether cells over several rows have their text at half height.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    rules: Literal["grid", "lines", "none"] = "none"
    head: int = 0
    repeat: bool = True
    middle: bool = False
    before: float = 6.0


@dataclass(frozen=True)
class Rule:
    """A line across the page; `share` of the measure."""

    weight: float = 0.5
    share: float = 1.0


@dataclass(frozen=True)
class Break:
    """A new page; `turn` begins landscape or turned pages, or ends them."""

    turn: Literal["portrait", "landscape", "turned", "sideways"] | None = None


Element = Para | Tabbed | Table | Rule | Break


@dataclass
class Style:
    """How pages are set: sizes in points."""

    paper: str = "a4"
    margins: tuple[float, float] = (64.0, 64.0)
    mirrored: bool = False
    size: float = 10.0
    leading: float = 1.2
    font: str = "Times"
    justified: bool = True
    line_numbers: bool = False
    watermark: str = ""
    head: str = ""
    head_side: str = "edge"
    foot: str = ""
    count: str = "{n}"
    measure: int = 84


@dataclass
class Doc:
    """A whole document ready to set."""

    language: str
    title: str
    style: Style
    elements: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, *elements: Element) -> None:
        """Put elements at the end."""
        self.elements += elements


def fit(widths: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Widths that give each column its least, taken from the others in proportion."""
    if sum(least) >= room:
        return list(least)
    wanted = [max(width * room, low) for width, low in zip(widths, least, strict=True)]
    spare = [width - low for width, low in zip(wanted, least, strict=True)]
    over = sum(wanted) - room
    share = over / sum(spare) if sum(spare) else 0.0
    return [width - share * one for width, one in zip(wanted, spare, strict=True)]


def words(text: str, *, bold: bool = False, italic: bool = False, underline: bool = False) -> tuple[Run, ...]:
    """Text in one style."""
    return (Run(text, bold, italic, underline),) if text else ()


def line(
    text: str | Sequence[Run],
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    **shape: object,
) -> Para:
    """A paragraph; `shape` are attributes of `Para`."""
    runs = (
        words(text, bold=bold, italic=italic, underline=underline) if isinstance(text, str) else tuple(text)
    )
    return Para(runs, **shape)  # type: ignore[arg-type]


def cell(*texts: str | Para, columns: int = 1, rows: int = 1, bold: bool = False) -> Cell:
    """A cell of plain lines."""
    paras = [line(t, before=0.0, bold=bold) if isinstance(t, str) else t for t in texts if t]
    return Cell(tuple(paras), columns, rows)
