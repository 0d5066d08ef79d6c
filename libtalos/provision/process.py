"""Processes by pidfd: a pid alone may have been given to another process by the time it is used."""

import os
import select
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, NewType

from libtalos.linux.prctl import set_parent_death_signal

Pid = NewType("Pid", int)

INTERRUPTS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What makes a command stop and take back what it did."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold interrupts back until the end of the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def run(command: Sequence[str], *, output: int | None, timeout: float) -> subprocess.CompletedProcess[str]:
    """Run a program that dies with its caller and that Ctrl-C on the terminal does not reach.

    Its output goes to the descriptor output, or into the result. Raises subprocess.TimeoutExpired after timeout
    seconds, FileNotFoundError if there is no such program; the program is gone then, and so it is after an interrupt.
    """
    target = subprocess.PIPE if output is None else output
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTS)
    try:
        # An interrupt in the middle of a fork would be lost: Python runs callbacks there whose errors go nowhere.
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=target,
            stderr=target,
            text=True,
            # Ctrl-C is for the caller, who takes back what it wants to.
            start_new_session=True,
            preexec_fn=_prepare_child,  # noqa: PLW1509 - two system calls, no lock that a thread could hold
        )
    except BaseException:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        raise
    with process:
        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            said, complained = process.communicate(timeout=timeout)
        except BaseException:
            process.kill()
            # The context does not wait after an interrupt.
            process.wait()
            raise
    return subprocess.CompletedProcess(command, process.returncode, said, complained)


def _prepare_child() -> None:
    # A program that went on after its caller was killed would make what the next command is clearing away.
    set_parent_death_signal(signal.SIGKILL)
    # The mask goes with an exec, and through runc on to the node's PID 1.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTS)


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
