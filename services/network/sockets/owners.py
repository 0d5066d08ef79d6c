"""Which process has a socket."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Owner(msgspec.Struct, frozen=True):
    """A process, with the name that it has given itself."""

    pid: int
    name: str


def find_owners(proc: Path) -> dict[int, Owner]:
    """Return the processes by the inodes of their sockets; of several that share one, the first.

    Processes that end meanwhile are left out. Takes a readlink for every descriptor of the node.
    """
    owners: dict[int, Owner] = {}
    for pid in sorted(int(name) for name in (each.name for each in proc.iterdir()) if name.isdecimal()):
        for inode in _sockets(proc / str(pid)):
            if inode not in owners:
                owners[inode] = Owner(pid, _name(proc / str(pid)))
    return owners


def _sockets(process: Path) -> Iterator[int]:
    try:
        with os.scandir(process / "fd") as descriptors:
            paths = [each.path for each in descriptors]
    except OSError:
        return
    for path in paths:
        try:
            target = os.readlink(path)  # noqa: PTH115 - a Path for every descriptor of the node takes longer than this
        except OSError:
            continue
        if target.startswith("socket:["):
            yield int(target[8:-1])


def _name(process: Path) -> str:
    try:
        return (process / "comm").read_text(errors="replace").rstrip("\n")
    except OSError:
        return ""
