"""Makes zygotes (see libtalos.linux.zygote_server): a Helper for libtalos.linux.spawner that forks modules, too."""

import gc
import json
import os
import socket
import sys
import traceback

from libtalos.linux.helper import Helper
from libtalos.linux.zygote_server import serve

TYPE_CHECKING = False  # typing is not for the zygote
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NoReturn

_PROGRAM = "import json, sys; from libtalos.linux.zygote_server import serve; serve(3, *json.loads(sys.argv[1]))"


def fork_zygote(preload: "Sequence[str]", environment: "Mapping[str, str]") -> Helper:
    """Fork a zygote from this process, with which it and its children share what is imported already.

    Call it before there is a thread, an event loop, an open file, or anything in memory that children shall not see.
    The zygote imports `preload` while the caller goes on; `environment` is all that it and its children see of the
    present one. Raises OSError.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    # a collection in either process would write to, and so copy, every page that they share
    gc.freeze()
    try:
        pid = os.fork()
    except OSError:
        ours.close()
        theirs.close()
        raise
    if pid == 0:
        ours.close()
        _be_zygote(theirs.detach(), preload, environment)
    theirs.close()
    return Helper(pid, ours)


def start_zygote(preload: "Sequence[str]", environment: "Mapping[str, str]") -> Helper:
    """Start a zygote as a new program, from a process that is no good to fork from any more. Raises OSError."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = (sys.executable, "-I", "-c", _PROGRAM, json.dumps([list(preload), dict(environment)]))
        actions = [(os.POSIX_SPAWN_DUP2, theirs.fileno(), 3)]
        try:
            pid = os.posix_spawn(sys.executable, command, dict(environment), file_actions=actions)
        except BaseException:
            ours.close()
            raise
    return Helper(pid, ours)


def _be_zygote(number: int, preload: "Sequence[str]", environment: "Mapping[str, str]") -> "NoReturn":
    code = 1
    try:
        serve(number, preload, environment)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)
