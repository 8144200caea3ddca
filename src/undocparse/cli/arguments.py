"""A parser of arguments that names what was perhaps meant."""

from __future__ import annotations

import argparse
import os.path
from collections.abc import Iterable, Sequence
from gettext import gettext
from typing import Any

from undocparse.words import _

_ALIKE = 0.6  # of 1: `pars`, `fromat` and `csb` are found, a name of a file is taken for no command


class Arguments(argparse.ArgumentParser):
    """As argparse's, with hints at misspelt commands, options and choices, and no wrapping of examples."""

    def __init__(self, **keywords: Any) -> None:
        keywords.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**keywords)
        self.suggest_on_error = False  # later Pythons have hints of their own for choices, in English

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does; an option that is not known is said with the nearest that is.

        Raises:
            SystemExit: with 2, the arguments are wrong.
        """
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            command: Arguments = getattr(found, "parser", self)
            known = command._option_string_actions
            hints = [_hint(each.partition("=")[0], known) for each in unknown if each.startswith("-")]
            told = gettext("unrecognized arguments: %s") % " ".join(unknown)
            command.error(told + "".join(hints))
        return found

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            if isinstance(action, argparse._SubParsersAction) and os.path.exists(value):  # noqa: PTH110
                hint = _meant(f"{self.prog} parse {value}")
            else:
                hint = _hint(str(value), action.choices or ())
            error.message += hint
            raise


def _hint(word: str, known: Iterable[str]) -> str:
    """The nearest of what is known, as an end of a message; nothing where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - for mistakes only

    found: Sequence[str] = get_close_matches(word, list(known), 1, _ALIKE)
    return _meant(found[0]) if found else ""


def _meant(what: str) -> str:
    return _("; did you mean %s?") % what
