"""Start a program by fork and exec, set up in the child before exec: no helper program, no race, no thread.

The child works through named steps. If one fails, its text comes back over a close-on-exec pipe; if exec succeeds the
kernel closes that pipe, so end-of-file without a text means that the program runs.
"""

import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, NoReturn

from libtalos.linux import caps, child, clone


@dataclass(frozen=True, kw_only=True)
class Launch:
    """Everything about a program start. Descriptors are borrowed: the caller keeps and closes them."""

    argv: tuple[str, ...]
    env: Mapping[str, str]
    # the Python module that argv runs (python -m), None for other programs: a zygote can run it without exec
    module: str | None = None
    cwd: str = "/"
    # version-2 group that the child is born in
    into: Path | None = None
    # files that the child writes "0" to: the cgroup.procs of other groups that it joins
    join: tuple[Path, ...] = ()
    stdin: int | None = None
    stdout: int | None = None
    stderr: int | None = None
    # name -> descriptor; handed over from number 3 on as systemd does (sd_listen_fds(3))
    listen: Mapping[str, int] = field(default_factory=dict)
    uid: int | None = None
    gid: int | None = None
    groups: tuple[int, ...] = ()
    # None keeps what the parent has
    capabilities: frozenset[str] | None = None
    no_new_privileges: bool = False
    oom_score_adj: int | None = None
    nice: int = 0
    umask: int = 0o022
    # resource.RLIMIT_* -> (soft, hard)
    rlimits: Mapping[int, tuple[int, int]] = field(default_factory=dict)


class Started(NamedTuple):
    """A forked child. The descriptors belong to the caller; `report` becomes readable when exec is done or failed."""

    pid: int
    pidfd: int
    report: int


class Report(NamedTuple):
    """What a child said before exec: why it failed (None if it runs), and what it could not do but went on without."""

    error: str | None
    notes: tuple[str, ...]

    @classmethod
    def parse(cls, data: bytes) -> "Report":
        """Read the lines that the child's steps wrote (see libtalos.linux.child)."""
        lines = data.decode("utf-8", "replace").splitlines()
        errors = [line[1:] for line in lines if line.startswith(child.ERROR)]
        notes = tuple(line[1:] for line in lines if line.startswith(child.NOTE))
        return cls(errors[0] if errors else None, notes)


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
    return os.fork(), replace(launch, join=(launch.into / "cgroup.procs", *launch.join))
