"""Where bodies meet, and what time it is there."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from undocparse.languages.matching import folded

_PLACE_TAIL = re.compile(r"\s*[,(].*$")


def zone_of_meeting(place: str | None, body: str | None) -> str | None:
    """IANA name of the time zone of a meeting; null where it is not known.

    Args:
        place: as in the masthead; it decides where it is printed.
        body: key of the body that meets, whose seat decides else.
    """
    return zone_of(place or seat_of(body))


def zone_of(place: str | None) -> str | None:
    """IANA name of the time zone of a city; null where it is not known.

    Args:
        place: as in the masthead ("Vienna", "Nairobi, Kenya").
    """
    if not place:
        return None
    known = _zones()
    return known.get(folded(place)) or known.get(folded(_PLACE_TAIL.sub("", place)))


def seat_of(body: str | None) -> str | None:
    """The city where a body meets that has always met there of late, in English.

    Args:
        body: its key (`A/C.6`, `E/ICEF`).

    Returns:
        Null for a body that meets in several cities, or that the table does not have.
    """
    return _seats().get(body or "")


@cache
def _zones() -> dict[str, str]:
    return {folded(city): zone for zone, cities in _tables()["zones"].items() for city in cities}


@cache
def _seats() -> dict[str, str]:
    return {body: city for city, keys in _tables()["seats"].items() for body in keys}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "seats.toml").read_text("utf-8"))
