"""Automatic numbering: which list a heading belongs to, and the numbering part."""

from __future__ import annotations

import re

from .docx_xml import W
from .source import Source

FORMATS = ("decimal", "lowerLetter", "lowerRoman")
LIST, HEADINGS = 1, 2
"""Numbers of the agenda's list and of the headings that repeat it."""
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


class Numbers:
    """Follows what Word will print, and begins a list anew where that is not the item's number."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.counters = {LIST: [0, 0, 0], HEADINGS: [0, 0, 0]}
        self.current = {LIST: LIST, HEADINGS: HEADINGS}
        self.anew: list[tuple[int, int, int]] = []

    def of(self, key: str, kind: int) -> tuple[int, int]:
        """List and level of this item, so that Word prints its number."""
        level = key.count(".")
        want = ordinal(key.rsplit(".", 1)[-1], level)
        counters = self.counters[kind]
        if counters[level] + 1 != want:
            self.anew.append((kind, level, want))
            self.current[kind] = HEADINGS + len(self.anew)
        counters[level] = want
        counters[level + 1 :] = [0] * (2 - level)
        return self.current[kind], level

    def part(self) -> str:
        """The numbering part."""
        styles = ("first", "second", "third")
        lists = self._abstract(LIST, [self.source.style(name, "{}.") for name in styles])
        heads = [self.source.style("heading", self.source.style("first", "{}."))]
        lists += self._abstract(HEADINGS, heads + [self.source.style(name, "{}.") for name in styles[1:]])
        for number in (LIST, HEADINGS):
            lists += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for at, (kind, level, start) in enumerate(self.anew, 1):
            lists += (
                f'<w:num w:numId="{HEADINGS + at}"><w:abstractNumId w:val="{kind}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        # The schema wants every w:abstractNum before the first w:num.
        abstract = "".join(re.findall(r"<w:abstractNum .*?</w:abstractNum>", lists))
        rest = re.sub(r"<w:abstractNum .*?</w:abstractNum>", "", lists)
        return f'<w:numbering xmlns:w="{W}">{abstract}{rest}</w:numbering>'

    def _abstract(self, number: int, texts: list[str]) -> str:
        levels = ""
        for level, text in enumerate(texts):
            left = (81 if number == LIST else 54) + (27 * level if number == LIST else 0)
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{FORMATS[level]}"/>'
                f'<w:lvlText w:val="{text.format(f"%{level + 1}")}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{left * 20}" w:hanging="540"/></w:pPr></w:lvl>'
            )
        kind = '<w:multiLevelType w:val="multilevel"/>'
        return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def ordinal(last: str, level: int) -> int:
    """The place of "c" or "iii" or "7" in its list, from 1."""
    if level == 0 or last.isdigit():
        return int(last)
    return ord(last) - 96 if level == 1 else ROMAN.index(last) + 1
