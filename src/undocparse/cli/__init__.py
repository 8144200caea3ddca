"""The command line: a thin face over the library."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from undocparse.cli.commands import program
from undocparse.cli.told import tell
from undocparse.errors import UndocparseError
from undocparse.words import users_language

__all__ = ["main"]

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, in the language of the user's locale.

    Args:
        arguments: without the program's name; those of the process where not given.

    Returns:
        0 where everything was read, 1 where a file could not be read (said in one line on standard error).

    Raises:
        SystemExit: with 2, the command was misused; with 0, it asked for help or the version.
    """
    # half a pair of a file's name is written out, as standard error does of itself
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    with users_language():
        try:
            options = program().parse_args(arguments)
            return int(options.run(options))
        except UndocparseError as error:
            return tell(error)
        except BrokenPipeError:
            sys.stderr.close()
            return 0
        except KeyboardInterrupt:
            return _INTERRUPTED
