"""How large the tree of an XML or HTML file becomes, known before it is built."""

from __future__ import annotations

from lxml import etree

from undocparse.errors import TooLargeError
from undocparse.limits import Budget

BEYOND = frozenset({etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG})
"""What libxml2 says of nesting, texts and names beyond its limits."""
_NODE = 120  # bytes that libxml2 takes for an element or a text
_ATTRIBUTE = 216  # bytes for an attribute with its value
_SHARE = 12  # of the memory: a tree of 330 MB is that of a thousand pages of tables


def check_tree(data: bytes, budget: Budget, name: str, what: str) -> None:
    """Refuse what becomes larger than its share of the memory: empty elements are cheap to write.

    Args:
        data: of the file.
        budget: says how much memory there is.
        name: what errors call the source.
        what: the part of it that is to be read.

    Raises:
        TooLargeError: it becomes larger.
    """
    closed = data.count(b"</")
    size = _NODE * data.count(b"<") + _ATTRIBUTE * data.count(b"=")  # texts are about as many as end tags
    if size > budget.limits.memory / _SHARE:
        count = data.count(b"<") - closed
        reason = f"{what} has {count} elements, which need {size / 1e6:.0f} MB of memory"
        raise TooLargeError(name, reason, "raise the limit of memory or split the file")
