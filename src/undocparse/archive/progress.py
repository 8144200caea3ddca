"""Shows how a batch goes on: a bar on a terminal, plain lines elsewhere, and a summary at the end."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table

from undocparse.archive.report import Failure, Progress, Report
from undocparse.exports.plain import visible
from undocparse.words import _

_EVERY = 10.0  # seconds between plain lines
_SHOWN = 3  # addresses shown of each reason


@contextmanager
def shown(console: Console, *, quiet: bool = False) -> Iterator[Callable[[Progress], None]]:
    """What to call with the counts of a batch while it runs.

    Args:
        console: a terminal gets a bar, anything else a line every ten seconds.
        quiet: show nothing.
    """
    if quiet:
        yield lambda _progress: None
    elif console.is_terminal:
        with _bar(console) as tell:
            yield tell
    else:
        yield _Lines(console)


@contextmanager
def _bar(console: Console) -> Iterator[Callable[[Progress], None]]:
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("[red]{task.fields[failed]}"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console) as bar:
        task = bar.add_task("", total=None, rate="", failed="")

        def tell(progress: Progress) -> None:
            failed = _("%d failed") % progress.failed if progress.failed else ""
            bar.update(
                task, total=progress.total, completed=progress.done, rate=rate_of(progress), failed=failed
            )

        yield tell


class _Lines:
    """Prints a line every so often."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last < _EVERY:
            return
        self._last = now
        done = _("%(done)d of %(total)d") % {"done": progress.done, "total": progress.total}
        counts = f"{done}, {_('%d failed') % progress.failed}, {rate_of(progress)}"
        self._console.print(counts, soft_wrap=True, highlight=False)


def rate_of(progress: Progress) -> str:
    """Documents and pages a second, of this run."""
    seconds = max(progress.seconds, 1e-6)
    documents = progress.read + progress.failed + progress.duplicates
    return f"{documents / seconds:.1f} documents/s, {progress.pages / seconds:.0f} pages/s"


def summary(report: Report, console: Console) -> None:
    """Print the counts of a batch, and its failures by their reasons."""
    progress = report.progress
    table = Table("", _("documents"), title=_("Batch"), title_justify="left")
    table.columns[1].justify = "right"
    counts = {
        _("read"): progress.read,
        _("failed"): progress.failed,
        _("duplicates"): progress.duplicates,
        _("finished before"): progress.unchanged,
        _("lost"): report.lost,
        _("in all"): progress.total,
    }
    for name, count in counts.items():
        table.add_row(name, str(count))
    console.print(table)
    console.print(f"{progress.seconds:.1f} s, {rate_of(progress)}", highlight=False)
    if report.failures:
        console.print(_failures(report.failures))


def _failures(failures: tuple[Failure, ...]) -> Table:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for failure in failures:
        groups[failure.error, failure.reason].append(failure.address)
    table = Table(_("error"), _("reason"), _("documents"), title=_("Not read"), title_justify="left")
    table.add_column(_("where"), overflow="fold")
    for (error, reason), addresses in sorted(groups.items(), key=lambda group: -len(group[1])):
        more = [_("and %d more") % (len(addresses) - _SHOWN)] if len(addresses) > _SHOWN else []
        where = "\n".join([*map(visible, addresses[:_SHOWN]), *more])
        table.add_row(error, escape(visible(reason)), str(len(addresses)), escape(where))
    return table
