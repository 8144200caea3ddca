"""Reads the languages that a masthead names: original ones, the only ones, the version's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from undocparse.languages import LANGUAGES
from undocparse.layout.endings import ends_in
from undocparse.layout.pages import Line
from undocparse.sections.masthead.vocabulary import Vocabulary, plain, vocabulary

_CONTINUES = re.compile(r"[/,;&:]\s*$")
_SPLIT = re.compile(r"\s*[/,;&]\s*|\s+")
_SET_IN = 20.0  # points; languages below the first one of a list stand right of the label
_POOR_LABEL = 75  # of 100: how alike a label in a poor text layer must be
_POOR_NAME = 58  # of 100: how alike the name of a language must be, and more so than any other
_LEAD = 5


@dataclass(slots=True)
class Languages:
    """Languages that some lines name.

    Attributes:
        tags: BCP 47 primary subtags, in printed order.
        lines: where they are printed.
        mended: words of a poor text layer, and what they were read as.
    """

    tags: tuple[str, ...] = ()
    lines: list[Line] = field(default_factory=list)
    mended: list[tuple[str, str]] = field(default_factory=list)


def languages_in(text: str, known: Vocabulary) -> tuple[list[str], bool]:
    """The languages that a text names and nothing else, and whether it says that they are the only ones.

    Returns:
        Subtags in printed order, empty where the text says anything else; whether the word "only" is there.
    """
    allowed = {plain(word) for word in known.words.and_}
    only = {plain(word) for word in known.words.only}
    tags: list[str] = []
    said = False
    for part in _SPLIT.split(plain(text).strip("[]()")):
        if part in known.languages:
            tags.append(known.languages[part])
        elif part in only:
            said = True
        elif part and part not in allowed:
            return [], False
    return tags, said


def own_name(text: str) -> list[str]:
    """The language that a line names in that language itself ("Español")."""
    found = plain(text)
    return [one for one in LANGUAGES if vocabulary(one).languages.get(found) == one]


def original_languages(upper: Sequence[Line], known: Vocabulary) -> Languages:
    """The languages after "Original:", over one or more lines."""
    labels = [plain(label) for label in known.words.original]
    for index, line in enumerate(upper):
        label, _, value = plain(line.text).strip("[]").partition(":")
        if not value.strip() and not ends_in(line.text.rstrip(), ":"):
            continue
        if max(fuzz.ratio(label.strip(), each) for each in labels) < _POOR_LABEL:
            continue
        lines = _with_next(line, upper[index + 1 : index + 5], known)
        found = _named(" ".join([value, *(one.text for one in lines[1:])]), known)
        if found.tags:
            found.lines = lines
            return found
    return Languages()


def _with_next(line: Line, below: Sequence[Line], known: Vocabulary) -> list[Line]:
    lines = [line]
    for one in below:
        if languages_in(one.text, known)[0] and _goes_on(lines[-1], line, one, known):
            lines.append(one)
    return lines


def _goes_on(last: Line, first: Line, below: Line, known: Vocabulary) -> bool:
    """Whether a line of languages goes on with the original ones: after a slash, or set in."""
    joints = [plain(word) for word in known.words.and_]
    ends = tuple(f" {word}" for word in joints)
    if _CONTINUES.search(last.text) or plain(last.text).endswith(ends):
        return True
    if plain(below.text).startswith(tuple(f"{word} " for word in joints)):
        return True
    return first.box is not None and below.box is not None and below.box[0] > first.box[0] + _SET_IN


def _named(text: str, known: Vocabulary) -> Languages:
    """The languages of a text; those of a poor text layer by likeness."""
    tags: list[str] = []
    found = Languages()
    joints = {plain(word) for word in (*known.words.and_, *known.words.only)}
    for part in _SPLIT.split(plain(text)):
        word = part.strip("[]().:*")
        name = word if word in known.languages else _likeliest(word, known) if word not in joints else None
        if name is not None:
            tags.append(known.languages[name])
            found.mended += [(word, name)] if word != name else []
    found.tags = tuple(dict.fromkeys(tags))
    return found


def _likeliest(word: str, known: Vocabulary) -> str | None:
    """The one language whose name a word is like; null where there are none or two."""
    if len(word) < 5:
        return None
    best = process.extract(word, known.languages.keys(), scorer=fuzz.ratio, limit=2)
    clear = len(best) < 2 or best[0][1] - best[1][1] > _LEAD
    return str(best[0][0]) if best and best[0][1] >= _POOR_NAME and clear else None


def only_languages(upper: Sequence[Line], known: Vocabulary) -> Languages:
    """Those of "English only", or of "English, French, Russian and / Spanish only" over two lines."""
    for index, line in enumerate(upper):
        tags, only = languages_in(line.text, known)
        lines = [line]
        if tags and not only and index + 1 < len(upper):
            more, only = languages_in(upper[index + 1].text, known)
            tags, lines = tags + more, [line, upper[index + 1]]
        if tags and only:
            return Languages(tuple(dict.fromkeys(tags)), lines)
    return Languages()
