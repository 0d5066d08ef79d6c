"""A fork whose child is born in a control group: clone3(2) with CLONE_INTO_CGROUP (Linux 5.7).

Why not fork and let the child write itself to cgroup.procs: moving a process waits for an RCU grace period (about
12 ms measured on an idle 6.18 kernel, each time), being born in a group does not.
"""

import ctypes
import os
import signal

from libtalos.linux.order import NOT_HERE

TYPE_CHECKING = False  # typing is not for the lean spawner
if TYPE_CHECKING:
    from pathlib import Path

CLONE_PARENT = 0x8000
CLONE_CHILD_CLEARTID = 0x00200000
CLONE_CHILD_SETTID = 0x01000000
CLONE_INTO_CGROUP = 0x200000000
# the same number on all architectures (asm-generic/unistd.h and its successors agree since 5.3)
_SYS_CLONE3 = 435
# keeps the interpreter lock over the call, as os.fork does
_LIBC = ctypes.PyDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long


class _Arguments(ctypes.Structure):
    """struct clone_args of linux/sched.h, version 2."""

    _fields_ = tuple(
        (name, ctypes.c_uint64)
        for name in (
            "flags",
            "pidfd",
            "child_tid",
            "parent_tid",
            "exit_signal",
            "stack",
            "stack_size",
            "tls",
            "set_tid",
            "set_tid_size",
            "cgroup",
        )
    )


def possible() -> bool:
    """Whether this process may fork so: only with one thread, as libc's own locks are not looked after."""
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 no objects: this runs at each start
    except OSError:
        return False


def fork_into(group: "Path") -> int | None:
    """Fork; the child is in the version-2 group. Returns as os.fork; None if the kernel cannot. Raises OSError."""
    directory = os.open(group, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        return fork(directory)
    except OSError as error:
        if error.errno in NOT_HERE:
            return None
        raise
    finally:
        os.close(directory)


def fork(directory: int) -> int:
    """Fork into the group of a directory descriptor; returns as os.fork. Raises OSError."""
    return _fork_told(_Arguments(flags=CLONE_INTO_CGROUP, exit_signal=signal.SIGCHLD, cgroup=directory))


class Siblings:
    """Forks children of this process's parent, which is told of their ends.

    Only for a process with one thread that forks and does nothing else: the interpreter is not told of the fork, which
    saves the child a third of its page copies. One object serves all forks, and with few calls: what is made or called
    after a fork is a page copied, in parent and child.
    """

    def __init__(self) -> None:
        self._arguments = _Arguments()
        self._reference = ctypes.byref(self._arguments)
        self._size = ctypes.sizeof(self._arguments)

    def fork(self, directory: int | None) -> int:
        """Fork into the group of a directory descriptor, if there is one. Returns as os.fork. Raises OSError."""
        # the exit signal is inherited too, and the kernel refuses to be told one
        self._arguments.flags = CLONE_PARENT if directory is None else CLONE_PARENT | CLONE_INTO_CGROUP
        self._arguments.cgroup = directory or 0
        pid: int = _LIBC.syscall(_SYS_CLONE3, self._reference, self._size)
        return pid if pid >= 0 else _checked(pid, ctypes.get_errno())


def fork_interpreter(directory: int | None, *, thread_id: int) -> int:
    """As Siblings.fork, for a child that goes on as a Python program. Only for a process with one thread.

    thread_id is where libc notes the thread's id (libtalos.linux.prctl.thread_id_address), which fork(3) would correct
    in the child; 0 where that is not known.
    """
    flags = CLONE_PARENT | (0 if directory is None else CLONE_INTO_CGROUP)
    flags |= CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID if thread_id else 0
    return _fork_told(_Arguments(flags=flags, cgroup=directory or 0, child_tid=thread_id))


def _fork_told(arguments: "_Arguments") -> int:
    """Do what os.fork does around fork(2): the interpreter's locks, the hooks of os.register_at_fork."""
    ctypes.pythonapi.PyOS_BeforeFork()
    pid, number = _clone3(arguments)
    if pid == 0:
        ctypes.pythonapi.PyOS_AfterFork_Child()
        return 0
    ctypes.pythonapi.PyOS_AfterFork_Parent()
    return _checked(pid, number)


def _clone3(arguments: "_Arguments") -> tuple[int, int]:
    pid: int = _LIBC.syscall(_SYS_CLONE3, ctypes.byref(arguments), ctypes.sizeof(arguments))
    return pid, 0 if pid >= 0 else ctypes.get_errno()


def _checked(pid: int, number: int) -> int:
    if pid < 0:
        raise OSError(number, os.strerror(number), "clone3")
    return pid
