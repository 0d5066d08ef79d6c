"""From what is known to what is wanted: pure functions, no etcd and no files."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final

import msgspec

from libtalos.pki.authority import KeyPair
from services.etcd.facts import Address, EtcdConfig, Facts

VAR: Final = "/var"
LOOPBACKS: Final[tuple[Address, ...]] = (ip_address("127.0.0.1"), ip_address("::1"))
ANYWHERE: Final[tuple[Address, ...]] = (ip_address("0.0.0.0"),)  # noqa: S104 - upstream's default, mutual TLS guards it


class Nothing(msgspec.Struct, frozen=True):
    """There is no etcd to run here, or not yet; reason says why."""

    reason: str


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The member that is wanted. addresses are for the certificates, missing is what the start has to wait for."""

    name: str
    dns_names: tuple[str, ...]
    advertised: tuple[Address, ...]
    listen_peer: tuple[Address, ...]
    listen_client: tuple[Address, ...]
    addresses: tuple[Address, ...]
    authority: KeyPair
    cluster_id: str
    extra_args: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
    missing: tuple[str, ...] = ()


def make_plan(facts: Facts) -> Plan | Nothing:
    """What to run, given what is known."""
    config = facts.config
    if config is None:
        return Nothing("the node has no machine config yet")
    if config.authority is None:
        return Nothing("this machine has no etcd CA (.cluster.etcd.ca): etcd runs on control plane nodes")
    hostname = config.hostname or facts.hostname
    if not hostname:
        return Nothing("the node has no hostname yet")
    advertised = _advertised(config, facts)
    if not advertised:
        return Nothing("the node has no address that etcd may advertise yet")
    return Plan(
        name=hostname.partition(".")[0],
        dns_names=tuple(dict.fromkeys((hostname.partition(".")[0], hostname))),
        advertised=advertised,
        listen_peer=_listen(config, advertised, facts),
        listen_client=_listen_client(config, advertised, facts),
        addresses=tuple(dict.fromkeys((*advertised, *config.addresses, *facts.addresses))),
        authority=config.authority,
        cluster_id=config.cluster_id,
        extra_args=dict(config.extra_args),
        missing=_missing(advertised, facts),
    )


def _advertised(config: EtcdConfig, facts: Facts) -> tuple[Address, ...]:
    """The first address, or all that the config's subnets allow. What the config sets comes before what was seen."""
    known = dict.fromkeys((*config.addresses, *facts.addresses))
    allowed = tuple(address for address in known if address in config.advertised)
    return allowed if config.advertised.included else allowed[:1]


def _listen(config: EtcdConfig, advertised: tuple[Address, ...], facts: Facts) -> tuple[Address, ...]:
    """Everywhere, unless the config narrows it down."""
    subnets = config.listening or config.advertised
    if not subnets:
        return ANYWHERE
    known = dict.fromkeys((*advertised, *config.addresses, *facts.addresses))
    return tuple(address for address in known if address in subnets)


def _listen_client(config: EtcdConfig, advertised: tuple[Address, ...], facts: Facts) -> tuple[Address, ...]:
    listening = _listen(config, advertised, facts)
    return listening if listening == ANYWHERE else (LOOPBACKS[0], *listening)


def _missing(advertised: tuple[Address, ...], facts: Facts) -> tuple[str, ...]:
    """What etcd cannot start without, in the words that follow "Waiting for"."""
    volume = () if VAR in facts.mounts else (f"volume {VAR} to be mounted",)
    absent = tuple(f"address {address} to be assigned" for address in advertised if address not in facts.addresses)
    return volume + absent + (() if facts.time_synced else ("time sync",))
