"""Real processes in real control groups, below a group of the test's own that is removed afterwards."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvloop

from libtalos.linux.cgroup import Cgroups, Hierarchies
from libtalos.supervise.assembly import Parts, assemble
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceId, ServiceState, ServiceStatus


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Components run on uvloop, PID 1 does not: everything here has to hold on both."""
    return {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}


@pytest.fixture(params=["v2", "v1"])
def cgroups(request: pytest.FixtureRequest) -> Iterator[Cgroups]:
    """Groups of either version; where the machine has only one of them the other is skipped."""
    seen = Hierarchies.find()
    if (seen.unified if request.param == "v2" else seen.freezer) is None:
        pytest.skip(f"this machine has no cgroup {request.param} hierarchy to group processes in")
    if request.param == "v1":
        seen = Hierarchies(None, seen.freezer, seen.systemd)
    base = f"libtalos-test-{os.getpid()}"
    made = Cgroups.find(base, seen)
    yield made
    _remove(made)


def _remove(cgroups: Cgroups) -> None:
    """Kill what a failed test left and remove every group."""
    group = Cgroups(cgroups.root.parent, cgroups.control, tuple(p.parent for p in cgroups.companions)).group(
        cgroups.root.name
    )
    end = time.monotonic() + 10
    while any(path.exists() for path in (group.path, *group.companions)):
        if group.path.exists():
            group.kill()
        if not group.remove() and time.monotonic() > end:
            pytest.fail(f"{group.path} does not get empty: {group.pids()}")
        time.sleep(0.01)


@pytest.fixture
def problems() -> list[str]:
    """What went wrong without an error."""
    return []


@pytest.fixture
async def parts(cgroups: Cgroups, tmp_path: Path, problems: list[str]) -> AsyncIterator[Parts]:
    """Supervision put together, stopped afterwards."""
    made = assemble(
        cgroups=cgroups,
        environment={"PATH": os.environ["PATH"]},
        clock=time.monotonic,
        notify_socket=tmp_path / "notify.sock",
        problem=problems.append,
    )
    made.open()
    yield made
    left = await made.supervisor.stop_all(5)
    made.close()
    assert left == ()


@pytest.fixture
def run(parts: Parts) -> Callable[..., Awaitable[ServiceStatus]]:
    """Load a service that runs a shell script, start it, wait until it runs."""

    async def start(script: str, name: str = "one", **more: Any) -> ServiceStatus:
        spec = ServiceSpec(id=ServiceId(name), command=("sh", "-c", script), **more)
        parts.supervisor.load([spec])
        await parts.supervisor.start(spec.id)
        return await until(parts, lambda status: status.state is ServiceState.RUNNING, name)

    return start


async def until(parts: Parts, holds: Callable[[ServiceStatus], bool], name: str = "one") -> ServiceStatus:
    """Wait until something holds for a service."""
    try:
        async with asyncio.timeout(10):
            return await parts.supervisor.until(ServiceId(name), holds)
    except TimeoutError:
        events = parts.supervisor.status(ServiceId(name)).events
        pytest.fail("; ".join(f"{event.state.value}: {event.message}" for event in events))
