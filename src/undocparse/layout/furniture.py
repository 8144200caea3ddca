"""Running heads and feet, page numbers, job numbers, bar codes: what every page carries and says nothing.

Furniture is known by place and repetition; what the UN prints once (job number, bar code), by form.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from undocparse.languages import LANGUAGES, words
from undocparse.layout.ledger import Ledger
from undocparse.layout.pages import Layout, Line, Page
from undocparse.model.place import Model

_FURNISHED = frozenset({"head", "foot", "overlay"})
_HEAD = 0.085  # of the page's height: what repeats above this is a running head
_DEEP_HEAD = 0.15  # typed documents carry symbol, language and page number in three lines
_FOOT = 0.905  # what repeats below this is a running foot
_LOW = 0.82  # job numbers and bar codes of a first page stand below this
_HEAD_WORDS = 6  # "A/HRC/9/1 page 2"; a symbol may have blanks in it
_LONG_NUMBER = 20  # characters; "Page 12 / 14" is no longer
_TINY = 3.0  # points; type that nobody can read
_DASHED_NUMBER = re.compile(r"[-–—]\s?\d{1,4}\s?[-–—]|/\s?(?:\.\s?){2,}")
_COUNTED = re.compile(r"[^/]{0,12}\d+[^/]{0,12}")  # "Page 3 of 12": short, and only its number changes
_LISTED = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,2})[.)]\s")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?!\d{1,2}[/.]$)[-–—/.\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*/\s*\d{1,4})?[-–—/.\s]*|/?\s?(?:\.\s?){2,}|\.\.\."
)
JOB_NUMBER = re.compile(
    r"(?P<number>(?:[A-Z]{1,3}\.\s?)?\d{2}-\d{4,6}|[A-Z]{1,2}\d{7,8}(?:\.[a-z])?)X?"
    r"(?:\s+\d{4}[A-Z])?(?:\s*\(\s?(?P<language>[A-Z])\s?\))?(?P<rest>(?:\s+\d{4,6})*)\s*\*?"
)
"""The UN's job number at the foot of a page: "V.07-84359 (F) 010607 040607", "25-00227 (E)", "K0360265"."""
_PRINTED_ON = re.compile(r"\d{6}(?:\s+\d{6})*")  # the days of printing, set apart from the job number
_OPEN_JOB = re.compile(r"[A-Z]{1,3}\.\s?\d{2}-")  # its number was yet to come (FCCC/SBI/1996/1)
_BAR_CODE = re.compile(r"\*\s?\w{5,10}\s?\*|[*\s]{3,}")
_SYMBOL = re.compile(r"[A-Z]++(?:[-&.][A-Z]++)*+(?:\s?/\s?[\w.()&-]++)++(?:\s\([^)]*\))?\*?")


class FurnitureWords(Model):
    """What a language prints at the head and foot of pages.

    Attributes:
        phrases: lines of the foot ("Please recycle").
        page: the word before a page number in typed documents.
        languages: names of the language that stand below the symbol there.
        items: words before the number of an item, whose heading may come to stand at the head of a page.
    """

    phrases: tuple[str, ...]
    page: tuple[str, ...]
    languages: tuple[str, ...]
    items: tuple[str, ...]


def claim_furniture(layout: Layout, ledger: Ledger) -> None:
    """Claim all furniture of a layout, in its own section of the ledger."""
    ledger.claim((line for line in layout.lines if line.region in _FURNISHED), "furniture")
    pages = [page for page in layout.pages if page.height]
    repeated = _repeated(pages)
    for page in pages:
        found = [line for line in ledger.free(page.lines) if _is_furniture(line, page, repeated)]
        ledger.claim(found, "furniture")
    loose = [line for page in layout.pages if not page.height for line in ledger.free(page.lines)]
    ledger.claim((line for line in loose if _is_printers(line.text)), "furniture")
    ledger.claim(_heads_kept(loose), "furniture")


def _heads_kept(lines: Sequence[Line]) -> Iterator[Line]:
    """Heads of typed pages that a text without pages kept: a symbol, the language, "Page 2" (TD/B/53/1).

    "page 2" may also be the end of a sentence: without its symbol above it is not taken.
    """
    for at, line in enumerate(lines):
        words = line.text.split()
        if not 1 < len(words) < _HEAD_WORDS or words[-2].casefold() not in _page_words():
            continue
        if not _PAGE_NUMBER.fullmatch(words[-1]):
            continue
        if len(words) > 2:
            if _SYMBOL.fullmatch(" ".join(words[:-2])):
                yield line
            continue
        first = at
        while first and at - first < 2 and _is_typed_head(lines[first - 1].text):
            first -= 1
        if any(_SYMBOL.fullmatch(above.text) for above in lines[first:at]):
            yield from lines[first : at + 1]


