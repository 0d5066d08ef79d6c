"""A mount namespace of a thread: what a test mounts in it ends with it, loop devices and all."""

import ctypes
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

from libtalos.linux.mount import MS_PRIVATE, MS_REC, mount

T = TypeVar("T")
CLONE_NEWNS = 0x00020000
# /proc/self is the process, whose other threads stay in the namespace of the host
MOUNTINFO = Path("/proc/thread-self/mountinfo")


class Inside(Protocol):
    """Runs a function in the namespace."""

    def __call__(self, function: Callable[[], T]) -> T:
        """Return what the function returns, raise what it raises."""


def _leave() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNS):
        raise OSError(ctypes.get_errno(), "unshare")
    mount(None, "/", None, MS_REC | MS_PRIVATE)


@pytest.fixture
def inside() -> Iterator[Inside]:
    """Run functions in a thread with a mount namespace of its own, which ends with the test."""
    if os.geteuid():
        pytest.skip("needs root for a mount namespace")
    with ThreadPoolExecutor(max_workers=1, initializer=_leave) as pool:

        def run(function: Callable[[], T]) -> T:
            return pool.submit(function).result(timeout=60)

        yield run
