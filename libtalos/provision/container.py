"""The node's container: created, wired up, started, stopped."""

import contextlib
import shutil
from typing import Final

import msgspec

from libtalos.provision import cgroups, process
from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import NodePaths
from libtalos.provision.process import Pid
from libtalos.provision.runc import Runc

KILL_TIMEOUT: Final = 10.0
"""Seconds that the container's processes may take to die of SIGKILL."""


class Container(msgspec.Struct, frozen=True, kw_only=True):
    """Names one node's container: its id for runc, its cgroup, its places."""

    runc: Runc
    id: str
    group: str
    paths: NodePaths

    def pid(self) -> Pid | None:
        """Return the host's pid of the node's PID 1, or None if there is no process."""
        state = self.runc.state(self.id)
        return Pid(state.pid) if state is not None and state.alive else None

    def running(self) -> bool:
        """Tell whether the node's PID 1 runs its program (and not: is created, paused or gone)."""
        state = self.runc.state(self.id)
        return state is not None and state.status == "running"

    def signal(self, name: str) -> None:
        """Send a signal ("TERM", "KILL") to the node's PID 1; one that is gone meanwhile is no error."""
        # If it is not gone, whoever waits for that notices.
        with contextlib.suppress(ProvisionError):
            self.runc.kill(self.id, name)

    def kill(self, pid: Pid) -> None:
        """Kill PID 1, and so every process of the node, and wait until it is gone.

        Raises ProvisionError if it is still there after KILL_TIMEOUT, ProcessLookupError if it is gone already.
        """
        with process.opened(pid) as fd:
            self.signal("KILL")
            if not process.wait_for_exit(fd, timeout=KILL_TIMEOUT):
                raise ProvisionError(f"{self.id}: process {pid} is still there {KILL_TIMEOUT:g} s after SIGKILL")


class CreateContainer(msgspec.Struct, frozen=True):
    """Create the container, with all its namespaces and groups, up to its PID 1's program."""

    container: Container

    def describe(self) -> str:
        """Say what execute() does."""
        return f"create container {self.container.id}"

    def execute(self) -> None:
        """Create it. Raises ProvisionError with what runc said."""
        node = self.container
        node.runc.create(node.id, node.paths.bundle, node.paths.console)

    def undo(self) -> None:
        """Kill and delete it, with every group, and every process in one, that is left of it."""
        node = self.container
        pid = node.pid()
        with contextlib.suppress(ProcessLookupError):
            if pid is not None:
                node.kill(pid)
        # Where runc lost track of the container, its groups still tell what is left of it.
        with contextlib.suppress(ProvisionError):
            node.runc.delete(node.id)
        for group in cgroups.find(node.group, cgroups.mounts_of_host()):
            cgroups.remove(group)
        node.runc.forget(node.id)


class StartContainer(msgspec.Struct, frozen=True, kw_only=True):
    """Let the container's PID 1 run. Undone by asking it to stop, which it gets stop_timeout seconds for."""

    container: Container
    stop_timeout: float

    def describe(self) -> str:
        """Say what execute() does."""
        return f"start {self.container.id}"

    def execute(self) -> None:
        """Start it on an empty bus. Raises ProvisionError with what runc said."""
        # A socket of an earlier run would be mistaken for the node's.
        for entry in self.container.paths.bus.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        self.container.runc.start(self.container.id)

    def undo(self) -> None:
        """Send SIGTERM, which init answers by shutting the node down; after stop_timeout seconds, SIGKILL."""
        node = self.container
        pid = node.pid()
        if pid is None:
            return
        with contextlib.suppress(ProcessLookupError):
            if not self._stopped(pid):
                node.kill(pid)

    def _stopped(self, pid: Pid) -> bool:
        with process.opened(pid) as fd:
            # A container that was created and never started has no program that could answer.
            if self.stop_timeout <= 0 or not self.container.running():
                return False
            self.container.signal("TERM")
            return process.wait_for_exit(fd, timeout=self.stop_timeout)
