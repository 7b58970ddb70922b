"""Dask: a cluster on this machine, or the one whose scheduler is given; trials in, finished rows out as they come."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from psoas.analysis.summary import result_versions
from psoas.cohort.discovery import Trial
from psoas.cohort.trial_worker import FinishedTrial, TrialOptions, analyze_trial, failed_row
from psoas.core.catalogue import text
from psoas.core.errors import InputError, PsoasError
from psoas.core.message import message

if TYPE_CHECKING:
    from dask.typing import Key
    from distributed import Client, Future

Work = Callable[[Trial, TrialOptions], FinishedTrial]
DEATHS = 1
"""A recording whose worker dies is tried once more; after the second death its row says so."""
WAIT_S = 30
QUIET = {
    "distributed.scheduler.allowed-failures": DEATHS,
    # A worker holds only what it computes, so that its death is never counted against a recording that waits.
    "distributed.scheduler.worker-saturation": 1.0,
}


def run_on_cluster(
    trials: Sequence[Trial],
    options: TrialOptions,
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    do: Work = analyze_trial,
) -> Iterator[tuple[Trial, FinishedTrial]]:
    """Finished trials in the order in which they end; ``do`` runs in the workers.

    ``workers`` processes of one thread each are started here (as many as there are cores where None), or those of the
    Dask ``scheduler`` are used. Raises ``InputError`` where that cannot work, ``PsoasError`` when the cluster is lost.
    """
    if not trials:
        return
    with _client(min(workers or _cores(), len(trials)), scheduler) as client:
        yield from _finished(client, trials, options, do)


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_dask() -> None:
    """Raise ``InputError`` that names the extra when Dask is not installed."""
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise InputError(message("cohort.fault.no_dask", reason=str(error))) from error


@contextmanager
def _client(workers: int, scheduler: str | None) -> Iterator[Client]:
    check_dask()
    import dask
    from distributed import Client, LocalCluster

    with dask.config.set(QUIET):
        if scheduler:
            try:
                client = Client(scheduler, timeout=WAIT_S, set_as_default=False)
                client.wait_for_workers(1, timeout=WAIT_S)
            except (OSError, ValueError, TimeoutError) as error:
                raise InputError(message("cohort.fault.scheduler", address=scheduler, reason=str(error))) from error
            with client:
                _check_versions(client)
                yield client
            return
        with (
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            ) as cluster,
            Client(cluster, set_as_default=False) as client,
        ):
            yield client


def _check_versions(client: Client) -> None:
    """Every worker computes with what this machine has, or the rows would not belong together."""
    ours = result_versions()
    try:
        theirs = client.run(result_versions)
    except Exception as error:
        raise InputError(message("cohort.fault.cannot_run", reason=str(error))) from error
    other = {place: found for place, found in theirs.items() if found != ours}
    if other:
        place, found = next(iter(other.items()))
        theirs, own = _versions_text(found), _versions_text(ours)
        raise InputError(message("cohort.fault.versions", place=place, theirs=theirs, ours=own))


def _versions_text(found: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in found.items())


def _finished(
    client: Client, trials: Sequence[Trial], options: TrialOptions, do: Work
) -> Iterator[tuple[Trial, FinishedTrial]]:
    """Keep every worker busy and no more than that in flight, so that a long list costs the scheduler nothing."""
    from distributed import as_completed

    waiting = iter(trials)
    flying: dict[Key, Trial] = {}
    running = as_completed(loop=client.loop)
    try:
        while True:
            for trial in _next(waiting, _slots(client) - len(flying)):
                future = client.submit(do, trial, options, pure=False)
                flying[future.key] = trial
                running.add(future)
            if not flying:
                return
            future = next(running)
            yield _landed(future, flying.pop(future.key))
            future.release()
    finally:
        running.clear()


def _next(waiting: Iterator[Trial], count: int) -> list[Trial]:
    return [trial for _, trial in zip(range(count), waiting, strict=False)]


def _slots(client: Client) -> int:
    """Threads of all workers, at least one: while a worker restarts there may be none."""
    return max(sum(int(count) for count in client.nthreads().values()), 1)


def _landed(future: Future[FinishedTrial], trial: Trial) -> tuple[Trial, FinishedTrial]:
    from distributed import KilledWorker

    if future.status == "finished":
        return trial, future.result()
    error = future.exception() if future.status == "error" else None
    if isinstance(error, KilledWorker):
        return trial, failed_row(trial, text("cohort.fault.died", file=trial.file.name))
    raise PsoasError(message("cohort.fault.lost", reason=str(error or future.status)))
