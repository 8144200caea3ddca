"""Pinned floors: what was reached once must be reached again, on the same gold and the same inputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.gold import Json
from evaluation.scoring import Score

EPSILON = 5e-5
"""Figures are pinned to four decimals; one value among thousands moves F1 by more than this."""


def digest(files: Iterable[Path]) -> str:
    """SHA-256 of names and bytes of gold files and inputs, whatever order they come in."""
    whole = hashlib.sha256()
    for path in sorted(set(files)):
        whole.update(path.name.encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def figures(score: Score) -> dict[str, float]:
    """What is pinned of a suite: F1 of each component, lenient and strict, and shares of right documents."""
    found = {}
    for name in score.components():
        found[f"{name}.f1"] = round(score.total(name).f1, 4)
        found[f"{name}.strict_f1"] = round(score.total(name, strict=True).f1, 4)
    if found:
        found["perfect"] = round(score.perfect(), 4)
        found["perfect.strict"] = round(score.perfect(strict=True), 4)
    found["parsed"] = round(sum(row.error is None for row in score.rows) / max(1, len(score.rows)), 4)
    return found


def entry(score: Score, files: Iterable[Path]) -> Json:
    """What the floors file says of a suite."""
    return {"documents": len(score.rows), "digest": digest(files), "floors": figures(score)}


def falls(old: Json | None, new: Json) -> list[str]:
    """The floors that `new` does not reach; one that is measured no more falls as well."""
    found = []
    for name, floor in (old or {}).get("floors", {}).items():
        reached = new["floors"].get(name)
        if reached is None:
            found.append(f"{name}: floor {floor:.4f}, but it is measured no more")
        elif reached < floor - EPSILON:
            found.append(f"{name}: {reached:.4f} is below its floor {floor:.4f}")
    return found


def check(old: Json | None, new: Json) -> Iterator[str]:
    """Why a suite does not pass; nothing where it does."""
    if old is None:
        yield "not pinned yet: run with --pin"
        return
    if old["digest"] != new["digest"]:
        yield "gold or inputs are not those that the floors were pinned on: see what changed, run with --pin"
    yield from falls(old, new)


def read_floors(path: Path) -> dict[str, Json]:
    """All pinned suites; none where there is no file yet."""
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def pin(path: Path, measured: dict[str, Json], *, allow_regression: bool) -> list[str]:
    """Write the measured suites over the old floors; the others stay.

    Returns:
        The floors that would fall, in which case nothing is written unless that is allowed.
    """
    floors = read_floors(path)
    fallen = [f"{suite}: {text}" for suite, new in measured.items() for text in falls(floors.get(suite), new)]
    if not fallen or allow_regression:
        text = json.dumps(floors | measured, indent=1, sort_keys=True)
        path.write_text(text + "\n", "utf-8")
    return fallen
