"""What a batch says of itself: while it runs, and at its end."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(slots=True)
class Progress:
    """How far a batch has come; counts are of addresses.

    Attributes:
        total: addresses found.
        read: read in this run.
        failed: of those tried in this run, those that could not be read.
        unchanged: finished in earlier runs, failures among them.
        duplicates: with the same content as another address.
        pages: pages read in this run.
        seconds: since the run began.
    """

    total: int = 0
    read: int = 0
    failed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    pages: int = 0
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """Addresses of which it is known what became of them."""
        return self.read + self.failed + self.unchanged + self.duplicates


@dataclass(frozen=True, slots=True)
class Failure:
    """An address that could not be read.

    Attributes:
        address: as in the manifest.
        error: kind of the error, as `UndocparseError.code`, or `crash`, `timeout`, `memory`, `internal`,
            `damaged` (its rows in the archive were), or `nothing-found` (told, and not kept).
        reason: what is wrong.
        remedy: what a person can do.
    """

    address: str
    error: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The end of a batch.

    Attributes:
        progress: counts and time.
        failures: every address of the archive that is not read now, in this run or an earlier one.
        lost: addresses of which nothing is known: the run was stopped, or its workers went away. The same
            command goes on with them.
        repairs: what was found damaged in the archive, and what was done.
    """

    progress: Progress
    failures: tuple[Failure, ...] = ()
    lost: int = 0
    repairs: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 where everything is read, 1 where something failed, 3 where something is left to do."""
        return 3 if self.lost else 1 if self.failures else 0

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return asdict(self) | {"exit_code": self.exit_code}
