"""init's own log and service."""

import io
import os

import pytest

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.supervisor.v1 import ListServicesRequest, ServiceState, StopServiceRequest
from libtalos.supervise.logs import Logs
from libtalos.supervise.service import World
from libtalos.supervise.supervisor import Supervisor
from services.init.own import OwnService
from services.init.ownlog import OwnLog
from services.init.rpc import InitSupervisorRpc


class Broken:
    """A log whose every write is told of in the same log, as one on a full disk is."""

    def __init__(self, own: OwnLog) -> None:
        self.own = own
        self.writes = 0

    def write(self, data: bytes) -> None:
        self.writes += 1
        self.own.write("the disk is full\n")


def test_what_was_said_early_is_in_the_log_too() -> None:
    console, logs = io.StringIO(), Logs()
    own = OwnLog(console)
    own.write("early\n")
    own.attach(logs.open("init"))
    own.write("late\n")
    assert console.getvalue() == "early\nlate\n"
    log = logs.open("init")
    assert log.ring.read(log.ring.start, log.ring.end) == b"early\nlate\n"


def test_trouble_with_the_log_is_told_on_the_console_and_does_not_go_round() -> None:
    console = io.StringIO()
    own = OwnLog(console)
    log = Broken(own)
    own.attach(log)
    own.write("hello\n")
    assert console.getvalue().endswith("the disk is full\nhello\n")
    assert log.writes == 2


async def test_init_is_a_service_that_nobody_stops() -> None:
    told: list[str] = []
    own = OwnService(listener=lambda status, event: told.append(event.message))
    supervisor = Supervisor(body=lambda spec: pytest.fail(spec.id), world=World(clock=lambda: 0.0))
    rpc = InitSupervisorRpc(supervisor, Logs(), component="init", own=own)
    own.started()
    [service] = (await rpc.list_services(ListServicesRequest())).services
    assert (service.id, service.state, service.pid) == ("init", ServiceState.RUNNING, os.getpid())
    assert service.health is not None
    assert service.health.healthy
    assert told == [f"Service started as process {os.getpid()}", "Health check successful"]
    with pytest.raises(FailedPreconditionError, match='"init" doesn\'t support stop operation via API'):
        await rpc.stop_service(StopServiceRequest(id="init"))
