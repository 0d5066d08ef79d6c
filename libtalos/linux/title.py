"""The command line, environment and name that a process shows, as if it had been executed with them.

A process that was forked and goes on as something else still shows what its parent was executed with, in
/proc/PID/cmdline, /proc/PID/environ and to ps; and the words of its parent's environment stay in its memory.
prctl(PR_SET_MM, PR_SET_MM_MAP) lets it point the kernel to other words (prctl(2); struct prctl_mm_map of
linux/prctl.h, Linux 3.18). It needs no capability as long as the executable stays the same.
"""

import ctypes
import os
import sys

from libtalos.linux.prctl import LIBC, prctl

TYPE_CHECKING = False  # typing is not for the zygote's lean start
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PR_SET_NAME = 15
PR_SET_MM = 35
PR_SET_MM_MAP = 14
COMM_LENGTH = 15  # TASK_COMM_LEN less the final NUL
# fields of /proc/PID/stat, counted from 1 (proc_pid_stat(5))
_CODE = (26, 27, 28)  # startcode, endcode, startstack
_DATA = (45, 46, 47)  # start_data, end_data, start_brk
_WORDS = (48, 49, 50, 51)  # arg_start, arg_end, env_start, env_end
_NO_FILE = 2**32 - 1

LIBC.sbrk.restype = ctypes.c_void_p
LIBC.sbrk.argtypes = (ctypes.c_ssize_t,)


class _Map(ctypes.Structure):
    """struct prctl_mm_map."""

    _fields_ = (
        *(
            (name, ctypes.c_uint64)
            for name in (
                "start_code",
                "end_code",
                "start_data",
                "end_data",
                "start_brk",
                "brk",
                "start_stack",
                "arg_start",
                "arg_end",
                "env_start",
                "env_end",
                "auxv",
            )
        ),
        ("auxv_size", ctypes.c_uint32),
        ("exe_fd", ctypes.c_uint32),
    )


class Title:
    """What this process shows. Keep it as long as the process lives: the kernel reads the words from its memory."""

    def __init__(self, argv: "Sequence[str]", env: "Mapping[str, str]", *, name: str = "") -> None:
        """Show a command line, an environment and a name (by default that of the program).

        The words that the process was executed with are overwritten with zeros, since an environment may hold secrets.
        Raises OSError where /proc is not mounted, or the kernel lacks PR_SET_MM_MAP; in that
        case the name is set and the environment overwritten all the same.
        """
        _name(name or os.path.basename(argv[0]))  # noqa: PTH119 no pathlib here
        sys.orig_argv[:] = argv
        arguments, environment = _block(argv), _block(f"{key}={value}" for key, value in env.items())
        self._words = ctypes.create_string_buffer(arguments + environment)
        start = ctypes.addressof(self._words)
        fields = _fields()
        try:
            _point_to(fields, start, start + len(arguments), start + len(arguments) + len(environment))
        except OSError:
            _forget(fields, arguments=False)
            raise
        _forget(fields, arguments=True)


def forget_environment() -> None:
    """Empty os.environ, and overwrite in memory what it held: a copy of a process has no use for its secrets.

    The words that the kernel put on the stack go when a Title is made.
    """
    for key, value in list(os.environb.items()):
        del os.environb[key]
        # Objects of one byte are everybody's. A longer one is nobody else's, and CPython keeps its bytes behind its
        # header, with a NUL after them.
        if len(value) > 1:
            ctypes.memset(id(value) + bytes.__basicsize__ - 1, 0, len(value))


def _block(words: "Iterable[str]") -> bytes:
    return b"".join(os.fsencode(word) + b"\0" for word in words)


def _fields() -> "list[int]":
    """The numbers of /proc/self/stat, from the third on, by their place; those before are 0."""
    with open("/proc/self/stat", "rb") as file:  # noqa: PTH123 no pathlib here
        # the second field is a name that may have blanks and parentheses, the third is a letter
        return [0, 0, 0, 0, *map(int, file.read().rpartition(b") ")[2].split()[1:])]


def _forget(fields: "list[int]", *, arguments: bool) -> None:
    """Overwrite the words that the kernel put above where the stack starts; they may be elsewhere since."""
    arg_start, _, env_start, env_end = (fields[place] for place in _WORDS)
    first = arg_start if arguments else env_start
    if first > fields[_CODE[2]]:
        ctypes.memset(first, 0, env_end - first)


def _point_to(fields: "list[int]", start: int, middle: int, end: int) -> None:
    """Tell the kernel where the words are, all else as it is. Raises OSError."""
    code, data = ([fields[place] for place in places] for places in (_CODE, _DATA))
    wanted = _Map(
        start_code=code[0],
        end_code=code[1],
        start_stack=code[2],
        start_data=data[0],
        end_data=data[1],
        start_brk=data[2],
        brk=LIBC.sbrk(0),
        arg_start=start,
        arg_end=middle,
        env_start=middle,
        env_end=end,
        exe_fd=_NO_FILE,
    )
    result = LIBC.prctl(PR_SET_MM, PR_SET_MM_MAP, ctypes.addressof(wanted), ctypes.sizeof(wanted), 0)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), "prctl(PR_SET_MM, PR_SET_MM_MAP)")


def _name(text: str) -> None:
    word = ctypes.create_string_buffer(os.fsencode(text)[:COMM_LENGTH])
    prctl(PR_SET_NAME, ctypes.addressof(word))
