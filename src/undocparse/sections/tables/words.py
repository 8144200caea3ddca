"""What the finder of tables is told of the words in them."""

from __future__ import annotations

import re
from functools import cache

from undocparse.languages import LANGUAGES, words
from undocparse.languages.matching import alternatives
from undocparse.layout.grids_columns import CellWords
from undocparse.sections.masthead.words import MastheadWords
from undocparse.sections.timetable.cuts import cell_words
from undocparse.sections.timetable.vocabulary import Patterns, patterns

_SHORT = 40  # characters; "Distr.: General", "Original: English and French" and their like are no longer

_TITLE = 100  # characters; a title is no longer


@cache
def table_words(language: str) -> CellWords:
    """The words of tables in a language; those of mastheads in all.

    Args:
        language: one with a data file.
    """
    found = cell_words(language)
    known = patterns(language)
    return CellWords(
        found.starts,
        found.heads,
        lambda text: known.labels.fullmatch(text.strip()) is not None,
        _is_masthead,
        lambda text: len(text) <= _TITLE and _is_title(text, known),
    )


def _is_title(text: str, known: Patterns) -> bool:
    return bool(known.titles.search(text) or known.annex.match(text.strip()))


def _is_masthead(text: str) -> bool:
    """Whether a text is what only mastheads have: distribution or original language."""
    return len(text) <= _SHORT and _masthead_marks().match(text) is not None


@cache
def _masthead_marks() -> re.Pattern[str]:
    found = [words(language, "masthead", MastheadWords) for language in LANGUAGES]
    distribution = alternatives(word for each in found for word in each.distribution_label)
    original = alternatives(word for each in found for word in each.original)
    return re.compile(rf"\W*(?:(?:{distribution})(?!\w)|(?:{original})\s*:)", re.IGNORECASE)
