"""What a forked child does before exec. Runs between fork and exec: no imports, no event loop, no return.

The steps are worked out before the fork, and what would change nothing is left out: each page that a child touches is
a copy, and a child that calls little becomes its program in half the time. The same goes for the process that forks:
after a fork it copies what it touches, so that work on steps that are not needed costs far more than it seems to.
"""

import contextlib
import fcntl
import os
import resource
import signal

from libtalos.linux import caps
from libtalos.linux.order import ERROR, NOTE, UMASK
from libtalos.linux.prctl import set_no_new_privileges

TYPE_CHECKING = False  # typing is not for the lean spawner
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, NoReturn

    from libtalos.linux.launch import Launch
    from libtalos.linux.order import Order

    # what it does (to follow "cannot"), a function, its arguments
    Step = tuple[str, Callable[..., object], tuple[Any, ...]]

FIRST_LISTEN_FD = 3
ALL = 2**31 - 1  # more than any descriptor's number
FAILED = 127
_SESSION: "Step" = ("start a session", os.setsid, ())


def become(steps: "Sequence[Step]", *, report: int) -> "NoReturn":
    """Take the steps, or report which one failed, and exit. Never returns into the parent's code.

    `report` is a descriptor above those that are handed over (see `above`).
    """
    try:
        for what, function, arguments in steps:
            try:
                function(*arguments)
            except BaseException as error:
                reason = error.strerror if isinstance(error, OSError) else repr(error)
                say(report, ERROR, f"cannot {what}: {reason}")
                break
    finally:
        # whatever happened, it must not run on in a copy of the parent
        os._exit(FAILED)


def preparations(
    launch: "Launch", *, allowed: int | None, highest: int, report: int, null: int, clean: bool
) -> "list[Step]":
    """The steps that make a forked child what a launch describes, up to the program itself.

    allowed and highest are the capabilities as a mask and the kernel's last one; null is /dev/null. `clean`: the parent
    has default signals, none blocked, the directory /, UMASK, and above number 2 only descriptors that exec closes.
    """
    sources = [null if fd is None else fd for fd in (launch.stdin, launch.stdout, launch.stderr)]
    if launch.listen:
        sources.extend(launch.listen.values())
    steps: list[Step] = [] if clean else [("reset the signals", reset_signals, (handled_signals(),))]
    steps.append(_SESSION)
    _add_standing(steps, launch, report)
    steps.append(("hand over the descriptors", _hand_over, (sources,)))
    if not clean:
        steps.append(("close the other descriptors", _close_others, (len(sources), report)))
    if not clean or launch.cwd != "/":
        steps.append((f"enter the directory {launch.cwd}", os.chdir, (launch.cwd,)))
    if not clean or launch.umask != UMASK:
        steps.append(("set the umask", os.umask, (launch.umask,)))
    if allowed is not None:
        steps.append(("drop capabilities", caps.bound, (allowed, highest)))
    if launch.uid is not None or launch.gid is not None or launch.no_new_privileges:
        steps.append((f"become user {launch.uid}, group {launch.gid}", _identity, (launch, allowed, highest)))
    if not clean:
        steps.append(("unblock the signals", signal.pthread_sigmask, (signal.SIG_SETMASK, ())))
    return steps


def _add_standing(steps: "list[Step]", launch: "Launch", report: int) -> None:
    """What the kernel is to think of the process: its groups, its weight, its limits."""
    if launch.join:
        steps.extend((f"join {path}", _write, (str(path), "0")) for path in launch.join)
    if launch.oom_score_adj is not None:
        steps.append(("set oom_score_adj", _oom, (launch.oom_score_adj, report)))
    if launch.nice != 0:
        steps.append(("set the priority", os.nice, (launch.nice,)))
    if launch.rlimits:
        steps.append(("set the resource limits", _limit, (launch.rlimits, report)))


