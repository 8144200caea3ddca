"""What is doubtful about a list where it is found: numbers that it skips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from undocparse.model.diagnostics import Diagnostic
from undocparse.model.place import Where
from undocparse.sections.agenda.candidates import Candidate
from undocparse.sections.agenda.labelling import Step


def doubts(found: Candidate) -> Iterator[Diagnostic]:
    """The diagnostics of a list.

    Args:
        found: the list.
    """
    top = [step for step in found.items if step.depth == 0]
    yield from _skipped(top)


def _skipped(top: Sequence[Step]) -> Iterator[Diagnostic]:
    numbers = [int(step.key) for step in top if step.key.isdigit()]
    for before, after in pairwise(numbers):
        if after != before + 1:
            message = f"The agenda goes from item {before} to item {after}."
            where = Where(section="agenda", items=(str(before), str(after)))
            yield Diagnostic(code="agenda-number-skipped", severity="warning", message=message, where=where)
