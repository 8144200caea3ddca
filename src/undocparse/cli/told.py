"""What goes to standard error: a line for each file that could not be read."""

from __future__ import annotations

import sys

from undocparse.errors import UndocparseError
from undocparse.words import _


def tell(error: UndocparseError) -> int:
    """Say on one line what is wrong and what can be done, in the user's language where it has the words.

    Returns:
        The exit code of a command that goes on after this.
    """
    from undocparse.exports.plain import visible  # noqa: PLC0415 - --help does without

    text = f"{error.name}: {_(error.reason)}"
    if error.remedy:
        text += _("; %s") % _(error.remedy)
    print(f"undocparse: {visible(text)}", file=sys.stderr)
    return 1
