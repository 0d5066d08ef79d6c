"""What PID 1 does before anything else can run: early mounts, its own control group, the sockets of the bus."""

from __future__ import annotations

import resource
import socket
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec
import structlog

from libtalos.bus.directory import BusDirectory
from libtalos.bus.server import listen
from libtalos.linux.cgroup import Cgroups
from libtalos.linux.helper import Helper
from libtalos.mounts import Facts, MountTable, Owner, View, carry_out

# only root looks into the bus; each socket has its own mode, too
BUS_MODE = 0o750
# upstream's limit of open files (machined's main.go: setrlimit NOFILE)
FILES = 1048576


def mount_early(table: MountTable, *, log: structlog.stdlib.BoundLogger) -> None:
    """Bring about the rows of the mount table that nothing runs without. Raises StepError."""
    for step in carry_out(table.owned_by(Owner.INIT), look=View.take, facts=Facts()):
        log.info("early mount", step=step.describe())


class GroupEntry(msgspec.Struct, frozen=True):
    """PID 1 on its way into a group of its own. done: no service may start before; its result may be an OSError."""

    cgroups: Cgroups
    done: Future[None]


def enter_group(helper: Helper | None, *, log: structlog.stdlib.BoundLogger) -> GroupEntry:
    """Move PID 1 and its helper out of the way of the services' groups, beside whatever the caller does next.

    Each move waits for an RCU grace period, 5-12 ms in which there is nothing to do. Raises NoHierarchyError.
    """
    cgroups = Cgroups.find()
    others = () if helper is None else (helper.pid,)
    with_one_thread = ThreadPoolExecutor(max_workers=1)
    done = with_one_thread.submit(cgroups.enter, "init", *others)
    with_one_thread.shutdown(wait=False)  # the thread ends with its work: PID 1 has none for good
    log.info("control groups", root=str(cgroups.root), control=cgroups.control.file)
    return GroupEntry(cgroups=cgroups, done=done)


def raise_file_limit(log: structlog.stdlib.BoundLogger) -> None:
    """Let this process and its services open as many files as upstream does, or as many as the container may."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for limits in ((FILES, max(FILES, hard)), (min(FILES, hard), hard)):
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        except (OSError, ValueError) as error:
            log.info("file limit not raised", wanted=limits[0], error=str(error))
        else:
            return


def bind_bus(directory: BusDirectory, components: Iterable[str]) -> dict[str, socket.socket]:
    """Bind the socket of every component, before any of them is started. Raises OSError with the path."""
    # the path may be a link that leads to nothing yet
    directory.path.resolve().mkdir(mode=BUS_MODE, parents=True, exist_ok=True)
    return {component: listen(directory.socket(component)) for component in components}


def notify_path(directory: BusDirectory) -> Path:
    """Where services announce that they are ready: beside the bus, not in it."""
    return directory.beside("notify.sock")
