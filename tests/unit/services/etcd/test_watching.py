"""Following the other components: observer, identity, gate."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import structlog

from libtalos.bus.errors import UnavailableError
from libtalos.resources.definitions.network import AddressStatus, HostnameStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec, MountStatus
from libtalos.resources.definitions.time import TimeStatus
from libtalos.supervise.gate import Gate
from libtalos.supervise.status import HealthStatus, ServiceEvent, ServiceId, ServiceState, ServiceStatus
from services.etcd.facts import Facts
from services.etcd.identity import Identity
from services.etcd.membership import MemberId, MemberStatus, member_id_text
from services.etcd.observer import Observer
from tests.unit.services.etcd.samples import addresses

LOG = structlog.get_logger()
NOW = datetime.now(UTC)


def test_an_observer_tells_facts_that_differ() -> None:
    told: list[Facts] = []
    observer = Observer(changed=told.append, log=LOG)
    var = MountStatus(source="x", target="/var", filesystem_type="xfs")
    observer.mounts({"EPHEMERAL": var})
    observer.mounts({"EPHEMERAL": replace_source(var)})
    observer.addresses({"a": AddressStatus(address="10.0.0.2/24", link_index=1, link_name="e", family="inet4")})
    observer.hostname({"hostname": HostnameStatus(hostname="n1", domainname="example.org")})
    observer.config({})
    observer.config({"v1alpha1": MachineConfigSpec(yaml="machine: [")})
    assert told[-1] == Facts(hostname="n1.example.org", addresses=addresses("10.0.0.2"), mounts=frozenset({"/var"}))
    assert len(told) == 3
    observer.config({"v1alpha1": MachineConfigSpec(yaml="machine: {type: worker}")})
    assert told[-1].config is not None
    for synced in (True, False):
        observer.time({"node": TimeStatus(synced=synced)})
        assert told[-1].time_synced is synced
    observer.hostname({})
    assert told[-1].hostname == ""


def replace_source(status: MountStatus) -> MountStatus:
    """The same mount from another device."""
    return MountStatus(source="y", target=status.target, filesystem_type=status.filesystem_type)


class Asked:
    """Fails the first time."""

    def __init__(self) -> None:
        self.times = 0

    async def status(self) -> MemberStatus:
        """The member."""
        self.times += 1
        if self.times == 1:
            raise UnavailableError("not yet")
        return MemberStatus(
            id=MemberId(0xAB),
            leader=MemberId(0xAB),
            version="3",
            size=0,
            size_in_use=0,
            raft_index=0,
            raft_term=0,
            raft_applied_index=0,
            errors=(),
            is_learner=False,
        )


async def test_the_member_is_asked_for_at_each_recovery() -> None:
    told: asyncio.Queue[MemberId] = asyncio.Queue()
    asked = Asked()
    identity = Identity(etcd=asked, publish=told.put_nowait, log=LOG)
    task = asyncio.create_task(identity.run())
    status = ServiceStatus(
        id=ServiceId("etcd"),
        state=ServiceState.RUNNING,
        health=HealthStatus(),
        events=(),
        pid=1,
        restarts=0,
        depends_on=(),
        checked=True,
    )
    event = ServiceEvent(ServiceState.RUNNING, "", NOW)
    healthy = status._replace(health=HealthStatus(healthy=True))
    try:
        identity(status, event)
        await asyncio.sleep(0)
        assert asked.times == 0
        identity(healthy, event)
        while asked.times == 0:  # noqa: ASYNC110 - the task is on this loop and needs its turn, nothing else
            await asyncio.sleep(0)
        identity(healthy, event)
        assert member_id_text(await told.get()) == "00000000000000ab"
    finally:
        task.cancel()


async def test_a_gate_opens_when_nothing_is_missing() -> None:
    gate = Gate()
    await gate.wait()
    gate.set(("a", "b"))
    assert gate.describe() == "a, b"
    waiting = asyncio.create_task(gate.wait())
    await asyncio.sleep(0)
    assert not waiting.done()
    gate.set(())
    await waiting
