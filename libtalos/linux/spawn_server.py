"""The process that forks for its parent. Lean on purpose: what it has in memory is what each fork has to copy.

Forking a process of 40 MB costs about 5 ms until the child's exec, forking this one about 1 ms. Its children are not
its own: CLONE_PARENT makes them children of the process that asked, which sees their exits as if it had forked them.
Imports only what it must: no typing, no dataclasses, no pathlib.
"""

import array
import gc
import marshal
import os
import signal
import socket
from types import SimpleNamespace

from libtalos.linux import child, clone
from libtalos.linux.prctl import set_parent_death_signal

TYPE_CHECKING = False  # typing is not for this process
if TYPE_CHECKING:
    from typing import Any

MAX_REQUEST = 128 * 1024
MAX_FDS = 250  # the kernel takes 253 in one message


def serve(number: int) -> None:
    """Serve requests on a socket descriptor until the other end closes it."""
    set_parent_death_signal(signal.SIGKILL)
    os.setsid()
    # children get their own mask before exec; here nothing shall interrupt
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    link = socket.socket(fileno=number)
    link.set_inheritable(False)
    gc.disable()
    gc.freeze()
    reset = child.handled_signals()
    link.send(b"0")  # ready
    while True:
        request, fds = _receive(link)
        if not request:
            return
        try:
            answer = _fork(marshal.loads(request), fds, reset)  # noqa: S302 from our own parent
        except OSError as error:
            answer = -(error.errno or 1)
        for fd in fds:
            os.close(fd)
        link.send(b"%d" % answer)


def _receive(link: socket.socket) -> tuple[bytes, list[int]]:
    size = array.array("i").itemsize
    data, ancillary, _, _ = link.recvmsg(MAX_REQUEST, socket.CMSG_SPACE(MAX_FDS * size), socket.MSG_CMSG_CLOEXEC)
    fds = array.array("i")
    for _, _, content in ancillary:
        fds.frombytes(content[: len(content) - len(content) % size])
    return data, list(fds)


def _fork(order: dict[str, object], fds: list[int], reset: list[int]) -> int:
    """Fork a sibling that becomes the program; descriptors in the order are places in `fds`."""
    launch: Any = SimpleNamespace(**order)
    pid = clone.fork_sibling(None if launch.group is None else fds[launch.group])
    if pid == 0:
        for name in ("stdin", "stdout", "stderr"):
            place = getattr(launch, name)
            setattr(launch, name, None if place is None else fds[place])
        launch.listen = {name: fds[place] for name, place in launch.listen.items()}
        child.become(launch, allowed=launch.allowed, highest=launch.highest, report=fds[0], reset=reset)
    return pid
