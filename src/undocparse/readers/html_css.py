"""What style sheets say of HTML elements and bears on reading: hidden, bold, centred, how lists count."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LAST = re.compile(r"(?P<tag>[a-zA-Z][\w-]*)?(?:\.(?P<name>[\w-]+))?")
_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|px|em|rem|cm|mm|in)\b")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "cm": 28.35, "mm": 2.835, "in": 72.0}
_MOST = 2000  # rules; more are the page's program, not its text's
COUNTERS = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
"""CSS counter styles (CSS Lists 3) by the names that Word has for them."""
_UNNUMBERED = frozenset({"none", "disc", "circle", "square"})


class _Rule(NamedTuple):
    path: tuple[tuple[str, str], ...]  # tag and class of an element within elements, outermost first
    said: dict[str, str]

    def fits(self, element: etree._Element) -> bool:
        """Whether the element is the path's last, and those round it have the others in order."""
        *around, own = self.path
        if not _is(element, *own):
            return False
        ancestors = element.iterancestors()
        return all(any(_is(each, *step) for each in ancestors) for step in reversed(around))


class StyleSheet:
    """The rules of a page whose selectors end in an element's name, a class, or both."""

    def __init__(self, root: etree._Element) -> None:
        text = _COMMENT.sub("", "\n".join(each.text or "" for each in root.iter("style")))
        self._rules: list[_Rule] = []
        for selectors, body in _RULE.findall(text)[:_MOST]:
            said = _declarations(body)
            for selector in selectors.split(","):
                steps = [_LAST.fullmatch(word) for word in re.split(r"[\s>+~]+", selector.strip())]
                path = [((step["tag"] or "").lower(), step["name"] or "") for step in steps if step]
                if said and len(path) == len(steps) and any(path[-1]):
                    self._rules.append(_Rule(tuple(path), said))

    def of(self, element: etree._Element) -> dict[str, str]:
        """What is said of an element itself: property to value, in small letters."""
        own = element.get("style")
        if not self._rules and not own:
            return {}
        found: dict[str, str] = {}
        for rule in self._rules:
            if rule.fits(element):
                found.update(rule.said)
        found.update(_declarations(own or ""))
        return found


def _is(element: etree._Element, tag: str, name: str) -> bool:
    return (not tag or tag == element.tag) and (not name or name in element.get("class", "").split())


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in text.lower().split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}


def is_hidden(element: etree._Element, said: dict[str, str]) -> bool:
    """Whether a browser shows nothing of an element."""
    hidden = element.get("hidden") is not None or said.get("visibility") == "hidden"
    return hidden or said.get("display", "").startswith("none")


def counter_of(said: dict[str, str]) -> str | None:
    """How a list counts: a name of Word's, "" for no number, null where nothing is said."""
    for word in f"{said.get('list-style-type', '')} {said.get('list-style', '')}".split():
        if word in COUNTERS:
            return COUNTERS[word]
        if word in _UNNUMBERED:
            return "" if word == "none" else "bullet"
    return None


def points(value: str) -> float:
    """A length in points; 0 where it is none."""
    match = _LENGTH.search(value)
    return float(match[1]) * _POINTS[match[2]] if match else 0.0
