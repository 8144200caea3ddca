"""The grammar of document symbols as regular expressions, tolerant of what text layers do to them."""

from __future__ import annotations

import re
from functools import cache

from undocparse.symbols.elements import elements

_MOST_ELEMENTS = 20  # those of published symbols have ten at most
HYPHEN = "[-\u2010\u2011]"
_DASH = "[-\u2010\u2011\u2013]"
# A blank on one side of a slash: a line broke there, or the text layer is torn.
_SLASH = r"(?:\s?/|/\s)"
_ROOT = (
    r"(?<![A-Za-z])[A-Z][A-Za-z]{0,9}+\d{0,3}+(?:\([A-Z]{2,5}\)|\(\d{1,3}\)|\([IVXLC]+\))?+"
    rf"(?:(?:{HYPHEN}(?:\s(?=[A-Z]))?|\.)[A-Z0-9]{{1,6}}){{0,6}}"
)
_NUMBER = (
    r"(?:(?:19|20)\s\d\d(?=\s?/)|[12]\s\d{3}(?=\s?/)"
    rf"|\d{{1,6}}(?:{_DASH}\d{{1,4}})?(?:{HYPHEN}[A-Z](?![A-Za-z/]))?(?:\(\d{{1,3}}\))?)"
)
_SPECIAL_SESSION = rf"(?:E?S|SS){HYPHEN}(?:\d{{1,3}}|[IVXLC]+(?![A-Z]))"
_NAMED_CODES = r"(?:[A-Z][A-Za-z&]{0,8}\.){1,2}\s?"
_CODE_NUMBER = (
    rf"(?:\d{{1,5}}(?:{_DASH}\d{{1,4}})?|[IVXLC]+(?![A-Za-z])|[A-Z]{{1,3}}(?![A-Za-z]))(?:\(\d{{1,3}}\))?"
)
_CAPITALS = rf"[A-Z]{{1,10}}(?:(?:{HYPHEN}\s?|&)[A-Z]{{1,6}}){{0,4}}(?:\(\d{{1,3}}\)|\([IVXLC]+\)|\d{{1,3}})?"
_SEA_CODE = r"(?:MED|CAR)\s(?:IG|WG)\.\d{1,3}"
_PART = (
    r"(?:Parts?|[Vv]ols?\.?|Sects?\.?|Supp(?:l)?\.?|Resumptions?|Annexe?s?|Chap\.?)"
    r"\s?[\dIVXLC]++[A-Z]?(?:\s?[-\u2013,]\s?[\dIVXLC]++[A-Z]?)*"
)
SUFFIX = rf"\s?\((?:{_PART}|Introduction|Corrected|Prologue|Income(?:\s[\w.]+){{0,3}})\)"
_RESOLUTION_TAIL = (
    rf"(?:RES/(?:\d{{1,4}}\s?\((?:(?:19|20)\d\d|(?:E?S{HYPHEN})?[IVXLC]+)\)"
    r"|\d{1,4}/\d{1,4}(?:\s[A-Z](?:-[A-Z])?(?![\w.’']))?))"
)


@cache
def symbol_pattern() -> re.Pattern[str]:
    """One symbol from its root on; what it finds is still to be judged (`find.plausible`)."""
    mixed = "|".join(sorted(elements().mixed, key=lambda code: (-len(code), code)))
    roman = r"[IVXLC]{1,6}(?![A-Za-z])"
    element = (
        rf"(?:{_RESOLUTION_TAIL}|{_NUMBER}|{_SEA_CODE}|{_SPECIAL_SESSION}|{_NAMED_CODES}{_CODE_NUMBER}"
        rf"|(?:{mixed})(?![a-z])(?:\.(?:{mixed}|\d{{1,4}}))*|{roman}|{_CAPITALS}(?![a-z]))"
    )
    return re.compile(
        rf"(?:\[[A-Z]{{1,5}}/(?:[A-Z]{{1,5}}/)?\]\s?)?{_ROOT}(?>{_SLASH}{element}(?:{SUFFIX})?){{1,{_MOST_ELEMENTS}}}"
    )


@cache
def spaced_pattern() -> re.Pattern[str]:
    """Symbols with a blank after root or session: "CL 154/1", "C 2015/2 Rev.1", "41 C/5", "156 EX/7"."""
    roots = "|".join(sorted(elements().spaced))
    change = r"(?:\s(?:Rev|Add|Corr)\.\d{1,2})*"
    return re.compile(
        rf"\b(?:(?:{roots})\s\d{{2,4}}/(?:(?:INF|LIM|REP|PV)/?)?\d{{1,3}}"
        rf"|\d{{2,3}}\s(?:C|EX)/(?:INF\.?\s?)?\d{{1,3}}(?:\.[IVX]+)?){change}(?![\w/])"
    )


JOINT = re.compile(rf"\s?{_DASH}\s?(?=[A-Z][A-Z.\d]*/)")
"""Between the symbols of a joint document."""
