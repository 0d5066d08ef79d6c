"""Starts programs through a lean helper process, so that a start costs the same however big this process is."""

import array
import contextlib
import marshal
import os
import select
import signal
import socket
import time

from libtalos.linux.helper import Helper
from libtalos.linux.launch import Launch
from libtalos.linux.order import MAX_FDS, MAX_REQUEST, NOT_HERE, Order

# seconds; far more than a fork takes on a machine that still works at all
PATIENCE = 10.0


class SpawnerGoneError(Exception):
    """The helper is of no use (any more): it is gone, or the kernel lacks clone3."""


class TooBigError(Exception):
    """The command, environment or descriptors do not fit into one request."""


class Spawner:
    """A running helper. Its children are children of this process. `pid` is the helper's own.

    It takes requests before it has answered earlier ones, and answers them in their order.
    """

    def __init__(self, helper: Helper) -> None:
        """Take over a helper."""
        self.pid = helper.pid
        self._link = helper.link
        self._link.setblocking(False)

    def fileno(self) -> int:
        """The descriptor that becomes readable with an answer, or the helper's end."""
        return self._link.fileno()

    def ask(self, launch: Launch) -> int:
        """Send a request; returns the report's descriptor (see libtalos.linux.launch.Started), the caller's own.

        Raises OSError, ValueError (capability name), TooBigError, SpawnerGoneError: then start it some other way.
        """
        order, fds = _order(launch)
        data = marshal.dumps(order)
        if len(data) > MAX_REQUEST or len(fds) >= MAX_FDS:
            raise TooBigError(f"the command and environment of {launch.argv[0]} are too big")
        directory = None if launch.into is None else os.open(launch.into, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        report, writer = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        try:
            self._send(data, [writer, *fds, *([] if directory is None else [directory])])
        except BaseException:
            os.close(report)
            raise
        finally:
            os.close(writer)
            if directory is not None:
                os.close(directory)
        return report

    def answer(self) -> int | None:
        """The pid that answers the oldest open request, None if there is no answer yet.

        Raises OSError if that request's fork failed; SpawnerGoneError.
        """
        try:
            answer = self._link.recv(16)
        except BlockingIOError:
            return None
        except OSError as error:
            raise SpawnerGoneError(f"the spawner does not answer: {error}") from error
        if not answer:
            raise SpawnerGoneError("the spawner has ended")
        pid = int(answer)
        if pid > 0:
            return pid
        if -pid in NOT_HERE:
            raise SpawnerGoneError(f"this kernel cannot: {os.strerror(-pid)}")
        raise OSError(-pid, os.strerror(-pid), "clone3")

    def close(self) -> None:
        """Let the helper end. Its exit is left for whoever reaps."""
        self._link.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def _send(self, data: bytes, fds: list[int]) -> None:
        """Send one message, waiting for the helper to take earlier ones if there is no room."""
        end = time.monotonic() + PATIENCE
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))]
        while True:
            try:
                self._link.sendmsg([data], rights)
            except BlockingIOError:
                self._await_room(end - time.monotonic())
            except (OSError, ValueError) as error:
                raise SpawnerGoneError(f"the spawner does not listen: {error}") from error
            else:
                return

    def _await_room(self, within: float) -> None:
        poll = select.poll()
        poll.register(self._link, select.POLLOUT)
        if within <= 0 or not poll.poll(within * 1000):
            raise SpawnerGoneError(f"the spawner takes no requests within {PATIENCE:g} s")


def _order(launch: Launch) -> tuple[dict[str, object], list[int]]:
    """A launch in plain values, as an Order, and the descriptors it needs: first the report's, last the group's."""
    fds: list[int] = []

    def place(fd: int | None) -> int | None:
        if fd is None:
            return None
        fds.append(fd)
        return len(fds)

    allowed, highest = (None, 0) if launch.capabilities is None else _capabilities(launch.capabilities)
    order: dict[str, object] = {
        "argv": launch.argv,
        "module": launch.module,
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
        "highest": highest,
        "no_new_privileges": launch.no_new_privileges,
        "oom_score_adj": launch.oom_score_adj,
        "nice": launch.nice,
        "umask": launch.umask,
        "rlimits": dict(launch.rlimits),
        "group": None if launch.into is None else len(fds) + 1,
    }
    return {name: value for name, value in order.items() if value != getattr(Order, name, None)}, fds


def _capabilities(names: frozenset[str]) -> tuple[int, int]:
    """These as a mask, and the kernel's last one. Raises ValueError for an unknown name."""
    from libtalos.linux import caps  # noqa: PLC0415 ctypes is the helper's, and loaded here for those who need it

    return caps.mask(names), caps.last()