def _is_furniture(line: Line, page: Page, repeated: set[tuple[bool, str]]) -> bool:
    if line.box is None:
        return False
    top, bottom = line.box[1] / page.height, line.box[3] / page.height
    if line.size <= _TINY:
        return True
    if top < _HEAD or bottom > _FOOT:
        in_foot = bottom > _FOOT
        return (
            (in_foot, _form(line.text)) in repeated
            or bool(_PAGE_NUMBER.fullmatch(line.text))
            or _is_named_number(line.text)
            or (in_foot and (_is_printers(line.text) or bool(_PRINTED_ON.fullmatch(line.text))))
        )
    if top < _DEEP_HEAD and page.number > 1:
        return (False, _form(line.text)) in repeated and _is_typed_head(line.text)
    return bottom > _LOW and _is_printers(line.text)


def _is_printers(text: str) -> bool:
    """Job number, bar code, "Please recycle"."""
    stripped = text.strip()
    return (
        bool(
            (match := JOB_NUMBER.fullmatch(stripped))
            and (match["language"] or "-" in match["number"] or match["rest"])
        )
        or bool(_BAR_CODE.fullmatch(stripped))
        or bool(_OPEN_JOB.fullmatch(stripped))
        or _folded(stripped) in _phrases()
    )


def _is_typed_head(text: str) -> bool:
    folded = _folded(text)
    if _SYMBOL.fullmatch(text) or _DASHED_NUMBER.fullmatch(text) or folded in _language_names():
        return True
    return _is_named_number(text)


def _is_named_number(text: str) -> bool:
    """Whether a text is a page's number behind the word for it: "Page 2"."""
    first, _, rest = _folded(text[:_LONG_NUMBER]).partition(" ")
    return first in _page_words() and bool(_PAGE_NUMBER.fullmatch(rest))


def _repeated(pages: list[Page]) -> set[tuple[bool, str]]:
    """Whether at the foot, and form (text with digits blanked), of what stands there on two or more pages.

    An item of the list and its heading in the annotations may both come to stand at the head of a page, and
    so may "Item 4" and "Item 9", whose numbers do not rise with those of the pages.
    """
    seen: dict[tuple[bool, str], dict[int, str]] = defaultdict(dict)
    for page in pages:
        for line in page.lines:
            if line.box is None:
                continue
            in_foot = line.box[3] > _FOOT * page.height
            if in_foot or line.box[1] < _DEEP_HEAD * page.height:
                seen[in_foot, _form(line.text)][page.number] = line.text
    repeated = {key: texts for key, texts in seen.items() if len(texts) > (2 if _LISTED.match(key[1]) else 1)}
    inside = _inside(
        pages, {text for key, texts in repeated.items() if not key[0] for text in texts.values()}
    )
    return {
        key
        for key, texts in repeated.items()
        if key[0]
        or (_heads_pages(key[1], texts) and sum(inside[text] for text in set(texts.values())) < len(texts))
    }


def _inside(pages: Iterable[Page], texts: Collection[str]) -> dict[str, int]:
    """How often these texts stand inside pages: a heading such as "Documents" heads a page by chance."""
    times = dict.fromkeys(texts, 0)
    for page in pages:
        for line in page.lines:
            if line.text in times and line.box is not None and line.box[1] >= _DEEP_HEAD * page.height:
                times[line.text] += 1
    return times


def _heads_pages(form: str, texts: Mapping[int, str]) -> bool:
    """Whether what stands at the heads of pages belongs to them, and is no heading of an item."""
    return form.partition(" 0")[0] not in _item_words() and _keeps_step(texts)


def _keeps_step(texts: Mapping[int, str]) -> bool:
    """Whether texts by page are all the same, or one of their numbers rises as the pages do."""
    if len(set(map(_folded, texts.values()))) == 1:
        return True
    numbers = [[int(digits[-9:]) for digits in _DIGITS.findall(text)] for text in texts.values()]
    if not all(map(len, numbers)):
        return True  # the words alone repeat
    behind = zip(*([n - page for n in row] for page, row in zip(texts, numbers, strict=True)), strict=False)
    return any(2 * max(Counter(column).values()) > len(column) for column in behind)


def _form(text: str) -> str:
    folded = _folded(text)
    return _DIGITS.sub("0", folded) if _COUNTED.fullmatch(folded) else folded


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" *")


@cache
def _all(field: str) -> frozenset[str]:
    found = (getattr(words(language, "furniture", FurnitureWords), field) for language in LANGUAGES)
    return frozenset(_folded(word) for each in found for word in each)


def _phrases() -> frozenset[str]:
    return _all("phrases")


def _page_words() -> frozenset[str]:
    return _all("page")


def _item_words() -> frozenset[str]:
    return _all("items")


def _language_names() -> frozenset[str]:
    return _all("languages")
