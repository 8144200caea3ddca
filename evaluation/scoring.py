"""Runs a parser over gold documents and adds up what is right, missed and extra."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.components import COMPONENTS, Key
from evaluation.gold import Gold, Json

Parser = Callable[[Path], Json]


@dataclass
class Tally:
    """Right, extra and missed values."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, want: Counter[Key], have: Counter[Key]) -> None:
        """Count one document's values."""
        self.right += (want & have).total()
        self.extra += (have - want).total()
        self.missed += (want - have).total()

    @property
    def precision(self) -> float:
        """1 where nothing was found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing was wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, order=True)
class Miss:
    """One value that is not right; `key` begins with `missed` or `extra`."""

    document: str
    component: str
    key: str


@dataclass
class Row:
    """One document: its tallies, its misses, and the error where parsing failed."""

    document: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    strict: dict[str, Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    error: str | None = None


@dataclass
class Score:
    """A suite's result."""

    rows: list[Row] = field(default_factory=list)

    @property
    def misses(self) -> list[Miss]:
        """All misses, and one for every document that could not be parsed."""
        return [miss for row in self.rows for miss in row.misses]

    def total(self, component: str, *, strict: bool = False) -> Tally:
        """All documents' values of one component."""
        found = Tally()
        for row in self.rows:
            tally = (row.strict if strict else row.tallies).get(component)
            if tally:
                found.right += tally.right
                found.extra += tally.extra
                found.missed += tally.missed
        return found

    def components(self) -> list[str]:
        """The components that any document has gold for."""
        return [name for name in COMPONENTS if any(name in row.tallies for row in self.rows)]

    def per_document(self, component: str) -> float:
        """Mean of the documents' own F1."""
        values = [row.tallies[component].f1 for row in self.rows if component in row.tallies]
        return sum(values) / len(values) if values else 1.0

    def perfect(self, *, strict: bool = False) -> float:
        """Share of documents that are right in everything."""
        right = [all(t.f1 == 1.0 for t in (r.strict if strict else r.tallies).values()) for r in self.rows]
        return sum(right) / len(right) if right else 1.0


def score(golds: Iterable[Gold], parser: Parser) -> Score:
    """Parse each gold document and compare; one that fails counts as one in which nothing was found."""
    return Score([score_one(gold, parser) for gold in golds])


def score_one(gold: Gold, parser: Parser) -> Row:
    """One document."""
    row = Row(gold.document.name)
    found: Json = {}
    try:
        found = parser(gold.document)
    except Exception as error:  # whatever is raised, the gate goes on and tells of it
        row.error = f"{type(error).__name__}: {error}"
        row.misses.append(Miss(row.document, "parse", type(error).__name__))
    for name, (part, count) in COMPONENTS.items():
        if part not in gold.data:
            continue
        for strict, tallies in ((False, row.tallies), (True, row.strict)):
            want, have = count(gold.data, found, strict)
            tallies[name] = Tally()
            tallies[name].add(want, have)
            if not strict:
                row.misses += _misses(row.document, name, want, have)
    kind = found.get("document_type")
    if gold.data.get("document_type", kind) != kind and not row.error:
        row.misses.append(Miss(row.document, "document_type", f"extra {found.get('document_type')}"))
    return row


def _misses(document: str, component: str, want: Counter[Key], have: Counter[Key]) -> list[Miss]:
    found = [Miss(document, component, f"missed {_said(key)}") for key in (want - have).elements()]
    return found + [Miss(document, component, f"extra {_said(key)}") for key in (have - want).elements()]


def _said(key: Key) -> str:
    return " | ".join("+".join(part) if isinstance(part, tuple) else str(part) for part in key)
