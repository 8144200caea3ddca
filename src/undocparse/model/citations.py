"""Groups mentions by what they point at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from undocparse.model.references import Citation, Reference, ReferenceKind

_Target = tuple[ReferenceKind, str, str | None]


def citations_of(references: Iterable[Reference]) -> tuple[Citation, ...]:
    """One citation a target, in the order of their first mentions.

    A mention without a body belongs to the target of its number that has one, where there is only one.
    Several pinpoints of one mention ("paragraphs 8 and 9 of resolution 1952 (2010)") count as one mention.
    """
    numbered = [reference for reference in references if reference.number is not None]
    bodies: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for reference in numbered:
        if reference.body and reference.number:
            bodies[reference.kind, reference.number].add(reference.body)
    groups: defaultdict[_Target, list[Reference]] = defaultdict(list)
    for reference in numbered:
        number = reference.number or ""
        known = bodies[reference.kind, number]
        body = reference.body or (next(iter(known)) if len(known) == 1 else None)
        groups[reference.kind, number, body].append(reference)
    return tuple(_citation(target, mentions) for target, mentions in groups.items())


def _citation(target: _Target, mentions: list[Reference]) -> Citation:
    kind, number, body = target
    spans = {(m.where.path, m.where.start, m.where.end) for m in mentions}
    return Citation(
        kind=kind,
        number=number,
        body=body,
        uri=next((m.uri for m in mentions if m.uri), None),
        title=next((m.title for m in mentions if m.title), None),
        count=len(spans) if any(m.where.start is not None for m in mentions) else len(mentions),
        items=tuple(dict.fromkeys(item for m in mentions for item in m.where.items)),
        pinpoints=tuple(dict.fromkeys(m.pinpoint for m in mentions if m.pinpoint)),
        pages=tuple(sorted({m.where.page for m in mentions if m.where.page is not None})),
    )
