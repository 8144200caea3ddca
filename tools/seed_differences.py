"""Seeds differences into one of two versions of a document and counts how many are found.

    python -m tools.seed_differences [how many]

Every difference is made in the JSON of one version, as if its text had been set otherwise: an item goes with
its annotation, a number is changed in the text and in the reference. It is found if there is one finding, of
the right kind. What is drawn depends on the seed alone.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from tools.seeded_changes import MAKERS, Maker

import undocparse
from undocparse.compare import differences
from undocparse.model import Document

DOCS = Path(__file__).parent.parent / "fixtures" / "docs"
PAIRS = (
    ("lanterns.en.docx", "lanterns.fr.docx"),
    ("lanterns.fr.pdf", "lanterns.es.pdf"),
    ("lanterns.es.txt", "lanterns.en.txt"),
    ("pollinators.en.docx", "pollinators.fr.docx"),
    ("pollinators.fr.md", "pollinators.en.pdf"),
)
SEED = 20250101


class Seeded(NamedTuple):
    """A version with a difference in it.

    Attributes:
        kinds: kinds of finding that are right.
        name: of what was done.
        document: the changed version.
    """

    kinds: frozenset[str]
    name: str
    document: Document


def seeded(document: Document, kind: str, maker: Maker, draw: random.Random) -> Seeded | None:
    """A copy of a document with one difference; null where it has nothing to change."""
    copy = json.loads(document.to_json())
    if not maker(copy, draw):
        return None
    try:
        changed = Document.model_validate(copy)
        _ = (
            [sitting.day for sitting in changed.timetable],
            changed.header.day,
            changed.header.start,
            changed.header.end,
        )
    except ValueError:  # a day that no calendar has
        return None
    return Seeded(frozenset({kind}), maker.__name__, changed)


def drawn(pairs: list[tuple[Document, Document]], count: int) -> Iterator[tuple[Document, Seeded]]:
    """A version and its counterpart with a difference, as many as asked for."""
    draw = random.Random(SEED)
    makers, found = cycle(MAKERS), 0
    while found < count:
        kind, maker = next(makers)
        pair = list(draw.choice(pairs))
        draw.shuffle(pair)
        made = seeded(pair[1], kind, maker, draw)
        if made is not None:
            found += 1
            yield pair[0], made


def main(count: int = 200) -> int:
    """Print how many of the differences are found; 0 where all are and nothing else."""
    pairs = [(undocparse.parse(DOCS / one), undocparse.parse(DOCS / other)) for one, other in PAIRS]
    false = sum(len(differences(*pair)) for pair in pairs)
    right = extra = 0
    for other, made in drawn(pairs, count):
        found = differences(other, made.document)
        hits = [each for each in found if each.kind in made.kinds]
        right += bool(hits)
        extra += len(found) - bool(hits)
        if len(found) != 1 or not hits:
            print(
                f"{made.name} in {made.document.source.name}:", *(each.message for each in found), sep="\n  "
            )
    print(f"found {right} of {count}, {extra} other findings; {false} in {len(pairs)} pairs as they are")
    return 0 if right == count and not extra and not false else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
