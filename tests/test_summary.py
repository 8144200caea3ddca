"""What the summary for a person counts."""

from __future__ import annotations

import undocparse
from undocparse.exports.summary import summary

TEXT = b"Provisional agenda\n\n1. Opening of the session.\n\n3. Adoption of the report.\n"


def test_diagnostics_are_counted_by_severity_and_lines_that_no_section_has() -> None:
    document = undocparse.parse(TEXT, name="agenda.txt")
    warnings = sum(one.severity == "warning" for one in document.diagnostics)
    *_, last = summary(document)
    assert warnings
    assert f"{warnings} warning" in str(last)
    assert f"{len(document.unassigned)} lines unassigned" in str(last)
