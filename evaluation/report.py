"""The gate's tables."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.scoring import Row, Score


def table(suite: str, score: Score) -> Iterator[str]:
    """Precision, recall and F1 a component, strict F1, and the mean of the documents' own F1."""
    yield f"{suite}: {len(score.rows)} documents"
    if score.components():
        yield f"  {'component':<17}{'P':>7}{'R':>7}{'F1':>7}{'strict':>8}{'per doc':>9}   right/extra/missed"
    for name in score.components():
        lenient, strict = score.total(name), score.total(name, strict=True)
        yield (
            f"  {name:<17}{lenient.precision:7.3f}{lenient.recall:7.3f}{lenient.f1:7.3f}{strict.f1:8.3f}"
            f"{score.per_document(name):9.3f}   {lenient.right}/{lenient.extra}/{lenient.missed}"
        )
    if score.components():
        share, strictly = score.perfect(), score.perfect(strict=True)
        yield f"  right in everything: {share:.0%} of documents, {strictly:.0%} strictly"
    failed = [row for row in score.rows if row.error]
    yield f"  failed: {len(failed)}"
    for row in failed:
        yield f"    {row.document}: {row.error}"


def rows(score: Score) -> Iterator[str]:
    """One line a document that is not right in everything, with its F1 by component, and its misses."""
    for row in score.rows:
        if row.misses:
            yield f"  {row.document}  {_short(row)}"
            yield from (f"      {miss.component}: {miss.key}" for miss in row.misses)


def _short(row: Row) -> str:
    return "  ".join(f"{name} {tally.f1:.2f}" for name, tally in row.tallies.items() if tally.f1 < 1)
