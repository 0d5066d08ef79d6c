"""Resources of the etcd component (upstream: `pkg/machinery/resources/etcd`)."""

from typing import ClassVar

import msgspec

from libtalos.resources.spec import Column, Definition, ResourceSpec

NAMESPACE = "etcd"


class EtcdSpec(ResourceSpec, frozen=True, kw_only=True):
    """How etcd is to run; the id is `etcd`. A value of `extra_args` is one text, or several for a repeated flag."""

    DEFINITION: ClassVar[Definition] = Definition(
        "EtcdSpecs.etcd.talos.dev",
        NAMESPACE,
        (
            Column("Name", "{.name}"),
            Column("AdvertisedAddresses", "{.advertisedAddresses}"),
            Column("ListenPeerAddresses", "{.listenPeerAddresses}"),
            Column("ListenClientAddresses", "{.listenClientAddresses}"),
        ),
    )

    name: str
    advertised_addresses: tuple[str, ...] = ()
    listen_peer_addresses: tuple[str, ...] = ()
    listen_client_addresses: tuple[str, ...] = ()
    image: str = ""
    extra_args: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)


class EtcdMember(ResourceSpec, frozen=True, kw_only=True):
    """This node's membership; the id is `local`. The member id is 16 hexadecimal digits."""

    DEFINITION: ClassVar[Definition] = Definition(
        "EtcdMembers.etcd.talos.dev", NAMESPACE, (Column("Member ID", "{.memberID}"),)
    )

    member_id: str = msgspec.field(name="memberID")


class PKIStatus(ResourceSpec, frozen=True, kw_only=True):
    """Whether etcd's certificates are in place, and of which version of the secrets; the id is `etcd`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "PKIStatuses.etcd.talos.dev",
        NAMESPACE,
        (Column("Ready", "{.ready}"), Column("Secrets Version", "{.version}")),
    )

    ready: bool
    version: str
