"""What is read of a meeting document below its masthead."""

from __future__ import annotations

from dataclasses import dataclass, field

from undocparse.model import Agenda, Annotation, Timetable, TimetableGrid


@dataclass(slots=True)
class Body:
    """Agenda, annotations and timetable; empty for documents of other kinds."""

    agenda: Agenda = field(default_factory=Agenda)
    annotations: tuple[Annotation, ...] = ()
    timetable: Timetable = field(default_factory=Timetable)
    grids: tuple[TimetableGrid, ...] = ()
