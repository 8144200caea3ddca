"""The fast PDF engine, and the one place where its panics become errors.

A panic of the engine is no `Exception`, and what it leaves behind has files with the same fonts read without
their text from then on, without a word. So it is noted, and no page is read with the engine in this process
any more.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

_PANIC = "PanicException"  # each engine written in Rust has a type of its own of this name
_panics: list[str] = []


class EnginePanic(Exception):  # noqa: N818 - what the engine calls it
    """The engine broke down over a file; in this process it is not to be trusted any more."""


@cache
def load_engine() -> Any:
    """The fast engine, whose remarks are for those who ask for them.

    Its debugging remarks would go over to Python one by one and be dropped there: a twentieth of its time.
    """
    import pdf_oxide  # noqa: PLC0415 - heavy, and only PDFs need it

    logging.getLogger("pdf_oxide").addHandler(logging.NullHandler())
    pdf_oxide.set_log_level("warn")
    return pdf_oxide


@contextmanager
def guarded() -> Iterator[None]:
    """Make an error of the engine's panics; its errors, and what others raise, pass.

    Raises:
        EnginePanic: the engine broke down.
    """
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        _panics.append(str(error))
        raise EnginePanic(f"it broke down ({error})") from error


def is_broken() -> bool:
    """Whether the engine broke down in this process."""
    return bool(_panics)
