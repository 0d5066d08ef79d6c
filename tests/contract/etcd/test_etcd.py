"""The etcd component over its socket."""

from __future__ import annotations

import pytest

from libtalos.gen.talos.etcd.v1 import GetStatusRequest, ListMembersRequest
from libtalos.resources.definitions.etcd import EtcdMember
from tests.contract.etcd.node import healthy, running

pytestmark = pytest.mark.root


async def test_boot() -> None:
    """A configured control plane gets an etcd; until /var and the address are there, the service says so."""
    async with running() as node:
        assert await node.service() is None
        node.configure()
        waiting = await node.until_service(lambda service: service is not None and service.state.name == "WAITING")
        assert waiting is not None
        assert waiting.events[-1].message == "Waiting for volume /var to be mounted, address 10.5.0.2 to be assigned"
        node.mount_var()
        node.assign()
        await node.until_service(healthy)
        members = (await node.etcd.list_members(ListMembersRequest())).members
        assert [member.name for member in members] == ["node-1"]
        status = await node.etcd.get_status(GetStatusRequest())
        assert (status.version, status.leader) == ("3.4.23", status.member_id)
        assert await node.until(EtcdMember, lambda known: "local" in known) == {
            "local": EtcdMember(member_id=f"{status.member_id:016x}")
        }
