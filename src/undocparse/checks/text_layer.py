"""Whether the text that was read is the text that is printed, and in a language that is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from undocparse.checks.evidence import Evidence, doubt, quoted
from undocparse.languages import LANGUAGES
from undocparse.model.diagnostics import Diagnostic

_LINES = 200  # a sample is enough: a text layer is poor all over or not at all
_WORDS = 60  # fewer words say nothing of shares
_POOR = 0.04  # share of torn words; sound text layers have less than 0.01, that of A/39/361 has 0.1
_LONG = 7  # letters; fewer are not crammed
_TORN_TITLE = 0.3  # share of torn words; a title has one name that looks so at the most
_STOPS = ",.;:)"
_CRAMMED = re.compile(r"[bcdfghjklmnpqrstvwxz]{7}")
_TORN = re.compile(
    r"[A-Za-zÀ-ÿ]\d+[A-Za-zÀ-ÿ]|[a-zà-ÿ][A-ZÀ-Ý][a-zà-ÿ]*[A-ZÀ-Ý]|[\ufffd\ue000-\uf8ff]"
    r"|[A-Za-z][\\^~{}<>|=+;!][A-Za-z]|['`,.]{2}[A-Za-z]"
)


def language_not_read(evidence: Evidence) -> Iterator[Diagnostic]:
    """A language of which nothing is known: the document is read by the words of another."""
    language = evidence.document.language
    if not language or language in LANGUAGES:
        return
    known = ", ".join(LANGUAGES)
    message = f"The document is in “{language}”; the words of agendas are known in {known} only."
    yield doubt("language-not-read", None, message)


def text_layer_poor(evidence: Evidence) -> Iterator[Diagnostic]:
    """A text layer in which many words are torn: letters and figures mixed, signs inside words."""
    if evidence.layout.reader != "pdf":
        return
    found = Counter(" ".join(line.text for line in islice(evidence.layout.lines, _LINES)).split())
    words = found.total()
    torn = [word for word in found if _is_torn(word)]
    many = sum(found[word] for word in torn)
    if words >= _WORDS and many > _POOR * words:
        message = (
            f"Of the first {words} words {many} look torn, such as {quoted(' '.join(torn[:3]))}: "
            f"the text layer is poor."
        )
        yield doubt("text-layer-poor", None, message)


def title_is_torn(text: str) -> bool:
    """Whether so many words of a title look torn that it was not read as it is printed."""
    words = text.split()
    return sum(map(_is_torn, words)) > max(1, _TORN_TITLE * len(words))


def _is_torn(word: str) -> bool:
    """Whether a word looks torn; one of letters of one case, as nearly all are, can only be crammed."""
    letters = word.rstrip(_STOPS)
    if letters.isalpha() and (letters.islower() or letters.istitle()):
        return len(letters) >= _LONG and _CRAMMED.search(letters) is not None
    return "/" not in word and (_TORN.search(word) or _CRAMMED.search(word)) is not None
