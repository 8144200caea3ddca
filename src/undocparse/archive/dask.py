"""Workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from undocparse.errors import UndocparseError

_RETRIES = 2  # of a chunk whose worker went away, before its documents are read one by one
_AHEAD = 3  # chunks a thread of the cluster


class ClusterError(UndocparseError):
    """The scheduler cannot be reached, or has no workers."""

    code = "cluster"


@contextmanager
def cluster(address: str, *, timeout: float = 30.0) -> Iterator[tuple[Any, int]]:
    """An executor on a cluster, and how many chunks to give it at once.

    The workers need undocparse and access to the sources; results come back over the network, so that the
    archive's folder is the caller's alone.

    Args:
        address: of the scheduler ("tcp://127.0.0.1:8786").
        timeout: seconds to wait for it and for its first worker.

    Raises:
        ClusterError: the scheduler or a worker is not there in time.
    """
    from distributed import Client  # noqa: PLC0415 - heavy, and only clusters need it

    connect: Any = Client
    try:
        client = connect(address, timeout=timeout)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(address, f"no scheduler answers ({error})", "check the address") from error
    try:
        client.wait_for_workers(1, timeout=timeout)
        threads = sum(client.nthreads().values())
        yield client.get_executor(retries=_RETRIES, pure=False), _AHEAD * max(threads, 1)
    except TimeoutError as error:
        raise ClusterError(address, "the scheduler has no workers", "start some") from error
    finally:
        client.close()
