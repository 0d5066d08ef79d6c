"""Work in a child process that ends with it: for what needs a large library once in the life of a small process."""

import os
import pickle
import signal
import traceback
from collections.abc import Callable
from typing import NoReturn, TypeVar

T = TypeVar("T")


class ApartError(Exception):
    """The child ended without a result; what it had to say is on stderr."""


def apart(work: Callable[[], T]) -> T:
    """Fork, do the work in the child, and return its result, which has to be picklable. Waits for it.

    What the work imports and allocates is gone with the child. It runs in a copy of this process: it must not use its
    event loop, threads or connections. Raises ApartError if the work raises, OSError if there can be no child.
    """
    reader, writer = os.pipe2(os.O_CLOEXEC)
    with os.fdopen(reader, "rb") as answer:
        pid = _fork(work, writer)
        data = answer.read()
    _, status = os.waitpid(pid, 0)
    if status != 0:
        raise ApartError(f"work in a child process failed: exit status {os.waitstatus_to_exitcode(status)}")
    result: T = pickle.loads(data)  # noqa: S301 - from our own child
    return result


def _fork(work: Callable[[], T], writer: int) -> int:
    # a handler of this process must not run in the child, where it would write into this one's event loop
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        pid = os.fork()
        if pid == 0:
            _do(work, writer)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(writer)
    return pid


def _do(work: Callable[[], T], writer: int) -> NoReturn:
    code = 1
    try:
        with os.fdopen(writer, "wb") as file:
            pickle.dump(work(), file)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)
