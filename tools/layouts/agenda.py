"""Sets the list of items of a drawn meeting in one of many forms, with the expected agenda."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .axes import Spec
from .content import Item, Meeting, letter, roman
from .elements import Cell, Element, Para, Table, line

Json = dict[str, Any]
STEP = 24.0


def expected(items: list[Item]) -> list[Json]:
    """The agenda as a tree."""
    return [{"key": item.key, "title": item.printed, "items": expected(item.items)} for item in items]


def expected_documents(items: list[Item]) -> list[Json]:
    """The documents that are listed between the items."""
    return [
        {
            "items": [item.key],
            "paragraphs": [],
            "documents": [listed.symbol or listed.title for listed in item.documents],
        }
        for top in items
        for item in top.walk()
        if item.documents
    ]


class AgendaList:
    """The list of one document."""

    def __init__(self, spec: Spec, meeting: Meeting, *, titled: bool) -> None:
        """`titled`: the document's title stands right above and is a heading already."""
        self.spec, self.meeting, self.titled = spec, meeting, titled
        self.words = meeting.words
        self.form, self.sub = spec["agenda_form"], spec["sub_form"]
        self.chance = spec.random("agenda list")
        self.hang = 48.0 if self.form == "dot-wide" else 58.0 if self.form == "item" else 28.0

    def elements(self) -> list[Element]:
        """Heading, groups, items."""
        found = list(self._heading())
        if self.form == "table":
            return [*found, self._table()]
        groups = self._groups()
        for at, item in enumerate(self.meeting.items):
            if at in groups:
                found.append(groups[at])
            found += self._item(item, last=at == len(self.meeting.items) - 1)
        return found

    def _heading(self) -> Iterator[Para]:
        form = self.spec["list_heading"]
        if form == "none" and self.titled:
            return
        text = self.chance.choice(self.words["list_headings"])
        text = {"roman": f"I. {text}", "capitals": text.upper()}.get(form, text)
        yield line(
            text,
            bold=form != "capitals",
            align="center" if form == "centred" else "left",
            before=14,
            size=1.1,
            level=2,
        )

    def _groups(self) -> dict[int, Para]:
        form = self.spec["groups"]
        count = len(self.meeting.items)
        if form == "none" or count < 5:
            return {}
        places = sorted({0, *self.chance.sample(range(2, count - 1), min(2 + count // 30, count - 3))})
        if self.chance.random() < 0.3:
            places = places[1:]
        names = self.words["long_groups"] if form == "long" else self.words["groups"]
        start = self.chance.randrange(len(names))
        found = {}
        for at, place in enumerate(places):
            name = names[(start + at) % len(names)]
            label = {"lettered": f"{chr(65 + at)}.", "roman": f"{roman(at + 1)}."}.get(form, "")
            if self.form == "roman" and form == "roman":
                label = ""
            text = name.upper() if form == "capitals" else name
            found[place] = line(text, bold=form not in ("capitals", "plain"),
                                label=label, before=12, align="left", keep=True)  # fmt: skip
        return found

    def label(self, item: Item) -> str:
        """The number as printed."""
        first, *rest = item.key.split(".")
        if rest and self.form == "decimal":
            return item.key
        if len(rest) == 2:
            return f"{rest[1]})" if self.sub in ("a)", "a.") else f"({rest[1]})"
        if rest:
            return {"(a)": "({})", "a)": "{})", "a.": "{}."}.get(self.sub, "({})").format(rest[0])
        if self.form == "item":
            dot = "." if self.spec.number % 2 else ""
            return f"{self.words['item']} {first}{dot}"
        return {"bare": "{}", "paren": "{})"}.get(self.form, "{}.").format(first)

    def text(self, item: Item, *, last: bool) -> str:
        """The title with the punctuation of the list."""
        if item.items or item.entries:
            colon = " :" if self.spec["language"] == "fr" else ":"
            return item.printed + (colon if self.spec["title_end"] != "none" else "")
        end = {"dot": ".", "semicolon": "." if last else ";", "none": ""}[self.spec["title_end"]]
        if end == ";" and self.spec["language"] == "fr":
            end = " ;"
        return item.printed + end

    def _item(self, item: Item, *, last: bool) -> Iterator[Element]:
        depth = item.key.count(".")
        indent = STEP * depth + (self.hang - 24 if depth else 0)
        before = 3.0 if len(self.meeting.items) > 20 or depth else 5.0
        if self.form == "bracket" and not depth:
            yield line(f"{item.printed} [{item.key}]", bold=True, before=10, align="left", keep=True)
        elif self.form == "contents":
            page = str(2 + int(item.key.split(".")[0]) // 6) if item.key[0].isdigit() else "2"
            yield line(
                item.printed, label=self.label(item), indent=indent, hang=self.hang, before=before, page=page
            )
        else:
            yield line(self.text(item, last=last), label=self.label(item), indent=indent,
                       hang=self.hang if not depth else STEP, before=before)  # fmt: skip
        sign = "–" if self.sub == "dash" else "•"
        for at, entry in enumerate(item.entries):
            end = {"dot": ".", "semicolon": ";", "none": ""}[self.spec["title_end"]]
            final = "." if end and at == len(item.entries) - 1 else end
            yield line(entry + final, label=sign, indent=self.hang, hang=14, before=2)
        for at, below in enumerate(item.items):
            yield from self._item(below, last=last or at == len(item.items) - 1)
        if item.documents and self.form != "contents":
            if self.spec.number % 2:
                yield line(self.words["documentation"][0], italic=True, indent=self.hang, before=3)
            for listed in item.documents:
                yield line(f"{listed.title} ({listed.symbol})", indent=self.hang, before=2)

    def _table(self) -> Table:
        rows = []
        if self.spec["timetable_head"] == "yes":
            rows.append(
                tuple(Cell((line(name, bold=True, before=0),)) for name in self.words["agenda_heads"])
            )
        head = len(rows)
        for top in self.meeting.items:
            for item in top.walk():
                label = self.label(item)
                entries = [
                    line(entry, label="–" if self.sub == "dash" else "•", hang=12, before=0)
                    for entry in item.entries
                ]
                rows.append((Cell((line(label, before=0),)), Cell((line(item.printed, before=0), *entries))))
        rules: Any = self.spec["timetable_rules"]
        return Table(tuple(rows), (0.14, 0.86), rules if rules != "none" else "grid", head)


__all__ = ["AgendaList", "expected", "expected_documents", "letter"]
