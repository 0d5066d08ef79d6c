"""talos.etcd.v1: decode, ask the domain, encode."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any, cast

from libtalos.gen.talos.etcd import v1 as pb
from services.etcd.membership import Etcd, Member, MemberStatus


class EtcdRpc(pb.EtcdServiceBase):
    """Serves what the local etcd knows."""

    def __init__(self, etcd: Etcd) -> None:
        self._etcd = etcd

    async def list_members(self, message: pb.ListMembersRequest) -> pb.ListMembersResponse:  # noqa: ARG002 - empty
        """The members of the cluster, sorted by name."""
        return pb.ListMembersResponse(members=[_member(member) for member in await self._etcd.members()])

    async def get_status(self, message: pb.GetStatusRequest) -> pb.GetStatusResponse:  # noqa: ARG002 - empty
        """The local member's status."""
        return _status(await self._etcd.status())

    async def snapshot(self, message: pb.SnapshotRequest) -> AsyncIterator[pb.SnapshotResponse]:  # noqa: ARG002 - empty
        """The database in chunks; if the caller goes away, etcd is told."""
        async with aclosing(cast("Any", self._etcd.snapshot())) as chunks:
            async for chunk in chunks:
                yield pb.SnapshotResponse(data=chunk)


def _member(member: Member) -> pb.Member:
    return pb.Member(
        id=member.id,
        name=member.name,
        peer_urls=list(member.peer_urls),
        client_urls=list(member.client_urls),
        is_learner=member.is_learner,
    )


def _status(status: MemberStatus) -> pb.GetStatusResponse:
    return pb.GetStatusResponse(
        member_id=status.id,
        leader=status.leader,
        version=status.version,
        db_size=status.size,
        db_size_in_use=status.size_in_use,
        raft_index=status.raft_index,
        raft_term=status.raft_term,
        raft_applied_index=status.raft_applied_index,
        errors=list(status.errors),
        is_learner=status.is_learner,
    )
