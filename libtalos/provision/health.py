"""Whether a node is healthy, as it says itself on its bus."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import msgspec

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.directory import BusDirectory
from libtalos.bus.errors import BusError
from libtalos.provision import process
from libtalos.provision.appear import appeared, readable
from libtalos.provision.errors import ProvisionError
from libtalos.provision.operations import Progress
from libtalos.provision.paths import NodePaths
from libtalos.provision.process import Pid
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.runtime import MachineStatus, Service
from libtalos.resources.spec import Kind

MACHINE: Final = "machine"
CONSOLE_TAIL: Final = 20
"""Lines of the console that the report of a dead node shows."""
UNMET_SHOWN: Final = 3
"""Unmet conditions that a short description of a status names."""
PROBE_TIMEOUT: Final = 2.0
"""Seconds within which a running node answers, when only asked."""

# A local node that restarts its own init is back in well under a second: no reason to wait long between tries.
_BACKOFF: Final = BackoffPolicy(limit=0.25)


class NodeDiedError(ProvisionError):
    """The node's PID 1 exited while its health was waited for."""


class NotHealthyError(ProvisionError):
    """The node runs but did not become healthy in time."""


class Node(msgspec.Struct, frozen=True):
    """A node to wait for."""

    name: str
    pid: Pid
    paths: NodePaths


class Seen(msgspec.Struct):
    """What was last seen of a node: for what is news, and for the message when time is up."""

    status: MachineStatus | None = None
    fewest: int = 0
    services: dict[str, str] = msgspec.field(default_factory=dict)

    def is_news(self, status: MachineStatus) -> bool:
        """Tell whether status is worth a line: another stage, or closer to ready than ever in this one.

        While services come and go conditions are met and unmet again; what the services do is told of each anyway.
        """
        left, before = len(status.status.unmet_conditions), self.status
        same = before is not None and (before.stage, before.status.ready) == (status.stage, status.status.ready)
        if same and left >= self.fewest:
            return False
        self.fewest = left
        return True


async def wait_healthy(node: Node, *, timeout: float, progress: Progress) -> None:  # noqa: ASYNC109 - says what it saw
    """Return once the node is running and ready; tell progress what it does meanwhile.

    timeout is in seconds. Raises NodeDiedError at once if its PID 1 exits, with the end of its console;
    NotHealthyError if time is up, with what it still waits for.
    """
    seen = Seen()
    try:
        async with asyncio.timeout(timeout):
            await _first(_ready(node, seen, progress), _died(node))
    except TimeoutError:
        raise NotHealthyError(f"{node.name}: not healthy after {timeout:g} s: {_missing(node, seen)}") from None


async def probe(paths: NodePaths) -> MachineStatus | None:
    """Return what the node says of itself now, or None if it does not answer."""
    try:
        async with asyncio.timeout(PROBE_TIMEOUT), _resources(paths) as resources:
            return (await resources.get(MachineStatus, MACHINE)).spec
    except (BusError, TimeoutError):
        return None


def tail(console: Path) -> str:
    """Return the last lines of a console, indented; a remark if there are none."""
    lines = console.read_text(errors="replace").splitlines()[-CONSOLE_TAIL:] if console.exists() else []
    return "\n".join(f"  {line}" for line in lines) or "  (nothing)"


async def _ready(node: Node, seen: Seen, progress: Progress) -> None:
    await appeared(BusDirectory(node.paths.bus).socket("init"))
    async with _resources(node.paths) as resources:
        await _first(
            _machine_ready(resources, node.name, seen, progress), _follow_services(resources, node.name, seen, progress)
        )


async def _machine_ready(resources: ResourceClient, name: str, seen: Seen, progress: Progress) -> None:
    async for change in resources.watch(MachineStatus, MACHINE):
        if change.resource is None or change.kind is Kind.DESTROYED:
            continue
        status = change.resource.spec
        if seen.is_news(status):
            progress(f"{name}: {describe(status)}")
        seen.status = status
        if is_healthy(status):
            return


async def _follow_services(resources: ResourceClient, name: str, seen: Seen, progress: Progress) -> None:
    async for change in resources.watch(Service):
        if change.resource is None:
            continue
        service = change.resource.id
        now = "removed" if change.kind is Kind.DESTROYED else _service(change.resource.spec)
        if seen.services.get(service) != now:
            seen.services[service] = now
            progress(f"{name}: service {service}: {now}")


async def _died(node: Node) -> None:
    try:
        with process.opened(node.pid) as fd:
            await readable(fd)
    except ProcessLookupError:
        pass
    console = node.paths.console
    raise NodeDiedError(f"{node.name}: its PID 1 (here: {node.pid}) exited; the end of {console}:\n{tail(console)}")


def is_healthy(status: MachineStatus) -> bool:
    """Tell whether a machine that says this needs no more waiting for."""
    return status.stage == "running" and status.status.ready


def describe(status: MachineStatus) -> str:
    """Return a status in a few words; what is unmet is counted, and named if it is little."""
    if status.status.ready:
        return f"{status.stage}, ready"
    unmet = reasons(status)
    if len(unmet) > UNMET_SHOWN:
        return f"{status.stage}, {len(unmet)} conditions unmet"
    return f"{status.stage}, not ready" + (f" ({'; '.join(unmet)})" if unmet else "")


def reasons(status: MachineStatus) -> list[str]:
    """Return every unmet condition in words."""
    return [f"{condition.name}: {condition.reason}" for condition in status.status.unmet_conditions]


def _missing(node: Node, seen: Seen) -> str:
    if seen.status is None:
        return f"it said nothing on {node.paths.bus}; the end of its console:\n{tail(node.paths.console)}"
    ailing = [f"{name} {state}" for name, state in sorted(seen.services.items()) if state != "healthy"]
    unmet = "".join(f"\n  {reason}" for reason in reasons(seen.status))
    return f"{seen.status.stage}{unmet}" + "".join(f"\n  service {service}" for service in ailing)


def _service(spec: Service) -> str:
    if not spec.running:
        return "not running"
    return "running" if spec.unknown else "healthy" if spec.healthy else "unhealthy"


@asynccontextmanager
async def _resources(paths: NodePaths) -> AsyncIterator[ResourceClient]:
    channel = Channel(UnixAddress(BusDirectory(paths.bus).socket("init")))
    try:
        yield ResourceClient(channel, backoff=_BACKOFF)
    finally:
        channel.close()


async def _first(*awaitables: Awaitable[None]) -> None:
    """Wait for the first of awaitables to end, cancel the others, and raise its error if it has one."""
    tasks = [asyncio.ensure_future(awaitable) for awaitable in awaitables]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
