"""The process that forks for its parent. Lean on purpose: what it has in memory is what each fork has to copy.

Forking a process of 40 MB costs about 5 ms until the child's exec, forking this one less than 1 ms. Its children are
not its own: CLONE_PARENT makes them children of the process that asked, which sees their exits as if it had forked
them. Imports only what it must: no typing, no dataclasses, no pathlib.
"""

import array
import fcntl
import gc
import marshal
import os
import signal
import socket

from libtalos.linux import child, clone
from libtalos.linux.order import MAX_FDS, MAX_REQUEST, UMASK, Order
from libtalos.linux.prctl import set_parent_death_signal

TYPE_CHECKING = False  # typing is not for this process
if TYPE_CHECKING:
    from typing import Any

# numbers below are taken, so that few programs get a descriptor on a number that another one comes from
_LOW = 16


def serve(number: int) -> None:
    """Serve requests on a socket descriptor until the other end closes it."""
    set_parent_death_signal(signal.SIGKILL)
    os.setsid()
    server = Server(settle(number))
    gc.disable()
    gc.freeze()
    server.serve()


def settle(number: int) -> socket.socket:
    """Put this process into the state that a program starts in (child.preparations, `clean`): children inherit it."""
    child.reset_signals(child.handled_signals())
    os.chdir("/")
    os.umask(UMASK)
    moved = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, _LOW)
    os.closerange(child.FIRST_LISTEN_FD, moved)
    os.closerange(moved + 1, child.ALL)
    taken = os.open("/", os.O_PATH | os.O_CLOEXEC)
    while taken < _LOW - 1:
        taken = fcntl.fcntl(taken, fcntl.F_DUPFD_CLOEXEC, taken)
    return socket.socket(fileno=moved)


class Server:
    """Serves requests on a link, of a process that is settled."""

    def __init__(self, link: socket.socket) -> None:
        self._link = link
        self._null: int | None = None
        self._siblings = clone.Siblings()
        self._request = bytearray(MAX_REQUEST)
        self._room = socket.CMSG_SPACE(MAX_FDS * array.array("i").itemsize)

    def serve(self) -> None:
        """Serve until the other end closes the link."""
        while self._serve_one():
            pass

    def fork(self, launch: "Any", *, report: int, directory: int | None) -> int:
        """Fork a sibling that becomes the program, in the group of a directory; returns its pid. Raises OSError."""
        steps = self.preparations(launch, report=report, clean=True)
        steps.append(child.execution(launch))
        pid = self._siblings.fork(directory)
        if pid == 0:
            child.become(steps, report=report)
        return pid

    def preparations(self, launch: "Any", *, report: int, clean: bool) -> "list[child.Step]":
        """See libtalos.linux.child."""
        if self._null is None:  # not before: PID 1 has a helper before it has a /dev
            self._null = os.open("/dev/null", os.O_RDWR | os.O_CLOEXEC)
        return child.preparations(
            launch, allowed=launch.allowed, highest=launch.highest, report=report, null=self._null, clean=clean
        )

    def _serve_one(self) -> bool:
        """Take a request, fork, answer; False at the end."""
        size, fds = self._receive()
        if not size:
            return False
        try:
            answer = self._fork(marshal.loads(memoryview(self._request)[:size]), fds)  # noqa: S302 from our own parent
        except OSError as error:
            answer = -(error.errno or 1)
        self._link.send(b"%d" % answer)
        for fd in fds:
            os.close(fd)
        return True

    def _receive(self) -> tuple[int, list[int]]:
        size, ancillary, _, _ = self._link.recvmsg_into([self._request], self._room, socket.MSG_CMSG_CLOEXEC)
        fds = array.array("i")
        for _, _, content in ancillary:
            fds.frombytes(content[: len(content) - len(content) % fds.itemsize])
        return size, list(fds)

    def _fork(self, order: dict[str, object], fds: list[int]) -> int:
        """Fork as an order says; descriptors in it are places in `fds`."""
        launch = Order(order, fds)
        report = fds[0]
        if report < child.FIRST_LISTEN_FD + len(launch.listen):
            report = child.above(report, launch)
            fds.append(report)  # to be closed with the others
        return self.fork(launch, report=report, directory=launch.directory)
