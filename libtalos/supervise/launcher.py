"""Starts the processes of services in their control groups, and ends all that is in such a group."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol

from libtalos.linux.cgroup import Cgroups
from libtalos.linux.exits import Exit
from libtalos.linux.launch import Launch
from libtalos.supervise import groups
from libtalos.supervise.children import Born, Child
from libtalos.supervise.errors import LaunchError
from libtalos.supervise.logs import Logs
from libtalos.supervise.programs import report_of
from libtalos.supervise.spec import ServiceSpec


class Body(Protocol):
    """What a service's life needs of the world: its process, its group and the last words in its log."""

    @property
    def pid(self) -> int | None:
        """The main process, None if none runs."""

    async def launch(self) -> list[str]:
        """Start the process; returns notes on what could not be had. Raises LaunchError, OSError."""

    async def exited(self) -> Exit:
        """Wait for the end of the main process that was launched last."""

    def signal(self, number: int) -> None:
        """Send the main process a signal; nothing happens if it is gone."""

    def kill(self) -> None:
        """SIGKILL everything in the group."""

    async def clear(self) -> None:
        """Kill what is left in the group and return when nothing is."""

    def remove(self) -> None:
        """Give the group back."""

    def owns(self, pid: int) -> bool:
        """Whether a process is in the group."""

    def last_line(self) -> str:
        """The last line that the process said."""


class ProcessBody:
    """A real process in a real control group, its output in a log."""

    def __init__(
        self,
        spec: ServiceSpec,
        *,
        cgroups: Cgroups,
        logs: Logs,
        start: Callable[[Launch], Awaitable[Born]],
        environment: Mapping[str, str],
        notify_socket: str | None,
    ) -> None:
        self._spec = spec
        self._group = cgroups.group(spec.group)
        self._start = start
        self._log = logs.open(spec.id)
        self._environment = dict(environment) | dict(spec.env)
        if spec.notify and notify_socket is not None:
            self._environment["NOTIFY_SOCKET"] = notify_socket
        self._child: Child | None = None

    @property
    def pid(self) -> int | None:
        """The main process, None if none runs."""
        return None if self._child is None or self._child.exited.done() else self._child.pid

    async def launch(self) -> list[str]:
        """Fork straight into the group; see Body.launch."""
        if self._spec.uid is not None:
            self._log.give_to(self._spec.uid, -1 if self._spec.gid is None else self._spec.gid)
        try:
            self._group.create()
            born = await self._start(self._plan())
        except OSError as error:
            raise LaunchError(f"cannot start {self._spec.command[0]}: {error}") from error
        # from here on a stop request reaches the child, even before it has become the program
        self._child = born.child
        report = await report_of(born.report)
        if report.error is not None:
            await born.child.wait()
            raise LaunchError(report.error)
        return list(report.notes)

    async def exited(self) -> Exit:
        """See Body.exited."""
        if self._child is None:
            raise LaunchError(f'service "{self._spec.id}" was never started')
        result = await self._child.wait()
        self._log.drain()
        return result

    def signal(self, number: int) -> None:
        """See Body.signal."""
        if self._child is not None:
            self._child.signal(number)

    def kill(self) -> None:
        """See Body.kill."""
        self._group.kill()

    async def clear(self) -> None:
        """See Body.clear.

        The group goes too, and the next process gets a new one: a process that is born (CLONE_INTO_CGROUP) in a group
        that was killed before is killed at birth. Linux 6.18 compares the kill counts of the two groups.
        """
        await groups.empty(self._group)
        self._group.remove()

    def remove(self) -> None:
        """See Body.remove."""
        self._group.remove()

    def owns(self, pid: int) -> bool:
        """See Body.owns."""
        return pid == self.pid or pid in self._group.pids()

    def last_line(self) -> str:
        """See Body.last_line."""
        return self._log.ring.last_line()

    def _plan(self) -> Launch:
        spec, output, birthplace = self._spec, self._log.writer(), self._group.birthplace
        return Launch(
            argv=spec.command,
            module=spec.module,
            env=self._environment,
            cwd=spec.cwd,
            into=birthplace,
            join=self._group.join_files if birthplace is None else (),
            stdout=output,
            stderr=output,
            listen={name: sock.fileno() for name, sock in spec.listen.items()},
            uid=spec.uid,
            gid=spec.gid,
            groups=spec.groups,
            capabilities=spec.capabilities,
            no_new_privileges=spec.no_new_privileges,
            oom_score_adj=spec.oom_score_adj,
            nice=spec.nice,
            rlimits=spec.rlimits,
        )
