"""A page that says that a document is not there, saved in its place."""

from __future__ import annotations

from functools import cache

from undocparse.languages import LANGUAGES, words
from undocparse.languages.matching import folded
from undocparse.layout.pages import Layout
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.place import Model

_LONGEST = 800  # characters; a document that mentions a missing one is longer


class NoticeWords(Model):
    """What archives say of a file that they do not have.

    Attributes:
        absent: parts of such sentences.
    """

    absent: tuple[str, ...]


def absent(layout: Layout) -> list[Diagnostic]:
    """An error where the whole file is a notice that the document is not there."""
    if len(layout.pages) > 1:
        return []
    text = ""
    for line in layout.lines:
        text += f" {line.text}"
        if len(text) > _LONGEST:
            return []
    low = folded(text)
    if not any(phrase in low for phrase in _phrases()):
        return []
    message = "The file is a notice that the document is missing, not the document. Fetch it from elsewhere."
    return [Diagnostic(code="document-missing", severity="error", message=message)]


@cache
def _phrases() -> frozenset[str]:
    return frozenset(
        folded(phrase) for one in LANGUAGES for phrase in words(one, "notice", NoticeWords).absent
    )
