"""Sets the masthead of a drawn document in the way of one house, with the expected header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .axes import Spec
from .content import Meeting
from .dates import Printer
from .elements import Cell, Element, Para, Rule, Tabbed, Table, line, words

Json = dict[str, Any]


@dataclass
class Front:
    """The lines of a masthead; an empty text is not printed."""

    nations: str
    symbol: str
    organ: str
    body: str
    right: list[str]
    lines: list[str]
    title: str
    author: str


def masthead(spec: Spec, meeting: Meeting, printer: Printer, title: str) -> tuple[list[Element], Json, str]:
    """The elements, the expected header, and the job number for the foot of the first page."""
    header: Json = {
        "language": spec["language"],
        "symbol": meeting.symbol,
        "title": title,
        "other_symbols": [],
    }
    organ, body = _names(meeting, header)
    right = _right(spec, meeting, printer, header)
    lines = _below(spec, meeting, printer, header, body)
    author = ""
    if spec["author"] == "author" and spec["parts"] != "letter":
        author = spec.random("author").choice(meeting.words["authors"])
    header["author"] = author or None
    job, foot = _job(spec, meeting)
    header["job_number"] = job
    front = Front(meeting.words["nations"], meeting.symbol, organ, body, right, lines, title, author)
    return [*_house(spec, front), *_title(spec, front)], header, foot


def _names(meeting: Meeting, header: Json) -> tuple[str, str]:
    """The line in the place of the organ and the one of the body; one of a single name is the first."""
    organ = meeting.body["organ"]
    body = meeting.body["body"].format(year=meeting.starts.year)
    header |= {"organ": organ or None, "body": body or None}
    return (organ, body) if organ else (body, "")


def _right(spec: Spec, meeting: Meeting, printer: Printer, header: Json) -> list[str]:
    words_, colon = meeting.words, " : " if printer.french else ": "
    right = []
    kind = "limited" if "/L." in meeting.symbol else "general"
    header["distribution"] = None
    if spec["house"] != "no-distribution":
        header["distribution"] = kind
        name = words_["distributions"][kind]
        old = spec.random("distribution").random() < 0.2
        right += (
            [words_["distr"], name.upper()]
            if old
            else [f"{words_['distr']}{colon[-2:] if not printer.french else ' '}{name}"]
        )
    header["date"] = None
    if spec["date_form"] != "none":
        header["date"] = meeting.issued.isoformat()
        label = f"{words_['date_label']}{colon}" if spec["date_form"] == "label" else ""
        right.append(label + printer.date(meeting.issued))
    names = words_["original_languages"]
    chance = spec.random("original")
    first = chance.choice(("en", "en", "fr", "es"))
    languages = {"two": ["en", "fr"], "none": []}.get(spec["original"], [first])
    header["original_languages"] = languages
    if languages:
        text = f"{words_['original']}{colon}" + "/".join(names[name] for name in languages)
        if not printer.french:
            text = f"{words_['original']}{colon}" + "/".join(names[name] for name in languages)
        right += ["", {"capitals": text.upper(), "brackets": f"[{text}]"}.get(spec["original"], text)]
    return right


def _below(spec: Spec, meeting: Meeting, printer: Printer, header: Json, body: str) -> list[str]:
    """Session, body, place and dates, item: the lines under the organ."""
    words_, lines = meeting.words, []
    form = "none" if spec["structure"] == "conference" else spec["session_form"]
    nth = printer.ordinal(meeting.session)
    session = words_["session"].format(Nth=nth.capitalize())
    header["session"] = meeting.session if form in ("before", "after", "with-place") else None
    where = place_dates(spec, meeting, printer, header)
    bold = f"**{body}**" if body else ""
    match form:
        case "before":
            lines += [f"**{session}**", bold, *where]
        case "with-place" if len(where) == 1:
            lines += [bold, f"{session}, {where[0]}"]
        case "after" | "with-place":
            lines += [bold, f"**{session}**", *where]
        case "year":
            year = meeting.starts.year
            lines += [bold, f"Session de {year}" if printer.french else f"{year} session", *where]
        case _:
            lines += [bold, *where]
    header["agenda_items"] = []
    if spec["item_line"] != "none":
        item = spec.random("item").choice(meeting.items[: max(2, len(meeting.items) // 2)])
        header["agenda_items"] = [item.key]
        lines.append(spec.random("item line").choice(words_["items_masthead"]).format(n=item.key))
        if spec["item_line"] == "titled":
            lines.append(f"**{item.title}**")
    return [text for text in lines if text]


def place_dates(spec: Spec, meeting: Meeting, printer: Printer, header: Json) -> list[str]:
    """Place and dates of the meeting."""
    place, printed = meeting.place
    first, last = meeting.starts, meeting.ends
    header |= {"place": place, "starts": first.isoformat(), "ends": last.isoformat()}
    chance = spec.random("place")
    dash = chance.choice(("–", "-", f" {meeting.words['to']} "))
    lead = ""
    if printer.french and len(dash) > 1 and chance.random() < 0.5:
        lead = "du "
    days = [first.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
    match spec["place_dates"]:
        case "none":
            header |= {"place": None, "starts": None, "ends": None}
            return []
        case "range":
            header["place"] = None
            return [lead + printer.span(first, last, dash=dash)]
        case "two-days" | "three-days":
            return [f"{printed}, {printer.listed(days)}"]
        case "one-day":
            header["ends"] = (
                None  # as in the gold of TD/B/43/6: one printed day is the first, the last is open
            )
            return [f"{printed}, {printer.date(first)}"]
        case "lines":
            return [printed, lead + printer.span(first, last, dash=dash)]
        case "no-year-twice":
            whole = f"{printer.date(first, year=False)} {meeting.words['to']} {printer.date(last)}"
            return [f"{printed}, {'du ' if printer.french else ''}{whole}"]
    return [f"{printed}, {lead}{printer.span(first, last, dash=dash)}"]


def _job(spec: Spec, meeting: Meeting) -> tuple[str | None, str]:
    if spec["job"] == "none":
        return None, ""
    chance = spec.random("job")
    number = f"{meeting.issued.year % 100:02d}-{chance.randint(10000, 89999):05d}"
    job = {"foot": "", "vienna": "V.", "geneva": "GE."}[spec["job"]] + number
    letter = "F" if spec["language"] == "fr" else "E"
    foot = f"{job} ({letter})"
    if chance.random() < 0.5:
        foot += f"    {meeting.issued:%d%m%y}    {meeting.issued:%d%m%y}"
    return job, foot


def _rich(text: str, *, bold: bool = False) -> Para:
    strong = text.startswith("**")
    return line(text.strip("*"), bold=strong or bold, before=2, align="left")


def _house(spec: Spec, front: Front) -> list[Element]:
    below: list[Element] = [_rich(text) for text in front.lines]
    match spec["house"]:
        case "new-york" | "geneva" | "vienna" | "no-distribution" as house:
            return _columns(front, house) + below
        case "tabbed" | "blanks" as house:
            return _tabs(front, blanks=house == "blanks") + below
        case "right":
            right = [front.symbol, *front.right]
            block = [line(text, align="right", before=1) for text in right if text]
            return [*block, _rich(front.nations), _rich(front.organ, bold=True), *below]
        case "letterhead":
            names = [front.nations.upper(), front.organ]
            head = [line(text, align="center", before=1, size=0.9) for text in names]
            tail = [line(text, align="right", before=1) for text in [front.symbol, *front.right] if text]
            return [*head, Rule(), *tail, *below]
        case "centred":
            names = [front.nations, front.organ, *(text.strip("*") for text in front.lines)]
            tail = [line(text, before=1, align="left") for text in [front.symbol, *front.right] if text]
            return [
                *tail,
                *(line(text, align="center", before=2, bold=at < 2) for at, text in enumerate(names)),
            ]
        case "symbol-below":
            tail = [line(text, before=1, align="left") for text in [*front.right, front.symbol] if text]
            return [_rich(front.nations), _rich(front.organ, bold=True), *tail, Rule(), *below]
        case "symbol-above":
            first = line(front.symbol, bold=True, align="right", before=0)
            tail = [line(text, before=1, align="left") for text in front.right if text]
            return [first, _rich(front.nations), Rule(1.5), _rich(front.organ, bold=True), *tail, *below]
    tail = [line(text, before=1, align="left") for text in [front.symbol, *front.right] if text]
    return [_rich(front.organ, bold=True), *below, *tail]


def _columns(front: Front, house: str) -> list[Element]:
    """Two columns: the organ left, distribution, date and languages right."""
    right = [line(text, before=0, align="left") for text in front.right if text or house == "new-york"]
    left = line(front.organ, bold=True, before=0, align="left", size=1.2 if house == "new-york" else 1.0)
    top = (
        Cell((line(front.nations, before=0),)),
        Cell((line(front.symbol, before=0, bold=house == "geneva"),)),
    )
    if house == "vienna":
        rows = ((Cell((line(front.nations, before=0), left)), Cell((line(front.symbol, before=0), *right))),)
        return [Table(rows, (0.64, 0.36)), Rule(1.0)]
    bottom = (Cell((left,)), Cell(tuple(right)))
    return [Table((top,), (0.64, 0.36)), Rule(1.5), Table((bottom,), (0.64, 0.36), before=2), Rule(0.5)]


def _tabs(front: Front, *, blanks: bool) -> list[Element]:
    """Organ and distribution on the same lines, with tabs or blanks between."""
    left = [front.nations, front.organ]
    right = [front.symbol, *(text for text in front.right if text)]
    rows: list[Element] = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ""
        other = right[at] if at < len(right) else ""
        rows.append(Tabbed((words(one, bold=at == 1), words(other)), (300.0,), blanks=blanks))
    return rows


def _title(spec: Spec, front: Front) -> list[Element]:
    form = spec["title_form"]
    text = front.title.upper() if form == "capitals" else front.title
    title = line(
        text,
        bold=form in ("larger", "bold", "centred"),
        underline=form == "underlined",
        size=1.4 if form == "larger" else 1.15 if form == "centred" else 1.0,
        align="center" if form in ("centred", "capitals") else "left",
        before=16,
        level=1 if form == "larger" else 0,
    )
    if not front.author:
        return [title]
    return [title, line(front.author, bold=spec.number % 2 == 0, before=8, align=title.align)]
