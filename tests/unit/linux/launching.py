"""Starts through a helper, and ends, for tests that have no event loop."""

import gc
import os
import select
from collections.abc import Iterator
from contextlib import contextmanager

from libtalos.linux.exits import Exit
from libtalos.linux.helper import Helper
from libtalos.linux.launch import Launch, Report, Started
from libtalos.linux.spawner import Spawner
from libtalos.linux.zygote import fork_zygote


def ask(spawner: Spawner, launch: Launch) -> Started:
    """Start through a helper."""
    report = spawner.ask(launch)
    pid = answer(spawner)
    return Started(pid, os.pidfd_open(pid), report)


def answer(spawner: Spawner) -> int:
    """Wait for the next answer of a helper."""
    while (pid := spawner.answer()) is None:
        select.select([spawner], [], [], 10)
    return pid


def end(started: Started) -> tuple[Exit, Report]:
    """Wait for the end; how it ended, and what was reported before."""
    os.set_blocking(started.report, True)
    report = b"".join(iter(lambda: os.read(started.report, 4096), b""))
    os.close(started.report)
    result = os.waitid(os.P_PIDFD, started.pidfd, os.WEXITED)
    os.close(started.pidfd)
    assert result is not None
    return Exit.of(result), Report.parse(report)


@contextmanager
def spawner_of(helper: Helper) -> Iterator[Spawner]:
    """A spawner with this helper, which is ended and reaped."""
    spawner = Spawner(helper)
    try:
        yield spawner
    finally:
        spawner.close()
        os.waitpid(spawner.pid, 0)


def forked_zygote(*preload: str) -> Helper:
    """A zygote forked from this process, which goes on collecting garbage as before."""
    try:
        return fork_zygote(preload, {"PATH": os.environ["PATH"]})
    finally:
        gc.unfreeze()
