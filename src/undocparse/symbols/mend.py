"""What text layers do to symbols, undone."""

from __future__ import annotations

import re

_BLANK_AT_SLASH = re.compile(r"\s*/\s*")
_TORN_NUMBER = re.compile(r"(?<=/)((?:19|20)|[12])\s(\d{2,3})(?=/)")
_DASHES = re.compile("[\u2010\u2011\u2012\u2013\u2014]")
_CHANGE = re.compile(r"(?<=/)(ADD|REV|CORR|AMEND|Add|Rev|Corr|Amend)\.?\s?(?=\d)")
_SUFFIX = re.compile(r"(?<=[^\s/])\s*\((?=[A-Z(v])")
_DOT_IN_SUFFIX = re.compile(r"\(([Vv]ols?|Sects?|Suppl?|Chap)\.?\s?(?=[\dIVXLC])")
_WORD_IN_SUFFIX = re.compile(r"\((Parts?|Resumptions?|Annexe?s?)\s?(?=[\dIVXLC])")
_BLANK_AT_HYPHEN = re.compile(r"(?<=[A-Z]-)\s(?=[A-Z])")
_CODE_BLANK = re.compile(r"(?<=[A-Za-z]\.)\s(?=\d)")
_RESOLUTION_YEAR = re.compile(r"(RES/\d{1,4})\s?(?=\()")
_SESSION = re.compile(r" (\((?:[IVXLC]+|\d{1,3}|[A-Z]{2,5})\))(?=/)")


def mended(surface: str) -> str:
    """The canonical spelling of one symbol.

    >>> mended("DP/20 25/L.2")
    'DP/2025/L.2'
    >>> mended("CAC/ COSP/2013/6")
    'CAC/COSP/2013/6'
    >>> mended("S/RES/1373(2001)")
    'S/RES/1373 (2001)'
    >>> mended("A/79/5 (Vol.I)/ADD.1")
    'A/79/5 (Vol. I)/Add.1'
    """
    text = " ".join(surface.split())
    if not text.isascii():
        text = _DASHES.sub("-", text)
    if " " in text:
        text = _without_blanks(text)
    text = _CHANGE.sub(lambda found: found[1].capitalize() + ".", text)
    if "(" in text:
        text = _with_brackets(text)
    return text


def _without_blanks(text: str) -> str:
    text = _BLANK_AT_SLASH.sub("/", text)
    text = _TORN_NUMBER.sub(r"\1\2", text)
    text = _BLANK_AT_HYPHEN.sub("", text)
    return _CODE_BLANK.sub("", text)


def _with_brackets(text: str) -> str:
    text = _SUFFIX.sub(" (", text)
    text = _SESSION.sub(r"\1", text)  # "ICCD/COP (8)/CST" has no blank, "E/ICEF/672 (Part I)" has
    text = _DOT_IN_SUFFIX.sub(lambda found: f"({found[1].capitalize()}. ", text)
    text = _WORD_IN_SUFFIX.sub(r"(\1 ", text)
    return _RESOLUTION_YEAR.sub(r"\1 ", text)
