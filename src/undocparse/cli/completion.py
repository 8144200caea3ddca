"""The command `completion`: what makes a shell complete commands, options and names of files."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any

from undocparse.words import _

SHELLS = ("bash", "zsh", "fish")
_FOLDERS = {"out"}  # options that take a folder
_FILES = {"files", "sources", "files_from", "output"}


def add_completion(commands: Any, program: Callable[[], argparse.ArgumentParser]) -> None:
    """Add the command to those of the program.

    Args:
        commands: of the program.
        program: makes the parser that is to be completed.
    """
    about = _("print a script that makes a shell complete commands, options and files")
    epilog = _(
        "examples:\n"
        "  bash   undocparse completion bash > ~/.local/share/bash-completion/completions/undocparse\n"
        "  zsh    undocparse completion zsh > DIR/_undocparse     (DIR is one of $fpath)\n"
        "  fish   undocparse completion fish > ~/.config/fish/completions/undocparse.fish"
    )
    completion = commands.add_parser("completion", help=about, description=about, epilog=epilog)
    completion.add_argument("shell", choices=SHELLS, metavar=_("SHELL"), help=", ".join(SHELLS))
    completion.set_defaults(run=_run, parser=completion, program=program)


def _run(options: argparse.Namespace) -> int:
    from shtab import DIRECTORY, FILE, complete  # noqa: PLC0415 - for this command only

    parser = options.program()
    for action in _actions(parser):
        if action.dest in _FOLDERS | _FILES:
            action.complete = DIRECTORY if action.dest in _FOLDERS else FILE  # type: ignore[attr-defined]
    print(complete(parser, options.shell))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
