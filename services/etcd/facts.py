"""What the component has seen of the node, and what the machine config says about etcd."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_interface, ip_network

import msgspec

from libtalos.config import MachineConfig, load
from libtalos.config.validation import control_plane
from libtalos.pki.authority import KeyPair

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


class Subnets(msgspec.Struct, frozen=True, kw_only=True):
    """Networks that are meant, and networks that are not (written with `!` in front)."""

    included: tuple[Network, ...] = ()
    excluded: tuple[Network, ...] = ()

    @classmethod
    def parse(cls, texts: tuple[str, ...]) -> Subnets:
        """From CIDRs. Raises ValueError."""
        included = tuple(ip_network(text, strict=False) for text in texts if not text.startswith("!"))
        excluded = tuple(ip_network(text[1:], strict=False) for text in texts if text.startswith("!"))
        return cls(included=included, excluded=excluded)

    def __bool__(self) -> bool:
        return bool(self.included or self.excluded)

    def __contains__(self, address: Address) -> bool:
        if any(address in network for network in self.excluded):
            return False
        return not self.included or any(address in network for network in self.included)


class EtcdConfig(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of the machine config that matter here; authority is None on nodes that run no etcd."""

    authority: KeyPair | None
    hostname: str = ""
    addresses: tuple[Address, ...] = ()
    cluster_id: str = ""
    extra_args: Mapping[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
    advertised: Subnets = Subnets()
    listening: Subnets = Subnets()


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known at one moment; None and empty mean that it is not known yet."""

    config: EtcdConfig | None = None
    hostname: str = ""
    addresses: tuple[Address, ...] = ()
    mounts: frozenset[str] = frozenset()
    # also where nobody is to set the clock, or waits for that no longer
    time_synced: bool = False


def read_config(yaml: str) -> EtcdConfig:
    """Read a machine config's text. Raises ConfigError, ValueError for addresses that are none."""
    config = load(yaml.encode())
    machine, cluster = config.machine, config.cluster
    if machine is None or cluster is None:
        return EtcdConfig(authority=None)
    etcd = cluster.etcd
    return EtcdConfig(
        authority=_authority(config),
        hostname=machine.network.hostname,
        addresses=tuple(ip_interface(text).ip for link in machine.network.interfaces for text in link.addresses),
        cluster_id=cluster.id,
        extra_args=dict(etcd.extra_args),
        advertised=Subnets.parse(etcd.advertised_subnets),
        listening=Subnets.parse(etcd.listen_subnets),
    )


def read_addresses(texts: tuple[str, ...]) -> tuple[Address, ...]:
    """Addresses that others can reach, from texts with or without prefix length, sorted, each once."""
    seen = {ip_address(text.partition("/")[0]) for text in texts}
    usable = [each for each in seen if not (each.is_loopback or each.is_link_local or each.is_multicast)]
    return tuple(sorted(usable, key=lambda each: (each.version, int(each))))


def _authority(config: MachineConfig) -> KeyPair | None:
    """etcd's authority on a control-plane node. A worker has none, or a certificate without its key."""
    pair = config.cluster.etcd.ca if config.cluster else None
    if not control_plane(config) or pair is None or pair.key is None:
        return None
    return KeyPair(pair.crt, pair.key)
