"""Resources of the host DNS (upstream: `pkg/machinery/resources/network`)."""

from typing import ClassVar

import msgspec

from libtalos.resources.spec import Column, Definition, ResourceSpec

NAMESPACE = "network"


class HostDNSConfig(ResourceSpec, frozen=True, kw_only=True):
    """What is wanted of the host DNS; the id is `config`. Listen addresses have a port, the pods' one has none."""

    DEFINITION: ClassVar[Definition] = Definition(
        "HostDNSConfigs.net.talos.dev", NAMESPACE, (Column("Enabled", "{.enabled}"),)
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"serviceHostDNSAddress"})

    enabled: bool
    listen_addresses: tuple[str, ...] = ()
    service_host_dns_address: str = msgspec.field(default="", name="serviceHostDNSAddress")
    resolve_member_names: bool = False


class DNSUpstream(ResourceSpec, frozen=True, kw_only=True):
    """A name server that the host DNS asks; the id is `#NUMBER ADDRESS`. healthy is upstream's word, true or false."""

    DEFINITION: ClassVar[Definition] = Definition(
        "DNSUpstreams.net.talos.dev", NAMESPACE, (Column("Healthy", "{.healthy}"), Column("Address", "{.addr}"))
    )

    healthy: str
    addr: str


class DNSResolveCache(ResourceSpec, frozen=True, kw_only=True):
    """Where the host DNS listens; the id is `PROTOCOL-ADDRESS:PORT`, the status `running`, or why it does not."""

    DEFINITION: ClassVar[Definition] = Definition(
        "DNSResolveCaches.net.talos.dev", NAMESPACE, (Column("Status", "{.status}"),)
    )

    status: str
