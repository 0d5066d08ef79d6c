"""Processes by descriptor: no pid that was reused in between can be hit by mistake (pidfd_open(2))."""

import os
import signal

from libtalos.linux.exits import Exit


def send(fd: int, number: int) -> bool:
    """Send a signal; returns False if the process is gone. Raises PermissionError."""
    try:
        signal.pidfd_send_signal(fd, number)
    except ProcessLookupError:
        return False
    return True


def reap(fd: int) -> Exit | None:
    """Collect the exit of a child. None while it runs; ChildProcessError if someone else collected it."""
    result = os.waitid(os.P_PIDFD, fd, os.WEXITED | os.WNOHANG)
    return None if result is None else Exit.of(result)


def open_if_alive(pid: int) -> int | None:
    """Open a descriptor of a process, None if it is gone. The caller closes it."""
    try:
        return os.pidfd_open(pid)
    except ProcessLookupError:
        return None
