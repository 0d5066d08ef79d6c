"""What a forked child does before exec. Runs between fork and exec: no imports, no event loop, no return."""

import contextlib
import fcntl
import os
import resource
import signal

from libtalos.linux import caps
from libtalos.linux.prctl import set_no_new_privileges

TYPE_CHECKING = False  # typing is not for the lean spawner
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from libtalos.linux.process import Launch

ERROR = "!"
NOTE = "-"
FIRST_LISTEN_FD = 3
_FAILED = 127
_ALL = 2**31 - 1


def become(launch: "Launch", *, allowed: int | None, highest: int, report: int, reset: "list[int]") -> "NoReturn":
    """Turn this process into the program, or report why not and exit. Never returns into the parent's code."""
    # above everything that dup2 is going to fill
    report = fcntl.fcntl(report, fcntl.F_DUPFD_CLOEXEC, 64 + len(launch.listen))
    try:
        for what, step in _steps(launch, allowed, highest, report, reset):
            if not _succeeds(what, step, report):
                break
    finally:
        # whatever happened, it must not run on in a copy of the parent
        os._exit(_FAILED)


def _succeeds(what: str, step: "Callable[[], object]", report: int) -> bool:
    try:
        step()
    except BaseException as error:
        reason = error.strerror if isinstance(error, OSError) else repr(error)
        _say(report, ERROR, f"cannot {what}: {reason}")
        return False
    return True


def _steps(
    launch: "Launch", allowed: int | None, highest: int, report: int, reset: "list[int]"
) -> "list[tuple[str, Callable[[], object]]]":
    def note(text: str) -> None:
        _say(report, NOTE, text)

    return [
        ("reset the signals", lambda: _reset_signals(reset)),
        ("start a session", os.setsid),
        *((f"join {path}", lambda path=path: _write(str(path), "0")) for path in launch.join),
        ("set oom_score_adj", lambda: _oom(launch, note)),
        ("set the priority", lambda: os.nice(launch.nice)),
        ("set the resource limits", lambda: _limit(launch, note)),
        ("hand over the descriptors", lambda: _descriptors(launch, report)),
        (f"enter the directory {launch.cwd}", lambda: os.chdir(launch.cwd)),
        ("set the umask", lambda: os.umask(launch.umask)),
        ("drop capabilities", lambda: None if allowed is None else caps.bound(allowed, highest)),
        (f"become user {launch.uid}, group {launch.gid}", lambda: _identity(launch, allowed, highest)),
        (f"execute {launch.argv[0]}", lambda: _exec(launch)),
    ]


def handled_signals() -> "list[int]":
    """The signals that are not at their default here. Asked before the fork: each page that a child touches is a copy.

    Python ignores SIGPIPE and SIGXFSZ and that would be inherited; handlers of the parent must not run in the child.
    """
    defaults = (signal.SIG_DFL, None)
    numbers = (int(number) for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP})
    return [number for number in numbers if signal.getsignal(number) not in defaults]


def _reset_signals(numbers: "list[int]") -> None:
    signal.set_wakeup_fd(-1)
    for number in numbers:
        signal.signal(number, signal.SIG_DFL)


def _oom(launch: "Launch", note: "Callable[[str], None]") -> None:
    if launch.oom_score_adj is None:
        return
    try:
        _write("/proc/self/oom_score_adj", str(launch.oom_score_adj))
    except PermissionError:
        note(f"oom_score_adj stays as it is: {launch.oom_score_adj} needs CAP_SYS_RESOURCE")


def _limit(launch: "Launch", note: "Callable[[str], None]") -> None:
    for kind, (soft, hard) in launch.rlimits.items():
        try:
            resource.setrlimit(kind, (soft, hard))
        except ValueError as error:
            # raising the hard limit needs CAP_SYS_RESOURCE; the best that may be had is the present one
            most = resource.getrlimit(kind)[1]
            note(f"resource limit {kind} is {most} and not {hard}: {error}")
            resource.setrlimit(kind, (most if soft == resource.RLIM_INFINITY else min(soft, most), most))


def _descriptors(launch: "Launch", report: int) -> None:
    """Hand over what was asked for and nothing else, not even what whoever started the parent left open.

    Move every source out of the way first: source and target numbers may overlap in any order.
    """
    null = os.open("/dev/null", os.O_RDWR | os.O_CLOEXEC)
    standard = [null if fd is None else fd for fd in (launch.stdin, launch.stdout, launch.stderr)]
    wanted = [*standard, *launch.listen.values()]
    moved = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, len(wanted)) for fd in wanted]
    for target, source in enumerate(moved):
        os.dup2(source, target, inheritable=True)
    os.closerange(len(moved), report)
    os.closerange(report + 1, _ALL)


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


def _exec(launch: "Launch") -> None:
    env = dict(launch.env)
    if launch.listen:
        env["LISTEN_PID"] = str(os.getpid())
        env["LISTEN_FDS"] = str(len(launch.listen))
        env["LISTEN_FDNAMES"] = ":".join(launch.listen)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    os.execvpe(launch.argv[0], launch.argv, env)  # noqa: S606 a program, by design without a shell


def _write(path: str, text: str) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    os.write(fd, text.encode())
    os.close(fd)


def _say(report: int, kind: str, text: str) -> None:
    with contextlib.suppress(OSError):  # nobody listens: there is nobody left to tell
        os.write(report, f"{kind}{text}\n".encode())
