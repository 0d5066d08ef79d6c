"""Who may call what, and how a peer is known."""

import os

import pytest
from structlog.testing import capture_logs

from libtalos.bus.access import DeclaredAccess
from libtalos.bus.context import current_call
from libtalos.bus.errors import PermissionDeniedError
from libtalos.bus.identity import Peer, identify
from libtalos.gen.talos.network.v1 import NetworkServiceBase, NetworkServiceStub, PlanRequest, PlanResponse
from tests.unit.bus.conftest import Serve

METHOD = "/talos.filesystem.v1.FilesystemService/Plan"
ACCESS = DeclaredAccess(component="filesystem", uses={"network": frozenset({("filesystem", "talos.filesystem.v1")})})


def test_a_declared_use_is_allowed() -> None:
    ACCESS.check(Peer(pid=7, uid=0, component="network"), METHOD)


def test_an_undeclared_use_is_refused_with_the_place_to_declare_it() -> None:
    with pytest.raises(PermissionDeniedError, match=r"add it to services/etcd/component\.py"):
        ACCESS.check(Peer(pid=7, uid=0, component="etcd"), METHOD)
    with pytest.raises(PermissionDeniedError, match=r"talos\.resource\.v1 of filesystem"):
        ACCESS.check(Peer(pid=7, uid=0, component="network"), "/talos.resource.v1.ResourceService/Get")


def test_health_and_reflection_are_for_everybody() -> None:
    ACCESS.check(Peer(pid=7, uid=0, component="etcd", workload=True), "/grpc.health.v1.Health/Check")


def test_the_administrator_may_call_all_and_a_workload_nothing() -> None:
    ACCESS.check(Peer(pid=0, uid=0), METHOD)
    with pytest.raises(PermissionDeniedError, match="workload"):
        ACCESS.check(Peer(pid=9, uid=0, workload=True), METHOD)


@pytest.mark.parametrize(
    ("cgroups", "component", "workload"),
    [
        ("0::/system/network\n", "network", False),
        ("12:pids:/x\n6:freezer:/talos/system/api\n0::/\n", "api", False),
        ("0::/system/runtime\n", None, True),
        ("0::/podruntime/etcd\n", None, True),
        ("0::/kubepods/burstable/pod1/x\n", None, True),
        ("0::/user.slice\n", None, False),
    ],
)
def test_a_cgroup_names_the_component(cgroups: str, component: str | None, workload: bool) -> None:
    peer = identify(5, 0, lambda pid: cgroups)
    assert (peer.component, peer.workload) == (component, workload)


def test_process_one_is_init_and_does_only_what_init_declares() -> None:
    assert identify(1, 0, lambda pid: "0::/init").component == "init"
    with pytest.raises(PermissionDeniedError, match=r"services/init/component\.py"):
        ACCESS.check(identify(1, 0), METHOD)


def test_a_process_that_is_gone_may_do_nothing_but_ask_for_health() -> None:
    peer = identify(7, 0, lambda pid: "")
    with pytest.raises(PermissionDeniedError, match="pid 7 ended before"):
        ACCESS.check(peer, METHOD)
    ACCESS.check(peer, "/grpc.health.v1.Health/Check")


def test_a_process_outside_of_the_pid_namespace_is_the_host() -> None:
    assert str(identify(0, 0, lambda pid: "0::/system/api")) == "host uid 0"


class Network(NetworkServiceBase):
    """Remembers who called."""

    peer: Peer | None = None

    async def plan(self, message: PlanRequest) -> PlanResponse:
        call = current_call()
        self.peer = call.peer if call else None
        return PlanResponse()


async def test_a_handler_knows_its_peer_by_the_kernel(serve: Serve) -> None:
    handler = Network()
    served = await serve(handler)
    await served.channel.stub(NetworkServiceStub).plan(PlanRequest())
    assert handler.peer is not None
    assert (handler.peer.pid, handler.peer.uid) == (os.getpid(), os.getuid())


class Closed:
    """Nobody may do anything."""

    def check(self, peer: Peer, method: str) -> None:
        raise PermissionDeniedError(f"{peer} may not call {method}")


async def test_a_refusal_reaches_the_caller_and_the_log(serve: Serve) -> None:
    served = await serve(Network(), access=Closed())
    with capture_logs() as lines, pytest.raises(PermissionDeniedError):
        await served.channel.stub(NetworkServiceStub).plan(PlanRequest())
    assert [line["event"] for line in lines] == ["call refused"]