def execution(launch: "Launch") -> "Step":
    """The last step: the program takes the place of this one."""
    program = launch.argv[0]
    if not launch.listen and "/" in program:  # nothing is left to work out in the child
        return (f"execute {program}", os.execve, (program, launch.argv, launch.env))
    return (f"execute {launch.argv[0]}", _exec, (launch.argv, launch.env, tuple(launch.listen)))


def above(fd: int, launch: "Launch | Order") -> int:
    """A duplicate of a descriptor on a number that the launch's own do not need."""
    return fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, FIRST_LISTEN_FD + len(launch.listen))


def handled_signals() -> "list[int]":
    """The signals that are not at their default here. Asked before the fork: each page that a child touches is a copy.

    Python ignores SIGPIPE and SIGXFSZ and that would be inherited; handlers of the parent must not run in the child.
    """
    defaults = (signal.SIG_DFL, None)
    numbers = (int(number) for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP})
    return [number for number in numbers if signal.getsignal(number) not in defaults]


def reset_signals(numbers: "Sequence[int]") -> None:
    """Set these to their default."""
    signal.set_wakeup_fd(-1)
    for number in numbers:
        signal.signal(number, signal.SIG_DFL)


def _oom(score: int, report: int) -> None:
    try:
        _write("/proc/self/oom_score_adj", str(score))
    except PermissionError:
        say(report, NOTE, f"oom_score_adj stays as it is: {score} needs CAP_SYS_RESOURCE")


def _limit(limits: "Mapping[int, tuple[int, int]]", report: int) -> None:
    for kind, (soft, hard) in limits.items():
        try:
            resource.setrlimit(kind, (soft, hard))
        except ValueError as error:
            # raising the hard limit needs CAP_SYS_RESOURCE; the best that may be had is the present one
            most = resource.getrlimit(kind)[1]
            say(report, NOTE, f"resource limit {kind} is {most} and not {hard}: {error}")
            resource.setrlimit(kind, (most if soft == resource.RLIM_INFINITY else min(soft, most), most))


def _hand_over(sources: "list[int]") -> None:
    """Put the sources on the numbers from 0 on; first out of the way with them if they may overlap with these."""
    if min(sources) < len(sources):
        sources = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, len(sources)) for fd in sources]
    for target, source in enumerate(sources):
        os.dup2(source, target)


def _close_others(count: int, report: int) -> None:
    """Whoever started the parent may have left something open that exec does not close."""
    os.closerange(count, report)
    os.closerange(report + 1, ALL)


def _identity(launch: "Launch", allowed: int | None, highest: int) -> None:
    if launch.gid is not None or launch.uid is not None:
        os.setgroups(launch.groups)
    if launch.gid is not None:
        os.setresgid(launch.gid, launch.gid, launch.gid)
    if launch.uid is not None:
        if allowed:
            caps.keep_over_setuid()
        os.setresuid(launch.uid, launch.uid, launch.uid)
        if allowed and launch.uid != 0:
            caps.grant(allowed, highest)
    if launch.no_new_privileges:
        set_no_new_privileges()


def _exec(argv: "tuple[str, ...]", env: "Mapping[str, str]", listen: "tuple[str, ...]") -> None:
    env = environment(env, listen)
    if "/" in argv[0]:
        os.execve(argv[0], argv, env)  # noqa: S606 a program, by design without a shell
    os.execvpe(argv[0], argv, env)  # noqa: S606


def environment(env: "Mapping[str, str]", listen: "tuple[str, ...]") -> "Mapping[str, str]":
    """The environment of this process: what it is given, and what it is told of its sockets (sd_listen_fds(3))."""
    if not listen:
        return env
    return {
        **env,
        "LISTEN_PID": str(os.getpid()),
        "LISTEN_FDS": str(len(listen)),
        "LISTEN_FDNAMES": ":".join(listen),
    }


def _write(path: str, text: str) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    os.write(fd, text.encode())
    os.close(fd)


def say(report: int, kind: str, text: str) -> None:
    """Write a line of one kind into the report."""
    with contextlib.suppress(OSError):  # nobody listens: there is nobody left to tell
        os.write(report, f"{kind}{text}\n".encode())
