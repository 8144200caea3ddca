"""What style sheets say of HTML elements and bears on reading: hidden, bold, centred, how lists count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

_UP_TO_END = re.compile(r"[^}]+\}?")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)  # one without end takes the rest (CSS Syntax 3, 4.3.2)
_LAST = re.compile(r"(?P<tag>[a-zA-Z][\w-]*)?(?:\.(?P<name>[\w-]+))?")
_LENGTH = re.compile(r"(-?(?<![\d.])(?:\d{1,9}+(?:\.\d++)?|\.\d++))(pt|px|em|rem|cm|mm|in)\b")
_COMBINATOR = re.compile(r"[\s>+~]+")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "cm": 28.35, "mm": 2.835, "in": 72.0}
_MOST = 2000  # rules; more are the page's program, not its text's
_SELECTORS = 20_000  # of these rules
_CLASSES = 1000  # characters of names that an element has
_STEPS = 5_000_000  # ancestors that are compared with selectors: those of a long report are a tenth
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
    """A selector with what is said of the elements that it selects.

    Attributes:
        order: of the rules; what a later one says holds.
        around: tags and classes of elements that an element must stand within, outermost first.
        said: property to value.
    """

    order: int
    around: tuple[tuple[str, str], ...]
    said: dict[str, str]


class StyleSheet:
    """The rules of a page whose selectors end in an element's name, a class, or both.

    Attributes:
        steps: comparisons of elements around others that may still be made; below 0, rules that ask for
            such elements no longer apply.
    """

    def __init__(self, root: etree._Element) -> None:
        text = _COMMENT.sub("", "\n".join(each.text or "" for each in root.iter("style")))
        self.steps = _STEPS
        self._rules: dict[tuple[str, str], list[_Rule]] = {}
        self._fitting: dict[tuple[str, str], list[_Rule]] = {}
        order = 0
        rules = _rules(text)
        for selectors, body in islice(rules, _MOST):
            said = _declarations(body)
            for selector in selectors.split(",")[: _SELECTORS - order] if said else ():
                if path := _path(selector):
                    order += 1
                    self._rules.setdefault(path[-1], []).append(_Rule(order, path[:-1], said))
        self._is_cut = order >= _SELECTORS or next(rules, None) is not None

    @property
    def is_spent(self) -> bool:
        """Whether there are more rules or comparisons than are asked."""
        return self._is_cut or self.steps < 0

    def of(self, element: etree._Element) -> dict[str, str]:
        """What is said of an element itself: property to value, in small letters."""
        own = element.get("style")
        if not self._rules and not own:
            return {}
        found: dict[str, str] = {}
        for rule in self._of_kind(str(element.tag), element.get("class", "")) if self._rules else ():
            if not rule.around or self._stands_within(element, rule.around):
                found.update(rule.said)
        found.update(_declarations(own or ""))
        return found

    def _of_kind(self, tag: str, classes: str) -> list[_Rule]:
        """The rules whose last step fits a tag and classes, in order."""
        key = (tag, classes)
        if key not in self._fitting:
            steps = [(tag, ""), *((one, name) for name in _names(classes) for one in ("", tag))]
            found = [rule for step in steps for rule in self._rules.get(step, ())]
            self._fitting[key] = sorted(found, key=lambda rule: rule.order)
        return self._fitting[key]

    def _stands_within(self, element: etree._Element, around: tuple[tuple[str, str], ...]) -> bool:
        """Whether those round an element have the tags and classes in order."""
        ancestors = element.iterancestors()
        for step in reversed(around):
            for each in ancestors:
                self.steps -= 1
                if self.steps < 0:
                    return False
                if _is(each, *step):
                    break
            else:
                return False
        return True


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies; of rules within rules the inner ones."""
    for match in _UP_TO_END.finditer(text):
        parts = match[0].rsplit("{", 2)
        if len(parts) > 1 and match[0].endswith("}") and parts[-2]:
            yield parts[-2], parts[-1][:-1]


def _path(selector: str) -> tuple[tuple[str, str], ...]:
    """The steps of a selector, tag and class each; none where it asks for more."""
    steps = [_LAST.fullmatch(word) for word in _COMBINATOR.split(selector.strip())]
    path = tuple([((step["tag"] or "").lower(), step["name"] or "") for step in steps if step])
    return path if path and len(path) == len(steps) and any(path[-1]) else ()


def _names(classes: str) -> set[str]:
    return set(classes[:_CLASSES].split())


def _is(element: etree._Element, tag: str, name: str) -> bool:
    return (not tag or tag == element.tag) and (not name or name in _names(element.get("class", "")))


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
