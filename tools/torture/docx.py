"""Changes to Word files: of the XML of a part, of its bytes, and of which parts there are."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from lxml import etree

from .pieces import LONG, WORD
from .raw import mangle
from .words import reword

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUES = (*WORD["values"], *("9" * length for length in LONG))
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def change_docx(data: bytes, rng: Random) -> tuple[bytes, str]:
    """One change to a Word file, and its name; the file stays a sound zip archive."""
    parts = _unpack(data)
    names = [name for name in parts if name.endswith(".xml")]
    name = "word/document.xml" if rng.random() < 0.7 and "word/document.xml" in names else rng.choice(names)
    chance = rng.random()
    if chance < 0.05:
        parts.pop(rng.choice([*parts]))
        return _pack(parts), "drop_part"
    if chance < 0.08:
        parts[name] = parts[rng.choice(names)]
        return _pack(parts), "exchange_part"
    if chance < 0.16:
        parts[name], said = mangle(parts[name], rng)
        return _pack(parts), f"part.{said}"
    try:
        root = etree.fromstring(parts[name])
    except (etree.XMLSyntaxError, ValueError):  # a change before this one broke it
        return data, "nothing"
    change = rng.choice(_CHANGES)
    change(root, rng)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _pack(parts), f"xml.{change.__name__}"


def shorten_docx(data: bytes, rng: Random) -> bytes:
    """The file with a few of the body's children that follow one another, so that it reads fast."""
    parts = _unpack(data)
    root = etree.fromstring(parts["word/document.xml"])
    body = next(iter(root))
    children = [child for child in body if child.tag != f"{_W}sectPr"]
    kept = rng.choice((5, 12, 25))
    start = rng.choice((0, rng.randrange(max(1, len(children) - kept))))
    for child in [*children[:start], *children[start + kept :]]:
        body.remove(child)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _pack(parts)


def change_words(root: etree._Element, rng: Random) -> None:
    """The words of a run are others."""
    texts = [*root.iter(f"{_W}t")]
    for chosen in rng.sample(texts, min(len(texts), rng.choice((1, 1, 5, 100)))):
        changed, _ = reword(chosen.text or "", rng)
        chosen.text = _ILLEGAL.sub("", changed)[:20_000]


def drop(root: etree._Element, rng: Random) -> None:
    """Elements are missing."""
    for _ in range(rng.choice((1, 1, 4, 20))):
        if found := _below(root):
            chosen = rng.choice(found)
            chosen.getparent().remove(chosen)


def double(root: etree._Element, rng: Random) -> None:
    """An element stands there several times."""
    if not (found := _below(root)):
        return
    chosen = rng.choice(found)
    count = rng.choice((1, 5, 50, 300))
    if len(etree.tostring(chosen)) * count < 300_000:
        for _ in range(count):
            chosen.addnext(copy.deepcopy(chosen))


def move(root: etree._Element, rng: Random) -> None:
    """An element stands elsewhere, often where none of its kind may."""
    if found := _below(root):
        chosen = rng.choice(found)
        target = rng.choice(found)
        if chosen is not target and chosen not in target.iterancestors():
            target.insert(0, chosen)


def wrap(root: etree._Element, rng: Random) -> None:
    """An element stands in others, deep at times."""
    if not (found := _below(root)):
        return
    chosen = rng.choice(found)
    parent = chosen.getparent()
    at = parent.index(chosen)
    for _ in range(rng.choice((1, 1, 3, 40, 150))):
        outer = etree.Element(_W + rng.choice(WORD["wrappers"]))
        outer.append(chosen)
        chosen = outer
    parent.insert(at, chosen)


def change_values(root: etree._Element, rng: Random) -> None:
    """Attributes have other values, or are missing."""
    found = [(element, name) for element in root.iter(etree.Element) for name in element.attrib]
    for element, name in rng.sample(found, min(len(found), rng.choice((1, 1, 5, 40)))):
        if rng.random() < 0.2:
            del element.attrib[name]
        else:
            elsewhere = rng.choice(found)[0].get(name, "1")
            element.set(name, rng.choice(_VALUES) if rng.random() < 0.7 else elsewhere)


def insert(root: etree._Element, rng: Random) -> None:
    """Elements of Word stand where nobody expects them."""
    found = [*root.iter(etree.Element)]
    for _ in range(rng.choice((1, 1, 5, 30))):
        leaf = dict(rng.choice(WORD["leaves"]))
        new = etree.Element(_W + leaf.pop("name"), {_W + key: value for key, value in leaf.items()})
        target = rng.choice(found)
        target.insert(rng.randrange(len(target) + 1), new)


def _below(root: etree._Element) -> list[etree._Element]:
    """All elements that have a parent."""
    return [element for element in root.iter(etree.Element) if element.getparent() is not None]


_CHANGES: tuple[Callable[[etree._Element, Random], None], ...] = (
    change_words, change_words, change_words, drop, double, move, wrap, change_values, change_values, insert,
)  # fmt: skip


def _unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pack(parts: dict[str, bytes]) -> bytes:
    """A zip archive with a fixed date, so that the same parts are the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
