"""Sets the annotations and the documents listed in them, with the expected result."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .axes import Spec
from .content import Annotation, Item, Listed, Meeting
from .dates import Printer
from .elements import Cell, Doc, Element, Run, Tabbed, Table, cell, line, words

Json = dict[str, Any]
START = 60


class Annotations:
    """The annotations of one document."""

    def __init__(self, spec: Spec, meeting: Meeting, printer: Printer, doc: Doc) -> None:
        """`doc` takes the footnotes."""
        self.spec, self.meeting, self.printer, self.doc = spec, meeting, printer, doc
        self.words = meeting.words
        self.form = spec["annotation_heading"]
        if self.form == "unnumbered" and spec["parts"] == "annotations-only":
            self.form = "bold"
        self.chance = spec.random("annotations")
        self.number = 0
        self.gold: list[Json] = []

    def elements(self) -> list[Element]:
        """All of them under their heading."""
        found: list[Element] = []
        if self.spec["parts"] != "annotations-only":
            text = self.chance.choice(self.words["annotation_headings"])
            if self.spec["list_heading"] == "roman":
                text = f"II. {text}"
            centred = self.spec["list_heading"] == "centred"
            found.append(
                line(text, bold=True, before=16, size=1.1, level=2, align="center" if centred else "left")
            )
        for annotation in self.meeting.annotations:
            found += self._one(annotation)
        return found

    def _one(self, annotation: Annotation) -> Iterator[Element]:
        item = annotation.item
        expected: Json = {"items": [item.key] if item else [], "paragraphs": [], "documents": []}
        self.gold.append(expected)
        if self.spec["paragraph_numbers"] == "per-item":
            self.number = 0
        paragraphs = list(annotation.paragraphs)
        form = self.spec["documentation"]
        if annotation.documents and form == "sentence":
            paragraphs.append(self._sentence(annotation.documents))
        expected["paragraphs"] = [text[:START] for text in paragraphs]
        expected["documents"] = [listed.symbol or listed.title for listed in annotation.documents]
        if item and self.form == "run-in" and paragraphs:
            first = paragraphs.pop(0)
            yield line((*words(f"{self._label(item)} {item.title}. ", bold=True), Run(first)), before=8)
        elif item:
            yield from self._heading(item)
        else:
            yield line(self.words["introduction"], bold=True, before=10, level=3)
        if form in ("below-heading", "decision"):
            yield from self._documents(annotation.documents)
        for text in paragraphs:
            yield self._paragraph(text)
        if form not in ("below-heading", "decision", "sentence"):
            yield from self._documents(annotation.documents)
        if self.spec["contacts"] == "some" and item and self.chance.random() < 0.3:
            yield line(self.words["contact_heading"], italic=True, before=6)
            yield line(
                self.chance.choice(self.words["contact"]).format(n=self.chance.randint(10, 99)), before=2
            )

    # --- headings

    def _label(self, item: Item) -> str:
        first, *rest = item.key.split(".")
        if rest and rest[0].isdigit():
            return item.key
        if rest:
            return f"{rest[-1]})" if self.printer.french else f"({rest[-1]})"
        return f"{first}."

    def _heading(self, item: Item) -> Iterator[Element]:
        title, label = item.title, self._label(item)
        deep = "." in item.key
        match self.form:
            case "item-over":
                yield line(
                    f"{self.words['item']} {self.printer.key(item.key)}", bold=True, before=10, keep=True
                )
                yield line(title, bold=True, before=1, keep=True)
            case "underlined":
                yield line(title, underline=True, label=label, before=10, keep=True, align="left")
            case "capitals":
                yield line(title.upper(), label=label, before=10, keep=True, align="left")
            case "centred":
                yield line(f"{label} {title}", bold=True, align="center", before=10, keep=True)
            case "number-alone":
                yield line(label, bold=True, align="center", before=10, keep=True)
                yield line(title, bold=True, align="center", before=1, keep=True)
            case "unnumbered":
                yield line(title, bold=True, before=10, keep=True, align="left")
            case "italic":
                yield line(title, italic=True, label=label, before=10, keep=True, align="left")
            case "shortened":
                yield line(shortened(title), bold=True, label=label, before=10, keep=True, align="left")
            case "reworded":
                yield line(self._reworded(title), bold=True, label=label, before=10, keep=True, align="left")
            case _:
                yield line(
                    title, bold=True, label=label, before=10, keep=True, align="left", level=3 * (not deep)
                )

    def _reworded(self, title: str) -> str:
        lead = "Examen du point intitulé" if self.printer.french else "Consideration of the"
        if len(title) < 30:
            return title
        small = title[0].lower() + title[1:]
        return f"{lead} « {title} »" if self.printer.french else f"{lead} {small}"

    # --- paragraphs

    def _paragraph(self, text: str) -> Element:
        runs: tuple[Run, ...] = (Run(text),)
        if self.spec["footnotes"] == "some" and len(self.doc.notes) < 3 and self.chance.random() < 0.2:
            self.doc.notes.append(self.words["footnotes"][len(self.doc.notes)])
            number = len(self.doc.notes)
            runs = (*runs, Run(str(number), note=number))
        form = self.spec["paragraph_numbers"]
        if form == "none" or self.form == "run-in":
            return line(runs)
        self.number += 1
        return line(runs, label=f"{self.number}.", hang=36 if form == "through-tab" else 24, hanging=False)

    def _sentence(self, documents: list[Listed]) -> str:
        name = self.meeting.body["short"]
        some = [listed for listed in documents if listed.symbol]
        del documents[2:]
        first = {"body": name, "doc": self._small(some[0].title), "s": some[0].symbol}
        if len(some) > 1:
            second = {"doc2": self._small(some[1].title), "s2": some[1].symbol}
            return str(self.words["before_two"].format(**first, **second))
        return str(self.chance.choice(self.words["before_it"]).format(**first))

    def _small(self, title: str) -> str:
        return title[0].lower() + title[1:]

    # --- documents

    def _documents(self, documents: list[Listed]) -> Iterator[Element]:
        form = self.spec["documentation"]
        if not documents:
            return
        if form == "decision":
            for listed in documents:
                yield line(
                    self.chance.choice(self.words["for_decision"]).format(s=listed.symbol),
                    italic=True,
                    before=3,
                )
            return
        if form != "below-heading":
            yield line(self.words["documentation"][self.spec.number % 3], italic=self.spec.number % 2 == 0,
                       bold=self.spec.number % 2 == 1, before=8, keep=True)  # fmt: skip
        if form == "table":
            yield self._table(documents)
            return
        for listed in documents:
            yield self._listed(listed, form)

    def _listed(self, listed: Listed, form: str) -> Element:
        status = f", {listed.status}" if listed.status else ""
        symbol = f" ({listed.symbol}{status})" if listed.symbol else f" ({listed.status})" if status else ""
        match form:
            case "symbol-first" if listed.symbol:
                tail = f" ({listed.status})" if listed.status else ""
                return line(listed.title + tail, label=listed.symbol, hang=130, before=3)
            case "tab" if listed.symbol:
                return Tabbed((words(listed.title), words(f"{listed.symbol}{status}")), (310.0,), before=3)
            case "bullets":
                return line(listed.title + symbol, label="•", indent=12, hang=14, before=3)
        return line(listed.title + symbol, before=3)

    def _table(self, documents: list[Listed]) -> Table:
        rows: list[tuple[Cell, ...]] = []
        status = self.spec["status"] == "words"
        if self.spec["timetable_head"] == "yes":
            names = [
                *self.words["document_heads"],
                *(["Status" if not self.printer.french else "État"] if status else []),
            ]
            rows.append(tuple(cell(name, bold=True) for name in names))
        head = len(rows)
        for listed in documents:
            cells = [
                cell(listed.symbol or ""),
                cell(listed.title),
                *([cell(listed.status)] if status else []),
            ]
            rows.append(tuple(cells))
        widths = (0.36, 0.44, 0.2) if status else (0.36, 0.64)
        rules: Any = self.spec["timetable_rules"]
        return Table(tuple(rows), widths, rules, head)


def shortened(title: str) -> str:
    """The beginning of a long title, as headings give it."""
    for sign in (":", ", "):
        if title.find(sign) > 25:
            return title[: title.find(sign)].strip()
    parts = title.split()
    return " ".join(parts[:-2]) if len(parts) > 7 else title
