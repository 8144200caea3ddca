"""The names of a document as work, expression and manifestation.

They are built as the UN's own editors build them (`/akn/un/statement/deliberation/unga/2022-12-07/77-521/`),
with the class and number that the guidelines give an agenda.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from undocparse.exports.plain import one_line
from undocparse.model import Document
from undocparse.symbols import from_canonical

UNKNOWN_DATE = "0001-01-01"
"""What the UN's editors write where the schema asks for a date and none is known."""

UNKNOWN_LANGUAGE = "und"
_ORGANS = {"A": "ga", "S": "sc", "E": "ecosoc", "T": "tc"}
_LONG = {
    **{"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"},
    **{"de": "deu", "it": "ita", "ja": "jpn", "nl": "nld", "pt": "por"},
}
_SHORT = {long: short for short, long in _LONG.items()}
_CODE = re.compile(r"[a-z]{2,3}")
_BLANKS = re.compile(r"\s+")
_PER_CENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z]{1,9}://[A-Za-z0-9.-]+(?::\d{1,5})?(?=[/?#]|$)")
_SAFE = "/:?@!$&'()*+,;=%~"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Iris(NamedTuple):
    """The names of one document.

    Attributes:
        work: with the slash at its end.
        expression: likewise; no date stands after the `@`.
        manifestation: ends in `.xml`.
    """

    work: str
    expression: str
    manifestation: str

    def parts(self, component: str) -> Iris:
        """The names of a component: `main`, `annex_1`."""
        stem = self.expression.removesuffix("/")
        return Iris(f"{self.work}!{component}/", f"{stem}!{component}/", f"{stem}/!{component}.xml")


def iris_of(document: Document) -> Iris:
    """The names of a document.

    Without a date it is `0001-01-01`; without a symbol the number is the beginning of the file's hash, so
    that two documents never share a name.
    """
    header = document.header
    kind = "doc/other" if document.document_type == "other" else "debateReport/agenda"
    symbols = [symbol for symbol in (header.symbol, *header.other_symbols) if symbol]
    number = number_of("-".join(symbols)) or f"sha256-{quoted(document.source.sha256[:16])}"
    work = f"/akn/un/{kind}/{actor_of(header.symbol)}/{day(header.date) or UNKNOWN_DATE}/{number}/"
    stem = f"{work}{long_code(document.language)}@"
    return Iris(work, f"{stem}/", f"{stem}.xml")


def actor_of(symbol: str | None) -> str:
    """The body that a document belongs to: `unga` of A/80/1, `unga-hrc` of A/HRC/60/1; `un` of no symbol."""
    known = from_canonical(symbol) if symbol else None
    return _actor(known.body if known and known.parts else "")


def actor_above(symbol: str | None) -> str | None:
    """The organ that a masthead prints above the body; null where the symbol names none.

    It is the principal organ (`unga` of A/HRC/EMRIP/2025/1) or the body next above (`unctoc-cop` of
    CTOC/COP/WG.2/2007/1).
    """
    known = from_canonical(symbol) if symbol else None
    if known is None or not known.parts or known.parent is None:
        return None
    principal = known.body.partition("/")[0]
    return _actor(principal if principal in _ORGANS else known.parent)


def _actor(body: str) -> str:
    first, *rest = body.split("/")
    return "-".join(_name_part(part) for part in ("un" + _ORGANS.get(first, first.lower()), *rest) if part)


def number_of(symbol: str) -> str:
    """A symbol as part of a name: strokes are hyphens, blanks underscores; what no IRI holds is quoted."""
    return quoted(_BLANKS.sub("_", symbol.replace("/", "-")), "()")


def long_code(language: str | None) -> str:
    """Three letters of a language: `fra` of "fr"; `und` where none is known."""
    code = language or ""
    return _LONG.get(code, code if _CODE.fullmatch(code) else UNKNOWN_LANGUAGE)


def short_code(language: str | None) -> str | None:
    """BCP 47 subtag of three letters: "fr" of `fra`; null of `und`."""
    return None if language in (None, "", UNKNOWN_LANGUAGE) else _SHORT.get(language or "", language)


def day(text: str | None) -> str | None:
    """The text where it is a date that the schema takes, else null."""
    if not text or not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _name_part(part: str) -> str:
    return quoted(_BLANKS.sub("_", part.lower()), "()")


def quoted(text: str, safe: str = "") -> str:
    """Text as part of an address: all but letters, digits, `_.-~` and what is safe is quoted."""
    return quote(one_line(text), safe=safe)


def address_of(uri: str) -> str:
    """An address that the schema takes: what no address holds is quoted."""
    line = _PER_CENT.sub("%25", one_line(uri))
    found = _HOST.match(line)
    if not found:
        return quote(line, safe="/%&=+,;@()")
    path, mark, fragment = line[found.end() :].partition("#")
    return found[0] + quote(path, safe=_SAFE) + mark + quote(fragment, safe=_SAFE)
