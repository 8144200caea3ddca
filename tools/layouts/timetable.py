"""The timetable of a drawn document, in the form that its axes name."""

from __future__ import annotations

from .elements import Element, line
from .timetable_lines import Lines
from .timetable_tables import Tables

FORMS = {"tracks": "tracks_table"}


class Timetable(Tables, Lines):
    """The timetable of one document; `gold` are its sittings once it is set."""

    def elements(self) -> list[Element]:
        """The whole timetable, set; fills `gold`."""
        if self.spec["timetable_extras"] == "no-meeting" and self.form not in (
            "matrix",
            "matrix-days",
            "tracks",
        ):
            days = sorted({s.dates[0] for s in self.sittings})
            if len(days) > 2:
                self.extra_day = days[len(days) // 2]
                self.sittings = [s for s in self.sittings if s.dates[0] != self.extra_day]
        found = list(getattr(self, "_" + FORMS.get(self.form, self.form).replace("-", "_"))())
        if self.spec["timetable_extras"] == "notes":
            found += [line(note, size=0.95) for note in self.words["notes_below"]]
        return found
