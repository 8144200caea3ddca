"""The proposed organization of work: from lines and grids to sittings with their entries.

First the grid, then its meaning: `region` finds the timetable, `layout.grids` rebuilds its table, `columns`
says what each column holds, `tables` and `lists` fill days and times down, `linking` ties entries to items.
"""

from undocparse.sections.timetable.find import TimetableRegion, find_timetable, read_timetable

__all__ = ["TimetableRegion", "find_timetable", "read_timetable"]
