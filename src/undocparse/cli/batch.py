"""The command `batch`."""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from undocparse.cli.told import tell
from undocparse.words import _

if TYPE_CHECKING:
    from undocparse.archive.report import Report

_MISUSED, _LEFT, _ARCHIVE = 2, 3, 4
_LEAST_MEMORY = 512  # MB; as `archive.choices`, which takes longer to load than help may


def add_batch(commands: Any) -> None:
    """Add the command to those of the program."""
    about = _("read an archive into tables")
    batch = commands.add_parser("batch", help=about, description=about, epilog=_epilog())
    batch.add_argument(
        "sources",
        nargs="+",
        metavar=_("SOURCE"),
        help=_("file, folder, pattern, zip or address; - for a list"),
    )
    batch.add_argument("--out", type=Path, required=True, metavar=_("DIR"), help=_("folder of the archive"))
    batch.add_argument(
        "--format", choices=["parquet", "jsonl"], default="parquet", help=_("of the tables; %(default)s")
    )
    batch.add_argument(
        "-0", "--null", action="store_true", help=_("the list on standard input is parted by NUL")
    )
    batch.add_argument("--retry-failed", action="store_true", help=_("try again what failed in earlier runs"))
    _add_filters(batch)
    _add_resources(batch)
    batch.add_argument("--json", action="store_true", help=_("print the report as JSON"))
    batch.add_argument("--quiet", action="store_true", help=_("print nothing but errors"))
    batch.add_argument("--verbose", action="store_true", help=_("say of each failure when it happens"))
    batch.set_defaults(run=run_batch, parser=batch)


def _epilog() -> str:
    return _(
        "examples:\n"
        "  undocparse batch FOLDER --out DIR\n"
        "  undocparse batch 'meetings/**/*.pdf' archive.zip --out DIR --jobs 4\n"
        "  find . -name '*.pdf' -print0 | undocparse batch - -0 --out DIR\n"
        "\n"
        "exit codes: 0 all documents are read; 1 some could not be read, or a source has none;\n"
        "2 the command was misused; 3 something is left to do; 4 the archive cannot be used or\n"
        "written; 130 interrupted. The same command goes on where it stopped."
    )


def _add_filters(batch: argparse.ArgumentParser) -> None:
    batch.add_argument(
        "--include", action="append", default=[], metavar=_("PATTERN"), help=_("read only what fits")
    )
    batch.add_argument(
        "--exclude", action="append", default=[], metavar=_("PATTERN"), help=_("leave out what fits")
    )
    batch.add_argument(
        "--media-type",
        action="append",
        default=[],
        metavar=_("TYPE"),
        help=_("read only files of this type, told by content"),
    )
    batch.add_argument("--max-bytes", type=_count, metavar="N", help=_("leave out larger files"))


def _add_resources(batch: argparse.ArgumentParser) -> None:
    batch.add_argument("--jobs", type=_count, metavar="N", help=_("processes; one a processor by default"))
    batch.add_argument(
        "--scheduler",
        metavar=_("ADDRESS"),
        help=_("of a Dask cluster that does the work instead; needs the extra dask"),
    )
    batch.add_argument(
        "--timeout", type=_seconds, metavar="S", help=_("seconds a document may take; 120 by default")
    )
    batch.add_argument(
        "--memory",
        type=_megabytes,
        default=4096,
        metavar="MB",
        help=_("address space of a process; %(default)s by default"),
    )


def run_batch(options: argparse.Namespace) -> int:
    """Read an archive; the report goes to standard output, everything else to standard error.

    Raises:
        MissingExtraError: a package of the extra `archive`, or `dask`, is not installed.
    """
    from undocparse.extras import need  # noqa: PLC0415 - --help does without

    for module in ("filelock", "fsspec", "pyarrow"):
        need(module, "archive")
    if options.scheduler is not None:
        need("distributed", "dask")
    if options.verbose:
        import logging  # noqa: PLC0415 - --help does without

        logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", stream=sys.stderr)
    from undocparse.archive.faults import ArchiveError  # noqa: PLC0415
    from undocparse.archive.pool import WorkersError  # noqa: PLC0415

    try:
        report = _read(options)
    except (ArchiveError, WorkersError) as error:
        tell(error)
        return _LEFT if isinstance(error, WorkersError) else _ARCHIVE
    except ValueError as error:
        print(f"undocparse batch: error: {error}", file=sys.stderr)
        return _MISUSED
    except KeyboardInterrupt:
        print(f"undocparse: {_('stopped; the same command goes on from here')}", file=sys.stderr)
        return 130
    _tell(report, options)
    return report.exit_code


def _read(options: argparse.Namespace) -> Report:
    from rich.console import Console  # noqa: PLC0415 - --help needs none of these

    from undocparse.archive.progress import shown  # noqa: PLC0415
    from undocparse.archive.run import batch  # noqa: PLC0415
    from undocparse.archive.sources import Filters  # noqa: PLC0415

    filters = Filters(
        include=options.include,
        exclude=options.exclude,
        max_bytes=options.max_bytes,
        media_types=options.media_type,
    )
    sources = [one for source in options.sources for one in _listed(source, null=options.null)]
    with (
        _executor(options.scheduler) as cluster,
        shown(Console(stderr=True), quiet=options.quiet) as tell,
    ):
        return batch(
            sources,
            options.out,
            jobs=options.jobs,
            format=options.format,
            filters=filters,
            retry_failed=options.retry_failed,
            timeout=options.timeout,
            memory=options.memory * 2**20,
            progress=tell,
            **cluster,
        )


def _listed(source: str, *, null: bool) -> list[str]:
    """A source, or the list of them on standard input; names of files are bytes, whatever they are in."""
    if source != "-":
        return [source]
    lines = sys.stdin.buffer.read().split(b"\0" if null else b"\n")
    return [os.fsdecode(line if null else line.removesuffix(b"\r")) for line in lines if line.strip(b"\r\n")]


def _count(text: str) -> int:
    """A number above 0."""
    return int(_number(text, int, 1, _("a number from 1")))


def _seconds(text: str) -> float:
    return _number(text, float, 1e-3, _("a number of seconds above 0"))


def _megabytes(text: str) -> int:
    """No worker can live with less than the least."""
    return int(_number(text, int, _LEAST_MEMORY, _("a number of MB from %d") % _LEAST_MEMORY))


def _number(text: str, kind: type[int] | type[float], least: float, wanted: str) -> float:
    try:
        number = kind(text)
    except ValueError:
        number = math.nan
    if not least <= number < math.inf:
        raise argparse.ArgumentTypeError(
            _("expected %(wanted)s, not %(text)r") % {"wanted": wanted, "text": text}
        )
    return number


@contextmanager
def _executor(scheduler: str | None) -> Iterator[dict[str, Any]]:
    if scheduler is None:
        yield {}
        return
    from undocparse.archive.dask import cluster  # noqa: PLC0415

    with cluster(scheduler) as (executor, window):
        yield {"executor": executor, "window": window}


def _tell(report: Report, options: argparse.Namespace) -> None:
    if options.json:
        import json  # noqa: PLC0415 - --help does without

        print(json.dumps(report.to_dict(), ensure_ascii=False))
    elif not options.quiet:
        from rich.console import Console  # noqa: PLC0415

        from undocparse.archive.progress import summary  # noqa: PLC0415

        summary(report, Console())
