"""Weighs every expression in a process of its own, where modules are imported anew; prints what is slow."""

from __future__ import annotations

import json
import sys

from tests.patterns.gathering import call_sites, gather
from tests.patterns.growth import Slow, slow, ways_to_ask
from tests.patterns.near_misses import near_misses

HIGHEST = 5  # power; what doubles shows a higher one between half a text and the whole


def too_slow(pattern: object) -> Slow | None:
    """The first near-miss on which an expression takes too long, in two tries."""
    for miss in near_misses(pattern):  # type: ignore[arg-type]
        for ask in ways_to_ask(pattern):  # type: ignore[arg-type]
            if all((found := slow(ask, miss)) and found.power > HIGHEST for _ in range(2)):
                return found
    return None


def main() -> None:
    compiled = gather()
    lines: dict[str, set[int]] = {}
    for one in compiled:
        lines.setdefault(one.file, set()).add(one.line)
    unseen = [
        f"{file}:{first}"
        for file, first, last, _ in call_sites()
        if lines.get(file, set()).isdisjoint(range(first, last + 1))
    ]
    texts = (one for one in compiled if isinstance(one.pattern.pattern, str))
    distinct = {(one.pattern.pattern, one.pattern.flags): one for one in texts}
    found = {f"{one.file}:{one.line}": too_slow(one.pattern) for one in distinct.values()}
    json.dump(
        {
            "expressions": len(distinct),
            "unseen": unseen,
            "slow": {place: repr(one) for place, one in found.items() if one},
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
