"""One symbol, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

from undocparse.symbols.elements import elements
from undocparse.symbols.links import public_link

_YEAR = re.compile(r"(?:19|20)\d\d$")
_CODE = re.compile(r"([A-Za-z][A-Za-z&.-]*?)\.?(?:(\d+)|\((\w+)\))?(?:\s.*)?$")
_SUFFIX = re.compile(r" \(([^()]+)\)$")
_SESSION = re.compile(r"(?:E?S-)?\d{1,4}")
_SPECIAL = re.compile(r"E?S-\d")
_NATURAL = re.compile(r"(\d+)")


@total_ordering
@dataclass(frozen=True)
class Symbol:
    """A document symbol; `str()` gives its canonical form.

    Attributes:
        parts: what stands between the slashes; a suffix such as "(Part I)" belongs to the part it follows.
        joint: the further symbols of a joint document ("A/80/62-E/2025/12").
        prefix: the omitted root in square brackets ("[E/ECE/]").
    """

    parts: tuple[str, ...]
    joint: tuple[Symbol, ...] = ()
    prefix: str = ""

    def __str__(self) -> str:
        return "-".join([self.prefix + "/".join(self.parts), *map(str, self.joint)])

    def __lt__(self, other: Symbol) -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[tuple[int, int, str], ...]:
        """Numbers by value, a document before its addenda: A/80/9, A/80/62, A/80/62/Add.1."""
        pieces = _NATURAL.split("/".join(self.parts).replace("/", " "))
        return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in pieces if p)

    @property
    def root(self) -> str:
        """The first element without its session: "IDB" of IDB.49/1."""
        return _name(self.parts[0])

    @property
    def body(self) -> str:
        """Symbol root of the body that the document belongs to: CTOC/COP/WG.2, A/HRC, ICCD/COP/CST."""
        return "/".join(_name(part) for part in self.parts[: self._body_length()])

    @property
    def parent(self) -> str | None:
        """Symbol root of the body above `body`; null for a principal organ."""
        above = self.body.rpartition("/")[0]
        return above or None

    @property
    def convener(self) -> str:
        """Root of the body that set `body` up: CTOC/COP of CTOC/COP/WG.2, A of A/C.2; else `body` itself."""
        parts = self.body.split("/")
        at = [index for index, part in enumerate(parts) if part in elements().conferences]
        if at:
            return "/".join(parts[: at[-1] + 1])
        while len(parts) > 1 and "." in parts[-1] and not parts[-1].startswith("CONF"):
            parts.pop()
        return "/".join(parts)

    @property
    def session(self) -> str | None:
        """Session, or year where the series counts by years: "80", "2025", "S-21", "8" of ICCD/COP(8)."""
        length = self._body_length()
        for part in self.parts[:length]:
            if found := _session_in(part):
                return found
        after = self.parts[length:]
        if len(after) > 1 and after[1] not in self.changes and _SESSION.fullmatch(after[0]):
            return after[0]
        return next((part for part in after if _YEAR.match(part)), None)

    @property
    def year(self) -> int | None:
        """The year, where the symbol names one."""
        return next((int(part) for part in self.parts if _YEAR.match(part)), None)

    @property
    def nature(self) -> str | None:
        """`L`, `CRP`, `INF`, `WP`, `SR`, `PV`, `NGO`, `RES`, `DEC` …; null in the main series."""
        known = elements().natures
        names = (_name(part).partition(".")[0] for part in self.parts[1:])
        return next((name if name in known else name.upper() for name in names if _is_nature(name)), None)

    @property
    def changes(self) -> tuple[str, ...]:
        """`("Add.1", "Rev.1")` of A/80/74/Add.1/Rev.1."""
        return tuple(part for part in self.parts if part.partition(".")[0] in elements().changes)

    @property
    def part(self) -> str | None:
        """What stands in brackets at the end: "Part I", "Vol. II", "Resumption 1"."""
        found = _SUFFIX.search(self.parts[-1])
        return found[1] if found else None

    @property
    def main(self) -> Symbol:
        """The document without its addenda, corrigenda and revisions."""
        kept = tuple(part for part in self.parts if part not in self.changes)
        return Symbol(kept, (), self.prefix)

    def uri(self, language: str = "en") -> str | None:
        """A stable public link in the language; null for series that the document system does not keep."""
        if self.root not in elements().linked or self.prefix:
            return None
        return public_link("/".join(self.parts), language)

    def _body_length(self) -> int:
        parts = self.parts
        if len(parts) > 1 and parts[1] == "C" and parts[0].isalpha() and len(parts[0]) > 1:
            return 2  # the treaty bodies: CRC/C, CCPR/C
        for index, part in enumerate(parts[1:], 1):
            if part[0].isdigit() or _SPECIAL.match(part) or _is_nature(_name(part)):
                return index
            if part.partition(".")[0] in elements().changes:
                return index
        return max(1, len(parts) - 1)


def _name(part: str) -> str:
    """An element without its session: "COP(8)" is COP, "EA.5" is EA; "WG.2" keeps its number."""
    found = _CODE.match(part)
    if not found or (found[2] is None and found[3] is None):
        return part
    stem = found[1].rstrip(".-")
    return (
        part if stem in elements().bodies and found[3] is None and stem not in elements().sessions else stem
    )


def _session_in(part: str) -> str | None:
    found = _CODE.match(part)
    return (found[2] or found[3]) if found and _name(part) != part else None


def _is_nature(name: str) -> bool:
    stem = name.partition(".")[0]
    return stem in elements().natures or stem.upper() in elements().natures
