"""Finds the language of a document: by its masthead's own words, then by its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from undocparse.languages.loader import FALLBACK, LANGUAGES, words
from undocparse.languages.matching import folded
from undocparse.layout.pages import Layout
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.place import Model

_UPPER_LINES = 60  # of the document: the masthead stands among these
_SAMPLE = 4000  # characters of text
_WORDS = 40  # words of text that are enough to tell a language by
_SURE = 3  # points of evidence that settle the language, with twice as many as any other has
_SHARE = 0.12  # of the words: as many are stop words in any text of the language
_LIKELY = 0.8  # of 1: probability from which the statistical detector is believed
_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
_PROFILES = {"en": "en", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar", "zh-cn": "zh", "zh-tw": "zh"}
_WORD = re.compile(r"[^\W\d_]+")


class DetectWords(Model):
    """What tells a language.

    Attributes:
        own: lines that name the language in itself ("Español").
        labels: words of the masthead that no other language has in this form, such as the name of the
            United Nations and names of original languages; each counts once.
        stopwords: the commonest words of running text that other languages do not have.
    """

    own: tuple[str, ...]
    labels: tuple[str, ...]
    stopwords: tuple[str, ...]


def detect(layout: Layout) -> tuple[str, list[Diagnostic]]:
    """The document's language.

    The masthead says it: the line that names the version's language, the names of original languages, of the
    United Nations and its organs. Where it does not settle the matter, the script does, then the stop words,
    then a statistical detector restricted to the languages of the United Nations. The stop words of the text
    are held against the masthead in any case.

    Returns:
        BCP 47 primary subtag, and what was deduced, doubtful or contradictory.
    """
    text = _sample(layout)
    if script := _by_script(text):
        return script, []
    masthead, second = _by_masthead(layout)
    body = _by_stopwords(text)
    if masthead:
        return masthead, list(_doubts(masthead, second, body))
    if body:
        return body, [_deduced(body, "its commonest words")]
    if guessed := _by_statistics(text):
        return guessed, [_deduced(guessed, "the frequency of its letters")]
    message = f"Nothing tells the document's language; it was read with the words of {FALLBACK!r}."
    return FALLBACK, [
        Diagnostic(code="language-unknown", severity="warning", message=message, after=FALLBACK)
    ]


def _deduced(language: str, how: str) -> Diagnostic:
    message = f"The masthead does not tell the language; {language!r} was deduced from {how}."
    return Diagnostic(code="language-deduced", severity="info", message=message, after=language)


def _doubts(masthead: str, second: str | None, body: str | None) -> Iterator[Diagnostic]:
    if second:
        yield _bilingual(masthead, second)
    elif body and body != masthead:
        yield _disagreement(masthead, body)


def _bilingual(first: str, second: str) -> Diagnostic:
    message = f"The masthead is in {first!r} and {second!r}; the document was read in {first!r}."
    return Diagnostic(code="language-bilingual", severity="info", message=message, after=first)


def _disagreement(masthead: str, body: str) -> Diagnostic:
    message = f"The masthead is in {masthead!r}, most of the text that follows in {body!r}."
    return Diagnostic(
        code="language-disagreement", severity="warning", message=message, before=body, after=masthead
    )


@cache
def _known() -> dict[str, DetectWords]:
    return {language: words(language, "detect", DetectWords) for language in LANGUAGES}


def _by_masthead(layout: Layout) -> tuple[str | None, str | None]:
    """The language that the masthead's own words are in; a second one where it is in two languages.

    Of two, as in documents of the first years, the one that is printed first counts as the document's.
    """
    points = Counter(dict.fromkeys(_known(), 0))
    lines = [line.text for line in islice(layout.lines, _UPPER_LINES) if len(line.text) < 120]
    for line in lines[:30]:
        if language := _own_names().get(folded(line).strip(" .:*[]()")):
            points[language] += 2
    upper = _words_of(" ".join(lines))
    first = dict.fromkeys(_known(), len(upper))
    present = set(upper.split())
    labels = _labels()
    for word in labels.keys() & present:
        for language, label in labels[word]:
            if (place := upper.find(label)) >= 0:
                points[language] += 1
                first[language] = min(first[language], place)
    (best, most), (other, fewer) = (*points.most_common(2), ("", 0), ("", 0))[:2]
    if most < _SURE:
        return None, None
    if most >= 2 * fewer:
        return best, None
    if fewer < _SURE:
        return None, None
    return (best, other) if first[best] < first[other] else (other, best)


@cache
def _own_names() -> dict[str, str]:
    return {folded(word): language for language, found in _known().items() for word in found.own}


@cache
def _labels() -> dict[str, list[tuple[str, str]]]:
    """By first word: the labels that begin with it, each with its language."""
    labels: dict[str, list[tuple[str, str]]] = {}
    for language, found in _known().items():
        for label in map(_words_of, found.labels):
            labels.setdefault(label.split()[0], []).append((language, label))
    return labels


def _words_of(text: str) -> str:
    """The words of a text in lower case, with one blank before and after each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _sample(layout: Layout) -> str:
    """The first long lines, which are text and no labels."""
    parts: list[str] = []
    length = 0
    for line in layout.lines:
        if len(line.text) > 40:
            parts.append(line.text)
            length += len(line.text)
            if length > _SAMPLE:
                break
    return "\n".join(parts) or "\n".join(line.text for line in islice(layout.lines, _UPPER_LINES))


def _by_script(text: str) -> str | None:
    """The language of a script that only one language of the United Nations is written in."""
    head = text[:1500]
    for language, pattern in _SCRIPTS.items():
        found = len(pattern.findall(head))
        if found and 2 * found > sum(map(str.isalpha, head)):
            return language
    return None


def _by_stopwords(text: str) -> str | None:
    found = Counter(_WORD.findall(text.casefold()))
    total = found.total()
    if total < _WORDS:
        return None
    shares = sorted(
        ((_share(found, known, total), language) for language, known in _known().items()),
        reverse=True,
    )
    (most, best), (second, _) = shares[0], shares[1]
    return best if most >= _SHARE and most > 2 * second else None


def _share(found: Counter[str], known: DetectWords, total: int) -> float:
    return sum(map(found.get, known.stopwords, repeat(0))) / total


def _by_statistics(text: str) -> str | None:
    """What the statistical detector says; null where it is in doubt or there is too little text."""
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - rarely needed

    detector = _factory().create()
    detector.append(text[:_SAMPLE])
    try:
        likely: Sequence[Any] = detector.get_probabilities()
    except LangDetectException:  # no letters
        return None
    if not likely or likely[0].prob < _LIKELY or len(text) < _WORDS:
        return None
    return _PROFILES[likely[0].lang]


@cache
def _factory() -> Any:
    """A detector of the United Nations' languages only, with a seed: the same text gives the same answer."""
    from langdetect import detector_factory  # noqa: PLC0415 - rarely needed

    folder = Path(detector_factory.PROFILES_DIRECTORY)
    factory = detector_factory.DetectorFactory()
    factory.load_json_profile([(folder / name).read_text("utf-8") for name in _PROFILES])
    factory.set_seed(0)
    return factory
