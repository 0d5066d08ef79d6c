"""A supervisor on fake processes and a fake clock."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from libtalos.linux.exits import Exit
from libtalos.supervise.errors import LaunchError
from libtalos.supervise.service import World
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceEvent, ServiceId, ServiceState, ServiceStatus
from libtalos.supervise.supervisor import Supervisor


class FakeBody:
    """A process that ends when told to: by `end`, by SIGTERM unless `stubborn`, by kill."""

    def __init__(self, spec: ServiceSpec, farm: "Farm") -> None:
        self.spec = spec
        self.farm = farm
        self.pid: int | None = None
        self.cleared = 0
        self.removed = False
        self._exited: asyncio.Future[Exit] = asyncio.get_running_loop().create_future()

    async def launch(self) -> list[str]:
        await asyncio.sleep(0)
        failure = self.farm.failures.get(self.spec.id)
        if failure:
            raise LaunchError(failure)
        self.farm.launched.append(self.spec.id)
        self.pid = 1000 + len(self.farm.launched)
        self._exited = asyncio.get_running_loop().create_future()
        return list(self.farm.notes)

    async def exited(self) -> Exit:
        return await asyncio.shield(self._exited)

    def end(self, *, code: int | None = 0, number: int | None = None) -> None:
        if not self._exited.done():
            pid, self.pid = self.pid, None
            self._exited.set_result(Exit(pid or 0, code=code, signal=number))

    def signal(self, number: int) -> None:
        self.farm.signals.append((self.spec.id, number))
        if self.spec.id not in self.farm.stubborn:
            self.end(code=None, number=number)

    def kill(self) -> None:
        self.farm.kills.append(self.spec.id)
        self.end(code=None, number=9)

    async def clear(self) -> None:
        self.cleared += 1
        if self.farm.broken_group and self.pid is None and self.farm.launched:
            raise OSError(30, "Read-only file system")

    def remove(self) -> None:
        self.removed = True

    def owns(self, pid: int) -> bool:
        return pid in (self.pid, 7)

    def last_line(self) -> str:
        return self.farm.last_line


@dataclass
class Farm:
    """All fake processes, and what the services said."""

    bodies: dict[str, FakeBody] = field(default_factory=dict)
    launched: list[str] = field(default_factory=list)
    signals: list[tuple[str, int]] = field(default_factory=list)
    kills: list[str] = field(default_factory=list)
    stubborn: set[str] = field(default_factory=set)
    failures: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    events: list[tuple[str, str, str]] = field(default_factory=list)
    sleeps: list[float] = field(default_factory=list)
    last_line: str = ""
    broken_group: bool = False
    now: float = 0.0

    def body(self, spec: ServiceSpec) -> FakeBody:
        return self.bodies.setdefault(spec.id, FakeBody(spec, self))

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)

    def listen(self, status: ServiceStatus, event: ServiceEvent) -> None:
        self.events.append((status.id, event.state.value, event.message))

    def told(self, service_id: str) -> list[tuple[str, str]]:
        return [(state, text) for name, state, text in self.events if name == service_id]

    def states(self, service_id: str) -> list[str]:
        return [state for state, _ in self.told(service_id)]


@pytest.fixture
def farm() -> Farm:
    return Farm()


@pytest.fixture
async def supervisor(farm: Farm) -> AsyncIterator[Supervisor]:
    world = World(clock=lambda: farm.now, sleep=farm.sleep, random=lambda: 0.5)
    made = Supervisor(body=farm.body, world=world, listeners=[farm.listen])
    yield made
    farm.stubborn.clear()
    await made.stop_all(5)


@pytest.fixture
def spec() -> Callable[..., ServiceSpec]:
    def make(service_id: str, *needs: str, **more: Any) -> ServiceSpec:
        depends_on = tuple(ServiceId(name) for name in needs)
        command = (f"/bin/{service_id}",)
        return ServiceSpec(id=ServiceId(service_id), command=command, depends_on=depends_on, **more)

    return make


@pytest.fixture
def reach(supervisor: Supervisor) -> Callable[..., Any]:
    """Wait until a service is in a state."""

    async def wait(service_id: str, state: ServiceState = ServiceState.RUNNING) -> ServiceStatus:
        async with asyncio.timeout(5):
            return await supervisor.until(ServiceId(service_id), lambda status: status.state is state)

    return wait
