"""The component's state as resources, with upstream's types and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from libtalos.resources.definitions.etcd import EtcdMember, EtcdSpec, PKIStatus
from services.etcd.membership import MemberId, member_id_text

if TYPE_CHECKING:
    from libtalos.resources.spec import ResourceSpec
    from services.etcd.plan import Plan

ETCD_ID = "etcd"
LOCAL_ID = "local"


class Store(Protocol):
    """What this needs of a resource store."""

    def put(self, resource_id: str, spec: ResourceSpec, /) -> object:
        """Create or update."""

    def destroy(self, spec_class: type[ResourceSpec], resource_id: str, /) -> object:
        """Remove."""


class Publisher:
    """Publishes plan, certificates and membership."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, plan: Plan) -> None:
        """How etcd is to run."""
        spec = EtcdSpec(
            name=plan.name,
            advertised_addresses=tuple(map(str, plan.advertised)),
            listen_peer_addresses=tuple(map(str, plan.listen_peer)),
            listen_client_addresses=tuple(map(str, plan.listen_client)),
            extra_args=plan.extra_args,
        )
        self._store.put(ETCD_ID, spec)

    def certificates(self, version: str) -> None:
        """The certificates are in place."""
        self._store.put(ETCD_ID, PKIStatus(ready=True, version=version))

    def member(self, member: MemberId) -> None:
        """Who this member is in the cluster."""
        self._store.put(LOCAL_ID, EtcdMember(member_id=member_id_text(member)))

    def nothing(self) -> None:
        """No etcd runs here."""
        self._store.destroy(EtcdSpec, ETCD_ID)
        self._store.destroy(PKIStatus, ETCD_ID)
        self._store.destroy(EtcdMember, LOCAL_ID)
