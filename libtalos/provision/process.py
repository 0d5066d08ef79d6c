"""Processes by pidfd: a pid alone may have been given to another process by the time it is used."""

import os
import select
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NewType

Pid = NewType("Pid", int)


@contextmanager
def opened(pid: Pid) -> Iterator[int]:
    """Yield a pidfd of the process pid. Raises ProcessLookupError if there is none."""
    fd = os.pidfd_open(pid)
    try:
        yield fd
    finally:
        os.close(fd)


def has_exited(fd: int) -> bool:
    """Tell whether the process behind pidfd fd has exited (a zombie has)."""
    return wait_for_exit(fd, timeout=0)


def wait_for_exit(fd: int, *, timeout: float) -> bool:
    """Wait until the process behind pidfd fd has exited, at most timeout seconds; tell whether it has."""
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return bool(poll.poll(timeout * 1000))


def kill(fd: int) -> None:
    """Send SIGKILL to the process behind pidfd fd; one that is gone is no error."""
    try:
        signal.pidfd_send_signal(fd, signal.SIGKILL)
    except ProcessLookupError:
        return
