"""The program's own words in the user's language; English where there is no catalogue of that language.

A catalogue is `LANGUAGE/LC_MESSAGES/undocparse.po` beside this file, with its compiled form; `make words`
compiles them. It has argparse's words too. The library speaks English unless `users_language` is in force: an
output must not depend on the machine that makes it.
"""

from __future__ import annotations

import gettext
import os.path
from collections.abc import Iterator
from contextlib import contextmanager

DOMAIN = "undocparse"
FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib would be a tenth of the time of --help
_spoken: list[str] = []


@contextmanager
def users_language() -> Iterator[None]:
    """Speak the language of the locale: the first set of LANGUAGE, LC_ALL, LC_MESSAGES and LANG."""
    if gettext.find(DOMAIN, FOLDER) is None:
        yield
        return
    before = gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)  # argparse asks for its words without naming a domain
    _spoken.append(DOMAIN)
    try:
        yield
    finally:
        _spoken.pop()
        gettext.textdomain(before)


def _(text: str) -> str:
    """A text of the program in the language spoken."""
    return gettext.dgettext(DOMAIN, text) if _spoken else text


def many(one: str, more: str, count: int) -> str:
    """A count with what is counted, in the language spoken.

    Args:
        one: for one, with `%d`.
        more: for any other number.
        count: how many.
    """
    found = gettext.dngettext(DOMAIN, one, more, count) if _spoken else one if count == 1 else more
    return found % count
