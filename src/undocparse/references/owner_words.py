"""What stands between a mention and the body that it is of, in each language."""

from __future__ import annotations

import re
from functools import cache

from undocparse.languages.script import script
from undocparse.references.vocabulary import alternatives, of_the, reference_words


@cache
def own_pattern(language: str) -> re.Pattern[str]:
    """Possessives such as "its" right before a mention."""
    table = reference_words(language)
    if not script(language).spaced:
        return re.compile(rf"{alternatives(table.own)}\Z")
    return re.compile(rf"(?<!\w){alternatives(table.own, capitalized=True)}\s+(?:\w+\s+)?\Z")


@cache
def latter_pattern(language: str) -> re.Pattern[str]:
    """Words such as "of the latter" right behind a mention."""
    return re.compile(rf"\s*{alternatives(reference_words(language).latter)}(?!\w)")


@cache
def joint_pattern(language: str) -> re.Pattern[str]:
    """What joins two bodies that are named together: "General Assembly and Security Council resolutions"."""
    table = reference_words(language)
    joint = alternatives((*table.and_, ",", "/"))
    return re.compile(rf"\s*{joint}\s*(?:{alternatives(table.of)}\s*)?(?:{alternatives(table.the)}\s*)?")


@cache
def of_pattern(language: str) -> re.Pattern[str]:
    """The word for a resolution with "of the" behind it."""
    return re.compile(rf"\w+\s+{of_the(language)}")


@cache
def clause_pattern(language: str) -> re.Pattern[str]:
    """The comma between an opening phrase and the subject."""
    return re.compile(rf"\s*,\s*(?:{alternatives(reference_words(language).the)}\s*)?\Z")
