"""Text of documents and names of files as a terminal, a table or a calendar may take them.

What a document says comes from outside: a title may hold what moves a terminal's cursor, ends a line of a
calendar, or is a formula to a spreadsheet. Each export passes its texts through one of these functions.
"""

from __future__ import annotations

import re

_CONTROL = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_ENDS = r"\t-\r\x1c-\x1f\x85\u2028\u2029"  # where some reader or other begins a new line, or a new cell
_TURNS = r"\u202a-\u202e\u2066-\u2069"  # the order of letters; U+200E and U+200F turn nothing beside them
_HALVES = (
    r"\ud800-\udfff"  # of pairs, which no encoding can write; names of files that are no UTF-8 have them
)
_UNSEEN = re.compile(f"[{_CONTROL}{_ENDS}{_TURNS}{_HALVES}]")
_UNSEEN_IN_LINES = re.compile(f"(?!\n)[{_CONTROL}{_ENDS}{_TURNS}{_HALVES}]")
_BREAKS = re.compile(f"[{_ENDS}]+")
_NO_TEXT = re.compile(f"[{_CONTROL}{_HALVES}\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # spreadsheets take the wide ones for the others


def visible(text: str, *, lines: bool = False) -> str:
    r"""Text for a terminal: what it would obey or not show is written out, ESC as `\u001b`.

    These are the characters of control (C0, DEL, C1), separators of lines, embeddings, overrides and isolates
    of direction, and lone surrogates. In JSON what is written out means the same as before.

    Args:
        text: of a document, or the name of a file.
        lines: the text has several lines; their ends are let be.
    """
    unseen = _UNSEEN_IN_LINES if lines else _UNSEEN
    return unseen.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def one_line(text: str) -> str:
    """Text on one line that any encoding and XML can hold.

    Line ends and tabs are a blank; other characters of control, lone surrogates and what Unicode says is no
    character are U+FFFD, so that it is seen that something stood there.
    """
    return _NO_TEXT.sub("\ufffd", _BREAKS.sub(" ", text))


def spreadsheet_cell(text: str) -> str:
    """Text on one line that no spreadsheet takes for a formula: an apostrophe stands before one."""
    line = one_line(text)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line
