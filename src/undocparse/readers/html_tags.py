"""Takes attributes off HTML tags that have more than any: libxml2 compares each with all before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from undocparse.limits import limit_reached
from undocparse.model.diagnostics import Diagnostic
from undocparse.readers.html_css import StyleSheet

_TAG = re.compile(rb"""<([a-zA-Z][^\s/>]*+)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)""")
_QUOTED = re.compile(rb"""["'][^"']*["']""")
_MOST = 1000  # attributes; they cost six milliseconds, 40,000 of them nine seconds
_SHORT = 2 * _MOST  # bytes; so many attributes need more


def uncrowded(data: bytes) -> tuple[bytes, int]:
    """A page whose elements have no more than a thousand attributes each.

    Args:
        data: the page, in an encoding that has ASCII's signs for tags.

    Returns:
        The page, and how many elements have lost their attributes.
    """
    crowded = [tag for tag in _TAG.finditer(data) if len(tag[2]) > _SHORT and _count(tag[2]) > _MOST]
    if not crowded:
        return data, 0
    parts, end = [], 0
    for tag in crowded:
        parts.append(data[end : tag.start(2)])
        end = tag.end(2)
    return b"".join([*parts, data[end:]]), len(crowded)


def _count(attributes: bytes) -> int:
    return len(_QUOTED.sub(b" ", attributes).split())


def left_out(crowded: int, css: StyleSheet | None) -> Iterator[Diagnostic]:
    """What a page has more of than is read.

    Args:
        crowded: how many elements have lost their attributes.
        css: as it is when the page was set.
    """
    if crowded:
        yield limit_reached(
            f"Attributes of elements with more than a thousand were left out (elements: {crowded})."
        )
    if css and css.is_spent:
        yield limit_reached(
            "The page has more rules of style than are asked: what they hide may stand in the text."
        )
