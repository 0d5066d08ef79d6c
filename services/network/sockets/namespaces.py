"""Reading in other network namespaces of the node, which have names under /run/netns (ip-netns(8)), as pods' have."""

from __future__ import annotations

import ctypes
import os
import threading
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")
CLONE_NEWNET: Final = 0x40000000


def list_namespaces(directory: Path) -> list[str]:
    """Return the names, none if there is no directory."""
    try:
        return sorted(each.name for each in directory.iterdir())
    except FileNotFoundError:
        return []


def inside(namespace: Path, function: Callable[[], T]) -> T:
    """Run a function in a thread that is in a network namespace, and ends with it. Raises what it raises, OSError."""
    results: list[T] = []
    errors: list[Exception] = []

    def work() -> None:
        try:
            _enter(namespace)
            results.append(function())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=work, name=f"namespace {namespace.name}")
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _enter(namespace: Path) -> None:
    fd = os.open(namespace, os.O_RDONLY | os.O_CLOEXEC)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.setns(fd, CLONE_NEWNET):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(namespace))
    finally:
        os.close(fd)
