"""The gRPC side: what the domain knows, encoded."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any, cast

import pytest

from libtalos.bus.address import TcpAddress
from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.etcd import v1 as pb
from services.etcd.clients import EtcdClient
from services.etcd.membership import Member, MemberId, MemberStatus
from services.etcd.rpc import EtcdRpc


class FakeEtcd:
    """An etcd with two members."""

    def __init__(self) -> None:
        self.closed = False

    async def healthy(self) -> None:
        """Always."""

    async def members(self) -> Sequence[Member]:
        """Two."""
        urls = ("https://a:2380",), ("https://a:2379",)
        return [
            Member(id=MemberId(1), name="a", peer_urls=urls[0], client_urls=urls[1], is_learner=False),
            Member(id=MemberId(2**64 - 1), name="", peer_urls=(), client_urls=(), is_learner=True),
        ]

    async def status(self) -> MemberStatus:
        """The first one's."""
        return MemberStatus(
            id=MemberId(1),
            leader=MemberId(2),
            version="3.4.23",
            size=3,
            size_in_use=4,
            raft_index=5,
            raft_term=6,
            raft_applied_index=7,
            errors=("NOSPACE",),
            is_learner=True,
        )

    async def snapshot(self) -> AsyncIterator[bytes]:
        """Endless."""
        try:
            while True:
                yield b"x"
        finally:
            self.closed = True


async def test_members_and_status() -> None:
    rpc = EtcdRpc(FakeEtcd())
    assert await rpc.list_members(pb.ListMembersRequest()) == pb.ListMembersResponse(
        members=[
            pb.Member(id=1, name="a", peer_urls=["https://a:2380"], client_urls=["https://a:2379"]),
            pb.Member(id=2**64 - 1, is_learner=True),
        ]
    )
    assert await rpc.get_status(pb.GetStatusRequest()) == pb.GetStatusResponse(
        member_id=1,
        leader=2,
        version="3.4.23",
        db_size=3,
        db_size_in_use=4,
        raft_index=5,
        raft_term=6,
        raft_applied_index=7,
        errors=["NOSPACE"],
        is_learner=True,
    )


async def test_a_snapshot_that_nobody_takes_is_closed() -> None:
    etcd = FakeEtcd()
    async with aclosing(cast("Any", EtcdRpc(etcd).snapshot(pb.SnapshotRequest()))) as chunks:
        assert (await anext(chunks)).data == b"x"
        assert not etcd.closed
    assert etcd.closed


async def test_without_certificates_there_is_no_etcd(tmp_path: Path) -> None:
    client = EtcdClient(secrets=tmp_path, address=TcpAddress("127.0.0.1", 1))
    with pytest.raises(FailedPreconditionError, match="etcd does not run on this node"):
        await client.status()
    client.renew()
