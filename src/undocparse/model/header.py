"""The masthead of a document (UN Editorial Manual, "Mastheads and covers")."""

from __future__ import annotations

from pydantic import Field

from undocparse.model.place import Model, Place


class Session(Model):
    """A session as the masthead names it ("Eighteenth session" is 18)."""

    number: int | None = None
    text: str | None = None


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
        body: the body named under the masthead.
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
    body: str | None = None
    session: Session = Session()
    place: str | None = None
    starts: str | None = None
    ends: str | None = None
    agenda_items: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    notes: tuple[str, ...] = ()
    places: dict[str, Place] = Field(default_factory=dict)
