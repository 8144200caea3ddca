"""Makes a mutant again from the run's seed and its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TypeVar

from .docx import change_docx, shorten_docx
from .marked import remark
from .pdf import change_pdf, shorten_pdf
from .raw import mangle
from .seeds import Seed
from .words import encoded

_WEIGHTS = {"pdf": 8, "docx": 5, "html": 4, "text": 4, "markdown": 4}
"""How often a format comes: PDF most, since it has the most parts that nobody of us wrote."""

_SHORT = 0.93  # share of mutants made from a part of their seed, so that many are read in a short time
_LONG = 2_500  # characters of such a part at most
_LARGEST = 400_000  # characters; repeats of repeats make more, which cost by their length alone
_RAW = 0.15  # share of mutants whose bytes are damaged too, whatever they stand for
Content = TypeVar("Content", str, bytes)


@dataclass(frozen=True)
class Mutant:
    """A file that was sound.

    Attributes:
        number: of the mutant in its run.
        kind: its format.
        seed: name of the file it was made from.
        changes: what was done, in order.
        data: its bytes.
    """

    number: int
    kind: str
    seed: str
    changes: tuple[str, ...]
    data: bytes


def make(seeds: Sequence[Seed], run: int, number: int) -> Mutant:
    """The mutant with this number in the run with this seed; always the same from the same files.

    Args:
        seeds: sound files; any order, any number from one.
        run: seed of the run.
        number: of the mutant.
    """
    rng = Random(f"{run}:{number}")
    kinds = sorted({seed.kind for seed in seeds})
    kind = rng.choices(kinds, [_WEIGHTS[each] for each in kinds])[0]
    seed = rng.choice([each for each in seeds if each.kind == kind])
    data, changes = _CHANGERS[kind](seed, rng)
    for _ in range(rng.choice((1, 2)) if rng.random() < _RAW else 0):
        data, said = mangle(data, rng)
        changes.append(said)
    return Mutant(number, kind, seed.name, tuple(changes), data)


def _changed_pdf(seed: Seed, rng: Random) -> tuple[bytes, list[str]]:
    data = shorten_pdf(seed.data, rng) if rng.random() < _SHORT else seed.data
    return _several(data, change_pdf, rng)


def _changed_docx(seed: Seed, rng: Random) -> tuple[bytes, list[str]]:
    data = shorten_docx(seed.data, rng) if rng.random() < _SHORT else seed.data
    return _several(data, change_docx, rng)


def _changed_text(seed: Seed, rng: Random) -> tuple[bytes, list[str]]:
    text = seed.data.decode("utf-8", "replace")
    if rng.random() < _SHORT:
        start = rng.choice((0, rng.randrange(max(1, len(text) - _LONG // 2))))
        head = "<html><body>" if seed.kind == "html" and start else ""
        text = head + text[start : start + rng.randrange(200, _LONG)]
    text, changes = _several(text, partial(remark, seed.kind), rng)
    return encoded(text[:_LARGEST], rng), changes


def _several(
    content: Content, change: Callable[[Content, Random], tuple[Content, str]], rng: Random
) -> tuple[Content, list[str]]:
    """Some changes, one after another, and their names."""
    changes = []
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 5))):
        content, said = change(content, rng)
        changes.append(said)
    return content, changes


_CHANGERS: dict[str, Callable[[Seed, Random], tuple[bytes, list[str]]]] = {
    "pdf": _changed_pdf,
    "docx": _changed_docx,
    "html": _changed_text,
    "markdown": _changed_text,
    "text": _changed_text,
}
