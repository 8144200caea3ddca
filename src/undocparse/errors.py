"""Every error that undocparse raises on purpose, in one family.

Each error names the source and says what the person can do about it, so that the command line prints
it as one line and a batch stores it as a record.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class UndocparseError(Exception):
    """The base of all errors raised on purpose.

    Attributes:
        name: the source as the caller named it (a path, or `name=` of `parse`).
        reason: what is wrong, in a few words.
        remedy: what the person can do about it.
    """

    code = "error"

    def __init__(self, name: str, reason: str, remedy: str = "") -> None:
        self.name = name
        self.reason = reason
        self.remedy = remedy
        super().__init__(name, reason, remedy)

    def __str__(self) -> str:
        text = f"{self.name}: {self.reason}"
        return f"{text}; {self.remedy}" if self.remedy else text


class UnreadableError(UndocparseError):
    """The file is missing, may not be opened, or is damaged beyond reading."""

    code = "unreadable"


class EncryptedError(UndocparseError):
    """The file needs a password that was not given."""

    code = "encrypted"


class EmptyError(UndocparseError):
    """The file has no bytes at all."""

    code = "empty"


class NotADocumentError(UndocparseError):
    """The content is of no kind that undocparse reads (a directory, an image, a spreadsheet, …)."""

    code = "not-a-document"


class TooLargeError(UndocparseError):
    """The file is larger than the limit in force, unpacks to more, or is nested deeper."""

    code = "too-large"


class ConverterMissingError(UndocparseError):
    """Reading the format needs a program that is not installed (LibreOffice for Word 97 files)."""

    code = "converter-missing"


class TimeLimitError(UndocparseError):
    """Reading the file took longer than the limit in force."""

    code = "timeout"


class MemoryLimitError(UndocparseError):
    """Reading the file needs more memory than the limit in force."""

    code = "memory"


class CrashError(UndocparseError):
    """An engine broke down over the file, or the process that read it came to its end."""

    code = "crash"


class MissingExtraError(UndocparseError):
    """What was asked for needs a package that an extra of undocparse brings.

    Attributes:
        extra: its name, as in `pip install "undocparse[archive]"`.
    """

    code = "missing-extra"

    def __init__(self, package: str, extra: str) -> None:
        self.extra = extra
        super().__init__(package, "this package is not installed", f'pip install "undocparse[{extra}]"')

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.name, self.extra)


class NoSuchKeyError(UndocparseError, KeyError):
    """What was asked for by its key is not there; the remedy names the nearest keys that are."""

    code = "no-such-key"


def nearest(key: str, known: Iterable[str]) -> str:
    """The remedy for a key that is not there: the keys that are most like it, or the first ones."""
    there = list(known)
    near = get_close_matches(key, there, n=3, cutoff=0.4) or there[:5]
    return f"there is {', '.join(near)}" if near else "there are none"
