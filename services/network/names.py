"""The node's own name server among the rest of the network: what it is to do, and who is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from libtalos.resources.definitions.hostdns import DNSResolveCache, DNSUpstream, HostDNSConfig
from services.network.dns.endpoint import Endpoint
from services.network.dns.hostdns import Wanted
from services.network.dns.hosts import make_hosts
from services.network.dns.settings import FOR_NODE, FOR_PODS, HostDnsSettings
from services.network.etc import render_resolv_conf, search_domains
from services.network.layers.specs import ResolverSpec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from structlog.stdlib import BoundLogger

    from libtalos.resources.spec import ResourceSpec
    from services.network.dns.endpoint import Status
    from services.network.reconcile import Report
    from services.network.resources import Store
    from services.network.state import Ip

PUBLISHES: tuple[type[ResourceSpec], ...] = (HostDNSConfig, DNSUpstream, DNSResolveCache)

CONFIG = "config"
RUNNING = "running"


class HostDns(Protocol):
    """The name server."""

    def want(self, wanted: Wanted) -> None:
        """Take what is wanted."""

    def status(self) -> Status:
        """Return what it does now."""


class Names:
    """Hands the name server what is wanted, publishes what it does, and keeps the pods' resolv.conf."""

    def __init__(self, *, dns: HostDns, store: Store, pods_file: Path, log: BoundLogger) -> None:
        """Build it; pods_file is the resolv.conf(5) that the kubelet gives to pods."""
        self._dns = dns
        self._store = store
        self._pods_file = pods_file
        self._log = log
        self._settings = HostDnsSettings()
        self._written = ""

    def take(self, report: Report) -> None:
        """Take what the network wants now."""
        resolvers = report.merged.resolvers
        self._settings = report.host_dns
        self._dns.want(
            Wanted(
                listen=report.host_dns.listen,
                upstreams=tuple(Endpoint(each) for each in _servers(resolvers)),
                hosts=make_hosts(_entries(report)),
            )
        )
        self.publish()
        search = search_domains(report.etc, resolvers, report.merged.hostname)
        self._write(render_resolv_conf(_servers(self._through(FOR_PODS, resolvers)), search))

    def publish(self) -> None:
        """Make the store say what the name server does."""
        status, settings = self._dns.status(), self._settings
        config = HostDNSConfig(
            enabled=settings.enabled,
            listen_addresses=tuple(str(each) for each in settings.listen),
            service_host_dns_address=str(FOR_PODS.address) if FOR_PODS in settings.listen else "",
        )
        self._store.replace(HostDNSConfig, {CONFIG: config})
        self._store.replace(DNSUpstream, dict(_upstreams(status)))
        self._store.replace(DNSResolveCache, dict(_caches(status)))

    def resolvers(self, upstreams: ResolverSpec | None) -> ResolverSpec | None:
        """Return whom the node is to ask: its own name server while that listens, else those that it would ask."""
        return self._through(FOR_NODE, upstreams)

    def _through(self, endpoint: Endpoint, upstreams: ResolverSpec | None) -> ResolverSpec | None:
        if endpoint in self._settings.listen and endpoint in self._dns.status().listening:
            return replace(upstreams or ResolverSpec(), servers=(endpoint.address,))
        return upstreams

    def _write(self, text: str) -> None:
        if text == self._written:
            return
        temporary = self._pods_file.with_suffix(".tmp")
        try:
            self._pods_file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(text)
            temporary.replace(self._pods_file)
        except OSError as error:
            self._log.warning("the pods' resolv.conf is not written", file=str(self._pods_file), error=str(error))
        else:
            self._written = text


def _servers(resolvers: ResolverSpec | None) -> tuple[Ip, ...]:
    return () if resolvers is None else resolvers.servers


def _entries(report: Report) -> Iterator[tuple[Ip, Sequence[str]]]:
    for each in report.etc.hosts:
        yield each.address, each.names
    hostname = report.merged.hostname
    if hostname is not None:
        for interface in report.addresses.current:
            yield interface.ip, (hostname.fqdn, hostname.hostname)


def _upstreams(status: Status) -> Iterator[tuple[str, DNSUpstream]]:
    for number, each in enumerate(status.upstreams):
        healthy = "false" if each.failure else "true"
        yield f"#{number:03} {each.endpoint.address}", DNSUpstream(healthy=healthy, addr=str(each.endpoint))


def _caches(status: Status) -> Iterator[tuple[str, DNSResolveCache]]:
    for protocol in ("tcp", "udp"):
        for endpoint in status.listening:
            yield f"{protocol}-{endpoint}", DNSResolveCache(status=RUNNING)
        for endpoint, reason in status.failures.items():
            yield f"{protocol}-{endpoint}", DNSResolveCache(status=reason)
