"""References of two versions, paired by target within the same part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from undocparse.compare.result import Pair
from undocparse.compare.version import Version
from undocparse.model import Reference

TEXTS = {"paragraph": "/text", "document": "/text", "footnote": "/text", "item": "/title"}
"""Where the text of a part stands below its pointer; of others at it."""

_KEYS: tuple[Callable[[Reference], tuple[Any, ...]], ...] = (
    lambda each: (each.kind, each.number, each.body, each.pinpoint),
    lambda each: (each.kind, each.number, each.pinpoint),
    lambda each: (each.kind, each.number, each.body),
    lambda each: (each.kind, each.number),
    lambda each: (each.kind, each.body, each.pinpoint),  # another number
    lambda each: (each.kind, each.body),
)
"""By what a reference is known again, strongest first."""


def text_path(kind: str, pointer: str | None) -> str | None:
    """The pointer to the text of a part."""
    return None if pointer is None else f"{pointer}{TEXTS.get(kind, '')}"


def pair_references(first: Version, second: Version, parts: list[Pair]) -> Iterator[Pair]:
    """Mentions of the same target in the same part, each once; those of one version alone stand alone.

    A text may name its target again where another language has a pronoun, so what counts is that it is
    named. What stands in a part that one version alone has stands alone too.
    """
    for part in parts:
        ones = _mentions(first, text_path(part.kind, part.first))
        others = _mentions(second, text_path(part.kind, part.second))
        yield from _matched(first, second, ones, others)


def _mentions(version: Version, path: str | None) -> list[str]:
    """Pointers of the references in a text, one a target; of several the one that names it outright."""
    found: dict[tuple[Any, ...], str] = {}
    for pointer in version.references.get(path, ()) if path else ():
        reference = version.reference(pointer)
        key = _KEYS[0](reference)
        if reference.number and (
            key not in found or (named(reference) and not named(version.reference(found[key])))
        ):
            found[key] = pointer
    return list(found.values())


def named(reference: Reference) -> bool:
    """Whether the text names the target, not only points back to it."""
    return reference.via != "anaphora"


def _matched(first: Version, second: Version, ones: list[str], others: list[str]) -> Iterator[Pair]:
    ones, others = list(ones), list(others)
    for strength, key in enumerate(_KEYS):
        if strength == 1:  # what only points back is no evidence of another target
            ones = [each for each in ones if named(first.reference(each))]
            others = [each for each in others if named(second.reference(each))]
        for one in list(ones):
            wanted = key(first.reference(one))
            other = next((each for each in others if key(second.reference(each)) == wanted), None)
            if other is not None:
                ones.remove(one)
                others.remove(other)
                yield Pair(kind="reference", first=one, second=other)
    yield from (Pair(kind="reference", first=one) for one in ones)
    yield from (Pair(kind="reference", second=other) for other in others)
