"""What etcd says about the cluster and about this member."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import NewType, Protocol

import msgspec

MemberId = NewType("MemberId", int)


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One member of the cluster; name is empty until it has started once."""

    id: MemberId
    name: str
    peer_urls: tuple[str, ...]
    client_urls: tuple[str, ...]
    is_learner: bool


class MemberStatus(msgspec.Struct, frozen=True, kw_only=True):
    """The local member; sizes in bytes, leader 0 while there is none."""

    id: MemberId
    leader: MemberId
    version: str
    size: int
    size_in_use: int
    raft_index: int
    raft_term: int
    raft_applied_index: int
    errors: tuple[str, ...]
    is_learner: bool


class Etcd(Protocol):
    """The local etcd. Every method raises BusError."""

    async def healthy(self) -> None:
        """Return if a quorum answers."""

    async def members(self) -> Sequence[Member]:
        """The members, sorted by name."""

    async def status(self) -> MemberStatus:
        """The local member's status."""

    def snapshot(self) -> AsyncIterator[bytes]:
        """The local member's database, then its SHA-256, in chunks."""


def member_id_text(member: MemberId) -> str:
    """As upstream prints it: 16 hexadecimal digits."""
    return f"{member:016x}"
