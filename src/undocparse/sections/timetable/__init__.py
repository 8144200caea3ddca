"""The proposed organization of work: from lines and grids to sittings with their entries.

What is said is the same however it is set: this business, on this day, at this time, in this track. So texts
are read first, then what columns they make, then whether that is a timetable at all, and only then sittings.

Words: `vocabulary` holds a language's patterns, `slots` reads days and times out of a text, `signs` says what
a text is by itself.
Where: `region` finds the timetables, among tables by `evidence`, among `printed` lines by their `anchors`
and `cuts`, among `sentences` else; `headings` are what stands above them.
How: `plans` says how a table is read, by its `heads` and `columns`.
What: `tables` and `lists` read rows and paragraphs; `business` and `entries` tell what a paragraph sets down,
`ranks` by the type that it is set in; `sittings` fills days and times down.
Then: `dates` settles years, `order` mends what slid to another row, `linking` ties entries to the agenda.
`find` is the way in.
"""

from undocparse.sections.timetable.find import TimetableRegion, find_timetable, read_timetable

__all__ = ["TimetableRegion", "find_timetable", "read_timetable"]
