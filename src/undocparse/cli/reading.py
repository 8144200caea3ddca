"""Reads what a command names, document by document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from undocparse.cli.inputs import Input
from undocparse.cli.told import tell
from undocparse.errors import UndocparseError

if TYPE_CHECKING:
    from undocparse.model import Document


class Documents:
    """The documents of some inputs, each with its input; of those that cannot be read a line says why.

    Args:
        inputs: in the order in which they are read.

    Attributes:
        failed: the exit code of what was read so far.
    """

    def __init__(self, inputs: Iterable[Input]) -> None:
        self._inputs = inputs
        self.failed = 0

    def __iter__(self) -> Iterator[tuple[Input, Document]]:
        from undocparse.isolation_kept import KeptReader  # noqa: PLC0415 - --help needs no engine

        with KeptReader() as reader:
            for source in self._inputs:
                try:
                    document = reader.read(source.load())
                except UndocparseError as error:
                    self.failed = tell(error)
                else:
                    yield source, document
