"""Starts the lean process that forks for its parent (see libtalos.linux.spawn_server).

Apart, and with few imports: a program can start it first of all, so that it gets ready beside the program's imports.
"""

import os
import socket
import sys

TYPE_CHECKING = False  # typing would be one of the imports
if TYPE_CHECKING:
    from typing import Final

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100,PTH120 see above
# libc's functions are looked up once, in the helper, and not by each child that calls them first: that is a seventh of
# the pages that a child touches before its program (perf record -e page-faults)
_ENVIRONMENT = {"LD_BIND_NOW": "1"}
_PROGRAM = "import sys; sys.path.append(sys.argv[1]); from libtalos.linux.spawn_server import serve; serve(3)"


class Helper:
    """A helper that was started: its pid, and this end of the socket to it. The owner closes and reaps."""

    def __init__(self, pid: int, link: socket.socket) -> None:
        self.pid: Final = pid
        self.link: Final = link


def start_helper() -> Helper:
    """Start one; returns at once. Raises OSError."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        # -I and -S: nothing of the user's environment, no site packages; posix_spawn: no copy of this process
        command = (sys.executable, "-I", "-S", "-c", _PROGRAM, _ROOT)
        try:
            pid = os.posix_spawn(
                sys.executable, command, _ENVIRONMENT, file_actions=[(os.POSIX_SPAWN_DUP2, theirs.fileno(), 3)]
            )
        except BaseException:
            ours.close()
            raise
    return Helper(pid, ours)
