"""Values of the model by JSON pointers (RFC 6901)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, RootModel

from undocparse.errors import NoSuchKeyError


def value_at(node: Any, pointer: str) -> Any:
    """What stands at a pointer: `/annotations/3/paragraphs/0/text`.

    Raises:
        NoSuchKeyError: nothing stands there.
    """
    for step in pointer.split("/")[1:]:
        try:
            node = _below(node, step.replace("~1", "/").replace("~0", "~"))
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            raise NoSuchKeyError(pointer, "the document has no such value") from error
    return node


def _below(node: Any, step: str) -> Any:
    if isinstance(node, RootModel):
        node = node.root
    if isinstance(node, BaseModel):
        if step not in type(node).model_fields:
            raise KeyError(step)
        return getattr(node, step)
    return node[int(step)] if isinstance(node, Sequence) else node[step]
