"""Network and UTS namespaces of a thread: what a test does in one ends with it."""

from __future__ import annotations

import ctypes
import os
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

T = TypeVar("T")
Inside = Callable[[Callable[[], T]], T]

CLONE_NEWUTS = 0x04000000
CLONE_NEWNET = 0x40000000


def _leave() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNET | CLONE_NEWUTS):
        raise OSError(ctypes.get_errno(), "unshare")
    socket.sethostname("somebody-elses")


@pytest.fixture
def inside() -> Iterator[Callable[[Callable[[], object]], object]]:
    """Run functions in a thread with namespaces of its own, which end with the test."""
    if os.geteuid():
        pytest.skip("needs root for a network namespace")
    with ThreadPoolExecutor(max_workers=1, initializer=_leave) as pool:
        yield lambda function: pool.submit(function).result(timeout=30)
