"""Routing of services, and upstream's permissions."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest
import structlog

from libtalos.bus.errors import NotFoundError, PermissionDeniedError, UnavailableError
from services.api.asking import ComponentName
from services.api.services import Services, check_permission


@dataclass(frozen=True)
class Entry:
    """A service with nothing but its id."""

    id: str


@dataclass
class Supervisor:
    """Runs the services that a test gives it."""

    ids: list[str]
    away: bool = False
    told: list[str] = field(default_factory=list)
    listed: int = 0

    async def services(self) -> Sequence[Entry]:
        self.listed += 1
        if self.away:
            raise UnavailableError("away")
        return [Entry(service_id) for service_id in self.ids]

    async def start(self, service_id: str) -> Entry:
        return self._verb("start", service_id)

    async def stop(self, service_id: str) -> Entry:
        return self._verb("stop", service_id)

    async def restart(self, service_id: str) -> Entry:
        return self._verb("restart", service_id)

    async def logs(self) -> Sequence[str]:
        return self.ids

    async def stream_log(self, log_id: str, *, follow: bool, tail_lines: int) -> AsyncIterator[bytes]:
        yield log_id.encode()

    def _verb(self, verb: str, service_id: str) -> Entry:
        if service_id not in self.ids:
            raise NotFoundError(f'service "{service_id}" not defined')
        self.told.append(f"{verb} {service_id}")
        return Entry(service_id)


def federate(**supervisors: Supervisor) -> Services[Entry]:
    return Services(
        supervisors={ComponentName(name): supervisor for name, supervisor in supervisors.items()},
        patience=1,
        log=structlog.stdlib.get_logger(),
    )


async def test_the_list_is_sorted_over_all_supervisors() -> None:
    services = federate(init=Supervisor(["network", "api"]), etcd=Supervisor(["etcd"]))
    assert [service.id for service in await services.list()] == ["api", "etcd", "network"]


async def test_a_silent_supervisor_is_left_out_unless_all_are_silent() -> None:
    services = federate(init=Supervisor(["api"]), etcd=Supervisor(["etcd"], away=True))
    assert [service.id for service in await services.list()] == ["api"]
    with pytest.raises(UnavailableError, match="away"):
        await federate(init=Supervisor([], away=True)).list()


async def test_a_verb_needs_only_the_supervisor_that_is_meant() -> None:
    init, etcd = Supervisor(["api"]), Supervisor(["etcd"], away=True)
    services = federate(init=init, etcd=etcd)
    await services.restart("api")
    await services.stop("api")
    assert init.told == ["restart api", "stop api"]
    assert init.listed == 1
    with pytest.raises(UnavailableError, match="etcd: away"):
        await services.restart("etcd")


async def test_an_unknown_service_is_not_defined() -> None:
    with pytest.raises(NotFoundError, match='service "x" not defined'):
        await federate(init=Supervisor(["api"])).start("x")


async def test_a_service_that_moved_is_found_again() -> None:
    old, new = Supervisor(["a"]), Supervisor([])
    services = federate(old=old, new=new)
    await services.list()
    old.ids, new.ids = [], ["a"]
    with pytest.raises(NotFoundError):
        await services.restart("a")
    await services.restart("a")
    assert new.told == ["restart a"]


@pytest.mark.parametrize(
    ("service_id", "allowed"),
    [
        ("kubelet", {"start", "restart"}),
        ("ext-hello", {"start", "stop", "restart"}),
        ("etcd", set()),
        ("api", set()),
        ("extra", set()),
    ],
)
@pytest.mark.parametrize("operation", ["start", "stop", "restart"])
def test_upstreams_permissions(service_id: str, allowed: set[str], operation: str) -> None:
    if operation in allowed:
        check_permission(service_id, operation)
        return
    with pytest.raises(PermissionDeniedError) as caught:
        check_permission(service_id, operation)
    assert caught.value.message == f'service "{service_id}" doesn\'t support {operation} operation via API'
