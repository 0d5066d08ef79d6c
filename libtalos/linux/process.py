"""Start a program by fork and exec, set up in the child before exec: no helper program, no race, no thread.

The child works through named steps. If one fails, its text comes back over a close-on-exec pipe; if exec succeeds the
kernel closes that pipe, so end-of-file without a text means that the program runs.
"""

import os
import signal
from typing import NoReturn

from libtalos.linux import caps, child, clone
from libtalos.linux.launch import Launch, Started


def start(launch: Launch) -> Started:
    """Fork a child that becomes the program. Returns at once. Raises OSError (no fork), ValueError (capability name).

    All signals are blocked over the fork: a handler of the parent must never run in the child, where it would write
    into the parent's event loop.
    """
    allowed = None if launch.capabilities is None else caps.mask(launch.capabilities)
    highest = 0 if allowed is None else caps.last()
    report, writer = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    null = os.open("/dev/null", os.O_RDWR | os.O_CLOEXEC)
    high = child.above(writer, launch)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        pid, launch = _fork(launch)
        if pid == 0:
            _become(launch, allowed=allowed, highest=highest, report=high, null=null)
    except BaseException:
        os.close(report)
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for fd in (writer, null, high):
            os.close(fd)
    return Started(pid, os.pidfd_open(pid), report)


def _become(launch: Launch, *, allowed: int | None, highest: int, report: int, null: int) -> NoReturn:
    try:
        steps = child.preparations(launch, allowed=allowed, highest=highest, report=report, null=null, clean=False)
        child.become([*steps, child.execution(launch)], report=report)
    finally:
        os._exit(child.FAILED)


def _fork(launch: Launch) -> tuple[int, Launch]:
    """Fork into the group; where that cannot be, the child is to join it by itself, which is as safe but slower."""
    if launch.into is None:
        return os.fork(), launch
    pid = clone.fork_into(launch.into) if clone.possible() else None
    if pid is not None:
        return pid, launch
    return os.fork(), launch._replace(join=(launch.into / "cgroup.procs", *launch.join))
