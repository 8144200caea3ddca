"""The masthead of a document (UN Editorial Manual, "Mastheads and covers")."""

from __future__ import annotations

from datetime import date as date_type
from typing import Literal

from pydantic import Field

from undocparse.model.moments import as_day
from undocparse.model.place import Model, Place

SessionKind = Literal["emergency", "special", "resumed", "annual", "organizational", "substantive", "regular"]
"""Of several that a masthead names ("emergency special session") the one that stands first here."""


class Session(Model):
    """A session as the masthead names it.

    Attributes:
        number: "Eighteenth session" is 18; null where it is counted within a year.
        text: its words.
        year: printed beside it, or that of the first day; of a regular session of a body that meets by a
            fixed rhythm (the General Assembly's eightieth in 2025) the year in which it opens.
        kind: as its words say; a numbered one of which they say nothing is `regular`.
    """

    number: int | None = None
    text: str | None = None
    year: int | None = None
    kind: SessionKind | None = None


class Header(Model):
    """The masthead's fields; null or empty where the document does not say.

    Attributes:
        symbol: canonical form, no blanks, no asterisk.
        other_symbols: further symbols of a joint document.
        distribution: `general`, `limited`, `restricted`, `provisional`, `unrestricted`, ….
        date: ISO 8601 date of submission.
        original_languages: BCP 47 primary subtags.
        job_number: as in the footer, without language letter and asterisk.
        organ: the principal organ or the body in the masthead's large type.
        organ_key: the organ's key, the root of its symbols (`A`, `E`), the same in all languages.
        body: the body named under the masthead.
        body_key: the key of the body that meets (`A/C.6`, `E/ICEF`), by symbol or name.
        session: its number, where one is printed, and its words.
        place: the city.
        starts: ISO 8601 date of the first day of the meeting.
        ends: ISO 8601 date of the last day.
        agenda_items: keys of the items that the masthead names.
        title: title of the document.
        author: the line below the title ("Note by the Secretariat").
        notes: footnotes of the masthead ("Reissued for technical reasons.").
        places: where each field is printed, by field name.
    """

    symbol: str | None = None
    other_symbols: tuple[str, ...] = ()
    distribution: str | None = None
    date: str | None = None
    original_languages: tuple[str, ...] = ()
    job_number: str | None = None
    organ: str | None = None
    organ_key: str | None = None
    body: str | None = None
    body_key: str | None = None
    session: Session = Session()
    place: str | None = None
    starts: str | None = None
    ends: str | None = None
    agenda_items: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    notes: tuple[str, ...] = ()
    places: dict[str, Place] = Field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.symbol, self.date, self.title, self.starts, self.body))

    @property
    def day(self) -> date_type | None:
        """The date of submission, as a date."""
        return as_day(self.date)

    @property
    def start(self) -> date_type | None:
        """The first day of the meeting, as a date."""
        return as_day(self.starts)

    @property
    def end(self) -> date_type | None:
        """The last day of the meeting, as a date."""
        return as_day(self.ends)
