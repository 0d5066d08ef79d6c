"""Starts programs through a lean helper process, so that a start costs the same however big this process is."""

import array
import contextlib
import marshal
import os
import signal
import socket
import sys
from pathlib import Path

from libtalos.linux import caps, clone
from libtalos.linux.process import Launch, Started
from libtalos.linux.spawn_server import MAX_FDS, MAX_REQUEST

_ROOT = Path(__file__).parents[2]
_PROGRAM = "import sys; sys.path.append(sys.argv[1]); from libtalos.linux.spawn_server import serve; serve(3)"
# far more than a fork takes on a machine that still works at all
_PATIENCE = 10.0


class SpawnerGoneError(Exception):
    """The helper is of no use (any more): it is gone, or the kernel lacks clone3."""


class TooBigError(Exception):
    """The command, environment or descriptors do not fit into one request."""


class Spawner:
    """A running helper. Its children are children of this process. `pid` is the helper's own."""

    def __init__(self) -> None:
        """Start the helper. Raises OSError."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            # -I and -S: nothing of the user's environment, no site packages; posix_spawn: no copy of this process
            command = (sys.executable, "-I", "-S", "-c", _PROGRAM, str(_ROOT))
            actions = [(os.POSIX_SPAWN_DUP2, theirs.fileno(), 3)]
            self.pid = os.posix_spawn(sys.executable, command, {}, file_actions=actions)
        self._link = ours
        self._link.settimeout(_PATIENCE)
        self._greeted = False
        self.served = 0

    def start(self, launch: Launch) -> Started:
        """As libtalos.linux.process.start. Raises SpawnerGoneError, TooBigError too: then start it some other way."""
        order, fds = _order(launch)
        data = marshal.dumps(order)
        if len(data) > MAX_REQUEST or len(fds) >= MAX_FDS:
            raise TooBigError(f"the command and environment of {launch.argv[0]} are too big")
        directory = None if launch.into is None else os.open(launch.into, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        report, writer = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        try:
            pid = self._ask(data, [writer, *fds, *([] if directory is None else [directory])])
        except BaseException:
            os.close(report)
            raise
        finally:
            os.close(writer)
            if directory is not None:
                os.close(directory)
        return Started(pid, os.pidfd_open(pid), report)

    def close(self) -> None:
        """Let the helper end. Its exit is left for whoever reaps."""
        self._link.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def _ask(self, data: bytes, fds: list[int]) -> int:
        """One request, one answer, waited for: no other exit can be taken for that of a child not yet known."""
        try:
            if not self._greeted:
                self._greeted = self._link.recv(16) == b"0"
            self._link.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))])
            answer = self._link.recv(16)
        except (OSError, ValueError) as error:
            raise SpawnerGoneError(f"the spawner does not answer: {error}") from error
        if not answer:
            raise SpawnerGoneError("the spawner has ended")
        pid = int(answer)
        if pid > 0:
            self.served += 1
            return pid
        if -pid in clone.NOT_HERE:
            raise SpawnerGoneError(f"this kernel cannot: {os.strerror(-pid)}")
        raise OSError(-pid, os.strerror(-pid), "clone3")


def _order(launch: Launch) -> tuple[dict[str, object], list[int]]:
    """A launch in plain values, and the descriptors it needs; place 0 is the report's, the group's comes last."""
    fds: list[int] = []

    def place(fd: int | None) -> int | None:
        if fd is None:
            return None
        fds.append(fd)
        return len(fds)

    allowed = None if launch.capabilities is None else caps.mask(launch.capabilities)
    order: dict[str, object] = {
        "argv": launch.argv,
        "env": dict(launch.env),
        "cwd": launch.cwd,
        "join": tuple(map(str, launch.join)),
        "stdin": place(launch.stdin),
        "stdout": place(launch.stdout),
        "stderr": place(launch.stderr),
        "listen": {name: place(fd) for name, fd in launch.listen.items()},
        "uid": launch.uid,
        "gid": launch.gid,
        "groups": launch.groups,
        "allowed": allowed,
        "highest": caps.last() if allowed is not None else 0,
        "no_new_privileges": launch.no_new_privileges,
        "oom_score_adj": launch.oom_score_adj,
        "nice": launch.nice,
        "umask": launch.umask,
        "rlimits": dict(launch.rlimits),
        "group": None if launch.into is None else len(fds) + 1,
    }
    return order, fds
