"""Reads the document's own symbol: in the masthead, in running heads, and out of poor text layers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from undocparse.layout.pages import Layout, Line, Page
from undocparse.sections.masthead.vocabulary import Vocabulary, plain
from undocparse.symbols import Symbol, find

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_MARKS = re.compile(r"\s*[*†]+")
_LOOSE = re.compile(
    r"[A-Z]{1,6}(?:[-.&][A-Z\d]+)*(?:\s?/\s?[A-Za-z\d.&()-]{1,12}(?:\s[A-Za-z\d.]{1,4}(?=/))?)+(?:\s?\([^()]{3,30}\)?)?"
)
_TAIL = re.compile(r"/\s?[A-Za-z\d][\w\s./()&*-]{0,40}(?:-.*)?")
_JOINT = re.compile(r"(?<=[\w)])\s?-\s?(?=[A-Z]{1,6}(?:-[A-Z]{1,5})*/)")
_SUFFIX = re.compile(r"\s?\(([^()]{3,40})\)")
_POOR_DIGITS = str.maketrans({"I": "1", "l": "1", "O": "0", "o": "0", "S": "5", "B": "8"})
_POOR_ELEMENT = re.compile(r"(?<=/)[\dIlOoSB]*\d[\dIlOoSB]*(?=[/\s(]|$)")
_POOR_CODE = re.compile(r"\b(AC|C|CN|CONF|SC|WG|Sub|SUB|L|R)(?:\s?[.,]\s?|\s)([\dAIlO]{1,3})(?=/)")
_EDGE = 5  # lines at the head and foot of a page that may hold its running head
_WITNESSES = 8  # pages whose running heads are asked
_LONGEST = 70  # characters; no line that holds a symbol alone is longer


@dataclass(frozen=True, slots=True)
class OwnSymbol:
    """The document's symbols, where they stand, and what was mended.

    Attributes:
        symbol: canonical; null where none was found.
        others: those of a joint document.
        lines: where it is printed on the first page; empty where only later pages have it.
        printed: how it is printed there.
        witness: whether it comes from the running heads.
    """

    symbol: str | None = None
    others: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    printed: str | None = None
    witness: bool = False


def clean(text: str) -> str:
    """The text with plain hyphens and without asterisks, as symbols are looked for."""
    return _MARKS.sub("", text.translate(_DASHES)).strip()


def is_symbol_line(text: str) -> bool:
    """Whether a line holds a document symbol and nothing else."""
    stripped = clean(text)
    if len(stripped) > _LONGEST or "/" not in stripped:
        return False
    found = next(find(stripped), None)
    if found is not None and found.start == 0:
        rest = stripped[found.end :].strip()
        if not rest or _SUFFIX.fullmatch(rest) or (rest[:1] in "-(" and len(rest) < 40):
            return True
    return bool(_LOOSE.fullmatch(stripped)) and any(c.isdigit() for c in stripped)


def is_tail(text: str) -> bool:
    """Whether a line is the tail of a symbol whose root is set apart in larger type."""
    return bool(_TAIL.fullmatch(clean(text)))


def own_symbol(layout: Layout, lines: Sequence[Line], known: Vocabulary) -> OwnSymbol:
    """The document's own symbol.

    The masthead is the first witness, the running heads of later pages are the second. Where the masthead's
    is missing or not well formed and the heads agree among themselves, the heads decide.

    Args:
        layout: the whole document.
        lines: the lines of the masthead that hold the symbol.
        known: the words of the document's language, for "(Part I)" behind a symbol.
    """
    printed = (
        "".join(line.text for line in lines) if _is_split(lines) else " ".join(line.text for line in lines)
    )
    heads = _running_heads(layout, known)
    read = _parsed(printed, known) if printed else ()
    if read and (not heads or read[0] in {one[0] for one in heads}):
        return _made(read, lines, printed)
    mended = _parsed(_mended_digits(clean(printed)), known) if printed else ()
    agreed = _agreed(heads, layout)
    if agreed and (not read or agreed == mended or _is_poorer(read, agreed)):
        return _made(agreed, lines, printed or None, witness=True)
    if read or mended:
        return _made(read or mended, lines, printed)
    if printed and _LOOSE.fullmatch(clean(printed)) and any(map(str.isdigit, printed)):
        return _made(("".join(clean(printed).split()),), lines, printed)  # a series that nobody knows
    found = next(_first_page_symbols(layout), None)
    return _made(_parsed(found.text, known), [found], found.text) if found else OwnSymbol()


def _made(
    symbols: Sequence[str], lines: Sequence[Line], printed: str | None, *, witness: bool = False
) -> OwnSymbol:
    if not symbols:
        return OwnSymbol()
    return OwnSymbol(symbols[0], tuple(symbols[1:]), tuple(lines), printed, witness)


def _is_split(lines: Sequence[Line]) -> bool:
    """Whether the lines are root and tail of one symbol, or one broken after a slash or hyphen."""
    return len(lines) > 1 and (is_tail(lines[1].text) or lines[0].text.rstrip("* ")[-1:] in "/-–−")


def _parsed(text: str, known: Vocabulary) -> tuple[str, ...]:
    """The symbols that a text consists of; empty where it is not well formed.

    The hyphen of a joint document stands between two whole symbols: "E/2025/34 (Part I)-E/ICEF/2025/7".
    """
    stripped = clean(text)
    for hyphen in _JOINT.finditer(stripped):
        first = _consists_of(stripped[: hyphen.start()], known)
        others = _parsed(stripped[hyphen.end() :], known) if first else ()
        if first and others:
            return tuple(dict.fromkeys((*first, *others)))
    return _consists_of(stripped, known)


def _consists_of(stripped: str, known: Vocabulary) -> tuple[str, ...]:
    symbols: list[str] = []
    end = 0
    for found in find(stripped):
        if stripped[end : found.start].strip(" -,;") or (not symbols and found.start):
            return ()
        main = Symbol(found.symbol.parts, (), found.symbol.prefix)
        symbols += [str(main), *map(str, found.symbol.joint)]
        end = found.end
        if (suffix := _SUFFIX.match(stripped, end)) and _is_part(suffix[1], known):
            symbols[-1] += f" ({suffix[1].strip()})"
            end = suffix.end()
    if stripped[end:].strip(" -,;"):
        return ()
    return tuple(dict.fromkeys(symbols))


def _is_part(text: str, known: Vocabulary) -> bool:
    found = plain(text)
    return any(found.startswith(plain(part)) or found.endswith(plain(part)) for part in known.words.parts)


def _mended_digits(text: str) -> str:
    """Letters that a poor text layer has for digits, where a symbol can only have a number."""
    text = _POOR_CODE.sub(
        lambda found: f"{found[1]}.{found[2].replace('A', '4').translate(_POOR_DIGITS)}", text
    )
    return _POOR_ELEMENT.sub(lambda found: found[0].translate(_POOR_DIGITS), text)


def _is_poorer(read: Sequence[str], agreed: Sequence[str]) -> bool:
    """Whether the masthead's symbol is the heads' cut short or with a few wrong characters."""
    return agreed[0].startswith(read[0]) and len(agreed[0]) - len(read[0]) <= 3


def _agreed(heads: Counter[tuple[str, ...]], layout: Layout) -> tuple[str, ...]:
    """The symbol that most running heads have; one page's head is enough only where there are few pages."""
    if not heads:
        return ()
    best, times = heads.most_common(1)[0]
    enough = times > 1 or len(layout.pages) <= 3 or layout.reader != "pdf"
    return best if enough and 2 * times > heads.total() else ()


def _running_heads(layout: Layout, known: Vocabulary) -> Counter[tuple[str, ...]]:
    """The symbols that stand alone in a line at head or foot of later pages, and how often."""
    found: Counter[tuple[str, ...]] = Counter()
    for page in layout.pages[: _WITNESSES + 1]:
        for line in _edges(page) if page.number > 1 else (one for one in page.lines if one.region == "head"):
            if is_symbol_line(line.text) and (symbols := _parsed(line.text, known)):
                found[symbols] += 1
                break
    return found


def _edges(page: Page) -> Iterable[Line]:
    yield from page.lines[:_EDGE]
    if page.height:
        yield from (line for line in page.lines[-_EDGE:] if line.box and line.box[1] > 0.85 * page.height)


def _first_page_symbols(layout: Layout) -> Iterator[Line]:
    """Lines of the first page's foot or head that hold a symbol alone."""
    page = next((page for page in layout.pages if page.lines), None)
    if page is None:
        return
    for line in page.lines:
        edge = line.box is None or not page.height or not 0.12 < line.box[1] / page.height < 0.82
        if edge and line.region in {"body", "head", "foot"} and is_symbol_line(line.text):
            yield line
