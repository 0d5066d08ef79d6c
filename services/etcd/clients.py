"""Calls to the local etcd, with the admin certificate."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any, cast

from libtalos.bus.address import TcpAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import FailedPreconditionError, PermissionDeniedError, UnavailableError
from libtalos.gen import etcdserverpb as pb
from services.etcd.membership import Member, MemberId, MemberStatus

HEALTH_KEY = b"health"


class EtcdClient:
    """Implements membership.Etcd over TLS. secrets is the directory with ca.crt, admin.crt and admin.key."""

    def __init__(self, *, secrets: Path, address: TcpAddress) -> None:
        self._secrets = secrets
        self._address = address
        self._open: Channel | None = None

    def renew(self) -> None:
        """Use new certificates: the next call connects anew; calls under way end with UnavailableError."""
        if self._open is not None:
            self._open.close()
            self._open = None

    async def healthy(self) -> None:
        """Read a key with a quorum's consent. That the reading is not permitted is an answer, too."""
        try:
            await self._channel().stub(pb.KvStub).range(pb.RangeRequest(key=HEALTH_KEY))
        except PermissionDeniedError:
            return

    async def members(self) -> Sequence[Member]:
        """See Etcd.members."""
        reply = await self._channel().stub(pb.ClusterStub).member_list(pb.MemberListRequest(linearizable=True))
        return sorted((_member(each) for each in reply.members), key=lambda member: (member.name, member.id))

    async def status(self) -> MemberStatus:
        """See Etcd.status."""
        return _status(await self._channel().stub(pb.MaintenanceStub).status(pb.StatusRequest()))

    async def snapshot(self) -> AsyncIterator[bytes]:
        """See Etcd.snapshot. Closing the iterator cancels the call."""
        replies = cast("Any", self._channel().stub(pb.MaintenanceStub).snapshot(pb.SnapshotRequest()))
        async with aclosing(replies):
            async for reply in replies:
                yield reply.blob

    def _channel(self) -> Channel:
        if self._open is None:
            self._open = Channel(self._address, tls=self._tls())
        return self._open

    def _tls(self) -> ssl.SSLContext:
        try:
            context = ssl.create_default_context(cafile=str(self._secrets / "ca.crt"))
            context.load_cert_chain(self._secrets / "admin.crt", self._secrets / "admin.key")
        except FileNotFoundError as error:
            raise FailedPreconditionError("etcd does not run on this node: it has no certificates") from error
        except ssl.SSLError as error:
            raise UnavailableError(f"etcd's client certificate cannot be used: {error.reason}") from error
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.set_alpn_protocols(["h2"])
        return context


def _member(member: pb.Member) -> Member:
    return Member(
        id=MemberId(member.id),
        name=member.name,
        peer_urls=tuple(member.peer_ur_ls),
        client_urls=tuple(member.client_ur_ls),
        is_learner=member.is_learner,
    )


def _status(reply: pb.StatusResponse) -> MemberStatus:
    return MemberStatus(
        id=MemberId(reply.header.member_id if reply.header else 0),
        leader=MemberId(reply.leader),
        version=reply.version,
        size=reply.db_size,
        size_in_use=reply.db_size_in_use,
        raft_index=reply.raft_index,
        raft_term=reply.raft_term,
        raft_applied_index=reply.raft_applied_index,
        errors=tuple(reply.errors),
        is_learner=reply.is_learner,
    )
