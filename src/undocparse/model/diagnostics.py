"""What the parser is not sure of, mended, or found wrong in the source."""

from __future__ import annotations

from typing import Literal

from undocparse.model.place import Model, Where

Severity = Literal["info", "warning", "error"]


class Diagnostic(Model):
    """One finding.

    Attributes:
        code: a stable name in kebab case (`timetable-date-repaired`).
        severity: `info` for what was deduced, `warning` for what may be wrong, `error` for what was not read.
        message: one sentence for a person.
        where: what it is about.
        before: the value as printed, for a repair.
        after: the value as mended.
    """

    code: str
    severity: Severity
    message: str
    where: Where | None = None
    before: str | None = None
    after: str | None = None


class Footnote(Model):
    """A footnote, taken out of the flow.

    Attributes:
        mark: "1", "*", "a".
        text: without its mark.
        page: counted from 1.
    """

    mark: str
    text: str
    page: int | None = None
