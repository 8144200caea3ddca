"""Parts that not every installation has: one way to ask for them, one error where they are missing."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from undocparse.errors import MissingExtraError


def need(module: str, extra: str) -> Any:
    """A module of a package that an extra brings.

    Args:
        module: its name, `icalendar` or `networkx`.
        extra: of undocparse, which brings it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(error.name or module, extra) from error


def require(extra: str, *packages: str) -> None:
    """Make sure that the packages of an extra are there, without loading them.

    Raises:
        MissingExtraError: one is not installed.
    """
    missing = next((package for package in packages if find_spec(package) is None), None)
    if missing:
        raise MissingExtraError(missing, extra)
